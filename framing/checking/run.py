"""A run over files: each read, analysed as far as its rules need, checked; in processes, with a cache."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import BinaryIO

from framing.article import Document
from framing.checking.cache import Cache, Checked
from framing.checking.findings import run_rules
from framing.checking.options import Options, config_for, config_key
from framing.checking.settings import CheckSettings, settings_for
from framing.checking.suppressions import UNUSED, apply, read_suppressions
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic, MissedBudget, RuleCard
from framing.errors import InputError
from framing.pipeline import analyze_document
from framing.reading import documents, documents_of_bytes
from framing.reading.files import MOST_BYTES

__all__ = ["FURTHER_CARDS", "NOT_SCORED", "check_document", "check_files"]

NOT_SCORED = RuleCard(
    code="X902",
    name="not-scored",
    summary="A text that cannot be checked.",
    what="Says that a text was not scored, and why: another language, no sentences.",
    why="Silence would look like a clean file.",
    evidence="The tool's own limits: only English is scored.",
    known_problems="Lists of names can be taken for another language.",
    example="A German article is found.",
    level="note",
)
FURTHER_CARDS = (UNUSED, NOT_SCORED)
"""Cards of findings that are about the run, not about the words."""
_FEWEST_FOR_PROCESSES = 12
"""Files below which starting processes costs more than it brings."""


def check_document(document: Document, config: Config, path: str) -> Checked:
    """Return a document's findings, suppressions applied, and the budgets that it does not keep.

    Args:
        document: What reading gave.
        config: The settings.
        path: How the findings name the file, and what overrides are matched with.

    Raises:
        ConfigError: If the settings are wrong.
        ModelError: If a shipped model is missing or damaged.
    """
    settings = settings_for(config, path)
    report = analyze_document(document, config.lexicons, settings.stages)
    text = document.text if document.origin is None else document.origin.source
    words = sum(report.analysis.article.tokens.words)
    if report.analysis.article.language not in {"en", "und"}:
        reason = report.notices[0].message if report.notices else "The text is not English."
        note = Diagnostic(NOT_SCORED.code, NOT_SCORED.name, NOT_SCORED.level, reason, 0, 0, path)
        return Checked(CheckedFile(path, text, (note,), words))
    found = run_rules(
        report, settings.rules, kind=settings.kind, options=settings.options, levels=settings.levels, path=path
    )
    shown, unused = apply(found, read_suppressions(text), text, path)
    measures = {name: measure.value for name, measure in report.measures.items() if measure.value is not None}
    file = CheckedFile(path, text, (*shown, *unused), words, measures)
    return Checked(file, _missed(settings, measures, path))


def _missed(settings: CheckSettings, measures: dict[str, float], path: str) -> tuple[MissedBudget, ...]:
    return tuple(
        MissedBudget(path, budget.name, budget.limit, measures[budget.measure])
        for budget in settings.budgets
        if budget.missed(measures.get(budget.measure))
    )


def check_files(
    paths: Sequence[str],
    options: Options,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    stdin: BinaryIO | None = None,
    stdin_name: str = "-",
) -> Iterator[Checked | InputError]:
    """Yield each file's findings in the order of the paths, for any number of processes; errors stand in its place.

    Args:
        paths: Files, or ``-`` for standard input.
        options: What the command line says over the settings files.
        jobs: Processes; 0 for one a core.
        cache: Where findings are kept.
        stdin: Standard input's bytes.
        stdin_name: The file that standard input stands for: its name in findings, its kind and its settings.

    Raises:
        ConfigError: If the settings of a file are wrong.
    """
    files = [path for path in paths if path != "-"]
    if "-" in paths:
        content = stdin.read(MOST_BYTES + 1) if stdin is not None else b""
        yield from _checked(documents_of_bytes(content, stdin_name), stdin_name, config_for(options, stdin_name))
    work = partial(_check_file, options=options, cache=cache or Cache(None))
    count = (os.cpu_count() or 1) if jobs == 0 else jobs
    if count <= 1 or len(files) < _FEWEST_FOR_PROCESSES:
        for path in files:
            yield from work(path)
        return
    with ProcessPoolExecutor(count, initializer=_ignore_interrupts) as pool:
        for found in pool.map(work, files, chunksize=max(1, min(16, len(files) // (4 * count)))):
            yield from found


def _ignore_interrupts() -> None:
    # Ctrl-C reaches all processes; the parent ends the run, quietly, and the others with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _checked(found: Iterator[Document], path: str, config: Config) -> Iterator[Checked | InputError]:
    """Records of one file have its name and their number."""
    try:
        for document in found:
            yield check_document(document, config, document.name if document.name.startswith(f"{path}:") else path)
    except InputError as error:
        yield error


def _check_file(path: str, options: Options, cache: Cache) -> list[Checked | InputError]:
    config = config_for(options, path)
    if path.lower().endswith(".gz"):
        return list(_checked(documents(path), path, config))
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            return list(_checked(documents(path), path, config))
        content = Path(path).read_bytes()
    except OSError as error:
        return [InputError(path, f"cannot be read ({error.strerror})")]
    key = cache.key(content, path, config_key(options, path))
    known = cache.get(key)
    if known is not None:
        return list(known)
    found = list(_checked(documents_of_bytes(content, path), path, config))
    kept = [one for one in found if isinstance(one, Checked)]
    if len(kept) == len(found):
        cache.put(key, kept)
    return found
