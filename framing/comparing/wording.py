"""Which words articles use for the same people, act or place.

Three ways lead to a pair of labels. Where one article uses a loaded term, the other may use what the lexicon offers
instead. Accounts of one event may use different words of one line of rival labels. And in linked sentences, phrases
with the same last word may say different things of it. Nearness of word vectors was tried and left out: words of one
topic are near, whether or not they stand for the same ("stock market" and "benchmark").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.aligned import Label, Link, Passage, Wording
from framing.article import Article, Voice
from framing.comparing.rival_labels import RIVALS
from framing.comparing.stemmed import Stemmed, stemmed, stems_of
from framing.comparison import Event
from framing.finding import Analysis
from framing.modelling.meanings import Meanings, load_meanings, stem

__all__ = ["wordings"]

_COMMON = 0.9
"""Rarity below which a word holds no phrase together ("the", "said", "year")."""
_LONGEST = 4
_HEAD, _OFFERED, _RIVAL, _BOTH = 0.8, 0.9, 0.9, 0.6
"""How sure a pair is: of a common last word (times the link's score), offered by the lexicon, of one line of rival
labels, and of one line where one of the two articles uses both."""
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


def wordings(analyses: Sequence[Analysis], links: Sequence[Link], events: Sequence[Event]) -> tuple[Wording, ...]:
    """Return the pairs of labels, most loaded and surest first, each pair of words once.

    Args:
        analyses: One for each article.
        links: The articles' aligned sentences.
        events: Which pairs are about one event.
    """
    texts = [stemmed(analysis.article) for analysis in analyses]
    found: dict[tuple[tuple[int, str], ...], Wording] = {}
    for wording in (*_offered(analyses, texts), *_rivals(analyses, texts, events), *_from_links(analyses, links)):
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
            (first, second)
            for a in one
            for b in other
            for first, second in _same_thing(a, b)
            if not set(first.stems) <= there or not set(second.stems) <= back
        ]
        taken: set[_Phrase] = set()
        for a, b in sorted(pairs, key=lambda pair: (pair[0].start, pair[1].start)):
            if a in taken or b in taken:
                continue
            taken |= {a, b}
            labels = (
                _label(analyses, link.first.article, (a.start, a.end)),
                _label(analyses, link.second.article, (b.start, b.end)),
            )
            if any(label.loaded for label in labels):  # words that no lexicon knows are a matter of style
                yield Wording(labels, round(_HEAD * link.score, 6))


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


def _same_thing(one: _Phrase, other: _Phrase) -> Iterator[tuple[_Phrase, _Phrase]]:
    """Yield the parts of two phrases that end in the same word and say more of it in different words."""
    shared = set(one.stems) & set(other.stems)
    for word in sorted(shared):
        first, second = one.until(word), other.until(word)
        if min(len(first.stems), len(second.stems)) > 1 and first.stems[-2:] != second.stems[-2:]:
            yield first, second


def _label(analyses: Sequence[Analysis], article: int, span: tuple[int, int]) -> Label:
    analysis = analyses[article]
    start, end = span
    loaded = any(term.span.start < end and start < term.span.end for term in analysis.loaded_terms)
    return Label(article, start, end, analysis.article.text[start:end], _voice(analysis, start), loaded)


def _voice(analysis: Analysis, place: int) -> str:
    voice = analysis.voices.codes[place]
    return "quoted" if voice == Voice.QUOTED else "reported" if voice == Voice.REPORTED else "own"


def _offered(analyses: Sequence[Analysis], texts: Sequence[Stemmed]) -> Iterator[Wording]:
    """Yield each loaded term of one article beside what the lexicon offers instead, where another one says that."""
    for number, analysis in enumerate(analyses):
        for term in analysis.loaded_terms:
            wanted = stems_of(analysis.article.slice(term.span))
            for other, text in enumerate(texts):
                if other == number or f" {wanted} " in text.words:
                    continue
                phrases = (stems_of(phrase) for phrase in term.alternatives)
                place = next((span for words in phrases if " " in words for span in text.find(words)), None)
                if place is not None:
                    mine = _label(analyses, number, (term.span.start, term.span.end))
                    yield _wording(mine, _label(analyses, other, place), _OFFERED)


def _rivals(analyses: Sequence[Analysis], texts: Sequence[Stemmed], events: Sequence[Event]) -> Iterator[Wording]:
    """Yield the words of one line of rival labels that two accounts of one event use, where only one uses the first."""
    for line in RIVALS:
        used = [_used(line, text) for text in texts]
        for event in events:
            for one, other in (event.articles, event.articles[::-1]) if event.same else ():
                theirs = max(range(len(line)), key=lambda n: (len(used[other][n]), -n))
                if not used[other][theirs]:
                    continue
                for number, spans in enumerate(used[one]):
                    if spans and not used[other][number] and number != theirs:
                        only = not used[one][theirs]
                        mine = _label(analyses, one, spans[0])
                        yield _wording(mine, _label(analyses, other, used[other][theirs][0]), _RIVAL if only else _BOTH)


def _used(line: Sequence[Sequence[str]], text: Stemmed) -> list[list[tuple[int, int]]]:
    """Return the spans of each label of a line, those that are not part of another one's."""
    found = [sorted(span for words in label for span in text.find(stems_of(words))) for label in line]
    every = [span for spans in found for span in spans]
    return [
        [
            (start, end)
            for start, end in spans
            if not label[0].startswith("-")
            and not any(one != (start, end) and one[0] <= start and end <= one[1] for one in every)
        ]
        for label, spans in zip(line, found, strict=True)
    ]


def _wording(one: Label, other: Label, score: float) -> Wording:
    return Wording(tuple(sorted((one, other), key=lambda label: label.article)), score)
