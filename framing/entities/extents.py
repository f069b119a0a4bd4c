"""Where a name begins and ends, as the article's other names tell: words in front may have capitals too.

"Watch Ada Holm" at one place and "Ada Holm" at others name Ada Holm; "Centers for Shore Control Ada Holm" are a body
and she; "Republican Holm" is whoever else is called Holm. The page's own names decide, not the words in front.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from framing.entities.name_words import JOINING, SUFFIXES
from framing.spans import Span

__all__ = ["Name", "settled"]

_CORPORATE = re.compile(
    r" (?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|Co|Group|Holdings|Airlines|Motors|University|NV|SA|AG|SE|GmbH|SpA)\.?$"
)
_FEWEST, _MOST = 2, 4
"""Words of a person's full name."""
_GLUED = re.compile(r"([A-Z][a-z’'-]+)[A-Z][a-z].*")
"""Two words that a page ran together: "HolmCourt", a name and the headline behind it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name somewhere in the article.

    Attributes:
        span: The name without titles and possessive.
        kind: ``person`` (two words or more), ``body``, or ``single``: one word, of whomever.
        name: Its words.
        front: Where the run of capitals begins that it ends: its titles stand between.
    """

    span: Span
    kind: Literal["person", "body", "single"]
    name: str
    front: int


def settled(found: Sequence[Name], is_label: Callable[[str], bool], is_common: Callable[[str], bool]) -> list[Name]:
    """Return names as they begin and end, each of the kind that its form has at most of its places.

    "Halvard Brothers" is no person beside its "Inc".

    Args:
        found: Names by their capitals, in text order.
        is_label: Whether a word is a party's, a people's or a country's.
        is_common: Whether news writes a word small too: "Watch", and not "Alexandra".
    """
    glued = list(_without_glue(found))
    people = Counter(one.name for one in glued if one.kind == "person")
    surnames = {name.split()[-1] for name in people}
    shorter: list[Name] = []
    for one in glued:
        shorter += _parts(one, people, surnames, is_label, is_common)
    return _of_one_kind(shorter)


def _without_glue(found: Sequence[Name]) -> Iterator[Name]:
    """Leave out what a page ran together with a name, and a surname that it prints in front of the whole name too."""
    words = {word for one in found for word in one.name.split()}
    for one in found:
        name, last = one.name, one.name.split()[-1]
        glued = _GLUED.fullmatch(last)
        if glued and glued.group(1) in words:
            name = name[: glued.end(1) - len(last)]
        parts = name.split()
        first = 0
        if one.kind == "person" and parts[-1] in parts[:-1]:
            # "Holm Ada Maria Holm" has the whole name behind the surname, "Ada Holm Holm" in front of it.
            again = parts.index(parts[-1])
            first, parts = (1, parts) if again == 0 else (0, parts[: again + 1])
            name = " ".join(parts)
        start = _offset(name, first)
        span = Span(one.span.start + start, one.span.start + len(name))
        kind = "single" if one.kind == "person" and len(parts) - first == 1 else one.kind
        yield replace(one, span=span, name=name[start:], kind=kind) if name != one.name or first else one


def _parts(
    one: Name,
    people: Counter[str],
    surnames: set[str],
    is_label: Callable[[str], bool],
    is_common: Callable[[str], bool],
) -> Iterator[Name]:
    words = one.name.split()
    if one.kind == "body" and len(words) == _FEWEST and is_label(words[0]) and words[1] in surnames:
        yield _tail(one, 1, "single")
        return
    for length in range(min(_MOST, len(words) - 1), _FEWEST - 1, -1):
        first = len(words) - length
        name = one.name[_offset(one.name, first) :]
        whole = len([word for word in name.split() if word.strip(".") not in SUFFIXES]) >= _FEWEST
        if one.kind == "single" or not whole or name not in people or words[first - 1].lower() in JOINING:
            continue
        if one.kind == "person" and people[name] >= people[one.name] and is_common(words[first - 1]):
            yield _tail(one, first, "person")
            return
        if one.kind == "body" and first > 1:
            front = one.name[: _offset(one.name, first)].rstrip()
            yield replace(one, span=Span(one.span.start, one.span.start + len(front)), name=front)
            yield _tail(one, first, "person")
            return
    yield one


def _tail(one: Name, first: int, kind: Literal["person", "single"]) -> Name:
    """Return a name without its first words."""
    place = _offset(one.name, first)
    return replace(one, span=Span(one.span.start + place, one.span.end), name=one.name[place:], kind=kind)


def _offset(name: str, first: int) -> int:
    """Return where a word of a name begins."""
    return [match.start() for match in re.finditer(r"\S+", name)][first]


def _of_one_kind(found: Sequence[Name]) -> list[Name]:
    companies = [one.name for one in found if _CORPORATE.search(one.name)]
    bodies = {" ".join(name.split()[:last]) for name in companies for last in range(_FEWEST, len(name.split()) + 1)}
    votes: Counter[str] = Counter()
    for one in found:
        if one.kind != "single":
            votes[one.name] += 1 if one.kind == "person" else -1
    of_one_kind: list[Name] = []
    for one in found:
        kind = one.kind
        if kind != "single":
            kind = "body" if one.name in bodies or votes[one.name] < 0 else "person" if votes[one.name] else kind
        of_one_kind.append(replace(one, kind=kind))
    return of_one_kind
