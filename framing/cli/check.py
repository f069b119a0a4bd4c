"""``framing check``: the gate."""

import os
from typing import Any

import click

from framing.checking.gate import GateRequest, checked, chosen, judged
from framing.checking.requested import config_for
from framing.cli.check_fix import fix_files
from framing.cli.check_ignore import add_ignores
from framing.cli.check_options import check_options, request_of
from framing.cli.check_output import output_options, write_names, write_outcome
from framing.diagnostic import Outcome
from framing.errors import FramingError
from framing.output.console import without_commands
from framing.output.safe_text import one_line

__all__ = ["command"]


@click.command(name="check")
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]…")
@check_options
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
    try:
        code = _run(request_of(paths, options), options)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    raise SystemExit(code)


def _run(request: GateRequest, options: dict[str, Any]) -> int:
    """Check, change files where that is asked for, write the result, and return the exit code."""
    choice = chosen(request)
    if options["show_files"]:
        write_names(choice.files)
        return 0
    results = checked(request, choice)
    if options["show_fixes"] or options["fix"]:
        changed = fix_files(results.files, write=options["fix"] and not options["show_fixes"])
        if options["show_fixes"]:
            return 2 if results.failures else int(bool(changed) and not options["exit_zero"])
        results = checked(request, choice) if changed else results
    outcome = judged(request, choice, results)
    failed = _reported(outcome, request, options)
    for failure in outcome.failures:
        click.echo(f"framing: {failure}", err=True)
    return 2 if outcome.failures else int(failed)


def _reported(outcome: Outcome, request: GateRequest, options: dict[str, Any]) -> bool:
    """Write the findings, or suppressions of them, and return whether the run fails."""
    for place, count in outcome.stale.items():
        shown = without_commands(one_line(os.path.relpath(place)))
        click.echo(f"framing: {count} findings of {shown} are gone; framing baseline prune", err=True)
    if options["add_ignore"] is not None:
        return not add_ignores(outcome.files, options["add_ignore"], request.settings)
    write_outcome(
        outcome,
        options["format_name"],
        options["output_file"],
        statistics=options["statistics"],
        colour=options["colour"],
        config=config_for(request.settings, "-"),
    )
    return outcome.failed and not options["exit_zero"]
