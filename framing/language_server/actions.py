"""What an editor offers at a finding: other words, and a comment that silences it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lsprotocol import types

from framing.checking.ignores import insertions, silenceable
from framing.diagnostic import Diagnostic
from framing.language_server.checked_text import CheckedText
from framing.language_server.positions import TextPositions
from framing.language_server.published import diagnostic_of, protocol_range
from framing.output.safe_text import one_line

__all__ = ["code_actions"]

_LONGEST = 60
"""Characters of words that a title shows."""


def code_actions(
    checked: CheckedText, params: types.CodeActionParams, units: Callable[[str], int]
) -> list[types.CodeAction]:
    """Return what can be done about the findings in a range.

    Args:
        checked: The text with its findings, as it was when they were published.
        params: The range, and which kinds of actions the editor wants.
        units: Gives the code units of a piece of text in the encoding of positions.
    """
    only = params.context.only
    if only and not any(str(types.CodeActionKind.QuickFix.value).startswith(str(_value(kind))) for kind in only):
        return []
    uri = params.text_document.uri
    positions = TextPositions(checked.text, units)
    shown = [(finding, diagnostic_of(checked, finding, uri, positions)) for finding in checked.findings]
    return [
        action
        for finding, diagnostic in shown
        if _touch(diagnostic.range, params.range)
        for action in (
            *_words(checked, finding, diagnostic, uri, positions),
            *_silence(checked, finding, diagnostic, uri, positions),
        )
    ]


def _value(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _touch(span: types.Range, other_span: types.Range) -> bool:
    """Return whether two ranges share a place; a caret behind a word is at the word."""
    first, last = ((place.line, place.character) for place in (span.start, span.end))
    start, end = ((place.line, place.character) for place in (other_span.start, other_span.end))
    return first <= end and start <= last


def _words(
    checked: CheckedText, finding: Diagnostic, shown: types.Diagnostic, uri: str, positions: TextPositions
) -> Iterator[types.CodeAction]:
    """Yield the alternatives; words that markup stands in are left as they are, as by ``--fix``."""
    start, end = checked.span(finding)
    if not finding.text or checked.text[start:end] != finding.text:
        return
    for words in dict.fromkeys((finding.fix, *finding.alternatives)):
        if words:
            edit = types.TextEdit(protocol_range(positions, start, end), words)
            yield _action(
                f"Replace “{_short(finding.text)}” with “{_short(words)}”",
                edit,
                shown,
                uri,
                preferred=words == finding.fix,
            )


def _silence(
    checked: CheckedText, finding: Diagnostic, shown: types.Diagnostic, uri: str, positions: TextPositions
) -> Iterator[types.CodeAction]:
    alone = replace(checked.file, diagnostics=(finding,))
    if not silenceable(alone) or finding.code not in checked.cards:
        return
    before = len(checked.text) - len(checked.file.text)
    where = "in this file" if finding.start == finding.end else "here"
    for place, comment in insertions(alone, ""):
        edit = types.TextEdit(protocol_range(positions, before + place, before + place), comment)
        yield _action(f"Silence {finding.code} {where}, with a comment", edit, shown, uri, preferred=False)


def _action(
    title: str, edit: types.TextEdit, shown: types.Diagnostic, uri: str, *, preferred: bool
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=preferred or None,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def _short(words: str) -> str:
    line = one_line(" ".join(words.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
