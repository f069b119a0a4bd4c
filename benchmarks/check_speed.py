"""Time `framing check` beside proselint, in one run on the same files.

    pip install proselint
    python benchmarks/check_speed.py --data ../shared/data

500 files of about 700 words are made from the news sample in a temporary folder. Wall seconds are the least of three
runs; the peak is the largest process's.
"""

import argparse
import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS, FILES, RUNS = 700, 500, 3


def make(data: Path, folder: Path) -> int:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(700).shuffle(rows)  # noqa: S311 -- a sample
    count = total = 0
    for row in rows:
        kept: list[str] = []
        for paragraph in row["text"].split("\n"):
            kept.append(paragraph)
            if sum(len(part.split()) for part in kept) >= WORDS:
                break
        words = sum(len(part.split()) for part in kept)
        if words < WORDS or words > WORDS + 150:
            continue
        (folder / f"{count:03}.md").write_text(f"{row['title']}\n\n" + "\n".join(kept) + "\n", encoding="utf-8")
        count, total = count + 1, total + words
        if count == FILES:
            break
    return total


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall seconds (the least of some runs) and peak megabytes of one command."""
    best, peak = float("inf"), 0.0
    program = (
        f"import resource, subprocess as s; s.run({command!r}, stdout=s.DEVNULL, stderr=s.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
        best = min(best, time.perf_counter() - start)
        peak = max(peak, float(done.stdout) / 1024)
    return best, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    here = Path(sys.executable).parent
    framing, proselint = str(here / "framing"), shutil.which("proselint", path=str(here)) or "proselint"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        words = make(data, folder)
        names = sorted(path.name for path in folder.iterdir())
        print(f"{len(names)} files, {words:,} words, {os.cpu_count()} cores")
        print("| command | wall s | words/s | peak MB |")
        print("|---|---|---|---|")
        check = [framing, "check", "--no-cache", "--isolated", "--output-format", "concise"]
        jobs = {
            "proselint check, 500 files": ([proselint, "check", *names], words),
            "framing check --select W, one process": ([*check, "--select", "W", "-j", "1", "."], words),
            "framing check --select W": ([*check, "--select", "W", "."], words),
            "framing check, default rules": ([*check, "."], words),
            "framing --version": ([framing, "--version"], 0),
            "framing check --select W, one file": ([*check, "--select", "W", names[0]], 0),
            "framing check, one file": ([*check, names[0]], 0),
        }
        for name, (command, total) in jobs.items():
            wall, peak = timed(command, folder)
            print(f"| {name} | {wall:.2f} | {total / wall:,.0f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
