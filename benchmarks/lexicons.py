"""Processor time that all loaded, subjective, frame and source entries need for one megabyte of text.

python benchmarks/lexicons.py ../shared/data/news.jsonl.gz
"""

import argparse
import gzip
import json
import re
import time
from pathlib import Path

from framing.article import Sentence
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens

MEGABYTE = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="A gzipped file with an article as JSON in each line.")
    with gzip.open(parser.parse_args().articles, "rt", encoding="utf-8") as lines:
        parts, size = [], 0
        while size < MEGABYTE:
            parts.append(json.loads(next(lines))["text"])
            size += len(parts[-1])
    text = "\n".join(parts)[:MEGABYTE]
    sentences = [Sentence(m.start(), m.end(), 0) for m in re.finditer(r"[^\n]+", text)]
    start = time.process_time()
    indexes = shipped_indexes()
    loaded = time.process_time()
    words = comparable(find_tokens(text), sentences)
    prepared = time.process_time()
    hits = {name: sum(1 for _ in find(words, index)) for name, index in indexes.items()}
    done = time.process_time()
    entries = sum(len(index) for index in indexes.values())
    print(f"{entries:,} entries, {len(text):,} characters, {len(words.words):,} words")
    print(f"load {loaded - start:.3f} s, tokens {prepared - loaded:.3f} s, find {done - prepared:.3f} s")
    print(f"hits: {hits}")
    again = comparable(find_tokens(text), sentences)  # the hits are kept with the words
    one = time.process_time()
    sum(1 for _ in find(again, indexes["loaded"]))
    print(f"loaded terms alone {time.process_time() - one:.3f} s")


if __name__ == "__main__":
    main()
