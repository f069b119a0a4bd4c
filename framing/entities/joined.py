"""Several who speak together, told apart where each has a head of its own: "Ada Holm and her staff".

Persons alone ("Ada Holm and Rolf Kirk") are told apart elsewhere. Two nouns with one head ("business and labor groups")
and two descriptions of one kind ("court staffers and local attorneys") stay one source, as readers have them, and so
does what a preposition in front may hold together ("officials from the ministry and the police").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.entities.names import Name
from framing.entities.personal_nouns import is_personal
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital
from framing.spans import Span

__all__ = ["joined_parts"]

_JOINT = expression(r",? (?:and|as well as|along with) |, ")
_FRONT = expression(r"(?:both|either|and) ", re.IGNORECASE)
_HOLDING = expression(
    r"\b(?:of|from|in|at|for|by|with|to|on|about|against|between|among|like|than|who|that|which|whose|including|such|as"
    r"|said|says|is|was|are|were|has|have|had|then|both|either)\b|[(—–“”\"]| - |--"
)
"""Words behind which "and" may join something else than the sources."""
_DETERMINER = expression(
    r"(?:an?|the|his|her|their|its|some|many|several|most|a few|other|two|three|four|\d+) ", re.IGNORECASE
)
_SEVERAL = expression(r"\w[\w’'-]*[^s’'i\W]s|others|people|police|men|women|staff|team|family|colleagues")
_OUTLET = expression(r"(?: news agency| newspaper| magazine| website)?")
"""What may stand behind an outlet's name."""
_LABELS = frozenset({"<demonym>", "<party>", "<country>"})
_MOST = 5
"""Parts of the longest list that is told apart. Set by hand."""


class _Part(NamedTuple):
    """A part of a phrase: its place, the joint in front, what its head is, and whether it opens with a party."""

    first: int
    last: int
    comma: bool
    name: str | None
    plural: bool
    determined: bool
    labelled: bool
    allied: bool


def joined_parts(written: str, start: int, inside: Sequence[Name], surnames: Collection[str] = ()) -> tuple[Span, ...]:
    """Return the parts of a phrase that are a source each; empty where it is one source.

    Args:
        written: The phrase.
        start: Its first character.
        inside: The names in it, in text order.
        surnames: Last words of persons' names: "Holm and her allies".

    Examples:
        >>> phrase = "the mayor and river groups"
        >>> [phrase[slice(*part)] for part in joined_parts(phrase, 0, ())]
        ['the mayor', 'river groups']
        >>> joined_parts("business and labor groups", 0, ())
        ()
    """
    masked = _masked(written, start, inside)
    if written[:5].lower() == "both " and masked.endswith("X"):
        # "Both the Tarn Council and Ostvale": where two are told to be two, a name of one word is one of them.
        inside = [
            name if name.kind != "single" or name.name in surnames else name._replace(kind="body") for name in inside
        ]
    places = list(_places(masked))
    if not 1 < len(places) <= _MOST or places[-1][2] or any(_HOLDING.search(masked, a, b) for a, b, _ in places[:-1]):
        return ()
    parts = [part for place in places if (part := _part(masked, place, start, inside, surnames)) is not None]
    told_apart = len(parts) == len(places) and all(_are_two(*pair) for pair in pairwise(parts)) and _differ(parts)
    return tuple(Span(start + part.first, start + part.last) for part in parts) if told_apart else ()


def _masked(written: str, start: int, inside: Sequence[Name]) -> str:
    """Return a phrase of the same length in which no name holds a joint."""
    for name in inside:
        first, last = name.span.start - start, min(name.span.end - start, len(written))
        written = f"{written[:first]}{'X' * (last - first)}{written[last:]}"
    return written


def _places(masked: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each part begins and ends, and whether a comma alone stands in front."""
    front = _FRONT.match(masked)
    first, comma = front.end() if front else 0, False
    for joint in _JOINT.finditer(masked, first):
        if joint.start() > first:
            yield first, joint.start(), comma
        first, comma = joint.end(), joint.group() == ", "
        again = _FRONT.match(masked, first)
        first, comma = (again.end(), False) if again else (first, comma)
    yield first, len(masked), comma


def _part(
    masked: str, place: tuple[int, int, bool], start: int, inside: Sequence[Name], surnames: Collection[str]
) -> _Part | None:
    """Return a part that may be a source: a name with its title, people, or somebody by an office; else ``None``."""
    first, last, comma = place
    determiner = _DETERMINER.match(masked, first, last)
    begin = determiner.end() if determiner else first
    kinds = (
        "person" if name.name in surnames else name.kind
        for name in inside
        if first <= name.span.start - start < last
        and (name.kind != "single" or name.name.isupper() or name.name in surnames)
        and not _HOLDING.search(masked, first, name.span.start - start)
        and _OUTLET.fullmatch(masked, name.span.end - start, last)
    )
    kind = next(kinds, None)
    behind = _HOLDING.search(masked, begin, last)
    words = masked[begin : behind.start() if behind else last].split()
    plural = bool(words) and _SEVERAL.fullmatch(words[-1]) is not None
    singular = bool(words) and is_personal(words[-1]) and (determiner is not None or len(words) > 1)
    if not (kind or plural or singular):
        return None
    original = next((name.name for name in inside if name.span.start - start == begin), "")
    label = class_of_capital((original or masked[begin:last]).split(maxsplit=1)[0])
    labelled = label in _LABELS and len(words) > 1
    return _Part(first, last, comma, kind, plural, determiner is not None, labelled, label == "<party>" and not plural)


def _are_two(before: _Part, part: _Part) -> bool:
    """Return whether neighbours are two, and not a title in two parts or a name and what describes it."""
    if part.comma and before.name:
        # "Ada Holm, Reformer of Tarn and head of the panel": a party's member in front is no second source.
        return part.plural or (part.name is not None and not part.allied)
    one = before.name is None and not before.plural
    return not one or part.determined or part.plural


def _differ(parts: Sequence[_Part]) -> bool:
    """Return whether parts are of different kinds; persons' names alone and plain descriptions are not."""
    named = [part.name for part in parts]
    if any(named):
        return any(name != "person" for name in named)
    articles = all(part.determined for part in parts)
    return articles or all(part.labelled for part in parts) or len({part.plural for part in parts}) > 1
