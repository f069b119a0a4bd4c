"""F303: one frame dominates."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.finding import POLICY_FRAMES
from framing.rule_case import RuleCase
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


_COSTS = (
    "The bank raised interest rates on Monday. Inflation and prices rose, wages fell, and "
    "investors sold shares. The budget has a deficit, and taxes will pay for the debt."
)
_HEALTH = (
    "The hospital treated forty patients on Monday. Doctors and nurses gave vaccines against "
    "the disease, and the clinic tested for infections. Surgery is free."
)
_THEFT = (
    "Police arrested two men on Monday for the robbery. The suspects were charged with "
    "burglary and murder, and detectives searched for the gang. The prison holds nine thieves."
)
_PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old "
    "harbour. Work begins in May, and families could comment on it until the end of June."
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
        finds=(
            RuleCase(_COSTS, ("economic",), options={"least-words": 20}),
            RuleCase(_HEALTH, ("health_and_safety",), options={"least-words": 20}),
            RuleCase(
                f"# Norland counts\n\n{_THEFT}",
                ("crime_and_punishment",),
                options={"least-words": 20, "least-share": 0.6},
            ),
        ),
        leaves=(
            RuleCase(f"{_COSTS} {_HEALTH} {_THEFT}", options={"least-words": 20}),
            RuleCase(_COSTS),
            RuleCase(_PLAIN, options={"least-words": 20}),
            RuleCase(f"---\nkind: opinion\n---\n\n{_COSTS}", options={"least-words": 20}),
        ),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-share": 0.8, "least-words": 250},
    ),
    needs=frozenset({"attributions", "frames", "measures"}),
    find=_find,
)
