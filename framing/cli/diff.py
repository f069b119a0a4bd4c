"""``framing diff``: what changed between two versions of an article."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from framing.article import Document
from framing.cli.options import ReportOptions, report_options
from framing.cli.output_options import terminal_width, write_output
from framing.comparing.revise import diff
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents, documents_of_bytes
from framing.reading.form import Form
from framing.report import Report
from framing.revision import CHANGES, Revision

__all__ = ["command"]

FORMATS = ("terminal", "json", "markdown", "html")
_KINDS = (*CHANGES, "any")


@click.command(name="diff")
@click.argument("inputs", nargs=-1, required=True, metavar="OLD NEW")
@click.option("--git", "revision", metavar="REV", help="Compare a file with its committed version: --git HEAD~1 PATH.")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(_KINDS),
    metavar="CHANGE",
    help=f"End with exit code 1 if there is such a change; may be repeated. One of {', '.join(_KINDS)}.",
)
@report_options(FORMATS, "the result")
def command(inputs: tuple[str, ...], revision: str | None, fail_on: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- values of options
    """Show what changed between two versions of an article.

    Sentences added, dropped, moved and reworded, who is credited with which words, loaded words, the headline.

    \b
    framing diff morning.txt evening.txt
    framing diff --git HEAD~1 content/ferry.md --fail-on credit_lost
    """
    try:
        chosen = ReportOptions.of(options)
        changed = diff(*_versions(inputs, revision, chosen))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    write_output(_rendered(changed, chosen), chosen.output)
    if changed.kinds if "any" in fail_on else changed.kinds.keys() & set(fail_on):
        raise SystemExit(1)


def _versions(inputs: tuple[str, ...], revision: str | None, options: ReportOptions) -> tuple[Report, Report]:
    if len(inputs) != (2 if revision is None else 1):
        wanted = "takes two inputs, OLD and NEW" if revision is None else "takes one path with --git"
        raise InputError("diff", f"{wanted}, got {len(inputs)}")
    read = (
        list(documents(name, stdin=sys.stdin.buffer, form=options.form, allow_private=options.allow_private))
        for name in inputs
    )
    both = [list(_committed(revision, inputs[0], options.form)), *read] if revision is not None else [*read]
    for versions, name in zip(both, inputs * 2, strict=False):
        if len(versions) != 1:
            raise InputError(name, f"holds {len(versions)} articles; diff takes one of each version")
    old, new = (analyze_document(versions[0], options.lexicons, encoder=options.encoder) for versions in both)
    return old, new


def _committed(revision: str, path: str, form: Form) -> Iterator[Document]:
    """Yield the documents of a file as it was in a commit."""
    place = Path(path)
    name = f"{revision}:{path}"
    if revision.startswith("-"):
        raise InputError("diff", f"--git takes a commit, got '{revision}'")
    asked = ["git", "-C", str(place.parent), "show", f"{revision}:./{place.name}"]
    try:
        done = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 -- no shell, an option is refused
    except FileNotFoundError as error:
        raise InputError(name, "cannot be read: git or the folder is not there") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(name, f"git has no such version ({said[0].removeprefix('fatal: ') if said else 'no reason'})")
    yield from documents_of_bytes(done.stdout, name, form=form)


def _rendered(revision: Revision, options: ReportOptions) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if options.format_name == "terminal":
        from framing.output.revision import terminal  # noqa: PLC0415

        return terminal.render(revision, colour=options.colour, width=terminal_width(terminal.WIDTH))
    if options.format_name == "json":
        from framing.output.revision import json  # noqa: PLC0415

        return json.render(revision)
    if options.format_name == "html":
        from framing.output.revision import html  # noqa: PLC0415

        return html.render(revision, options.lexicons)
    from framing.output.revision import markdown  # noqa: PLC0415

    return markdown.render(revision)
