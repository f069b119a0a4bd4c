"""Where in the file a statement's evidence stands, for outputs that have lines and no links."""

from framing.reading.offsets import file_place
from framing.report import Report
from framing.statement import Statement

__all__ = ["with_lines"]

_MOST = 5
"""Numbers of lines that are named."""


def with_lines(report: Report, statement: Statement) -> str:
    """Return a statement with the lines of the file that it rests on: "… (lines 3, 9 and 4 more)."."""
    document = report.analysis.article.document
    numbers = sorted({file_place(document, span.start).line for span in statement.evidence})
    if not numbers:
        return statement.text
    shown = ", ".join(str(number) for number in numbers[:_MOST])
    rest = f" and {len(numbers) - _MOST} more" if len(numbers) > _MOST else ""
    return f"{statement.text.removesuffix('.')} (line{'s' * (len(numbers) > 1)} {shown}{rest})."
