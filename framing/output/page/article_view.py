"""An article page's content: the summary's cards, the paragraphs with their margins, and the index of findings."""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.article import FURNITURE
from framing.finding import Analysis, FrameScore
from framing.output.page.charts import Range, interval, percent
from framing.output.page.layers import FRAME_CODES, LAYERS, Layer
from framing.output.page.marks import Stretch, stretches
from framing.output.page.notes import Note
from framing.output.summary import Summary, readable
from framing.report import Measure, Report

__all__ = [
    "FrameBar",
    "FrameUse",
    "IndexPart",
    "NoteGroup",
    "Paragraph",
    "Place",
    "Term",
    "frame_bars",
    "frame_uses",
    "index",
    "layer_counts",
    "paragraphs",
    "unheard_places",
]

_MOST_WORDS = 8
"""Words of a frame that its row shows: one line."""
_LONG = 3000
"""Characters after which a block is parted, so that the margin stays beside its words and a browser need not lay out
what nobody has scrolled to. Of the news sample's 144,813 paragraphs 139 are longer (2026-11-23)."""


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes that share a line of a paragraph's margin: a note of its own, or all of a layer that comes in groups.

    Attributes:
        layer: Their layer.
        parts: Each group's title with its notes; the title of a note of its own is empty.
    """

    layer: str
    parts: tuple[tuple[str, tuple[Note, ...]], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article, or a part of a very long one, with its margin.

    Attributes:
        anchor: The id of its row; empty for page furniture, and for further parts of a long block.
        kind: The block's kind.
        label: The kind in words where a reader would not know it, empty where the block before has the same.
        stretches: Its characters.
        notes: Its margin.
    """

    anchor: str
    kind: str
    label: str
    stretches: tuple[Stretch, ...]
    notes: tuple[NoteGroup, ...]


@dataclass(frozen=True, slots=True)
class FrameBar:
    """A frame's bar: share of the frames' words, its interval, and whose words bring it in.

    Attributes:
        name: The frame in words.
        code: Its letters in the text.
        measure: The share.
        bar: The share on the chart's scale, in percent of its width.
        interval: The interval on the same scale.
        attributed_only: Whether only attributed words bring it in.
    """

    name: str
    code: str
    measure: Measure
    bar: float
    interval: Range | None
    attributed_only: bool


@dataclass(frozen=True, slots=True)
class Term:
    """Words with the findings that they are; the most frequent words come first in an index."""

    words: str
    notes: tuple[Note, ...]

    @property
    def count(self) -> int:
        """At how many places it is found."""
        return sum(note.count for note in self.notes)


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A layer's findings, or those of one group in it."""

    layer: Layer
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Words with the sentence that they stand in."""

    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class FrameUse:
    """How strongly an article uses a frame, with the words that decided."""

    name: str
    present: bool
    score: float
    words: tuple[Place, ...]


def paragraphs(analysis: Analysis, notes: Sequence[Note]) -> Iterator[Paragraph]:
    """Yield the article's blocks with their margins, in text order; a very long block comes in parts."""
    blocks = analysis.article.blocks
    rest = deque(sorted(notes, key=lambda note: note.spans[0]))
    number = 0
    before = ""
    for place, block_stretches in enumerate(stretches(analysis.article, analysis.voices, notes)):
        kind = blocks[place].kind
        number += kind not in FURNITURE
        label = "" if kind in {"body", "headline", before} else readable(kind)
        anchor = "" if kind in FURNITURE else f"p{number}"
        end = blocks[place].start
        for first, part in enumerate(_parts(block_stretches)):
            end += sum(len(piece.text) for stretch in part for piece in stretch.pieces)
            margin: list[Note] = []
            while rest and rest[0].spans[0].start < end:
                margin.append(rest.popleft())
            yield Paragraph(anchor if first == 0 else "", kind, label, part, tuple(_grouped(margin)))
            label = ""
        before = kind


def _parts(block: Sequence[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """A block as one part, or in parts of some length that end with a sentence."""
    part: list[Stretch] = []
    length = 0
    for stretch in block:
        part.append(stretch)
        length += sum(len(piece.text) for piece in stretch.pieces)
        if length > _LONG and stretch.sentence is not None:
            yield tuple(part)
            part, length = [], 0
    if part:
        yield tuple(part)


def _grouped(notes: Iterable[Note]) -> Iterator[NoteGroup]:
    """Notes of their own in text order, then one line for each layer that comes in groups."""
    layers: dict[str, dict[str, list[Note]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        if note.group:
            layers[note.layer][note.group].append(note)
        else:
            yield NoteGroup(note.layer, (("", (note,)),))
    for layer, groups in layers.items():
        yield NoteGroup(layer, tuple((title, tuple(members)) for title, members in groups.items()))


def frame_bars(summary: Summary) -> tuple[FrameBar, ...]:
    """Return the leading frames' bars, from nothing to all of the words that point to a frame."""
    return tuple(
        FrameBar(
            name=readable(row.name),
            code=FRAME_CODES[row.name],
            measure=row.measure,
            bar=percent(row.measure.value or 0.0),
            interval=interval(row.measure),
            attributed_only=row.only_attributed,
        )
        for row in summary.frames
    )


def layer_counts(notes: Iterable[Note], analysis: Analysis) -> tuple[tuple[Layer, int | None], ...]:
    """Return the layers with their numbers of findings; ``None`` for the voice, which is everywhere."""
    counts: dict[str, int] = dict.fromkeys((layer.name for layer in LAYERS), 0)
    for note in notes:
        counts[note.layer] += note.count
    # A text without quotation or reported speech has one voice: nothing to show.
    attributed = any(analysis.voices.codes)
    return tuple(
        (layer, None if layer.name == "voice" else counts[layer.name])
        for layer in LAYERS
        if counts[layer.name] or (layer.name == "voice" and attributed)
    )


def index(notes: Iterable[Note]) -> tuple[IndexPart, ...]:
    """Return the findings by layer and term, the most frequent term first."""
    layers_named: dict[str, Layer] = {layer.name: layer for layer in LAYERS}
    parts: dict[tuple[str, str], dict[str, list[Note]]] = {}
    for note in notes:
        part = parts.setdefault((note.layer, note.group), {})
        term = note.words if note.layer in {"attribution", "thought", "bias"} else note.words.lower()
        part.setdefault(term, []).append(note)
    return tuple(
        IndexPart(
            layers_named[layer],
            group,
            tuple(
                Term(term, tuple(term_notes))
                for term, term_notes in sorted(
                    terms.items(), key=lambda item: (-len(item[1]), item[1][0].spans[0].start)
                )
            ),
        )
        for (layer, group), terms in parts.items()
    )


def frame_uses(analysis: Analysis, frames: Mapping[str, FrameScore]) -> tuple[FrameUse, ...]:
    """Return how strongly each frame is used, the highest score first, each with its weightiest words.

    Args:
        analysis: The article.
        frames: Its policy frames, or its generic ones.
    """
    starts = [sentence.start for sentence in analysis.article.sentences]
    rows: list[FrameUse] = []
    for name, frame in frames.items():
        weighty: dict[str, Place] = {}
        for evidence in sorted(frame.evidence, key=lambda word: (-word.weight, word.start)):
            text = " ".join(analysis.article.text[evidence.start : evidence.end].split())
            weighty.setdefault(text.lower(), Place(text, max(bisect_right(starts, evidence.start) - 1, 0)))
        rows.append(FrameUse(readable(name), frame.present, frame.score, tuple(weighty.values())[:_MOST_WORDS]))
    return tuple(sorted(rows, key=lambda row: -row.score))


def unheard_places(report: Report) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Return who is named and never credited: name, reason, and the sentences that name them."""
    starts = [sentence.start for sentence in report.analysis.article.sentences]
    return tuple(
        (
            group.name,
            group.reason,
            tuple(dict.fromkeys(max(bisect_right(starts, mention.start) - 1, 0) for mention in group.mentions)),
        )
        for group in report.unheard
    )
