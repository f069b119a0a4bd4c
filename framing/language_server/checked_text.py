"""A text as an editor holds it, saved or not, checked as ``framing check`` would check its file."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from pathlib import Path

from framing.checking.files import SUFFIXES, find_files
from framing.checking.gate import GateRequest, gate
from framing.checking.requested import RequestedSettings, config_for, forget_settings
from framing.diagnostic import CheckedFile, Diagnostic, RuleCard
from framing.output.diagnostics.findings.reported import reported_by_file
from framing.reading.form import Form
from framing.reading.offsets import line_map

__all__ = ["CheckedText", "check_text", "is_checked"]

_LANGUAGES = {
    "markdown": "text/markdown",
    "html": "text/html",
    "plaintext": "text/plain",
    "text": "text/plain",
}
"""Media types by what editors call languages: a text that has no file yet has no name that tells."""
_OVER_MANY = "C"
"""The first letter of rules over many files: of one alone they would say what is not so."""


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What checking a text gave.

    Attributes:
        text: The text, as the editor holds it.
        file: The same, without a byte order mark, with all findings, those that are silenced too.
        findings: What is shown: in order of place, missed budgets last.
        cards: The rules that were on, by code.
        failure: Why it could not be read; empty where it could.
    """

    text: str
    file: CheckedFile
    findings: tuple[Diagnostic, ...] = ()
    cards: Mapping[str, RuleCard] = field(default_factory=dict)
    failure: str = ""

    def span(self, finding: Diagnostic) -> tuple[int, int]:
        """Return where a finding stands in the text: start and end offset, equal where it is about all of it."""
        before = len(self.text) - len(self.file.text)
        lines = line_map(self.file.text)
        start = before + lines.offset(finding.line, finding.column)
        if finding.start == finding.end:
            return start, start
        return start, before + lines.offset(finding.end_line, finding.end_column)


def is_checked(path: str, language: str) -> bool:
    """Return whether a text is one of those that are checked.

    Args:
        path: Its file, empty where it has none.
        language: What the editor says that it is.
    """
    return Path(path).suffix.lower() in SUFFIXES or language in _LANGUAGES


def check_text(text: str, path: str, language: str, requested: RequestedSettings) -> CheckedText:
    """Return what the rules find in a text, with the settings, suppressions and baseline of its file.

    Args:
        text: The text.
        path: Its file, which need not exist; empty where it has none: then the working directory's settings count.
        language: What the editor says that it is.
        requested: What the server's options say over the settings files.

    Raises:
        ConfigError: If the settings are wrong.
        ModelError: If a shipped model is missing or damaged.
    """
    empty = CheckedText(text, CheckedFile(path, text, ()))
    if not text.strip() or _left_out(path, requested):
        return empty
    if Path(path).suffix.lower() not in SUFFIXES:
        requested = replace(requested, form=Form(_LANGUAGES.get(language)))
    marked = text.startswith("\ufeff")
    # The mark says that these are UTF-8, whatever a page's head says of the file that they came from.
    content = (b"" if marked else codecs.BOM_UTF8) + text.encode("utf-8", "replace")
    outcome = gate(GateRequest(("-",), requested, jobs=1, stdin=BytesIO(content), stdin_name=path or "-"))
    if outcome.failures:
        return replace(empty, failure=f"Not checked: it {outcome.failures[0].what}.")
    file, findings = next(iter(reported_by_file(outcome)))
    if len(outcome.files) != 1 or file.row or file.text != text.removeprefix("\ufeff"):
        return replace(empty, failure="Not checked: places in it are none of the text's own; use framing check.")
    return CheckedText(
        text,
        file,
        tuple(finding for finding in findings if not finding.code.startswith(_OVER_MANY)),
        {card.code: card for card in outcome.rules},
    )


def _left_out(path: str, requested: RequestedSettings) -> bool:
    """Return whether the settings leave a file out."""
    forget_settings()
    return Path(path).is_file() and not find_files([path], settings=partial(config_for, requested))
