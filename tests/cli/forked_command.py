"""The command line of ``framing``, called as a process of its own that need not be started.

One process imports the package and analyses a sentence; each call is a fork of it, with its own streams, folder and
environment. What a start itself does is tested with real starts, in ``test_start`` and wherever signals are sent.
"""

import atexit
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["framing"]

SERVER = """
import importlib, json, os, sys
import framing
from framing.cli.main import main
for name in ("score", "compare", "check", "diff", "corpus_score"):
    importlib.import_module("framing.cli." + name)
framing.analyze("The mayor said on Monday that the plan had failed. “We did not know,” she said.")

def call(request):
    for number, (path, mode) in enumerate(zip(request["streams"], (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY))):
        os.dup2(os.open(path, mode), number)
    sys.stdin, sys.stdout, sys.stderr = open(0, closefd=False), open(1, "w", closefd=False), open(2, "w", closefd=False)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.path[:0] = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    sys.argv = ["framing", *request["arguments"]]
    try:
        main(request["arguments"], prog_name="framing")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)

for line in sys.stdin:
    child = os.fork()
    if not child:
        call(json.loads(line))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@cache
def _server() -> "subprocess.Popen[str]":
    started = subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    def end() -> None:
        with started:
            started.kill()

    atexit.register(end)
    return started


def framing(
    *arguments: object, folder: Path, environment: Mapping[str, str], stdin: bytes | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Call ``framing`` in a folder and return its exit code and what it wrote."""
    given = list(map(str, arguments))
    if sys.platform == "win32":
        command = [sys.executable, "-m", "framing.cli.main", *given]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=folder, env=dict(environment))
    with tempfile.TemporaryDirectory() as kept:
        streams = [Path(kept) / name for name in ("stdin", "stdout", "stderr")]
        for stream in streams:
            stream.write_bytes(stdin or b"" if stream.name == "stdin" else b"")
        request = {
            "arguments": given,
            "folder": str(folder),
            "environment": dict(environment),
            "streams": list(map(str, streams)),
        }
        server = _server()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(given, code, streams[1].read_bytes(), streams[2].read_bytes())
