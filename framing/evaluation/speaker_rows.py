"""Learn which rows of the panel readers would sign, from what they marked: ``framing train speaker_rows``."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from framing.evaluation.marked_speech import Marked, read_learned, said_by_readers
from framing.evaluation.signed import Signed, learn
from framing.evaluation.speakers import right_rows
from framing.measuring.row_confidence import row_features
from framing.measuring.sources import rows_of
from framing.pipeline import analysis_of
from framing.reading import document
from framing.report import LEAST_SURE
from framing.segmenting import segment

__all__ = ["train"]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``speaker_rows.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    return learn(output, "speaker_rows", _rows(list(read_learned(data))), LEAST_SURE, "rows")


def _rows(marked: Sequence[Marked]) -> Signed:
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
    return Signed(np.array(articles), features, np.array(right))
