"""Hits of a lexicon that are part of a longer name: "Secretary of State Ana Holm", "the Youth Parliament of Tarn".

Such a word says who somebody is, not how an issue is told. Names are read off their capitals, so that every stage sees
the same ones, whether it knows the table of entities or not.
"""

from bisect import bisect_left

from framing.article import Article
from framing.entities.name_words import OPENERS, PERSONAL_TITLES
from framing.modelling.canonical import class_of_capital

__all__ = ["Names"]

_JOINING = frozenset({"of", "for"})
"""Words inside of names ("Bureau of Farms"); "and" stands between two names as often as in one."""
_OF_MATTERS = _JOINING | {"on"}
_LISTING = frozenset({",", "and", "&"})
_BODIES = frozenset(
    "agency board bureau center centre commission committee council department division institute ministry office "
    "school secretary subcommittee".split()
)
"""What begins a name that lists its matters: "Department of Labor, Licensing and Regulation"."""
_DATES = frozenset({"<weekday>", "<month>"})
_TITLE_CASE = 0.6
"""Share of capitalised words from which a sentence without a full stop is a headline, whose capitals tell no names."""
_STOPS = frozenset({".", ":"})
"""Marks that end no headline: a line with a colon says whose words follow ("From the Tarn Times:")."""
_LONG, _FEWEST = 4, 3
"""Letters of the words that tell title case, and how many of them it takes."""
_POSSESSIVE = ("'s", "’s")


class Names:
    """The capitalised names of one article, looked up around a hit."""

    def __init__(self, article: Article) -> None:
        """Take the article whose names are asked for.

        Args:
            article: The article.
        """
        self._tokens = article.tokens
        starts = article.tokens.starts
        self._bounds = [(bisect_left(starts, one.start), bisect_left(starts, one.end)) for one in article.sentences]
        self._titled: dict[int, bool] = {}

    def around(self, start: int, end: int, sentence: int) -> tuple[int | None, bool]:
        """Return what of the name that a hit is part of stands before it, and whether more of the name follows.

        Args:
            start: Where the hit starts.
            end: Where it ends.
            sentence: The number of its sentence.

        Returns:
            The end of the name's word before the hit, ``None`` where the hit begins its name or is part of none; and
            whether the name goes on behind it.
        """
        first = bisect_left(self._tokens.starts, start)
        last = bisect_left(self._tokens.starts, end) - 1
        if not (self._is_large(first) and self._is_large(last)) or self._is_titled(sentence):
            return None, False
        low, high = self._bounds[sentence]
        before = self._word_before(first, low)
        return (None if before is None else self._tokens.ends[before]), self._goes_on(last, high)

    def is_listed(self, start: int, sentence: int) -> bool:
        """Return whether a hit is one of the matters that a body's name lists.

        Args:
            start: Where the hit starts.
            sentence: The number of its sentence.
        """
        texts = self._tokens.texts
        first, low = bisect_left(self._tokens.starts, start), self._bounds[sentence][0]
        place = first - 1
        if not self._is_large(first) or texts[first].isupper() or place <= low or texts[place] not in _LISTING:
            return False
        while place > low and (texts[place] in _LISTING or self._is_large(place)):
            place -= 1
        return texts[place] in _OF_MATTERS and texts[place - 1].lower() in _BODIES and self._is_large(place - 1)

    def _word_before(self, first: int, low: int) -> int | None:
        place = first - 1
        if (
            place > low
            and self._tokens.texts[place] == "."
            and self._tokens.texts[place - 1].lower() in PERSONAL_TITLES
        ):
            place -= 1  # "Mr. Price" is nobody's price
        if place > low and self._tokens.texts[place] == "the" and self._tokens.texts[place - 1] in _JOINING:
            place -= 1
        if place > low and self._tokens.texts[place] in _JOINING:
            place -= 1
        named = place >= low and self._names(place, low) and not self._tokens.texts[place].endswith(_POSSESSIVE)
        return place if named and self._touch(place, first) else None

    def _goes_on(self, last: int, high: int) -> bool:
        texts = self._tokens.texts
        place = last + 1
        if texts[last].endswith(_POSSESSIVE):
            return False
        if place < high and texts[place] in _JOINING:
            place += 1 + (place + 1 < high and texts[place + 1] == "the")
        return place < high and self._names(place, high) and self._touch(last, place)

    def _names(self, place: int, opening: int) -> bool:
        """Return whether a word may be part of a name: large, no date, and not large for opening its sentence alone."""
        text = self._tokens.texts[place]
        opens = place == opening and text.lower() in OPENERS
        return self._is_large(place) and not opens and class_of_capital(text) not in _DATES

    def _touch(self, place: int, other: int) -> bool:
        """Return whether only single spaces stand between the tokens from one to another."""
        starts, ends = self._tokens.starts, self._tokens.ends
        return all(starts[k + 1] - ends[k] <= 1 for k in range(place, other))

    def _is_large(self, place: int) -> bool:
        return self._tokens.texts[place][0].isupper()

    def _is_titled(self, sentence: int) -> bool:
        if sentence not in self._titled:
            first, last = self._bounds[sentence]
            words = [text for text in self._tokens.texts[first:last] if len(text) >= _LONG and text[0].isalpha()]
            large = sum(text[0].isupper() for text in words)
            stopped = self._tokens.texts[last - 1] in _STOPS
            self._titled[sentence] = not stopped and len(words) >= _FEWEST and large > _TITLE_CASE * len(words)
        return self._titled[sentence]
