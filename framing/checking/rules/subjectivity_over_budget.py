"""B402: subjectivity above the budget."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.finding import QUALIFIERS
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    rate = view.figure("subjective_words_own")
    if (
        rate is not None
        and rate > float(view.options["most-per-1000"])
        and view.words >= int(view.options["least-words"])
    ):
        words = [
            word.span
            for word in view.report.analysis.subjective_words
            if word.voice == "own" and word.category not in QUALIFIERS
        ]
        message = f"{rate:.1f} subjective words per 1,000 own words; the budget is {view.options['most-per-1000']:g}."
        yield view.whole(message, "subjectivity", 0.7, evidence=tuple(words[:30]))


_PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old "
    "harbour. Work begins in May, and residents could comment on it until the end of June."
)
_OPINION = (
    "The plan is certainly wonderful and obviously brilliant. It is a truly terrible and "
    "perhaps foolish idea of an extremely lazy council."
)

RULE = Rule(
    card=RuleCard(
        code="B402",
        name="subjectivity-over-budget",
        summary="More subjective words than a report should have.",
        what="Compares subjective words per 1,000 own words with a budget.",
        why="Boosters, hedges and evaluations in the outlet's voice are its opinion.",
        evidence="wiebe2004, hyland2005, recasens2013: markers of subjectivity.",
        known_problems="Short texts have rates that a single word moves.",
        finds=(
            RuleCase(f"{_OPINION} ", ("subjectivity",), options={"least-words": 15}),
            RuleCase(f"{_PLAIN} {_OPINION} ", ("subjectivity",), options={"least-words": 20}),
            RuleCase(
                f"{_PLAIN} The plan is clearly wonderful.",
                ("subjectivity",),
                options={"least-words": 20, "most-per-1000": 10},
            ),
        ),
        leaves=(
            RuleCase(_PLAIN, options={"least-words": 20}),
            RuleCase(f"{_OPINION} "),
            RuleCase(f"{_PLAIN} Ada Holm said: “{_OPINION}”", options={"least-words": 20}),
            RuleCase(f"---\nkind: opinion\n---\n\n{_OPINION} ", options={"least-words": 15}),
        ),
        parts=("own voice",),
        kinds=("news",),
        level="note",
        default=False,
        options={"most-per-1000": 30.0, "least-words": 200},
    ),
    needs=frozenset({"attributions", "measures"}),
    find=_find,
)
