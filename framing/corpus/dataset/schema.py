"""The datasets that ``framing corpus score`` writes: columns, types and version; ``docs/corpus.md`` explains them.

A column's type is one of ``string``, ``int32``, ``double`` and ``bool``; all but the keys may be missing.
"""

from collections.abc import Mapping

from framing.finding import GENERIC_FRAMES, POLICY_FRAMES
from framing.measuring.definitions import DEFINITIONS

__all__ = ["DATASETS", "DATASET_VERSION", "DETAIL", "FIGURES", "MEASURE_PARTS", "measure_columns"]

DATASET_VERSION = "1.1"
"""Raised when a column is renamed, removed or changes its meaning; new columns alone raise the second number."""

MEASURE_PARTS = ("", ".low", ".high", ".percentile", ".of")
"""What stands of each measure: its value, interval, percentile among real news, and denominator."""

_KEYS = {"article": "string", "outlet": "string", "date": "string", "month": "string"}
_SPAN = {"start": "int32", "end": "int32", "text": "string"}


def measure_columns() -> list[str]:
    """Return the columns of the measures, in the order of ``docs/measures.md``."""
    return [f"{definition.name}{part}" for definition in DEFINITIONS for part in MEASURE_PARTS]


FIGURES: Mapping[str, str] = {
    "language": "string",
    "words": "int32",
    "warnings": "string",
    "genre": "string",
    "genre_probability": "double",
    "frames": "string",
    **{f"frame.{name}": "double" for name in POLICY_FRAMES},
    **{f"generic.{name}": "double" for name in GENERIC_FRAMES},
    **dict.fromkeys(measure_columns(), "double"),
}
"""What is said of an article in figures; the columns of ``framing.score_frame``."""

DATASETS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        **_KEYS,
        "id": "string",
        "content": "string",
        "title": "string",
        "topic": "string",
        "url": "string",
        "kind": "string",
        **FIGURES,
    },
    "sentences": {
        **_KEYS,
        "sentence": "int32",
        **_SPAN,
        "block": "string",
        "own": "double",
        "quoted": "double",
        "reported": "double",
        "bias": "double",
        "slant": "double",
        "loaded": "double",
        "subjectivity": "double",
        "frame": "string",
        **{f"frame.{name}": "double" for name in POLICY_FRAMES},
    },
    "attributions": {
        **_KEYS,
        "attribution": "int32",
        "sentence": "int32",
        **_SPAN,
        "act": "string",
        "kind": "string",
        "cue": "string",
        "stance": "string",
        "source": "string",
        "mention": "string",
        "role": "string",
        "type": "string",
        "party": "string",
        "identity": "string",
        "anonymity_explained": "bool",
        "relayed": "bool",
        "words": "int32",
    },
    "loaded_terms": {
        **_KEYS,
        "sentence": "int32",
        **_SPAN,
        "entry": "string",
        "category": "string",
        "origin": "string",
        "probability": "double",
        "severity": "int32",
        "voice": "string",
        "block": "string",
        "scare": "bool",
    },
}
"""Column types by dataset and column, in the order of the files."""

DETAIL = ("sentences", "attributions", "loaded_terms")
"""Datasets that are written only when asked for."""
