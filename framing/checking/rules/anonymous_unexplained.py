"""S204: an anonymous source without a reason."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    article = view.report.analysis.article
    seen: set[str] = set()
    for attribution in view.report.analysis.speech:
        source = attribution.source
        if source is None or attribution.anonymity_explained is not False or source.name.lower() in seen:
            continue
        seen.add(source.name.lower())
        text = article.slice(source.span)
        yield Found(
            source.span.start,
            source.span.end,
            f"'{' '.join(text.split())}' is anonymous, and the text does not say why.",
            0.7,
            source.name,
            reason="Say why the source is not named, or name it.",
            evidence=source.evidence,
        )


RULE = Rule(
    card=RuleCard(
        code="S204",
        name="anonymous-unexplained",
        summary="An anonymous source, and no word on why it is not named.",
        what="Finds attributions to sources that keep their name back on purpose, where nothing near says why.",
        why="Readers cannot weigh who speaks. Style guides allow anonymity where the reason is told.",
        evidence="reutershandbook2008, bbcterror2019, carlson2011: anonymous sources need a reason that readers see.",
        known_problems=(
            "“On condition of anonymity” and “declined to be named” are taken for a reason. Agencies are found more "
            "often than partisan outlets: a question of house style. A reason that stands far from the source, or in "
            "other words than the usual ones, is not seen."
        ),
        finds=(
            RuleCase("An anonymous source said that the harbour would be closed in May.", ("anonymous source",)),
            RuleCase("The harbour will be closed in May, said an anonymous official.", ("anonymous official",)),
            RuleCase(
                "# Odden waits\n\n"
                "An unnamed minister told the Tarn Times that the money was gone. The council met on Monday.",
                ("unnamed minister",),
            ),
        ),
        leaves=(
            RuleCase(
                "A senior official, speaking on condition of anonymity because he was not authorised to "
                "speak, said that the harbour would be closed in May."
            ),
            RuleCase("The minister Ada Holm said that the harbour would be closed in May."),
            RuleCase("Two residents said that the harbour was loud at night."),
            RuleCase("---\nkind: opinion\n---\n\nAn anonymous source said that the harbour would be closed in May."),
        ),
        parts=("reported speech", "quotation"),
        kinds=("news",),
        level="note",
        precision=0.94,
        judged=50,
    ),
    needs=frozenset({"anonymity"}),
    find=_find,
)
