"""Rules over many files: folders' averages, and what a change does to a measure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from framing.checking.changes import content_at_base
from framing.checking.findings import fingerprint
from framing.checking.requested import RequestedSettings, config_for, settings_at
from framing.checking.settings import CheckSettings, settings_for
from framing.checking.view import CorpusView
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic
from framing.errors import InputError
from framing.pipeline import analyze_document
from framing.reading import documents_of_bytes

__all__ = ["with_corpus_findings"]


def with_corpus_findings(files: Sequence[CheckedFile], requested: RequestedSettings) -> list[CheckedFile]:
    """Return the files with the findings of rules over many files; each is shown at the file that contributes most.

    Rules are those of the settings of the working directory, and so are folders' budgets; those that the settings of a
    folder give are held for its files.

    Raises:
        ConfigError: If the settings are wrong, or there is no such commit.
    """
    config = config_for(requested, "-")
    settings = settings_for(config, "")
    findings: dict[str, list[Diagnostic]] = {}
    if settings.corpus_rules and files:
        before = (
            list(_before(files, config.diff_base, requested))
            if any(r.setting == "diff-base" for r in settings.corpus_rules)
            else []
        )
        findings = _found(files, before, settings)
    for below, inside in _with_own_folders(files, config, requested):
        budgets = tuple(rule for rule in below.corpus_rules if rule.setting == "folders")
        for path, further in _found(inside, (), replace(below, corpus_rules=budgets)).items():
            findings.setdefault(path, []).extend(further)
    return [
        replace(file, diagnostics=(*findings.get(file.path, ()), *file.diagnostics)) if file.path in findings else file
        for file in files
    ]


def _with_own_folders(
    files: Sequence[CheckedFile], config: Config, requested: RequestedSettings
) -> Iterator[tuple[CheckSettings, Sequence[CheckedFile]]]:
    """Yield the settings below the working directory's that give folders budgets themselves, with their files."""
    inside: dict[str, list[CheckedFile]] = {}
    for file in files:
        giver = config_for(requested, file.container).origins.get("folders", "")
        if giver and giver != config.origins.get("folders"):
            inside.setdefault(giver, []).append(file)
    for theirs in inside.values():
        yield settings_at(requested, theirs[0].container), theirs


def _found(
    files: Sequence[CheckedFile], before: Sequence[CheckedFile], settings: CheckSettings
) -> dict[str, list[Diagnostic]]:
    rows: dict[str, list[Diagnostic]] = {}
    for rule in settings.corpus_rules:
        code = rule.card.code
        chosen = {**rule.card.options, **settings.options.get(code, {})}
        for finding in rule.find(CorpusView(files, before, settings.folders, chosen)):
            rows.setdefault(finding.path, []).append(
                Diagnostic(
                    code=code,
                    rule=rule.card.name,
                    level=settings.levels.get(code, rule.card.level),
                    message=finding.message,
                    start=0,
                    end=0,
                    path=finding.path,
                    confidence=finding.confidence,
                    reason=finding.reason,
                    text=finding.text,
                    # The file that contributes most may change while the finding stays the same.
                    fingerprint=fingerprint("", code, finding.text, 0),
                )
            )
    return rows


def _before(files: Sequence[CheckedFile], base: str, requested: RequestedSettings) -> Iterator[CheckedFile]:
    """Yield the files as they were, with their measures."""
    for file in files:
        path = Path(file.path)
        content = content_at_base(base, path) if path.is_file() else None
        if content is None:
            continue
        settings = settings_at(requested, file.path)
        try:
            documents = list(documents_of_bytes(content, file.path, form=requested.form))
        except InputError:
            continue  # what could not be read then cannot be compared with
        if len(documents) == 1:
            config = config_for(requested, file.path)
            report = analyze_document(documents[0], config.lexicons, settings.stages, encoder=config.encoder)
            measures = {name: measure.value for name, measure in report.measures.items() if measure.value is not None}
            yield CheckedFile(file.path, "", (), sum(report.analysis.article.tokens.words), measures)
