"""Learn which rows of the panel readers would sign, from what they marked: ``framing train speaker_rows``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.evaluation.marked_speech import Marked, read_learned, said_by_readers
from framing.evaluation.speakers import right_rows
from framing.measuring.row_confidence import row_features
from framing.measuring.sources import rows_of
from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.feature_logistic import held_out_chances, logistic_weights, save_weights
from framing.modelling.training.intervals import bootstrap
from framing.pipeline import analysis_of
from framing.reading import document
from framing.report import LEAST_SURE
from framing.segmenting import segment

__all__ = ["train"]

_FEWEST = 8
"""Features that fewer rows have are left out."""


class _Rows(NamedTuple):
    """Rows of panels, with what a reader made of them.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        right: Of shape (n,): whether the reader would sign it.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    right: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``speaker_rows.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    rows = _rows(list(read_learned(data)))
    weights = logistic_weights(list(zip(rows.features, rows.right.tolist(), strict=True)), _FEWEST)
    figures = bootstrap(
        {
            "rows right": lambda right, _: float(right.mean()),
            "sure rows right": lambda right, sure: float(right[sure >= LEAST_SURE].mean()),
            "other rows right": lambda right, sure: float(right[sure < LEAST_SURE].mean()),
            "right rows that are sure": lambda right, sure: float((sure >= LEAST_SURE)[right].mean()),
            "calibration error": lambda right, sure: expected_calibration_error(sure, right),
        },
        rows.right,
        held_out_chances(rows.features, rows.right, rows.articles, _FEWEST),
        groups=rows.articles,
    )
    data_read = f"{len(rows.right)} rows of {len(set(rows.articles.tolist()))} articles read blind"
    return save_weights(output, "speaker_rows", weights, data_read, figures)


def _rows(marked: Sequence[Marked]) -> _Rows:
    articles: list[int] = []
    features: list[list[str]] = []
    right: list[bool] = []
    for number, item in enumerate(marked):
        article = segment(document(item.text))
        analysis = analysis_of(article, stages={"attributions"})
        rows = rows_of(analysis)
        speech = said_by_readers(article, item)
        articles += [number] * len(rows)
        features += [list(row_features(article, *row, len(rows))) for row in rows]
        right += [bool(shown) for shown in right_rows(analysis, [row.tally for row in rows], speech)]
    return _Rows(np.array(articles), features, np.array(right))
