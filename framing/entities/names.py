"""Names of persons and bodies in an article, found by their capitals and the words around them.

A run of capitalised words is a person's name if each word may be a given or family name, or if such words stand behind
a title ("Defence Secretary Ada Kern"). A run with an institution's word ("Ministry of Health") is a body's name. The
symmetric classes tell these words apart, so that no particular name is known. A name is of one kind at all its places.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal

from framing.article import FURNITURE, Article
from framing.entities.capitals import behind_an_opener, capital_run, only_opens
from framing.entities.cased_words import Words
from framing.entities.extents import Name, bare_name, settled
from framing.entities.headline_names import repeated
from framing.entities.joints import another_person, end_of_person
from framing.entities.name_words import (
    BODY_LETTERS,
    DATES,
    FROM,
    GENERIC_BODIES,
    GIVEN_NAMES,
    IN_PLACE,
    LOOSE,
    NO_SURNAMES,
    OFFICES,
    PARTICLES,
    SHOWS,
    UNIONS_OF_STATES,
    WHERE_LANDS_LIE,
)
from framing.entities.personal_part import NATIONS, behind_a_place, is_person, personal_part, without_letters
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital
from framing.modelling.vocabulary import load_vocabulary
from framing.spans import Span

__all__ = ["Name", "bare_name", "find_names"]

_ARTICLE = expression(r"(?<!\w)[AaEe]l-\Z")
"""The Arabic article in front of a name: "al-Tarn"."""
_LONGEST_ARTICLE = 4
_LONGEST = 8
"""Words of the longest name of a body; a longer run is a heading in capitals. Set by hand."""
_LONGEST_PERSON = 4
"""Words of the longest person's name."""
_FEWEST_WORDS = 2
"""Words of a body's name; a longer one may be shortened by its first in a headline."""
_NO_PERSON = frozenset({"the", "a", "an", *GENERIC_BODIES})
"""Words in front of a run of capitals that is no person's name."""
_LONGER_TITLES = frozenset({"Press Secretary", "Press Officer", "Communications Director", "Political Director"})
"""Titles whose first word ends no body's name in front: "White House Press Secretary"."""
_IN_FRONT = frozenset({"former", "acting", "senior", "top", "current", "mr", "ms", "mrs"})
"""Words that belong to a person in front of a body's name: "Senior Justice Department officials"."""
_NOT_IN_FRONT = frozenset("bowl chef citizen citizens games gun".split())
"""Words with which these make a name of their own: "Senior Citizens League"."""
_NO_INSTITUTIONS = frozenset({"<name>", "<country>", "<demonym>", "and"})
_PEOPLES = frozenset({"<parties>", "<party>", "<groups>", "<leftists>"})
"""Classes of nouns for people, which end no name of a body: "Congressional Democrats" are a group."""


def find_names(article: Article, words: Words, credited: Collection[Span] = ()) -> tuple[Name, ...]:
    """Return the names in an article, in text order.

    In a headline every word may have a capital, so only names that the text has elsewhere are names there.

    Args:
        article: The article.
        words: Its words.
        credited: Source mentions. Page furniture is read only where it holds one ("Ada Holm, Tarn Times").
    """
    names: list[Name] = []
    headed: list[tuple[int, int]] = []
    headlines = {article.slice((block.start, block.end)) for block in article.blocks if block.kind == "headline"}
    for block in article.blocks:
        signed = block.kind != "body" and any(block.start <= span.start < block.end for span in credited)
        if block.kind in FURNITURE and not signed:
            continue
        tokens = article.tokens
        first, last = bisect_left(tokens.starts, block.start), bisect_left(tokens.starts, block.end)
        printed = article.slice((block.start, block.end))
        heading = printed in headlines or (block.kind in {"subhead", "deck"} and not signed)
        if heading and _is_title_case(words, first, last):
            headed.append((first, last))
        else:
            names += _names_between(words, first, last)
    common = load_vocabulary().words
    names = settled(
        names,
        is_label=lambda word: class_of_capital(word) in NATIONS,
        is_common=lambda word: word.lower() in common and word.lower() not in GIVEN_NAMES,
        places=_places(words.tokens.texts),
    )
    if headed:
        told: dict[str, Literal["person", "body", "single"]] = {}
        for name in names:
            told[name.name] = name.kind
            if name.kind == "person":
                told.setdefault(name.name.split()[-1], "single")
            elif name.kind == "body" and len(name.name.split()) > _FEWEST_WORDS:
                told.setdefault(" ".join(name.name.split()[1:]), "body")  # "Rescue Corps" for the Tarn Rescue Corps
        for first, last in headed:
            names += repeated(words, first, last, told)
        names.sort(key=lambda name: name.span)
    return tuple(names)


def _places(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(text for before, text in pairwise(texts) if text[0].isupper() and before.lower() in IN_PLACE)


def _is_title_case(words: Words, first: int, last: int) -> bool:
    long = [text for text in words.tokens.texts[first:last] if len(text) > 3 and text[0].isalpha()]
    return len(long) > 1 and sum(text[0].isupper() for text in long) > len(long) / 2


def _names_between(words: Words, first: int, last: int) -> list[Name]:
    names: list[Name] = []
    texts = words.tokens.texts
    place = first
    while place < last:
        if not texts[place][0].isupper() or only_opens(words, place):
            place += 1
            continue
        end = capital_run(words, place, last)
        credit = end < last - 1 and words.text(end) == "/" and words.text(end + 1)[0].isupper()
        if credit and place == first and not words.touches(end):
            place = end + 1  # "Jon Brandt / Norr Images", at the start of a caption
            continue
        if credit and words.touches(end):
            # A photographer and an agency: "Jon Brandt/Reuters".
            place = capital_run(words, end + 1, last)
            continue
        place = behind_an_opener(words, place, end)
        names.extend(_names_in(words, place, end))
        place = end
    return names


def _names_in(words: Words, first: int, last: int) -> list[Name]:
    names: list[Name] = []
    while (joint := end_of_person(words, first, _whole_end(words, first, last))) is not None:
        names += _name_in(words, first, _whole_end(words, first, joint))
        if words.text(joint) in FROM:
            first = joint + 1
            while first < last and words.text(first)[0].islower():
                first += 1
            joint = another_person(words, first, last)
            if joint is None:
                break
            names += _name_in(words, first, _whole_end(words, first, joint))
        first = joint + 1
    return [*names, *_name_in(words, first, _whole_end(words, first, last))]


def _whole_end(words: Words, first: int, last: int) -> int:
    """Return the end of a run without dates and joining words at its end."""
    while last > first and (_is_date(words, last - 1) or words.text(last - 1) in LOOSE):
        last -= 1
    return last


def _name_in(words: Words, first: int, last: int) -> list[Name]:
    if last <= first or (words.canonical[first] == "<party>" and len(words.text(first)) == 1):
        return []
    last = without_letters(words, first, last)
    titles = [number for number in range(first, last) if words.is_title(number)]
    apart = behind_a_place(words, first, last)
    if apart is not None:
        return [*_name_in(words, first, apart), *_name_in(words, apart, last)]
    begin = personal_part(words, titles, first, last)
    if begin is not None:
        return _person(words, titles, begin, first, last)
    return _host(words, first, last) or _body(words, titles, first, last)


def _host(words: Words, first: int, last: int) -> list[Name]:
    """Return the person whose broadcast a run names: "Ada Holm Tonight"."""
    hosted = words.text(last - 1).lower() in SHOWS and is_person(words, first, last - 1)
    begin = personal_part(words, (), first, last - 1) if hosted else None
    return [] if begin is None else [_place(words, begin, last - 1, "person", first)]


def _body(words: Words, titles: Sequence[int], first: int, last: int) -> list[Name]:
    """Return the names in a run that is no person's whole name."""
    front = first
    while first < last and _is_in_front(words, first):
        first += 1
    own = [number for number in range(first, last) if words.tokens.words[number]]
    if not own or len(own) > _LONGEST or words.canonical[own[-1]] in _PEOPLES:
        return []
    institution = words.text(last - 1).lower() in NO_SURNAMES or any(
        words.canonical[number] not in _NO_INSTITUTIONS and words.text(number).lower() not in PARTICLES
        for number in own
    )
    titled = words.is_title(first) and all(
        words.canonical[number] == "<name>" for number in own[1:] if _is_capital(words, number)
    )
    if words.canonical[first] in _PEOPLES and first + 1 < last and words.text(first + 1) in IN_PLACE | {"on"}:
        # "Republican on Capitol Hill" is somebody, and the hill alone a body.
        return _name_in(words, next((n for n in own[1:] if _is_capital(words, n)), last), last)
    # "The President of the Norland Council" is an office, and the council alone a body.
    if words.is_title(first) and first + 1 < last and words.text(first + 1) in FROM:
        first = next((n for n in own[1:] if _is_capital(words, n)), last)
        own = [number for number in own if number >= first]
    # "United States Ambassador" is an office, and the United States are a body; "Ostvale Senators" are a team.
    office = next((number for number in titles if number >= first), None)
    if not titled and office is not None and len(own) > 1 and words.text(own[-1]).lower() in OFFICES:
        return _name_in(words, first, _whole_end(words, first, office))
    institution = institution and not titled
    acronym = len(own) == 1 and len(words.text(own[0])) > 1 and words.text(own[0]).isupper()
    both = next((number for number in own[1:-1] if words.text(number) == "and"), None)
    lands = both is not None and _is_land(words, first, both) and _is_land(words, both + 1, last)
    if both is not None and (lands or not institution) and not titled:
        # "Berg and Lund", "Berg Jr. and Lund", "United States and North Tarnland", "Berg and al-Tarn"
        article = words.text(both + 1) in {"al", "el"} and words.text(both + 2) == "-"
        rest = both + 3 if article else both + 1
        return [*_name_in(words, first, _whole_end(words, first, both)), *_name_in(words, rest, last)]
    if (institution and len(own) > 1) or acronym:
        return [_place(words, first, last, "body", front)]
    alone = len(own) == 1 and words.canonical[own[0]] == "<name>"
    surname = titled and len(own) > 1 and words.canonical[own[-1]] == "<name>"
    return [_place(words, own[-1], last, "single", front)] if alone or surname else []


def _is_land(words: Words, first: int, last: int) -> bool:
    """Return whether words name a country, or a part of one by where it lies: "West Tarnland"."""
    if " ".join(words.text(number) for number in range(first, last)).lower() in UNIONS_OF_STATES:
        return True
    named = {"<country>"} if last - first == 1 else {"<country>", "<name>"} if last - first == _FEWEST_WORDS else set()
    return words.canonical[last - 1] in named and (last - first == 1 or words.text(first) in WHERE_LANDS_LIE)


def _is_in_front(words: Words, number: int) -> bool:
    """Return whether a word in front of a body's name is none of it."""
    own = number + 1 < len(words.tokens) and words.text(number + 1).lower() in _NOT_IN_FRONT
    return words.text(number) in {".", "-"} or (words.text(number).lower() in _IN_FRONT and not own)


def _person(words: Words, titles: Sequence[int], begin: int, first: int, last: int) -> list[Name]:
    again = (number for number in range(begin + 1, last) if words.text(number) == words.text(begin))
    last = _whole_end(words, begin, _named_once(begin, next(again, last), last))
    count = sum(words.text(number)[0].isupper() for number in range(begin, last))
    if begin == first and first > 0 and words.text(first - 1).lower() in _NO_PERSON:
        # "the Ninth Circuit", "the group Clean Shore": no person's full name stands behind an article or such a noun.
        return [_place(words, begin, last, "body" if count > 1 else "single", first)]
    in_place = not titles and first > 0 and words.text(first - 1).lower() in IN_PLACE
    apart = " " in words.whole[words.tokens.starts[begin] : words.tokens.ends[last - 1]]
    if count > _LONGEST_PERSON or in_place:
        return []
    if count > 1 and words.text(last - 1) in BODY_LETTERS:
        return [_place(words, begin, last, "body", first)]  # "Ostvale PD"
    names = [_place(words, begin, last, "person" if count > 1 and apart else "single", first)]
    if titles and titles[0] > first and begin > titles[0]:
        # "Tarn Motors Chief Executive Rolf King" names the body too.
        title = f"{words.text(titles[0] - 1)} {words.text(titles[0])}"
        end = _whole_end(words, first, titles[0] - (title in _LONGER_TITLES))
        letters = words.text(first).isupper() and len(words.text(first)) > 1
        names = [*_name_in(words, first, first + 1 if letters else end), *names]
    return names


def _named_once(begin: int, again: int, last: int) -> int:
    """Return the end of a name, which may be printed twice in a row: "Ada Holm Ada Maria HolmCourt backs the plan"."""
    return again if again - begin > 1 else last


def _is_capital(words: Words, number: int) -> bool:
    return words.text(number)[0].isupper()


def _is_date(words: Words, number: int) -> bool:
    return words.canonical[number] in DATES and not words.may_be_personal(number)


def _place(words: Words, first: int, last: int, kind: Literal["person", "body", "single"], front: int) -> Name:
    tokens = words.tokens
    start = tokens.starts[first]
    article = _ARTICLE.search(words.whole, max(start - _LONGEST_ARTICLE, 0), start)
    start = article.start() if article else start
    # A name may be broken by the end of a line.
    name = bare_name(words.whole[start : tokens.ends[last - 1]].replace("\n", " "))
    return Name(Span(start, start + len(name)), kind, name, min(tokens.starts[front], start))
