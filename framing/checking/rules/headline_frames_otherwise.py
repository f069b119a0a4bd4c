"""F302: the headline frames otherwise than the body."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    distance = view.figure("frame_distance_headline_body")
    if (
        distance is not None
        and distance >= float(view.options["least-distance"])
        and view.words >= int(view.options["least-words"])
    ):
        yield view.whole(
            f"The headline's frames lie {distance:.2f} from the body's, on a scale of 0 to 1.", "headline", 0.5
        )


_COSTS = (
    "The bank raised interest rates on Monday. Inflation and prices rose, wages fell, and "
    "investors sold shares. The budget has a deficit, and taxes will pay for the debt."
)
_HEALTH = (
    "The hospital treated forty patients on Monday. Doctors and nurses gave vaccines against "
    "the disease, and the clinic tested for infections. Surgery is free."
)

RULE = Rule(
    card=RuleCard(
        code="F302",
        name="headline-frames-otherwise",
        summary="The headline names a frame that the body hardly has.",
        what=(
            "Compares the shares of the policy frames in the headline with those in the body (Jensen-Shannon distance)."
        ),
        why="Readers of the headline alone come away with another story.",
        evidence="semetko2000, boydstun2014: frames; endres2003: the distance.",
        known_problems="A headline has few words of any frame: a single one decides.",
        finds=(
            RuleCase(f"# Inflation and taxes rise in Norland\n\n{_HEALTH}", ("headline",), options={"least-words": 20}),
            RuleCase(f"# Hospital doctors fight disease\n\n{_COSTS}", ("headline",), options={"least-words": 20}),
            RuleCase(f"# Police arrest robbery suspect\n\n{_HEALTH}", ("headline",), options={"least-words": 20}),
        ),
        leaves=(
            RuleCase(f"# Hospital doctors fight disease\n\n{_HEALTH}", options={"least-words": 20}),
            RuleCase(f"# Inflation and taxes rise in Norland\n\n{_HEALTH}"),
            RuleCase(f"# The long day\n\n{_HEALTH}", options={"least-words": 20}),
            RuleCase(
                f"---\nkind: opinion\n---\n\n# Inflation and taxes rise in Norland\n\n{_HEALTH}",
                options={"least-words": 20},
            ),
        ),
        parts=("headline", "own voice"),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-distance": 0.9, "least-words": 200},
    ),
    needs=frozenset({"attributions", "frames", "measures"}),
    find=_find,
)
