"""Which parts of an output are not as they were written."""

from collections import Counter
from pathlib import Path

from framing.corpus.dataset.entries import read_entries, read_rejects
from framing.corpus.dataset.part_files import Size, sizes_of
from framing.corpus.dataset.schema import DATASETS

__all__ = ["damaged_parts", "described_damage"]


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


def described_damage(damaged: dict[int, int]) -> str:
    """Return what ``damaged_parts`` found as words."""
    parts = "1 part is" if len(damaged) == 1 else f"{len(damaged):,} parts are"
    return f"{parts} missing or not whole, of {sum(damaged.values()):,} articles"
