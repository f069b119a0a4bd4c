"""The part of a run of capitals that is a person's name: "Defence Secretary [Ada Kern]"."""

from collections.abc import Sequence

from framing.entities.cased_words import Words
from framing.entities.name_words import (
    DOERS,
    ENVOYS,
    GIVEN_NAMES,
    NAMED_FOR,
    NO_SURNAMES,
    PARTICLES,
    PERSONAL_TITLES,
    POST_NOMINALS,
    SUFFIXES,
)
from framing.modelling.canonical import is_ordinary

__all__ = ["NATIONS", "SEATED", "behind_a_place", "is_person", "personal_part", "without_letters"]

_FEWEST_WORDS = 2
"""Words of a full name; behind "of", which may belong to a title ("Secretary of State Ada Holm"), a run needs more."""
_RATES = frozenset({"First", "Second", "Third"})
"""Of which class a sailor's or soldier's rank is."""
SEATED = frozenset({"Rep", "Sen", "Gov"})
"""Short titles behind which a people's name is a given name."""
_CALLING = PERSONAL_TITLES | DOERS
"""What stands in front of persons' names."""
NATIONS = frozenset({"<demonym>", "<country>", "<party>"})
"""Classes of words that may stand in front of a person's name: "Norlander Ada Holm", "Democrat Ada Holm"."""


def personal_part(words: Words, titles: Sequence[int], first: int, last: int) -> int | None:
    """Return where a person's name at the end of a run starts; ``None`` if there is none."""
    if words.text(last - 1).lower() in NO_SURNAMES:
        return None
    end = last
    while end > first and (words.text(end - 1) in SUFFIXES or words.text(end - 1) in {".", ","}):
        end -= 1
    if end == first:
        return None
    begin = _first_of_name(words, titles, first, end)
    # "Deputy Chief of Staff Ada Holm": behind an office's "of" stands what it is the office of.
    office = words.text(begin - 1) == "of" and begin - 2 in titles and end - begin > _FEWEST_WORDS
    begin += office and is_ordinary(words.text(begin).lower())
    if begin < end and begin > first and begin - 1 not in titles and words.text(begin - 1).lower() in GIVEN_NAMES:
        begin -= 1
    begin -= _given_before_particle(words, begin, first) if begin < end else 0
    # An agency's or outlet's letters in front of a name: "AP Hana Weiss", "AFL-CIO Hana Weiss".
    while begin + 1 < end and not words.text(end - 1).isupper() and _is_no_name(words, begin):
        begin += 1
    # "Norlander Ada Holm", "Ostvale Democrat Ada Holm"
    homes = NATIONS | {"<name>"} if words.canonical[begin - 1] == "<party>" else NATIONS | {"<parties>"}
    national = all(words.canonical[number] in homes for number in range(first, begin)) and end - begin > 1
    if begin == end or not (national or titles or begin == first or _only_letters(words, first, begin)):
        return None
    return begin


def _first_of_name(words: Words, titles: Sequence[int], first: int, end: int) -> int:
    """Return where the words that may be a person's begin in front of the end of a run."""
    begin = end
    called = end - 2 == first and first > 0 and words.text(first - 1) in _CALLING
    seated = end - 4 >= first and words.text(end - 3) == "." and words.text(end - 4) in SEATED
    if (end - 3 in titles or called or seated) and end - 2 not in titles and words.canonical[end - 2] == "<name>":
        # "Mayor Pia Strand", "the official Pia Strand": behind a title and a given name an ordinary word is a surname.
        ending = words.text(end - 1)
        begin -= ending[0].isupper() and ending.lower() not in NAMED_FOR and not words.is_title(end - 1)
    while begin > first and words.may_be_personal(begin - 1) and not words.is_title(begin - 1):
        begin -= 1
    while begin < end and words.canonical[begin] != "<name>" and not words.is_initials(begin):
        begin += 1
    if seated and words.canonical[end - 2] == "<demonym>":
        return end - 2  # "Rep. Dutch Holm"
    rated = begin + 2 < end and words.text(begin + 1) == "Class" and words.text(begin) in _RATES
    return begin + 2 if rated else begin  # "Petty Officer First Class Ada Holm"


def _given_before_particle(words: Words, begin: int, first: int) -> int:
    """Return how many words in front of a surname are a given name that is also an ordinary word, and a particle."""
    particle = begin - 1 > first and words.text(begin - 1).lower() in PARTICLES
    return 2 if particle and words.text(begin - 2).lower() in GIVEN_NAMES else 0  # "Bill de Holm"


def _is_no_name(words: Words, number: int) -> bool:
    return words.text(number) == "-" or (_is_letters(words, number) and not words.is_initials(number))


def _only_letters(words: Words, first: int, begin: int) -> bool:
    return all(_is_letters(words, number) for number in range(first, begin))


def _is_letters(words: Words, number: int) -> bool:
    return words.text(number).isupper() and len(words.text(number)) > 1


def is_person(words: Words, first: int, last: int) -> bool:
    """Return whether a run of capitals ends in a person's whole name."""
    titles = [number for number in range(first, last) if words.is_title(number)]
    begin = personal_part(words, titles, first, last)
    return begin is not None and last - begin > 1


def without_letters(words: Words, first: int, last: int) -> int:
    """Return the end of a person's name without letters of an office or a degree: "Ada Holm MP", "Rolf Kirk QC"."""
    letters = words.text(last - 1)
    behind = last - first > _FEWEST_WORDS and letters in POST_NOMINALS
    return last - 1 if behind and is_person(words, first, last - 1) else last


def behind_a_place(words: Words, first: int, last: int) -> int | None:
    """Return where the person begins whom an office has in front: "the envoy to Norland Ada Holm"."""
    to = first - 1 - (words.text(first - 1).lower() == "the") if first > 1 else 0
    if to < 1 or words.text(to) != "to" or words.text(to - 1).lower() not in ENVOYS:
        return None
    begin = last - 2
    while begin > first and words.text(begin) == ".":
        begin -= 2  # an initial and its full stop: "Ada M. Holm"
    return begin if begin > first and is_person(words, begin, last) else None
