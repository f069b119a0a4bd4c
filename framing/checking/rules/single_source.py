"""S201: one source carries the report."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    sources = view.report.sources
    words = view.words
    if len(sources) == 1 and words >= int(view.options["least-words"]):
        source = sources[0]
        message = f"{source.name} is the only source in {words} words."
        spans = [a.source.span for a in view.report.analysis.speech if a.source]
        yield view.whole(message, source.name, 0.7, evidence=tuple(spans))


_FERRIES = (
    "The firm Tarn Ferries will buy two ships, its director Ada Holm said on Monday. “They "
    "will sail from Odden in May,” Holm said. She added that the ships cost forty million."
)

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
        finds=(
            RuleCase(_FERRIES, ("Ada Holm",), options={"least-words": 20}),
            RuleCase(
                "# Odden buys ships\n\n"
                "Mayor Ben Ryder said the town would buy two ships. Ryder said that the money was there. "
                "The ships will sail in May, he said.",
                ("Ben Ryder",),
                options={"least-words": 20},
            ),
            RuleCase(
                "The report of the Norland Audit Office says that the harbour lost three million. The "
                "harbour has four cranes and nine clerks and a chapel.",
                ("report of the Norland Audit Office",),
                options={"least-words": 20},
            ),
        ),
        leaves=(
            RuleCase(
                f"{_FERRIES} Carla Venn of the dockers' union said that nobody had asked the crews.",
                options={"least-words": 20},
            ),
            RuleCase(_FERRIES),
            RuleCase(
                "The firm Tarn Ferries will buy two ships. They will sail from Odden in May and cost "
                "forty million. The harbour has four cranes.",
                options={"least-words": 20},
            ),
            RuleCase(f"---\nkind: press-release\n---\n\n{_FERRIES}", options={"least-words": 20}),
        ),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 250},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
