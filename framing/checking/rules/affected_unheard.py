"""S206: people who are affected are never heard."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

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


_TENANTS = (
    "Tenants were evicted from the old harbour on Monday. The tenants lost their rooms, and "
    "the tenants' furniture stood in the rain. The evicted tenants slept in the chapel. "
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
        finds=(
            RuleCase(f"{_TENANTS}The mayor Ada Holm said that the houses would be torn down.", ("tenants",)),
            RuleCase(
                "Refugees were killed in the camp at Odden on Monday. The refugees had come in May. The "
                "injured refugees were taken to the chapel. The minister Ada Holm said that the camp "
                "would close.",
                ("refugees",),
            ),
            RuleCase(
                "Carla Venn was arrested at the harbour on Monday. The clerk Carla Venn was accused of "
                "theft, and the mayor Ada Holm said that a crane was missing.",
                ("Carla Venn",),
                options={"least-mentions": 2},
            ),
        ),
        leaves=(
            RuleCase(f"{_TENANTS}“We have nowhere to go,” the tenants said."),
            RuleCase(
                "Tenants were evicted from the old harbour on Monday. The mayor Ada Holm said that the "
                "houses would be torn down in May."
            ),
            RuleCase(
                "The clerks met in the hall. The clerks ate, and the clerks went home. The mayor Ada "
                "Holm said that the hall was new."
            ),
            RuleCase(f"---\nkind: opinion\n---\n\n{_TENANTS}"),
        ),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-mentions": 3},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
