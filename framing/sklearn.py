"""Scores of texts as features for scikit-learn pipelines.

This module imports scikit-learn, which takes a second; nothing else of the package imports it.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from framing.finding import POLICY_FRAMES
from framing.scoring.sentences import score_texts
from framing.texts import given_texts

__all__ = ["FramingFeatures"]


class FramingFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Turn sentences into columns: slant, loaded language and the fourteen policy frames.

    Nothing is learned from the data: fitting only checks the input. Where the bias model abstains the column holds
    ``abstained``, so that estimators that take no missing values can follow. The tags say that input is a sequence of
    strings; ``check_estimator`` then leaves out its checks that feed numbers, and runs the others.

    Args:
        frames: Whether to give the policy frames' columns.
        abstained: What stands for a probability of slant that the model does not give; ``nan`` to keep it missing.

    Examples:
        >>> FramingFeatures(frames=False).fit_transform(["Ministers meet on Monday."]).shape
        (1, 2)
    """

    def __init__(self, *, frames: bool = True, abstained: float = 0.5) -> None:
        self.frames = frames
        self.abstained = abstained

    def fit(self, X: Iterable[str], y: object = None) -> "FramingFeatures":  # noqa: ARG002, N803
        """Check the input and return the transformer.

        Raises:
            TypeError: If ``X`` is not a sequence of strings.
        """
        self.n_texts_ = len(_texts(X))
        return self

    def transform(self, X: Iterable[str]) -> NDArray[np.float64]:  # noqa: N803
        """Return the texts' scores, of shape (n_texts, n_columns), all between 0 and 1.

        Raises:
            TypeError: If ``X`` is not a sequence of strings.
        """
        check_is_fitted(self)
        table = score_texts(_texts(X))
        bias = np.where(np.isnan(table.bias), self.abstained, table.bias)
        columns = [bias[:, None], table.loaded[:, None], *([table.frames] if self.frames else [])]
        return np.hstack(columns)

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:  # noqa: ARG002
        """Return the columns' names, of shape (n_columns,), as in ``framing.score_sentences``."""
        names = ["bias", "loaded", *([f"frame.{frame}" for frame in POLICY_FRAMES] if self.frames else [])]
        return np.asarray(names, dtype=object)

    def __sklearn_tags__(self) -> Any:  # noqa: ANN401
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = True
        return tags


def _texts(given: Iterable[str]) -> list[str]:
    """Return the input as a list of strings; a missing one is refused, since an estimator could not know of it."""
    texts = given_texts(given, "X")
    if None in texts:
        raise TypeError(f"X: expected texts, got a missing value at place {texts.index(None)}")
    return [text for text in texts if text is not None]
