"""Words as models see them: symmetric under a swap of names, countries, parties, sexes, faiths and numbers.

A model that never sees which party or person a sentence names cannot treat them differently. So every token becomes
an ordinary word in small letters, or the class of what may be swapped: ``<name>``, ``<country>``, ``<party>`` and so
on. Capitalised words are names unless they are ordinary words at a sentence's start or institutions' words
("Department", "Senator").
"""

import itertools
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from framing.expressions import expression
from framing.packaged import packaged_json, well_formed
from framing.resources import artifacts_folder

__all__ = ["canonical_words", "class_of_capital", "is_ordinary"]

_TITLE_CASE_SHARE = 0.6
"""Share of capitalised words from which a sentence is taken as a headline in title case (function words stay small)."""
_OPENERS = frozenset(".!?:“\"‘'(•*…")
_INNER_OPENERS = _OPENERS - {"."}
_LONGEST_HELD = 64
"""Letters of a word whose form is remembered; the longest words of news have half as many."""
_PARTY_LETTERS = frozenset({"D", "R", "I"})
_YEAR = expression(r"(?:19|20)\d\d(?:s|[’']s)?")
_POSSESSIVE = expression(r"[’']s?$|[’']S$")


class _Classes(NamedTuple):
    """The word classes: by small-letter word, those that need a capital, institutions' words, ordinary words."""

    by_word: dict[str, str]
    by_capital: dict[str, str]
    institutions: frozenset[str]
    ordinary: frozenset[str]


@cache
def _classes() -> _Classes:
    folder = artifacts_folder()
    classes, vocabulary = folder / "symmetric_classes.json", folder / "vocabulary.json"
    with well_formed(vocabulary):
        ordinary = frozenset(packaged_json(vocabulary).split())
    with well_formed(classes):
        stored = packaged_json(classes)
        by_capital = {word: f"<{name}>" for name, words in stored["classes"].items() for word in words.split()}
        needs_capital = {word for words in stored["capital"].values() for word in words.split()}
        by_word = {word: name for word, name in by_capital.items() if word not in needs_capital}
        return _Classes(by_word, by_capital, frozenset(stored["keep"].split()), ordinary)


def canonical_words(texts: Sequence[str], breaks: Collection[int] = ()) -> list[str]:
    """Return each token's symmetric form.

    Args:
        texts: Tokens of ``framing.segmenting.words.find_tokens``, in order.
        breaks: Indices of tokens that start a sentence. Without them, tokens after sentence punctuation do.

    Returns:
        As many strings as tokens: words in small letters without a possessive's ``'s``, punctuation with straight
        quotation marks, or a class in angle brackets.

    Examples:
        >>> canonical_words(["Ms", ".", "Orr", ",", "a", "Democrat", "from", "France", ",", "said", "in", "2019"])
        ['<mr>', '.', '<name>', ',', 'a', '<party>', 'from', '<country>', ',', 'said', 'in', '<year>']
    """
    starts = _sentence_starts(texts, breaks)
    may_be_ordinary = _with_headlines(texts, starts)
    # A long run of characters is no word that comes again, and must not be held.
    canonical = _canonical if max(map(len, texts), default=0) <= _LONGEST_HELD else _canonical.__wrapped__
    classes = list(map(canonical, texts, may_be_ordinary))
    if not _PARTY_LETTERS.isdisjoint(texts):
        for i in range(1, len(texts) - 1):
            if _letter_party(texts, i):
                classes[i] = "<party>"
    return classes


@lru_cache(maxsize=32_768)
def _canonical(text: str, may_be_ordinary: bool) -> str:  # noqa: FBT001
    """Return a token's form from its own letters; an article asks for most of its words again and again."""
    first = text[0]
    if not first.isalnum():
        return _STRAIGHT.get(text, text)
    if first.isdigit():
        return "<year>" if _YEAR.fullmatch(text) else "<number>"
    classes = _classes()
    word = text.lower()
    if word[-1] in "’'s" and len(word) > 2:
        word = _POSSESSIVE.sub("", word)
    if first.islower():
        word_class = classes.by_word.get(word)
        return word_class if word_class is not None else word.replace("’", "'")
    if word == "us" and text[:2] != "US":
        return "us"
    word_class = classes.by_capital.get(word)
    if word_class is not None:
        return word_class
    if word in classes.institutions or word == "i" or word.startswith(("i'", "i’")):
        return word.replace("’", "'")
    if may_be_ordinary and (word in classes.ordinary or "’" in word or "'" in word):
        return word.replace("’", "'")
    return "<name>"


def class_of_capital(text: str) -> str:
    """Return the form of a word whose capital does not come from a sentence's start: most often ``<name>``."""
    return _canonical(text, may_be_ordinary=False) if len(text) <= _LONGEST_HELD else "<name>"


def is_ordinary(word: str) -> bool:
    """Return whether a word in small letters is one that news writes small."""
    return word in _classes().ordinary


_STRAIGHT = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "..."}


def _sentence_starts(texts: Sequence[str], breaks: Collection[int]) -> list[bool]:
    starts = [False] * len(texts)
    openers = _INNER_OPENERS if breaks else _OPENERS
    if not openers.isdisjoint(texts):
        starts[1:] = [text in openers for text in texts[:-1]]
    for place in breaks or (0,):
        if place < len(texts):
            starts[place] = True
    return starts


def _with_headlines(texts: Sequence[str], starts: Sequence[bool]) -> Sequence[bool]:
    """Return the starts and all tokens of sentences that are written with capitals throughout, as headlines are."""
    titled: list[tuple[int, int]] = []
    edges = [i for i, start in enumerate(starts) if start or i == 0] + [len(texts)]
    for first, last in itertools.pairwise(edges):
        words = [text for text in texts[first:last] if len(text) > 3 and text[0].isalpha()]
        if len(words) > 2 and sum([text[0].isupper() for text in words]) > _TITLE_CASE_SHARE * len(words):
            titled.append((first, last))
    if not titled:
        return starts
    result = list(starts)
    for first, last in titled:
        result[first:last] = [True] * (last - first)
    return result


def _letter_party(texts: Sequence[str], i: int) -> bool:
    """Return whether a single capital stands for a party, as in "D-Minn." or "(R)"."""
    return texts[i] in _PARTY_LETTERS and texts[i - 1] in {",", "(", "["} and texts[i + 1] in {"-", "–", ")", "]"}
