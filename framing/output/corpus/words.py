"""Figures of groups of articles as people read them, before any format."""

from collections.abc import Mapping

from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import Figure
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.tables import Table
from framing.output.figures import amount, number
from framing.output.page.figures_table import row_of
from framing.output.summary import readable
from framing.report import Measure

__all__ = [
    "FEW_CLUSTERS",
    "cluster_words",
    "counted_words",
    "figure_label",
    "figure_words",
    "group_name",
    "interval_words",
    "left_out_lines",
    "number_words",
    "plural",
    "told",
    "unit_words",
    "value_words",
]

FEW_CLUSTERS = 10
"""Intervals of fewer clusters are too narrow: ``docs/corpus-summary.md`` has the measured coverage."""
_SMALL_SHARE = 0.0995
"""Below, a share has a decimal: anonymous sources are a few in a thousand, and outlets differ in them."""
_CLUSTERS = {"article": "article", "day": "day", "week": "week", "event": "event (topic and week)"}
_UNITS = {"per_1000_words": " per 1,000 words", "bits": " bits", "difference": " per 1,000 words"}


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 article", "2,000 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def figure_label(figure: Figure) -> str:
    """Return a figure's name in words."""
    if figure.frame is not None:
        return f"Articles that use: {readable(figure.frame)}"
    label = row_of(figure.name, Measure(None, figure.unit, None, None, 0, 0, None, "")).label
    return f"{label} (articles’ mean)" if figure.unit == "count" else label


def group_name(group: Group) -> str:
    """Return a group's name: its values, or "all articles"."""
    return " · ".join(group.key) or "all articles"


def value_words(estimate: Estimate, unit: str) -> str:
    """Return the figure with its unit: "none" for nothing, "not defined" where no article has it."""
    if estimate.value is None:
        return "not defined"
    told = figure_words(estimate.value, unit)
    return told if told == "none" else told + _UNITS.get(unit, "")


def interval_words(estimate: Estimate, unit: str) -> str:
    """Return the interval, or in words that there is none; empty where there is no figure, or nothing, either."""
    if estimate.value is None:
        return ""
    if estimate.low is None or estimate.high is None:
        return "no interval" if estimate.value else ""
    return f"[{number_words(estimate.low, unit)} to {number_words(estimate.high, unit)}]"


def told(estimate: Estimate, unit: str) -> str:
    """Return a figure with its interval."""
    return " ".join(part for part in (value_words(estimate, unit), interval_words(estimate, unit)) if part)


def counted_words(table: Table) -> str:
    """Return how many articles and words a table counts, and in how many groups."""
    counted = sum(group.articles for group in table.groups)
    words = sum(group.words for group in table.groups)
    text = f"{plural(counted, 'article')} counted of {table.articles:,}, {words:,} words"
    return f"{text}, by {' and '.join(table.by)}: {plural(len(table.groups), 'group')}" if table.by else text


def cluster_words(cluster: str) -> str:
    """Return what was drawn whole, in words."""
    return _CLUSTERS[cluster]


def left_out_lines(corpus: Corpus, left_out: Mapping[str, int]) -> list[str]:
    """Return what the figures do not count, and why: a line a reason."""
    lines = [f"{plural(count, 'article')}: {reason}" for reason, count in left_out.items()]
    return lines + [f"{plural(count, 'record')} rejected: {reason}" for reason, count in corpus.rejects.items()]


def number_words(value: float | None, unit: str) -> str:
    """Return a figure without its unit, "-" where there is none."""
    if value is None:
        return "-"
    if unit == "share" and abs(value) < _SMALL_SHARE:
        return f"{100 * value:.1f}%"
    # A mean of counts has decimals.
    return number(value, "mean" if unit == "count" else unit)


def figure_words(value: float | None, unit: str) -> str:
    """Return a figure as ``number_words`` does, and "none" for nothing."""
    return "none" if value == 0 and amount(0.0, unit) == "none" else number_words(value, unit)


def unit_words(unit: str) -> str:
    """Return the unit in words, empty where the figures say it themselves."""
    return _UNITS.get(unit, "").strip()
