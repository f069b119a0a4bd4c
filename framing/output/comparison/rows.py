"""What every form of a comparison says, before any format: plain sentences and rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.aligned import Label, Passage, Said, Standing, Story
from framing.comparing.measures import HEADLINE
from framing.comparison import Comparison, Difference
from framing.finding import POLICY_FRAMES
from framing.output.figures import number
from framing.output.letters import letter, letters_of
from framing.output.summary import readable
from framing.reading.offsets import file_place

__all__ = [
    "COUNTERPART_NOTE",
    "STANDINGS_NOTE",
    "DifferenceRow",
    "FrameShares",
    "ToldRow",
    "article_names",
    "contradiction_sentences",
    "cut_sentences",
    "difference_rows",
    "event_sentence",
    "frame_rows",
    "frame_sentences",
    "introduction_sentences",
    "label_words",
    "line_of",
    "named_alone_sentences",
    "only_rows",
    "shortened",
    "told_rows",
]

COUNTERPART_NOTE = (
    "Sentences told in several accounts are linked by a model: of 279 links in accounts of 36 events that were not "
    "used to make it, readers found 225 (81%) right. “No counterpart found” marks sentences that hardly any other "
    "account is likely to tell: of 245 so marked in the same events 213 (87%) are told nowhere else and 28 in part; in "
    "33 others, each by a model that had not seen it, 121 of 149 (81%), and 9 (6%) are wholly told elsewhere. A "
    "sentence that is neither is unsure."
)
"""How far the mark is to be trusted, said wherever it is shown."""

STANDINGS_NOTE = (
    "Right in 44 events, against one other account: told, 269 of 331 wholly and 314 at least in part; in part, 75 of "
    "96 at least in part; not found, 305 of 342, and 24 of the 31 that all others tell."
)
"""How far the table of facts is to be trusted."""

_MEASURES = {
    "loaded_terms_own": "loaded terms in own voice",
    "loaded_terms_quoted": "loaded terms in quotations",
    "loaded_terms_headline": "loaded terms in the headline",
    "slanted_sentences_own": "sentences that read as slanted",
    "words_own": "words in own voice",
    "words_quoted": "quoted words",
    "sources": "sources",
    "source_evenness": "evenness of the sources",
    "officials": "officials' share of sourced words",
    "anonymous_attributions": "anonymous attributions",
    "unsourced_attributions": "attributions to nobody",
    "direct_speech": "direct speech",
}

_MARKS = "“”\"'‘’ "
_PLACES = {"lead": 0, "middle": 1, "end": 2}
"""The thirds of an article in their order."""


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A fact or a passage as it stands in each article that has it: article, line, position, words."""

    cells: tuple[tuple[int, int, str, str], ...]
    probability: float
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class FrameShares:
    """A frame's share in each article, ``None`` where an article has no frame evidence."""

    name: str
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A measure in each article, and which differences the texts carry."""

    name: str
    cells: tuple[str, ...]
    carried: tuple[str, ...]


def article_names(comparison: Comparison) -> list[str]:
    """Return each article's letter, headline and name."""
    return [
        f"{letter(n)}  {report.heading}"
        + (f" ({report.name})" if report.name and report.name != report.heading else "")
        for n, report in enumerate(comparison.reports)
    ]


def event_sentence(comparison: Comparison) -> str:
    """Return whether the articles are about one event, in a sentence that names the pairs that are not."""
    others = [event for event in comparison.events if not event.same]
    if not others:
        least = min(event.probability for event in comparison.events)
        return f"Names, numbers and words say that this is one event ({_percent(least)})."
    pairs = ", ".join(
        f"{letter(event.articles[0])} and {letter(event.articles[1])} ({_percent(event.probability)})"
        for event in others
    )
    return f"Not about one event, as far as names, dates and words tell: {pairs}. Read what follows with that in mind."


def _percent(probability: float) -> str:
    """Return a probability in percent; a model is never sure."""
    return "over 99%" if probability > 0.99 else "under 1%" if probability < 0.01 else f"{100 * probability:.0f}%"


def line_of(comparison: Comparison, article: int, start: int) -> int:
    """Return the line of the article's file that a place stands on."""
    return file_place(comparison.reports[article].analysis.article.document, start).line


def told_rows(comparison: Comparison, *, everywhere: bool) -> list[ToldRow]:
    """Return the facts that all articles tell, or those that only some of several do."""
    count = len(comparison.reports)
    chosen = [story for story in comparison.told if (len(story.articles) == count) == everywhere]
    return [_row(comparison, story) for story in sorted(chosen, key=_weight)]


def _weight(story: Story) -> tuple[int, int, float]:
    """What most accounts tell matters most, then what stands early in them, then what is surest."""
    first = {passage.article: passage.position for passage in reversed(story.passages)}
    return -len(first), sum(_PLACES[position] for position in first.values()), -story.probability


def only_rows(comparison: Comparison, article: int) -> list[ToldRow]:
    """Return an article's passages for which no counterpart was found, in its order."""
    return [_row(comparison, story) for story in comparison.only if story.articles == (article,)]


def _row(comparison: Comparison, story: Story) -> ToldRow:
    first: dict[int, Passage] = {}
    for passage in story.passages:
        first.setdefault(passage.article, passage)
    return ToldRow(
        tuple(
            (
                article,
                line_of(comparison, article, passage.start),
                passage.position,
                " ".join(comparison.reports[article].analysis.article.text[passage.start : passage.end].split()),
            )
            for article, passage in sorted(first.items())
        ),
        story.probability,
        story.standings,
    )


def contradiction_sentences(comparison: Comparison) -> list[str]:
    """Return what linked sentences say that cannot both be true, a line for each."""
    return [
        " — ".join(
            f"{_where(comparison, said)}: “{' '.join(said.text.split())}”" for said in (found.first, found.second)
        )
        for found in comparison.contradictions
    ]


def _where(comparison: Comparison, said: Said) -> str:
    words = " ".join(said.text.split())
    return f"{letter(said.article)} line {line_of(comparison, said.article, said.start)}: “{words}”"


def introduction_sentences(comparison: Comparison) -> list[str]:
    """Return how the accounts introduce each person, a line for each."""
    sentences = []
    for person in comparison.introductions:
        ways = {said.article: "" for said in person.said}
        for said in person.said:
            words = f"“{' '.join(said.text.split())}”"
            ways[said.article] += f", {words}" if ways[said.article] else words
        sentences.append(f"{person.name}: " + "; ".join(f"{letter(article)} {way}" for article, way in ways.items()))
    return sentences


def named_alone_sentences(comparison: Comparison) -> list[str]:
    """Return whom each account alone names, a line for each account that does."""
    sentences = []
    for article in range(len(comparison.reports)):
        names = [f"{one.name} ({one.mentions})" for one in comparison.named_alone if one.article == article]
        if names:
            sentences.append(f"{letter(article)}: {', '.join(names)}")
    return sentences


def cut_sentences(comparison: Comparison) -> list[str]:
    """Return which quotations one account cuts and what the cut removed, those that lose most words first."""
    cuts = [(source, quotes) for source in comparison.sources for quotes in source.quotes if quotes.removed]
    sentences = []
    for source, quotes in sorted(cuts, key=lambda cut: -len(cut[1].removed.split())):
        texts = [
            " ".join(comparison.reports[article].analysis.article.text[slice(*span)].split())
            for article, span in zip(quotes.articles, (quotes.first, quotes.second), strict=True)
        ]
        shorter = int(len(texts[1]) < len(texts[0]))
        cut, whole = letter(quotes.articles[shorter]), letter(quotes.articles[1 - shorter])
        sentences.append(
            f"{source.name}: {cut} quotes “{texts[shorter].strip(_MARKS)}”; {whole} has more: “{quotes.removed}”"
        )
    return sentences


def label_words(label: Label) -> str:
    """Return a label with the voice that says it: “illegal immigrants” (quoted)."""
    return f"“{' '.join(label.text.split())}” ({label.voice}{', loaded' if label.loaded else ''})"


def frame_rows(comparison: Comparison) -> list[FrameShares]:
    """Return the frames that any article has, those with the largest share first."""
    shares = {name: tuple(r.measures[f"frame_{name}"].value for r in comparison.reports) for name in POLICY_FRAMES}
    rows = [FrameShares(name, values) for name, values in shares.items() if any(values)]
    return sorted(rows, key=lambda row: -max(value or 0.0 for value in row.shares))


def frame_sentences(comparison: Comparison) -> list[str]:
    """Return how far the articles' frames lie apart, a sentence for each pair."""
    sentences = []
    for row in comparison.frames:
        pair = f"{letter(row.articles[0])} and {letter(row.articles[1])}"
        if row.distance is None:
            sentences.append(f"{pair}: one of them names no frame.")
            continue
        between = f" [{row.low:.2f} to {row.high:.2f}]" if row.low is not None and row.high is not None else ""
        verdict = (
            "more than chance between such texts"
            if row.carried
            else "no more than chance can bring between texts this short"
        )
        head = f"; headlines {row.headline:.2f}" if row.headline is not None else ""
        sentences.append(f"{pair}: frames {row.distance:.2f} apart{between} on a scale of 0 to 1, {verdict}{head}.")
    return sentences


def difference_rows(comparison: Comparison) -> list[DifferenceRow]:
    """Return the measures side by side with the differences that the texts are long enough to carry."""
    by_measure: dict[str, list[Difference]] = {}
    for row in comparison.differences:
        if row.measure in HEADLINE:
            by_measure.setdefault(row.measure, []).append(row)
    return [
        DifferenceRow(
            _MEASURES.get(name, readable(name)) + (", per 1,000 words" if rows[0].unit == "per_1000_words" else ""),
            tuple(_cell(report.measures[name].value, rows[0].unit) for report in comparison.reports),
            _carried([row for row in rows if row.carried]),
        )
        for name, rows in by_measure.items()
        if any(report.measures[name].value is not None for report in comparison.reports)
    ]


def _cell(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return number(value, unit) if value or unit == "index" else "none"


def _carried(rows: Sequence[Difference]) -> tuple[str, ...]:
    """Return which accounts have more of a measure than which: "A and B more than C"."""
    more: dict[int, list[int]] = {}
    for row in rows:
        assert row.difference is not None  # noqa: S101
        first, second = row.articles if row.difference > 0 else row.articles[::-1]
        more.setdefault(second, []).append(first)
    less: dict[tuple[int, ...], list[int]] = {}
    for article, others in sorted(more.items()):
        less.setdefault(tuple(sorted(others)), []).append(article)
    return tuple(f"{letters_of(above)} more than {letters_of(below)}" for above, below in less.items())


def shortened(rows: Sequence[ToldRow], most: int) -> tuple[Sequence[ToldRow], int]:
    """Return at most so many rows, and how many more there are."""
    return rows[:most], max(len(rows) - most, 0)
