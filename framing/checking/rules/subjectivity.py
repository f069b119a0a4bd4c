"""B402: subjectivity above the budget."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    rate = view.figure("subjective_words_own")
    if rate is not None and rate > float(view.options["most-per-1000"]) and view.words >= 200:
        words = [word.span for word in view.report.analysis.subjective_words if word.voice == "own"]
        message = f"{rate:.1f} subjective words per 1,000 own words; the budget is {view.options['most-per-1000']:g}."
        yield view.whole(message, "subjectivity", 0.7, evidence=tuple(words[:30]))


RULE = Rule(
    card=RuleCard(
        code="B402",
        name="subjectivity-over-budget",
        summary="More subjective words than a report should have.",
        what="Compares subjective words per 1,000 own words with a budget.",
        why="Boosters, hedges and evaluations in the outlet's voice are its opinion.",
        evidence="wiebe2004, hyland2005, recasens2013: markers of subjectivity.",
        known_problems="Short texts have rates that a single word moves.",
        example="A report with 40 subjective words per 1,000 is found where 30 are allowed.",
        parts=("own voice",),
        kinds=("news",),
        level="note",
        default=False,
        options={"most-per-1000": 30.0},
    ),
    needs=frozenset({"attributions", "measures"}),
    find=_find,
)
