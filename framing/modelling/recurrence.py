"""A long short-term memory that reads each block both ways (hochreiter1997, graves2005), all blocks side by side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Recurrence", "read_both_ways"]

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Weights of the two directions, gates in the order input, forget, output, candidate.

    Attributes:
        inputs: Of shape (2, dim + 1, 4 * width): weights of the input, and the bias last.
        states: Of shape (2, width, 4 * width): weights of the state before.
    """

    inputs: Array
    states: Array


def read_both_ways(seen: Array, edges: tuple[int, ...], weights: Recurrence) -> Array:
    """Return each token's state after reading its block from the front and from the back.

    Args:
        seen: Inputs, of shape (n_tokens, dim).
        edges: Where blocks start, and the number of tokens last.
        weights: The two directions.

    Returns:
        States, of shape (n_tokens, 2 * width).
    """
    width = weights.states.shape[1]
    firsts = np.array(edges[:-1], dtype=np.int64)
    lengths = np.diff(np.array(edges, dtype=np.int64))
    # Longest blocks first: at each step the blocks still running are a prefix.
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    result = np.zeros((len(seen), 2 * width), dtype=np.float32)
    if len(seen) == 0:
        return result
    given = [seen @ weights.inputs[way, :-1] + weights.inputs[way, -1] for way in (0, 1)]
    states = np.zeros((2, len(firsts), width), dtype=np.float32)
    cells = np.zeros_like(states)
    running = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
    for step, alive in enumerate(running):
        forward = firsts[:alive] + step
        backward = firsts[:alive] + lengths[:alive] - 1 - step
        gates = np.matmul(states[:, :alive], weights.states)
        gates[0] += given[0][forward]
        gates[1] += given[1][backward]
        opened = _logistic(gates[..., : 3 * width])
        kept = opened[..., width : 2 * width] * cells[:, :alive]
        cells[:, :alive] = kept + opened[..., :width] * np.tanh(gates[..., 3 * width :])
        states[:, :alive] = opened[..., 2 * width :] * np.tanh(cells[:, :alive])
        result[forward, :width] = states[0, :alive]
        result[backward, width:] = states[1, :alive]
    return result


def _logistic(values: Array) -> Array:
    result: Array = 0.5 * (np.tanh(0.5 * values) + 1)
    return result
