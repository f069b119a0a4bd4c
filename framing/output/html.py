"""HTML: a report as a page of one file, to read beside the article; works offline and without JavaScript."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

from framing.article import Sentence
from framing.attribution import STANCES
from framing.measuring.sure_genre import sure_genre
from framing.output.figures import compared, figure, with_interval
from framing.output.masthead import imprint, of_the_text
from framing.output.page.article_view import frame_bars, frame_uses, index, layer_counts, paragraphs, unheard_places
from framing.output.page.assembly import assemble
from framing.output.page.figures_table import figure_groups, row_of
from framing.output.page.layers import FRAME_CODES
from framing.output.page.names import INDEX, page_name
from framing.output.page.notes import find_notes, marked_frames, together
from framing.output.page.provenance import article_facts, facts_of_models, tool_facts
from framing.output.page.speakers import GROUPS, NOBODY, Speaker, distinct, speakers, turns, voice_shares
from framing.output.page.strip import strip
from framing.output.phrases import (
    counted,
    frames_sentences,
    less_sure_sentence,
    officials_sentence,
    perhaps_loaded_sentence,
    slant_sentence,
    unheard_sentence,
)
from framing.output.summary import CANNOT_TELL, SlantRow, readable, summarise
from framing.report import Report
from framing.statement import StatementName

__all__ = ["folder_of_pages", "render"]

_STRIP_FRAMES = 5
"""Frames that the strip of sentences shows."""
_PARTS: dict[StatementName, str] = {
    "who_speaks": "who-speaks",
    "not_heard": "unheard",
    "framed": "framed",
    "judging_words": "which-words",
    "stands_out": "figures",
}
"""The parts of a page that lay out what a statement rests on."""
_MOST_PLACES = 3
"""Places that a sentence of the summary leads to."""
_POLICY = (
    "How likely a reader of ordinary news calls a frame present, from the frame’s own words, whose shares the summary "
    "shows, and a model trained on whole articles, with the words that decided. No frame is present without its words."
)
_GENERIC = (
    "How dense a frame’s words are: 0.5 is what news articles have on average. Conflict is used from 0.25 on, the "
    "others from 0.6 to 0.75 on with two different words, as readers of whole articles see them."
)
_COLUMNS = {
    "loaded_terms_own": "Loaded terms, own voice",
    "slanted_sentences_own": "Slanted sentences, own voice",
    "sources": "Sources",
    "officials": "Officials and politicians",
}
"""The measures of a table of several articles."""


def render(reports: Iterable[Report], lexicons: Sequence[Path] = ()) -> str:
    """Return the page of one article, or a page with a table for several, of each of which its row is held.

    The same reports give the same page: no clock, no path but what the user called the input.

    Args:
        reports: At least one.
        lexicons: The user's lexicon files, for the foot.
    """
    given = iter(reports)
    first = list(islice(given, 2))
    if len(first) == 1:
        return _article(first[0], lexicons)
    models: set[tuple[str, str]] = set()
    rows = [_row(report, models) for report in chain(first, given)]
    return _table(rows, models, lexicons)


def folder_of_pages(reports: Iterable[Report], lexicons: Sequence[Path] = ()) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder by name: a page for each article, and last an index, whose rows lead to them.

    Args:
        reports: At least one; each is held until its page is made.
        lexicons: The user's lexicon files, for the foot.
    """
    models: set[tuple[str, str]] = set()
    taken: dict[str, int] = {}
    rows: list[dict[str, object]] = []
    for report in reports:
        name = page_name(report.name or report.heading, taken)
        yield name, _article(report, lexicons)
        rows.append(_row(report, models, name))
    yield INDEX, _table(rows, models, lexicons, paged=True)


def _article(report: Report, lexicons: Sequence[Path]) -> str:
    analysis = report.analysis
    notes = together(find_notes(analysis))
    context: dict[str, object] = {
        "title": report.heading,
        "language": analysis.article.language,
        "report": report,
        "words": sum(analysis.article.tokens.words),
        "imprint": imprint(report),
        "of_the_text": of_the_text(report),
        "layers": layer_counts(notes, analysis),
        "paragraphs": tuple(paragraphs(analysis, notes)),
        "cannot_tell": CANNOT_TELL,
        "article_facts": article_facts(report),
        "tool_facts": tool_facts([report], lexicons),
        "scored": bool(report.measures),
    }
    if report.measures:
        summary = summarise(report)
        leading = [row.name for row in summary.frames[:_STRIP_FRAMES]]
        speaking = speakers(analysis, report.sources)
        context |= {
            "summary": summary,
            "frame_bars": frame_bars(summary),
            # Whose words bring a frame in stands beside its bar.
            "frames_said": " ".join(frames_sentences(summary, attributed=False)),
            "voices": voice_shares(report.measures),
            "speakers": speaking,
            "sure_speakers": tuple(row for row in speaking if row.tally is None or row.tally.sure),
            "less_sure": less_sure_sentence(summary),
            "perhaps_loaded": perhaps_loaded_sentence(summary) if summary.perhaps_loaded else "",
            "turns": distinct(turns(analysis)),
            "distinct": distinct,
            "statements": tuple(_statements(report)),
            "groups_of_sources": _groups(speaking),
            "officials": officials_sentence(summary),
            "unheard": unheard_sentence(summary) if summary.unheard else "",
            "strip": strip(analysis, leading),
            "least_slant": analysis.least_slant,
            "loaded_own": row_of("loaded_terms_own", report.measures["loaded_terms_own"]),
            "groups": figure_groups(report.measures),
            "index": index(notes),
            "slanted": slant_sentence(summary),
            "looks": _looks(analysis.article.sentences, summary.slanted),
            "frame_tables": (
                ("Does the article use a policy frame?", _POLICY, frame_uses(analysis, analysis.policy_frames)),
                ("Does it use a generic frame?", _GENERIC, frame_uses(analysis, analysis.generic_frames)),
            ),
            "unheard_places": unheard_places(report),
            "stances": STANCES,
            "frame_codes": tuple(
                (FRAME_CODES[name], readable(name)) for name, words in marked_frames(analysis).items() if words
            ),
            "figure": figure,
            "with_interval": with_interval,
            "compared": compared,
            "counted": counted,
        }
    return assemble("article.html.j2", ("page.css", "article.css"), ("page.js",), context)


def _groups(speaking: Sequence[Speaker]) -> tuple[tuple[int, str], ...]:
    """The legend of the colours that speakers have: the groups that are there, in their order."""
    names = (*GROUPS, NOBODY)
    return tuple((number, names[number]) for number in sorted({speaker.group for speaker in speaking}))


def _statements(report: Report) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The sentences that sum the report up, each with its part of the page and the first sentences that it rests on."""
    starts = [sentence.start for sentence in report.analysis.article.sentences]
    for statement in report.statements:
        places = dict.fromkeys(max(bisect_right(starts, span.start) - 1, 0) for span in statement.evidence)
        part = _PARTS[statement.name] if statement.evidence else ""
        yield statement.text, part, tuple(places)[:_MOST_PLACES]


def _row(report: Report, models: set[tuple[str, str]], page: str = "") -> dict[str, object]:
    """Return what the table says of an article, and nothing that holds its report; its models are added to the set."""
    models.update(report.analysis.models.items())
    row: dict[str, object] = {
        "title": report.heading,
        "name": report.name,
        "reason": report.notices[0].message if report.notices else "",
        "words": sum(report.analysis.article.tokens.words),
        "genre": sure_genre(report) or "",
        "cells": None,
        "page": page,
    }
    if report.measures:
        summary = summarise(report)
        row["frame"] = readable(summary.frames[0].name) if summary.frames else ""
        row["cells"] = tuple(row_of(name, report.measures[name]) for name in _COLUMNS)
    return row


def _table(
    rows: Sequence[Mapping[str, object]],
    models: Iterable[tuple[str, str]],
    lexicons: Sequence[Path],
    *,
    paged: bool = False,
) -> str:
    context = {
        "title": f"{len(rows)} article{'s' * (len(rows) > 1)}",
        "paged": paged,
        "language": "en",
        "rows": rows,
        "columns": _COLUMNS.values(),
        "tool_facts": facts_of_models(models, lexicons),
        "cannot_tell": CANNOT_TELL,
    }
    return assemble("table.html.j2", ("page.css",), ("page.js",), context)


def _looks(sentences: Sequence[Sentence], rows: Sequence[SlantRow]) -> list[dict[str, object]]:
    """The sentences to look at first, by their place on the page."""
    numbers = {sentence.start: number for number, sentence in enumerate(sentences)}
    return [{"sentence": numbers[row.start], "probability": row.probability, "text": row.text} for row in rows]
