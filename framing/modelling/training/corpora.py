"""The annotated sets and the news sample as training reads them; see docs/models.md for where each comes from."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.modelling.sentence_features import SentenceTokens
from framing.modelling.sentence_features import split_sentences as split_tokens
from framing.segmenting.paragraphs import find_paragraphs
from framing.segmenting.sentences import split_sentences
from framing.spans import Span

__all__ = ["Report", "digests", "news", "rows", "sentence_spans", "sentences_of"]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the news sample: where it appeared and its sentences as canonical words."""

    outlet: str
    topic: str
    url: str
    title: str
    sentences: Sequence[Sequence[str]]
    raw: tuple[tuple[str, ...], ...]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON Lines file, compressed or not.

    Raises:
        InputError: If the file or one of its lines cannot be read.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise InputError(f"{path}:{number}", f"is not JSON ({error})") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror or error})") from error


def digests(data: Path, names: tuple[str, ...]) -> Mapping[str, str]:
    """Return the SHA-256 of data files by name, for the manifest."""
    return {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in names}


def sentence_spans(text: str) -> list[Span]:
    """Return a training text's sentences, found as those of any article are."""
    return [span for start, end in find_paragraphs(text) for span in split_sentences(text, start, end)]


def sentences_of(text: str) -> SentenceTokens:
    """Return a text's sentences as tokens."""
    return split_tokens([text[start:end] for start, end in sentence_spans(text)])


@lru_cache(maxsize=1)
def news(data: Path) -> tuple[Report, ...]:
    """Return the news sample, read once a process."""
    reports = []
    for row in rows(data / "news.jsonl.gz"):
        split = sentences_of(row["text"])
        raw = tuple(split.tokens.texts[first:last] for first, last in split.bounds)
        reports.append(Report(row["outlet"], row["topic"], row["url"] or "", row["title"] or "", split.words, raw))
    return tuple(reports)
