"""Nouns that stand for one person."""

from framing.entities.name_words import DOERS, PERSONAL_TITLES
from framing.modelling.canonical import class_of_capital

__all__ = ["is_personal"]


def is_personal(noun: str) -> bool:
    """Return whether a noun stands for a person: an office, a party's member, or somebody by what they do."""
    word = noun.lower()
    return word in PERSONAL_TITLES or class_of_capital(noun.title()) == "<party>" or word in DOERS
