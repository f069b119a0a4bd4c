"""The articles of a comparison in parallel columns: sentences with the facts that they tell, words with their marks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framing.aligned import Passage, Standing, Story
from framing.article import FURNITURE
from framing.comparison import Comparison
from framing.output.letters import letter
from framing.output.page.marks import Stretch, stretches
from framing.output.page.notes import Note, find_notes
from framing.output.page.provenance import Fact, article_facts
from framing.output.summary import readable
from framing.report import Report
from framing.spans import Span

__all__ = ["Column", "Row", "Sentence", "Telling", "columns", "tellings"]


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact that several articles tell: its number on the page, and where each article tells it.

    Attributes:
        number: From 1, in the order of the first article that tells it.
        articles: Numbers of the articles.
        passages: Each article's passages; articles in which it was not found have none.
        probability: Of the weakest link that holds it together, 0 to 1.
        standings: How each article stands to it.
        left_out: The one article that surely tells nothing of what all others tell, if there is one.
    """

    number: int
    articles: tuple[int, ...]
    passages: tuple[tuple[Passage, ...], ...]
    probability: float
    standings: tuple[Standing, ...]
    left_out: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a column with what the comparison says of it.

    Attributes:
        stretch: The characters.
        facts: Numbers of the facts that it tells.
        target: The page's anchor of the same fact in the next article that tells it; empty without one.
        back: The same in the article before.
        everywhere: Whether every article tells one of the facts.
        only: Whether no counterpart was found in any other article.
    """

    stretch: Stretch
    facts: tuple[int, ...]
    target: str
    back: str
    everywhere: bool
    only: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a column: the block's kind, a label where a reader would not know it, and its sentences."""

    kind: str
    label: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An article of the comparison.

    Attributes:
        letter: Its name on the page, ``A`` to ``H``.
        title: Its headline.
        outlet: Who published it, else the input's name.
        language: ISO 639-1 code.
        words: Number of words.
        rows: Its paragraphs.
        loaded: Its loaded terms.
        missing: Facts that all others tell and that were not found in it.
        unsure: Other facts without a link to it.
        only: For how many of its sentences no counterpart was found.
        facts: What is known of the input.
    """

    letter: str
    title: str
    outlet: str
    language: str
    words: int
    rows: tuple[Row, ...]
    loaded: tuple[Note, ...]
    missing: tuple[Telling, ...]
    unsure: tuple[Telling, ...]
    only: int
    facts: tuple[Fact, ...]


def tellings(comparison: Comparison) -> tuple[Telling, ...]:
    """Return the facts that several articles tell, numbered in reading order of the first article that tells them."""
    ordered = sorted(comparison.told, key=lambda story: (story.passages[0].article, story.passages[0].sentence))
    count = len(comparison.reports)
    return tuple(
        Telling(
            number,
            story.articles,
            tuple(tuple(passage for passage in story.passages if passage.article == place) for place in range(count)),
            story.probability,
            story.standings,
            story.left_out,
        )
        for number, story in enumerate(ordered, 1)
    )


def columns(comparison: Comparison, told: tuple[Telling, ...]) -> tuple[Column, ...]:
    """Return the articles as columns, in the order given."""
    words = _wording_notes(comparison)
    return tuple(
        _column(number, report, told, comparison.only, words[number], len(comparison.reports))
        for number, report in enumerate(comparison.reports)
    )


def _column(
    number: int, report: Report, told: tuple[Telling, ...], only: tuple[Story, ...], words: list[Note], count: int
) -> Column:
    article = report.analysis.article
    loaded = tuple(note for note in find_notes(report.analysis) if note.layer == "loaded")
    alone = {story.passages[0].sentence for story in only if story.passages[0].article == number}
    facts: dict[int, list[Telling]] = defaultdict(list)
    for telling in told:
        for passage in telling.passages[number]:
            facts[passage.sentence].append(telling)
    unlinked = [telling for telling in told if number not in telling.articles]
    missing = tuple(telling for telling in unlinked if telling.left_out == number)
    metadata = article.document.metadata
    return Column(
        letter=letter(number),
        title=report.heading,
        outlet=metadata.get("outlet") or metadata.get("site") or report.name,
        language=article.language if article.language != "und" else "en",
        words=sum(article.tokens.words),
        rows=tuple(_rows(number, report, (*loaded, *words), facts, alone, count)),
        loaded=loaded,
        missing=missing,
        unsure=tuple(telling for telling in unlinked if telling not in missing),
        only=len(alone),
        facts=article_facts(report),
    )


def _rows(
    number: int,
    report: Report,
    notes: tuple[Note, ...],
    facts: Mapping[int, list[Telling]],
    alone: set[int],
    count: int,
) -> Iterator[Row]:
    article = report.analysis.article
    before = ""
    for block, block_stretches in zip(article.blocks, stretches(article, report.analysis.voices, notes), strict=True):
        if block.kind in FURNITURE:
            continue
        label = "" if block.kind in {"body", "headline", before} else readable(block.kind)
        before = block.kind
        yield Row(
            block.kind,
            label,
            tuple(
                _sentence(
                    number,
                    stretch,
                    facts.get(stretch.sentence, []) if stretch.sentence is not None else [],
                    count,
                    only=stretch.sentence in alone,
                )
                for stretch in block_stretches
            ),
        )


def _sentence(number: int, stretch: Stretch, told: list[Telling], count: int, *, only: bool) -> Sentence:
    return Sentence(
        stretch,
        tuple(telling.number for telling in told),
        _elsewhere(number, told, 1),
        _elsewhere(number, told, -1),
        any(len(telling.articles) == count for telling in told),
        only,
    )


def _elsewhere(number: int, told: list[Telling], step: int) -> str:
    """The anchor of the first of the facts in the next article that tells it, or in the one before."""
    for telling in told:
        place = (telling.articles.index(number) + step) % len(telling.articles)
        passage = telling.passages[telling.articles[place]][0]
        return f"{letter(passage.article)}-s{passage.sentence}"
    return ""


def _wording_notes(comparison: Comparison) -> dict[int, list[Note]]:
    """Each article's labels of the table of differing words, named by the table's row: ``W3``, ``W3.2``."""
    notes_by_article: dict[int, list[Note]] = defaultdict(list)
    for row, wording in enumerate(comparison.wordings, 1):
        seen: dict[int, int] = defaultdict(int)
        for label in wording.labels:
            seen[label.article] += 1
            code = f"W{row}" if seen[label.article] == 1 else f"W{row}.{seen[label.article]}"
            note = Note(code, "wording", (Span(label.start, label.end),), label.text, label.voice)
            notes_by_article[label.article].append(note)
    return notes_by_article
