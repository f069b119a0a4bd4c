"""Which parts of an output are not as they were written."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.corpus.dataset.entries import read_entries, read_rejects
from framing.corpus.dataset.part_files import Size, sizes_of
from framing.corpus.dataset.schema import DATASETS

__all__ = ["damaged_parts", "described_damage", "manifest_fault"]


def damaged_parts(folder: Path) -> dict[int, int]:
    """Return the parts whose files are not there or not as long as they were written, with the parts' articles.

    A part of which rejected records stand no longer in ``rejects.jsonl`` is one as well.
    """
    there = sizes_of(folder, tuple(DATASETS))
    rejected = Counter(part for part, _ in read_rejects(folder))
    return {
        entry.part: entry.records - entry.rejected
        for entry in read_entries(folder)
        if there.get(entry.part, Size(0, 0)) != Size(entry.files, entry.size) or rejected[entry.part] < entry.rejected
    }


def manifest_fault(folder: Path, finished: Mapping[str, Any] | None) -> str:
    """Return in which way the manifest is not the one that the run left, or files are there that it never wrote.

    Args:
        folder: The output.
        finished: What the run said of it when it was done; ``None`` while it is under way, with a part half written.
    """
    entries = list(read_entries(folder))
    if [entry.part for entry in entries] != list(range(len(entries))):
        return "its manifest.jsonl does not name all parts, each once; run the same 'framing corpus score' again"
    if finished is None:
        return ""
    told = {
        "articles": sum(entry.records - entry.rejected for entry in entries),
        "rejected": sum(entry.rejected for entry in entries),
        "words": sum(entry.words for entry in entries),
    }
    for name, count in told.items():
        if finished.get(name, count) != count:
            return (
                f"its manifest.jsonl tells of {count:,} {name}, the finished run of {finished[name]:,}; "
                "run the same 'framing corpus score' again"
            )
    strange = sorted(sizes_of(folder, tuple(DATASETS)).keys() - set(range(len(entries))))
    return f"part {strange[0]} is none of its {len(entries):,} parts; delete the part's files" if strange else ""


def described_damage(damaged: dict[int, int]) -> str:
    """Return what ``damaged_parts`` found as words."""
    parts = "1 part is" if len(damaged) == 1 else f"{len(damaged):,} parts are"
    return f"{parts} missing or not whole, of {sum(damaged.values()):,} articles"
