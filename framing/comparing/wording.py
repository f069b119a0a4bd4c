"""Which words articles use for the same people, act or place.

Two ways lead to a pair of labels. In linked sentences, phrases that only one of the two has are matched by their last
word or by near meaning. And where one article uses a loaded term, the other may use what the lexicon offers instead.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framing.article import Article, Voice
from framing.comparison import Label, Link, Passage, Wording
from framing.finding import Analysis
from framing.modelling.meanings import Meanings, load_meanings, stem

__all__ = ["wordings"]

_COMMON = 0.9
"""Rarity below which a word holds no phrase together ("the", "said", "year")."""
_LONGEST = 4
_NEAR = 0.62
_HEAD, _OFFERED = 0.8, 0.9
"""How sure a pair is whose last words are the same, and one that the lexicon offers."""
_MOST = 40
_WORD = re.compile(r"[^\W\d_]")


class _Phrase(NamedTuple):
    """A run of content words: its span, its words' stems and their spans."""

    start: int
    end: int
    stems: tuple[str, ...]
    places: tuple[tuple[int, int], ...] = ()

    def until(self, word: str) -> "_Phrase":
        """Return at most three words up to one: "illegal immigrants" of "illegal immigrants employed"."""
        last = self.stems.index(word) + 1
        first = max(last - 3, 0)
        return _Phrase(self.places[first][0], self.places[last - 1][1], self.stems[first:last], self.places[first:last])


def wordings(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Wording, ...]:
    """Return the pairs of labels, surest and most loaded first, each pair of words once."""
    found: dict[tuple[tuple[int, str], ...], Wording] = {}
    for wording in (*_offered(analyses), *_from_links(analyses, links)):
        key = tuple((label.article, _key(label.text)) for label in wording.labels)
        if key not in found or found[key].score < wording.score:
            found[key] = wording
    ordered = sorted(
        found.values(), key=lambda w: (-sum(label.loaded for label in w.labels), -w.score, w.labels[0].start)
    )
    return tuple(ordered[:_MOST])


def _key(text: str) -> str:
    return " ".join(stem(word) for word in text.split())


def _from_links(analyses: Sequence[Analysis], links: Sequence[Link]) -> Iterator[Wording]:
    meanings = load_meanings()
    for link in links:
        one, other = (_phrases(analyses[p.article].article, p, meanings) for p in (link.first, link.second))
        there, back = ({s for phrase in phrases for s in phrase.stems} for phrases in (other, one))
        pairs = [
            (score, first, second)
            for a in one
            for b in other
            for score, first, second in _same_thing(a, b, meanings)
            if not set(first.stems) <= there or not set(second.stems) <= back
        ]
        taken: set[_Phrase] = set()
        for score, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].start, p[2].start)):
            if a in taken or b in taken:
                continue
            taken |= {a, b}
            labels = (_label(analyses, link.first.article, a), _label(analyses, link.second.article, b))
            if any(label.loaded for label in labels):  # words that no lexicon knows are a matter of style
                yield Wording(labels, round(score * link.score, 6))


def _phrases(article: Article, passage: Passage, meanings: Meanings) -> list[_Phrase]:
    """Return the sentence's runs of content words without names and numbers, the longest parts of each."""
    tokens = article.tokens
    first, last = bisect_left(tokens.starts, passage.start), bisect_left(tokens.starts, passage.end)
    runs: list[list[int]] = [[]]
    for number in range(first, last):
        text = tokens.texts[number]
        plain = tokens.words[number] and _WORD.match(text) and (text[0].islower() or number == first)
        if plain and (n := meanings.numbers.get(stem(text))) is not None and meanings.rarity[n] >= _COMMON:
            runs[-1].append(number)
        elif runs[-1]:
            runs.append([])
    return [
        _Phrase(
            tokens.starts[run[0]],
            tokens.ends[run[-1]],
            tuple(stem(tokens.texts[n]) for n in run),
            tuple((tokens.starts[n], tokens.ends[n]) for n in run),
        )
        for run in runs
        if 1 <= len(run) <= _LONGEST
    ]


def _same_thing(one: _Phrase, other: _Phrase, meanings: Meanings) -> Iterator[tuple[float, _Phrase, _Phrase]]:
    """Yield the parts of two phrases that may stand for the same, with how sure it is, 0 to 1."""
    shared = set(one.stems) & set(other.stems)
    for word in shared:
        first, second = one.until(word), other.until(word)
        if first.stems[-2:] != second.stems[-2:]:
            yield _HEAD, first, second
    if shared:
        return
    near = float(_vector(one, meanings) @ _vector(other, meanings))
    heads = float(
        meanings.vectors[meanings.numbers[one.stems[-1]]] @ meanings.vectors[meanings.numbers[other.stems[-1]]]
    )
    if min(near, heads) >= _NEAR:
        yield 0.9 * (near + heads) / 2, one, other


def _vector(phrase: _Phrase, meanings: Meanings) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    numbers = [meanings.numbers[word] for word in phrase.stems]
    total = (meanings.vectors[numbers] * meanings.rarity[numbers][:, None]).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))


def _label(analyses: Sequence[Analysis], article: int, phrase: _Phrase) -> Label:
    analysis = analyses[article]
    loaded = any(t.span.start < phrase.end and phrase.start < t.span.end for t in analysis.loaded_terms)
    return Label(
        article,
        phrase.start,
        phrase.end,
        analysis.article.text[phrase.start : phrase.end],
        _voice(analysis, phrase.start),
        loaded,
    )


def _voice(analysis: Analysis, place: int) -> str:
    voice = analysis.voices.codes[place]
    return "quoted" if voice == Voice.QUOTED else "reported" if voice == Voice.REPORTED else "own"


def _offered(analyses: Sequence[Analysis]) -> Iterator[Wording]:
    """Yield each loaded term of one article beside what the lexicon offers instead, where another one says that."""
    stems = [_stems(analysis.article) for analysis in analyses]
    for number, analysis in enumerate(analyses):
        for term in analysis.loaded_terms:
            wanted = _key(analysis.article.slice(term.span))
            for other, (words, places) in enumerate(stems):
                if other == number or f" {wanted} " in words:
                    continue
                place = next((p for phrase in term.alternatives for p in _find(words, places, _key(phrase))), None)
                if place is not None:
                    mine = _label(analyses, number, _Phrase(term.span.start, term.span.end, ()))
                    theirs = _label(analyses, other, _Phrase(*place, ()))
                    yield Wording(tuple(sorted((mine, theirs), key=lambda label: label.article)), _OFFERED)


def _stems(article: Article) -> tuple[str, Mapping[int, tuple[int, int]]]:
    """Return the article's stems as one string, and where each stands by its offset in it; furniture is left out."""
    written = [" "]
    places: dict[int, tuple[int, int]] = {}
    length = 1
    told = [b for b in article.blocks if b.kind in {"headline", "deck", "body", "subhead", "caption"}]
    starts = [block.start for block in told]
    for number, text in enumerate(article.tokens.texts):
        start, end = article.tokens.starts[number], article.tokens.ends[number]
        block = bisect_left(starts, end) - 1
        if block < 0 or start >= told[block].end:
            continue
        form = stem(text) if article.tokens.words[number] else text
        places[length] = (start, end)
        written.append(form + " ")
        length += len(form) + 1
    return "".join(written), places


def _find(words: str, places: Mapping[int, tuple[int, int]], wanted: str) -> Iterator[tuple[int, int]]:
    """Yield the first place of a phrase of two words or more."""
    if " " not in wanted:
        return
    found = words.find(f" {wanted} ")
    if found >= 0:
        last = max(offset for offset in places if offset <= found + len(wanted))
        yield places[found + 1][0], places[last][1]
