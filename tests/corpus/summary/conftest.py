"""Small datasets of invented figures, written as ``framing corpus score`` writes them."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.entries import Entry
from framing.corpus.dataset.part_files import table_of, write_part
from framing.corpus.dataset.schema import DATASET_VERSION
from framing.corpus.intake.batches import Part
from framing.corpus.summary.opening import Corpus, open_corpus

Row = Mapping[str, object]


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes datasets and returns their folder."""

    def write(
        articles: Sequence[Row],
        *,
        details: Mapping[str, Sequence[Row]] | None = None,
        name: str = "scores",
        version: str = DATASET_VERSION,
        finished: bool = True,
        partition: Sequence[str] = (),
        part_articles: int = 1_000,
    ) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        parts = [articles[first : first + part_articles] for first in range(0, len(articles), part_articles)]
        entries: list[bytes] = []
        for number, rows in enumerate(parts):
            tables = {"articles": [table_of("articles", rows)]}
            if number == 0:
                tables |= {dataset: [table_of(dataset, found)] for dataset, found in (details or {}).items()}
            size = write_part(folder, Part(number, (), ""), tables, partition)
            entries.append(Entry(number, "", len(rows), 0, 0, size.files, size.bytes, 0).to_line())
        (folder / "manifest.jsonl").write_bytes(b"".join(entries))
        settings = {"dataset_version": version, "framing_version": "0", "partition": list(partition)}
        (folder / "corpus.json").write_text(json.dumps({"settings": settings, "finished": {} if finished else None}))
        return folder

    return write


@pytest.fixture
def opened(archive: Callable[..., Path]) -> Callable[..., Corpus]:
    """Return a function that writes datasets and opens them."""

    def write(articles: Sequence[Row], **options: object) -> Corpus:
        return open_corpus(archive(articles, **options))

    return write


@pytest.fixture
def article() -> Callable[..., Row]:
    """Return a function that makes an article's row: loaded terms among words of its own voice, and officials."""

    def make(number: int, outlet: str | None, count: float = 2, words: int = 400, **columns: object) -> Row:
        row = {
            "article": f"news.jsonl:{number}",
            "content": f"{number:032x}",
            "outlet": outlet,
            "date": "2031-05-06",
            "month": "2031-05",
            "topic": "harbour",
            "language": "en",
            "warnings": "",
            "genre": "reporting",
            "frames": "economic political",
            "words": words,
            "words_own": 1.0,
            "words_own.of": float(words),
            "loaded_terms_own": 1000 * count / words,
            "loaded_terms_own.of": float(words),
            "sources": float(count),
            "sources.of": 10.0,
        }
        return {**row, **columns}

    return make
