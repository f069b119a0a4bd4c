"""Kill, fill, cut and change archives' runs at random, and see whether the next run comes to the same bytes.

    python benchmarks/kills.py --rounds 30 --seed 1

An archive of invented prose is scored once without harm. Then each round scores it into a new folder, does it some harm
while it runs or afterwards, and runs the same command until it ends. Every round has to come to the folder of the run
without harm, byte for byte, or to be refused with exit code 2, one message and an untouched folder; a traceback never
comes. The command exits with 1 where a round did anything else.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from invented_prose import prose

ARTICLES, WORDS, PART = 48, 150, 6
MOST_RUNS = 4
"""Runs after the harm: one may end with a worker that was lost."""


class Place(NamedTuple):
    """A round's files."""

    archive: Path
    output: Path


class Ended(NamedTuple):
    """How a run ended: its exit code, and what it said."""

    code: int
    said: str


def write_archive(path: Path) -> None:
    """Write records of which two are rejected."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            text = "" if number % 20 == 7 else prose(WORDS, number)
            row = {"id": f"a{number}", "title": f"Harbour news {number}", "text": text, "outlet": "Tarn Times"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def started(place: Place, most_bytes: int = 0) -> subprocess.Popen[str]:
    """Start a run; with a limit, no file may grow beyond so many bytes, as on a full disk."""

    def limited() -> None:
        os.setsid()
        if most_bytes:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    command = [Path(sys.executable).parent / "framing", "corpus", "score", place.archive, "--output", place.output]
    options = ["--part-articles", str(PART), "--workers", "2", "--detail", "--quiet"]
    return subprocess.Popen(
        [*map(str, command), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limited,  # noqa: PLW1509 -- no thread was started
    )


def ended(process: subprocess.Popen[str]) -> Ended:
    """Wait for a run, for five minutes at most."""
    said = process.communicate(timeout=300)[1]
    return Ended(process.returncode, said)


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of an output but its lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


Harm = Callable[[Place, random.Random, float], Ended | None]
"""Does harm, to a run that it starts or to one that has ended."""


def _signalled(number: signal.Signals) -> Harm:
    def harm(place: Place, draw: random.Random, seconds: float) -> Ended:
        process = started(place)
        time.sleep(draw.uniform(0, seconds))
        if process.poll() is None:
            process.send_signal(number)
        return ended(process)

    return harm


def kill_a_worker(place: Place, draw: random.Random, seconds: float) -> Ended:
    """Kill one of the processes that score, as a system without memory does."""
    process = started(place)
    time.sleep(draw.uniform(0, seconds))
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    workers = children.read_text().split() if children.exists() else []
    if workers:
        os.kill(int(draw.choice(workers)), signal.SIGKILL)
    return ended(process)


def fill_the_disk(place: Place, draw: random.Random, seconds: float) -> Ended:  # noqa: ARG001 -- as all harm
    """Let no file grow beyond a random size."""
    return ended(started(place, draw.choice([100, 5_000, 40_000, 150_000, 200_000])))


def change_the_input(place: Place, draw: random.Random, seconds: float) -> None:  # noqa: ARG001
    """Change a record that was scored."""
    ended(started(place))
    lines = place.archive.read_text(encoding="utf-8").splitlines(keepends=True)
    number = draw.randrange(len(lines))
    lines[number] = lines[number].replace("Harbour", "Mill")
    place.archive.write_text("".join(lines), encoding="utf-8")


def _damaged(pattern: str, how: str) -> Harm:
    def harm(place: Place, draw: random.Random, seconds: float) -> Ended | None:
        # To a run that was killed, or to one that came to its end.
        first = _signalled(signal.SIGKILL)(place, draw, seconds) if draw.random() < 0.5 else ended(started(place))
        files = sorted(place.output.glob(pattern))
        if files:
            path = draw.choice(files)
            whole = path.read_bytes()
            if how == "delete":
                path.unlink()
            elif how == "cut":
                path.write_bytes(whole[: draw.randrange(len(whole))] if whole else b"")
            else:
                place_of = draw.randrange(len(whole) + 1)
                path.write_bytes(whole[:place_of] + draw.randbytes(9) + whole[place_of + 9 :])
        return first

    return harm


HARMS: dict[str, Harm] = {
    "run killed": _signalled(signal.SIGKILL),
    "run interrupted": _signalled(signal.SIGINT),
    "run terminated": _signalled(signal.SIGTERM),
    "worker killed": kill_a_worker,
    "disk full": fill_the_disk,
    "input changed": change_the_input,
    "part deleted": _damaged("*/*.parquet", "delete"),
    "part cut off": _damaged("*/*.parquet", "cut"),
    "manifest deleted": _damaged("manifest.jsonl", "delete"),
    "manifest cut off": _damaged("manifest.jsonl", "cut"),
    "manifest overwritten": _damaged("manifest.jsonl", "overwrite"),
    "rejects cut off": _damaged("rejects.jsonl", "cut"),
    "settings overwritten": _damaged("corpus.json", "overwrite"),
}


def fault(place: Place, wanted: dict[str, bytes], code: int) -> tuple[str, str]:
    """Run until the end and return how it came out: ``whole``, ``refused``, or ``WRONG`` with what is wrong."""
    before = content(place.output) if place.output.exists() else {}
    last = Ended(0, "")
    for _ in range(MOST_RUNS):
        last = ended(started(place))
        if "Traceback" in last.said:
            return "WRONG", last.said[-300:]
        if last.code == code and content(place.output) == wanted:
            return "whole", ""
        if last.code == 2:
            untouched = content(place.output) == before if place.output.exists() else not before
            lines = last.said.strip().splitlines()
            short = len(lines) <= 2
            return ("refused", lines[-1]) if untouched and short else ("WRONG", f"{untouched=} {last.said[-300:]}")
    have = content(place.output)
    differ = sorted(name for name in {*have, *wanted} if have.get(name) != wanted.get(name))
    return "WRONG", f"exit {last.code}, other than wanted: {differ[:5]} {last.said[-200:]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)  # noqa: S311 -- a sample, not a secret
    found: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        archive = folder / "news.jsonl"
        write_archive(archive)
        begun = time.perf_counter()
        first = ended(started(Place(archive, folder / "whole")))
        seconds = time.perf_counter() - begun
        wanted = content(folder / "whole")
        original = archive.read_bytes()
        for number in range(given.rounds):
            name = list(HARMS)[number % len(HARMS)]
            archive.write_bytes(original)
            place = Place(archive, folder / f"round-{number}")
            harmed = HARMS[name](place, draw, seconds)
            out, what = fault(place, wanted, first.code)
            if harmed is not None and "Traceback" in harmed.said:
                out, what = "WRONG", harmed.said[-300:]
            found[name, out] += 1
            print(f"{number:3} {name}: {out} {what}", flush=True)
            wrong += [f"{name}: {what}"] if out == "WRONG" else []
            shutil.rmtree(place.output, ignore_errors=True)
    print("\n| harm | rounds | came to the same bytes | refused | wrong |\n|---|---|---|---|---|")
    for name in HARMS:
        outs = [found[name, out] for out in ("whole", "refused", "WRONG")]
        print(f"| {name} | {sum(outs)} | {outs[0]} | {outs[1]} | {outs[2]} |")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
