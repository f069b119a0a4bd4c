"""What linked sentences say of one thing that cannot both be true: counts, votes, outcomes, dates and names.

Numbers contradict each other where both sentences count the same thing, each once, and no reading of "about", "at
least" or a rounded figure lets both be true. Outcomes are pairs of words of which only one can be so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.aligned import Contradiction, Link, Passage, Said
from framing.comparing.dates_and_names import clashes
from framing.comparing.passages import NUMBER_WORDS
from framing.expressions import expression
from framing.finding import Analysis
from framing.modelling.meanings import stem

__all__ = ["contradictions"]

_SURE = 0.6
"""Least probability of a link whose sentences are held against each other."""
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
"""Words behind a number, and what they multiply it by."""
_APPROXIMATE = frozenset({"about", "around", "roughly", "some", "nearly", "almost", "approximately", "estimated"})
_LEAST = expression(
    r"\b(?:at least|(?<!no )(?<!not )more than|not? (?:fewer|less) than|over|above|upwards? of|as many as) $",
    re.IGNORECASE,
)
_MOST = expression(r"\b(?:up to|(?<!no )(?<!not )(?:fewer|less) than|not? more than|under|at most) $", re.IGNORECASE)
_BEFORE = len("not fewer than ")
"""Characters before a figure in which such words stand."""
_ROUND = 0.15
"""How far "about 200" may be from the figure, as a share of it."""
_WORD = expression(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIGURE = expression(
    rf"(?<![\w.,:/-])(?:[$€£]\s?)?(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{'|'.join(NUMBER_WORDS)})(?![\w:/]|[.,]\d|-\d)"
    rf"(?:[ -]({'|'.join(_SCALES)}))?(%| percent| per cent)?",
    re.IGNORECASE,
)
_PART_OF = expression(rf"(?:\d|\b(?:{'|'.join(NUMBER_WORDS)})) of (?:the |its |their |all )?$", re.IGNORECASE)
"""Before a whole of which another figure is the part: "nine of 12 delegates" counts nobody's delegates."""
_VOTE = expression(
    rf"(?<![\w-])(\d{{1,3}}|{'|'.join(NUMBER_WORDS)})(?:-|–|\sto\s|-to-)(\d{{1,3}}|{'|'.join(NUMBER_WORDS)})(?![\w-])",
    re.IGNORECASE,
)
_VOTED = expression(r"\bvot(?:e|es|ed|ing)\b|\bballot|\bmajority\b", re.IGNORECASE)
_YEAR = expression(r"(?:1[89]|20)\d\d")
_IN_YEAR = expression(r"\b(?:in|since|until|from|by|of|for) $", re.IGNORECASE)
_SUM = expression(r",? (?:including|among them|counting|besides)\b", re.IGNORECASE)
"""After a count that may hold others than the other account's: "14 people, including three gunmen"."""
_NOT_COUNTED = frozenset(
    map(
        stem,
        "time times year years month months week weeks day days hour hours minute minutes a p am pm of percent".split(),
    )
)
"""Units of which a sentence may name two without naming one thing."""
_OPPOSITES = tuple(
    (expression(rf"\b(?:{one})\b", re.IGNORECASE), expression(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        ("approved|passed|adopted", "rejected|voted down|defeated"),
        ("convicted|found guilty", "acquitted|cleared|found not guilty"),
        ("upheld", "overturned|struck down"),
        ("survived", "died|was killed"),
        ("granted", "denied|refused|turned down"),
        ("accepted", "rejected|refused|turned down"),
        ("pleaded guilty", "pleaded not guilty|pleaded innocent"),
    )
)
_PLURALS = frozenset("people men women children".split())
_DENIED = expression(
    r"\b(?:not|never|no|failed to|refused to|without|could|would|may|might|if|to)\b|n[’']t\b", re.IGNORECASE
)


_Found = tuple[Literal["number", "outcome", "date", "name"], tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of things: where it stands, the thing's stem, and between what the figure may lie."""

    start: int
    end: int
    thing: str
    low: float
    high: float


def contradictions(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Contradiction, ...]:
    """Return what sure links say of one thing that cannot both be true, in the order of the links.

    Args:
        analyses: One for each article.
        links: The articles' linked sentences.
    """
    by_places: dict[tuple[Said, Said], Contradiction] = {}
    for link in links:
        if link.probability < _SURE:
            continue
        sides = ((analyses[p.article], p) for p in (link.first, link.second))
        told = (*_numbers(analyses, link), *_votes(analyses, link), *_outcomes(analyses, link), *clashes(*sides))
        for kind, first, second in told:
            one, other = _said(analyses, link.first, first), _said(analyses, link.second, second)
            by_places.setdefault((one, other), Contradiction(kind, one, other, link.probability))
    return tuple(by_places.values())


def _said(analyses: Sequence[Analysis], passage: Passage, span: tuple[int, int]) -> Said:
    return Said(passage.article, *span, analyses[passage.article].article.text[slice(*span)])


def _numbers(analyses: Sequence[Analysis], link: Link) -> Iterator[_Found]:
    ours, theirs = (_counts(analyses[p.article].article.text, p.start, p.end) for p in (link.first, link.second))
    for thing in sorted({count.thing for count in ours} & {count.thing for count in theirs}):
        one, other = ([count for count in counts if count.thing == thing] for counts in (ours, theirs))
        if len(one) == len(other) == 1 and (one[0].high < other[0].low or other[0].high < one[0].low):
            yield "number", (one[0].start, one[0].end), (other[0].start, other[0].end)


def _counts(text: str, start: int, end: int) -> list[_Count]:
    """Return the numbers of things that a sentence names."""
    counts = []
    for match in _FIGURE.finditer(text, start, end):
        word = _WORD.match(text, match.end() + 1, end) if text[match.end() : match.end() + 1] == " " else None
        dated = _YEAR.fullmatch(match[0]) and _IN_YEAR.search(text[max(start, match.start() - 8) : match.start()])
        whole = _PART_OF.search(text[max(start, match.start() - _BEFORE - len("seventeen ")) : match.start()])
        if word is None or match[3] or dated or whole:
            continue
        thing = stem(word[0])
        last = word.end()
        following = _WORD.match(text, word.end() + 1, end) if text[word.end() : word.end() + 1] == " " else None
        if not _plural(word[0]):
            # "three police officers": the thing is the plural, one word on.
            if following is None or not _plural(following[0]):
                continue
            thing, last = stem(following[0]), following.end()
        if thing in _NOT_COUNTED or not word[0].islower() or _SUM.match(text, last):
            continue
        if match[0][0] in "$€£":
            # A sum of money counts no things, whatever stands behind it.
            thing = f"money for {thing}"
        low, high = _between(match, text[max(start, match.start() - _BEFORE) : match.start()])
        counts.append(_Count(match.start(), last, thing, low, high))
    return counts


def _plural(word: str) -> bool:
    return word.endswith("s") or word in _PLURALS


def _between(match: re.Match[str], before: str) -> tuple[float, float]:
    """Return between what a figure may lie."""
    value = _value(match[1]) * _SCALES.get((match[2] or "").lower(), 1.0)
    if _LEAST.search(before):
        return value * (1 - _ROUND), float("inf")
    if _MOST.search(before):
        return 0.0, value * (1 + _ROUND)
    words = before.lower().split()
    loose = bool(match[2]) or (match[1].endswith("00") and value >= 100) or bool(words and words[-1] in _APPROXIMATE)
    around = value * _ROUND if loose else 0.0
    return value - around, value + around


def _value(figure: str) -> float:
    known = NUMBER_WORDS.get(figure.lower())
    return float(known if known is not None else figure.replace(",", ""))


def _votes(analyses: Sequence[Analysis], link: Link) -> Iterator[_Found]:
    sides = []
    for passage in (link.first, link.second):
        text = analyses[passage.article].article.text
        voted = _VOTED.search(text, passage.start, passage.end)
        sides.append([*_VOTE.finditer(text, passage.start, passage.end)] if voted else [])
    if len(sides[0]) == len(sides[1]) == 1:
        one, other = sides[0][0], sides[1][0]
        if sorted(map(_value, one.groups())) != sorted(map(_value, other.groups())):
            yield "number", one.span(), other.span()


def _outcomes(analyses: Sequence[Analysis], link: Link) -> Iterator[_Found]:
    texts = [(analyses[p.article].article.text, p) for p in (link.first, link.second)]
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            outcomes = []
            for pattern, unwanted, (text, passage) in zip((one, other), (other, one), texts, strict=True):
                match = pattern.search(text, passage.start, passage.end)
                denied = match and _DENIED.search(text, max(passage.start, match.start() - 25), match.start())
                alone = not unwanted.search(text, passage.start, passage.end)
                outcomes.append(match if match and not denied and alone else None)
            if outcomes[0] is not None and outcomes[1] is not None:
                yield "outcome", outcomes[0].span(), outcomes[1].span()
