"""Folds for cross-validation in which what belongs together stays together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["group_folds"]


def group_folds(groups: Sequence[str], folds: int = 8) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return each fold's train and test indices, of shape (n_train,) and (n_test,); no group is ever on both sides."""
    from sklearn.model_selection import GroupKFold

    return list(GroupKFold(folds).split(np.zeros(len(groups)), groups=np.array(groups)))
