"""A long short-term memory that reads each block both ways (hochreiter1997, graves2005), all blocks side by side.

Blocks are read in packed order: all first tokens, the longest block's first, then all second tokens, and so on. Each
step is then one run of rows, and nothing is gathered or scattered between steps.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Packing", "Recurrence", "packed", "read_both_ways", "recurrence"]

Array = NDArray[np.float32]


class Recurrence(NamedTuple):
    """Weights of the two directions, gates in the order input, forget, output, candidate.

    Those of the three gates are half of what was learned: a gate's logistic function is half of one more than the
    hyperbolic tangent of half of it. That half is taken of what the gates open, a third as many numbers, and of the
    states' weights, as states are twice what they were learned to be.

    Attributes:
        inputs: Of shape (2, dim + 1, 4 * width): weights of the input, and the bias last.
        states: Of shape (2, width, 4 * width): weights of the state before.
    """

    inputs: Array
    states: Array


def recurrence(inputs: Array, states: Array) -> Recurrence:
    """Return the weights that were learned as ``read_both_ways`` takes them."""
    width = states.shape[-2]
    halves = np.repeat(np.array([0.5, 1], dtype=np.float32), (3 * width, width))
    return Recurrence(inputs * halves, states * halves * np.float32(0.5))


class Packing(NamedTuple):
    """Where the tokens of blocks lie in packed order.

    Attributes:
        places: Each packed row's place in the text, of shape (n_tokens,).
        turned: The packed row of the same block's token counted from the other end, of shape (n_tokens,).
        edges: Where each step's rows start, and the number of tokens last.
    """

    places: NDArray[np.int64]
    turned: NDArray[np.int64]
    edges: tuple[int, ...]


def packed(firsts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Packing:
    """Return the packing of blocks.

    Args:
        firsts: Each block's first token, of shape (n_blocks,).
        lengths: Each block's number of tokens, at least one, of the same shape.
    """
    # Longest blocks first: at each step the blocks still running are a prefix.
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    running = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    edges = np.concatenate([[0], np.cumsum(running)])
    step = np.repeat(np.arange(len(running)), running)
    block = np.arange(len(step)) - edges[step]
    return Packing(firsts[block] + step, edges[lengths[block] - 1 - step] + block, tuple(edges.tolist()))


def read_both_ways(seen: Array, edges: tuple[int, ...], weights: Recurrence) -> Array:
    """Return each token's state after reading its block from the front and from the back.

    Args:
        seen: Inputs, of shape (n_tokens, dim + 1), in the last column a one for the bias.
        edges: Where blocks start, and the number of tokens last.
        weights: The two directions.

    Returns:
        States, of shape (n_tokens, 2 * width).
    """
    width = weights.states.shape[1]
    result = np.zeros((len(seen), 2 * width), dtype=np.float32)
    if len(seen) == 0:
        return result
    bounds = np.array(edges, dtype=np.int64)
    packing = packed(bounds[:-1], np.diff(bounds))
    given = np.empty((2, len(seen), 4 * width), dtype=np.float32)
    for way, places in enumerate((packing.places, packing.places[packing.turned])):
        np.matmul(seen[places], weights.inputs[way], out=given[way])
    states = np.empty((2, len(seen), width), dtype=np.float32)
    cells = np.zeros((2, packing.edges[1], width), dtype=np.float32)
    before = 0
    for first, last in pairwise(packing.edges):
        gates = given[:, first:last]
        if first:
            gates += np.matmul(states[:, before : before + last - first], weights.states)
        np.tanh(gates, out=gates)
        opened = gates[..., : 3 * width]
        opened += 1
        cell = cells[:, : last - first]
        cell *= opened[..., width : 2 * width]
        cell += opened[..., :width] * gates[..., 3 * width :]
        cell *= 0.5
        state = states[:, first:last]
        np.tanh(cell, out=state)
        state *= opened[..., 2 * width :]
        before = first
    states *= 0.5
    result[packing.places, :width] = states[0]
    result[packing.places, width:] = states[1][packing.turned]
    return result
