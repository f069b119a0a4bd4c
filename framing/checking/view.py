"""What a rule sees, and what it finds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from framing.diagnostic import CheckedFile, RuleCard
from framing.report import Report
from framing.spans import Span

__all__ = ["KINDS", "CorpusFound", "CorpusRule", "CorpusView", "Found", "Rule", "RunRule", "View"]

KINDS = ("news", "opinion", "press-release")
"""Kinds of content; what is fair in a column is not fair in a report."""


class Found(NamedTuple):
    """A place where a rule holds.

    Attributes:
        start: Offset into the report's text.
        end: Offset after the last character; equal to ``start`` for a statement about the whole text.
        message: One line.
        confidence: 0 to 1.
        text: The words, or what identifies a finding about the whole text.
        reason: Why, for people.
        alternatives: What could stand instead, in the number, tense and case of the words.
        references: Keys of ``references.bib``.
        evidence: Further places.
        fix: What can always stand instead of the words, empty where nothing can.
        minor: Whether it is a note, whatever the rule's own level.
    """

    start: int
    end: int
    message: str
    confidence: float
    text: str
    reason: str = ""
    alternatives: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    fix: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What a rule sees.

    Attributes:
        report: The report; stages that no rule of the run needs are empty.
        kind: What kind of content it is.
        options: The rule's options, defaults filled in.
        declared: Whether the settings or the text say what kind it is.
    """

    report: Report
    kind: str
    options: Mapping[str, Any]
    declared: bool = False

    def figure(self, name: str) -> float | None:
        """Return a measure's value, ``None`` where it is not defined."""
        measure = self.report.measures.get(name)
        return None if measure is None else measure.value

    @property
    def words(self) -> int:
        """Words of the article."""
        return sum(self.report.analysis.article.tokens.words)

    def whole(self, message: str, text: str, confidence: float, **rest: Any) -> Found:  # noqa: ANN401 -- Found's fields
        """Return a finding about the whole text; it is shown at the headline, or where the text begins."""
        blocks = self.report.analysis.article.blocks
        place = next((block.start for block in blocks if block.kind == "headline"), blocks[0].start if blocks else 0)
        return Found(place, place, message, confidence, text, **rest)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its card, the stages it needs, and how it finds.

    Attributes:
        card: What there is to know about it.
        needs: Names of ``framing.pipeline.STAGES`` and ``PARTIAL_STAGES`` beyond the words; a run leaves out what none
            of its rules needs.
        find: Yields what it finds, in text order.
        terms: For a rule that finds loaded terms in own voice and nothing else, their categories; else empty.
        least_own: For a rule that finds slanted sentences, from its option ``least-probability`` on and where the genre
            model takes the text for reporting or its kind is declared: the share of each in own voice at least.
    """

    card: RuleCard
    needs: frozenset[str]
    find: Callable[[View], Iterator[Found]]
    terms: frozenset[str] = frozenset()
    least_own: float = 0.0


@dataclass(frozen=True, slots=True)
class RunRule:
    """A rule whose findings the run itself makes, such as a suppression that silences nothing.

    Attributes:
        card: What there is to know about it.
        needs: No stages: the run knows without them.
    """

    card: RuleCard
    needs: frozenset[str] = frozenset()


class CorpusFound(NamedTuple):
    """What a rule finds over many files; it is shown at the beginning of the file that contributes most.

    Attributes:
        path: That file.
        message: One line.
        text: What identifies the finding: a folder and a measure.
        confidence: 0 to 1.
        reason: Why, for people.
    """

    path: str
    message: str
    text: str
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorpusView:
    """What a rule over many files sees.

    Attributes:
        files: The checked files, with the measures of each.
        before: The same files at the merge base, those that were there; empty without ``--diff-base``.
        folders: Budgets by folder, from the settings.
        options: The rule's options, defaults filled in.
    """

    files: Sequence[CheckedFile]
    before: Sequence[CheckedFile]
    folders: Mapping[str, Mapping[str, float]]
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CorpusRule:
    """A rule over many files.

    Attributes:
        card: What there is to know about it.
        needs: The stages of analysis for its measures.
        setting: The setting without which it has nothing to do; its stages are left out then.
        find: Yields what it finds.
    """

    card: RuleCard
    needs: frozenset[str]
    setting: str
    find: Callable[[CorpusView], Iterator[CorpusFound]]
