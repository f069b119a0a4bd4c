"""How true the panel of speakers is: reports held against articles that blind readers marked by the codebook.

The codebook is ``docs/source-types.md``; the gold holds ids of articles of the news sample, offsets, labels and names.
Words are compared, not characters, and how an utterance is cut into attributions does not count: a gold attribution is
found where at least half of its words lie in contents of the report, and a shown one is right where at least half of
its words lie in contents of the gold.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attribution import NAMED, Attribution
from framing.evaluation.marked_speech import Marked, Said, marked_as, read_marked
from framing.evaluation.source_names import same_name
from framing.evaluation.span_words import words_in
from framing.finding import Analysis
from framing.modelling.training.intervals import Figure, bootstrap
from framing.pipeline import analyze_document
from framing.reading import document
from framing.report import Report, SourceTally
from framing.resources import gold_folder
from framing.spans import overlaps

__all__ = [
    "counts",
    "evaluate",
    "figures",
    "is_named_by",
    "is_theirs",
    "right_rows",
]

_ROWS = 6
"""Sure rows of the panel that a reader sees first."""
_SHARES: dict[str, tuple[int, int]] = {
    "speech found": (0, 1),
    "shown as speech is speech": (2, 3),
    "shown as speech is speech, asks and attitudes allowed": (4, 3),
    "name right": (5, 9),
    "type right": (6, 9),
    "identity right": (7, 9),
    "name, type, identity and kind right": (8, 9),
    "words credited to the right source": (10, 11),
    "panel rows right": (12, 13),
    "posts found": (14, 15),
    "speakers with a right row": (16, 17),
    "attitudes and plans right": (18, 19),
    "attitudes and plans found": (20, 21),
}
"""For each figure the columns of its numerator and its denominator."""


def evaluate(data: Path, *, encoder: bool = False) -> dict[str, Figure]:
    """Return the figures on the articles of ``reports/evaluation/gold/speakers.jsonl``.

    Args:
        data: Folder with ``news.jsonl.gz``.
        encoder: Whether the encoder reads too.
    """
    return figures(read_marked(data, gold_folder() / "speakers.jsonl"), encoder=encoder)


def figures(marked: Iterator[Marked], *, encoder: bool = False) -> dict[str, Figure]:
    """Return the figures on marked articles, with 95% intervals over articles drawn with replacement."""
    rows = np.array(
        [counts(item, analyze_document(document(item.text), encoder=encoder)) for item in marked], dtype=np.float64
    )
    return bootstrap({name: _share(*columns) for name, columns in _SHARES.items()}, rows)


def _share(hits: int, of: int) -> Callable[[NDArray[np.float64]], float]:
    def measure(table: NDArray[np.float64]) -> float:
        total = table.sum(axis=0)
        return float(total[hits] / total[of]) if total[of] else 0.0

    return measure


def counts(marked: Marked, report: Report) -> tuple[int, ...]:
    """Return one article's counts, in the order that the figures' columns name."""
    article = report.analysis.article
    gold = [marked_as(article, row) for row in marked.attributions]
    speech = [said for said in gold if said.act == "speech"]
    shown = [(attribution, words_in(article, attribution.content)) for attribution in report.analysis.speech]
    # What several are credited with is shown once.
    distinct = {(attribution.content, attribution.cue): words for attribution, words in shown}.values()
    shown_words = frozenset[int]().union(*(words for _, words in shown))
    speech_words = frozenset[int]().union(*(said.words for said in speech))
    any_words = frozenset[int]().union(*(said.words for said in gold))
    shown_speech = [said for said in speech if _mostly(said.words, shown_words)]
    judged = [_judged(said, shown) for said in shown_speech]
    posts = [said for said in speech if said.post]
    rows = right_rows(report.analysis, [row for row in report.sources if row.sure][:_ROWS], speech)
    speakers = frozenset[str]().union(*(said.names for said in speech))
    return (
        len(shown_speech),
        len(speech),
        sum(_mostly(words, speech_words) for words in distinct),
        len(distinct),
        sum(_mostly(words, any_words) for words in distinct),
        *(sum(row) for row in zip(*judged, strict=True)),
        *([0] * (0 if judged else 4)),
        len(shown_speech),
        sum(len(said.words & _credited(said, shown)) for said in speech if said.names),
        sum(len(said.words) for said in speech if said.names),
        sum(map(bool, rows)),
        len(rows),
        sum(_mostly(said.words, shown_words) for said in posts),
        len(posts),
        len(frozenset[str]().union(*rows)),
        len(speakers),
        *_thoughts(article, report.analysis.thoughts, [said for said in gold if said.act != "speech"]),
    )


def is_theirs(article: Article, attribution: Attribution, thoughts: Sequence[Said]) -> bool:
    """Return whether an attitude or plan that a reader marked holds half of the words, by the same holder."""
    words, source = words_in(article, attribution.content), attribution.source
    return source is not None and any(
        2 * len(words & said.words) >= max(len(words), 1) and (_meant(said, attribution) or _named(source.name, said))
        for said in thoughts
    )


def _thoughts(article: Article, shown: Sequence[Attribution], thoughts: Sequence[Said]) -> tuple[int, int, int, int]:
    """Return how many shown attitudes and plans are right, how many are shown, how many marked are shown and marked."""
    shown_words = frozenset[int]().union(*(words_in(article, attribution.content) for attribution in shown))
    return (
        sum(is_theirs(article, attribution, thoughts) for attribution in shown),
        len(shown),
        sum(_mostly(said.words, shown_words) for said in thoughts),
        len(thoughts),
    )


def is_named_by(shown: str, said: Said) -> bool:
    """Return whether a shown name is one that a reader marked."""
    return bool(_named(shown, said))


def _named(shown: str, said: Said) -> set[str]:
    """Return which of the names that a reader marked are the shown one."""
    described = said.identity not in NAMED
    return {name for name in said.names if same_name(shown, name, described=described)}


def _mostly(words: frozenset[int], others: frozenset[int]) -> bool:
    return bool(words) and 2 * len(words & others) >= len(words)


def _judged(said: Said, shown: Sequence[tuple[Attribution, frozenset[int]]]) -> tuple[bool, bool, bool, bool]:
    """Return whether name, type, identity, and all with the kind, are right where most of the words are shown.

    Of two that the words fit equally well (who spoke, and who passes it on), the one counts that is credited where the
    reader says.
    """
    attribution, _ = max(
        shown,
        key=lambda pair: (round(len(pair[1] & said.words) / len(pair[1] | said.words), 1), _meant(said, pair[0])),
    )
    joined = [one for one, _ in shown if one.content == attribution.content and one.cue == attribution.cue]
    sources = [one.source for one in joined if one.source is not None] if attribution.source else []
    if not sources or not said.names:
        right = not sources and not said.names
        return right, right, right, right and attribution.kind == said.kind
    if len(said.names) == 1 and attribution.source:
        sources = [attribution.source]
    named = [_named(source.name, said) for source in sources]
    name = all(named) and len(set[str]().union(*named)) == len(said.names)
    kind = all(source.type == said.type for source in sources)
    identity = all(source.identity == said.identity for source in sources)
    return name, kind, identity, name and kind and identity and attribution.kind == said.kind


def _meant(said: Said, attribution: Attribution) -> bool:
    """Return whether an attribution is credited to the mention that the reader marked."""
    source = attribution.source
    return source is not None and said.mention is not None and overlaps(source.span, said.mention)


def _credited(said: Said, shown: Sequence[tuple[Attribution, frozenset[int]]]) -> frozenset[int]:
    """Return the words that the report credits to the one who said them."""
    return frozenset[int]().union(
        *(
            words
            for attribution, words in shown
            if attribution.source is not None and _named(attribution.source.name, said)
        )
    )


def right_rows(analysis: Analysis, rows: Sequence[SourceTally], speech: Sequence[Said]) -> list[frozenset[str]]:
    """Return for each row whom of the reader's speakers it shows rightly: nobody where it is wrong.

    A row is right where it names one who speaks, in no other row before, with the right type, and at least half of its
    words are theirs.

    Args:
        analysis: What the program finds in the article.
        rows: Rows of its panel, in their order.
        speech: What the reader marked as speech.
    """
    taken: set[str] = set()
    found: list[frozenset[str]] = []
    for row in rows:
        names = set[str]().union(*(_named(row.name, said) for said in speech))
        theirs = [said for said in speech if names & set(said.names)]
        spans = [
            span
            for attribution in analysis.speech
            if attribution.source is not None and attribution.source.name == row.name
            for span in attribution.content
        ]
        words = frozenset[int]().union(*(said.words for said in theirs))
        types = [said.type for said in theirs]
        fits = bool(theirs) and row.type == max(dict.fromkeys(types), key=types.count)
        right = fits and not taken & names and _mostly(words_in(analysis.article, spans), words)
        found.append(frozenset(names) if right else frozenset())
        taken |= names
    return found
