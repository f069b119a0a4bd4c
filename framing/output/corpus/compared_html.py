"""HTML: a comparison of outlets as a page of one file, raw differences apart from those on the same events."""

from dataclasses import dataclass

from framing.corpus.summary.comparing import OutletComparison, Pair, Raw
from framing.corpus.summary.matched import FEWEST_EVENTS, Matched
from framing.corpus.summary.opening import Corpus
from framing.output.corpus.charts import Dot
from framing.output.corpus.differences import DifferenceRow, difference_rows, events_sentence
from framing.output.corpus.html import STYLES, corpus_facts
from framing.output.corpus.words import cluster_words, left_out_lines, plural, unit_words
from framing.output.page.assembly import assemble
from framing.output.page.charts import percent
from framing.output.summary import CANNOT_TELL

__all__ = ["render"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A measure: its words, and both differences as dots on one scale with zero in the middle."""

    words: DifferenceRow
    unit: str
    raw: Dot
    matched: Dot


def render(corpus: Corpus, comparison: OutletComparison) -> str:
    """Return the page; the same comparison gives the same page."""
    context: dict[str, object] = {
        "title": _title([group.key[0] for group in comparison.outlets]),
        "language": "en",
        "finished": corpus.finished,
        "outlets": [
            (group.key[0], plural(group.articles, "article"), f"{group.words:,} words") for group in comparison.outlets
        ],
        "pairs": [(pair, events_sentence(comparison, pair), _rows(comparison, pair)) for pair in comparison.pairs],
        "cluster": cluster_words(comparison.cluster),
        "fewest_events": FEWEST_EVENTS,
        "left_out": left_out_lines(corpus, comparison.left_out),
        "unmatched": [f"{plural(count, 'article')}: {reason}" for reason, count in comparison.unmatched.items()],
        "tool_facts": corpus_facts(corpus),
        "cannot_tell": CANNOT_TELL,
    }
    return assemble("corpus-compared.html.j2", STYLES, (), context)


def _title(outlets: list[str]) -> str:
    return " against ".join(outlets) if len(outlets) == 2 else f"{', '.join(outlets[:-1])} and {outlets[-1]}"


def _rows(comparison: OutletComparison, pair: Pair) -> list[_Row]:
    units = {figure.name: figure.unit for figure in comparison.figures}
    rows: list[_Row] = []
    for words in difference_rows(pair, comparison.figures):
        raw, matched = pair.raw[words.name], pair.matched[words.name]
        ends = [one for side in (raw, matched) for one in (side.difference, side.low, side.high) if one is not None]
        reach = max((abs(end) for end in ends), default=0.0) or 1.0
        rows.append(
            _Row(words, unit_words(units[words.name]), _dot(raw, words.raw, reach), _dot(matched, words.matched, reach))
        )
    return rows


def _dot(side: Raw | Matched, text: str, reach: float) -> Dot:
    def place(value: float) -> float:
        return percent((value + reach) / (2 * reach))

    return Dot(
        name="",
        value=text,
        interval="",
        articles=0,
        few=False,
        at=None if side.difference is None else place(side.difference),
        ends=None if side.low is None or side.high is None else (place(side.low), place(side.high)),
    )
