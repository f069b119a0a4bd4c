"""How it is framed: whether one frame leads, or which frames are present."""

from collections import defaultdict
from collections.abc import Sequence

from framing.finding import Evidence
from framing.measuring.sure_frames import FEWEST_WORDS, body_words, sure_frames
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.wording import listed, percent, quoted

__all__ = ["AHEAD", "CLEARLY", "framed"]

AHEAD = 0.4
"""How far a frame's share lies before the next one's where it leads: of 175 such articles readers call it leading in
0.85."""
_AHEAD: dict[str, float] = {"political": 0.2}
"""The same for frames that lead earlier, 0.89 of 254: a story of an election is told through its matters too, whose
words point elsewhere."""
CLEARLY = 0.75
"""Probability from which the sentence names a frame beside another. The panel's rows are right in 0.93 of cases, and of
sentences that named all of them readers signed 0.72."""
_MOST_NAMED = 5
"""Frames that are named: the panel has no more rows."""


def framed(report: Report) -> Statement:
    """Return the sentence on how the body is framed; it names frames that are sure, as the panel does.

    A frame leads where its share of the words that point to a frame lies so far before any other's that readers call it
    leading (``AHEAD``). Otherwise the sentence names what is present and ranks nothing: that none leads is no reader's
    view, who sees one frame leading in every article.
    """
    words = body_words(report)
    if len(words) < FEWEST_WORDS:
        return Statement("framed", "Too few words point to a frame to say how it is framed.", _spans(words))
    sure = sure_frames(report)[:_MOST_NAMED]
    if not sure:
        return Statement("framed", "No frame was found surely.")
    shares = _shares(words)
    first, share = sure[0], shares[sure[0]]
    # Rounded, so that seven and three of ten lie 0.4 apart.
    ahead = round(share - max((other for name, other in shares.items() if name != first), default=0.0), 6)
    if ahead >= _AHEAD.get(first, AHEAD):
        text = f"One frame leads: {percent(share)} of the words that point to a frame point to {_called([first])}."
        sure = (first,)
    elif len(sure) == 1:
        text = f"One frame was found surely: {_called(sure)}."
    else:
        sure = _clearest(report, sure)
        verb, which = ("are", "frames; which of them leads") if len(sure) > 1 else ("is", "a frame; whether it leads")
        text = f"{_called(sure)} {verb} present as {which} was not found surely."
    return Statement("framed", text, _spans([word for word in words if word[1] in sure]))


def _clearest(report: Report, sure: Sequence[str]) -> tuple[str, ...]:
    """Return the frames that are clearly present, at least the likeliest: one that is not makes the sentence wrong."""
    scores = {name: report.analysis.policy_frames[name].score for name in sure}
    return tuple(name for name in sure if scores[name] >= CLEARLY) or (max(sure, key=lambda name: scores[name]),)


def _shares(words: list[tuple[Evidence, str]]) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for place, name in words:
        weights[name] += place.weight
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def _called(names: Sequence[str]) -> str:
    return listed([quoted(name.replace("_", " ")) for name in names])


def _spans(words: Sequence[tuple[Evidence, str]]) -> tuple[Span, ...]:
    return tuple(Span(place.start, place.end) for place, _ in words)
