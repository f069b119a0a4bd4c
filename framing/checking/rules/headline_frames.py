"""F302: the headline frames otherwise than the body."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    distance = view.figure("frame_distance_headline_body")
    if distance is not None and distance >= float(view.options["least-distance"]) and view.words >= 200:
        yield view.whole(
            f"The headline's frames lie {distance:.2f} from the body's, on a scale of 0 to 1.", "headline", 0.5
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
        example="'Costs soar' over a report on patients' health is found.",
        parts=("headline", "own voice"),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-distance": 0.9},
    ),
    needs=frozenset({"attributions", "frames", "measures"}),
    find=_find,
)
