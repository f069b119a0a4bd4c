"""``framing check --add-ignore``: a suppression for each finding, in files that it silences."""

from collections.abc import Sequence
from pathlib import Path

import click

from framing.checking.ignores import silenceable, with_ignores
from framing.checking.requested import RequestedSettings, config_for
from framing.checking.run import check_document
from framing.cli.output_options import write_output
from framing.diagnostic import CheckedFile
from framing.errors import InputError
from framing.output.console import without_commands
from framing.output.safe_text import one_line
from framing.reading import documents_of_bytes

__all__ = ["add_ignores"]


def add_ignores(files: Sequence[CheckedFile], reason: str, requested: RequestedSettings) -> bool:
    """Write suppressions into files, say how many into which, and return whether all findings are silenced by them.

    A file is changed only where its bytes are UTF-8 as they were read, and where the comments silence what they are
    meant for: in a table or a script of a page they do not.
    """
    complete = True
    for file in files:
        count = len(silenceable(file))
        if not count:
            continue
        path, content = Path(file.path), with_ignores(file, reason).encode("utf-8", "surrogatepass")
        readable = not file.row and path.is_file() and path.read_bytes() == file.text.encode("utf-8", "surrogatepass")
        if not readable or not _silenced(content, file.path, requested):
            shown = without_commands(one_line(file.path))
            click.echo(f"framing: {shown}: comments cannot silence its findings; it is left alone", err=True)
            complete = False
            continue
        write_output(content.decode("utf-8"), path.resolve(), keep_mode=True)
        click.echo(without_commands(one_line(f"{file.path}: {count} finding{'s' * (count > 1)} silenced")))
    return complete


def _silenced(content: bytes, path: str, requested: RequestedSettings) -> bool:
    try:
        read = list(documents_of_bytes(content, path))
    except InputError:
        return False
    config = config_for(requested, path)
    return not any(silenceable(check_document(document, config, path).file) for document in read)
