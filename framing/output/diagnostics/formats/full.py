"""Full: each finding with its source line, carets under the words, reason, alternatives and the rule's page.

The layout is the one readers of compilers and linters know: code and message, ``-->`` and the place, a gutter with
line numbers. A news paragraph is one line of 900 characters, so the source is a window around the words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.diagnostic import CheckedFile, Diagnostic, Outcome, RuleCard
from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.diagnostics.findings.evidence import evidence_places
from framing.output.diagnostics.findings.reported import reported_by_file
from framing.output.diagnostics.layout.closing import closing_lines
from framing.output.diagnostics.layout.lines import FileLines
from framing.output.diagnostics.layout.window import source_window
from framing.output.safe_text import one_line
from framing.output.width import cut, wrapped

__all__ = ["render"]

_LEVEL_STYLES = {"error": "red", "warning": "yellow", "note": "cyan"}
_MOST_LINES = 3
"""Source lines shown of words that run over several; places shown of evidence."""
_EVIDENCE_CELLS = 40
"""Width at which the words of a further place are cut, so that place and words stand on one line."""


def render(outcome: Outcome, *, width: int = 100, colour: bool = False, repeats: int = 5) -> str:
    """Return every file's findings in order of place, then a closing line.

    Args:
        outcome: The run.
        width: Cells of the terminal.
        colour: Whether to use ANSI colours.
        repeats: Findings of one rule shown in a file; a line says how many more there are and on which lines. A rule
            with one finding more than that is shown whole: the line would take the place of what it leaves out.
    """
    paint = Paint(colour)
    cards = {card.code: card for card in outcome.rules}
    lines: list[str] = []
    for file, findings in reported_by_file(outcome):
        source = FileLines(file.text)
        shown, left_out = _cut_repeats(findings, repeats)
        explained: set[tuple[str, str, tuple[str, ...]]] = set()
        for finding in shown:
            lines += [*_finding(finding, source, width, paint), *_evidence(finding, file, width, paint)]
            # A word that comes back is explained once a file.
            if (finding.code, finding.reason, finding.alternatives) not in explained:
                lines += _notes(finding, cards.get(finding.code), width, paint)
                explained.add((finding.code, finding.reason, finding.alternatives))
            lines.append("")
        for code, rest in left_out.items():
            lines += [*_more(file.path, code, rest, width, paint), ""]
    lines += closing_lines(outcome, paint)
    return without_commands("\n".join(lines) + "\n")


def _cut_repeats(findings: Sequence[Diagnostic], repeats: int) -> tuple[list[Diagnostic], dict[str, list[Diagnostic]]]:
    """Return the findings shown, and by code those that are not."""
    totals = Counter(finding.code for finding in findings)
    seen: Counter[str] = Counter()
    shown: list[Diagnostic] = []
    left_out: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= repeats or totals[finding.code] == repeats + 1:
            shown.append(finding)
        else:
            left_out.setdefault(finding.code, []).append(finding)
    return shown, left_out


def _finding(finding: Diagnostic, source: FileLines, width: int, paint: Paint) -> Iterator[str]:
    head, *rest = wrapped(one_line(f"{finding.code} {finding.message}"), width, "  ")
    yield paint(finding.code, "bold", _LEVEL_STYLES[finding.level]) + head.removeprefix(finding.code)
    yield from rest
    if finding.path:
        gutter = len(str(finding.end_line))
        place = (
            f"{one_line(finding.path)}:{finding.line}:{finding.column}" if finding.end > finding.start else finding.path
        )
        yield f"{' ' * gutter}{paint('-->', 'cyan')} {one_line(place)}"
        if finding.end > finding.start:
            yield from _source(finding, source, width, paint)


def _source(finding: Diagnostic, source: FileLines, width: int, paint: Paint) -> Iterator[str]:
    gutter = len(str(finding.end_line))
    bar = paint("|", "cyan")
    yield f"{' ' * gutter} {bar}"
    numbers = range(finding.line, finding.end_line + 1)
    for number in numbers[:_MOST_LINES]:
        line = source[number]
        start = finding.column - 1 if number == finding.line else len(line) - len(line.lstrip())
        end = finding.end_column - 1 if number == finding.end_line else len(line.rstrip())
        if number != finding.line and end <= start:
            continue  # an empty line within the words, or words that end before the line's first character
        window = source_window(line, start, end, width - gutter - 3)
        yield f"{paint(str(number).rjust(gutter), 'cyan')} {bar} {window.text}"
        carets = paint("^" * window.carets, _LEVEL_STYLES[finding.level])
        yield f"{' ' * gutter} {bar} {' ' * window.indent}{carets}"
    if len(numbers) > _MOST_LINES:
        yield f"{' ' * gutter} {bar} … to line {finding.end_line}"


def _notes(finding: Diagnostic, card: RuleCard | None, width: int, paint: Paint) -> Iterator[str]:
    indent = " " * len(str(finding.end_line))
    yield from _note(indent, "why", finding.reason, width, paint)
    yield from _note(indent, "instead", ", ".join(finding.alternatives), width, paint)
    if card is not None:
        judged = (
            f"; right or arguable in {100 * card.precision:.0f}% of {card.judged} judged"
            if card.precision is not None
            else ""
        )
        text = f"{card.name} ({finding.level}{judged}), {card.help_command}"
        yield from _note(indent, "rule", text, width, paint)


def _evidence(finding: Diagnostic, file: CheckedFile, width: int, paint: Paint) -> Iterator[str]:
    """Say where else the finding rests on, for some places with their words."""
    places = Counter(
        f"line {place.line} “{cut(place.text, _EVIDENCE_CELLS)}”" for place in evidence_places(file, finding)
    )
    if places:
        shown = [f"{words} ×{count}" if count > 1 else words for words, count in places.items()]
        if len(shown) > _MOST_LINES + 1:
            shown = [*shown[:_MOST_LINES], f"{len(shown) - _MOST_LINES} more"]
        yield from _note(" " * len(str(finding.end_line)), "see", ", ".join(shown), width, paint)


def _note(indent: str, label: str, text: str, width: int, paint: Paint) -> Iterator[str]:
    if text:
        start = f"{indent} = {label}:"
        head, *rest = wrapped(one_line(f"{start} {text}"), width, f"{indent}   ")
        yield f"{indent} {paint(f'= {label}:', 'bold')}{head.removeprefix(start)}"
        yield from rest


def _more(path: str, code: str, rest: Sequence[Diagnostic], width: int, paint: Paint) -> Iterator[str]:
    numbers = [str(number) for number in dict.fromkeys(finding.line for finding in rest)]
    text = f"{code} {len(rest)} more in {one_line(path)} (line{'s' * (len(numbers) > 1)} {', '.join(numbers)})"
    for line in wrapped(text, width, "  ")[:_MOST_LINES]:
        yield paint(line, "dim")
