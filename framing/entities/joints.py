"""Where a person's name ends inside a run of capitals: at the "and" or "of" that joins it to what follows."""

from framing.entities.body_endings import ending_type
from framing.entities.cased_words import Words
from framing.entities.name_words import FROM
from framing.entities.personal_part import SEATED, is_person

__all__ = ["another_person", "end_of_person"]

_FURTHEST = 24
"""Words from the start of a run to the end of a person's name in it, so that a list of a megabyte takes linear time."""
_LONGEST_TITLE = 2
"""Words in front of a title's last word: "Deputy Defence Secretary"."""
_FEWEST_WORDS = 2
"""Words of a person's full name."""


def end_of_person(words: Words, first: int, last: int) -> int | None:
    """Return the word ("and", "of") that joins a person's name at the start of a run to what follows."""
    # "The Barley Regulation and Tax Act" is one law.
    whole = first > 0 and words.text(first - 1).lower() == "the" and ending_type(words.text(last - 1)) is not None
    if words.text(first) == "Former":
        first += 1  # no title that makes a person of "Food" in "Former Food and Drug Administration"
    for joint in range(first + 1, min(last - 1, first + _FURTHEST)):
        # "Ana Berg and Carl Lund" are two; "Health and Human Services" is one.
        joins = words.text(joint).lower() == "and" and words.canonical[joint - 1] == "<name>" and not whole
        # "Mr Berg and Sen. Lund" are two as well, and so are "President Berg and Defence Secretary Lund".
        furthest = joint + 1 + _LONGEST_TITLE * words.is_title(first)
        titled = joins and any(words.is_title(number) for number in range(joint + 1, min(furthest, last - 1) + 1))
        # "Mr Berg on TNN" is a person; "Council on Shores" is none.
        airs = words.text(joint) == "on" and words.canonical[joint - 1] == "<name>" and words.is_addressed(first)
        if (
            airs
            or titled
            or _is_called_of(words, first, joint)
            or ((joins or _comes_from(words, first, joint)) and is_person(words, first, joint))
        ):
            return joint
    return None


def _is_called_of(words: Words, first: int, joint: int) -> bool:
    """Return whether a surname alone stands between a "Mr" or a "Sen." and a place: "Mr. King of Utah"."""
    surname = first + 1 + (words.text(first + 1) == ".")
    called = words.is_addressed(first) or words.text(first) in SEATED
    return called and joint == surname + 1 and words.text(joint) in FROM and words.text(surname)[0].isupper()


def _comes_from(words: Words, first: int, joint: int) -> bool:
    """Return whether a place or office may follow: "Rep. Ana Berg of Utah", but not "Tarn Chamber of Commerce"."""
    titles = (words.is_title(number) for number in range(first, joint))
    return words.text(joint) in FROM and (ending_type(words.text(joint - 1)) is None or any(titles))


def another_person(words: Words, first: int, last: int) -> int | None:
    """Return the "and" that joins another person to one with a place behind: "Ana Berg of Utah and Carl Lund"."""
    for joint in range(first + 1, min(last - _FEWEST_WORDS, first + _FURTHEST)):
        named = words.canonical[joint + 1] == words.canonical[joint + 2] == "<name>"
        if words.text(joint) == "and" and (words.is_title(joint + 1) or named):
            return joint
    return None
