"""Which words of the outlet's own judge here, by the words themselves and where they stand.

No list of words is complete, and a listed word does not judge everywhere. Each word is read with its marks (do
annotators underline it), what it adds to its sentence's slant, the slant of the sentence in its article, its neighbours
and the lexicons' hits; words that no lexicon lists are proposed, neighbours that read alike as one phrase.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice, VoiceMap
from framing.encoding.installed import fitted_folder
from framing.expressions import expression
from framing.finding import LoadedTerm
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Words, find
from framing.modelling.judging_model import PERHAPS, Thresholds, judging_model
from framing.modelling.own_words import OwnWords
from framing.resources import lexicons_folder
from framing.scoring.charged import is_charged
from framing.scoring.plain_uses import WEATHER, is_plain
from framing.spans import Span

__all__ = [
    "Judging",
    "is_in_doubt",
    "judge",
    "perhaps",
    "proposed",
    "score",
    "with_proposed",
]

_HEADS = frozenset({"headline", "deck"})
_LONGEST = 4
"""Words of the longest term that the model finds."""
_JOINS = frozenset(
    "a against an and as at behind but by even for from in into neither no nor not of on only or so than that the this "
    "to us we with you".split()
)
"""Words that neither begin nor end a phrase: of "and frightening" the second judges, and "no coward" denies."""
_HYPHENS = frozenset("-‑")
_COMPOUND_BEFORE = expression(r"(?<![\w-])(?:[a-z]+-)+\Z")
_COMPOUND_AFTER = expression(r"(?:-[a-z]+)+(?![\w-])")
_LONGEST_PART = 40
"""Letters in front of a word in which the rest of its compound is looked for."""
_REASON = "Where it stands, the word reads as one that judges; say what the judgement rests on."

Floats = NDArray[np.float64]


class Judging(NamedTuple):
    """The terms that judge, and those that may: other words, of which readers mark half. In text order."""

    terms: tuple[LoadedTerm, ...]
    perhaps: tuple[LoadedTerm, ...]


def proposed(
    words: OwnWords, chances: Floats, taken: Iterable[tuple[int, int]], least: Thresholds
) -> list[tuple[Span, int, float]]:
    """Return words and phrases that judge: span, sentence and probability, in text order.

    Args:
        words: The article's own words.
        chances: Their probabilities, of shape (n,).
        taken: Spans of which nothing is proposed.
        least: From where words count.
    """
    covered = _places(taken)
    free = np.array([start not in covered for start in words.starts], dtype=bool) & words.nameless
    joining = free & (chances >= least.beside)
    proposals: list[tuple[Span, int, float]] = []
    used = -1
    for peak in np.flatnonzero(free & (chances >= least.proposed)):
        if peak <= used:
            continue
        first = last = int(peak)
        while first - 1 > used and _joins(words, joining, first - 1, first) and last - first + 2 <= _LONGEST:
            first -= 1
        while last + 1 < len(chances) and _joins(words, joining, last + 1, last) and last - first + 2 <= _LONGEST:
            last += 1
        while first < last and words.stems[first] in _JOINS:
            first += 1
        while first < last and words.stems[last] in _JOINS:
            last -= 1
        used = last
        span = Span(int(words.starts[first]), int(words.ends[last]))
        proposals.append((span, int(words.sentences[peak]), float(chances[first : last + 1].max())))
    return proposals


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return every place that lies in one of some spans: a span is held against all of them in one look."""
    return {place for start, end in spans for place in range(start, end)}


def _joins(words: OwnWords, joining: NDArray[np.bool_], word: int, neighbour: int) -> bool:
    beside = abs(int(words.places[word]) - int(words.places[neighbour])) == 1
    same = words.sentences[word] == words.sentences[neighbour]
    return bool(beside and same and joining[word])


def score(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    terms: Sequence[LoadedTerm],
    compared: Words,
    *,
    encoded: bool = False,
) -> Judging:
    """Return the lexicons' terms with their probability and the words that the model proposes; apart, what may judge.

    Args:
        article: The article.
        voices: The voice of every character.
        words: From ``own_words``.
        terms: The lexicons' loaded terms.
        compared: The article's words as the lexicons compare them.
        encoded: Whether the words were read with the encoder.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    fitted = judging_model(fitted_folder("judging_words") if encoded else None)
    chances = fitted.chances(words)
    kept = with_proposed(article, voices, words, chances, terms, compared, fitted.least)
    return Judging(kept, perhaps(kept, with_proposed(article, voices, words, chances, terms, compared, PERHAPS)))


def judge(terms: Sequence[LoadedTerm], words: OwnWords) -> list[bool]:
    """Return which of the lexicons' terms judge where they stand.

    Args:
        terms: The terms.
        words: From ``own_words``, without the encoder.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    fitted = judging_model()
    return [_judges(term, fitted.least) for term in _rated(terms, words, fitted.chances(words))]


def is_in_doubt(term: LoadedTerm) -> bool:
    """Return whether it takes the model to say if one of the lexicons' terms judges where it stands."""
    judged = {_judges(replace(term, probability=chance), judging_model().least) for chance in (None, 0.0, 1.0)}
    return len(judged) > 1


def perhaps(kept: Sequence[LoadedTerm], likely: Sequence[LoadedTerm]) -> tuple[LoadedTerm, ...]:
    """Return those of the likely terms in own voice that lie beside all that are kept.

    Args:
        kept: The terms that judge.
        likely: Those from ``PERHAPS`` on.
    """
    shown = _places(term.span for term in kept)
    return tuple(term for term in likely if term.voice == "own" and shown.isdisjoint(range(*term.span)))


def with_proposed(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    chances: Floats,
    terms: Sequence[LoadedTerm],
    compared: Words,
    least: Thresholds,
) -> tuple[LoadedTerm, ...]:
    """Return the terms that judge, with their probability, and those that the probabilities of own words propose.

    Args:
        article: The article.
        voices: The voice of every character.
        words: From ``own_words``.
        chances: Their probabilities, of shape (n,).
        terms: The lexicons' loaded terms.
        compared: The article's words as the lexicons compare them.
        least: From where words count.
    """
    kept = [term for term in _rated(terms, words, chances) if _judges(term, least)]
    covered = _places(term.span for term in kept)
    listed = shipped_indexes()["loaded"]
    fixed = ((match.start, match.end) for match in find(compared, shipped_indexes()["not_loaded"]))
    degree = _places(
        (match.start, match.end)
        for match in find(compared, shipped_indexes()["subjectivity"])
        if match.entry.category == "intensifier" and match.entry.severity == 1
    )
    for span, sentence, chance in proposed(words, chances, (*(term.span for term in terms), *fixed), least):
        # A listed word that was not found stands where its guards leave it alone.
        said = article.slice(span).lower().split()
        if is_plain(compared, *span) or is_charged(compared, span.start):
            continue
        if any(word in WEATHER or listed.lists(word) for word in said):
            continue
        # "massively" tells how much; what it is said of may judge.
        if all(place in degree or article.text[place].isspace() for place in range(*span)):
            continue
        if span.start in covered:  # in a compound that is found already
            continue
        compound = _compound(article.text, span)
        whole = _untorn(article.text, compound if covered.isdisjoint(range(*compound)) else span)
        if whole is None:
            continue
        covered.update(range(*whole))
        kept.append(
            LoadedTerm(
                span=whole,
                entry=f"judging_words/{' '.join(article.slice(whole).lower().split())}",
                category="in_context",
                severity=1,
                voice="own",
                block=article.blocks[article.sentences[sentence].block].kind,
                sentence=sentence,
                scare=voices.of(*span) is Voice.SCARE,
                alternatives=(),
                reason=_REASON,
                references=("spinde2021",),
                origin="model",
                probability=chance,
            )
        )
    return tuple(sorted(kept, key=lambda term: term.span))


def _rated(terms: Iterable[LoadedTerm], words: OwnWords, chances: Floats) -> list[LoadedTerm]:
    """Return terms with their probability, the highest of their words'."""
    likely: dict[int, float] = dict(zip(words.starts.tolist(), chances.tolist(), strict=True))
    return [replace(term, probability=_likeliest(likely, term.span)) for term in terms]


def _compound(text: str, span: Span) -> Span:
    """Return a span with the rest of the compounds that it begins or ends in: "full-throated" for "throated".

    A part that is written large may be a name, which no finding is about.
    """
    before = _COMPOUND_BEFORE.search(text, max(span.start - _LONGEST_PART, 0), span.start)
    after = _COMPOUND_AFTER.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def _untorn(text: str, span: Span) -> Span | None:
    """Return a span without halves of compounds at its ends, if any is left: "distort" in "Tarn-[wing distort]"."""
    start, end = span
    while start < end and text[start - 1 : start] in _HYPHENS:
        start = next((place + 1 for place in range(start, end) if text[place].isspace()), end)
    while start < end and text[end : end + 1] in _HYPHENS:
        end = next((place for place in range(end - 1, start, -1) if text[place].isspace()), start)
    return Span(start, end) if start < end else None


def _judges(term: LoadedTerm, thresholds: Thresholds) -> bool:
    """Return whether a listed term judges where it stands; in quotation marks the outlet keeps its distance from it.

    A user's own list says what it means: the model is asked of our words, and of strong ones only where it has read
    their sentence.
    """
    if term.voice != "own":
        return True
    if term.scare:
        return False
    if term.entry.partition("/")[0] not in _shipped():
        return True
    if term.probability is None:
        return term.severity > 1
    least = thresholds.listed.get(term.severity, 0.0)
    return term.probability >= (min(least, thresholds.headline) if term.block in _HEADS else least)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.stem for path in lexicons_folder().glob("*.toml"))


def _likeliest(likely: dict[int, float], span: Span) -> float | None:
    probabilities = [likely[place] for place in range(span.start, span.end) if place in likely]
    return max(probabilities) if probabilities else None
