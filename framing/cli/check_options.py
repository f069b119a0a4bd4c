"""The options of ``framing check``, and what they ask the gate."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from framing.checking.gate import GateRequest, RequestedSettings
from framing.cli.input_options import form_of, form_options
from framing.cli.options import ENCODER, with_options
from framing.diagnostic import LEVELS
from framing.on_disk import is_waiting

__all__ = ["check_options", "request_of", "settings_of", "settings_options"]


class _Names(click.File):
    """A file of names, which click opens: opening a named pipe would wait for whoever writes to it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 -- as click has it
        """Return the open file, or fail as the option does."""
        if isinstance(value, str) and value != "-" and is_waiting(Path(value)):
            self.fail(f"'{value}' is a pipe or a device; give the names as standard input (-)", param, ctx)
        return super().convert(value, param, ctx)


_BASELINE = click.option(
    "--baseline", type=click.Path(path_type=Path), help="Findings that are known; see framing baseline."
)
_GATE = (
    click.option("--fail-on", type=click.Choice(LEVELS), help="Least level that fails the run (default: warning)."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found."),
    click.option("--allow-empty", is_flag=True, help="No files to check is no error."),
    _BASELINE,
    click.option("--diff-base", metavar="REF", help="Only lines changed since the merge base with REF."),
)
_SELECTION = (
    click.option("--select", multiple=True, metavar="CODE", help="Only these rules: codes, beginnings, names, ALL."),
    click.option("--extend-select", multiple=True, metavar="CODE", help="These rules as well."),
    click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules."),
    click.option("--kind", type=click.Choice(["news", "opinion", "press-release"]), help="What the content is."),
    click.option("--config", "given", multiple=True, metavar="KEY=VALUE", help="A setting; may be repeated."),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
    ENCODER,
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
        type=_Names("r", encoding="utf-8", errors="surrogateescape"),
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


check_options = with_options(*_SELECTION, *_GATE, *_FIX, *_FILES, *_SPEED, form_options)
"""Adds the options that say what is checked, by which settings, and what is done with the findings."""
settings_options = with_options(*_SELECTION, _BASELINE)
"""Adds the options that ``settings_of`` reads, for a command that has no gate."""


def settings_of(options: Mapping[str, Any]) -> RequestedSettings:
    """Return what the options set over the settings files."""
    return RequestedSettings(
        given=options["given"],
        isolated=options["isolated"],
        encoder=options["encoder"],
        select=options["select"],
        extend_select=options["extend_select"],
        ignore=options["ignore"],
        kind=options["kind"] or "",
        baseline=str(options["baseline"].absolute()) if options["baseline"] else "",
    )


def request_of(paths: Sequence[str], options: Mapping[str, Any]) -> GateRequest:
    """Return what the arguments and options ask."""
    settings = replace(
        settings_of(options),
        diff_base=options["diff_base"] or "",
        fail_on=options["fail_on"] or "",
        form=form_of(dict(options)),
    )
    return GateRequest(
        paths=_paths(paths, options["files_from"]),
        settings=settings,
        include=options["include"],
        exclude=options["exclude"],
        force_exclude=options["force_exclude"],
        allow_empty=options["allow_empty"],
        jobs=options["jobs"],
        cache=None if options["no_cache"] else options["cache_dir"] or Path(".framing_cache"),
        stdin=sys.stdin.buffer,
        stdin_name=options["stdin_filename"],
    )


def _paths(paths: Sequence[str], names: Iterable[str] | None) -> Sequence[str]:
    """Return the paths of the command line and of the file of names; without either, the working directory."""
    wanted = [path for path in (*paths, *(line.rstrip("\r\n") for line in names or ())) if path]
    return wanted if wanted or names is not None else (".",)
