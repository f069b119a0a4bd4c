"""Which articles were counted already: 8 bytes for each."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Seen"]


class Seen:
    """A set of 64-bit hashes that grows by sorted runs; runs of like size are merged."""

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []

    def new(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return which hashes come for the first time, and remember them all.

        Args:
            hashes: Of shape (n,); of equal ones the first is new.
        """
        kept, first = np.unique(hashes, return_index=True)
        fresh = np.ones(len(kept), dtype=bool)
        for run in self._runs:
            place = np.searchsorted(run, kept).clip(max=len(run) - 1)
            fresh &= run[place] != kept
        result = np.zeros(len(hashes), dtype=bool)
        result[first[fresh]] = True
        if fresh.any():
            self._remember(kept[fresh])
        return result

    def _remember(self, run: NDArray[np.uint64]) -> None:
        while self._runs and len(self._runs[-1]) <= 2 * len(run):
            run = np.sort(np.concatenate((self._runs.pop(), run)))
        self._runs.append(run)
