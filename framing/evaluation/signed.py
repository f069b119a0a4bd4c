"""Whether readers would sign what is shown, and how that is learned: one way for rows of the panel and attributions."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.feature_logistic import held_out_chances, logistic_weights, save_weights
from framing.modelling.training.intervals import bootstrap

__all__ = ["Signed", "learn"]

_FEWEST = 8
"""Features that fewer cases have are left out."""


class Signed(NamedTuple):
    """What is shown, with what a reader made of it.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        right: Of shape (n,): whether the reader would sign it.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    right: NDArray[np.bool_]


def learn(output: Path, name: str, signed: Signed, least: float, called: str) -> dict[str, str]:
    """Write a model of which would be signed and its manifest, and return figures on articles that were left out.

    Args:
        output: Folder of the artifacts.
        name: The artifact's name.
        signed: What is learned from.
        least: Probability from which one is sure.
        called: What they are, in the plural.
    """
    weights = logistic_weights(list(zip(signed.features, signed.right.tolist(), strict=True)), _FEWEST)
    figures = bootstrap(
        {
            f"{called} right": lambda right, _: float(right.mean()),
            f"sure {called} right": lambda right, sure: float(right[sure >= least].mean()),
            f"other {called} right": lambda right, sure: float(right[sure < least].mean()),
            f"right {called} that are sure": lambda right, sure: float((sure >= least)[right].mean()),
            "calibration error": lambda right, sure: expected_calibration_error(sure, right),
        },
        signed.right,
        held_out_chances(signed.features, signed.right, signed.articles, _FEWEST),
        groups=signed.articles,
    )
    data_read = f"{len(signed.right)} {called} of {len(set(signed.articles.tolist()))} articles read blind"
    return save_weights(output, name, weights, data_read, figures)
