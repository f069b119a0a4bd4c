"""Whether readers would sign what is shown, and how that is learned: one way for rows of the panel and attributions."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.intervals import bootstrap
from framing.modelling.training.logistic import Cases, Fit, fitted, held_out_chances, save_weights

__all__ = ["Signed", "learn"]

_FEWEST = 8
"""Features that fewer cases have are left out."""
_WORDS, _STATES = Fit(_FEWEST), Fit(_FEWEST, penalty=0.0008, named=5.0)
"""How a model is fitted that reads words alone, and one that reads states; a half and twice of the latter's penalty
give areas within 0.003."""


class Signed(NamedTuple):
    """What is shown, with what a reader made of it.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        right: Of shape (n,): whether the reader would sign it.
        states: Of shape (n, states): what the tagger's network makes of its tokens, where the model reads that.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    right: NDArray[np.bool_]
    states: NDArray[np.float32] | None = None


def learn(output: Path, name: str, signed: Signed, least: float, called: str) -> dict[str, str]:
    """Write a model of which would be signed and its manifest, and return figures on articles that were left out.

    Args:
        output: Folder of the artifacts.
        name: The artifact's name.
        signed: What is learned from.
        least: Probability from which one is sure.
        called: What they are, in the plural.
    """
    cases = Cases(signed.features, signed.right, signed.states)
    fit = _WORDS if signed.states is None else _STATES
    figures = bootstrap(
        {
            f"{called} right": lambda right, _: float(right.mean()),
            f"sure {called} right": lambda right, sure: float(right[sure >= least].mean()),
            f"other {called} right": lambda right, sure: float(right[sure < least].mean()),
            f"right {called} that are sure": lambda right, sure: float((sure >= least)[right].mean()),
            "calibration error": lambda right, sure: expected_calibration_error(sure, right),
        },
        signed.right,
        held_out_chances(cases, signed.articles, fit),
        groups=signed.articles,
    )
    data_read = f"{len(signed.right)} {called} of {len(set(signed.articles.tolist()))} articles read blind"
    return save_weights(output, name, fitted(cases, fit), data_read, figures)
