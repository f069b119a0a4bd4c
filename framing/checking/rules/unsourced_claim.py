"""S205: a claim that is credited to nobody."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    article = view.report.analysis.article
    for attribution in view.report.analysis.speech:
        if attribution.source is None and attribution.cue is not None and attribution.kind == "indirect":
            cue = article.slice(attribution.cue.span)
            yield Found(
                attribution.cue.span.start,
                attribution.cue.span.end,
                f"'{' '.join(cue.split())}': the text does not say who.",
                0.6,
                cue,
                reason="Say whose claim it is.",
                evidence=attribution.content,
            )


RULE = Rule(
    card=RuleCard(
        code="S205",
        name="unsourced-claim",
        summary="A claim that is said to be somebody's, and nobody is named.",
        what=(
            "Finds attributions without a source: 'it is believed', 'there are estimates that', 'critics aside, "
            "it was said'."
        ),
        why="The form of an attribution without one: nobody answers for the claim.",
        evidence="wikipediawtw, reutershandbook2008: unsupported attributions.",
        known_problems="A passive whose source stands in the sentence before is found as well.",
        finds=(
            RuleCase("It is widely believed that the mayor will resign in May.", ("is widely believed",)),
            RuleCase("It is said that the mayor of Odden has sold the harbour.", ("is said",)),
            RuleCase(
                "# Odden waits\n\nThe council met on Monday. It was alleged that two clerks took money from the firm.",
                ("was alleged",),
            ),
        ),
        leaves=(
            RuleCase("Two aides said that the mayor will resign in May."),
            RuleCase("It is widely believed among dockers that the mayor will resign, Ada Holm said."),
            RuleCase("The mayor will resign in May."),
            RuleCase("---\nkind: opinion\n---\n\nIt is said that the mayor of Odden has sold the harbour."),
        ),
        parts=("reported speech",),
        kinds=("news",),
        level="note",
        default=False,
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
