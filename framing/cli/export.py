"""``framing export``: findings as files of annotation tools."""

import sys
from pathlib import Path
from typing import Any

import click

from framing.annotating.marks import annotated
from framing.annotating.registry import FORMATS, export_files
from framing.cli.input_options import form_of, form_options
from framing.cli.options import ALLOW_PRIVATE
from framing.cli.output_options import write_folder
from framing.config import load_config
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents

__all__ = ["command"]


@click.command(name="export")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE…|URL|-")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="The tool's format.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A folder that is not there yet, or is empty.",
)
@ALLOW_PRIVATE
@form_options
def command(
    inputs: tuple[str, ...],
    name: str,
    output: Path,
    allow_private: bool,  # noqa: FBT001
    **records: Any,  # noqa: ANN401 -- the options of form_options
) -> None:
    """Write findings as marks that people correct in their annotation tool; `framing agree` reads them back.

    \b
    framing export story.txt --format label-studio --output tasks
    framing export rows.jsonl --format brat --output project
    """
    failures: list[InputError] = []
    texts = []
    try:
        config = load_config(Path.cwd())
        for name_or_url in inputs:
            try:
                read = documents(
                    name_or_url,
                    stdin=sys.stdin.buffer,
                    form=form_of(dict(records)),
                    allow_private=allow_private,
                    on_error=failures.append,
                )
                texts += [
                    annotated(analyze_document(document, config.lexicons, encoder=config.encoder)) for document in read
                ]
            except InputError as error:
                failures.append(error)
        if texts:
            write_folder(export_files(texts, name).items(), output)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for failure in failures:
        click.echo(f"framing: {failure}", err=True)
    if texts:
        click.echo(f"framing: {len(texts)} text{'s' * (len(texts) != 1)} in {output}", err=True)
    if failures:
        raise SystemExit(2)
