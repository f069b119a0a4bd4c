"""A choice among classes from scores that share their weights: few parameters for few examples (mcfadden1974)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["ConditionalLogit", "fit_choice", "fit_conditional_logit"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ConditionalLogit:
    """Weights of k kinds of score, of shape (k,), and an intercept for each class and, last, for none of them."""

    weights: Floats
    intercepts: Floats


def fit_conditional_logit(scores: Floats, chosen: NDArray[np.int64], shrinkage: float = 0.5) -> ConditionalLogit:
    """Return the weights that make the choices most likely.

    Args:
        scores: Of shape (n, classes, k).
        chosen: Of shape (n,): the class, or the number of classes for none of them.
        shrinkage: How strongly intercepts are drawn to zero.
    """
    from scipy.optimize import minimize

    count, classes, kinds = scores.shape
    truth = np.zeros((count, classes + 1))
    truth[np.arange(count), chosen] = 1

    def loss(parameters: Floats) -> tuple[float, Floats]:
        weights, intercepts = parameters[:kinds], parameters[kinds:]
        utility = np.hstack([scores @ weights, np.zeros((count, 1))]) + intercepts
        utility -= utility.max(axis=1, keepdims=True)
        chance = np.exp(utility)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -np.log(chance[truth > 0]).sum() + shrinkage * (intercepts**2).sum() + 0.01 * (weights**2).sum()
        error = chance - truth
        slope = np.einsum("nc,nck->k", error[:, :classes], scores) + 0.02 * weights
        return float(value), np.concatenate([slope, error.sum(axis=0) + 2 * shrinkage * intercepts])

    start = np.concatenate([np.full(kinds, 0.3), np.zeros(classes + 1)])
    best = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return ConditionalLogit(best[:kinds], best[kinds:])


def fit_choice(table: Floats, chosen: NDArray[np.int64], counts: Floats, shrinkage: Floats, start: Floats) -> Floats:
    """Return the weights of features, shared by all classes, that make the choices most likely.

    Args:
        table: Of shape (n, classes, k): the features of each class for each case.
        chosen: Of shape (n,): the class.
        counts: Of shape (n,): how much a case counts.
        shrinkage: Of shape (k,): how strongly each weight is drawn to where it starts.
        start: Of shape (k,): where the search starts, and stays for features that tell nothing.
    """
    from scipy.optimize import minimize

    everyone = np.arange(len(table))

    def loss(weights: Floats) -> tuple[float, Floats]:
        utility = table @ weights
        utility -= utility.max(axis=1, keepdims=True)
        chance = np.exp(utility)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -(counts * np.log(chance[everyone, chosen])).sum() + (shrinkage * (weights - start) ** 2).sum()
        chance[everyone, chosen] -= 1
        slope = np.einsum("nc,nck->k", chance * counts[:, None], table) + 2 * shrinkage * (weights - start)
        return float(value), slope

    best: Floats = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return best
