"""Which sentences of two versions of an article are the same one: unchanged, reworded, moved, added or dropped."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from framing.article import Article
from framing.expressions import expression
from framing.revision import SentenceChange, WordEdit

__all__ = ["Matched", "changed_sentences", "edits", "match_sentences", "words_of"]

_TOLD = frozenset({"deck", "body", "subhead", "caption", "pull_quote"})
_LEAST_ALIKE = 0.5
"""Share of the longer sentence's words that two versions of one sentence have in common, in order."""
_PART = 0.8
"""Share of the shorter one's words from which it is a part of a longer one: a sentence cut in two, or two made one."""
_FEWEST_WORDS = 4
"""Words and marks of a sentence that can be a part of a longer one: two words and a stop stand in many; set by hand."""
_WORD = expression(r"\w+(?:[’'.,-]\w+)*|[^\w\s]")


class Matched(NamedTuple):
    """Sentences of two versions.

    Attributes:
        old: Spans of the old version's sentences, in text order.
        new: Spans of the new version's.
        pairs: Places in both lists of sentences that are versions of one; a place may stand in several pairs where a
            sentence was cut in two or two were made one.
        same: Those of the pairs whose words are equal.
    """

    old: tuple[tuple[int, int], ...]
    new: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int], ...]
    same: frozenset[tuple[int, int]]


def match_sentences(old: Article, new: Article) -> Matched:
    """Return which sentences of deck, body and captions are versions of one another."""
    spans = (_sentences(old), _sentences(new))
    words = ([words_of(old.text[s:e]) for s, e in spans[0]], [words_of(new.text[s:e]) for s, e in spans[1]])
    same = _equal(*words)
    left = [set(range(len(words[side]))) - {pair[side] for pair in same} for side in (0, 1)]
    reworded = _reworded(words, left)
    parts = _parts(words, [left[side] - {pair[side] for pair in reworded} for side in (0, 1)], reworded)
    return Matched(*spans, tuple(sorted([*same, *reworded, *parts])), frozenset(same))


def changed_sentences(old: Article, new: Article, matched: Matched) -> tuple[SentenceChange, ...]:
    """Return the sentences that are not what or where they were, in the order of the new text."""
    stays = _in_order(matched.pairs)
    changes: list[tuple[tuple[float, int], SentenceChange]] = []
    after: dict[int, float] = {}
    for first, second in matched.pairs:
        after.setdefault(first, second)
        moved = (first, second) not in stays
        spans = (matched.old[first], matched.new[second])
        if (first, second) not in matched.same:
            words = edits(old.text[slice(*spans[0])], new.text[slice(*spans[1])])
            changes.append(((second, 1), SentenceChange("reworded", *spans, moved=moved, edits=words)))
        elif moved:
            changes.append(((second, 1), SentenceChange("moved", *spans, moved=True)))
    known = [{pair[side] for pair in matched.pairs} for side in (0, 1)]
    place = -1.0
    for number, span in enumerate(matched.old):
        place = after.get(number, place)
        if number not in known[0]:
            changes.append(((place + 0.5, number), SentenceChange("dropped", span, None)))
    changes += [
        ((number, 1), SentenceChange("added", None, span))
        for number, span in enumerate(matched.new)
        if number not in known[1]
    ]
    return tuple(change for _, change in sorted(changes, key=lambda item: item[0]))


def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words and marks; quotation marks of any kind are one."""
    return tuple(_WORD.findall(text.translate(_MARKS)))


_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Return a sentence's words as runs that were kept, taken out, put in or replaced.

    Examples:
        >>> [(edit.old, edit.new) for edit in edits("Holm said it was late.", "Holm claimed it was late.")]
        [('Holm', 'Holm'), ('said', 'claimed'), ('it was late.', 'it was late.')]
    """
    pieces = [re.findall(r"\S+", text) for text in (old, new)]
    plain = [[piece.translate(_MARKS) for piece in side] for side in pieces]
    matcher = SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    return tuple(
        WordEdit(" ".join(pieces[0][a:b]), " ".join(pieces[1][c:d])) for _, a, b, c, d in matcher.get_opcodes()
    )


def _sentences(article: Article) -> tuple[tuple[int, int], ...]:
    return tuple(
        (start, end)
        for start, end, block in article.sentences
        if article.blocks[block].kind in _TOLD and article.text[start:end].strip()
    )


def _equal(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the pairs of equal sentences: those in a row with others first, then the rest wherever they stand."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pairs = [(block.a + step, block.b + step) for block in matcher.get_matching_blocks() for step in range(block.size)]
    taken = [{pair[side] for pair in pairs} for side in (0, 1)]
    places = defaultdict(list)
    for number, words in enumerate(new):
        if number not in taken[1]:
            places[words].append(number)
    for number, words in enumerate(old):
        if number not in taken[0] and places[words]:
            pairs.append((number, places[words].pop(0)))
    return pairs


def _reworded(words: tuple[Sequence[tuple[str, ...]], ...], left: Sequence[set[int]]) -> list[tuple[int, int]]:
    """Return pairs of sentences with most words in common, the most alike first, each sentence once."""
    alike = []
    for first, second in _sharing(words, left):
        one, other = words[0][first], words[1][second]
        share = _shared(one, other) / max(len(one), len(other))
        if share >= _LEAST_ALIKE:
            alike.append((-share, abs(first - second), first, second))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, first, second in sorted(alike):
        if first not in taken[0] and second not in taken[1]:
            pairs.append((first, second))
            taken[0].add(first)
            taken[1].add(second)
    return pairs


def _parts(
    words: tuple[Sequence[tuple[str, ...]], ...], left: Sequence[set[int]], reworded: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return pairs of a sentence without a partner and a longer one that holds nearly all of its words in order."""
    changed = [{pair[side] for pair in reworded} | left[side] for side in (0, 1)]
    wholes: dict[tuple[int, int], tuple[float, int, int]] = {}
    for first, second in {*_sharing(words, (left[0], changed[1])), *_sharing(words, (changed[0], left[1]))}:
        one, other = words[0][first], words[1][second]
        short, key = min((len(one), (0, first)), (len(other), (1, second)))
        alone = key[1] in left[key[0]]
        share = _shared(one, other) / short
        if alone and short >= _FEWEST_WORDS and share >= _PART and share > wholes.get(key, (0.0, 0, 0))[0]:
            wholes[key] = (share, first, second)
    return sorted({(first, second) for _, first, second in wholes.values()})


def _sharing(words: tuple[Sequence[tuple[str, ...]], ...], chosen: Sequence[Iterable[int]]) -> list[tuple[int, int]]:
    """Return the pairs of chosen sentences that have at least half of the shorter one's words in common."""
    holding = defaultdict(list)
    counts = {number: Counter(words[1][number]) for number in chosen[1]}
    for number, bag in counts.items():
        for word in bag:
            holding[word].append(number)
    pairs = []
    for first in chosen[0]:
        bag = Counter(words[0][first])
        common: Counter[int] = Counter()
        for word, count in bag.items():
            for second in holding.get(word, ()):
                common[second] += min(count, counts[second][word])
        length = len(words[0][first])
        pairs += [
            (first, second) for second, count in common.items() if 2 * count >= min(length, len(words[1][second]))
        ]
    return pairs


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words stand in both, in the same order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _in_order(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return as many pairs as stand in the same order in both versions; the sentences of all others were moved."""
    ordered = sorted(pairs)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(ordered):
        length = bisect_left(tails, second + 1)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        ends[length : length + 1] = [place]
    kept = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(ordered[place])
        place = before[place]
    return kept
