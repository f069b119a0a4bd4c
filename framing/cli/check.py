"""``framing check``: the gate."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from framing.checking.baseline import apply_baseline, baseline_place, read_baseline, stale
from framing.checking.cache import Cache, Checked, cache_in
from framing.checking.changes import changed_lines
from framing.checking.corpus import with_corpus_findings
from framing.checking.files import find_files
from framing.checking.options import Options, config_for
from framing.checking.run import check_files
from framing.checking.settings import settings_for
from framing.cli.check_fix import fix_files
from framing.cli.check_ignore import add_ignores
from framing.cli.check_output import output_options, write_names, write_outcome
from framing.cli.input_options import form_of, form_options
from framing.diagnostic import LEVELS, CheckedFile, Outcome, RuleCard
from framing.errors import FramingError, InputError
from framing.output.diagnostics.findings.records import file_of
from framing.output.safe_text import one_line
from framing.reading.form import Form
from framing.version import __version__

__all__ = ["command"]

_PATHS = click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]…")
_GATE = (
    click.option("--fail-on", type=click.Choice(LEVELS), help="Least level that fails the run (default: warning)."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found."),
    click.option("--allow-empty", is_flag=True, help="No files to check is no error."),
    click.option("--baseline", type=click.Path(path_type=Path), help="Findings that are known; see framing baseline."),
    click.option("--diff-base", metavar="REF", help="Only lines changed since the merge base with REF."),
)
_SELECTION = (
    click.option("--select", multiple=True, metavar="CODE", help="Only these rules: codes, beginnings, names, ALL."),
    click.option("--extend-select", multiple=True, metavar="CODE", help="These rules as well."),
    click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules."),
    click.option("--kind", type=click.Choice(["news", "opinion", "press-release"]), help="What the content is."),
    click.option("--config", "given", multiple=True, metavar="KEY=VALUE", help="A setting; may be repeated."),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
)
_FIX = (
    click.option("--diff", "show_fixes", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--fix", is_flag=True, help="Show, then change, words whose alternative is always right."),
    click.option("--add-ignore", metavar="REASON", help="Write a suppression with this reason for each finding."),
)
_FILES = (
    click.option("--include", multiple=True, metavar="GLOB", help="Files of folders to read."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Files and folders to leave out."),
    click.option("--force-exclude/--no-force-exclude", default=True, help="Leave out named files as well."),
    click.option(
        "--files-from",
        type=click.File("r", encoding="utf-8", errors="surrogateescape"),
        help="Names of files, one a line.",
    ),
    click.option("--stdin-filename", default="-", help="How findings name standard input."),
    click.option("--show-files", is_flag=True, help="Print the files that would be checked."),
)
_SPEED = (
    click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Processes; 0 is one a core."),
    click.option(
        "--cache-dir", type=click.Path(path_type=Path), envvar="FRAMING_CACHE_DIR", help="Folder of the cache."
    ),
    click.option("--no-cache", is_flag=True, envvar="FRAMING_NO_CACHE", help="Keep no findings."),
)


_Command = TypeVar("_Command", bound=Callable[..., Any])


def _options(command: _Command) -> _Command:
    for option in reversed((*_SELECTION, *_GATE, *_FIX, *_FILES, *_SPEED)):
        command = option(command)
    return form_options(command)


@click.command(name="check")
@_PATHS
@_options
@output_options
def command(paths: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- one value an option
    """Check content by rules, and exit 1 where it does not pass.

    Exit codes: 0 clean or below the gate, 1 findings at or above --fail-on or a missed budget, 2 usage, configuration,
    unreadable or missing input.

    \b
    framing check articles/
    framing check story.md --select W,S204 --output-format concise
    framing check . --diff-base main --output-format github
    """
    form = form_of(options)
    try:
        code = _run(paths, form=form, **options)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    raise SystemExit(code)


def _run(  # noqa: PLR0913 -- the command's options
    paths: Sequence[str],
    *,
    form: Form,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    kind: str | None,
    given: tuple[str, ...],
    isolated: bool,
    fail_on: str | None,
    exit_zero: bool,
    allow_empty: bool,
    baseline: Path | None,
    diff_base: str | None,
    show_fixes: bool,
    fix: bool,
    add_ignore: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    force_exclude: bool,
    files_from: TextIO | None,
    stdin_filename: str,
    show_files: bool,
    format_name: str | None,
    output_file: Path | None,
    statistics: bool,
    colour: str,
    jobs: int,
    cache_dir: Path | None,
    no_cache: bool,
) -> int:
    known_file = str(baseline.absolute()) if baseline else ""
    options = Options(
        given, isolated, select, extend_select, ignore, kind or "", diff_base or "", known_file, fail_on or "", form
    )
    config = config_for(options, "-")
    base = str(config.values.get("diff-base", ""))
    files = _files(paths, options, include, exclude, files_from, force_exclude=force_exclude, allow_empty=allow_empty)
    if show_files:
        write_names(files)
        return 0
    changes = changed_lines(base, [file for file in files if file != "-"]) if base else None
    if changes is not None:
        files = [file for file in files if file == "-" or file in changes]
    kept = cache_in(None if no_cache else (cache_dir or Path(".framing_cache")))
    checked, failures = _checked(files, options, jobs, kept, stdin_filename)
    if show_fixes or fix:
        changed = fix_files([one.file for one in checked], write=fix and not show_fixes)
        if show_fixes:
            return 2 if failures else int(bool(changed) and not exit_zero)
        checked, failures = _checked(files, options, jobs, kept, stdin_filename) if changed else (checked, failures)
    outcome = _outcome(checked, options, changes)
    if add_ignore is not None:
        failed = not add_ignores(outcome.files, add_ignore, options)
    else:
        write_outcome(outcome, format_name, output_file, statistics=statistics, colour=colour, lexicons=config.lexicons)
        failed = outcome.failed and not exit_zero
    for failure in failures:
        click.echo(f"framing: {failure}", err=True)
    return 2 if failures else int(failed)


def _files(
    paths: Sequence[str],
    options: Options,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    files_from: TextIO | None,
    *,
    force_exclude: bool,
    allow_empty: bool,
) -> list[str]:
    named = [line.rstrip("\r\n") for line in files_from] if files_from else []
    wanted = [path for path in (*paths, *named) if path]
    if not wanted and not files_from:
        wanted = ["."]
    standard = ["-"] if "-" in wanted else []
    found = standard + find_files(
        [path for path in wanted if path != "-"],
        include=include,
        exclude=exclude,
        force_exclude=force_exclude,
        settings=partial(config_for, options),
    )
    # A hook names files that the settings may exclude: leaving them out is what was asked for.
    if not found and not allow_empty and not any(Path(path).is_file() for path in wanted):
        raise InputError("check", "found no files to check; --allow-empty makes that no error")
    return found


def _checked(
    files: Sequence[str], options: Options, jobs: int, cache: Cache, name: str
) -> tuple[list[Checked], list[InputError]]:
    checked: list[Checked] = []
    failures: list[InputError] = []
    for found in check_files(files, options, jobs=jobs, cache=cache, stdin=sys.stdin.buffer, stdin_name=name):
        if isinstance(found, InputError):
            failures.append(found)
        else:
            checked.append(found)
    return checked, failures


def _outcome(checked: Sequence[Checked], options: Options, changes: Mapping[str, frozenset[int]] | None) -> Outcome:
    root = config_for(options, "-")
    files = _against_baselines(
        with_corpus_findings([one.file for one in checked], options), options, told=changes is None
    )
    if changes is not None:
        files = _changed(files, changes)
    active = {card.code: card for file in (*files, None) for card in _cards(options, file.path if file else "-")}
    return Outcome(
        files=tuple(files),
        rules=tuple(card for _, card in sorted(active.items())),
        fail_on=settings_for(root, "").fail_on or "warning",
        missed=tuple(row for one in checked for row in one.missed),
        version=__version__,
    )


def _against_baselines(files: Sequence[CheckedFile], options: Options, *, told: bool) -> list[CheckedFile]:
    """Return the files with what their baselines know of their findings; of a baseline's findings some may be gone."""
    root = config_for(options, "-")
    configs = [config_for(options, file.path) for file in files]
    places = [baseline_place(config, root) for config in configs]
    named = {
        place for place, config in zip(places, configs, strict=True) if "baseline" in {*config.values, *root.values}
    }
    # A baseline that nobody named counts where there is one; one that was named must be there.
    known = {at: read_baseline(at) if at in named or at.exists() else None for at in dict.fromkeys(places)}
    result = []
    for file, place in zip(files, places, strict=True):
        rows = known[place]
        found = file.diagnostics if rows is None else tuple(apply_baseline(file.diagnostics, rows))
        result.append(replace(file, diagnostics=found))
    for place, rows in known.items():
        own = [file for file, at in zip(files, places, strict=True) if at == place]
        gone = stale(own, map(file_of, own), rows, place) if rows and told else {}
        if gone:
            shown = one_line(os.path.relpath(place))
            click.echo(f"framing: {len(gone)} findings of {shown} are gone; framing baseline prune", err=True)
    return result


def _cards(options: Options, path: str) -> tuple[RuleCard, ...]:
    return tuple(rule.card for rule in settings_for(config_for(options, path), path).active)


def _changed(files: Sequence[CheckedFile], changes: Mapping[str, frozenset[int]]) -> list[CheckedFile]:
    """Return the files with the findings on changed lines; findings about the whole text stay.

    A record counts as changed where one of its lines is: they end where the next record begins. Standard input, which
    no commit knows, counts whole.
    """
    result = []
    for number, file in enumerate(files):
        lines = changes.get(file_of(file))
        if lines is None:
            result.append(file)
            continue
        following = files[number + 1] if number + 1 < len(files) else None
        if file.row:
            last = following.row - 1 if following and file_of(following) == file_of(file) else max(lines, default=0)
            kept = file.diagnostics if any(file.row <= line <= max(last, file.row) for line in lines) else ()
        else:
            kept = tuple(
                found
                for found in file.diagnostics
                if found.start == found.end or any(line in lines for line in range(found.line, found.end_line + 1))
            )
        result.append(replace(file, diagnostics=kept))
    return result
