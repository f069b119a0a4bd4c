"""Nouns that stand for one person."""

from framing.entities.name_words import DOERS, PERSONAL_TITLES
from framing.modelling.canonical import class_of_capital

__all__ = ["THRONGS", "is_personal", "offices_of"]

THRONGS = "array|chorus|handful|host|legion|parade|range|series|slate|slew|string|succession|team"
"""Nouns, as alternatives of an expression, that say how many in front of "of": "a host of retired generals"."""

_HOUSE = frozenset("representative rep congressman congresswoman".split())
_MEMBERS = _HOUSE | frozenset(
    "senator sen assemblyman assemblywoman mp delegate legislator lawmaker mep msp mla mha mpp td".split()
)
_SAME_OFFICE = {
    **dict.fromkeys(("lawmaker", "legislator"), _MEMBERS),
    **dict.fromkeys(_HOUSE, _HOUSE),
    **dict.fromkeys(("senator", "sen"), frozenset({"senator", "sen"})),
}


def offices_of(noun: str) -> frozenset[str]:
    """Return the titles of those whom a noun, in small letters, may call: any member's for "lawmaker".

    Examples:
        >>> "sen" in offices_of("lawmaker"), "rep" in offices_of("senator"), offices_of("mayor")
        (True, False, frozenset({'mayor'}))
    """
    return _SAME_OFFICE.get(noun, frozenset({noun}))


def is_personal(noun: str) -> bool:
    """Return whether a noun stands for a person: an office, a party's member, or somebody by what they do."""
    word = noun.lower()
    return word in PERSONAL_TITLES or class_of_capital(noun.title()) == "<party>" or word in DOERS
