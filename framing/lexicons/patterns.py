"""A pattern's forms: alternatives expanded, the marked word inflected, cut into words as text is."""

import itertools
import math
from collections.abc import Sequence

from framing.errors import LexiconError
from framing.expressions import expression
from framing.inflection import inflections
from framing.lexicons.entry import Entry
from framing.segmenting.words import find_tokens

__all__ = ["HYPHENS", "NAME", "choices_of", "expand", "form_words", "head_place", "normal", "phrase_words"]

HYPHENS = frozenset("-‐‑–")
"""Tokens that count as a space between two words of a form."""

NAME = "^"
"""In a guard: a word that is written large, so that no guard need list names."""

_CHOICE = expression(r"\{([^{}]*)\}")
_MOST_FORMS = 500
"""The longest guard of the shipped lists stands for 455; each form is an entry of the index."""


def normal(token: str) -> str:
    """Return a token as it is compared: small letters, straight apostrophe, no possessive.

    Examples:
        >>> normal("Regime’s"), normal("Workers’"), normal("Don’t")
        ('regime', 'workers', "don't")
    """
    word = token.lower()
    if "’" in word or "'" in word:
        word = word.replace("’", "'")
        if word.endswith("'s"):
            return word[:-2]
    return word


def expand(pattern: str) -> list[str]:
    """Return a pattern's alternatives written out.

    Raises:
        ValueError: If they are more than an entry may have, counted before any is made, or if a brace has no partner or
            stands in another.

    Examples:
        >>> expand("{flood,wave} of {refugees,asylum seekers}")
        ['flood of refugees', 'flood of asylum seekers', 'wave of refugees', 'wave of asylum seekers']
    """
    choices = choices_of(pattern)
    count = math.prod(map(len, choices))
    if count > _MOST_FORMS:
        raise ValueError(f"stands for {count} forms; at most {_MOST_FORMS}")
    return [" ".join("".join(words).split()) for words in itertools.product(*choices)]


def choices_of(pattern: str) -> list[list[str]]:
    """Return a pattern's parts: in every second place the alternatives of a brace, else the one text between.

    Raises:
        ValueError: If a brace has no partner, or stands inside of another.
    """
    parts = _CHOICE.split(pattern)
    if any("{" in part or "}" in part for part in parts):
        raise ValueError("has a brace without a partner, or one inside of another")
    return [[part] if i % 2 == 0 else part.split(",") for i, part in enumerate(parts)]


def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return a written-out phrase's words as the matcher compares them; ``*``, ``stem*`` and ``^`` are kept."""
    words: list[str] = []
    for part in phrase.split():
        if part in {"*", NAME}:
            words.append(part)
            continue
        tokens = find_tokens(part.removesuffix("*")).texts
        cut = [normal(token) for token in tokens if token not in HYPHENS]
        if part.endswith("*") and cut:
            cut[-1] += "*"
        words.extend(cut)
    return tuple(words)


def form_words(file: str, entry: Entry) -> list[tuple[str, ...]]:
    """Return all forms of an entry, each a tuple of words as the matcher compares them.

    Raises:
        LexiconError: If a form has no word, or the pattern, or a guard, stands for too many forms or is no pattern.
    """
    forms: dict[tuple[str, ...], None] = {}
    for field, phrases in (("pattern", [entry.pattern]), ("forms", entry.forms), *entry.guards.items()):
        for phrase in phrases:
            try:
                written = expand(phrase)
            except ValueError as error:
                raise LexiconError(file, entry.pattern, field, str(error)) from error
            if field == "pattern":
                forms.update((phrase_words(form), None) for one in written for form in _inflected(one, entry))
            elif field == "forms":
                forms.update((phrase_words(one.replace("~", "")), None) for one in written)
    if len(forms) > _MOST_FORMS:
        raise LexiconError(file, entry.pattern, "pattern", f"stands for {len(forms)} forms; at most {_MOST_FORMS}")
    for form in forms:
        if not form or form[0] == "*" or not any(word[0].isalnum() for word in form):
            raise LexiconError(file, entry.pattern, "pattern", "a form starts with * or has no word")
    return list(forms)


def _inflected(written: str, entry: Entry) -> list[str]:
    words = written.split(" ")
    place = head_place(words, entry.pos)
    marked = "~" in written
    words = [word.removesuffix("~") for word in words]
    if not marked and (not entry.inflect or entry.pos in {"adverb", "phrase"}):
        return [" ".join(words)]
    pos = "noun" if entry.pos == "phrase" else entry.pos
    head, hyphen, last = words[place].rpartition("-")
    return [
        " ".join([*words[:place], head + hyphen + form, *words[place + 1 :]])
        for form in inflections(last, pos, graded=entry.graded)
    ]


def head_place(words: Sequence[str], pos: str) -> int:
    """Return which of a form's written words is inflected: the one with ``~``, else a verb's first, others' last."""
    marked = (place for place, word in enumerate(words) if word.endswith("~"))
    return next(marked, 0 if pos == "verb" else len(words) - 1)
