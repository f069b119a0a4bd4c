"""HTML: two versions of an article as a page of one file, the changes in the order of the new text."""

from collections.abc import Sequence
from pathlib import Path

from framing.output.page.assembly import assemble
from framing.output.page.provenance import article_facts, tool_facts
from framing.output.revision.rows import change_rows, credit_rows, headlines, in_short, term_rows
from framing.output.summary import CANNOT_TELL, readable
from framing.revision import CHANGES, Revision

__all__ = ["render"]


def render(revision: Revision, lexicons: Sequence[Path] = ()) -> str:
    """Return the page of a revision; the same revision gives the same page.

    Args:
        revision: What changed.
        lexicons: The user's lexicon files, for the foot.
    """
    reports = (revision.old, revision.new)
    terms = term_rows(revision)
    context: dict[str, object] = {
        "title": revision.new.heading,
        "language": revision.new.analysis.article.language,
        "names": tuple(report.name or report.heading for report in reports),
        "headlines": headlines(revision),
        "in_short": in_short(revision),
        "counts": [(CHANGES[kind], count) for kind, count in revision.kinds.items()],
        "rows": change_rows(revision),
        "credits": [(readable(kind), sentence) for kind, sentence in credit_rows(revision)],
        "terms_in": [row for row in terms if row.kind == "loaded_in"],
        "terms_out": [row for row in terms if row.kind == "loaded_out"],
        "facts": tuple(article_facts(report) for report in reports),
        "tool_facts": tool_facts(reports, lexicons),
        "cannot_tell": CANNOT_TELL,
    }
    return assemble("revision.html.j2", ("page.css", "revision.css"), ("page.js",), context)
