"""The article's text cut into pieces, each in the same layers throughout, so that overlapping marks need no nesting."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from framing.article import Article, Voice, VoiceMap
from framing.output.page.notes import Note

__all__ = ["End", "Piece", "Stretch", "stretches"]

_VOICES = {Voice.QUOTED: "quoted", Voice.REPORTED: "reported", Voice.SCARE: "scare"}


class End(NamedTuple):
    """A finding whose words end here, and the name of the place where they begin."""

    note: Note
    place: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that lie in the same findings.

    Attributes:
        text: The characters as they stand.
        layers: The layers that mark them, in a fixed order; empty for unmarked text.
        classes: Style classes: one a layer, and roles within it.
        codes: The findings that they belong to.
        begins: The places that begin here, link targets: the finding's code, and its number from the second on.
        ends: The findings whose words end here: they show their code.
    """

    text: str
    layers: tuple[str, ...]
    classes: tuple[str, ...]
    codes: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a block, or the characters between two.

    Attributes:
        sentence: The sentence's index, ``None`` between sentences.
        pieces: Its characters, all of them, in order.
        slanted: The finding that the whole sentence reads as slanted, if there is one.
    """

    sentence: int | None
    pieces: tuple[Piece, ...]
    slanted: Note | None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    layer: str
    role: str
    note: Note | None
    first: bool
    last: bool
    place: str = ""


def stretches(article: Article, voices: VoiceMap, notes: Iterable[Note]) -> Iterator[tuple[Stretch, ...]]:
    """Yield each block's stretches, the blocks in text order; joined, the pieces are the block's characters.

    Args:
        article: The article.
        voices: Attributions included.
        notes: The findings; a finding may cross sentences and blocks.
    """
    notes = tuple(notes)
    slanted = {note.spans[0].start: note for note in notes if note.layer == "bias"}
    marks = sorted((*_marks(notes, article.text), *_voice_marks(voices)), key=lambda mark: (mark.start, mark.end))
    sweep = _Sweep(article.text, marks)
    place = 0
    sentences = article.sentences
    for number, block in enumerate(article.blocks):
        block_stretches: list[Stretch] = []
        position = block.start
        while place < len(sentences) and sentences[place].block <= number:
            sentence = sentences[place]
            if sentence.start > position:
                block_stretches.append(Stretch(None, tuple(sweep.pieces(position, sentence.start)), None))
            pieces = tuple(sweep.pieces(sentence.start, sentence.end))
            block_stretches.append(Stretch(place, pieces, slanted.get(sentence.start)))
            position = sentence.end
            place += 1
        if position < block.end:
            block_stretches.append(Stretch(None, tuple(sweep.pieces(position, block.end)), None))
        yield tuple(block_stretches)


def _marks(notes: Iterable[Note], text: str) -> Iterator[_Mark]:
    for note in notes:
        if note.layer == "bias":
            continue
        last = len(note.spans) - 1
        role = "content" if note.layer in {"attribution", "thought"} else ""
        for number, span in enumerate(note.spans):
            start, end = _visible(text, *span)
            place = f"{note.code}-{number + 1}" if note.apart and number else note.code
            first, ends = note.apart or number == 0, note.apart or number == last
            yield _Mark(start, end, note.layer, role, note, first, ends, place)
        for span, part in note.parts:
            yield _Mark(*_visible(text, *span), note.layer, part, note, first=False, last=False)


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends: blocks hold every other character, so that its ends lie in one."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _voice_marks(voices: VoiceMap) -> Iterator[_Mark]:
    start = 0
    for code, run in groupby(voices.codes):
        end = start + sum(1 for _ in run)
        role = _VOICES.get(Voice(code))
        if role:
            yield _Mark(start, end, "voice", role, None, first=False, last=False)
        start = end


class _Sweep:
    """Marks met in text order; spans must be asked for in text order."""

    def __init__(self, text: str, marks: Sequence[_Mark]) -> None:
        self._text = text
        self._marks = marks
        self._next = 0
        self._open: list[_Mark] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of a span."""
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            self._open.append(self._marks[self._next])
            self._next += 1
        here = self._open
        self._open = [mark for mark in here if mark.end > end]
        starting: dict[int, list[_Mark]] = defaultdict(list)
        cuts = {start, end}
        for mark in here:
            if mark.end > start:
                starting[max(mark.start, start)].append(mark)
                cuts |= {max(mark.start, start), min(mark.end, end)}
        ordered = sorted(cuts)
        active: list[_Mark] = []
        for left, right in pairwise(ordered):
            active = [mark for mark in active if mark.end > left] + starting[left]
            yield self._piece(left, right, active)

    def _piece(self, start: int, end: int, active: Sequence[_Mark]) -> Piece:
        by_layer = sorted({(mark.layer, mark.role) for mark in active})
        layers = tuple(dict.fromkeys(layer for layer, _ in by_layer))
        roles = tuple(f"{layer}-{role}" for layer, role in by_layer if role)
        noted = [mark for mark in active if mark.note is not None]
        return Piece(
            text=self._text[start:end],
            layers=layers,
            classes=(*layers, *roles),
            codes=tuple(dict.fromkeys(mark.note.code for mark in noted if mark.note)),
            begins=tuple(mark.place for mark in noted if mark.first and mark.start == start),
            ends=tuple(End(mark.note, mark.place) for mark in noted if mark.note and mark.last and mark.end == end),
        )
