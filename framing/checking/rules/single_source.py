"""S201: one source carries the report."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    sources = view.report.sources
    words = view.words
    if len(sources) == 1 and words >= int(view.options["least-words"]):
        source = sources[0]
        message = f"{source.name} is the only source in {words} words."
        spans = [a.source.span for a in view.report.analysis.speech if a.source]
        yield view.whole(message, source.name, 0.7, evidence=tuple(spans))


RULE = Rule(
    card=RuleCard(
        code="S201",
        name="single-source",
        summary="One source alone is credited in a report of some length.",
        what="Looks at reports of 250 words or more in which all credited words are one source's.",
        why="What one side alone says has not been checked, and the reader cannot tell.",
        evidence=(
            "reutershandbook2008, bbcterror2019: more than one source for what is contested; tiffen2014 counts "
            "sources as a mark of quality."
        ),
        known_problems=(
            "Interviews, obituaries and announcements have one source by nature. Sources that the tagger missed "
            "are not counted."
        ),
        example="A report that quotes only the company is found; one that adds the union is not.",
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 250},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
