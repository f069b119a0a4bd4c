"""A summary on a terminal of 80 columns: a block a measure, a line a group."""

from collections.abc import Iterator

from framing.corpus.summary.estimates import Group
from framing.corpus.summary.figures import Figure
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.tables import Table
from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.corpus.words import (
    FEW_CLUSTERS,
    cluster_words,
    counted_words,
    figure_label,
    group_name,
    interval_words,
    left_out_lines,
    plural,
    value_words,
)
from framing.output.summary import CANNOT_TELL
from framing.output.width import padded, wrapped

__all__ = ["WIDTH", "head", "render"]

WIDTH = 80
"""Columns of the table."""
_NAME, _COUNT, _FIGURE, _INTERVAL = 24, 6, 7, 17
_STRIP = WIDTH - _NAME - _COUNT - _FIGURE - _INTERVAL - 4


def render(corpus: Corpus, table: Table, *, most: int, colour: bool = False) -> str:
    """Return the summary as lines.

    Args:
        corpus: Where the articles lie.
        table: Its figures by group.
        most: How many groups to show, those with most articles.
        colour: Whether to use ANSI colours.
    """
    return without_commands("\n".join(_lines(corpus, table, most, Paint(colour))) + "\n")


def head(corpus: Corpus, table: Table, paint: Paint) -> Iterator[str]:
    """Yield what the articles are, and which are not counted."""
    yield from (paint(line, "bold") for line in wrapped(str(corpus.folder), WIDTH))
    yield from wrapped(
        f"{counted_words(table)}. Lines: articles, figure, 95% interval (drawn by {cluster_words(table.cluster)}).",
        WIDTH,
    )
    if not corpus.finished:
        line = "The run that scores them has not finished: articles are missing."
        yield paint(line, "yellow")
    for line in left_out_lines(corpus, table.left_out):
        yield from (paint(part, "yellow") for part in wrapped(f"Left out: {line}", WIDTH, "  "))


def _lines(corpus: Corpus, table: Table, most: int, paint: Paint) -> Iterator[str]:
    yield from head(corpus, table, paint)
    yield ""
    shown = sorted(table.largest(most), key=lambda group: group.key)
    few = False
    for figure in table.figures:
        yield from _block(figure, shown, paint)
        few |= any(group.clusters < FEW_CLUSTERS and group.estimates[figure.name].low is not None for group in shown)
        yield ""
    rest = len(table.groups) - len(shown)
    if rest:
        yield from wrapped(
            f"{plural(rest, 'more group')} with fewer articles: --most shows them, --format csv has all.", WIDTH
        )
    if few:
        yield from wrapped(f"*: fewer than {FEW_CLUSTERS} clusters; the interval is narrower than it should be.", WIDTH)
    yield from (paint(line, "dim") for line in wrapped(CANNOT_TELL, WIDTH))


def _block(figure: Figure, groups: list[Group], paint: Paint) -> Iterator[str]:
    estimates = [group.estimates[figure.name] for group in groups]
    edges = [edge for one in estimates for edge in (one.low, one.value, one.high) if edge is not None]
    unit = " per 1,000 words" if figure.unit in {"per_1000_words", "difference"} else ""
    title = f"{figure_label(figure)}{unit}"
    if not edges:
        yield paint(title, "cyan") + "  not defined for any group"
        return
    low, high = min(edges), max(edges)
    yield paint(title, "cyan")
    for group, estimate in zip(groups, estimates, strict=True):
        mark = "*" if group.clusters < FEW_CLUSTERS and estimate.low is not None else " "
        name = f"{padded(group_name(group), _NAME)} {estimate.articles:>{_COUNT},}"
        value = value_words(estimate, figure.unit)
        value = value.removesuffix(" per 1,000 words")
        yield (
            f"{name} {value:>{_FIGURE}} {padded(interval_words(estimate, figure.unit) + mark, _INTERVAL)} "
            f"{_strip((estimate.low, estimate.value, estimate.high), low, high)}"
        ).rstrip()


def _strip(marks: tuple[float | None, float | None, float | None], low: float, high: float) -> str:
    """Draw a figure and its interval between the least and greatest of the block."""
    left, here, right = (
        None if mark is None else round((mark - low) / (high - low or 1.0) * (_STRIP - 1)) for mark in marks
    )
    if here is None:
        return ""
    cells = [" "] * _STRIP
    if left is not None and right is not None:
        cells[left : right + 1] = "─" * (right + 1 - left)
    cells[here] = "●"
    return "".join(cells)
