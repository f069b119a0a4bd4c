"""S206: people who are affected are never heard."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    for group in view.report.unheard:
        if len(group.mentions) >= int(view.options["least-mentions"]):
            place = group.mentions[0]
            yield Found(
                place.start,
                place.end,
                f"'{group.name}' ({group.reason}) is named {len(group.mentions)} times and never heard.",
                0.6,
                group.name,
                evidence=group.mentions[1:],
            )


RULE = Rule(
    card=RuleCard(
        code="S206",
        name="affected-unheard",
        summary="People the article is about, affected or accused, are never credited with a word.",
        what="Lists groups that are named several times as affected or accused and have no attribution.",
        why="Fairness asks to hear those whom a story concerns.",
        evidence="ipso2021, pressecodex2017: the right of reply; tiffen2014.",
        known_problems="People who refused to speak, or cannot, are found as well where the text does not say so.",
        example="A report on evictions that names tenants five times and quotes none is found.",
        kinds=("news",),
        level="note",
        default=False,
        options={"least-mentions": 3},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
