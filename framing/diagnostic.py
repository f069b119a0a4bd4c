"""What checking says: rules described, findings at places of files, and the outcome of a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from framing.errors import InputError
from framing.expressions import expression
from framing.rule_case import FolderCase, RuleCase
from framing.spans import Span

__all__ = [
    "FAMILIES",
    "LEVELS",
    "BaselineState",
    "CheckedFile",
    "Diagnostic",
    "Level",
    "MissedBudget",
    "Outcome",
    "RuleCard",
    "Suppression",
]

Level = Literal["note", "warning", "error"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")
"""In rising order."""
BaselineState = Literal["new", "unchanged", "absent"]
FAMILIES: Mapping[str, str] = {"W": "words", "S": "sourcing", "F": "framing", "B": "slant", "C": "corpus"}
"""Family of rules by the first letter of their codes."""


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What there is to know about a rule: what ``framing rule`` says, its page, and its help in every output.

    Attributes:
        code: A letter of the family and three digits; never used again for something else.
        name: In kebab case.
        summary: One line.
        what: What it does.
        why: Why it matters to readers.
        evidence: The works behind it, with their keys in ``references.bib``.
        known_problems: When it is wrong.
        finds: Cases in which it finds something; the shipped rules have three or more.
        leaves: Cases that look alike and that it leaves alone; the shipped rules have three or more.
        level: Default level.
        kinds: Kinds of content that it applies to: ``news``, ``opinion``, ``press-release``.
        parts: Parts of an article that it looks at: ``headline``, ``own voice``, ``reported speech``, ``quotation``,
            ``caption``, or ``whole`` for the article or many.
        confidence: Findings below it are not shown, 0 to 1.
        default: Whether it is on without being selected.
        precision: Share of judged findings that were right, 0 to 1; ``None`` where nobody has judged.
        judged: How many findings were judged.
        options: Default by option name.
    """

    code: str
    name: str
    summary: str
    what: str
    why: str
    evidence: str
    known_problems: str
    finds: tuple[RuleCase | FolderCase, ...] = ()
    leaves: tuple[RuleCase | FolderCase, ...] = ()
    level: Level = "warning"
    kinds: tuple[str, ...] = ("news", "opinion", "press-release")
    parts: tuple[str, ...] = ("whole",)
    confidence: float = 0.5
    default: bool = True
    precision: float | None = None
    judged: int = 0
    options: Mapping[str, float | int | str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """The family's name."""
        return FAMILIES[self.code[0]]

    @property
    def help_command(self) -> str:
        """The command that explains the rule wherever the tool is installed."""
        return f"framing rule {self.code}"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is not shown.

    Attributes:
        kind: ``in_source`` (a comment in the text or its front matter) or ``baseline``.
        justification: The reason that was given, empty where none was.
    """

    kind: Literal["in_source", "baseline"]
    justification: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding at a place of a file.

    Attributes:
        code: The rule's code.
        rule: The rule's name.
        level: Its level here.
        message: One line.
        start: Offset into the report's text, in code points.
        end: Offset after the last character; equal to ``start`` where the finding is about the whole text.
        path: The file as the user named it, with forward slashes.
        line: Line in the file, 1-based.
        column: Column in the file, in code points, 1-based.
        end_line: Line of the end.
        end_column: Column after the last character.
        confidence: 0 to 1.
        reason: Why the words were found, for people.
        alternatives: What could stand instead: in the number, tense and case of the words, for a person to choose from.
        references: Keys of ``references.bib``.
        evidence: Further places in the report's text.
        text: The words found, or what identifies a finding about a whole text (a measure, a source).
        fingerprint: Hash of path, rule, words and number; the same while the words stay, wherever they move.
        fix: What can always stand instead of the words; empty where that takes a person.
        suppression: Why it is not shown, ``None`` where it is.
        baseline_state: Against the baseline, ``None`` without one.
    """

    code: str
    rule: str
    level: Level
    message: str
    start: int
    end: int
    path: str = ""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    confidence: float = 1.0
    reason: str = ""
    alternatives: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    text: str = ""
    fingerprint: str = ""
    fix: str = ""
    suppression: Suppression | None = None
    baseline_state: BaselineState | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as JSON-able values."""
        return {
            "code": self.code,
            "rule": self.rule,
            "level": self.level,
            "message": self.message,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "confidence": round(self.confidence, 6),
            "reason": self.reason,
            "alternatives": list(self.alternatives),
            "references": list(self.references),
            "evidence": [{"start": span.start, "end": span.end} for span in self.evidence],
            "fingerprint": self.fingerprint,
            "choices": list(self.alternatives),
            "fix": self.fix,
            "suppression": (
                {"kind": self.suppression.kind, "justification": self.suppression.justification}
                if self.suppression
                else None
            ),
            "baseline_state": self.baseline_state,
        }


_RECORD_NUMBER = expression(r"(?::\d+|\[\d+\]|: (?:item|message) \d+)$")
"""What the name of a record adds to its file's."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was checked.

    Attributes:
        path: As the user named it.
        text: The decoded file, which lines and columns point into.
        diagnostics: All findings in order of place, suppressed ones included.
        words: Words of the article.
        measures: The values of the measures that budgets are set on.
        fail_on: The level from which its findings fail the run, where its own settings name one.
        row: The line of the file on which its record begins; 0 where the file is the article.
    """

    path: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0
    measures: Mapping[str, float] = field(default_factory=dict)
    fail_on: Level | None = None
    row: int = 0

    @property
    def container(self) -> str:
        """The file that a record stands in; the path itself where the file is the article."""
        return _RECORD_NUMBER.sub("", self.path) if self.row else self.path


@dataclass(frozen=True, slots=True)
class MissedBudget:
    """A limit that a file, or all files together, do not keep.

    Attributes:
        path: The file, empty for all together.
        name: The setting, such as ``max-loaded-per-1000``.
        limit: What was allowed.
        value: What was measured.
    """

    path: str
    name: str
    limit: float
    value: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run over files.

    Attributes:
        files: In order of their paths.
        rules: The rules that were on, in order of their codes.
        fail_on: The level from which findings fail the run, where a file's own settings name none.
        missed: Budgets that were not kept.
        version: The tool's version.
        failures: Files that could not be read.
        stale: How many findings a baseline knows of the files that were not found again, by the baseline's path.
    """

    files: tuple[CheckedFile, ...]
    rules: tuple[RuleCard, ...]
    fail_on: Level = "warning"
    missed: tuple[MissedBudget, ...] = ()
    version: str = ""
    failures: tuple[InputError, ...] = ()
    stale: Mapping[str, int] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """2 where something could not be read, 1 where the run fails, else 0."""
        return 2 if self.failures else int(self.failed)

    @property
    def failed(self) -> bool:
        """Whether a finding at or above the gate's level, or a missed budget, fails the run."""
        return bool(self.missed) or any(
            self.failing(file, finding) for file in self.files for finding in file.diagnostics
        )

    def failing(self, file: CheckedFile, finding: Diagnostic) -> bool:
        """Return whether a finding of a file fails the run."""
        hidden = finding.suppression is not None or finding.baseline_state == "absent"
        return not hidden and LEVELS.index(finding.level) >= LEVELS.index(file.fail_on or self.fail_on)
