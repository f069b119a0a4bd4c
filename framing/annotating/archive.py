"""What share of an archive's words the product marks, by label, from the datasets with detail."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.finding import LEAST_SLANT, MOSTLY_OWN
from framing.packages import needed

__all__ = ["marked_shares"]


def marked_shares(folder: Path) -> Mapping[str, float]:
    """Return the share of words that carry a label, 0 to 1.

    Args:
        folder: An output of ``framing corpus score --detail``.

    Raises:
        InputError: If it is none.
        InstallError: If pyarrow is not installed.
    """
    words = _column(folder, "articles", ["words"])["words"].sum()
    if not words:
        raise InputError(str(folder), "holds no words")
    credited = _column(folder, "attributions", ["act", "words", "cue", "mention"])
    speech = credited[credited["act"] == "speech"]
    loaded = _column(folder, "loaded_terms", ["text"])
    sentences = _column(folder, "sentences", ["text", "slant", "own"])
    slanted = sentences[(sentences["slant"] >= LEAST_SLANT) & (sentences["own"] > MOSTLY_OWN)]
    counted = {
        "content": speech["words"].sum(),
        "cue": _words(speech["cue"]),
        "source": _words(speech["mention"]),
        "loaded": _words(loaded["text"]),
        "slanted": _words(slanted["text"]),
    }
    return {label: min(1.0, float(count) / float(words)) for label, count in counted.items()}


def _column(folder: Path, dataset: str, columns: list[str]) -> Any:  # noqa: ANN401 -- a table of pandas
    place = folder / dataset
    if not place.is_dir():
        raise InputError(str(folder), f"has no dataset '{dataset}'; framing corpus score --detail writes it")
    return needed("pyarrow.dataset").dataset(place).to_table(columns=columns).to_pandas()


def _words(texts: Any) -> int:  # noqa: ANN401 -- a column of pandas
    return int(texts.dropna().str.split().str.len().sum())
