"""The strip of an article's sentences: a map in reading order, by slant or by frame, that jumps to the place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.article import FURNITURE
from framing.finding import Analysis
from framing.output.page.charts import Range, Scale, percent
from framing.output.page.layers import FRAME_CODES
from framing.output.page.speakers import word_starts
from framing.output.summary import readable

__all__ = ["Cell", "FrameRow", "Strip", "strip"]

_LEVELS = (0.1, 0.2, 0.4)
"""Where a sentence's probability changes class; the last class is that of sentences which are shown as slanted."""


@dataclass(frozen=True, slots=True)
class Cell(Range):
    """A sentence in the strip.

    Attributes:
        sentence: Its index.
        level: Class of its probability, 0 to 4; -1 where there is nothing to judge.
        height: The probability in percent: the shape that says what the colour says.
        label: The same in words.
    """

    sentence: int
    level: int
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class FrameRow:
    """The sentences that hold words of a frame."""

    code: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Both maps over the same sentences."""

    slant: tuple[Cell, ...]
    frames: tuple[FrameRow, ...]


def strip(analysis: Analysis, frames: Sequence[str]) -> Strip:
    """Return the maps of an article, page furniture left out.

    Args:
        analysis: The article and its scores.
        frames: The policy frames that get a row, in this order.
    """
    article = analysis.article
    scale = Scale(word_starts(article))
    places: dict[int, Range] = {}
    for number, sentence in enumerate(article.sentences):
        place = scale.range(sentence.start, sentence.end)
        if place.width and article.blocks[sentence.block].kind not in FURNITURE:
            places[number] = place
    slant = (
        _slant(number, place, analysis.sentences[number].slant, analysis.least_slant)
        for number, place in places.items()
    )
    return Strip(_thinned(slant), tuple(_frame_row(analysis, name, places) for name in frames))


def _thinned(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that a screen can tell apart: of those that start within a thousandth of the width, the highest."""
    kept: dict[float, Cell] = {}
    for cell in cells:
        spot = round(cell.start, 1)
        if spot not in kept or cell.height > kept[spot].height:
            kept[spot] = cell
    return tuple(kept.values())


def _slant(number: int, place: Range, chance: float | None, least: float) -> Cell:
    if chance is None:
        return Cell(place.start, place.width, number, -1, 0.0, f"Sentence {number + 1}: no statement")
    level = bisect_right((*_LEVELS, least), chance)
    label = f"Sentence {number + 1}: reads as slanted with {100 * chance:.0f}%"
    return Cell(place.start, place.width, number, level, percent(chance), label)


def _frame_row(analysis: Analysis, name: str, places: dict[int, Range]) -> FrameRow:
    starts = [sentence.start for sentence in analysis.article.sentences]
    words: dict[int, list[str]] = defaultdict(list)
    for evidence in analysis.frame_words.get(name, ()):
        number = bisect_right(starts, evidence.start) - 1
        words[number].append(" ".join(analysis.article.text[evidence.start : evidence.end].split()))
    cells = _thinned(
        Cell(place.start, place.width, number, 4, 100.0, f"Sentence {number + 1}: {', '.join(words[number])}")
        for number, place in places.items()
        if number in words
    )
    return FrameRow(FRAME_CODES[name], readable(name), cells)
