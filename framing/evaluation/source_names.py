"""Whether two strings name the same source, as a reader would say."""

import re

__all__ = ["same_name"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LITTLE = frozenset("a an the of in at for from on with by and his her their its our s".split())
_ABOVE_HALF = 0.5


def same_name(shown: str, gold: str) -> bool:
    """Return whether a shown name is the gold's.

    Persons and bodies need the same words: the gold has the fullest form that the page prints, and a surname alone is
    not it. Descriptions ("residents of the valley") are compared without little words, and may be longer or shorter as
    long as more than half of the words of both are the same.
    """
    one, other = _words(shown), _words(gold)
    if one == other:
        return True
    if not one or not other or gold[:1].isupper():
        return False
    return len(one & other) / len(one | other) > _ABOVE_HALF


def _words(name: str) -> frozenset[str]:
    folded = (word.casefold().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(name))
    return frozenset(word for word in folded if word not in _LITTLE)
