"""The settings of a run over an archive, and what its output depends on."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from framing.corpus.dataset.schema import DATASET_VERSION, DETAIL
from framing.corpus.intake.record import Limits
from framing.encoding.installed import described
from framing.reading.columns import Columns
from framing.resources import artifacts_folder, lexicons_folder
from framing.version import __version__

__all__ = ["PARTITIONS", "Settings"]

PARTITIONS = ("outlet", "date", "month")
PART_ARTICLES = 512
"""Records of a part file: about 1 MB of measures, and 6 MB with detail. What a stop can lose is half a minute of two
cores, and a hundred million articles make 200,000 files a dataset."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do.

    Attributes:
        detail: Whether to write sentences, attributions and loaded terms.
        partition: Columns by which the files are laid in folders; of ``PARTITIONS``.
        columns: The user's names for the fields of records.
        limits: What one record may be at most.
        lexicons: The user's lexicon files.
        part_articles: Most records of a part file.
        encoder: Whether the encoder reads too.
    """

    detail: bool = False
    partition: tuple[str, ...] = ()
    columns: Columns = field(default_factory=Columns)
    limits: Limits = field(default_factory=Limits)
    lexicons: tuple[Path, ...] = ()
    part_articles: int = PART_ARTICLES
    encoder: bool = False

    def datasets(self) -> tuple[str, ...]:
        """Return the names of the datasets to write."""
        return ("articles", *DETAIL) if self.detail else ("articles",)

    def identity(self) -> dict[str, Any]:
        """Return everything that the output depends on beside the records, as JSON-able values."""
        return {
            "dataset_version": DATASET_VERSION,
            "framing_version": __version__,
            "models_and_lexicons": _digest((lexicons_folder(), artifacts_folder())),
            "detail": self.detail,
            "partition": list(self.partition),
            "columns": self.columns.chosen(),
            "limits": asdict(self.limits),
            "own_lexicons": [hashlib.sha256(path.read_bytes()).hexdigest() for path in self.lexicons],
            "part_articles": self.part_articles,
            "encoder": described().identity if self.encoder else None,
        }

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON-able values, for another process."""
        return {
            "detail": self.detail,
            "partition": list(self.partition),
            "columns": self.columns._asdict(),
            "limits": asdict(self.limits),
            "lexicons": [str(path) for path in self.lexicons],
            "part_articles": self.part_articles,
            "encoder": self.encoder,
        }

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Settings":
        """Return the settings that ``to_dict`` wrote."""
        return cls(
            detail=values["detail"],
            partition=tuple(values["partition"]),
            columns=Columns(**values["columns"]),
            limits=Limits(**values["limits"]),
            lexicons=tuple(map(Path, values["lexicons"])),
            part_articles=values["part_articles"],
            encoder=values["encoder"],
        )


def _digest(folders: tuple[Path, ...]) -> str:
    """Return a hash over the names and contents of the folders' data files."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix in {".json", ".npz", ".toml"}:
                digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
