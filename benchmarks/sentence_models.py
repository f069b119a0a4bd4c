"""Score sentences of the news sample with all models: sentences a second of one core, and what start-up costs.

python benchmarks/sentence_models.py --data ../shared/data
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import framing  # threads are counted when NumPy is imported
from framing.segmenting.sentences import split_sentences

SENTENCES, RUNS = 20_000, 3


def sentences(data: Path) -> list[str]:
    found: list[str] = []
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n"):
                found += [paragraph[a:b] for a, b in split_sentences(paragraph, 0, len(paragraph))]
            if len(found) >= SENTENCES:
                break
    return found[:SENTENCES]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    texts = sentences(parser.parse_args().data)
    framing.score_sentences(texts[:10])  # models are loaded once, outside of the rate
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        framing.score_sentences(texts)
        best = min(best, time.process_time() - start)
    print(f"{len(texts):,} sentences, {len(texts) / best:,.0f} sentences/s of processor time")
    command = Path(sys.executable).parent / "framing"
    seed = Path(__file__).parent.parent / "seeds" / "ferry-strike" / "courier.txt"
    for arguments in (["--version"], ["score", str(seed)], ["check", "--no-cache", str(seed)]):
        walls = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([str(command), *arguments], capture_output=True, check=False)
            walls.append(time.perf_counter() - start)
        print(f"framing {arguments[0]}: {min(walls):.2f} s wall")
    artifacts = Path(framing.__file__).parent / "modelling" / "artifacts"
    print(f"models: {sum(path.stat().st_size for path in artifacts.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
