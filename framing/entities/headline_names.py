"""Names in a headline: every word may have a capital there, so only what the text names elsewhere is a name."""

from collections.abc import Collection
from typing import Literal

from framing.entities.cased_words import Words
from framing.entities.extents import Name, bare_name
from framing.modelling.canonical import class_of_capital, is_ordinary
from framing.spans import Span

__all__ = ["repeated"]

_LONGEST_PERSON = 4
"""Words of the longest person's name."""


def repeated(words: Words, first: int, last: int, told: dict[str, Literal["person", "body", "single"]]) -> list[Name]:
    """Return the names in a headline that the text has too, of overlapping ones the longest."""
    names: list[Name] = []
    place = first
    while place < last:
        for length in range(min(_LONGEST_PERSON, last - place), 0, -1):
            start, end = words.tokens.starts[place], words.tokens.ends[place + length - 1]
            name = bare_name(words.whole[start:end])
            if name in told:
                found = Name(Span(start, start + len(name)), told[name], name, start)
                names.append(_with_given_name(words, place, found, told))
                place += length - 1
                break
        place += 1
    return names


def _with_given_name(words: Words, place: int, name: Name, told: Collection[str]) -> Name:
    """Return a name in a headline with the given name in front that no sentence of the text prints: "Ada Holm Wins"."""
    before = words.text(place - 1) if place else ""
    given = (
        name.kind == "single"
        and words.canonical[place] != "<country>"
        and before[:1].isupper()
        and before not in told
        and not any(is_ordinary(word) for word in (before.lower(), before.lower().removesuffix("s")))
        and class_of_capital(before) == "<name>"
        and before[1:].islower()
        and not any(full_name.endswith(f" {name.name}") for full_name in told)
    )
    if not given:
        return name
    start = words.tokens.starts[place - 1]
    whole = words.whole[start : name.span.end]
    return Name(Span(start, name.span.end), "person", whole, start)
