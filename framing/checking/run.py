"""Files are read, analysed as far as their rules need, and checked; in several processes, with a cache."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from framing.article import Document
from framing.checking.baseline import baseline_place, known_name
from framing.checking.budgets import near
from framing.checking.cache import Cache, Checked
from framing.checking.findings import declared_kind, fingerprint, kind_of, run_rules
from framing.checking.registry import rules
from framing.checking.requested import RequestedSettings, config_for, config_key
from framing.checking.run_cards import NOT_SCORED, UNKNOWN_KIND
from framing.checking.settings import CheckSettings, settings_for
from framing.checking.silencing import silenced, told
from framing.checking.suppressions import read_suppressions
from framing.checking.view import KINDS
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic, MissedBudget, RuleCard
from framing.errors import FramingError, InputError, NoArticleError
from framing.expressions import expression
from framing.pipeline import analyze_document
from framing.reading import documents, documents_of_bytes
from framing.reading.files import MOST_BYTES
from framing.reading.frontmatter import read_front_matter
from framing.reading.plain import clean_name
from framing.reading.records import OnError

__all__ = ["check_document", "check_files"]

_RECORD = expression(r":(?P<line>\d+)|\[\d+\]|: (?:item|message) \d+")
"""What the name of a record adds to its file's."""
_FEWEST_FOR_PROCESSES = 12
"""Files below which starting processes costs more than it brings."""


def check_document(document: Document, config: Config, path: str, *, known_as: str = "", row: int = 0) -> Checked:
    """Return a document's findings, with suppressions applied, and the budgets that it breaks.

    Args:
        document: What reading gave.
        config: The settings.
        path: How the findings name the file, and what overrides are matched with.
        known_as: The file in fingerprints, where that is another name.
        row: The line of the file on which the document's record begins; 0 where the file is the article.

    Raises:
        ConfigError: If the settings are wrong.
        ModelError: If a shipped model is missing or damaged.
    """
    settings = settings_for(config, path)
    kind = kind_of(document, settings.kind)
    settings = settings.of_kind(kind)
    wanted = settings.wanted(declared=bool(settings.kind or declared_kind(document)))
    report = analyze_document(document, config.lexicons, settings.stages, wanted=wanted, encoder=config.encoder)
    read_as = report.analysis.article.document
    text = read_as.text if read_as.origin is None else read_as.origin.source
    words = sum(report.analysis.article.tokens.words)
    if report.analysis.article.language not in {"en", "und"}:
        reason = report.notices[0].message if report.notices else "The text is not English."
        note = _about_run(settings, NOT_SCORED, reason, path)
        return Checked(CheckedFile(path, text, note, words, fail_on=settings.fail_on, row=row))
    findings = run_rules(
        report,
        settings.rules,
        kind=settings.kind,
        options=settings.options,
        levels=settings.levels,
        path=path,
        known_as=known_as,
    )
    read = read_suppressions(text)
    shown, used = silenced(findings, read.silences, text)
    active = [rule.card for rule in settings.active if kind in rule.card.kinds]
    further = told(read, used, text, path, rules(config.packs), active)
    further += _unknown_kind(settings, document, text, path)
    left_out = next((notice.message for notice in report.notices if notice.code == "comments_left_out"), "")
    further += _about_run(settings, NOT_SCORED, left_out, path) if left_out else ()
    measures = {name: measure.value for name, measure in report.measures.items() if measure.value is not None}
    told_too = (*shown, *_chosen(settings, further))
    file = CheckedFile(path, text, told_too, words, measures, settings.fail_on, row)
    return Checked(file, _missed(settings, measures, path))


def _unknown_kind(settings: CheckSettings, document: Document, text: str, path: str) -> tuple[Diagnostic, ...]:
    """Return a note on a ``kind`` that is none; ``type`` and ``genre``, its other names, are left to the site."""
    if settings.kind or document.media_type != "text/markdown":
        return ()
    given = read_front_matter(text).settings.get("kind", "").strip()
    if not given or given.lower() in KINDS:
        return ()
    reason = (
        f"'kind: {given}' is none of {', '.join(KINDS)}{near(given.lower(), KINDS) or '.'} The text is checked as news."
    )
    return _about_run(settings, UNKNOWN_KIND, reason, path)


def _about_run(settings: CheckSettings, card: RuleCard, message: str, path: str) -> tuple[Diagnostic, ...]:
    mark = fingerprint(path, card.code, message, 0)
    finding = Diagnostic(card.code, card.name, card.level, message, 0, 0, path, fingerprint=mark)
    return _chosen(settings, [finding])


def _chosen(settings: CheckSettings, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings about the run whose rules are on, at the levels of the settings."""
    on = {rule.card.code for rule in settings.active}
    return tuple(
        replace(finding, level=settings.levels.get(finding.code, finding.level))
        for finding in findings
        if finding.code in on
    )


def _missed(settings: CheckSettings, measures: dict[str, float], path: str) -> tuple[MissedBudget, ...]:
    return tuple(
        MissedBudget(path, budget.name, budget.limit, measures[budget.measure])
        for budget in settings.budgets
        if budget.missed(measures.get(budget.measure))
    )


def check_files(
    paths: Sequence[str],
    requested: RequestedSettings,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    stdin: BinaryIO | None = None,
    stdin_name: str = "-",
) -> Iterator[Checked | InputError]:
    """Yield each file's findings, or an error in their place; in the order of the paths, however many processes work.

    Args:
        paths: Files, or ``-`` for standard input.
        requested: What the command line says over the settings files.
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
        yield from _checked(
            partial(documents_of_bytes, content, stdin_name, form=requested.form), stdin_name, requested
        )
    work = partial(_check_file, requested=requested, cache=cache or Cache(None))
    count = (os.cpu_count() or 1) if jobs == 0 else jobs
    if count <= 1 or len(files) < _FEWEST_FOR_PROCESSES:
        for path in files:
            yield from work(path)
        return
    with ProcessPoolExecutor(count, initializer=_prepare_worker) as pool:
        try:
            for results in pool.map(work, files, chunksize=max(1, min(16, len(files) // (4 * count)))):
                yield from results
        except BrokenProcessPool as error:
            raise FramingError(
                "check: a process of the run was ended from outside; --jobs 1 needs less memory"
            ) from error


class _Read(Protocol):
    """An input that is still to be read."""

    def __call__(self, *, on_error: OnError) -> Iterator[Document]: ...


def _prepare_worker() -> None:
    # Ctrl-C reaches all processes; the parent ends the run, quietly, and the others with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A process a core: threads beside would take each other's.
    os.environ["OMP_NUM_THREADS"] = "1"


def _checked(read: _Read, path: str, requested: RequestedSettings) -> Iterator[Checked | InputError]:
    """Yield the findings of a file's article or records; a record's name is the file's with the record's number.

    A record that cannot be read costs only itself: its error stands in its place.
    """
    faults: list[InputError] = []
    config = config_for(requested, path)
    shown = clean_name(path)
    known = known_name(path, baseline_place(config, config_for(requested, "-")))
    try:
        for document in read(on_error=faults.append):
            yield from faults
            faults.clear()
            record = _RECORD.fullmatch(document.name, len(shown)) if document.name.startswith(shown) else None
            if record is None:
                yield check_document(document, config, path, known_as=known)
                continue
            mark = next(filter(None, map(document.metadata.get, ("id", "url"))), document.title) or record[0]
            row = int(record["line"] or 1)
            yield check_document(document, config, path + record[0], known_as=f"{known}\0{mark}", row=row)
    except NoArticleError as error:
        # A page of a site's machinery, such as an ``_index.md``: said, and no reason to stop.
        note = _about_run(settings_for(config, path), NOT_SCORED, f"Not checked: it {error.what}.", path)
        yield Checked(CheckedFile(path, "", note))
    except InputError as error:
        faults.append(error)
    yield from faults


def _check_file(path: str, requested: RequestedSettings, cache: Cache) -> list[Checked | InputError]:
    named = partial(documents, path, form=requested.form)
    if path.lower().endswith(".gz"):
        return list(_checked(named, path, requested))
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            return list(_checked(named, path, requested))
        content = Path(path).read_bytes()
    except OSError as error:
        return [InputError(path, f"cannot be read ({error.strerror})")]
    key = cache.key(content, path, config_key(requested, path))
    known = cache.get(key)
    if known is not None:
        return list(known)
    results = list(_checked(partial(documents_of_bytes, content, path, form=requested.form), path, requested))
    kept = [result for result in results if isinstance(result, Checked)]
    if len(kept) == len(results):
        cache.put(key, kept)
    return results
