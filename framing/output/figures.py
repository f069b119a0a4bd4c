"""Figures as people read them: rates, shares, intervals and places in the reference."""

from framing.report import Measure

__all__ = ["compared", "figure", "number", "with_interval"]


def figure(measure: Measure) -> str:
    """Return a measure's value with its unit: "3.1 per 1,000 words", "42%", "not defined" where it has none."""
    if measure.value is None:
        return "not defined"
    return f"{number(measure.value, measure.unit)}{_unit(measure.unit)}"


def with_interval(measure: Measure) -> str:
    """Return the figure with its 95% interval, where it has one."""
    if measure.value is None or measure.low is None or measure.high is None:
        return figure(measure)
    low, high = number(measure.low, measure.unit), number(measure.high, measure.unit)
    return f"{figure(measure)} [{low} to {high}]"


def compared(measure: Measure) -> str:
    """Return the measure's place among news reports in words, empty where the reference has none."""
    if measure.percentile is None:
        return ""
    return f"more than {measure.percentile:.0f} in 100 news articles"


def number(value: float, unit: str) -> str:
    """Return a value as it is written in its unit, without the unit."""
    if unit == "share":
        return f"{100 * value:.0f}%"
    if unit in {"count", "words"}:
        return f"{value:,.0f}"
    return f"{value:.2f}" if unit in {"index", "bits"} else f"{value:.1f}"


def _unit(unit: str) -> str:
    return {"per_1000_words": " per 1,000 words", "bits": " bits", "difference": " per 1,000 words"}.get(unit, "")
