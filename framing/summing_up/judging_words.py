"""Which words judge in the outlet's own voice."""

from collections.abc import Sequence

from framing.article import FURNITURE
from framing.finding import LEAST_SLANT, LoadedTerm
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.wording import listed, number_word, quoted

__all__ = ["CLEARLY_LOADED", "judging_words"]

CLEARLY_LOADED = 0.85
"""Probability from which a report opens with a term; ``docs/summing-up.md`` says how often that is right."""
_MOST_NAMED = 3
"""Words that the sentence names; it counts the others."""


def judging_words(report: Report) -> Statement:
    """Return the sentence on loaded terms in the outlet's own voice, the headline included; captions are counted apart.

    Only terms that a reader marks as judging with a probability of ``CLEARLY_LOADED`` or more are said to be loaded,
    the most likely ones by their words. Where none is that likely, it says that terms may be loaded, and names those
    that more likely are (``LEAST_SLANT``).
    """
    left_out = {*FURNITURE, "caption"}
    own = [term for term in report.analysis.loaded_terms if term.voice == "own" and term.block not in left_out]
    own = sorted(own, key=lambda term: -(term.probability or 0.0))
    if not own:
        return Statement("judging_words", "No loaded term was found in the outlet’s own voice.")
    clear = _from(own, CLEARLY_LOADED)
    if clear:
        text = f"In its own voice the article uses loaded terms: {_named(report, clear)}."
        return Statement("judging_words", text, _places(clear))
    likely = _from(own, LEAST_SLANT)
    may = "One term" if len(own) == 1 else f"{number_word(len(own)).capitalize()} terms"
    text = (
        f"{may} in the outlet’s own voice may be loaded{f', most likely {_named(report, likely)}' if likely else ''}."
    )
    return Statement("judging_words", text, _places(likely or own))


def _from(terms: Sequence[LoadedTerm], probability: float) -> list[LoadedTerm]:
    return [term for term in terms if (term.probability or 0.0) >= probability]


def _places(terms: Sequence[LoadedTerm]) -> tuple[Span, ...]:
    return tuple(sorted(term.span for term in terms))


def _named(report: Report, terms: Sequence[LoadedTerm]) -> str:
    """The first terms by their words, the others counted."""
    words = _distinct(report, terms)
    named = [quoted(word) for word in words[:_MOST_NAMED]]
    if len(words) > _MOST_NAMED:
        named.append(f"{number_word(len(words) - _MOST_NAMED)} more")
    return listed(named)


def _distinct(report: Report, terms: Sequence[LoadedTerm]) -> list[str]:
    """The terms' words, each once whatever its capitals, in the order given."""
    texts: dict[str, str] = {}
    for term in terms:
        text = " ".join(report.analysis.article.slice(term.span).split())
        texts.setdefault(text.lower(), text)
    return list(texts.values())
