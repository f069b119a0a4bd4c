"""Names of persons and organisations in an article, found by their capitals and the words around them.

A run of capitalised words is a person's name where every word of it may be a given or family name, or where such words
end a run that a title opened ("Defence Secretary Ada Kern"); with an institution's word in it ("Ministry of Health")
it is an organisation's. Which words are which comes from the symmetric classes, so that no name is known.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from framing.article import Article, Sentence, Tokens
from framing.attributing.name_words import (
    ASKING,
    DATES,
    FROM,
    GIVEN_NAMES,
    IN_PLACE,
    JOINING,
    LOOSE,
    NAMED_FOR,
    NO_SURNAMES,
    OPENERS,
    PARTICLES,
    PERSONAL_TITLES,
    QUOTES,
)
from framing.modelling.canonical import article_words
from framing.spans import Span

__all__ = ["NamedPlace", "bare_name", "named_places"]

_CORPORATE = re.compile(r" (?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|Co|Group|Holdings|Airlines|Motors|University)\.?$")
_INITIAL = re.compile(r"[A-Z]$")
_LONGEST = 8
"""Words in the longest name: a longer run is a heading in capitals."""
_LONGEST_PERSON = 4
_FURTHEST_JOINT = 24
"""Words from the start of a run to the end of a person in it, titles included: a list of a megabyte stays linear."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name somewhere in the article.

    Attributes:
        span: The name without titles and possessive.
        kind: ``person`` (two words or more) or ``organisation``.
        name: Its words.
    """

    span: Span
    kind: Literal["person", "organisation"]
    name: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The article's tokens with their symmetric forms and where sentences start."""

    whole: str
    tokens: Tokens
    canonical: Sequence[str]
    starts: frozenset[int]

    def text(self, number: int) -> str:
        return self.tokens.texts[number]

    def is_title(self, number: int) -> bool:
        word = self.text(number).lower()
        return self.canonical[number] in PERSONAL_TITLES or word.removesuffix("s") in PERSONAL_TITLES

    def ends_asking(self, number: int) -> bool:
        """Whether the sentence that starts here ends with a question mark."""
        later = (start for start in range(number + 1, len(self.tokens)) if start in self.starts)
        return self.text(next(later, len(self.tokens)) - 1) == "?"

    def may_be_personal(self, number: int) -> bool:
        """Whether the word may stand in a person's name: a name, a particle, an initial's full stop, a hyphen."""
        text = self.text(number)
        after_name = number > 0 and self.canonical[number - 1] == "<name>"
        return (
            self.canonical[number] == "<name>"
            or text in {".", "-"}
            or text in QUOTES
            or text.lower() in PARTICLES
            or (after_name and text.lower() in GIVEN_NAMES)
        )


def named_places(article: Article) -> tuple[NamedPlace, ...]:
    """Return the names of persons and organisations in the article, in text order."""
    return _found(article.text, article.tokens, article.sentences)


@lru_cache(maxsize=1)
def _found(article_text: str, tokens: Tokens, sentences: tuple[Sentence, ...]) -> tuple[NamedPlace, ...]:
    """Find the names once for an article: mentions, names and types each ask for them."""
    starts = frozenset(bisect_left(tokens.starts, one.start) for one in sentences)
    words = _Words(article_text, tokens, article_words(tokens, sentences), starts)
    found: list[NamedPlace] = []
    place = 0
    while place < len(tokens):
        if not tokens.texts[place][0].isupper() or _only_opens(words, place):
            place += 1
            continue
        last = _capital_run(words, place)
        found.extend(_names_in(words, place, last))
        place = last
    bodies = {one.name.rsplit(" ", 1)[0] for one in found if one.kind == "organisation" and _CORPORATE.search(one.name)}
    # "Halvard Brothers" is no person where the page also says "Halvard Brothers Inc".
    return tuple(replace(one, kind="organisation") if one.name in bodies else one for one in found)


def _only_opens(words: _Words, place: int) -> bool:
    """Return whether a word has its capital from the sentence's start alone ("US" and "May" have their own)."""
    word = words.text(place).lower()
    if word in ASKING and place in words.starts and words.ends_asking(place):
        return True
    own = words.canonical[place].startswith("<") and word not in {"he", "she", "his", "her"}
    return word in OPENERS and not own


def _capital_run(words: _Words, first: int) -> int:
    """Return the end of a run of capitalised words, small joining words and initials' full stops included."""
    tokens = words.tokens
    last = place = first + 1
    while place < len(tokens) and place not in words.starts and tokens.starts[place] - tokens.ends[place - 1] <= 1:
        text = tokens.texts[place]
        after_initial = text == "." and (_INITIAL.search(tokens.texts[place - 1]) or words.is_title(place - 1))
        possessive = text in {"’", "'"} and tokens.texts[place - 1][-1] == "s"
        if tokens.texts[place - 1].endswith(("’s", "'s")):
            break
        if text[0].isupper() or text == "-":
            last = place + 1
        elif not (after_initial or possessive or text.lower() in JOINING or _is_nickname(words, place)):
            break
        place += 1
    return last


def _is_nickname(words: _Words, place: int) -> bool:
    """Return whether a quotation mark opens or closes a nickname between names: "Rolf “Tex” Aller"."""
    if words.text(place) not in QUOTES:
        return False
    opening = place if words.text(place - 1) not in QUOTES and words.text(place - 2) not in QUOTES else place - 2
    around = [words.text(number) for number in range(opening - 1, min(opening + 4, len(words.tokens)))]
    return len(around) == 5 and around[3] in QUOTES and all(around[number][0].isupper() for number in (0, 2, 4))


def _names_in(words: _Words, first: int, last: int) -> list[NamedPlace]:
    found: list[NamedPlace] = []
    while (joint := _joint(words, first, _whole_end(words, first, last))) is not None:
        found += _name_in(words, first, _whole_end(words, first, joint))
        if words.text(joint) in FROM:
            return found
        first = joint + 1
    return [*found, *_name_in(words, first, _whole_end(words, first, last))]


def _whole_end(words: _Words, first: int, last: int) -> int:
    """Leave out dates and loose words at the end of a run."""
    while last > first and (_is_date(words, last - 1) or words.text(last - 1) in LOOSE):
        last -= 1
    return last


def _joint(words: _Words, first: int, last: int) -> int | None:
    """Return the word by which a person's name at the start of a run is joined to what follows."""
    for joint in range(first + 1, min(last - 1, first + _FURTHEST_JOINT)):
        # "Ana Berg and Carl Lund" are two; "Health and Human Services" is one.
        # "Rep. Ana Berg of Utah" is a person; "Bank of Utah" is none.
        joins = words.text(joint).lower() in {"and", "&"} and words.canonical[joint - 1] == "<name>"
        if (joins or words.text(joint) in FROM) and _is_person(words, first, joint):
            return joint
    return None


def _name_in(words: _Words, first: int, last: int) -> list[NamedPlace]:
    if words.canonical[first] == "<party>" and len(words.text(first)) == 1:
        return []
    titles = [number for number in range(first, last) if words.is_title(number)]
    begin = _personal_part(words, titles, first, last)
    if begin is not None:
        count = sum(words.text(number)[0].isupper() for number in range(begin, last))
        if begin == first and first > 0 and words.text(first - 1).lower() == "the":
            # "the Ninth Circuit": no person's full name stands behind an article.
            return [_place(words, begin, last, "organisation")] if count > 1 else []
        in_place = not titles and first > 0 and words.text(first - 1).lower() in IN_PLACE
        apart = " " in words.whole[words.tokens.starts[begin] : words.tokens.ends[last - 1]]
        personal = 1 < count <= _LONGEST_PERSON and apart and not in_place
        return [_place(words, begin, last, "person")] if personal else []
    while first < last and (
        words.text(first).lower() in {"former", "acting", "mr", "ms", "mrs"} or words.text(first) in {".", "-"}
    ):
        first += 1
    own = [number for number in range(first, last) if words.tokens.words[number]]
    if not own or len(own) > _LONGEST:
        return []
    institution = words.text(last - 1).lower() in NO_SURNAMES or any(
        words.canonical[number] not in {"<name>", "<country>", "<demonym>", "and"} for number in own
    )
    titled = words.is_title(first) and all(
        words.canonical[number] == "<name>" for number in own[1:] if _is_capital(words, number)
    )
    institution = institution and not titled
    acronym = len(own) == 1 and len(words.text(own[0])) > 1 and words.text(own[0]).isupper()
    return [_place(words, first, last, "organisation")] if (institution and len(own) > 1) or acronym else []


def _is_capital(words: _Words, number: int) -> bool:
    return words.text(number)[0].isupper()


def _is_date(words: _Words, number: int) -> bool:
    return words.canonical[number] in DATES and not words.may_be_personal(number)


def _personal_part(words: _Words, titles: Sequence[int], first: int, last: int) -> int | None:
    """Return where a person's name starts in a run that it ends; ``None`` where it holds none."""
    if words.text(last - 1).lower() in NO_SURNAMES:
        return None
    begin = last
    if last - 3 in titles and last - 2 not in titles and words.canonical[last - 2] == "<name>":
        # "Mayor Pia Strand": behind a title and a given name an ordinary word is a surname.
        ending = words.text(last - 1)
        begin -= ending[0].isupper() and ending.lower() not in NAMED_FOR and not words.is_title(last - 1)
    while begin > first and words.may_be_personal(begin - 1) and not words.is_title(begin - 1):
        begin -= 1
    while begin < last and words.canonical[begin] != "<name>":
        begin += 1
    if begin < last and begin > first and begin - 1 not in titles and words.text(begin - 1).lower() in GIVEN_NAMES:
        begin -= 1
    if begin < last and begin + 1 < last and len(words.text(begin)) > 1 and words.text(begin).isupper():
        # An agency's or outlet's letters in front of a name: "AP Hana Weiss".
        begin += not words.text(last - 1).isupper()
    partisan = all(words.canonical[number] == "<party>" for number in range(first, begin))
    if begin == last or not (partisan or titles or _only_letters(words, first, begin)):
        return None
    return begin


def _only_letters(words: _Words, first: int, begin: int) -> bool:
    return all(words.text(number).isupper() and len(words.text(number)) > 1 for number in range(first, begin))


def _is_person(words: _Words, first: int, last: int) -> bool:
    titles = [number for number in range(first, last) if words.is_title(number)]
    begin = _personal_part(words, titles, first, last)
    return begin is not None and last - begin > 1


def _place(words: _Words, first: int, last: int, kind: Literal["person", "organisation"]) -> NamedPlace:
    tokens = words.tokens
    start = tokens.starts[first]
    name = bare_name(words.whole[start : tokens.ends[last - 1]])
    return NamedPlace(Span(start, start + len(name)), kind, name)


def bare_name(name: str) -> str:
    """Return a name without a possessive and without trailing marks.

    Examples:
        >>> bare_name("Ada Kern’s"), bare_name("the Kerns’")
        ('Ada Kern', 'the Kerns')
    """
    return re.sub(r"(?:[’']s|[’'])$", "", name).rstrip(" -&,")
