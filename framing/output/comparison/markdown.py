"""A comparison as Markdown, to paste into a pull request or a newsletter."""

from collections.abc import Iterator

from framing.comparison import Comparison
from framing.output.comparison.openings import opening_sentence
from framing.output.comparison.rows import (
    COUNTERPART_NOTE,
    ToldRow,
    article_names,
    contradiction_sentences,
    cut_sentences,
    difference_rows,
    event_sentence,
    frame_rows,
    frame_sentences,
    introduction_sentences,
    label_words,
    named_alone_sentences,
    only_rows,
    shortened,
    told_rows,
)
from framing.output.letters import letter
from framing.output.markdown import escaped
from framing.output.phrases import as_source
from framing.output.summary import CANNOT_TELL, readable
from framing.version import __version__

__all__ = ["render"]

_MOST_TOLD, _MOST_ONLY, _MOST_WORDINGS, _MOST_SOURCES = 12, 8, 12, 12


def render(comparison: Comparison) -> str:
    """Return the comparison as Markdown tables and lists."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    letters = [letter(number) for number in range(len(comparison.reports))]
    yield "## Side by side"
    yield ""
    if not comparison.one_event:
        yield f"**{escaped(event_sentence(comparison))}**"
        yield ""
    yield escaped(opening_sentence(comparison))
    yield ""
    for name in article_names(comparison):
        mark, _, rest = name.partition("  ")
        yield f"- **{mark}** {escaped(rest)}"
    yield ""
    if comparison.one_event:
        yield event_sentence(comparison)
        yield ""
    yield from _told(comparison, letters)
    yield from _listed("Contradictions", contradiction_sentences(comparison))
    yield from _wordings(comparison)
    yield from _listed("How persons are introduced", introduction_sentences(comparison))
    yield from _listed("Named in one account alone", named_alone_sentences(comparison))
    yield from _listed("Quotations cut", cut_sentences(comparison))
    yield "### Who speaks"
    yield ""
    yield from _table(["source", "type", *(f"words in {mark}" for mark in letters)])
    for source in comparison.sources[:_MOST_SOURCES]:
        words = {place.article: str(place.words) for place in source.places}
        kind = as_source(source)
        yield _cells([source.name, kind, *(words.get(number, "–") for number in range(len(letters)))])
    yield ""
    yield "### How it is framed"
    yield ""
    yield from _table(["frame", *letters])
    for frame in frame_rows(comparison)[:8]:
        yield _cells([readable(frame.name), *("–" if s is None else f"{100 * s:.0f}%" for s in frame.shares)])
    yield ""
    yield from (f"- {escaped(sentence)}" for sentence in frame_sentences(comparison))
    yield ""
    yield from _table(["measure", *letters, "more than chance"])
    for row in difference_rows(comparison):
        yield _cells([row.name, *row.cells, "; ".join(row.carried) or "too short or too alike to tell"])
    yield ""
    yield f"*{CANNOT_TELL} Framing {__version__}.*"


def _listed(title: str, sentences: list[str]) -> Iterator[str]:
    if sentences:
        yield f"### {title}"
        yield ""
        yield from (f"- {escaped(sentence)}" for sentence in sentences)
        yield ""


def _told(comparison: Comparison, letters: list[str]) -> Iterator[str]:
    everywhere, left = shortened(told_rows(comparison, everywhere=True), _MOST_TOLD)
    some, _ = shortened(told_rows(comparison, everywhere=False), _MOST_TOLD)
    yield f"### Told in {'both' if len(letters) == 2 else 'all'}"
    yield ""
    yield from (_passage(row) for row in everywhere)
    if not everywhere:
        yield "Nothing that the same words or names show."
    if left:
        yield f"- and {left} more"
    yield ""
    if some:
        yield "### Told in some"
        yield ""
        yield from (_passage(row) for row in some)
        yield ""
    for number, mark in enumerate(letters):
        rows, left = shortened(only_rows(comparison, number), _MOST_ONLY)
        yield f"### {mark}: no counterpart found"
        yield ""
        yield from (_passage(row) for row in rows)
        if left:
            yield f"- and {left} more sentences"
        yield ""
    yield f"*{COUNTERPART_NOTE}*"
    yield ""


def _passage(row: ToldRow) -> str:
    cells = [
        f"{letter(article)} line {line} ({position}): {escaped(words)}" for article, line, position, words in row.cells
    ]
    return "- " + "<br>".join(cells)


def _wordings(comparison: Comparison) -> Iterator[str]:
    if not comparison.wordings:
        return
    yield "### Different words"
    yield ""
    for wording in comparison.wordings[:_MOST_WORDINGS]:
        yield "- " + " against ".join(
            f"{letter(label.article)} {escaped(label_words(label))}" for label in wording.labels
        )
    yield ""


def _table(heads: list[str]) -> Iterator[str]:
    yield _cells(heads)
    yield "|" + "---|" * len(heads)


def _cells(cells: list[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"
