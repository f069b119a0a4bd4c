"""What linked sentences say of one act's date, one person's age or one office's holder that cannot both be true.

A date belongs to the word that it stands behind: "resigned on Tuesday". Days on which something was said are left out:
people say the same on two days. Of offices those count that one person holds.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from framing.aligned import Passage
from framing.comparing.introductions import office_of
from framing.comparing.sources import same_name
from framing.comparing.word_families import family
from framing.entity import Entity
from framing.expressions import expression
from framing.finding import Analysis
from framing.modelling.meanings import stem

__all__ = ["Clash", "clashes"]

_DATE = expression(
    r"\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?P<year>(?:19|20)\d\d)|"
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{1,6}\b|[.])? (?P<day>\d{1,2}))(?![\w:])"
)
_BEHIND = expression(
    r"(?<![^\W\d_])(?P<word>[a-z]+)(?: (?:on|in|since|from|until|by|at|early|late|before|after|of|a|the))* \Z"
)
"""The word that a date stands behind, with nothing but small words between."""
_BOUNDS = ("from", "since", "after", "by", "until", "before")
_OTHER_WEEK = expression(r"\b(?:last|next|every|each|another) \Z", re.IGNORECASE)
_LONGEST = 48
"""Characters in front of a date in which the word stands that it belongs to."""
_LEAST_LETTERS = 4
"""Letters of the shortest word that a date belongs to."""
_AGE = expression(
    r"\b(?P<before>\d{1,3})-year-old (?P<name>[A-Z][\w’'-]{1,60}(?: [A-Z][\w’'-]{1,60})*)|"
    r"\b(?P<named>[A-Z][\w’'-]{1,60}), (?P<age>\d{1,3})(?=[,.;)])"
)
_HELD_BY_ONE = expression(
    r"\b(?:mayor|governor|gov|president|premier|chancellor|king|queen|pope|commissioner|chief|chair(?:man|woman)?|director|"
    r"headmaster|headmistress|rector|captain|coach|editor[- ]in[- ]chief|prime minister|prosecutor general)\b",
    re.IGNORECASE,
)
_NOT_ONE = expression(r"\b(?:vice|deputy|former|ex|assistant|acting|then|co)\b|-", re.IGNORECASE)


class Clash(NamedTuple):
    """Two places of linked sentences that cannot both be true."""

    kind: Literal["date", "number", "name"]
    first: tuple[int, int]
    second: tuple[int, int]


class _Dated(NamedTuple):
    kind: str
    of: str
    value: str
    start: int
    end: int


def clashes(one: tuple[Analysis, Passage], other: tuple[Analysis, Passage]) -> Iterator[Clash]:
    """Yield what two linked sentences say otherwise of dates, ages and holders of an office."""
    yield from _dates(one, other)
    yield from _ages(one, other)
    yield from _holders(one, other)


def _dates(one: tuple[Analysis, Passage], other: tuple[Analysis, Passage]) -> Iterator[Clash]:
    ours, theirs = _dated(*one), _dated(*other)
    for kind, act in sorted({date[:2] for date in ours} & {date[:2] for date in theirs}):
        first, second = ([date for date in dates if date[:2] == (kind, act)] for dates in (ours, theirs))
        if len(first) == len(second) == 1 and first[0].value != second[0].value:
            yield Clash("date", (first[0].start, first[0].end), (second[0].start, second[0].end))


def _dated(analysis: Analysis, passage: Passage) -> list[_Dated]:
    """Return the dates of a sentence with the family of the word that each stands behind."""
    text = analysis.article.text
    dates = []
    for match in _DATE.finditer(text, passage.start, passage.end):
        before = text[max(passage.start, match.start() - _LONGEST) : match.start()]
        word = _BEHIND.search(before)
        if (
            word is None
            or _OTHER_WEEK.search(before)
            or not word["word"].islower()
            or len(word["word"]) < _LEAST_LETTERS
        ):
            continue
        place = match.start() - len(before) + word.start()
        if any(one.cue and one.cue.span.start <= place < one.cue.span.end for one in analysis.attributions):
            continue
        kind = next(name for name in ("weekday", "day", "year") if match[name])
        # When a thing begins and when it ends are two things.
        kind += next((f" {bound}" for bound in _BOUNDS if f" {bound} " in word[0]), "")
        value = f"{match['month']} {match['day']}" if match["day"] else match[0]
        dates.append(_Dated(kind, family(stem(word["word"])), value, place, match.end()))
    return dates


def _ages(one: tuple[Analysis, Passage], other: tuple[Analysis, Passage]) -> Iterator[Clash]:
    ours, theirs = (
        {
            (match["name"] or match["named"]).split()[-1]: (int(match["before"] or match["age"]), match.span())
            for match in _AGE.finditer(analysis.article.text, passage.start, passage.end)
        }
        for analysis, passage in (one, other)
    )
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name][0] != theirs[name][0]:
            yield Clash("number", ours[name][1], theirs[name][1])


def _holders(one: tuple[Analysis, Passage], other: tuple[Analysis, Passage]) -> Iterator[Clash]:
    ours, theirs = (_offices(*side) for side in (one, other))
    for office in sorted(ours.keys() & theirs.keys()):
        (first, here), (second, there) = ours[office], theirs[office]
        if not _named(first, other[0]) and not _named(second, one[0]):
            yield Clash("name", here, there)


def _offices(analysis: Analysis, passage: Passage) -> dict[str, tuple[Entity, tuple[int, int]]]:
    """Return the offices that one person holds with the person whom a sentence gives it, and where."""
    offices: dict[str, tuple[Entity, tuple[int, int]]] = {}
    text = analysis.article.text
    for entity in analysis.entities:
        if entity.kind != "person" or entity.identity != "named_person":
            continue
        mentions = [span for span in entity.mentions if passage.start <= span[0] and span[1] <= passage.end]
        for start, end in entity.roles:
            role = text[start:end]
            if not (passage.start <= start and end <= passage.end) or not mentions or _NOT_ONE.search(role):
                continue
            if _HELD_BY_ONE.search(role):
                near = min(mentions, key=lambda span: abs(span[0] - end))
                offices[office_of(role)] = (entity, (min(start, near[0]), max(end, near[1])))
    return offices


def _named(entity: Entity, analysis: Analysis) -> bool:
    """Return whether an article names a person at all."""
    named = (entity.name, entity.identity)
    surname = entity.name.split()[-1]
    return surname in analysis.article.text or any(
        same_name(named, (one.name, one.identity)) for one in analysis.entities if one.kind == "person"
    )
