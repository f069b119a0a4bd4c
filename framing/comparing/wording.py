"""Which words articles use for the same people, act or place.

Three ways lead to a pair of labels. Where one article uses a loaded term, the other may use what the lexicon offers
instead. Accounts of one event may use different words of one line of rival labels. And in linked sentences, phrases
with the same last word may say different things of it. Nearness of word vectors was tried and left out: words of one
topic are near, whether or not they stand for the same ("stock market" and "benchmark").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.aligned import Label, Link, Passage, Wording
from framing.article import Article, Voice
from framing.comparing.contexts import Shared
from framing.comparing.rival_labels import RIVALS
from framing.comparing.stemmed import Stemmed, stemmed, stems_of
from framing.comparing.word_families import family
from framing.comparison import Event
from framing.expressions import expression
from framing.finding import Analysis
from framing.modelling.meanings import Meanings, load_meanings, stem

__all__ = ["wordings"]

_COMMON = 0.9
"""Rarity below which a word holds no phrase together ("the", "said", "year")."""
_LONGEST = 4
"""Words of a run in which a label is looked for; longer runs are lists and titles; set by hand."""
_HEAD, _OFFERED, _RIVAL, _BOTH = 0.8, 0.9, 0.9, 0.6
"""How sure a pair is: of a common last word (times the link's score), offered by the lexicon, of one line of rival
labels, and of one line where one of the two articles uses both."""
_MOST = 40
"""Pairs that are shown: nobody reads more; set by hand."""
_WORD = expression(r"[^\W\d_]")
_SAME_SUBJECT = 2.0
"""What the words around two labels share, at least, where both name the same thing."""
_MOST_PLACES = 12
"""Places of a label that are looked at: one that stands everywhere is the subject."""
_BEFORE = expression(r"([^\W\d_]+) \Z")
_LONGEST_BEFORE = 8
"""Characters in front of a word in which the word stands that shows a verb ("to probe")."""
_IN_A_NAME = expression(r"\b[A-Z][a-z]+ of \Z")
"""Before a label that is part of a name: "Federal Bureau of Investigation"."""
_LONGEST_NAME = 24
"""Characters in front of a word in which the name stands that it is a part of."""
_VERB_ENDING = expression(r"(?:ed|ing)\Z", re.IGNORECASE)
_BEFORE_VERBS = frozenset("to will would could can may might should must".split())


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


def wordings(
    analyses: Sequence[Analysis], links: Sequence[Link], events: Sequence[Event], shared: Shared
) -> tuple[Wording, ...]:
    """Return the pairs of labels, most loaded and surest first, each pair of words once.

    Args:
        analyses: One for each article.
        links: The articles' aligned sentences.
        events: Which pairs are about one event.
        shared: What two places share, as ``framing.comparing.contexts.Contexts.shared`` says it.
    """
    texts = [stemmed(analysis.article) for analysis in analyses]
    places = _Places(analyses, texts, shared)
    by_families: dict[tuple[tuple[int, str], ...], Wording] = {}
    for wording in (*_offered(places), *_rivals(places, events), *_from_links(analyses, links)):
        key = tuple((label.article, _key(label.text)) for label in wording.labels)
        if key not in by_families or by_families[key].score < wording.score:
            by_families[key] = wording
    ordered = sorted(
        by_families.values(), key=lambda w: (-sum(label.loaded for label in w.labels), -w.score, w.labels[0].start)
    )
    kept: list[Wording] = []
    for wording in ordered:
        if len(kept) < _MOST and not any(_overlap(wording, kept_wording) for kept_wording in kept):
            kept.append(wording)
    return tuple(kept)


def _overlap(one: Wording, other: Wording) -> bool:
    """Return whether two pairs of labels stand in the same places: "illegal immigrants", "young illegal immigrants"."""
    return all(
        a.article == b.article and a.start < b.end and b.start < a.end
        for a, b in zip(one.labels, other.labels, strict=True)
    )


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
        start, end = tokens.starts[number], tokens.ends[number]
        joined = "-" in article.text[max(start - 1, 0) : start] + article.text[end : end + 1]
        plain = tokens.words[number] and not joined and _WORD.match(text) and (text[0].islower() or number == first)
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
        ends = [[_bare(one) for one in phrase.stems[-2:]] for phrase in (first, second)]
        if min(len(first.stems), len(second.stems)) > 1 and ends[0] != ends[1]:  # "falsely claiming": a false claim
            yield first, second


def _bare(word: str) -> str:
    """Return a word without any ending that a stem may have kept: "falsely" and "false" are one label's word."""
    while (shorter := stem(word)) != word:
        word = shorter
    return word


def _label(analyses: Sequence[Analysis], article: int, span: tuple[int, int]) -> Label:
    analysis = analyses[article]
    start, end = span
    loaded = any(term.span.start < end and start < term.span.end for term in analysis.loaded_terms)
    return Label(article, start, end, analysis.article.text[start:end], _voice(analysis, start), loaded)


def _voice(analysis: Analysis, place: int) -> str:
    voice = analysis.voices.codes[place]
    return "quoted" if voice == Voice.QUOTED else "reported" if voice == Voice.REPORTED else "own"


class _Place(NamedTuple):
    """Where a label stands, and whether as a verb."""

    start: int
    end: int
    verbal: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """The articles in which labels are looked for, and what stands around their places."""

    analyses: Sequence[Analysis]
    texts: Sequence[Stemmed]
    shared: Shared

    def nearest(
        self, one: tuple[int, Sequence[_Place]], other: tuple[int, Sequence[_Place]]
    ) -> tuple[_Place, _Place] | None:
        """Return the two places, one of each article's, that speak most of the same; ``None`` where none do."""
        (first, ours), (second, theirs) = one, other
        text, further = (self.analyses[number].article.text for number in (first, second))
        best: tuple[float, _Place, _Place] | None = None
        for here in ours[:_MOST_PLACES]:
            for there in theirs[:_MOST_PLACES]:
                if here.verbal != there.verbal:
                    continue
                words = (*text[here.start : here.end].split(), *further[there.start : there.end].split())
                labels = frozenset(family(stem(word)) for word in words)
                shared = self.shared((first, here.start), (second, there.start), labels)
                if shared >= _SAME_SUBJECT and (best is None or shared > best[0]):
                    best = (shared, here, there)
        return best and best[1:]


def _verbal(text: str, span: tuple[int, int], label: str = "") -> bool:
    """Return whether words are a verb's: by the word before them ("to probe"), or an ending that the label has not."""
    before = _BEFORE.search(text[max(span[0] - _LONGEST_BEFORE, 0) : span[0]])
    ending = _VERB_ENDING.search(text, *span) if label else None
    return (before is not None and before[1].lower() in _BEFORE_VERBS) or (
        ending is not None and not label.endswith(ending[0].lower())
    )


def _offered(places: _Places) -> Iterator[Wording]:
    """Yield each loaded term of one article beside what the lexicon offers instead, where another one says that."""
    for number, analysis in enumerate(places.analyses):
        for term in analysis.loaded_terms:
            wanted = stems_of(analysis.article.slice(term.span))
            mine = _Place(term.span.start, term.span.end)
            for other, text in enumerate(places.texts):
                if other == number or f" {wanted} " in text.words:
                    continue
                # One with places for the words that were found stands in the alternatives, filled.
                phrases = (stems_of(phrase) for phrase in (*term.listed, *term.alternatives) if "{" not in phrase)
                offered = [_Place(*span) for words in phrases if " " in words for span in text.find(words)]
                pair = places.nearest((number, [mine]), (other, offered))
                if pair is not None:
                    labels = (_label(places.analyses, number, pair[0][:2]), _label(places.analyses, other, pair[1][:2]))
                    yield _wording(*labels, _OFFERED)


def _rivals(places: _Places, events: Sequence[Event]) -> Iterator[Wording]:
    """Yield the words of one line of rival labels that two accounts of one event use, where only one uses the first."""
    for line in RIVALS:
        used = [
            _used(line, text, analysis.article.text)
            for text, analysis in zip(places.texts, places.analyses, strict=True)
        ]
        for event in events:
            for one, other in (event.articles, event.articles[::-1]) if event.same else ():
                theirs = max(range(len(line)), key=lambda n: (len(used[other][n]), -n))
                for number, spans in enumerate(used[one]):
                    if used[other][number] or number == theirs:
                        continue
                    pair = places.nearest((one, spans), (other, used[other][theirs]))
                    if pair is not None:
                        only = not used[one][theirs]
                        mine = _label(places.analyses, one, pair[0][:2])
                        yield _wording(mine, _label(places.analyses, other, pair[1][:2]), _RIVAL if only else _BOTH)


def _used(line: Sequence[Sequence[str]], text: Stemmed, written: str) -> list[list[_Place]]:
    """Return the places of each label of a line, those that are not part of another one's or of a name."""
    places = [sorted(span for words in label for span in text.find(stems_of(words))) for label in line]
    every = [span for spans in places for span in spans]
    return [
        [
            _Place(*span, _verbal(written, span, label[0]))
            for span in spans
            if not label[0].startswith("-")
            and not any(larger != span and larger[0] <= span[0] and span[1] <= larger[1] for larger in every)
            and not _IN_A_NAME.search(written[max(span[0] - _LONGEST_NAME, 0) : span[0]])
        ]
        for label, spans in zip(line, places, strict=True)
    ]


def _wording(one: Label, other: Label, score: float) -> Wording:
    return Wording(tuple(sorted((one, other), key=lambda label: label.article)), score)
