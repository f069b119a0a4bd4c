"""A comparison of outlets as rows of words, before any format."""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.corpus.summary.comparing import OutletComparison, Pair
from framing.corpus.summary.figures import Figure
from framing.corpus.summary.matched import FEWEST_EVENTS
from framing.output.corpus.words import figure_label, figure_words, number_words, plural

__all__ = ["DifferenceRow", "difference_rows", "events_sentence", "signed"]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A measure of two outlets in words.

    Attributes:
        name: The measure's name in every output.
        label: The same in words, with its unit.
        first: The first outlet's figure over all its articles.
        second: The second's.
        raw: Their difference with its interval.
        matched: The difference on the same events with its interval, or why there is none.
        raw_apart: Whether the raw interval leaves out zero.
        matched_apart: Whether the matched one does.
    """

    name: str
    label: str
    first: str
    second: str
    raw: str
    matched: str
    raw_apart: bool
    matched_apart: bool


def difference_rows(pair: Pair, figures: tuple[Figure, ...]) -> Iterator[DifferenceRow]:
    """Yield a row for each figure that either outlet has."""
    for figure in figures:
        raw, matched = pair.raw[figure.name], pair.matched[figure.name]
        if raw.first.value is None and raw.second.value is None:
            continue
        yield DifferenceRow(
            name=figure.name,
            label=figure_label(figure),
            first=figure_words(raw.first.value, figure.unit),
            second=figure_words(raw.second.value, figure.unit),
            raw=_difference(raw.difference, raw.low, raw.high, figure.unit),
            matched=_difference(matched.difference, matched.low, matched.high, figure.unit)
            if matched.events >= FEWEST_EVENTS
            else f"cannot tell: {plural(matched.events, 'event')}",
            raw_apart=_apart(raw.low, raw.high),
            matched_apart=_apart(matched.low, matched.high),
        )


def events_sentence(comparison: OutletComparison, pair: Pair) -> str:
    """Return how much of two outlets' articles the matched differences rest on, or why there are none."""
    undated = sum(comparison.unmatched.values())
    if undated == comparison.articles:
        return "On the same events: cannot tell, because no article has both a topic and a full date."
    articles = [0, 0]
    for matched in pair.matched.values():
        articles = [max(most, count) for most, count in zip(articles, matched.articles, strict=True)]
    sentence = (
        f"On the same events: both wrote about {plural(pair.events, 'event')} (a topic in one week), {pair.first} in "
        f"{plural(articles[0], 'article')}, {pair.second} in {articles[1]:,}"
    )
    if pair.events < FEWEST_EVENTS:
        sentence += f"; too few to tell, it takes {FEWEST_EVENTS}"
    return f"{sentence}."


def signed(value: float, unit: str) -> str:
    """Return a difference with its sign: "+1.2"; of a share in points."""
    text = f"{100 * abs(value):.1f}" if unit == "share" else number_words(abs(value), unit)
    # What rounds to nothing has no sign.
    sign = "" if not text.strip("0.,") else "+" if value > 0 else "−"
    return f"{sign}{text}"


def _difference(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    if value is None:
        return "not defined"
    if low is None or high is None:
        return f"{signed(value, unit)} no interval"
    return f"{signed(value, unit)} [{signed(low, unit)} to {signed(high, unit)}]"


def _apart(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and (low > 0 or high < 0)
