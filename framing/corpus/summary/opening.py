"""An output of ``framing corpus score`` is opened: what it was made with, what it holds, what is missing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.corpus.dataset.damage import damaged_parts, described_damage, manifest_fault
from framing.corpus.dataset.entries import read_entries, read_rejects
from framing.corpus.dataset.manifest import read_head
from framing.corpus.dataset.schema import DATASET_VERSION, DETAIL
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
    fault = manifest_fault(folder, head.get("finished"))
    if fault:
        raise ConfigError(f"{folder}: {fault}")
    damaged = damaged_parts(folder)
    if damaged:
        raise ConfigError(f"{folder}: {described_damage(damaged)}; run the same 'framing corpus score' again")
    return Corpus(
        folder=folder,
        settings=settings,
        finished=head.get("finished") is not None,
        parts=sum(1 for _ in read_entries(folder)),
        details=frozenset(name for name in DETAIL if (folder / name).is_dir()),
        rejects=dict(Counter(reject.reason for _, reject in read_rejects(folder)).most_common()),
    )
