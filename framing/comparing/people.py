"""Who speaks in a sentence, whom it names and what it quotes, under keys that are the same in every account."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from framing.article import Voice
from framing.comparing.passages import Told
from framing.expressions import expression
from framing.finding import Analysis
from framing.modelling.meanings import stem

__all__ = ["with_people"]

_WORD = expression(r"\w+(?:[’']\w+)*")
_SMALL = frozenset("a an and for in of on s the to".split())
_QUOTED = frozenset({Voice.QUOTED, Voice.SCARE})


def with_people(sentences: Sequence[Told], analysis: Analysis) -> tuple[Told, ...]:
    """Return an account's sentences with whom they credit, whom they name and what they quote.

    Args:
        sentences: In text order.
        analysis: Of the account that they stand in.
    """
    speakers: list[set[str]] = [set() for _ in sentences]
    entities: list[set[str]] = [set() for _ in sentences]
    starts = [told.passage.start for told in sentences]
    for attribution in analysis.speech:
        if attribution.source is None:
            continue
        key = _key(attribution.source.name, person=attribution.source.identity == "named_person")
        for number in _touched(attribution.content, sentences, starts):
            speakers[number].add(key)
    for entity in analysis.entities:
        key = _key(entity.name, person=entity.kind == "person")
        for number in _touched(entity.mentions, sentences, starts):
            entities[number].add(key)
    return tuple(
        replace(told, quoted=_quoted(analysis, told), speakers=frozenset(spoken), entities=frozenset(named))
        for told, spoken, named in zip(sentences, speakers, entities, strict=True)
    )


def _touched(spans: Iterable[tuple[int, int]], sentences: Sequence[Told], starts: Sequence[int]) -> set[int]:
    """Return the numbers of the sentences that share a character with any of the spans."""
    return {
        number
        for start, end in spans
        for number in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end))
        if start < sentences[number].passage.end and sentences[number].passage.start < end
    }


def _quoted(analysis: Analysis, told: Told) -> tuple[str, ...]:
    start, end = told.passage.start, told.passage.end
    codes = analysis.voices.codes
    words = _WORD.finditer(analysis.article.text, start, end)
    return tuple(word[0].lower() for word in words if codes[word.start()] in _QUOTED)


@lru_cache(maxsize=4096)
def _key(name: str, *, person: bool) -> str:
    """Return a person's last name; of all others the stems of the name, in any order."""
    words = [word for word in _WORD.findall(name.lower()) if word not in _SMALL]
    if not words:
        return name.lower()
    return words[-1] if person else " ".join(sorted(map(stem, words)))
