"""How fast the installed encoder reads: words a processor second of it alone, and of whole reports with and without it.

    python benchmarks/encoder_speed.py DATA [ARTICLES]

DATA holds ``news.jsonl.gz``. ``OMP_NUM_THREADS=1`` reads on one core, as the workers of archives do.
"""

import argparse
import resource
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from framing.article import Document
from framing.encoding.encode import encode
from framing.modelling.article_words import read_words
from framing.modelling.training.news import read_news
from framing.pipeline import analyze_document
from framing.reading import document
from framing.segmenting import segment
from framing.threads import network_threads


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=60)
    options = parser.parse_args()
    texts = [f"{row['title']}\n\n{row['text']}" for row in islice(read_news(options.data), options.articles)]
    articles = [segment(Document(text)) for text in texts]
    words = [read_words(article).joined for article in articles]
    total = sum(sum(article.tokens.words) for article in articles)
    print(f"{len(texts)} articles, {total:,} words, {network_threads()} threads")
    tasks: dict[str, Callable[[], object]] = {
        "encoder alone": lambda: [encode(*pair) for pair in zip(articles, words, strict=True)],
        "reports without it": lambda: [analyze_document(document(text)) for text in texts],
        "reports with it": lambda: [analyze_document(document(text), encoder=True) for text in texts],
    }
    analyze_document(document(texts[0]), encoder=True)
    for name, work in tasks.items():
        wall, processor = seconds(work)
        print(f"  {name:20} {total / wall:8,.0f} words a second, {total / processor:8,.0f} a processor second")
    print(f"  most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
