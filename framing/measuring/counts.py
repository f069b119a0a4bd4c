"""What is counted in each sentence: the rows that every measure and every bootstrap draw sums.

A column's name is a path: ``own.words``, ``headline.loaded``, ``type.government``. Totals over the article are sums
of a column; a measure is a function of totals.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice
from framing.attributing.credit import word_count
from framing.attribution import Attribution
from framing.finding import QUALIFIERS, Analysis

__all__ = ["Counts", "count", "counts_of", "sentence_of"]

_PARTS = {
    "headline": "headline",
    "deck": "headline",
    "body": "body",
    "subhead": "body",
    "pull_quote": "body",
    "caption": "caption",
}
"""Where a block's words are counted; page furniture is in none."""

_VOICES = {Voice.OWN: "own", Voice.SCARE: "own", Voice.QUOTED: "quoted", Voice.REPORTED: "reported"}


class Counts(NamedTuple):
    """Counts by sentence, without the zeros: a text with as many sources as sentences takes no square of them.

    Attributes:
        columns: Column index by name; each has at least one cell.
        size: Number of sentences, those of page furniture included.
        sentences: Sentence of each cell, in the order of columns, then of sentences.
        starts: First cell of each column, ascending.
        values: What was counted in each cell.
    """

    columns: Mapping[str, int]
    size: int
    sentences: NDArray[np.intp]
    starts: NDArray[np.intp]
    values: NDArray[np.float64]

    def totals(self) -> NDArray[np.float64]:
        """Return the sum of each column, of shape (n_columns,)."""
        return np.add.reduceat(self.values, self.starts) if len(self.starts) else np.zeros(0)

    def by_sentence(self, names: Sequence[str]) -> NDArray[np.float64]:
        """Return columns with their zeros, of shape (n_sentences, len(names)); one that is missing is all zeros."""
        rows = np.zeros((self.size, len(names)))
        ends = np.append(self.starts[1:], len(self.values))
        for place, name in enumerate(names):
            if name in self.columns:
                cells = slice(self.starts[self.columns[name]], ends[self.columns[name]])
                rows[self.sentences[cells], place] = self.values[cells]
        return rows


def sentence_of(ends: Sequence[int], offset: int) -> int:
    """Return the index of the sentence that holds an offset, or the next one after it (the last at the end).

    Args:
        ends: Ends of the article's sentences, ascending.
        offset: A place in the text.
    """
    return min(bisect_left(ends, offset + 1), len(ends) - 1)


def count(analysis: Analysis) -> Counts:
    """Count everything that measures need, sentence by sentence."""
    article = analysis.article
    cells: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    parts = [_PARTS.get(article.blocks[sentence.block].kind, "") for sentence in article.sentences]
    ends = [sentence.end for sentence in article.sentences]
    _count_words(analysis, parts, cells)
    _count_findings(analysis, parts, cells)
    _count_scores(analysis, parts, cells)
    _count_frames(analysis, parts, ends, cells)
    for attribution in analysis.speech:
        _count_attribution(article, attribution, sentence_of(ends, attribution.content[0].start), cells)
    return counts_of(cells, len(article.sentences))


def counts_of(cells: Mapping[str, Mapping[int, float]], size: int) -> Counts:
    """Return what was counted, by column and sentence, as counts over ``size`` sentences."""
    names = sorted(name for name in cells if cells[name])
    ordered = [sorted(cells[name].items()) for name in names]
    lengths = [len(column) for column in ordered]
    return Counts(
        columns={name: number for number, name in enumerate(names)},
        size=size,
        sentences=np.array([sentence for column in ordered for sentence, _ in column], dtype=np.intp),
        starts=np.cumsum([0, *lengths[:-1]], dtype=np.intp)[: len(names)],
        values=np.array([value for column in ordered for _, value in column], dtype=np.float64),
    )


Cells = dict[str, dict[int, float]]


def _count_words(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    """Words by part, and those of the body by voice."""
    article, codes = analysis.article, analysis.voices.codes
    tokens = article.tokens
    starts = list(compress(tokens.starts, tokens.words))
    voices = bytes([codes[start] for start in starts])
    for number, sentence in enumerate(article.sentences):
        part = parts[number]
        if not part:
            continue
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == last:
            continue
        cells[f"{part}.words"][number] += last - first
        cells[f"{part}.sentences"][number] += 1
        if part == "body":
            for voice, name in _VOICES.items():
                spoken = voices.count(voice, first, last)
                if spoken:
                    cells[f"{name}.words"][number] += spoken
                if spoken and voice == Voice.SCARE:
                    cells["scare.words"][number] += spoken


def _count_findings(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    for term in analysis.loaded_terms:
        part = parts[term.sentence]
        if part:
            cells[f"{part}.loaded"][term.sentence] += 1
        if part == "body":
            cells[f"{term.voice}.loaded"][term.sentence] += 1
    for word in analysis.subjective_words:
        if parts[word.sentence] == "body":
            cells[f"{word.voice}.{word.category}"][word.sentence] += 1
            if word.category not in QUALIFIERS:
                cells[f"{word.voice}.subjective"][word.sentence] += 1


def _count_scores(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    """Model scores of sentences in the outlet's own voice."""
    article = analysis.article
    for number, (sentence, scores) in enumerate(zip(article.sentences, analysis.sentences, strict=True)):
        part = parts[number]
        if not part:
            continue
        if part == "body" and analysis.mostly_own(sentence):
            cells["own.sentences"][number] += 1
            cells["own.subjectivity"][number] += scores.subjectivity or 0.0
            if scores.bias is not None:
                cells["own.bias_sentences"][number] += 1
                cells["own.bias"][number] += scores.bias
            if scores.slant is not None:
                cells["own.judged_sentences"][number] += 1
                cells["own.slanted"][number] += scores.slant >= analysis.least_slant


def _count_frames(analysis: Analysis, parts: list[str], ends: Sequence[int], cells: Cells) -> None:
    """Weights of the frames' words, by part and voice."""
    voices = analysis.voices
    for name, words in analysis.frame_words.items():
        for evidence in words:
            number = sentence_of(ends, evidence.start)
            part = parts[number]
            if part:
                cells[f"{part}.frame.{name}"][number] += evidence.weight
            if part == "body":
                cells[f"{_VOICES[voices.of(evidence.start, evidence.end)]}.frame.{name}"][number] += evidence.weight


def _count_attribution(article: Article, attribution: Attribution, number: int, cells: Cells) -> None:
    """Attributed words, in the sentence where the content starts."""
    source, words = attribution.source, attribution.words
    cells["attributions"][number] += 1
    cells["attributed.words"][number] += words
    cells[f"kind.{attribution.kind}"][number] += words
    if source is None:
        cells["unsourced"][number] += 1
        return
    cells["sourced.words"][number] += words
    cells[f"source.{source.name}"][number] += words
    cells[f"type.{source.type}"][number] += words
    cells[f"identity.{source.identity}"][number] += words
    if attribution.cue is not None:
        cells[f"stance.{attribution.cue.stance}"][number] += 1
    if attribution.relayed:
        cells["relayed.words"][number] += sum(word_count(article, span) for span in attribution.content)
    if source.identity == "anonymous":
        cells["anonymous"][number] += 1
        cells["anonymous.explained"][number] += bool(attribution.anonymity_explained)
