"""Nouns that stand for one person."""

from framing.entities.name_words import DOERS, PERSONAL_TITLES
from framing.modelling.canonical import class_of_capital

__all__ = ["is_lawmaker", "is_personal"]

_LAWMAKERS = frozenset(
    "lawmaker senator sen representative rep congressman congresswoman assemblyman assemblywoman mp delegate "
    "legislator mep msp".split()
)
"""Members of parliaments, which news calls by one word in turn."""


def is_lawmaker(noun: str) -> bool:
    """Return whether a noun, in small letters, stands for a member of a parliament."""
    return noun in _LAWMAKERS


def is_personal(noun: str) -> bool:
    """Return whether a noun stands for a person: an office, a party's member, or somebody by what they do."""
    word = noun.lower()
    return word in PERSONAL_TITLES or class_of_capital(noun.title()) == "<party>" or word in DOERS
