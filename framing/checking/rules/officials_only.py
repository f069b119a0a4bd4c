"""S203: only officials speak."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.measuring.definitions import OFFICIALS
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    sources = view.report.sources
    enough = len(sources) >= 2 and view.words >= int(view.options["least-words"])
    if enough and all(source.type in OFFICIALS for source in sources):
        names = ", ".join(source.name for source in sorted(sources, key=lambda source: -source.words)[:4])
        yield view.whole(f"Only officials speak: {names}.", names, 0.6)


_OFFICIALS = (
    "Minister Ada Holm said that the harbour would be dredged. Police chief Ben Ryder said "
    "that the road would be closed."
)

RULE = Rule(
    card=RuleCard(
        code="S203",
        name="officials-only",
        summary="Only officials and politicians are credited.",
        what=(
            "Looks at reports of 250 words or more with at least two sources, all of them government, police, "
            "army, courts or politicians."
        ),
        why="News routines favour officials; what they do not say stays unsaid.",
        evidence="sigal1973, gans1979, bennett1990: officials as the routine sources of news.",
        known_problems=(
            "A report on a vote or a verdict is about officials. Types are read from titles and nouns and can be wrong."
        ),
        finds=(
            RuleCase(_OFFICIALS, ("Ada Holm, Ben Ryder",), options={"least-words": 15}),
            RuleCase(
                "Judge Ada Holm ruled on Monday that the harbour may be dredged. Senator Ben Ryder said "
                "that he would appeal.",
                ("Ada Holm, Ben Ryder",),
                options={"least-words": 15},
            ),
            RuleCase(
                "# Odden plans\n\n"
                "General Ada Holm said that the army would leave the harbour. Mayor Ben Ryder said that "
                "the town was ready.",
                ("Ada Holm, Ben Ryder",),
                options={"least-words": 15},
            ),
        ),
        leaves=(
            RuleCase(
                f"{_OFFICIALS} The resident Carla Venn said that nobody had asked her.", options={"least-words": 15}
            ),
            RuleCase(
                "Minister Ada Holm said that the harbour would be dredged. She said that the road would "
                "be closed, and that it would be open again in May.",
                options={"least-words": 15},
            ),
            RuleCase(_OFFICIALS),
            RuleCase(f"---\nkind: opinion\n---\n\n{_OFFICIALS}", options={"least-words": 15}),
        ),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 250},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
