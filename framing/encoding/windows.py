"""Windows over a text that is longer than what the encoder reads at once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Window", "read_in", "read_over", "windows"]


class Window(NamedTuple):
    """A run of pieces: the first, and the one after the last."""

    start: int
    end: int


def windows(count: int, longest: int, step: int) -> list[Window]:
    """Return windows that cover some pieces.

    Args:
        count: How many pieces there are.
        longest: Pieces of a window.
        step: Pieces between the starts of two windows.
    """
    found = [Window(0, min(longest, count))]
    while found[-1].end < count:
        start = found[-1].start + step
        found.append(Window(start, min(start + longest, count)))
    return found


def read_in(firsts: NDArray[np.int64], over: Sequence[Window]) -> NDArray[np.int64]:
    """Return the number of the window in which each token is read: where it stands deepest, the first of equals.

    The text's own ends are no edges: what stands there is as deep as can be.

    Args:
        firsts: Of shape (n_tokens,): where each token's first piece stands.
        over: The windows, in order; each piece is in one of them.
    """
    count = over[-1].end
    chosen = np.zeros(len(firsts), dtype=np.int64)
    deepest = np.full(len(firsts), -1, dtype=np.int64)
    for number, (start, end) in enumerate(over):
        inside = (firsts >= start) & (firsts < end)
        before = firsts - start if start else np.full(len(firsts), count)
        behind = end - 1 - firsts if end < count else np.full(len(firsts), count)
        depth = np.where(inside, np.minimum(before, behind), -1)
        deeper = depth > deepest
        chosen[deeper] = number
        deepest[deeper] = depth[deeper]
    return chosen


def read_over(
    firsts: NDArray[np.int64], over: Sequence[Window], read: Callable[[Window], NDArray[np.float32]]
) -> NDArray[np.float32]:
    """Return each token's values at its first piece, of shape (n_tokens, width), from the window of ``read_in``.

    Args:
        firsts: Of shape (n_tokens,): where each token's first piece stands.
        over: The windows, in order, one at least.
        read: Returns the values of a window's pieces, of shape (n_pieces, width).
    """
    chosen = read_in(firsts, over)
    values = read(over[0])
    found = np.empty((len(firsts), values.shape[-1]), dtype=np.float32)
    for number, window in enumerate(over):
        if number:
            values = read(window)
        here = chosen == number
        found[here] = values[firsts[here] - window.start]
    return found
