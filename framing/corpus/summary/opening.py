"""Opening an output of ``framing corpus score``: what it was made with, what it holds and what it does not."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.corpus.manifest import read_entries, read_head
from framing.corpus.schema import DATASET_VERSION, DETAIL
from framing.errors import ConfigError

__all__ = ["Corpus", "open_corpus"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Datasets that can be read.

    Attributes:
        folder: The output of ``framing corpus score``.
        settings: What it was made with.
        finished: Whether every record of the input is in it.
        parts: How many parts are complete; files of later parts belong to a run under way.
        details: Which of the detail datasets are there.
        rejects: How many records were rejected, by reason, most frequent first.
    """

    folder: Path
    settings: Mapping[str, Any]
    finished: bool
    parts: int
    details: frozenset[str]
    rejects: Mapping[str, int]


def open_corpus(folder: Path) -> Corpus:
    """Return the datasets of a folder.

    Raises:
        ConfigError: If they are not there, not of this version, or damaged.
    """
    head = read_head(folder)
    settings = head["settings"]
    version = str(settings.get("dataset_version", ""))
    if version.partition(".")[0] != DATASET_VERSION.partition(".")[0]:
        raise ConfigError(
            f"{folder}: datasets of version {version or 'unknown'}; this reads version {DATASET_VERSION}: "
            "score the input again into another folder"
        )
    if not (folder / "articles").is_dir():
        raise ConfigError(f"{folder}: has no dataset 'articles'; let 'framing corpus score' finish a part first")
    return Corpus(
        folder=folder,
        settings=settings,
        finished=head.get("finished") is not None,
        parts=sum(1 for _ in read_entries(folder)),
        details=frozenset(name for name in DETAIL if (folder / name).is_dir()),
        rejects=_rejects(folder / "rejects.jsonl"),
    )


def _rejects(path: Path) -> dict[str, int]:
    counts: Counter[str] = Counter()
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.endswith("\n"):  # half a line is what a run under way has written so far
                    counts[str(json.loads(line)["reason"])] += 1
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from error
    return dict(counts.most_common())
