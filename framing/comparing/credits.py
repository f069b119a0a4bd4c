"""How credits change between two versions of an article: who is credited, and with which words."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from framing.article import Voice
from framing.attribution import NAMED, Attribution, Source
from framing.comparing.sources import same_name
from framing.comparing.versions import Matched, words_of
from framing.finding import Analysis
from framing.revision import CreditChange, CreditKind

__all__ = ["changed_credits"]

_LEAST_ALIKE = 0.6
"""Share of the shorter content's words that two versions of one attribution have in common."""
_NAMED = NAMED | {"document"}


def changed_credits(old: Analysis, new: Analysis, matched: Matched) -> tuple[CreditChange, ...]:
    """Return the changes of attributions, in the order of the new text, those of dropped words where they stood.

    Args:
        old: The old version.
        new: The new version.
        matched: Which of their sentences are versions of one another.
    """
    speech = (old.speech, new.speech)
    words = tuple([_words(analysis, one) for one in analysis.speech] for analysis in (old, new))
    pairs = _paired(words)
    changes: list[tuple[int, CreditChange]] = []
    for first, second in pairs:
        one, other = speech[0][first], speech[1][second]
        place = other.content[0].start
        kind = _source_change(one.source, other.source)
        if kind is not None:
            changes.append((place, CreditChange(kind, one, other)))
        if _quoted(old, one) and _quoted(new, other) and _quoted(old, one) != _quoted(new, other):
            changes.append((place, CreditChange("quotation_changed", one, other)))
    known = [{pair[side] for pair in pairs} for side in (0, 1)]
    for number, one in enumerate(speech[0]):
        if number not in known[0]:
            span = _standing(one, words[0][number], (old, new), (matched.old, matched.new), matched.pairs)
            place = span[0] if span else _nearby(one, matched.old, matched.new, matched.pairs)
            changes.append((place, CreditChange("credit_lost" if span else "credit_dropped", one, None, span)))
    turned = [(second, first) for first, second in matched.pairs]
    for number, one in enumerate(speech[1]):
        if number not in known[1]:
            span = _standing(one, words[1][number], (new, old), (matched.new, matched.old), turned)
            kind = "credit_gained" if span else "credit_added"
            changes.append((one.content[0].start, CreditChange(kind, None, one, span)))
    return tuple(change for _, change in sorted(changes, key=lambda item: item[0]))


def _words(analysis: Analysis, attribution: Attribution) -> tuple[str, ...]:
    text = analysis.article.text
    words = (word.lower() for start, end in attribution.content for word in words_of(text[start:end]))
    return tuple(word for word in words if word[0].isalnum())


def _paired(words: Sequence[Sequence[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """Return which attributions are versions of one: those whose contents have most words in common, each once."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, content in enumerate(words[1]):
        for word in set(content):
            holding[word].append(number)
    alike = []
    for first, content in enumerate(words[0]):
        bag = Counter(content)
        for second in sorted({number for word in bag for number in holding.get(word, ())}):
            other = words[1][second]
            common = sum((bag & Counter(other)).values())
            longer = max(len(content), len(other))
            if common >= _LEAST_ALIKE * min(len(content), len(other)) and 3 * common >= longer:
                alike.append((-common / longer, abs(first - second), first, second))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, first, second in sorted(alike):
        if first not in taken[0] and second not in taken[1]:
            pairs.append((first, second))
            taken[0].add(first)
            taken[1].add(second)
    return pairs


def _source_change(one: Source | None, other: Source | None) -> CreditKind | None:
    if one is None or other is None:
        return None if one is other else "credit_gained" if one is None else "credit_lost"
    named = (one.identity in _NAMED, other.identity in _NAMED)
    if named == (True, False):
        return "made_anonymous"
    if named == (False, True):
        return "named"
    same = one.name.casefold() == other.name.casefold() or same_name(
        (one.name, one.identity), (other.name, other.identity)
    )
    return None if same else "other_source"


def _quoted(analysis: Analysis, attribution: Attribution) -> tuple[str, ...]:
    """Return an attribution's words that stand in quotation marks."""
    codes, text = analysis.voices.codes, analysis.article.text
    quoted = "".join(
        text[place] if codes[place] == Voice.QUOTED else " "
        for start, end in attribution.content
        for place in range(start, end)
    )
    return tuple(word for word in words_of(quoted) if word[0].isalnum())


def _standing(
    attribution: Attribution,
    content: Sequence[str],
    analyses: tuple[Analysis, Analysis],
    sentences: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    pairs: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """Return the other version's sentence that has an attribution's words, without crediting them to anybody."""
    here = set(_sentences_of(attribution, sentences[0]))
    bag = Counter(content)
    for first, second in pairs:
        start, end = sentences[1][second]
        if first not in here or any(s < end and start < e for one in analyses[1].speech for s, e in one.content):
            continue
        other = Counter(word.lower() for word in words_of(analyses[1].article.text[start:end]))
        if sum((bag & other).values()) >= _LEAST_ALIKE * len(content):
            return start, end
    return None


def _nearby(
    attribution: Attribution,
    old: Sequence[tuple[int, int]],
    new: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[int, int]],
) -> int:
    """Return the place in the new text where dropped words would stand."""
    here = max(_sentences_of(attribution, old), default=0)
    before = [second for first, second in pairs if first <= here]
    return new[before[-1]][1] if before else 0


def _sentences_of(attribution: Attribution, sentences: Sequence[tuple[int, int]]) -> Iterator[int]:
    starts = [start for start, _ in sentences]
    for start, end in attribution.content:
        number = max(bisect_left(starts, start + 1) - 1, 0)
        while number < len(sentences) and sentences[number][0] < end:
            if start < sentences[number][1]:
                yield number
            number += 1
