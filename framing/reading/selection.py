"""Which units of a page are the article: the extractor's paragraphs, found again among the page's own units."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from framing.expressions import expression
from framing.reading.elements import Mark
from framing.reading.page import Unit, unit_text

__all__ = ["Selection", "likely_units", "matched_units", "misplaced"]

_FURNITURE = Mark.FURNITURE | Mark.NAMED_FURNITURE | Mark.ASIDE
_ELSEWHERE = Mark.FURNITURE | Mark.HIDDEN
_COVERED = 0.5
"""Of a unit's letters, for the unit to be taken: the extractor leaves inline furniture out."""
_ANCHOR = 12
"""Letters at either end of a unit by which its place among the extractor's words is found."""
_MOST_SEARCHED = 50_000_000
"""Characters that searches without success may cost; a page that needs more is not worth it."""
_FEWEST_WORDS = 5
"""Words of a short text; a page's choice must have four times as many."""
_CONSENT = expression(
    r"\b(?:cookies?|consent|privacy (?:policy|notice|choices)|personal data|our (?:\d+ )?partners)\b", re.IGNORECASE
)
_SENTENCE_WORDS = 8
"""Words from which a unit that ends in a stop tells something; labels and buttons have fewer."""
_FEWEST_BESIDE, _TIMES_BESIDE = 60, 2.5
"""Words of sentences in asides, and how many times those that were chosen, for the aside to be the article."""
_FEWEST_IN_ARTICLE = 30
"""Words of sentences in an article element that are an article, however long an aside is."""


class Selection(NamedTuple):
    """What of the page is the article.

    Attributes:
        units: Indices of units, ascending.
        lost: Paragraphs of the extractor that are not on the page.
    """

    units: tuple[int, ...]
    lost: tuple[str, ...]


def matched_units(units: Sequence[Unit], paragraphs: Sequence[str]) -> Selection:
    """Return the units that an extractor's paragraphs come from.

    The extractor folds white space, decodes and may join or split paragraphs, so that letters and digits alone are
    compared: first whole paragraphs, then places in the page's letters, then a paragraph's first and last letters.
    """
    finder = _Finder(units)
    lost = tuple(paragraph for paragraph in paragraphs if not finder.cover(_letters(paragraph)))
    return Selection(finder.covered(), lost)


def likely_units(units: Sequence[Unit]) -> tuple[int, ...]:
    """Return the units that look like an article's where the extractor finds none.

    The first of these that has enough words: paragraphs of an article element, an article element's text, paragraphs
    anywhere, everything; without navigation, footers, forms, asides and what is hidden.
    """
    shown = [number for number, unit in enumerate(units) if Mark.HIDDEN not in unit.mark]
    clean = [number for number in shown if not units[number].mark & _FURNITURE]
    paragraph = Mark.PARAGRAPH | Mark.SUBHEAD | Mark.HEADLINE | Mark.QUOTED
    for needed in (
        [number for number in clean if Mark.ARTICLE in units[number].mark and units[number].mark & paragraph],
        [number for number in clean if Mark.ARTICLE in units[number].mark],
        [number for number in clean if units[number].mark & paragraph],
    ):
        if sum(len(unit_text(units[number]).split()) for number in needed) >= _FEWEST_WORDS * 4:
            return tuple(needed)
    return tuple(clean or shown)


def misplaced(units: Sequence[Unit], chosen: Sequence[int]) -> bool:
    """Return whether asides hold the article, and what was chosen is a consent box or a line beside it.

    Args:
        units: The page's units.
        chosen: Those that were taken for the article.
    """
    beside = sum(_told(unit) for unit in units if Mark.ASIDE in unit.mark and not unit.mark & _ELSEWHERE)
    if beside < _FEWEST_BESIDE:
        return False
    told = [units[number] for number in chosen if Mark.ASIDE not in units[number].mark and _told(units[number])]
    own = sum(map(_told, told))
    named = any(Mark.ARTICLE in unit.mark for unit in told)
    return beside >= _TIMES_BESIDE * own and not (named and own >= _FEWEST_IN_ARTICLE)


def _told(unit: Unit) -> int:
    """Return the words of a unit of whole sentences, 0 for teasers, buttons and questions of consent."""
    text = unit_text(unit)
    words = len(text.split())
    told = words >= _SENTENCE_WORDS and text.rstrip("”\"’')").endswith((".", "!", "?"))
    return words if told and not _CONSENT.search(text) else 0


class _Finder:
    """The page's letters, and how many of each unit's were asked for."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._keys = [_letters(unit_text(unit)) for unit in units]
        self._ends = list(accumulate(map(len, self._keys)))
        self._letters = "".join(self._keys)
        self._counts = [0] * len(units)
        self._whole: defaultdict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._keys):
            self._whole[key].append(number)
        self._place = 0
        self._searched = 0

    def cover(self, key: str) -> bool:
        """Take a paragraph's units; ``False`` where the page does not have it."""
        if not key:
            return True
        same = self._whole.get(key)
        if same is not None:
            # The next one after the last paragraph: lines such as a repeated subhead stand more than once.
            current = bisect_right(self._ends, self._place) if self._place else 0
            after = bisect_left(same, current)
            number = same[after] if after < len(same) else same[-1]
            self._take(self._ends[number] - len(key), self._ends[number])
            return True
        start = self._find(key)
        if start != -1:
            self._take(start, start + len(key))
            return True
        return self._cover_between(key)

    def covered(self) -> tuple[int, ...]:
        """Return the units of which at least half was asked for."""
        return tuple(
            number
            for number, (key, count) in enumerate(zip(self._keys, self._counts, strict=True))
            if count and count >= _COVERED * len(key)
        )

    def _cover_between(self, key: str) -> bool:
        if len(key) < 2 * _ANCHOR:
            return False
        start = self._find(key[:_ANCHOR])
        if start == -1:
            return False
        stop = self._letters.find(key[-_ANCHOR:], start + _ANCHOR, start + 2 * len(key) + 200)
        if stop == -1:
            return False
        self._take(start, stop + _ANCHOR)
        return True

    def _find(self, key: str) -> int:
        if self._searched > _MOST_SEARCHED:
            return -1
        start = self._letters.find(key, self._place)
        if start == -1:
            start = self._letters.find(key, 0, self._place)
        self._searched += len(self._letters) if start == -1 else abs(start - self._place)
        return start

    def _take(self, start: int, stop: int) -> None:
        number = bisect_right(self._ends, start)
        while number < len(self._ends) and self._ends[number] - len(self._keys[number]) < stop:
            first = max(start, self._ends[number] - len(self._keys[number]))
            self._counts[number] += min(stop, self._ends[number]) - first
            number += 1
        self._place = stop


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
