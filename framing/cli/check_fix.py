"""``framing check --fix``: the difference first, then the files."""

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from framing.checking.fixes import fixed_text
from framing.cli.output_options import write_output
from framing.diagnostic import CheckedFile

__all__ = ["fix_files"]


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
            click.echo(f"framing: {file.path}: is no UTF-8 file of one article; its fixes are not offered", err=True)
            continue
        click.echo("".join(_difference(file.text, fixed, file.path)), nl=False)
        changed.append((path, fixed))
    if write:
        for path, fixed in changed:
            write_output(fixed, path.resolve(), keep_mode=True)
    return [path.as_posix() for path, _ in changed]


def _difference(before: str, after: str, path: str) -> list[str]:
    # Lines end with their own ends, so that a carriage return is no change.
    rows = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return [row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows]
