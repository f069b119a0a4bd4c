"""``framing check --fix``: the difference first, then the files."""

import difflib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from framing.checking.fixes import fixed_text
from framing.cli.output_options import write_output
from framing.diagnostic import CheckedFile
from framing.expressions import expression
from framing.output.console import without_commands
from framing.output.safe_text import one_line

__all__ = ["fix_files"]

_LINE_END = "\r\n"
_BREAKS_HEAD = expression(r'[\x00-\x1f"\\\x7f]')


def fix_files(files: Sequence[CheckedFile], *, write: bool) -> list[str]:
    """Print what the fixes change as a unified diff, then change the files, and return the names of the changed ones.

    Only files are changed whose bytes are UTF-8 as they were read: others would come back in another encoding.
    """
    changed = []
    for file in files:
        fixed = fixed_text(file)
        path = Path(file.path)
        if fixed == file.text:
            continue
        if not path.is_file() or path.read_bytes() != file.text.encode("utf-8", "surrogatepass"):
            shown = without_commands(one_line(file.path))
            click.echo(f"framing: {shown}: is no UTF-8 file of one article; its fixes are not offered", err=True)
            continue
        _show(_difference(file.text, fixed, file.path))
        changed.append((path, fixed))
    if write:
        for path, fixed in changed:
            write_output(fixed, path.resolve(), keep_mode=True)
    return [path.as_posix() for path, _ in changed]


def _show(rows: list[str]) -> None:
    """Print a patch: to a program byte for byte, so that it can be applied; to a terminal nothing that steers it."""
    if sys.stdout.isatty():
        click.echo("".join(f"{one_line(row.rstrip(_LINE_END))}\n" for row in rows), nl=False)
    else:
        write_output("".join(rows), None)


def _difference(before: str, after: str, path: str) -> list[str]:
    # Lines end with their own ends, so that a carriage return is no change.
    rows = difflib.unified_diff(_lines(before), _lines(after), _patch_name(f"a/{path}"), _patch_name(f"b/{path}"))
    return [row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows]


def _lines(text: str) -> list[str]:
    """Lines as a patch counts them: a form feed or a line separator ends none."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _patch_name(name: str) -> str:
    """Return a file's name as git quotes it where it would break the patch's head."""
    if not _BREAKS_HEAD.search(name):
        return name
    return '"' + _BREAKS_HEAD.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'
