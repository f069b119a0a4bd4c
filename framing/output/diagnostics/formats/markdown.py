"""Markdown: a comment on a pull request, or the summary of a job; cut before the platform would refuse it.

Words of an article are shown as they stand: they cannot become markup, a mention of a user or a link to an issue.
"""

from collections.abc import Iterator, Sequence

from framing.diagnostic import CheckedFile, Diagnostic, Outcome
from framing.output.diagnostics.findings.reported import reported_by_file
from framing.output.diagnostics.layout.closing import failure_reasons, totals
from framing.output.markdown import escaped

__all__ = ["COMMENT_BYTES", "MARK", "SUMMARY_BYTES", "render"]

COMMENT_BYTES = 65_000
"""A comment on GitHub may have 65,536 characters; counted in bytes, which are never fewer."""
SUMMARY_BYTES = 1_024 * 1_024 - 1_024
"""A step's summary may have 1,024 KiB, or none of it is taken; a little is left for what the step wrote before."""
MARK = "<!-- framing check -->"
"""First line, by which a job finds its earlier comment and writes over it."""
_CLOSING_BYTES = 200
"""Kept free for the last lines: what was left out, and the totals."""
_HEAD = ("| line | rule | finding | instead |", "|---|---|---|---|")


def render(outcome: Outcome, *, limit: int = COMMENT_BYTES) -> str:
    """Return a heading, a table for each file that has findings, worst files first, and a closing line.

    Args:
        outcome: The run.
        limit: Bytes of UTF-8 at most; rows that have no place are counted in the last line.
    """
    lines = [MARK, "## Framing", "", escaped(totals(outcome))]
    if outcome.failed:
        lines += ["", f"**The check fails: {', '.join(failure_reasons(outcome))}.**"]
    room = limit - _bytes(lines) - _CLOSING_BYTES
    left_out = 0
    for file, findings in sorted(
        ((file, findings) for file, findings in reported_by_file(outcome) if findings), key=_urgency
    ):
        table = ["", f"### {escaped(file.path) or 'All files together'}", "", *_HEAD]
        empty = len(table)
        for row, count in _rows(findings):
            if _bytes([*(table if len(table) == empty else []), row]) <= room:
                room -= _bytes([*(table if len(table) == empty else []), row])
                table.append(row)
            else:
                left_out += count
        lines += table if len(table) > empty else []
    if left_out:
        lines += ["", f"And {left_out:,} more, which have no place here: see the log of the check."]
    return "\n".join(lines) + "\n"


def _bytes(lines: Sequence[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _urgency(entry: tuple[CheckedFile, Sequence[Diagnostic]]) -> tuple[int, int, str]:
    file, findings = entry
    return (-sum(finding.level == "error" for finding in findings), -len(findings), file.path)


def _rows(findings: Sequence[Diagnostic]) -> Iterator[tuple[str, int]]:
    """Yield a row for all findings of a file that say the same, with their number."""
    alike: dict[tuple[str, str, str, tuple[str, ...]], list[Diagnostic]] = {}
    for finding in findings:
        alike.setdefault((finding.code, finding.message, finding.reason, finding.alternatives), []).append(finding)
    for (code, message, reason, alternatives), places in alike.items():
        numbers = list(dict.fromkeys(str(finding.line) for finding in places if finding.end > finding.start))
        times = f" (×{len(places)})" if len(places) > len(numbers) and len(places) > 1 else ""
        why = f"<br>{escaped(reason)}" if reason else ""
        where = f"{', '.join(numbers)}{times}"
        instead = escaped(", ".join(alternatives))
        row = f"| {where} | {code} {escaped(places[0].rule)} | {escaped(message)}{why} | {instead} |"
        yield row, len(places)
