"""F303: one frame dominates."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.finding import POLICY_FRAMES
from framing.spans import Span

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    shares = {name: view.figure(f"frame_{name}") or 0.0 for name in POLICY_FRAMES}
    name = max(shares, key=lambda frame: shares[frame])
    if shares[name] >= float(view.options["least-share"]) and view.words >= int(view.options["least-words"]):
        evidence = tuple(Span(word.start, word.end) for word in view.report.analysis.frame_words[name][:20])
        label = name.replace("_", " ")
        yield view.whole(
            f"{100 * shares[name]:.0f}% of the frame words are of one frame: {label}.", name, 0.6, evidence=evidence
        )


RULE = Rule(
    card=RuleCard(
        code="F303",
        name="one-frame-dominates",
        summary="Nearly all of what frames the article is one frame.",
        what="Looks at the largest share among the fourteen policy frames in articles of 250 words and more.",
        why="Most public matters have several sides; one frame leaves out the others.",
        evidence="boydstun2014: the policy frames; shannon1948 for their spread.",
        known_problems="A court report is about law. The shares count words of lexicons, not arguments.",
        example="A report on migration in which 85% of the frame words are crime's is found.",
        kinds=("news",),
        level="note",
        default=False,
        options={"least-share": 0.8, "least-words": 250},
    ),
    needs=frozenset({"attributions", "frames", "measures"}),
    find=_find,
)
