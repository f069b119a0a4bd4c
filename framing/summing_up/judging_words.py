"""Which words judge in the outlet's own voice."""

from collections.abc import Sequence

from framing.article import FURNITURE
from framing.finding import LoadedTerm
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.wording import listed, number_word, quoted

__all__ = ["CLEARLY_LOADED", "LIKELY_LOADED", "judging_words"]

CLEARLY_LOADED = 0.85
"""Probability from which a report opens with a term; ``docs/summing-up.md`` says how often that is right."""
LIKELY_LOADED = 0.8
"""Probability from which a term that may be loaded is named."""
_MOST_NAMED = 3
"""Words that the sentence names; it counts the others."""
_HEADED = frozenset({"headline", "deck"})
_JUDGING = frozenset({"evaluative_adjective", "evaluative_adverb"})
"""Categories of subjective words that judge what they stand beside: where there are some, a text is not free of it."""


def judging_words(report: Report) -> Statement:
    """Return the sentence on loaded terms in the outlet's own voice, the headline included; captions are counted apart.

    Only terms that a reader marks as judging with a probability of ``CLEARLY_LOADED`` or more are said to be loaded,
    the strongest by their words, of equals the likeliest; the others are counted, each word once, as the panel lists
    them. Where none is that likely, it says that terms may be loaded, and names those that more likely are
    (``LIKELY_LOADED``).
    """
    left_out = {*FURNITURE, "caption"}
    own = [term for term in report.analysis.loaded_terms if term.voice == "own" and term.block not in left_out]
    own = sorted(own, key=lambda term: (-term.severity, -(term.probability or 0.0)))
    if not own:
        return Statement("judging_words", _none(report))
    where = "headline" if all(term.block in _HEADED for term in own) else "own voice"
    count = len(_distinct(report, own))
    clear = _distinct(report, own, CLEARLY_LOADED)
    if clear:
        terms = "loaded terms" if len(clear) > 1 else "a loaded term"
        rest = f"; {number_word(count - len(clear))} more may be loaded" if count > len(clear) else ""
        text = f"In its {where} the article uses {terms}: {_named(clear)}{rest}."
        return Statement("judging_words", text, _places(_from(own, CLEARLY_LOADED)))
    likely = _distinct(report, own, LIKELY_LOADED)
    may = "One term" if count == 1 else f"{number_word(count).capitalize()} terms"
    named = f", most likely {_named(likely)}" if likely else ""
    text = f"{may} in the outlet’s {where} may be loaded{named}."
    return Statement("judging_words", text, _places(_from(own, LIKELY_LOADED) or own))


def _none(report: Report) -> str:
    """That there is no loaded term; where a word of the outlet's judges otherwise, that none is clearly loaded."""
    judged = any(word.voice == "own" and word.category in _JUDGING for word in report.analysis.subjective_words)
    if judged:
        return "No term in the outlet’s own voice is clearly loaded."
    return "No loaded term was found in the outlet’s own voice."


def _from(terms: Sequence[LoadedTerm], probability: float) -> list[LoadedTerm]:
    return [term for term in terms if (term.probability or 0.0) >= probability]


def _places(terms: Sequence[LoadedTerm]) -> tuple[Span, ...]:
    return tuple(sorted(term.span for term in terms))


def _named(words: Sequence[str]) -> str:
    """The first words, the others counted."""
    named = [quoted(word) for word in words[:_MOST_NAMED]]
    if len(words) > _MOST_NAMED:
        named.append(f"{number_word(len(words) - _MOST_NAMED)} more")
    return listed(named)


def _distinct(report: Report, terms: Sequence[LoadedTerm], probability: float = 0.0) -> list[str]:
    """The words of terms from a probability on, each once whatever its capitals, in the order given."""
    texts: dict[str, str] = {}
    for term in _from(terms, probability):
        text = " ".join(report.analysis.article.slice(term.span).split())
        texts.setdefault(text.lower(), text)
    return list(texts.values())
