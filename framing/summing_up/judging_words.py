"""Which words judge in the outlet's own voice."""

from collections.abc import Sequence

from framing.article import FURNITURE
from framing.finding import LoadedTerm
from framing.report import Report
from framing.statement import Statement
from framing.summing_up.wording import listed, number_word, quoted

__all__ = ["CLEARLY_LOADED", "judging_words"]

CLEARLY_LOADED = 0.85
"""Probability from which a report opens with a term; ``docs/summing-up.md`` says how often that is right."""
_MOST_NAMED = 3


def judging_words(report: Report) -> Statement:
    """Return the sentence on loaded terms in the outlet's own voice, headline and captions included.

    Only terms that a reader marks as judging with a probability of ``CLEARLY_LOADED`` or more are said to be there, the
    most likely ones by their words. Where there are loaded terms and none is that likely, it says so.
    """
    own = [term for term in report.analysis.loaded_terms if term.voice == "own" and term.block not in FURNITURE]
    likely = [term for term in own if (term.probability or 0.0) >= CLEARLY_LOADED]
    if not own:
        return Statement("judging_words", "No loaded term was found in the outlet’s own voice.")
    if not likely:
        text = f"No term in the outlet’s own voice is clearly loaded; {_may(own)} be."
        return Statement("judging_words", text, tuple(term.span for term in own))
    words = _distinct(report, sorted(likely, key=lambda term: -(term.probability or 0.0)))
    named = [quoted(word) for word in words[:_MOST_NAMED]]
    if len(words) > _MOST_NAMED:
        named.append(f"{number_word(len(words) - _MOST_NAMED)} more")
    text = f"In its own voice the article uses loaded terms: {listed(named)}."
    return Statement("judging_words", text, tuple(term.span for term in likely))


def _may(terms: Sequence[LoadedTerm]) -> str:
    return "one listed term may" if len(terms) == 1 else f"{number_word(len(terms))} listed terms may"


def _distinct(report: Report, terms: Sequence[LoadedTerm]) -> list[str]:
    """The terms' words, each once whatever its capitals, in the order given."""
    texts: dict[str, str] = {}
    for term in terms:
        text = " ".join(report.analysis.article.slice(term.span).split())
        texts.setdefault(text.lower(), text)
    return list(texts.values())
