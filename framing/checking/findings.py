"""Rules over a report, or over many, and where their findings stand in the file."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from framing.article import Document
from framing.checking.view import KINDS, CorpusRule, Found, Rule, RunRule, View
from framing.diagnostic import Diagnostic, Level
from framing.given import given_span
from framing.reading.offsets import file_span
from framing.report import Report

__all__ = ["declared_kind", "fingerprint", "kind_of", "run_rules"]

_KIND_KEY = "kind"
"""Key of the front matter that says what kind of content it is."""


def kind_of(document: Document, default: str = "") -> str:
    """Return the kind of content: what the settings say of its path, else the front matter, else ``news``.

    A kind is declared and never guessed: a gate that a slanted report leaves by reading like a column is none.
    """
    return default or declared_kind(document) or "news"


def declared_kind(document: Document) -> str:
    """Return the kind of content that a text says it is; empty where it says none."""
    given = document.metadata.get(_KIND_KEY, "").strip().lower()
    return given if given in KINDS else ""


def run_rules(
    report: Report,
    rules: Iterable[Rule | CorpusRule | RunRule],
    *,
    kind: str = "",
    options: Mapping[str, Mapping[str, Any]] | None = None,
    levels: Mapping[str, Level] | None = None,
    path: str = "",
    known_as: str = "",
) -> list[Diagnostic]:
    """Return what the rules find, in text order.

    Args:
        report: The report, with the stages that the rules need.
        rules: The rules that are on; those over many reports or about the run find nothing here.
        kind: The kind of content where it is known.
        options: Options by code, over the rules' defaults; ``confidence`` is one of every rule.
        levels: Levels by code, over the rules' own.
        path: The file as the user named it.
        known_as: The file in fingerprints, where that is another name.
    """
    document = report.analysis.article.document
    content = kind_of(document, kind)
    findings: list[tuple[Rule, Found]] = []
    for rule in rules:
        if not isinstance(rule, Rule) or content not in rule.card.kinds:
            continue
        chosen = (options or {}).get(rule.card.code, {})
        least = float(chosen.get("confidence", rule.card.confidence))
        view = View(report, content, {**rule.card.options, **chosen}, bool(kind or declared_kind(document)))
        findings += [(rule, finding) for finding in rule.find(view) if finding.confidence >= least]
    findings.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0].card.code))
    return _placed(report, findings, levels or {}, path, known_as or path)


def _placed(
    report: Report, findings: Sequence[tuple[Rule, Found]], levels: Mapping[str, Level], path: str, known_as: str
) -> list[Diagnostic]:
    document = report.analysis.article.document
    seen: Counter[tuple[str, str]] = Counter()
    placed = []
    for rule, finding in findings:
        first, last = file_span(document, finding.start, max(finding.end, finding.start))
        start, end = given_span(document, (finding.start, finding.end))
        key = (rule.card.code, " ".join(finding.text.lower().split()))
        placed.append(
            Diagnostic(
                code=rule.card.code,
                rule=rule.card.name,
                level=levels.get(rule.card.code) or ("note" if finding.minor else rule.card.level),
                message=_with_place(finding, document, first.line),
                start=start,
                end=end,
                path=path,
                line=first.line,
                column=first.column,
                end_line=last.line,
                end_column=last.column,
                confidence=finding.confidence,
                reason=finding.reason,
                alternatives=finding.alternatives,
                references=finding.references,
                evidence=tuple(given_span(document, span) for span in finding.evidence),
                text=finding.text,
                fingerprint=fingerprint(known_as, *key, seen[key]),
                fix=finding.fix,
            )
        )
        seen[key] += 1
    return placed


def _with_place(finding: Found, document: Document, line: int) -> str:
    """Return a message with the paragraph or page of its words, where lines are none of the file's."""
    if finding.end <= finding.start or not document.lines:
        return finding.message
    # A title of the document's properties stands below its text.
    name = document.lines[line - 1] if line <= len(document.lines) else "title"
    return f"{finding.message.removesuffix('.')} ({name})."


def fingerprint(path: str, code: str, text: str, number: int) -> str:
    """Return a hash that stays when a finding's line changes: of path, rule, words and its number among equal ones."""
    return hashlib.sha256("\0".join((path, code, text, str(number))).encode("utf-8", "surrogatepass")).hexdigest()[:32]
