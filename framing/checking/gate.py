"""The gate: files found, checked by the rules, held against a baseline and a commit; what fails, and what is new.

:func:`gate` is all of it. A command that writes between the steps takes them one by one: :func:`chosen`,
:func:`checked`, :func:`judged`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from framing.checking.baseline import against_baselines
from framing.checking.cache import Checked, cache_in
from framing.checking.changes import changed_lines, forget_commits, on_changed_lines
from framing.checking.corpus import with_corpus_findings
from framing.checking.files import find_files
from framing.checking.requested import RequestedSettings, config_for, forget_settings, settings_at
from framing.checking.run import check_files
from framing.diagnostic import CheckedFile, MissedBudget, Outcome, RuleCard
from framing.errors import InputError
from framing.on_disk import is_file
from framing.version import __version__

__all__ = ["Choice", "GateRequest", "RequestedSettings", "Results", "checked", "chosen", "gate", "judged"]


@dataclass(frozen=True, slots=True)
class GateRequest:
    """What a gate is asked.

    Attributes:
        paths: Files and folders; ``-`` is standard input.
        settings: What counts over the settings files.
        include: Globs of the files of folders that are read, instead of the settings'.
        exclude: Globs of files and folders that are left out, instead of the settings'.
        force_exclude: Whether a file that is named is left out as well.
        allow_empty: Whether it is no error that there is no file to check.
        jobs: Processes; 0 for one a core.
        cache: The folder in which findings are kept from run to run; ``None`` keeps none.
        stdin: Standard input's bytes.
        stdin_name: The file that standard input stands for: its name in findings, its kind and its settings.
    """

    paths: Sequence[str] = (".",)
    settings: RequestedSettings = field(default_factory=RequestedSettings)
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    force_exclude: bool = True
    allow_empty: bool = False
    jobs: int = 1
    cache: Path | None = None
    stdin: BinaryIO | None = None
    stdin_name: str = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """The files that a request is about.

    Attributes:
        files: Their names; ``-`` for standard input.
        changes: Their changed lines by file, ``None`` where the request compares with no commit.
    """

    files: tuple[str, ...]
    changes: Mapping[str, frozenset[int]] | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """What checking gave.

    Attributes:
        files: The files with all their findings.
        missed: Budgets that were not kept.
        failures: Files that could not be read.
    """

    files: tuple[CheckedFile, ...]
    missed: tuple[MissedBudget, ...]
    failures: tuple[InputError, ...]


def gate(request: GateRequest) -> Outcome:
    """Return what the rules find in the content asked for, and whether it passes: ``failed``, ``exit_code``.

    Raises:
        InputError: If a path does not exist, or there is nothing to check.
        ConfigError: If the settings are wrong, or there is no such commit or baseline.
    """
    forget_settings()
    forget_commits()
    choice = chosen(request)
    return judged(request, choice, checked(request, choice))


def chosen(request: GateRequest) -> Choice:
    """Return the files that a request is about: found, not excluded, and changed where a commit is named.

    Raises:
        InputError: If a path does not exist, or there is nothing to check.
        ConfigError: If the settings are wrong, or there is no such commit.
    """
    base = config_for(request.settings, "-").diff_base
    files = tuple(_found(request))
    if not base:
        return Choice(files)
    changes = changed_lines(base, [file for file in files if file != "-"])
    return Choice(tuple(file for file in files if file == "-" or file in changes), changes)


def checked(request: GateRequest, choice: Choice) -> Results:
    """Return the findings of the files, each by itself.

    Raises:
        ConfigError: If the settings of a file are wrong.
    """
    every = list(
        check_files(
            choice.files,
            request.settings,
            jobs=request.jobs,
            cache=cache_in(request.cache),
            stdin=request.stdin,
            stdin_name=request.stdin_name,
        )
    )
    read = [result for result in every if isinstance(result, Checked)]
    return Results(
        files=tuple(result.file for result in read),
        missed=tuple(missed for result in read for missed in result.missed),
        failures=tuple(result for result in every if isinstance(result, InputError)),
    )


def judged(request: GateRequest, choice: Choice, results: Results) -> Outcome:
    """Return the outcome: with the rules over many files, without what the baseline knows and what has not changed.

    Raises:
        ConfigError: If a baseline that is named is not there, or is none.
    """
    files, stale = against_baselines(with_corpus_findings(results.files, request.settings), request.settings)
    if choice.changes is not None:
        files = on_changed_lines(files, choice.changes)
    return Outcome(
        files=tuple(files),
        rules=_cards(request.settings, files),
        fail_on=settings_at(request.settings, "-").fail_on or "warning",
        missed=results.missed,
        version=__version__,
        failures=results.failures,
        # Of files that are looked at in part, what was not found is not gone.
        stale=stale if choice.changes is None else {},
    )


def _found(request: GateRequest) -> list[str]:
    standard = ["-"] if "-" in request.paths else []
    files = standard + find_files(
        [path for path in request.paths if path != "-"],
        include=request.include,
        exclude=request.exclude,
        force_exclude=request.force_exclude,
        settings=partial(config_for, request.settings),
    )
    # A hook names files that the settings may exclude: leaving them out is what was asked for.
    if not files and not request.allow_empty and not any(is_file(Path(path)) for path in request.paths):
        raise InputError("check", "found no files to check; --allow-empty makes that no error")
    return files


def _cards(requested: RequestedSettings, files: Sequence[CheckedFile]) -> tuple[RuleCard, ...]:
    """Return the cards of the rules that are on for one of the files, or for the working directory."""
    paths = [*(file.path for file in files), "-"]
    active = {rule.card.code: rule.card for path in paths for rule in settings_at(requested, path).active}
    return tuple(card for _, card in sorted(active.items()))
