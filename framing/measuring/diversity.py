"""How evenly something is spread over classes: entropy, evenness, concentration, divergence.

Each function takes totals of shape (..., n_classes) and returns values of shape (...), so that it serves the article
and all its bootstrap draws at once. Classes with no words do not count.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["concentration", "entropy", "evenness", "jensen_shannon_distance", "shares"]

Array = NDArray[np.float64]


def shares(totals: Array) -> Array:
    """Return each class's share of the sum, 0 to 1; NaN where the sum is 0."""
    whole = totals.sum(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        result: Array = np.where(whole > 0, totals / whole, np.nan)
    return result


def entropy(totals: Array) -> Array:
    """Return Shannon's entropy of the shares in bits: 0 for one class, log2(k) for k equal ones (shannon1948)."""
    share = shares(totals)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(share > 0, share * np.log2(share), 0.0)
    result: Array = np.where(np.isnan(share).any(axis=-1), np.nan, -terms.sum(axis=-1) + 0.0)
    return result


def evenness(totals: Array) -> Array:
    """Return Pielou's evenness, entropy over its greatest value for the classes present (pielou1966).

    1 for equal shares, towards 0 where one class has nearly all; NaN for fewer than two classes.

    Examples:
        >>> float(evenness(np.array([5.0, 5.0, 0.0])))
        1.0
    """
    present = (totals > 0).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Array = np.where(present > 1, entropy(totals) / np.log2(np.maximum(present, 2)), np.nan)
    return result


def concentration(totals: Array) -> Array:
    """Return the Herfindahl index, the sum of squared shares: 1 for one class, 1/k for k equal ones (herfindahl1950).

    Examples:
        >>> float(concentration(np.array([1.0, 1.0, 2.0])))
        0.375
    """
    result: Array = (shares(totals) ** 2).sum(axis=-1)
    return result


def jensen_shannon_distance(first: Array, second: Array) -> Array:
    """Return the square root of the Jensen-Shannon divergence in bits: 0 for equal shares, 1 for disjoint (endres2003).

    Examples:
        >>> float(jensen_shannon_distance(np.array([1.0, 0.0]), np.array([0.0, 4.0])))
        1.0
    """
    one, two = shares(first), shares(second)
    middle = (one + two) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(one > 0, one * np.log2(one / middle), 0.0).sum(axis=-1)
        right = np.where(two > 0, two * np.log2(two / middle), 0.0).sum(axis=-1)
    undefined = np.isnan(one).any(axis=-1) | np.isnan(two).any(axis=-1)
    result: Array = np.where(undefined, np.nan, np.sqrt(np.maximum((left + right) / 2, 0.0)))
    return result
