"""Where a name begins and ends, by comparison with the article's other names.

Words in front of a name may have capitals too. If "Ada Holm" stands elsewhere, then "Watch Ada Holm" names Ada Holm,
and "Centers for Shore Control Ada Holm" names a body and her. "Republican Holm" is the person with that surname.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from framing.entities.name_words import JOINING, SUFFIXES
from framing.expressions import expression
from framing.spans import Span

__all__ = ["TWICE", "Name", "bare_name", "settled"]

_CORPORATE = expression(
    r" (?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|Co|Group|Holdings|Airlines|Motors|University|NV|SA|AG|SE|GmbH|SpA)\.?$"
)
_FEWEST, _MOST = 2, 4
"""Words of a person's full name."""
_A_PERSON = 2
"""Places at which a name looks like a body's that one outweighs at which it is a person's: "the official Ada Hill"."""
TWICE = expression(r"(?P<once>\S.{5,}) (?P=once)")
"""A name and its link's text: "Tarn Centre Tarn Centre"."""
_GLUED = expression(r"([A-Z][a-z’'-]+)[A-Z][a-z].*")
"""Two words without a space between: "HolmCourt", a name and the headline behind it."""


class Name(NamedTuple):
    """A name somewhere in the article.

    Attributes:
        span: The name, without titles and possessive.
        kind: ``person`` (two words or more), ``body``, or ``single``: one word, of a person or a body.
        name: Its words.
        front: Where the run of capitals begins at whose end the name stands; its titles stand between.
    """

    span: Span
    kind: Literal["person", "body", "single"]
    name: str
    front: int


def settled(
    names: Sequence[Name],
    is_label: Callable[[str], bool],
    is_common: Callable[[str], bool],
    places: Collection[str] = (),
) -> list[Name]:
    """Return names cut to their right beginnings and ends, each of the kind that its form has at most places.

    "Halvard Brothers" is no person if the article also has "Halvard Brothers Inc".

    Args:
        names: Names as their capitals show them, in text order.
        is_label: Whether a word stands for a party, a people or a country.
        is_common: Whether news also writes a word without a capital: "Watch", but not "Alexandra".
        places: Words that stand behind "in" and its like somewhere: "Ostvale".
    """
    glued = list(_without_glue(names))
    people = Counter(person.name for person in glued if person.kind == "person")
    surnames = {name.split()[-1] for name in people}
    shorter: list[Name] = []
    for whole in glued:
        apart = _neighbours(whole, people, places)
        shorter += apart or _parts(whole, people, surnames, is_label, is_common)
    return _of_one_kind(shorter)


def _neighbours(run: Name, people: Counter[str], places: Collection[str]) -> list[Name]:
    """Return the names of two neighbours that a page sets side by side: "under Orr Holm says", "called Ostvale Holm's".

    The second is known by another given name, and the first is somebody else's surname, or a place.
    """
    words = run.name.split()
    if run.kind != "person" or len(words) != _FEWEST or people[run.name] > 1 or words[1].strip(".") in SUFFIXES:
        return []
    first, last = words
    full_names = [name.split() for name in people if name != run.name]
    named = any(last == full_name[-1] and first != full_name[0] for full_name in full_names)
    theirs = any(first == full_name[-1] for full_name in full_names) and not any(
        first == full_name[0] for full_name in full_names
    )
    if not named or not (theirs or first in places):
        return []
    front = run._replace(span=Span(run.span.start, run.span.start + len(first)), name=first, kind="single")
    return [front, _tail(run, 1, "single")._replace(front=run.span.start + _offset(run.name, 1))]


def _without_glue(names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names without a headline stuck to their end, and without a surname that stands twice."""
    words = {word for whole in names for word in whole.name.split()}
    for whole in names:
        name, last = whole.name, whole.name.split()[-1]
        glued = _GLUED.fullmatch(last)
        if glued and glued.group(1) in words:
            name = name[: glued.end(1) - len(last)]
        parts = name.split()
        first = 0
        twice = TWICE.fullmatch(name) if whole.kind == "body" else None
        if twice:
            first, parts = 0, twice["once"].split()
            name = twice["once"]
        if whole.kind == "person" and parts[-1] in parts[:-1]:
            # "Holm Ada Maria Holm" has the whole name behind the surname, "Ada Holm Holm" in front of it.
            again = parts.index(parts[-1])
            first, parts = (1, parts) if again == 0 else (0, parts[: again + 1])
            name = " ".join(parts)
        start = _offset(name, first)
        span = Span(whole.span.start + start, whole.span.start + len(name))
        kind = "single" if whole.kind == "person" and len(parts) - first == 1 else whole.kind
        yield whole._replace(span=span, name=name[start:], kind=kind) if name != whole.name or first else whole


def _parts(
    run: Name,
    people: Counter[str],
    surnames: set[str],
    is_label: Callable[[str], bool],
    is_common: Callable[[str], bool],
) -> Iterator[Name]:
    words = run.name.split()
    if run.kind == "body" and len(words) == _FEWEST and is_label(words[0]) and words[1] in surnames:
        yield _tail(run, 1, "single")
        return
    for length in range(min(_MOST, len(words) - 1), _FEWEST - 1, -1):
        first = len(words) - length
        name = run.name[_offset(run.name, first) :]
        whole = len([word for word in name.split() if word.strip(".") not in SUFFIXES]) >= _FEWEST
        if run.kind == "single" or not whole or name not in people or words[first - 1].lower() in JOINING:
            continue
        if run.kind == "person" and people[name] >= people[run.name] and is_common(words[first - 1]):
            yield _tail(run, first, "person")
            return
        if run.kind == "body" and first == 1 and is_common(words[0]):
            yield _tail(run, first, "person")
            return
        if run.kind == "body" and first > 1:
            front = run.name[: _offset(run.name, first)].rstrip()
            yield run._replace(span=Span(run.span.start, run.span.start + len(front)), name=front)
            yield _tail(run, first, "person")
            return
    yield run


def _tail(name: Name, first: int, kind: Literal["person", "single"]) -> Name:
    """Return a name without its first words."""
    place = _offset(name.name, first)
    return name._replace(span=Span(name.span.start + place, name.span.end), name=name.name[place:], kind=kind)


def _offset(name: str, first: int) -> int:
    """Return where a word of a name begins."""
    return [match.start() for match in re.finditer(r"\S+", name)][first]


def _of_one_kind(names: Sequence[Name]) -> list[Name]:
    companies = [whole.name for whole in names if _CORPORATE.search(whole.name)]
    bodies = {" ".join(name.split()[:last]) for name in companies for last in range(_FEWEST, len(name.split()) + 1)}
    votes: Counter[str] = Counter()
    for whole in names:
        if whole.kind != "single":
            votes[whole.name] += _A_PERSON if whole.kind == "person" else -1
    of_one_kind: list[Name] = []
    for whole in names:
        kind = whole.kind
        if kind != "single":
            kind = "body" if whole.name in bodies or votes[whole.name] < 0 else "person" if votes[whole.name] else kind
        of_one_kind.append(whole._replace(kind=kind))
    return of_one_kind


def bare_name(name: str) -> str:
    """Return a name without a possessive and without trailing marks.

    Examples:
        >>> bare_name("Ada Kern’s"), bare_name("the Kerns’")
        ('Ada Kern', 'the Kerns')
        >>> bare_name("Rolf Kern Jr."), bare_name("Rolf Kern III.")
        ('Rolf Kern Jr.', 'Rolf Kern III')
    """
    return re.sub(r"(?:[’']s|[’']|(?<= II|III| IV)\.)$", "", name).rstrip(" -&,")
