"""What every summary of a report says, before any format: the rows of the terminal and Markdown reports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.article import Voice
from framing.expressions import expression
from framing.finding import MOST_SLANTED, Analysis, LoadedTerm
from framing.measuring.sure_frames import sure_frames
from framing.measuring.term_words import perhaps_loaded
from framing.reading.offsets import file_place
from framing.report import Measure, Report, SourceTally, Unheard

__all__ = ["CANNOT_TELL", "FrameRow", "SlantRow", "Summary", "WordRow", "chance_of", "readable", "summarise"]

CANNOT_TELL = (
    "This counts words on the page. It cannot tell whether they are true, what was left out, or what anybody intended."
)
_POSSESSIVE = expression(r"[’']s\Z")
_MOST_FRAMES = 5
_LEAST_HEARD = 0.7
"""Mean probability of what is credited to a source whose row is not sure, from which it is named all the same: four in
five of such rows of 738 articles name one who speaks with half of the words."""
"""Frames that the summary names."""


class FrameRow(NamedTuple):
    """A frame's share of the body's frame evidence, and whose words bring it in."""

    name: str
    measure: Measure
    only_attributed: bool


class WordRow(NamedTuple):
    """Loaded words of one voice or place, most frequent first: each with its count."""

    place: str
    terms: tuple[tuple[str, int], ...]


class SlantRow(NamedTuple):
    """A sentence that reads as slanted: its place, its block, its words and the probability."""

    start: int
    block: str
    text: str
    probability: float


class Summary(NamedTuple):
    """A report in one screen's worth of rows.

    Attributes:
        headline_frames: Of the frames those that words of the headline point to, strongest first.
        frames: The body's leading frames, of those that are sure.
        other_frames: Whether words point to further frames, of which none is sure.
        attributed_only: Of the frames those that stand only in quoted or reported words.
        words: Loaded words by voice and place.
        perhaps_loaded: Other words of the headline, the deck and the body that may be, likeliest first.
        slanted: Sentences in the outlet's own voice that read as slanted, strongest first.
        perhaps_slanted: Lines of those that may be, in text order.
        sources: Who is credited, most words first.
        less_sure_as_what: Those who surely speak, where what kind of source they are is less sure.
        less_sure: All others whose row is not sure.
        unplaced: Words that these are credited with.
        credited_to_nobody: Statements that are surely reported and credited to nobody.
        unheard: Who is spoken about and never credited.
        measures: All measures.
    """

    headline_frames: tuple[str, ...]
    frames: tuple[FrameRow, ...]
    other_frames: bool
    attributed_only: tuple[str, ...]
    words: tuple[WordRow, ...]
    perhaps_loaded: tuple[str, ...]
    slanted: tuple[SlantRow, ...]
    perhaps_slanted: tuple[int, ...]
    sources: tuple[SourceTally, ...]
    less_sure_as_what: tuple[SourceTally, ...]
    less_sure: tuple[SourceTally, ...]
    unplaced: int
    credited_to_nobody: int
    unheard: tuple[Unheard, ...]
    measures: Mapping[str, Measure]


def readable(name: str) -> str:
    """Return a name with spaces: ``security_and_defense`` as "security and defense"."""
    return name.replace("_", " ")


def kind_of_source(source_type: str, party: str | None, called: str = "") -> str:
    """Return what kind of source somebody is, or is called, with the party: "politician, Democratic Party (US)"."""
    kind = called or ("not told" if source_type == "other" else readable(source_type))
    return kind + (f", {party}" if party else "")


def chance_of(term: LoadedTerm) -> str:
    """Return the probability of a term that no lexicon lists, to stand behind its category; else nothing."""
    return f", {100 * term.probability:.0f}%" if term.origin == "model" and term.probability else ""


def summarise(report: Report) -> Summary:
    """Return the rows that every summary shows."""
    analysis = report.analysis
    shown = sure_frames(report)[:_MOST_FRAMES]
    attributed_only = _attributed_only(analysis, shown)
    as_what = _less_sure_as_what(report)
    less_sure = tuple(source for source in report.sources if not source.sure and source not in as_what)
    return Summary(
        headline_frames=_headline_frames(analysis, shown),
        frames=tuple(FrameRow(name, report.measures[f"frame_{name}"], name in attributed_only) for name in shown),
        other_frames=any(words for name, words in analysis.frame_words.items() if name not in shown),
        attributed_only=attributed_only,
        words=_word_rows(analysis),
        perhaps_loaded=perhaps_loaded(analysis),
        slanted=_slanted(analysis),
        perhaps_slanted=tuple(
            file_place(analysis.article.document, sentence.start).line for sentence in analysis.perhaps_slanted
        ),
        sources=tuple(source for source in report.sources if source.sure),
        less_sure_as_what=as_what,
        less_sure=less_sure,
        unplaced=sum(source.words for source in less_sure),
        credited_to_nobody=sum(one.source is None and one.sure for one in analysis.speech),
        unheard=report.unheard,
        measures=report.measures,
    )


def _less_sure_as_what(report: Report) -> tuple[SourceTally, ...]:
    """The rows that are not sure though what they say is, by the mean probability of its words."""
    weighed: dict[str, float] = {}
    for one in report.analysis.speech:
        if one.source is not None:
            weighed[one.source.name] = weighed.get(one.source.name, 0.0) + one.confidence * one.words
    return tuple(
        row for row in report.sources if not row.sure and weighed.get(row.name, 0.0) >= _LEAST_HEARD * max(row.words, 1)
    )


def _headline_frames(analysis: Analysis, shown: Sequence[str]) -> tuple[str, ...]:
    """The frames of the headline's words, of those that the article has: one word of a headline is none."""
    weights = {
        name: sum(e.weight for e in analysis.frame_words[name] if analysis.article.kind_at(e.start) == "headline")
        for name in shown
    }
    return tuple(sorted((name for name, weight in weights.items() if weight), key=lambda name: -weights[name])[:3])


def _attributed_only(analysis: Analysis, shown: Sequence[str]) -> tuple[str, ...]:
    lines: list[str] = []
    for name in shown:
        words = analysis.frame_words[name]
        voices = {analysis.voices.of(e.start, e.end) for e in words if analysis.article.kind_at(e.start) == "body"}
        if len(words) > 1 and voices and voices <= {Voice.QUOTED, Voice.REPORTED}:
            lines.append(name)
    return tuple(lines)


def _word_rows(analysis: Analysis) -> tuple[WordRow, ...]:
    def placed(term: LoadedTerm) -> str:
        if term.block == "caption":
            return "caption"
        if term.voice == "own" and term.block in {"headline", "deck"}:
            return "headline"
        return {"own": "own voice", "quoted": "quoted", "reported": "reported"}[term.voice]

    rows: list[WordRow] = []
    for place in ("headline", "own voice", "reported", "quoted", "caption"):
        terms = [term for term in analysis.loaded_terms if placed(term) == place]
        texts = [_POSSESSIVE.sub("", " ".join(analysis.article.slice(term.span).split())) for term in terms]
        if texts:
            rows.append(WordRow(place, tuple(_most_common(texts))))
    return tuple(rows)


def _most_common(texts: Sequence[str]) -> list[tuple[str, int]]:
    """Counts of words whatever their capitals, the most frequent first, ties in reading order.

    Each is given as the page prints it, with the fewest capitals that it has there: "Congress", and "reckless" though
    it opens a sentence too.
    """
    printed: dict[str, str] = {}
    for text in texts:
        printed[text.lower()] = min(printed.get(text.lower(), text), text, key=lambda form: sum(map(str.isupper, form)))
    return [(printed[text], count) for text, count in Counter(text.lower() for text in texts).most_common()]


def _slanted(analysis: Analysis) -> tuple[SlantRow, ...]:
    rows: list[SlantRow] = []
    for sentence, slant in analysis.slanted:
        text = " ".join(analysis.article.slice((sentence.start, sentence.end)).split())
        rows.append(SlantRow(sentence.start, analysis.article.blocks[sentence.block].kind, text, slant))
    return tuple(sorted(rows, key=lambda row: (-row.probability, row.start))[:MOST_SLANTED])
