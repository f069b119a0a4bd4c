"""F304: a frame that only the outlet's own voice brings in."""

from collections.abc import Iterator

from framing.article import Voice
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.finding import POLICY_FRAMES
from framing.rule_case import RuleCase
from framing.spans import Span

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    codes = analysis.voices.codes
    for name in POLICY_FRAMES:
        words = analysis.frame_words.get(name, ())
        share = view.figure(f"frame_{name}") or 0.0
        if share < float(view.options["least-share"]) or len(words) < int(view.options["least-hits"]):
            continue
        if view.report.sources and all(codes[word.start] in {Voice.OWN, Voice.SCARE} for word in words):
            label = name.replace("_", " ")
            evidence = tuple(Span(word.start, word.end) for word in words[1:20])
            message = (
                f"Only the outlet's own words bring in a frame with {100 * share:.0f}% of the frame words: {label}."
            )
            yield Found(words[0].start, words[0].end, message, 0.5, name, evidence=evidence)


_ARMY = (
    "The army sent troops and missiles to the border on Monday. Soldiers guard the frontier "
    "against terrorism, and the navy holds its warships at the base."
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
        code="F304",
        name="frame-of-the-outlet",
        summary="A frame with a large share stands only in the outlet's own words: no source brings it in.",
        what="Compares the voices of the words of each frame that has a quarter of the article's frame words.",
        why="Nobody who is quoted sees the matter this way: the frame is the outlet's.",
        evidence="boydstun2014: frames; gans1979: whose view news tells.",
        known_problems="Background paragraphs are in own voice as a rule.",
        finds=(
            RuleCase(f"{_ARMY} Ada Holm said that the harbour was quiet.", ("security_and_defense",)),
            RuleCase(f"{_COSTS} Ada Holm said that she was tired.", ("economic",)),
            RuleCase(f"# Norland waits\n\n{_HEALTH} “It is late,” Ben Ryder said.", ("health_and_safety",)),
        ),
        leaves=(
            RuleCase(f"{_ARMY} Ada Holm said that the army and its troops would leave the border."),
            RuleCase(_ARMY),
            RuleCase("The army came on Monday. Ada Holm said that the harbour was quiet."),
            RuleCase(f"---\nkind: opinion\n---\n\n{_ARMY} Ada Holm said that the harbour was quiet."),
        ),
        parts=("own voice",),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-share": 0.25, "least-hits": 4},
    ),
    needs=frozenset({"attributions", "frames", "measures"}),
    find=_find,
)
