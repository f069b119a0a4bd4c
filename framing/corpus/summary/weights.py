"""Poisson bootstrap weights that depend on a cluster's name alone (chamandy2012).

Each draw counts a cluster k times, k from a Poisson distribution of mean 1. The numbers are made from a hash of the
cluster's name, so that one pass over the articles is enough, their order does not matter, and whatever belongs to one
cluster is drawn together wherever it stands.
"""

import hashlib
import math

import numpy as np
from numpy.typing import NDArray

from framing.measuring.intervals import DRAWS

__all__ = ["name_hash", "poisson_weights"]

_LANES = 4
"""Numbers of 16 bits in one of 64."""
_STEP = np.uint64(0x9E3779B97F4A7C15)
"""2 to the 64th over the golden ratio: multiples of it spread evenly, so that each draw of one hash is a number of its
own."""


def name_hash(*parts: str) -> int:
    """Return 64 bits of a hash over a name's parts, the same on every machine."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big")


def poisson_weights(hashes: NDArray[np.uint64], draws: int = DRAWS) -> NDArray[np.uint8]:
    """Return how often each draw counts each cluster.

    Args:
        hashes: One a row, of shape (n_rows,); equal hashes get equal weights.
        draws: How many draws.

    Returns:
        Counts of mean 1, of shape (n_rows, draws).
    """
    if not draws:
        return np.empty((len(hashes), 0), dtype=np.uint8)
    count = -(-draws // _LANES)
    mixed = hashes.astype(np.uint64)[:, None] + np.arange(1, count + 1, dtype=np.uint64)[None, :] * _STEP
    mixed = _mixed(mixed).astype("<u8")  # lanes in the same order on every machine
    lanes = mixed.view("<u2")[:, :draws]
    return np.take(_COUNTS, lanes)


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finishing steps of SplitMix64: every bit of the input changes half of the bits that come out."""
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))


def _poisson_table() -> NDArray[np.uint8]:
    """Counts by 16 random bits: the inverse of the Poisson distribution, to 1 in 65,536."""
    table = np.empty(65_536, dtype=np.uint8)
    first, below = 0, 0.0
    for count in range(10):
        below += math.exp(-1) / math.factorial(count)
        last = min(round(below * len(table)), len(table))
        table[first:last] = count
        first = last
    table[first:] = 9
    return table


_COUNTS = _poisson_table()
