"""What is counted in each sentence: the rows that every measure and every bootstrap draw sums.

A column's name is a path: ``own.words``, ``headline.loaded``, ``type.government``. Totals over the article are sums
of a column; a measure is a function of totals.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.article import Voice
from framing.attribution import Attribution
from framing.finding import Analysis
from framing.scoring.subjectivity import marker_weight

__all__ = ["Counts", "count", "sentence_of"]

_PARTS = {
    "headline": "headline",
    "deck": "headline",
    "body": "body",
    "subhead": "body",
    "pull_quote": "body",
    "caption": "caption",
}
"""Where a block's words are counted; page furniture is in none."""

_SLANTED = 0.5
_VOICES = {Voice.OWN: "own", Voice.SCARE: "own", Voice.QUOTED: "quoted", Voice.REPORTED: "reported"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts by sentence.

    Attributes:
        columns: Column index by name.
        rows: Of shape (n_sentences, n_columns); sentences of page furniture are rows of zeros.
    """

    columns: Mapping[str, int]
    rows: NDArray[np.float64]

    def names(self, prefix: str) -> list[str]:
        """Return the columns below a prefix (``type.``), in their order."""
        return [name for name in self.columns if name.startswith(prefix)]


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
    for attribution in analysis.attributions:
        _count_attribution(attribution, sentence_of(ends, attribution.content[0].start), cells)
    columns = {name: number for number, name in enumerate(sorted(cells))}
    rows = np.zeros((len(article.sentences), len(columns)))
    for name, column in cells.items():
        rows[list(column.keys()), columns[name]] = list(column.values())
    return Counts(columns, rows)


Cells = dict[str, dict[int, float]]


def _count_words(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    """Words by part, and those of the body by voice."""
    article, codes = analysis.article, analysis.voices.codes
    tokens = article.tokens
    starts = tokens.starts
    for number, sentence in enumerate(article.sentences):
        part = parts[number]
        if not part:
            continue
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        words = [i for i in range(first, last) if tokens.words[i]]
        if not words:
            continue
        cells[f"{part}.words"][number] += len(words)
        cells[f"{part}.sentences"][number] += 1
        if part == "body":
            for voice, spoken in Counter([codes[starts[i]] for i in words]).items():
                cells[f"{_VOICES[Voice(voice)]}.words"][number] += spoken
                if voice == Voice.SCARE:
                    cells["scare.words"][number] += spoken


def _count_findings(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    for term in analysis.loaded_terms:
        part = parts[term.sentence]
        if part:
            cells[f"{part}.loaded"][term.sentence] += 1
        if part == "body":
            cells[f"{term.voice}.loaded"][term.sentence] += 1
            cells[f"{term.voice}.loaded.{term.category}"][term.sentence] += 1
    for word in analysis.subjective_words:
        if parts[word.sentence] == "body":
            cells[f"{word.voice}.subjective"][word.sentence] += 1
            cells[f"{word.voice}.subjective_weight"][word.sentence] += marker_weight(word.severity)
            cells[f"{word.voice}.subjective.{word.category}"][word.sentence] += 1


def _count_scores(analysis: Analysis, parts: list[str], cells: Cells) -> None:
    """Model scores of sentences in the outlet's own voice."""
    article, voices = analysis.article, analysis.voices
    for number, (sentence, scores) in enumerate(zip(article.sentences, analysis.sentences, strict=True)):
        part = parts[number]
        if not part:
            continue
        owned = voices.share(sentence.start, sentence.end, Voice.OWN) + voices.share(
            sentence.start, sentence.end, Voice.SCARE
        )
        if part == "body" and owned > 0.5:
            cells["own.sentences"][number] += 1
            cells["own.subjectivity"][number] += scores.subjectivity or 0.0
            if scores.bias is not None:
                cells["own.bias_sentences"][number] += 1
                cells["own.bias"][number] += scores.bias
                cells["own.slanted"][number] += scores.bias > _SLANTED


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


def _count_attribution(attribution: Attribution, number: int, cells: Cells) -> None:
    """Attributed words, in the sentence where the content starts."""
    source, words = attribution.source, attribution.words
    cells["attributions"][number] += 1
    cells["attributed.words"][number] += words
    cells[f"kind.{attribution.kind}"][number] += words
    if source is None:
        cells["unsourced"][number] += 1
        cells["unsourced.words"][number] += words
        return
    cells["sourced.words"][number] += words
    cells[f"source.{source.name}"][number] += words
    cells[f"type.{source.type}"][number] += words
    cells[f"identity.{source.identity}"][number] += words
    if source.party is not None:
        cells[f"party.{source.party}"][number] += words
    if attribution.cue is not None:
        cells[f"stance.{attribution.cue.stance}"][number] += 1
        cells[f"stance.{attribution.cue.stance}.{source.type}"][number] += 1
    if attribution.relayed:
        cells["relayed.words"][number] += words
    if source.identity == "anonymous":
        cells["anonymous"][number] += 1
        cells["anonymous.explained"][number] += bool(attribution.anonymity_explained)
