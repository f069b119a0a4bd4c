"""The geometry of an archive's charts, in percent of their width and height; templates draw it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import Figure
from framing.output.corpus.words import (
    FEW_CLUSTERS,
    figure_label,
    figure_words,
    group_name,
    interval_words,
    number_words,
    unit_words,
)
from framing.output.page.charts import percent

__all__ = ["FEWEST_IN_A_MONTH", "Dot", "DotChart", "Series", "dot_chart", "series", "spread"]

FEWEST_IN_A_MONTH = 10
"""Articles of a month below which its figure stands in the table and not in the chart."""
_MIDDLE = (0.05, 0.95)
"""Of the points of an axis, those that it spans at least: one outlier does not set it."""
_FEWEST_FOR_OUTLIERS = 8
"""Values from which a chart leaves outliers outside of its scale: with fewer, quartiles tell nothing."""
_MOST_TICKS = 6
"""Years named below a chart, about: more would run into each other."""
_BEYOND = 1.6
"""How far past these the axis reaches at most, in their own range."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A group's figure as a dot on its interval.

    Attributes:
        name: The group.
        value: The figure in words.
        interval: The interval in words, or that there is none.
        articles: On how many articles it rests.
        few: Whether it rests on fewer clusters than an interval needs.
        at: Where the dot stands; ``None`` without a figure.
        ends: Where the interval starts and ends; ``None`` without one.
        beyond: Whether the figure lies past an edge of the axis; the dot stands at that edge.
    """

    name: str
    value: str
    interval: str
    articles: int
    few: bool
    at: float | None
    ends: tuple[float, float] | None
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class DotChart:
    """Groups on one measure, highest first.

    Attributes:
        name: The measure's name in every output.
        label: The same in words.
        unit: The unit in words, empty for shares.
        low: The left edge in words.
        high: The right edge in words.
        rows: A row a group that has the figure.
        without: How many groups do not have it.
        zero: Where zero stands, for differences that lie on both sides of it.
    """

    name: str
    label: str
    unit: str
    low: str
    high: str
    rows: tuple[Dot, ...]
    without: int
    zero: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over time.

    Attributes:
        name: The measure's name, or the outlet's.
        label: The same in words.
        unit: The unit in words.
        line: The figures as an SVG path in a box of 100 by 100; it breaks where a month has none, or too few articles.
        band: The intervals as an SVG path.
        low: The lower edge in words.
        high: The upper edge in words.
        rows: A row a month.
        ticks: Where years begin on the axis of months, with the year; the first month where no year begins.
    """

    name: str
    label: str
    unit: str
    line: str
    band: str
    low: str
    high: str
    rows: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...] = ()


def spread(estimates: Sequence[Estimate], *, with_zero: bool = False) -> tuple[float, float] | None:
    """Return the least and greatest figure or interval's end; ``None`` where nothing is defined."""
    edges = [
        edge for estimate in estimates for edge in (estimate.low, estimate.value, estimate.high) if edge is not None
    ]
    if not edges:
        return None
    edges += [0.0] if with_zero else []
    return _without_outliers(estimates, min(edges), max(edges))


def _without_outliers(estimates: Sequence[Estimate], least: float, greatest: float) -> tuple[float, float]:
    """Draw the edges in to some times the range of the middle figures; what lies beyond stands at the edge."""
    values = sorted(estimate.value for estimate in estimates if estimate.value is not None)
    if len(values) < _FEWEST_FOR_OUTLIERS:
        return least, greatest
    low, high = (values[round(share * (len(values) - 1))] for share in _MIDDLE)
    reach = (_BEYOND - 1) * (high - low)
    return (max(least, low - reach), min(greatest, high + reach)) if high > low else (least, greatest)


def dot_chart(figure: Figure, groups: Sequence[Group]) -> DotChart | None:
    """Return a chart of groups on a measure; ``None`` where none of them has it."""
    defined = [(group, one) for group in groups if (one := group.estimates[figure.name]).value is not None]
    edges = spread([estimate for _, estimate in defined])
    if edges is None:
        return None
    ordered = sorted(defined, key=lambda pair: (-(pair[1].value or 0.0), pair[0].key))
    return DotChart(
        name=figure.name,
        label=figure_label(figure),
        unit=unit_words(figure.unit),
        low=number_words(edges[0], figure.unit),
        high=number_words(edges[1], figure.unit),
        rows=tuple(dot(group_name(group), estimate, figure, edges, group.clusters) for group, estimate in ordered),
        without=len(groups) - len(defined),
    )


def dot(name: str, estimate: Estimate, figure: Figure, edges: tuple[float, float], clusters: int) -> Dot:
    """Return an estimate as a dot between a chart's edges."""
    at, low, high = (_place(value, edges) for value in (estimate.value, estimate.low, estimate.high))
    return Dot(
        name=name,
        value=figure_words(estimate.value, figure.unit),
        interval=interval_words(estimate, figure.unit),
        articles=estimate.articles,
        few=clusters < FEW_CLUSTERS and estimate.low is not None,
        at=at,
        ends=None if low is None or high is None else (low, high),
        beyond=estimate.value is not None and not edges[0] <= estimate.value <= edges[1],
    )


def series(
    name: str, label: str, figure: Figure, groups: Sequence[Group], months: Sequence[str], edges: tuple[float, float]
) -> Series:
    """Return a measure over time.

    Args:
        name: An identifier.
        label: The heading.
        figure: The measure.
        groups: A group a month; the month is the last value of its key.
        months: Every month of the axis.
        edges: The least and greatest figure of the axis.
    """
    by_month = {group.key[-1]: group for group in groups}
    drawn: list[Dot] = []
    rows: list[Dot] = []
    for month in months:
        if month in by_month:
            group = by_month[month]
            rows.append(dot(month, group.estimates[figure.name], figure, edges, group.clusters))
        else:
            rows.append(Dot(month, "-", "", 0, few=False, at=None, ends=None))
        enough = rows[-1].articles >= FEWEST_IN_A_MONTH
        drawn.append(rows[-1] if enough else replace(rows[-1], at=None, ends=None))
    return Series(
        name=name,
        label=label,
        unit=unit_words(figure.unit),
        line=_line(drawn),
        band=_band(drawn),
        ticks=_ticks(months),
        low=number_words(edges[0], figure.unit),
        high=number_words(edges[1], figure.unit),
        rows=tuple(row for row in rows if row.articles),
    )


def _place(value: float | None, edges: tuple[float, float]) -> float | None:
    if value is None:
        return None
    return 50.0 if edges[1] <= edges[0] else percent((value - edges[0]) / (edges[1] - edges[0]))


def _across(number: int, count: int) -> float:
    return percent((number + 0.5) / count)


def _ticks(months: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """The years that begin on the axis, every so many where they would stand too close."""
    years = [(number, month[:4]) for number, month in enumerate(months) if month.endswith("-01")]
    step = max(len(years) // _MOST_TICKS, 1)
    return tuple((percent(number / len(months)), year) for number, year in years[::step])


def _line(rows: Sequence[Dot]) -> str:
    path = ""
    pen = "M"
    for number, row in enumerate(rows):
        if row.at is None:
            pen = "M"
            continue
        # A month alone between two without figures is a point: a line of no length with round ends.
        path += f"{pen}{_across(number, len(rows))} {round(100 - row.at, 2)}" + ("h0" if pen == "M" else "")
        pen = "L"
    return path


def _band(rows: Sequence[Dot]) -> str:
    """Each month's interval as a bar as wide as the month: gaps show where there is no interval."""
    half = 50 / max(len(rows), 1)
    return "".join(
        f"M{round(_across(n, len(rows)) - half, 2)} {round(100 - row.ends[1], 2)}h{round(2 * half, 2)}"
        f"V{round(100 - row.ends[0], 2)}h{round(-2 * half, 2)}Z"
        for n, row in enumerate(rows)
        if row.ends is not None
    )
