"""Shares of weighed observations with their intervals, as the measures make them: Wilson's, by effective number."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from framing.measuring.intervals import effective_number, wilson

__all__ = ["Weighed", "weighed"]

_Thing = TypeVar("_Thing")


class Weighed(NamedTuple):
    """A share of a total.

    Attributes:
        value: 0 to 1.
        low: Lower end of its 95% interval.
        high: Upper end.
    """

    value: float
    low: float
    high: float


def weighed(items: Sequence[_Thing], weight: Callable[[_Thing], float], counted: Callable[[_Thing], bool]) -> Weighed:
    """Return the share of things that are counted, each by its weight; nothing is between nothing and all.

    Args:
        items: Independent observations, such as the attributions of an article.
        weight: What each adds to the total, 0 or more.
        counted: Whether it belongs to the share.
    """
    weights = np.array([weight(item) for item in items], dtype=float)
    number = effective_number(weights)
    if number <= 0:
        return Weighed(0.0, 0.0, 1.0)
    taken = np.array([counted(item) for item in items], dtype=bool)
    share = float(weights[taken].sum() / weights.sum())
    low, high = wilson(share, number)
    return Weighed(share, low, high)
