"""The news sample: 6,006 articles of some 300 outlets (see docs/models.md)."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

__all__ = ["read_news"]


def read_news(data: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of ``news.jsonl.gz``: id, outlet, lean, date, topic, title, authors, url, text.

    Args:
        data: Folder that holds the file.
    """
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
