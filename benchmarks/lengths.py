"""How time grows with an article's length, stage by stage, and what a megabyte of one thing costs.

    python benchmarks/lengths.py

Texts of 100 to 100,000 words are paragraphs of the seeds in random order. The exponent is the slope of log seconds over
log words from 1,000 words on: 1 is linear. Then the processor time and memory of a megabyte of one character, mark or word
again and again.
"""

import gc
import math
import random
import subprocess
import sys
import time
from pathlib import Path

import framing
from framing.errors import FramingError
from framing.pipeline import STAGES, analyze_document
from framing.reading import document

LENGTHS = (100, 1_000, 10_000, 100_000)
NEEDS = {
    "loaded terms": set(),
    "attributions": {"attributions"},
    "sentence scores": {"sentences"},
    "policy frames": {"sentences", "frame_scores"},
    "techniques": {"techniques"},
    "frame words": {"frames"},
    "genre": {"genre"},
    "measures": {"measures"},
    "everything": set(STAGES),
}
REPEATED = {
    "a": "a", "a␣": "a ", "A.␣": "A. ", "word.␣": "Word. ", "digit": "1", "1,": "1,", '"': '"', "“": "“", "”": "”", "'": "'",
    "“”": "“”", '"a"␣': '"a" ', "“a”␣": "“a” ", "'a'␣": "'a' ", "(": "(", "[": "[", "<": "<", "&": "&", "…": "…", "—": "—", "?": "?",
    "Mr.␣": "Mr. ", "U.S.␣": "U.S. ", "he said␣": "he said ", "“No,” he said.␣": "“No,” he said. ", "according to␣": "according to ",
    "Ann Example said.␣": "Ann Example said. ", "thugs␣": "thugs ", "a line": "a\n", "a paragraph": "a\n\n", "> x": "> x\n", "- x": "- x\n",
    "emoji": "😀", "zero-width joiner": "\u200d", "right-to-left mark": "\u202e", "combining mark": "a\u0301", "NUL": "\0", "surrogate": "\ud800",
}  # fmt: skip
MEGABYTE = 1_000_000


def paragraphs() -> list[str]:
    seeds = Path(__file__).parent.parent / "seeds"
    return [part for path in sorted(seeds.glob("*/*.txt")) for part in path.read_text().split("\n\n") if part.strip()]


def text_of(words: int, source: list[str]) -> str:
    draw = random.Random(words)  # noqa: S311 -- a sample, not a secret
    made: list[str] = []
    count = 0
    while count < words:
        made.append(draw.choice(source))
        count += len(made[-1].split())
    return "\n\n".join(made)


def seconds(text: str, stages: set[str]) -> float:
    found = document(text)
    other = document("The mayor said no.")
    best = math.inf
    for _ in range(3):
        analyze_document(other)  # some stages hold the words of the last article
        begun = time.process_time()
        analyze_document(found, stages=stages)
        best = min(best, time.process_time() - begun)
    return best


def growth() -> None:
    # As the command line does: start-up makes half a million objects that stay.
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 50)
    source = paragraphs()
    texts = [text_of(words, source) for words in LENGTHS]
    analyze_document(document(texts[1]))
    print("| stage | " + " | ".join(f"{words:,} words" for words in LENGTHS) + " | exponent |")
    print("|---" * (len(LENGTHS) + 2) + "|")
    for name, stages in NEEDS.items():
        found = [seconds(text, stages) for text in texts]
        exponent = math.log(found[-1] / found[1]) / math.log(LENGTHS[-1] / LENGTHS[1])
        print(f"| {name} | " + " | ".join(f"{value:.3f} s" for value in found) + f" | {exponent:.2f} |", flush=True)


def repeated(name: str) -> None:
    text = (REPEATED[name] * MEGABYTE)[:MEGABYTE]
    framing.analyze("The mayor said no.")
    begun = time.process_time()
    try:
        framing.analyze(text)
        said = ""
    except FramingError as error:
        said = str(error)[:60]
    spent = time.process_time() - begun
    # Not getrusage: its maximum is inherited from the process that started this one.
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    print(f"| `{name}` | {spent:.1f} s | {peak} MB | {said} |", flush=True)


def main() -> None:
    if len(sys.argv) > 2:
        repeated(sys.argv[2])
        return
    growth()
    print("\n| a megabyte of | processor time | memory at most | |\n|---|---|---|---|", flush=True)
    for name in REPEATED:
        subprocess.run([sys.executable, __file__, "repeated", name], check=True)


if __name__ == "__main__":
    main()
