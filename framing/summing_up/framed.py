"""How it is framed: whether the words that point to a frame point above all to one or two."""

from framing.finding import Evidence
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.weighed import Weighed, weighed
from framing.summing_up.wording import listed, percent, quoted

__all__ = ["framed"]

_FEWEST_WORDS = 5
"""Words of frames in the body below which nothing is said of how it is framed."""
_OF = "Of the words that point to a frame"


def framed(report: Report) -> Statement:
    """Return the sentence on how the body is framed.

    Most words point to one frame where the lower end of its share's interval is above a half, and more than to any
    other where its interval lies above the next one's. Most point to two where the lower end of their common share is
    above a half and the second has twice the third's. Otherwise no frame leads.
    """
    names, words = _words(report)
    if len(words) < _FEWEST_WORDS:
        return Statement("framed", "Too few words point to a frame to say how it is framed.", _spans(words))
    shares = {name: _share(names, words, {name}) for name in dict.fromkeys(names)}
    order = sorted(shares, key=lambda name: -shares[name].value)
    first, second = order[0], order[1] if len(order) > 1 else ""
    chosen = {first}
    leads = f"{_called(first)} ({percent(shares[first].value)})"
    if shares[first].low > 0.5:
        text = f"{_OF}, most point to {_called(first)}: {percent(shares[first].value)}."
    elif not second or shares[first].low > shares[second].high:
        text = f"{_OF}, more point to {leads} than to any other."
    else:
        both = _share(names, words, {first, second})
        third = shares[order[2]].value if len(order) > 2 else 0.0
        if both.low > 0.5 and shares[second].value >= 2 * third:
            chosen |= {second}
            text = f"{_OF}, most point to {listed([_called(first), _called(second)])}: {percent(both.value)}."
        else:
            text = f"No frame clearly leads: of the words that point to a frame, {leads} has the most."
    return _statement(text, chosen, names, words)


def _words(report: Report) -> tuple[list[str], list[Evidence]]:
    """The body's words of frames in text order, with the frame of each."""
    article = report.analysis.article
    places_of_words = sorted(
        (place, name)
        for name, evidence in report.analysis.frame_words.items()
        for place in evidence
        if article.kind_at(place.start) in {"body", "subhead", "pull_quote"}
    )
    return [name for _, name in places_of_words], [place for place, _ in places_of_words]


def _share(names: list[str], words: list[Evidence], counted: set[str]) -> Weighed:
    pairs = list(zip(names, words, strict=True))
    return weighed(pairs, lambda pair: pair[1].weight, lambda pair: pair[0] in counted)


def _called(name: str) -> str:
    return quoted(name.replace("_", " "))


def _spans(words: list[Evidence]) -> tuple[Span, ...]:
    return tuple(Span(place.start, place.end) for place in words)


def _statement(text: str, frames: set[str], names: list[str], words: list[Evidence]) -> Statement:
    chosen = [place for name, place in zip(names, words, strict=True) if name in frames]
    return Statement("framed", text, _spans(chosen))
