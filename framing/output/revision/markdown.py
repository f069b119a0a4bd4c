"""A revision as Markdown, to paste into a pull request."""

from collections.abc import Iterator

from framing.output.markdown import escaped
from framing.output.revision.rows import (
    ChangeRow,
    change_rows,
    credit_rows,
    credits_in_short,
    headlines,
    in_short,
    term_rows,
)
from framing.output.summary import CANNOT_TELL
from framing.revision import Revision
from framing.version import __version__

__all__ = ["render"]


def render(revision: Revision) -> str:
    """Return the revision as Markdown lists."""
    return "\n".join(_lines(revision)) + "\n"


def _lines(revision: Revision) -> Iterator[str]:
    yield "## Two versions"
    yield ""
    for label, report in (("Old", revision.old), ("New", revision.new)):
        name = f" ({escaped(report.name)})" if report.name and report.name != report.heading else ""
        yield f"- **{label}** {escaped(report.heading)}{name}"
    headline = headlines(revision)
    if headline is not None:
        yield from ("", "### Headline", "", f"~~{escaped(headline[0])}~~ **{escaped(headline[1])}**")
    yield from ("", "### Sentences", "", in_short(revision), "")
    yield from map(_change, change_rows(revision))
    yield from ("", "### Credits", "", credits_in_short(revision), "")
    yield from (f"- {escaped(sentence)}" for _, sentence in credit_rows(revision))
    terms = term_rows(revision)
    gone = sum(row.kind == "loaded_out" for row in terms)
    yield from ("", "### Loaded terms", "", f"{len(terms) - gone} in, {gone} out.", "")
    for row in terms:
        sign = "in" if row.kind == "loaded_in" else "out"
        yield f"- {sign}: **{escaped(row.words)}** {row.voice}, line {row.line}: {escaped(row.sentence)}"
    yield from ("", f"*{CANNOT_TELL} Framing {__version__}.*")


def _change(row: ChangeRow) -> str:
    marks = {"same": "{}", "out": "~~{}~~", "in": "**{}**"}
    return f"- {row.kind}, {row.place}: " + " ".join(marks[kind].format(escaped(words)) for kind, words in row.runs)
