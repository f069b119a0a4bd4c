"""The gender that the page prints with a person, by a title, a word such as "spokeswoman" or "widow", or a pronoun.

It is never read from the form of a name. For every word of one gender there is one of the other. A person without such
a word may be either, unless other articles print it: ``framing.entities.name_genders`` notes what is known from there.
"""

import re
from collections.abc import Callable
from typing import Literal

__all__ = ["Gender", "KnownGender", "gender_of_pronoun", "gender_of_role", "gender_of_title"]

Gender = Literal["she", "he"]
KnownGender = Callable[[str, str], Gender | None]
"""Returns the gender that is known of a name from outside of the page, given the name and the kind of its row."""

_HER_TITLES = "mrs ms miss dame lady madam"
_HIS_TITLES = "mr sir lord mister"
_HER_WORDS = """
    spokeswoman congresswoman councilwoman assemblywoman alderwoman businesswoman policewoman woman women
    girl mother daughter sister wife widow aunt niece grandmother girlfriend bride queen princess actress housewife mom
    mum fiancée fiancee noblewoman stepmother schoolgirl waitress nun
"""
_HIS_WORDS = """
    spokesman congressman councilman assemblyman alderman businessman policeman man men boy father son brother
    husband widower uncle nephew grandfather boyfriend groom king prince actor househusband dad fiancé fiance nobleman
    stepfather schoolboy waiter monk
"""
# "Chairman" is no word of one gender: women are called so too, so that neither it nor "chairwoman" is one.
_TITLES: dict[str, Gender] = {
    **dict.fromkeys(_HER_TITLES.split(), "she"),
    **dict.fromkeys(_HIS_TITLES.split(), "he"),
}
_ROLES: dict[str, Gender] = {
    **dict.fromkeys(_HER_WORDS.split(), "she"),
    **dict.fromkeys(_HIS_WORDS.split(), "he"),
}
_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
}


def gender_of_title(before: str) -> Gender | None:
    """Return the gender that the title in front of a name prints.

    Examples:
        >>> gender_of_title("said Ms. "), gender_of_title("said President ")
        ('she', None)
    """
    for word in reversed(before.split()[-2:]):
        if not word[0].isupper():
            return None
        if word.lower().rstrip(".") in _TITLES:
            return _TITLES[word.lower().rstrip(".")]
    return None


def gender_of_role(role: str) -> Gender | None:
    """Return the gender that the head noun of a title or an apposition prints ("a police spokeswoman").

    Examples:
        >>> gender_of_role("a police spokeswoman"), gender_of_role("the victim’s husband"), gender_of_role("mayor")
        ('she', 'he', None)
    """
    words = re.findall(r"[\w]+", re.split(r"[,;]| (?:of|for|to|who|at|in|from|with) ", role.lower(), maxsplit=1)[0])
    return _ROLES.get(words[-1]) if words else None


def gender_of_pronoun(pronoun: str) -> Gender | None:
    """Return a pronoun's gender, ``None`` for those without."""
    return _PRONOUNS.get(pronoun.lower())
