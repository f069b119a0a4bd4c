"""Students of the encoder: linear models of what it says of the news sample's sentences.

A student reads symmetric words where the encoder reads names, and is linear in ``space.design``'s columns as the weak
teachers are. The encoder has read the annotated sets whole, so a student's figures on the set that its own kind of
label comes from are no test: it enters such a model with a fixed weight, and only the other kind is a feature whose
weight is learned.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.modelling.sentence_features import split_sentences
from framing.modelling.training.soft_labels import soft_sentences
from framing.modelling.training.space import Space
from framing.modelling.training.weak import Teacher, with_extras

__all__ = ["students"]

_STRENGTH = 3.0
"""Of the regularisation; with 30 the student is 0.02 to 0.03 less correlated with the encoder on other articles."""
_LEAST = 0.004
"""Probabilities are kept this far from 0 and 1."""
_AT_ONCE = 10_000
"""Sentences split in one step, which bounds the memory."""


@lru_cache(maxsize=1)
def students(data: Path, space: Space) -> Mapping[str, Teacher]:
    """Return the students by the kind of label: ``biased`` and ``loaded``.

    Args:
        data: Folder with ``news.jsonl.gz`` and ``teacher/sentences.npz``.
        space: The space of words.
    """
    from sklearn.linear_model import Ridge

    taught = soft_sentences(data)
    parts = [
        with_extras(space, split_sentences(taught.texts[first : first + _AT_ONCE]))
        for first in range(0, len(taught.texts), _AT_ONCE)
    ]
    matrix = sp.vstack(parts).tocsr()
    by_name: dict[str, Teacher] = {}
    for name, chances in (("biased", taught.biased), ("loaded", taught.loaded)):
        model = Ridge(alpha=_STRENGTH, solver="lsqr", tol=1e-4).fit(matrix, _log_odds(chances))
        by_name[name] = Teacher(model.coef_, float(model.intercept_))
    return by_name


def _log_odds(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(chances, _LEAST, 1 - _LEAST)
    result: NDArray[np.float64] = np.log(kept / (1 - kept))
    return result
