"""Score random articles of the news sample: exceptions, and words a second of one process.

python benchmarks/articles.py --data ../shared/data --count 500
"""

import argparse
import gzip
import json
import os
import random
import time
import traceback
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import framing  # threads are counted when NumPy is imported


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    with gzip.open(options.data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = random.Random(options.seed).sample(rows, options.count)  # noqa: S311 -- a sample
    framing.analyze(chosen[0]["text"])  # models are loaded once, outside of the rate
    words = failures = 0
    wall, processor = time.perf_counter(), time.process_time()
    for row in chosen:
        try:
            report = framing.analyze(row["text"], title=row["title"]).to_dict()
        except Exception:  # noqa: BLE001 -- any exception is what is looked for
            failures += 1
            print(row["id"], traceback.format_exc().splitlines()[-1])
        else:
            words += report["article"]["words"]
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{len(chosen)} articles, {words:,} words, {failures} exceptions")
    print(f"{words / wall:,.0f} words/s of wall time, {words / processor:,.0f} words/s of processor time")


if __name__ == "__main__":
    main()
