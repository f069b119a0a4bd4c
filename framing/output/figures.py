"""Figures as people read them: rates, shares, intervals and places in the reference."""

from framing.report import Measure

__all__ = ["amount", "compared", "figure", "in_cell", "number", "stated", "with_interval"]

_RATE = "per_1000_words"
_COUNTED = frozenset({_RATE, "share", "count", "words"})
"""Units in which zero means that there is none of a thing; an index of zero is a figure like any other."""


def figure(measure: Measure) -> str:
    """Return a measure's value with its unit: "3.1 per 1,000 words", "42%", "none", "not defined" without a value."""
    return "not defined" if measure.value is None else amount(measure.value, measure.unit)


def amount(value: float, unit: str) -> str:
    """Return a measure's value with its unit, and "none" for nothing."""
    if value == 0 and unit in _COUNTED:
        return "none"
    return f"{number(value, unit)}{_unit(unit)}"


def with_interval(measure: Measure) -> str:
    """Return the figure with its 95% interval, where it has one; what is not there at all needs none."""
    if not measure.value or measure.low is None or measure.high is None:
        return figure(measure)
    low, high = number(measure.low, measure.unit), number(measure.high, measure.unit)
    return f"{figure(measure)} [{low} to {high}]"


def compared(measure: Measure) -> str:
    """Return the measure's place among news reports in words, empty where the reference has none."""
    if measure.percentile is None:
        return ""
    # Ties count half: of a figure that nothing lies below, or above, twice its distance from the end have the same.
    if measure.value == 0 and measure.unit in _COUNTED:
        return _alike(2 * measure.percentile)
    if measure.value == 1 and measure.unit == "share":
        return _alike(2 * (100 - measure.percentile))
    if measure.wide:
        return f"too {'few' if measure.unit == _RATE else 'little text'} to compare with other articles"
    return f"more than {min(int(measure.percentile), 99)} in 100 news articles"


def stated(measure: Measure, of: str = "") -> str:
    """Return figure, interval, what it is of, and its place among news reports: "none of them, as in 34 of 100 …".

    Args:
        measure: The measure.
        of: What the figure is of, as it follows the figure.
    """
    place = compared(measure)
    # Of one word in a thousand a rate and its interval say less than the count does.
    told = f"{measure.count:,.0f} in {measure.of:,.0f} words" if _is_few(measure) else with_interval(measure)
    return f"{told}{f' {of}' if of else ''}{f', {place}' if place else ''}"


def in_cell(measure: Measure) -> str:
    """Return figure and interval for a table; in place of an interval that says nothing, that it says nothing."""
    return f"{figure(measure)} (too few to compare)" if _is_few(measure) else with_interval(measure)


def _is_few(measure: Measure) -> bool:
    return measure.wide and measure.unit == _RATE and bool(measure.value)


def number(value: float, unit: str) -> str:
    """Return a value as it is written in its unit, without the unit."""
    if unit == "share":
        return _short_of(f"{100 * value:.0f}%", value)
    if unit in {"count", "words"}:
        return f"{value:,.0f}"
    return f"{value:.2f}" if unit in {"index", "bits"} else _short_of(f"{value:.1f}", value)


def _short_of(written: str, value: float) -> str:
    """Return a figure that rounding would make nothing, or all, as less than the least or more than the most."""
    least = {"0%": "<1%", "0.0": "<0.1"}
    if value > 0 and written in least:
        return least[written]
    return ">99%" if value < 1 and written == "100%" else written


def _alike(articles: float) -> str:
    return f"as in {articles:.0f} of 100 news articles" if articles >= 1 else "as in fewer than 1 of 100 news articles"


def _unit(unit: str) -> str:
    return {"per_1000_words": " per 1,000 words", "bits": " bits", "difference": " per 1,000 words"}.get(unit, "")
