"""The sentences that tell an article's story, as words that can be compared."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.aligned import Passage, Position
from framing.article import Article
from framing.expressions import expression
from framing.modelling.meanings import load_meanings, stem

__all__ = ["LEAD", "NUMBER_WORDS", "Told", "headline_weights", "sentences_told"]

LEAD = 4
"""Sentences that say what a news article is about."""
_STORY = frozenset({"deck", "body"})
_FEWEST_WORDS = 4
"""Words of a sentence that tells something; shorter ones are exclamations and remains of layout; set by hand."""
_NAME, _NUMBER = 1.6, 1.6
"""How much more a name, and a number, says about which fact is told than another word of its rarity."""
_LEAST_RARITY = 1.2
"""Words of more than three articles in ten say nothing about what is told."""
_EDGE = 0.2
"""Share of an article's sentences that are its lead, and its end: a fifth, as ``Passage.position`` says."""
NUMBER_WORDS: Mapping[str, str] = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
"""Digits of the numbers that news writes in letters."""
_NEGATION = expression(r"\b(?:not|never|no|nobody|neither|without|den(?:y|ies|ied|ying))\b|n[’']t\b", re.IGNORECASE)
_WEEKDAY = expression(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WORD = expression(r"\w+(?:[’']\w+)*")
_DIGITS = expression(r"\d[\d.,:]*")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what it is compared by.

    Attributes:
        passage: Where it stands.
        weights: Weight by stem: rarity in news, more for names and numbers.
        names: Stems of names.
        numbers: Numbers as digits.
        denied: Whether it holds a negation.
        weekdays: Days of the week that it names.
        quoted: Its words in quotation marks, in small letters.
        speakers: Keys of those who are credited with its words, as ``framing.comparing.people`` writes them.
        entities: Keys of everybody whom it names.
    """

    passage: Passage
    weights: Mapping[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    denied: bool
    weekdays: tuple[str, ...]
    quoted: tuple[str, ...] = ()
    speakers: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()


def sentences_told(told: Article, article: int) -> tuple[Told, ...]:
    """Return the sentences of deck and body that have words enough to tell something, in text order.

    Args:
        told: The article.
        article: Its number in the comparison.
    """
    known = [
        number
        for number, sentence in enumerate(told.sentences)
        if told.blocks[sentence.block].kind in _STORY
        and len(told.text[sentence.start : sentence.end].split()) >= _FEWEST_WORDS
    ]
    words = _words(told, known)
    known = [number for number in known if words[number][0]]
    return tuple(
        Told(Passage(article, number, *told.sentences[number][:2], _position(place, len(known))), *words[number])
        for place, number in enumerate(known)
    )


def headline_weights(article: Article) -> dict[str, float]:
    """Return the rarity of each word of the headline by stem; no words where there is no headline."""
    words = [stem(word) for word in _WORD.findall(article.title or "")]
    rarities = load_meanings().rarities(words).tolist()
    return {word: rarity for word, rarity in zip(words, rarities, strict=True) if rarity >= _LEAST_RARITY}


def _position(place: int, count: int) -> Position:
    share = place / max(count, 1)
    return "lead" if share < _EDGE or place == 0 else "end" if share >= 1 - _EDGE else "middle"


def _words(
    article: Article, sentences: Sequence[int]
) -> dict[int, tuple[dict[str, float], frozenset[str], frozenset[str], bool, tuple[str, ...]]]:
    tokens = article.tokens
    meanings = load_meanings()
    result = {}
    token = 0
    for number in sentences:
        start, end, _ = article.sentences[number]
        while token < len(tokens) and tokens.starts[token] < start:
            token += 1
        weights: dict[str, float] = {}
        names: set[str] = set()
        numbers: set[str] = set()
        first = True
        while token < len(tokens) and tokens.starts[token] < end:
            text = tokens.texts[token]
            if tokens.words[token]:
                form, kind = _form(text, first)
                rarity = meanings.rarities([form])[0]
                if rarity >= _LEAST_RARITY:
                    factor = _NAME if kind == "name" else _NUMBER if kind == "number" else 1.0
                    weights[form] = max(weights.get(form, 0.0), float(rarity) * factor)
                    if kind == "name":
                        names.add(form)
                    elif kind == "number":
                        numbers.add(form)
                first = False
            token += 1
        denied = _NEGATION.search(article.text, start, end) is not None
        weekdays = tuple(day.lower() for day in _WEEKDAY.findall(article.text, start, end))
        result[number] = (weights, frozenset(names), frozenset(numbers), denied, weekdays)
    return result


@lru_cache(maxsize=65_536)
def _form(text: str, first: bool) -> tuple[str, str]:  # noqa: FBT001 -- cached
    """Return a word's form and whether it is a name, a number or a word."""
    low = text.lower()
    if _DIGITS.fullmatch(text) or low in NUMBER_WORDS:
        return NUMBER_WORDS.get(low, text.replace(",", "").rstrip(".:")), "number"
    form = stem(text)
    named = text[0].isupper() and (not first or form not in load_meanings().numbers)
    return form, "name" if named else "word"
