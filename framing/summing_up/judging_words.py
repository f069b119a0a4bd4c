"""Which words judge in the outlet's own voice."""

from collections.abc import Sequence

from framing.article import FURNITURE
from framing.finding import LoadedTerm
from framing.measuring.term_words import LOADED_FOUND_OF_TEN, words_once
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.wording import listed, number_word, quoted

__all__ = ["CLEARLY_LOADED", "CLEARLY_LOADED_HEADLINE", "LIKELY_LOADED", "judging_words"]

CLEARLY_LOADED = 0.85
"""Probability from which a report opens with a term; ``docs/summing-up.md`` says how often that is right."""
CLEARLY_LOADED_HEADLINE = 0.7
"""The same for a term of the headline: of 85 such terms readers mark 0.87, of the body's 427 from 0.85 on 0.85."""
LIKELY_LOADED = 0.8
"""Probability from which a term that may be loaded is named."""
_MOST_NAMED = 3
"""Words that the sentence names."""
_HEADED = frozenset({"headline", "deck"})
_FOUND = f"in tests {LOADED_FOUND_OF_TEN} of 10 are found."
_NONE = f"No surely loaded term was found in the outlet’s own voice; {_FOUND}"
"""It speaks of what was found, and of how many a reader has to think that are not: readers refuse "no term is loaded"
where they see one, and one in three sentences that named words which may be."""


def judging_words(report: Report) -> Statement:
    """Return the sentence on loaded terms in the outlet's own voice, the headline included; captions are counted apart.

    Only terms that a reader marks as judging with a probability of ``CLEARLY_LOADED`` or more
    (``CLEARLY_LOADED_HEADLINE`` in the headline) are said to be loaded, those of the headline first, then the strongest
    by their words, of equals the likeliest. Where none is that likely, it counts the terms that the panel lists, each
    word once, as probably loaded, names those that more likely are (``LIKELY_LOADED``), and says of how many a reader
    has to think that are not found.
    """
    article = report.analysis.article
    left_out = {*FURNITURE, "caption"}
    own = [term for term in report.analysis.loaded_terms if term.voice == "own" and term.block not in left_out]
    own = sorted(own, key=lambda term: (term.block not in _HEADED, -term.severity, -(term.probability or 0.0)))
    if not own:
        return Statement("judging_words", _NONE)
    where = "headline" if all(term.block in _HEADED for term in own) else "own voice"
    count = len(words_once(article, own))
    surely = [term for term in own if _is_clear(term)]
    clear = words_once(article, surely)
    if clear:
        terms = "a loaded term" if count == 1 else "loaded terms"
        # Which are the clearest is each reader's view: where not all are named, those that are stand for the others.
        before = ":" if count == len(clear) <= _MOST_NAMED else ", such as"
        text = f"In its {where} the article uses {terms}{before} {_named(clear)}."
        return Statement("judging_words", text, _places(surely))
    likely = words_once(article, _from(own, LIKELY_LOADED))
    found = (
        "One probably loaded term was"
        if count == 1
        else f"{number_word(count).capitalize()} probably loaded terms were"
    )
    named = f", most likely {_named(likely)}" if likely else ""
    # A count alone reads as one of all that judges on the page.
    text = f"{found} found in the outlet’s {where}{named}; {_FOUND}"
    return Statement("judging_words", text, _places(_from(own, LIKELY_LOADED) or own))


def _is_clear(term: LoadedTerm) -> bool:
    least = CLEARLY_LOADED_HEADLINE if term.block in _HEADED else CLEARLY_LOADED
    return (term.probability or 0.0) >= least


def _from(terms: Sequence[LoadedTerm], probability: float) -> list[LoadedTerm]:
    return [term for term in terms if (term.probability or 0.0) >= probability]


def _places(terms: Sequence[LoadedTerm]) -> tuple[Span, ...]:
    return tuple(sorted(term.span for term in terms))


def _named(words: Sequence[str]) -> str:
    return listed([quoted(word) for word in words[:_MOST_NAMED]])
