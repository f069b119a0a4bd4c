"""A choice among classes from scores that share their weights: few parameters for few examples (mcfadden1974)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["ConditionalLogit", "fit_conditional_logit"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ConditionalLogit:
    """Weights of k kinds of score, and an intercept for each class and, last, for none of them."""

    weights: Floats
    intercepts: Floats

    def utilities(self, scores: Floats) -> Floats:
        """Return each class's utility above that of none, of shape (n, classes), from (n, classes, k) scores."""
        result: Floats = scores @ self.weights + self.intercepts[:-1] - self.intercepts[-1]
        return result


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
