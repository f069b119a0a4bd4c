"""Twenty at once against `framing serve` for a minute: errors, requests a second, and the memory of all its processes.

    python benchmarks/serve.py [--seconds 60] [--at-once 20]

Starts a server of its own on the loopback address and asks nobody else.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

_SERVE = [sys.executable, "-c", "from framing.cli.main import main; main()", "serve", "--port", "0"]


def main() -> None:
    """Print a line every ten seconds, then the totals."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--at-once", type=int, default=20)
    options = parser.parse_args()
    text = (Path(__file__).parent.parent / "seeds" / "ferry-strike" / "courier.txt").read_text(encoding="utf-8")
    with subprocess.Popen(_SERVE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None  # noqa: S101
        home = server.stdout.readline().split()[1]
        _load(home, text, server.pid, options.seconds, options.at_once)
        server.terminate()


def _load(home: str, text: str, pid: int, seconds: float, at_once: int) -> None:
    body = json.dumps({"text": text}).encode()
    end = time.monotonic() + seconds
    done: list[float] = []
    errors: list[str] = []

    def ask() -> None:
        while time.monotonic() < end:
            begun = time.monotonic()
            try:
                request = urllib.request.Request(f"{home}/api/score", body, {"content-type": "application/json"})  # noqa: S310
                with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 -- the loopback address
                    json.load(answer)
                done.append(time.monotonic() - begun)
            except (urllib.error.URLError, ValueError, OSError) as error:
                errors.append(str(error))

    threads = [threading.Thread(target=ask) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    memory = []
    while any(thread.is_alive() for thread in threads):
        time.sleep(min(10.0, seconds / 6))
        memory.append(_resident(pid))
        print(f"{len(done)} answers, {len(errors)} errors, {memory[-1] / 1e6:.0f} MB")
    ordered = sorted(done)
    print(
        f"{at_once} at once: {len(done)} answers, {len(errors)} errors {errors[:1]}, {len(done) / seconds:.1f} a second, "
        f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s; "
        f"MB of all processes: first {memory[0] / 1e6:.0f}, last {memory[-1] / 1e6:.0f}, most {max(memory) / 1e6:.0f}"
    )


def _resident(pid: int) -> int:
    """Return the resident bytes of a process and of those below it."""
    total = 0
    for process in [pid, *_below(pid)]:
        try:
            pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            continue
        total += pages * 4096
    return total


def _below(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text(encoding="ascii").split()):
            found += [child, *_below(child)]
    return found


if __name__ == "__main__":
    main()
