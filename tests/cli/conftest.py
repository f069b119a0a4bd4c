"""What tests of the command line share."""

import sys

import pytest


@pytest.fixture
def interruptible() -> list[str]:
    """The beginning of a command line of ``framing`` that Ctrl-C reaches.

    A shell that starts the suite in the background has SIGINT ignored, and processes inherit that.
    """
    code = (
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from framing.cli.main import main\nmain(prog_name='framing')"
    )
    return [sys.executable, "-c", code]
