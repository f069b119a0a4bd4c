"""Words a second of `framing.analyze` in a plain process, beside one that the command line's environment was set for.

    python benchmarks/threads.py --data ../shared/data [--articles 80]

Both run in turn, three times each; the best counts. The API must not be left behind by more than a tenth.
"""

import argparse
import json
import os
import subprocess
import sys

CODE = """
import gzip, itertools, json, sys, time
import framing
rows = [json.loads(line) for line in itertools.islice(gzip.open(sys.argv[1] + "/news.jsonl.gz", "rt"), int(sys.argv[2]))]
framing.analyze(rows[0]["text"])
start, used = time.perf_counter(), time.process_time()
for row in rows:
    framing.analyze(row["text"])
words = sum(len(row["text"].split()) for row in rows)
print(json.dumps([words / (time.perf_counter() - start), words / (time.process_time() - used)]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--articles", type=int, default=80)
    arguments = parser.parse_args()
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("OPENBLAS_", "OMP_", "MKL_"))}
    best = {"python": [0.0, 0.0], "command line": [0.0, 0.0]}
    for _ in range(3):
        for name, environment in (("python", plain), ("command line", plain | {"OPENBLAS_NUM_THREADS": "1"})):
            done = subprocess.run(
                [sys.executable, "-c", CODE, arguments.data, str(arguments.articles)],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            best[name] = [max(pair) for pair in zip(best[name], json.loads(done.stdout), strict=True)]
    for name, (wall, processor) in best.items():
        print(f"{name:13} {wall:8.0f} words/s, {processor:8.0f} words a processor second")
    print(
        f"ratio {best['python'][0] / best['command line'][0]:.2f}, by processor {best['python'][1] / best['command line'][1]:.2f}"
    )


if __name__ == "__main__":
    main()
