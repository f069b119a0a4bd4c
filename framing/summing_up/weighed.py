"""Shares of weighed observations with their intervals, as the measures make them: Wilson's, by effective number."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from framing.measuring.intervals import effective_number, wilson

__all__ = ["Weighed", "leads", "weighed"]

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


def leads(
    items: Sequence[_Thing],
    weight: Callable[[_Thing], float],
    first: Callable[[_Thing], bool],
    second: Callable[[_Thing], bool],
) -> bool:
    """Return whether one share of a total is larger than another by more than chance.

    The two are compared with each other alone: of what belongs to either, the first has more than half, and the lower
    end of that share's interval too. Two intervals of shares of the whole that overlap would not tell.

    Args:
        items: Independent observations.
        weight: What each adds to the total.
        first: Whether it belongs to the share that may lead.
        second: Whether it belongs to the other.
    """
    either = [item for item in items if first(item) or second(item)]
    return bool(either) and weighed(either, weight, first).low > 0.5
