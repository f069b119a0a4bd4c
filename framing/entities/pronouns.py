"""Whom a pronoun stands for: candidates named or credited before it, weighed by distance, number, gender and who spoke.

The weights are log-odds, fitted by a choice among candidates (mcfadden1974) to 178 pronouns of which the gold's readers
said for whom they stand, and are the same for both genders; with the articles left out on which they are tried, 166 are
right (161 with numbers set by hand). What tells most is whether a candidate has a name.
A pronoun for which no candidate is worth enough stays a pronoun.
"""

from collections.abc import Sequence
from typing import NamedTuple

from framing.entities.genders import Gender, gender_of_pronoun

__all__ = ["Candidate", "antecedent"]

_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_THINGS = frozenset({"it", "this"})
_SENTENCE = 0.32
"""What each sentence between candidate and pronoun costs."""
_BLOCK = 1.04
"""What each paragraph between them costs beside."""
_SPOKE_LAST = 1.69
"""Whoever spoke last goes on speaking, unless somebody new opened a sentence since."""
_OPENS = 0.43
"""A sentence's first name is most often its subject."""
_SAME_GENDER = 0.75
_OFTEN = 0.10
"""What each further mention in the text before is worth, three at most."""
_QUOTED = -1.95
"""Who is named inside a quotation is spoken of, not speaking."""
_OWNS = -0.69
"""An owner ("Holm's plan") is rarely the subject."""
_NAMED, _DESCRIBED = 1.88, -1.02
"""A person with a name is taken up by a pronoun rather than a body, and a body rather than a description."""
_LEAST = -0.5
"""Below this sum nobody is meant who stands in the text: a third of the wrong ones, and no right one of the 178."""
_FARTHEST = 1200
"""Characters back that candidates may stand."""


class Candidate(NamedTuple):
    """Somebody who is named or credited at a place.

    Attributes:
        row: The row of the table.
        start: The first character.
        person: Whether one person is meant.
        plural: Whether several are, or a body.
        thing: Whether "it" may stand for it.
        gender: The gender that the page prints.
        sentence: The number of its sentence.
        block: The number of its block.
        credited: Whether it is a source here.
        opens: Whether it is the first that its sentence names.
        quoted: Whether it stands inside quotation marks.
        owns: Whether a possessive follows.
        mentions: How often it is mentioned up to here.
        kind: The kind of its row.
    """

    row: int
    start: int
    person: bool
    plural: bool
    thing: bool
    gender: Gender | None
    sentence: int
    block: int
    credited: bool
    opens: bool
    quoted: bool
    owns: bool
    mentions: int
    kind: str


def antecedent(pronoun: str, start: int, sentence: int, block: int, candidates: Sequence[Candidate]) -> int | None:
    """Return the row that a pronoun stands for, ``None`` where no candidate is likely.

    Args:
        pronoun: In small letters.
        start: Its first character.
        sentence: The number of its sentence.
        block: The number of its block.
        candidates: Everybody named or credited, in text order.
    """
    near = [one for one in candidates if start - _FARTHEST <= one.start < start]
    spoken = next((one for one in reversed(near) if one.credited and _fits(pronoun, one)), None)
    best: tuple[float, int, int] | None = None
    for one in near:
        if not _fits(pronoun, one):
            continue
        worth = -_SENTENCE * (sentence - one.sentence) - _BLOCK * (block - one.block)
        worth += _OPENS * one.opens + _QUOTED * one.quoted + _OWNS * one.owns
        worth += _OFTEN * min(one.mentions - 1, 3)
        worth += _NAMED * (one.kind in {"person", "single"}) + _DESCRIBED * (one.kind == "description")
        if one is spoken:
            worth += _SPOKE_LAST
        if one.gender is not None and one.gender == gender_of_pronoun(pronoun):
            worth += _SAME_GENDER
        found = (worth, one.start, one.row)
        best = found if best is None or found > best else best
    return best[2] if best is not None and best[0] >= _LEAST else None


def _fits(pronoun: str, one: Candidate) -> bool:
    if pronoun in _PERSONAL:
        asked = gender_of_pronoun(pronoun)
        return one.person and (one.gender is None or one.gender == asked)
    if pronoun in _THINGS:
        return one.thing
    return one.plural
