"""How it is framed: whether the words that point to a frame point above all to one or two."""

from framing.finding import Evidence
from framing.measuring.sure_frames import FEWEST_WORDS, body_words, sure_frames
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.weighed import Weighed, leads, weighed
from framing.summing_up.wording import listed, over_half, percent, quoted

__all__ = ["framed"]

_OF = "Of the words that point to a frame"


def framed(report: Report) -> Statement:
    """Return the sentence on how the body is framed; it names frames that are sure, as the panel does.

    Most words point to one frame where the lower end of its share's interval is above a half, more than half where the
    share is, and more than to any other where the interval of the share among its own words and the next one's lies
    above a half. Most point to two where the lower end of their common share is above a half and the second has twice
    the third's. Otherwise no frame leads, or only one is sure.
    """
    found = body_words(report)
    names, words = [name for _, name in found], [place for place, _ in found]
    sure = sure_frames(report)
    if len(words) < FEWEST_WORDS:
        return Statement("framed", "Too few words point to a frame to say how it is framed.", _spans(words))
    if not sure:
        return Statement("framed", "No frame is sure.")
    shares = {name: _share(names, words, {name}) for name in dict.fromkeys(names)}
    first = sure[0]
    rest = sorted((name for name in shares if name != first), key=lambda name: -shares[name].value)
    chosen = {first}
    share = shares[first]
    called = f"{_called(first)} ({percent(share.value)})"
    if share.low > 0.5:
        text = f"{_OF}, most point to {_called(first)}: {percent(share.value)}."
    elif over_half(share.value):
        text = f"{_OF}, more than half point to {_called(first)}: {percent(share.value)}."
    elif not rest or _leads(names, words, first, rest[0]):
        text = f"{_OF}, more point to {called} than to any other."
    elif (both := _both(names, words, sure, shares)) is not None:
        chosen = set(sure[:2])
        text = f"{_OF}, most point to {listed([_called(name) for name in sure[:2]])}: {percent(both.value)}."
    elif len(sure) == 1:
        text = f"Only one frame is sure: {_called(first)}, with {percent(share.value)} of the words that point to one."
    else:
        text = f"No frame clearly leads: of the frames that are sure, {called} has the most words."
    return _statement(text, chosen, names, words)


def _share(names: list[str], words: list[Evidence], counted: set[str]) -> Weighed:
    pairs = list(zip(names, words, strict=True))
    return weighed(pairs, lambda pair: pair[1].weight, lambda pair: pair[0] in counted)


def _leads(names: list[str], words: list[Evidence], first: str, second: str) -> bool:
    pairs = list(zip(names, words, strict=True))
    return leads(pairs, lambda pair: pair[1].weight, lambda pair: pair[0] == first, lambda pair: pair[0] == second)


def _both(names: list[str], words: list[Evidence], sure: tuple[str, ...], shares: dict[str, Weighed]) -> Weighed | None:
    """The common share of the two leading frames, where they lead together: both sure, and no third near them."""
    if len(sure) < 2:
        return None
    both = _share(names, words, set(sure[:2]))
    third = max((share.value for name, share in shares.items() if name not in sure[:2]), default=0.0)
    return both if both.low > 0.5 and shares[sure[1]].value >= 2 * third else None


def _called(name: str) -> str:
    return quoted(name.replace("_", " "))


def _spans(words: list[Evidence]) -> tuple[Span, ...]:
    return tuple(Span(place.start, place.end) for place in words)


def _statement(text: str, frames: set[str], names: list[str], words: list[Evidence]) -> Statement:
    chosen = [place for name, place in zip(names, words, strict=True) if name in frames]
    return Statement("framed", text, _spans(chosen))
