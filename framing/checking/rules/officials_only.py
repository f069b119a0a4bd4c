"""S203: only officials speak."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.measuring.definitions import OFFICIALS

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    sources = view.report.sources
    enough = len(sources) >= 2 and view.words >= int(view.options["least-words"])
    if enough and all(source.type in OFFICIALS for source in sources):
        names = ", ".join(source.name for source in sources[:4])
        yield view.whole(f"Only officials speak: {names}.", names, 0.6)


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
        example="A minister and a police chief alone are found; a minister and a resident are not.",
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 250},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
