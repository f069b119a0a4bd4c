"""Rules over many files: folders' averages, and what a change does to a measure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from framing.checking.changes import content_at_base
from framing.checking.findings import fingerprint
from framing.checking.requested import RequestedSettings, config_for, settings_at
from framing.checking.settings import CheckSettings, settings_for
from framing.checking.view import CorpusView
from framing.diagnostic import CheckedFile, Diagnostic
from framing.errors import InputError
from framing.pipeline import analyze_document
from framing.reading import documents_of_bytes

__all__ = ["with_corpus_findings"]


def with_corpus_findings(files: Sequence[CheckedFile], requested: RequestedSettings) -> list[CheckedFile]:
    """Return the files with the findings of rules over many files; each is shown at the file that contributes most.

    Folders' budgets and rules are those of the settings of the working directory.

    Raises:
        ConfigError: If the settings are wrong, or there is no such commit.
    """
    config = config_for(requested, "-")
    settings = settings_for(config, "")
    if not settings.corpus_rules or not files:
        return list(files)
    before = (
        list(_before(files, config.diff_base, requested))
        if any(r.setting == "diff-base" for r in settings.corpus_rules)
        else []
    )
    findings = _found(files, before, settings)
    return [
        replace(file, diagnostics=(*findings.get(file.path, ()), *file.diagnostics)) if file.path in findings else file
        for file in files
    ]


def _found(
    files: Sequence[CheckedFile], before: Sequence[CheckedFile], settings: CheckSettings
) -> Mapping[str, Sequence[Diagnostic]]:
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
            report = analyze_document(
                documents[0], config.lexicons, settings.stages, wanted=settings.wanted, encoder=config.encoder
            )
            measures = {name: measure.value for name, measure in report.measures.items() if measure.value is not None}
            yield CheckedFile(file.path, "", (), sum(report.analysis.article.tokens.words), measures)
