"""Where the time of an analysis goes: by stage, by room and by function, over random articles of the news sample.

    python benchmarks/pipeline_profile.py --data ../shared/data --count 300

The stages are timed by a clock around each of them, least of several passes. Rooms and functions are sampled every
millisecond of processor time, each sample counted for the innermost function of the package: a profiler that hooks
every call doubles the time and makes small functions look slower than matrix products.

What several stages need (an article's symmetric words, its sentences' scores) is made by the first that asks.
"""

import argparse
import gc
import gzip
import json
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import framing  # threads are counted when NumPy is imported
from framing import pipeline
from framing.report import Report
from framing.scoring import (
    frame_words,
    generic_frames,
    genre,
    judging_words,
    loaded_terms,
    policy_frames,
    sentences,
    slant,
    subjectivity,
    techniques,
)

_STAGES = {
    "segment": (pipeline, "segment"),
    "words": (pipeline, "read_words"),
    "attribute": (pipeline, "who_speaks"),
    "voices": (pipeline, "with_attributions"),
    "lexicon text": (pipeline, "lexicon_text"),
    "subjectivity": (subjectivity, "score"),
    "sentences": (sentences, "score_article"),
    "slant": (slant, "score"),
    "own words": (pipeline, "own_words"),
    "judging words": (judging_words, "score"),
    "policy frames": (policy_frames, "score"),
    "loaded terms": (loaded_terms, "score"),
    "frame words": (frame_words, "score"),
    "generic frames": (generic_frames, "score"),
    "techniques": (techniques, "score"),
    "genre": (genre, "score"),
    "measure": (pipeline, "measure"),
    "source tallies": (pipeline, "tally_sources"),
    "stances": (pipeline, "count_stances"),
    "unheard": (pipeline, "find_unheard"),
    "to_dict": (Report, "to_dict"),
}
_ROOT = Path(framing.__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--functions", type=int, default=25, help="Rows of the table of functions.")
    options = parser.parse_args()
    with gzip.open(options.data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = random.Random(options.seed).sample(rows, options.count)  # noqa: S311 -- a sample
    framing.analyze(rows[0]["text"]).to_dict()  # models and lexicons are loaded once, outside of the figures
    gc.collect()
    gc.freeze()  # as the workers of `framing corpus` do

    words, whole = min((_scored(rows) for _ in range(options.passes)), key=lambda found: found[1])
    print(f"{len(rows)} articles, {words:,} words: {whole:.2f} s of processor time, {words / whole:,.0f} words/s\n")
    with _timed() as spent:
        passes = []
        for _ in range(options.passes):
            spent.clear()
            passes.append((_scored(rows)[1], dict(spent)))
    total, least = min(passes, key=lambda one: one[0])
    _table("stage", {**least, "the rest": total - sum(least.values())}, total, words)
    _table("room", *_sampled(rows, words, options.functions))


def _scored(rows: Sequence[Mapping[str, Any]]) -> tuple[int, float]:
    """Return words and seconds of processor time."""
    start = time.process_time()
    words = sum(framing.analyze(row["text"], title=row["title"]).to_dict()["article"]["words"] for row in rows)
    return words, time.process_time() - start


@contextmanager
def _timed() -> Iterator[Counter[str]]:
    """Put a clock around every stage; the stages do not call each other."""
    spent: Counter[str] = Counter()

    def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 -- any stage
            start = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[name] += time.process_time() - start  # type: ignore[assignment]

        return run

    plain = {name: getattr(owner, attribute) for name, (owner, attribute) in _STAGES.items()}
    for name, (owner, attribute) in _STAGES.items():
        setattr(owner, attribute, clocked(name, plain[name]))
    try:
        yield spent
    finally:
        for name, (owner, attribute) in _STAGES.items():
            setattr(owner, attribute, plain[name])


def _sampled(rows: Sequence[Mapping[str, Any]], words: int, shown: int) -> tuple[dict[str, float], float, int]:
    """Print the functions that take most, and return seconds by room, their sum and the number of words."""
    functions: Counter[str] = Counter()

    def count(_number: int, frame: FrameType | None) -> None:
        while frame is not None and not frame.f_code.co_filename.startswith(str(_ROOT)):
            frame = frame.f_back
        if frame is not None:
            place = Path(frame.f_code.co_filename).relative_to(_ROOT).with_suffix("")
            functions[f"{place.as_posix()}  {frame.f_code.co_qualname.replace('.<locals>', '')}"] += 1

    signal.signal(signal.SIGPROF, count)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    _, whole = _scored(rows)
    signal.setitimer(signal.ITIMER_PROF, 0)
    second = whole / max(functions.total(), 1)
    _table("function", {name: hits * second for name, hits in functions.most_common(shown)}, whole, words)
    rooms: Counter[str] = Counter()
    for name, hits in functions.items():
        rooms[name.split("/")[0] if "/" in name else "report and pipeline"] += hits
    return {name: hits * second for name, hits in rooms.items()}, whole, words


def _table(title: str, spent: Mapping[str, float], whole: float, words: int) -> None:
    print(f"| {title} | share of the time | microseconds a word |\n|---|---:|---:|")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"| {name} | {100 * seconds / whole:.1f}% | {1e6 * seconds / words:.2f} |")
    print()


if __name__ == "__main__":
    main()
