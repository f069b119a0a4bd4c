"""A logistic model over named features: one weight a name."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

__all__ = ["logistic_weights"]


def logistic_weights(rows: Sequence[tuple[Sequence[str], bool]], fewest: int) -> dict[str, float]:
    """Return the weight of each feature, that of "1" with the intercept.

    Args:
        rows: What holds for each case, and whether it is right.
        fewest: Cases that a feature has to have; others are left out.
    """
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1.0) for names, _ in rows])
    common = np.asarray(matrix.sum(0)).ravel() >= fewest
    model = LogisticRegression(C=1.0, max_iter=500).fit(matrix[:, common], [right for _, right in rows])
    weights: Mapping[str, float] = dict(
        zip(vectorizer.get_feature_names_out()[common], model.coef_[0].tolist(), strict=True)
    )
    rounded = {name: round(weight, 4) for name, weight in weights.items()}
    rounded["1"] = round(rounded.get("1", 0.0) + float(model.intercept_[0]), 4)
    return rounded
