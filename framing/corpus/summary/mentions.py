"""Who is quoted most, and which loaded terms are used most, with examples from the articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from framing.corpus.summary.collocations import Context, collocations
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.reading import batches
from framing.corpus.summary.weights import name_hash
from framing.expressions import expression
from framing.packages import needed

__all__ = ["Example", "Person", "Term", "full_names", "quoted_people", "rows_of", "used_terms"]

_MOST_NAMES = 200_000
"""Names held at a time: beyond, the half with the fewest words is let go, never those that are quoted most."""
_ALONE = 0.9
"""A surname alone is the one whose full name has at least this share of the words of all who bear it."""
_EXAMPLES = 2
"""Places kept of each term."""
_CONTEXTS = 100
"""Sentences of a term in which the words beside it are counted, drawn by lot."""
"""Sentences shown for a term."""
_INITIAL = expression(r" (?:[A-Z]\. ?)+")
_ROW = ("article", "outlet")


@dataclass(frozen=True, slots=True)
class Person:
    """A named person who is credited.

    Attributes:
        name: In full; a surname alone counts for the one it nearly always is, otherwise for itself.
        words: Attributed words.
        attributions: How often credited.
        articles: In how many articles.
        outlets: In how many outlets.
        type: The source type that most attributions give.
    """

    name: str
    words: int
    attributions: int
    articles: int
    outlets: int
    type: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence from an article; ``start`` and ``end`` are the term's place in it, in code points."""

    article: str
    outlet: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A loaded term in the outlets' own voice.

    Attributes:
        entry: The lexicon's entry.
        category: Its category.
        count: How often it is used.
        articles: In how many articles.
        outlets: In how many outlets.
        examples: A sentence or two, from different outlets where there are such.
        beside: Words that stand beside it more often than chance has it, at most five.
    """

    entry: str
    category: str
    count: int
    articles: int
    outlets: int
    examples: tuple[Example, ...]
    beside: tuple[str, ...] = ()


class _Tally:
    """Counts of one name or term while rows are read."""

    __slots__ = ("_last", "articles", "drawn", "examples", "kinds", "outlets", "rows", "words")

    def __init__(self) -> None:
        self.rows = self.words = self.articles = 0
        self.outlets: set[str] = set()
        self.kinds: dict[str, int] = {}
        self.examples: dict[str, _Place] = {}
        self.drawn: list[_Place] = []
        self._last: str | None = None

    def add(self, article: str, outlet: str | None, kind: str | None, words: int) -> None:
        self.rows += 1
        self.words += words
        self.articles += article != self._last  # an article's rows follow each other
        self._last = article
        if outlet:
            self.outlets.add(outlet)
        self.kinds[kind or "other"] = self.kinds.get(kind or "other", 0) + 1

    def show(self, place: "_Place", outlet: str) -> None:
        """Keep the places with the smallest hashes, examples one an outlet: the same whatever the order of the rows."""
        self.drawn.append(place)
        if len(self.drawn) >= 2 * _CONTEXTS:
            self.drawn = sorted(self.drawn)[:_CONTEXTS]
        if outlet not in self.examples or place < self.examples[outlet]:
            self.examples[outlet] = place
            best = sorted(self.examples.items(), key=lambda item: item[1])[:_EXAMPLES]
            self.examples = dict(best)

    def kind(self) -> str:
        return min(self.kinds, key=lambda name: (-self.kinds[name], name))


_Place = tuple[int, str, int, int, int]
"""A hash of the rest; article, sentence, and the term's start and end in the article."""


def quoted_people(corpus: Corpus, most: int, repeated: frozenset[int] = frozenset()) -> tuple[Person, ...] | None:
    """Return the named persons with most attributed words; ``None`` without the dataset ``attributions``.

    Args:
        corpus: The datasets.
        most: How many.
        repeated: Hashes of articles that are not counted.

    Raises:
        ConfigError: If the dataset cannot be read.
    """
    if "attributions" not in corpus.details:
        return None
    words: Counter[str] = Counter()
    for _, _, name, _, count in _people(corpus, repeated):
        words[name] += count
        if len(words) > _MOST_NAMES:
            words = Counter(dict(sorted(words.items(), key=_by_words)[: _MOST_NAMES // 2]))
    persons = full_names(words)
    totals: Counter[str] = Counter()
    for name, count in words.items():
        totals[persons.get(name, name)] += count
    tallies = {name: _Tally() for name, _ in sorted(totals.items(), key=_by_words)[:most]}
    for article, outlet, name, kind, count in _people(corpus, repeated):
        person = persons.get(name, name)
        if person in tallies:
            tallies[person].add(article, outlet, kind, count)
    return tuple(
        Person(name, tally.words, tally.rows, tally.articles, len(tally.outlets), tally.kind())
        for name, tally in tallies.items()
    )


def _people(corpus: Corpus, repeated: frozenset[int]) -> Iterator[tuple[str, str | None, str, str | None, int]]:
    field = needed("pyarrow.dataset").field
    chosen = (field("identity") == "named_person") & ~field("act").isin(["attitude", "plan"])
    columns = (*_ROW, "source", "type", "words")
    for article, outlet, name, kind, words in rows_of(corpus, "attributions", columns, chosen, repeated):
        if name:
            yield article, outlet, name, kind, words or 0


def _by_words(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def full_names(words: Mapping[str, int]) -> dict[str, str]:
    """Return the full name for each name that is a shorter form of it, or has initials in the middle."""
    fuller = {name: plain for name in words if (plain := _INITIAL.sub(" ", name)) != name and plain in words}
    bearers: dict[str, list[str]] = {}
    together = Counter({name: count for name, count in words.items() if name not in fuller})
    for name, plain in fuller.items():
        together[plain] += words[name]
    for name in together:
        first, _, surname = name.rpartition(" ")
        if first and surname in words:
            bearers.setdefault(surname, []).append(name)
    for surname, names in bearers.items():
        leading = min(names, key=lambda name: (-together[name], name))
        if together[leading] >= _ALONE * sum(together[name] for name in names):
            fuller[surname] = leading
    return fuller


def used_terms(corpus: Corpus, most: int, repeated: frozenset[int] = frozenset()) -> tuple[Term, ...] | None:
    """Return the loaded terms that outlets use most in their own voice; ``None`` without the detail datasets.

    Terms in scare quotes are left out: there the outlet keeps its distance.

    Args:
        corpus: The datasets.
        most: How many.
        repeated: Hashes of articles that are not counted.

    Raises:
        ConfigError: If a dataset cannot be read.
    """
    if not {"loaded_terms", "sentences"} <= corpus.details:
        return None
    field = needed("pyarrow.dataset").field
    chosen = (field("voice") == "own") & ~field("scare")
    tallies: dict[str, _Tally] = {}
    columns = (*_ROW, "entry", "category", "sentence", "start", "end")
    for article, outlet, entry, category, sentence, start, end in rows_of(
        corpus, "loaded_terms", columns, chosen, repeated
    ):
        tally = tallies.setdefault(entry, _Tally())
        tally.add(article, outlet, category, 1)
        tally.show((name_hash(article, str(start)), article, sentence, start, end), outlet or "")
    leading = list(_largest(tallies, most))
    drawn = {entry: sorted(use.drawn)[:_CONTEXTS] for entry, use in leading}
    shown = [place for _, use in leading for place in use.examples.values()]
    sentences = _sentences(corpus, [*shown, *(place for places in drawn.values() for place in places)])
    beside = collocations({entry: list(_contexts(places, sentences)) for entry, places in drawn.items()})
    return tuple(
        Term(
            entry, use.kind(), use.rows, use.articles, len(use.outlets), tuple(_examples(use, sentences)), beside[entry]
        )
        for entry, use in leading
    )


def _contexts(places: Iterable[_Place], sentences: Mapping[tuple[str, int], tuple[int, str]]) -> Iterator[Context]:
    for _, article, sentence, start, end in places:
        if (article, sentence) in sentences:
            first, text = sentences[article, sentence]
            yield text, start - first, end - first


def _examples(tally: _Tally, sentences: dict[tuple[str, int], tuple[int, str]]) -> Iterator[Example]:
    for outlet, (_, article, sentence, start, end) in tally.examples.items():
        if (article, sentence) in sentences:
            first, text = sentences[article, sentence]
            yield Example(article, outlet, text, start - first, end - first)


def _sentences(corpus: Corpus, places: Iterable[_Place]) -> dict[tuple[str, int], tuple[int, str]]:
    """Return where sentences start in their articles, and their words, by article and number."""
    wanted = {(article, sentence) for _, article, sentence, _, _ in places}
    chosen = needed("pyarrow.dataset").field("article").isin(sorted({article for article, _ in wanted}))
    columns = ("article", "outlet", "sentence", "start", "text")
    return {
        (article, number): (start, text)
        for article, _, number, start, text in rows_of(corpus, "sentences", columns, chosen, frozenset())
        if (article, number) in wanted
    }


def rows_of(
    corpus: Corpus, dataset: str, columns: tuple[str, ...], chosen: object, repeated: frozenset[int] = frozenset()
) -> Iterator[tuple[Any, ...]]:
    """Yield the values of a dataset's columns row by row, the first of them the article.

    Args:
        corpus: The datasets.
        dataset: Its name.
        columns: What to read.
        chosen: A pyarrow expression that rows have to meet.
        repeated: Hashes of articles that are left out.
    """
    for batch in batches(corpus, dataset, columns, chosen):
        for row in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
            if not repeated or name_hash(row[0]) not in repeated:
                yield row


def _largest(tallies: dict[str, _Tally], most: int) -> Iterator[tuple[str, _Tally]]:
    ordered = sorted(tallies.items(), key=lambda item: (-item[1].words, item[0]))
    return islice(ordered, most)
