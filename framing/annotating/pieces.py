"""Marks for tools that know one stretch a label: a mark in several pieces is tied together by arrows."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.annotating.marks import Annotated, Arrow, Mark

__all__ = ["PART_OF", "Piece", "Tie", "joined", "pieces"]

PART_OF = "part_of"
"""From each further piece of a mark to its first."""


class Piece(NamedTuple):
    """One stretch with its label."""

    start: int
    end: int
    label: str
    attributes: Mapping[str, str]


class Tie(NamedTuple):
    """A relation between two pieces, by what identifies them."""

    label: str
    source: Hashable
    target: Hashable


def pieces(text: Annotated) -> tuple[list[Piece], list[Tie]]:
    """Return a text's marks as pieces, and its arrows and what ties pieces together, by the pieces' numbers."""
    flat: list[Piece] = []
    ties: list[Tie] = []
    first: list[int] = []
    for mark in text.marks:
        first.append(len(flat))
        for number, (start, end) in enumerate(mark.spans):
            if number:
                ties.append(Tie(PART_OF, len(flat), first[-1]))
            flat.append(Piece(start, end, mark.label, {} if number else mark.attributes))
    return flat, [*(Tie(arrow.label, first[arrow.source], first[arrow.target]) for arrow in text.arrows), *ties]


def joined(
    name: str,
    text: str,
    flat: Mapping[Hashable, Piece],
    ties: Iterable[Tie],
    *,
    labels: Sequence[str] = (),
    annotator: str = "",
) -> Annotated:
    """Return the text that pieces and ties come from; ties that lead nowhere are left out.

    Args:
        name: What the text is called.
        text: Its characters.
        flat: The pieces by what identifies them.
        ties: Relations between them.
        labels: Of the whole text.
        annotator: Whose they are.
    """
    known = [tie for tie in ties if tie.source in flat and tie.target in flat]
    head = {tie.source: tie.target for tie in known if tie.label == PART_OF}
    groups: dict[Hashable, list[Piece]] = {}
    for identity, piece in flat.items():
        groups.setdefault(_first(identity, head), []).append(piece)
    made = {
        identity: Mark(
            flat[identity].label,
            tuple(sorted((piece.start, piece.end) for piece in group)),
            flat[identity].attributes,
        )
        for identity, group in groups.items()
    }
    order = sorted(made, key=lambda identity: (made[identity].start, -made[identity].end))
    number = {identity: place for place, identity in enumerate(order)}
    arrows = [
        Arrow(tie.label, number[_first(tie.source, head)], number[_first(tie.target, head)])
        for tie in known
        if tie.label != PART_OF
    ]
    return Annotated(name, text, tuple(made[identity] for identity in order), tuple(arrows), tuple(labels), annotator)


def _first(identity: Hashable, head: Mapping[Hashable, Hashable]) -> Hashable:
    seen = {identity}
    while identity in head and head[identity] not in seen:
        identity = head[identity]
        seen.add(identity)
    return identity
