"""What lies at a path, also where its name is one that no file can have: too long, or with a NUL."""

import os
import stat
from pathlib import Path

__all__ = ["is_file", "is_there", "is_waiting"]

_OF_THE_PROCESS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Where the inputs that a shell opened for a process lie: ``<(pdftotext page.pdf -)`` is ``/dev/fd/63``."""


def is_file(path: Path) -> bool:
    """Return whether a path is that of a file, and not of a folder, a device or a pipe."""
    return stat.S_ISREG(_mode(path))


def is_there(path: Path) -> bool:
    """Return whether anything lies at a path."""
    return _mode(path) != 0


def is_waiting(path: Path) -> bool:
    """Return whether a path is that of a device, a socket or a named pipe: reading it may never begin, or never end.

    What a shell opened for this process is none: its other end is open, and the user said so.
    """
    mode = _mode(path)
    if mode == 0 or stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return False
    return not os.path.abspath(path).startswith(_OF_THE_PROCESS)  # noqa: PTH100 -- Path.absolute keeps ".."


def _mode(path: Path) -> int:
    """Return the kind of what lies at a path, 0 where nothing does."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
