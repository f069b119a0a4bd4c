"""What `framing corpus score` costs: time with one process and with two, and memory whatever the input's size.

    python benchmarks/corpus.py speed --data ../shared/data
    python benchmarks/corpus.py memory --data ../shared/data --gigabytes 5 --minutes 10

`speed` scores every article with --detail. `memory` repeats the articles to an input of that size, runs for some minutes
and prints the memory of all processes together (proportional set size: shared pages count once), minute by minute. With
`--page 100000` each row has a column of that many bytes beside its text, as archives have that keep the page: so five
gigabytes end within half an hour.
"""

import argparse
import contextlib
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = (sys.executable, "-m", "framing.cli.main", "corpus", "score", "--detail", "-q")


def children(pid: int) -> list[int]:
    found = [pid]
    for thread in Path(f"/proc/{pid}/task").iterdir():
        # Threads and processes end while they are looked at.
        with contextlib.suppress(OSError):
            for child in (thread / "children").read_text().split():
                found += children(int(child))
    return found


def memory(pid: int) -> float:
    """Megabytes of a process and all below it."""
    total = 0
    with contextlib.suppress(OSError):
        for one in children(pid):
            rows = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / 1024


def speed(data: Path, folder: Path) -> None:
    print("| processes | seconds | processor seconds | words/s | MB at most |")
    print("|---|---|---|---|---|")
    before = 0.0
    for workers in (2, 1):
        output = folder / str(workers)
        begun = time.monotonic()
        arguments = [*COMMAND, str(data / "news.jsonl.gz"), "--output", str(output), "--workers", str(workers)]
        process = subprocess.Popen(arguments)
        most = 0.0
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(1)
        if process.wait() != 0:
            sys.exit("the run failed")
        seconds = time.monotonic() - begun
        words = json.loads((output / "corpus.json").read_text())["finished"]["words"]
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = spent.ru_utime + spent.ru_stime - before
        before += used
        print(f"| {workers} | {seconds:.0f} | {used:.0f} | {words / seconds:,.0f} | {most:.0f} |", flush=True)


def write_archive(data: Path, archive: Path, size: float, page: int) -> int:
    """Write the articles again and again, up to a size; return how many rows there are."""
    count = 0
    with archive.open("wb") as file:
        while file.tell() < size:
            with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as rows:
                for row in map(json.loads, rows):
                    if page:
                        row["html"] = (f"<p>{row['text']}</p>" * (page // len(row["text"]) + 1))[:page]
                    file.write(json.dumps(row).encode() + b"\n")
                    count += 1
                    if file.tell() >= size:
                        break
    return count


def flat(data: Path, folder: Path, gigabytes: float, minutes: float, page: int) -> None:
    archive = folder / "large.jsonl"
    count = write_archive(data, archive, gigabytes * 1e9, page)
    print(f"input: {count:,} rows, {archive.stat().st_size / 1e9:.1f} GB")
    process = subprocess.Popen([*COMMAND, str(archive), "--output", str(folder / "out"), "--workers", "2"])
    begun = time.monotonic()
    most, said = 0.0, 1
    print("| minute | MB at most in it |")
    print("|---|---|")
    while process.poll() is None and time.monotonic() - begun < minutes * 60:
        most = max(most, memory(process.pid))
        if time.monotonic() - begun >= said * 60:
            print(f"| {said} | {most:.0f} |", flush=True)
            said, most = said + 1, 0.0
        time.sleep(0.5)
    ended = process.poll()
    process.kill()
    process.wait()
    entries = [json.loads(line) for line in (folder / "out" / "manifest.jsonl").read_text().splitlines()]
    print(
        f"ended: {ended}; after {time.monotonic() - begun:.0f} s, {sum(entry['records'] for entry in entries):,} rows done"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "memory"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gigabytes", type=float, default=5.0)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--page", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "speed":
            speed(options.data, Path(folder))
        else:
            flat(options.data, Path(folder), options.gigabytes, options.minutes, options.page)


if __name__ == "__main__":
    main()
