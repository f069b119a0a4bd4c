"""Trained coefficients as the artifact that ships, and the scikit-learn model that the artifact equals."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.modelling.artifact import save_artifact
from framing.modelling.linear import Weights
from framing.modelling.training.space import Matrix, Space, weights_design
from framing.modelling.vocabulary import Encoded, Vocabulary

__all__ = ["snapped", "snapped_design", "snapped_models", "store"]

_PARTS = ("words", "pieces", "pairs", "extras", "intercepts")
_SMALLEST = 2e-3
"""Weights nearer to zero are dropped: together they move a probability by less than 0.002, and zeros compress."""


def snapped(weights: Weights) -> dict[str, NDArray[Any]]:
    """Return the weights in the form that is stored, in their shapes: half precision, the smallest dropped."""
    arrays: dict[str, NDArray[Any]] = {}
    for name in _PARTS:
        values = np.asarray(getattr(weights, name))
        if name in {"words", "pieces", "pairs"}:
            values = np.where(np.abs(values) < _SMALLEST, 0, values)
        # Intercepts and the few extras are kept exactly: they are added in full to every score.
        arrays[name] = values.astype(np.float16 if name in {"words", "pieces", "pairs"} else np.float64)
    return arrays


def store(
    output: Path, name: str, weights: Weights, space: Space, manifest: Mapping[str, Any], **arrays: NDArray[Any]
) -> dict[str, Any]:
    """Write a model's artifact and return its manifest."""
    from importlib.metadata import version

    about = {
        "version": "2026.1",
        "vocabulary": space.vocabulary.sha256,
        "packages": {package: version(package) for package in ("numpy", "scikit-learn", "scipy")},
        **manifest,
    }
    return save_artifact(output, name, {**snapped(weights), **arrays}, about)


def snapped_design(vocabulary: Vocabulary, encoded: Encoded, extras: NDArray[np.float64]) -> Matrix:
    """Return the columns that ``snapped_models`` reads, n rows; the extras are of shape (n, n_extras)."""
    import scipy.sparse as sp

    return sp.hstack([*weights_design(vocabulary, encoded), sp.csr_matrix(extras)]).tocsr()


def snapped_models(weights: Weights) -> list[Any]:
    """Return a scikit-learn classifier for each output with the stored weights, to prove the shipped scorer right."""
    from sklearn.linear_model import LogisticRegression

    arrays = snapped(weights)
    columns = np.vstack([arrays[name].astype(np.float64) for name in _PARTS[:4]])
    models = []
    for k in range(columns.shape[1]):
        model = LogisticRegression()
        model.classes_ = np.array([False, True])
        model.coef_ = columns[:, k][None, :]
        model.intercept_ = arrays["intercepts"][k : k + 1].astype(np.float64)
        models.append(model)
    return models
