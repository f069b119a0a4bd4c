"""What a comparison's page draws beside the columns: facts, frames, sources, words and differences, in small."""

from collections.abc import Mapping
from dataclasses import dataclass

from framing.aligned import Passage
from framing.comparison import ComparedSource, Comparison, Difference, FrameDistance
from framing.finding import POLICY_FRAMES
from framing.output.figures import amount, figure, number, with_interval
from framing.output.letters import letter
from framing.output.page.charts import Range, Scale, interval, percent
from framing.output.page.columns import Telling
from framing.output.page.figures_table import row_of
from framing.output.page.layers import FRAME_CODES
from framing.output.page.speakers import Turn, distinct, group_of, turns, word_starts
from framing.output.phrases import as_source
from framing.output.summary import readable
from framing.report import Measure

__all__ = [
    "DifferenceRow",
    "FrameMultiple",
    "Lane",
    "MapCell",
    "Multiple",
    "SourceRow",
    "difference_rows",
    "distances_in_short",
    "fact_maps",
    "frame_multiples",
    "measure_multiples",
    "source_rows",
    "speaking",
]

_MOST_FRAMES = 4
"""Frames that are drawn side by side: what fits above the fold; set by hand."""


@dataclass(frozen=True, slots=True)
class Multiple:
    """One article's bar among several: letter, figure in words, bar and interval in percent of the common scale."""

    letter: str
    text: str
    bar: float
    interval: Range | None


@dataclass(frozen=True, slots=True)
class FrameMultiple:
    """A frame with a bar for each article."""

    name: str
    code: str
    bars: tuple[Multiple, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One article's words in reading order: who speaks when, and the share of officials in words."""

    letter: str
    turns: tuple[Turn, ...]
    officials: str


@dataclass(frozen=True, slots=True)
class MapCell(Range):
    """A sentence in the map of an article: ``all``, ``some`` or ``only``, and its anchor."""

    kind: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its words in each article.

    Attributes:
        source: The figures.
        kind: Source type and party as people read them.
        group: See ``speakers.Turn``.
        bars: One for each article; ``None`` where the article does not credit the source.
    """

    source: ComparedSource
    kind: str
    group: int
    bars: tuple[Multiple | None, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A measure of two articles and what the texts can carry of the difference."""

    label: str
    pair: str
    values: tuple[str, str]
    difference: str
    carried: bool


def frame_multiples(comparison: Comparison) -> tuple[FrameMultiple, ...]:
    """Return the frames with the largest shares in any article, each with a bar for each article on one scale."""
    shares = {name: [report.measures.get(f"frame_{name}") for report in comparison.reports] for name in POLICY_FRAMES}
    largest = {name: max((m.value or 0.0 for m in measures if m), default=0.0) for name, measures in shares.items()}
    chosen = sorted((name for name in shares if largest[name] > 0), key=lambda name: -largest[name])[:_MOST_FRAMES]
    top = max(((m.high or m.value or 0.0) for name in chosen for m in shares[name] if m), default=0.0) or 1.0
    return tuple(
        FrameMultiple(
            readable(name),
            FRAME_CODES[name],
            tuple(_multiple(letter(place), measure, top) for place, measure in enumerate(shares[name])),
        )
        for name in chosen
    )


def measure_multiples(comparison: Comparison, name: str) -> tuple[Multiple, ...]:
    """Return a measure's bar for each article, on one scale."""
    measures = [report.measures.get(name) for report in comparison.reports]
    top = max((m.high or m.value or 0.0 for m in measures if m), default=0.0) or 1.0
    return tuple(_multiple(letter(place), measure, top) for place, measure in enumerate(measures))


def _multiple(letter: str, measure: Measure | None, top: float) -> Multiple:
    if measure is None or measure.value is None:
        return Multiple(letter, "not defined", 0.0, None)
    return Multiple(letter, with_interval(measure), percent(measure.value / top), interval(measure, top))


def distances_in_short(frames: tuple[FrameDistance, ...]) -> str:
    """Return how many pairs of articles differ in their frames by more than chance."""
    carried = [_pair(row.articles) for row in frames if row.carried]
    if not carried:
        return "No two articles' frames lie further apart than chance can bring."
    named = "; ".join(carried) if len(carried) <= 3 else f"{len(carried)} of {len(frames)} pairs"
    return f"Frames lie further apart than chance can bring between {named}."


def speaking(comparison: Comparison) -> tuple[Lane, ...]:
    """Return who speaks when in each article."""
    return tuple(
        Lane(
            letter(place),
            distinct(turns(report.analysis)),
            figure(report.measures["officials"]) if "officials" in report.measures else "not defined",
        )
        for place, report in enumerate(comparison.reports)
    )


def fact_maps(comparison: Comparison, told: tuple[Telling, ...]) -> tuple[tuple[MapCell, ...], ...]:
    """Return a map of each article: which of its sentences all or some tell, and which have no counterpart found."""
    cells: list[list[tuple[Passage, str, str]]] = [[] for _ in comparison.reports]
    for telling in told:
        kind = "all" if len(telling.articles) == len(comparison.reports) else "some"
        names = ", ".join(letter(article) for article in telling.articles)
        for passage in (passage for passages in telling.passages for passage in passages):
            cells[passage.article].append((passage, kind, f"fact {telling.number}, told in {names}"))
    for story in comparison.only:
        for passage in story.passages:
            cells[passage.article].append((passage, "only", "no counterpart found"))
    return tuple(
        _map(report.analysis.article.text, row, word_starts(report.analysis.article))
        for row, report in zip(cells, comparison.reports, strict=True)
    )


def _map(text: str, row: list[tuple[Passage, str, str]], starts: list[int]) -> tuple[MapCell, ...]:
    scale = Scale(starts)
    cells: list[MapCell] = []
    for passage, kind, label in sorted(row, key=lambda cell: cell[0].sentence):
        place = scale.range(passage.start, passage.end)
        words = " ".join(text[passage.start : passage.end].split())[:60]
        anchor = f"{letter(passage.article)}-s{passage.sentence}"
        cells.append(MapCell(place.start, place.width, kind, anchor, f"{label}: {words}…"))
    return tuple(cells)


def source_rows(comparison: Comparison) -> tuple[SourceRow, ...]:
    """Return the sources with their words in each article, on one scale."""
    top = max((place.words for source in comparison.sources for place in source.places), default=1) or 1
    rows: list[SourceRow] = []
    for source in comparison.sources:
        bars: list[Multiple | None] = [None] * len(comparison.reports)
        for place in source.places:
            text = f"{place.words} words, first at {100 * place.first:.0f}% of the text"
            bars[place.article] = Multiple(letter(place.article), text, percent(place.words / top), None)
        kind = as_source(source)
        rows.append(SourceRow(source, kind, group_of(source.type), tuple(bars)))
    return tuple(rows)


def difference_rows(comparison: Comparison) -> tuple[DifferenceRow, ...]:
    """Return the measures of each pair of articles: those that the texts can tell apart first, in the order given."""
    rows = [_difference_row(row, comparison.reports[row.articles[0]].measures) for row in comparison.differences]
    return tuple(sorted(rows, key=lambda row: not row.carried))


def _difference_row(row: Difference, measures: Mapping[str, Measure]) -> DifferenceRow:
    label = row_of(row.measure, measures[row.measure]).label if row.measure in measures else readable(row.measure)
    shown = "not defined"
    if row.difference is not None:
        shown = f"{_apart(row.difference, row.unit)}{_between(row)}"
    values = tuple("not defined" if value is None else amount(value, row.unit) for value in row.values)
    return DifferenceRow(label, _pair(row.articles), (values[0], values[1]), shown, row.carried)


def _apart(difference: float, unit: str) -> str:
    """A difference; of shares in points."""
    if unit == "share":
        return f"{round(100 * difference)} points"
    return amount(difference, "difference") if unit == "per_1000_words" else number(difference, unit)


def _between(row: Difference) -> str:
    if row.low is None or row.high is None:
        return ""
    ends = (f"{round(100 * end)}" if row.unit == "share" else number(end, row.unit) for end in (row.low, row.high))
    return f" [{' to '.join(ends)}]"


def _pair(articles: tuple[int, int]) -> str:
    return f"{letter(articles[0])} and {letter(articles[1])}"
