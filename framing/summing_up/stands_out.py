"""What stands out against other news: figures whose whole interval lies at one end of the reference."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from framing.measuring.reference import percentile
from framing.report import Measure, Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.wording import percent

__all__ = ["FAR", "FAR_END", "stands_out"]

FAR = 90.0
"""A figure stands out that is higher than in so many of 100 news articles, or lower than in so many."""
FAR_END = 75.0
"""And so is the nearer end of its interval, than in so many."""
_MOST_NAMED = 2
"""Measures that the sentence names."""
_CONCENTRATION = "source_concentration"
"""The measure that is told by the source that has most: its figure is no count of sources, and reads as one."""
_SAME = {"words_own", "words_quoted"}
"""What is not the outlet's own voice is mostly quotation: the two say one thing."""


class _Watched(NamedTuple):
    """A measure, what it is to have more and less of it than others, and its words on the page.

    The words follow "The article has", and "than 95 of 100 news articles" follows them.
    """

    measure: str
    more: str
    less: str
    evidence: Callable[[Report], tuple[Span, ...]]


def stands_out(report: Report) -> Statement | None:
    """Return the sentence on what stands out, ``None`` where nothing is found.

    That nothing stands out is not said: a reader sees more than these measures do.
    """
    outstanding = [
        (place, watched, phrase)
        for watched in _WATCHED
        for place, phrase in (_standing(watched, report.measures.get(watched.measure)),)
        # Whose words are only "his" has no row to be named by.
        if phrase and (report.sources or watched.measure != _CONCENTRATION)
    ]
    if not outstanding:
        return None
    chosen: list[tuple[float, _Watched, str]] = []
    for row in sorted(outstanding, key=lambda row: -row[0]):
        if not any({row[1].measure, other.measure} == _SAME for _, other, _ in chosen):
            chosen.append(row)
    chosen = chosen[:_MOST_NAMED]
    spans = sorted({span for _, watched, _ in chosen for span in watched.evidence(report)})
    return Statement("stands_out", f"{'; '.join(_clauses(report, chosen))}.", tuple(spans))


def _clauses(report: Report, chosen: Sequence[tuple[float, _Watched, str]]) -> Iterator[str]:
    """Yield one clause for what the article has more or less of than others, and one for a source that has most."""
    compared = [(place, phrase) for place, watched, phrase in chosen if watched.measure != _CONCENTRATION]
    if compared:
        (place, phrase), *rest = compared
        more = "".join(f", and {phrase} than {_of(place)}" for place, phrase in rest)
        yield f"The article has {phrase} than {_of(place)} news articles{more}"
    for place, watched, _ in chosen:
        if watched.measure == _CONCENTRATION:
            told = _first_source(report)
            told = told if compared else told[0].upper() + told[1:]
            yield f"{told}: in {_of(place)} news articles they are shared more evenly"


def _first_source(report: Report) -> str:
    """Who has most of the sourced words, by name where the row is sure, and how many."""
    first = max(report.sources, key=lambda source: source.words)
    share = first.words / max(sum(source.words for source in report.sources), 1)
    named = f"one source, {first.name}," if first.sure else "one source"
    return f"{named} has {percent(share)} of the sourced words"


def _standing(watched: _Watched, measure: Measure | None) -> tuple[float, str]:
    """How many of 100 articles lie on the far side of a figure that stands out, and which way; no phrase for others."""
    if measure is None or measure.value is None or measure.percentile is None or measure.low is None:
        return 0.0, ""
    low, high = (percentile(watched.measure, end, measure.reference) for end in (measure.low, measure.high or 0.0))
    if low is None or high is None:
        return 0.0, ""
    below, above = _below_and_above(measure, measure.percentile)
    if watched.more and below >= FAR and low >= FAR_END:
        return below, watched.more
    if watched.less and above >= FAR and high <= 100 - FAR_END:
        return above, watched.less
    return 0.0, ""


def _below_and_above(measure: Measure, place: float) -> tuple[float, float]:
    """How many of 100 articles have less, and how many more: of all and of nothing, ties count half in the place."""
    if measure.value == 1 and measure.unit == "share":
        return 2 * place - 100, 0.0
    if measure.value == 0:
        return 0.0, 100 - 2 * place
    return place, 100 - place


def _of(place: float) -> str:
    return f"{min(int(place), 99)} of 100"


def _loaded(report: Report) -> tuple[Span, ...]:
    return tuple(term.span for term in report.analysis.loaded_terms if term.voice == "own" and term.block == "body")


def _slanted(report: Report) -> tuple[Span, ...]:
    return tuple(Span(sentence.start, sentence.end) for sentence, _ in report.analysis.slanted)


def _quotations(report: Report) -> tuple[Span, ...]:
    return tuple(span for said in report.analysis.speech if said.kind == "direct" for span in said.content)


def _said(report: Report) -> tuple[Span, ...]:
    return tuple(span for said in report.analysis.speech for span in said.content)


_WATCHED = (
    _Watched("loaded_terms_own", "more loaded terms in its own voice", "", _loaded),
    _Watched("slanted_sentences_own", "more sentences that read as slanted", "", _slanted),
    _Watched("words_quoted", "a larger part quoted word for word", "a smaller part quoted word for word", _quotations),
    _Watched("words_own", "a larger part in its own voice", "a smaller part in its own voice", _said),
    _Watched(
        "officials", "more of its sourced words from officials", "fewer of its sourced words from officials", _said
    ),
    _Watched(_CONCENTRATION, "its sourced words from one source", "", _said),
)
"""Measures in a few words that a reader knows. Frames are left out, since a topic stands out in every article on it; so
are statements credited to nobody: of those that stood out in ten articles, most had a source that was not found."""
