"""Accounts of one event, and which sentences of the first one the others tell, as readers judged.

The gold holds offsets and labels; the texts are read from the corpora.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from framing.comparing.bags import Bags, bags_of
from framing.comparing.passages import sentences_told
from framing.comparing.people import with_people
from framing.modelling.training.corpora import rows
from framing.pipeline import analyze_document
from framing.reading import document

__all__ = ["ReadEvent", "ReadSentence", "read_events"]

_LABELS: Mapping[str, int] = {"absent": 0, "partly": 1, "told": 2}


class ReadSentence(NamedTuple):
    """A sentence of the first account as a reader judged it.

    Attributes:
        number: Its place among the account's sentences.
        verdicts: What each other account tells of it, in their order: 0 nothing, 1 part, 2 all.
        named: The sentences that tell it: account, place among its sentences, 1 part or 2 all.
    """

    number: int
    verdicts: tuple[int, ...]
    named: tuple[tuple[int, int, int], ...]

    @property
    def verdict(self) -> int:
        """The most that any other account tells of it."""
        return max(self.verdicts)


class ReadEvent(NamedTuple):
    """Accounts of one event.

    Attributes:
        bags: Each account's sentences.
        sentences: Those of the first account that were judged.
    """

    bags: list[Bags]
    sentences: tuple[ReadSentence, ...]


def read_events(data: Path, gold: Path, part: str) -> list[ReadEvent]:
    """Return the events of a part of the gold, in its order.

    Args:
        data: Folder with ``basil.jsonl`` and ``news.jsonl.gz``.
        gold: The file of labels.
        part: ``worked`` or ``kept``.
    """
    chosen = [event for event in rows(gold) if event["part"] == part]
    wanted = {name for event in chosen for name in event["accounts"]}
    texts = {name: found for name, *found in _texts(data) if name in wanted}
    return [_event(event, texts) for event in chosen]


def _texts(data: Path) -> Iterator[tuple[str, str, str]]:
    for line in (data / "basil.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)["article"]
        yield f"basil:{article['uuid']}", article["title"], "\n\n".join(map(" ".join, article["body-paragraphs"]))
    for row in rows(data / "news.jsonl.gz"):
        yield f"news:{row['id']}", row["title"], row["text"]


def _event(event: Mapping[str, Any], texts: Mapping[str, list[str]]) -> ReadEvent:
    told, places = [], []
    for number, name in enumerate(event["accounts"]):
        title, text = texts[name]
        analysis = analyze_document(document(text, title=title)).analysis
        sentences = with_people(sentences_told(analysis.article, number), analysis)
        told.append(sentences)
        words = [analysis.article.text[one.passage.start : one.passage.end] for one in sentences]
        places.append({sentence: place for place, sentence in reversed([*enumerate(words)])})
    sentences_read = []
    for row in event["sentences"]:
        mine = places[0].get(texts[event["accounts"][0]][1][slice(*row["place"])])
        if mine is None:
            continue  # reading has learned to see furniture since
        named = tuple(
            (where, place, _LABELS[label])
            for where, start, end, label in row["by"]
            if (place := places[where].get(texts[event["accounts"][where]][1][start:end])) is not None
        )
        sentences_read.append(ReadSentence(mine, tuple(_LABELS[verdict] for verdict in row["verdicts"]), named))
    return ReadEvent(bags_of(told), tuple(sentences_read))
