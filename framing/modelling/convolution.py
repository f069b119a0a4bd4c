"""The tagger on arrays: dilated convolutions over the whole text (strubell2017), then each block read both ways.

Each convolution normalises its input, sees a token and its neighbours at a distance that grows from layer to layer, and
adds what it makes of them: a quotation sees who was named in the paragraph before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import ModelError
from framing.modelling.artifact import Artifact
from framing.modelling.recurrence import Recurrence, packed, read_both_ways, recurrence
from framing.modelling.token_features import ENDINGS, FLAGS, TokenFeatures

__all__ = [
    "FORBIDDEN",
    "Network",
    "best_labels",
    "edges_within",
    "network",
    "token_scores",
]

Array = NDArray[np.float32]

_SIDE_BY_SIDE = 16_384
"""Tokens whose blocks are read together: about 100 MB at most, and all of any news article."""
_PIECE = 4096
"""Tokens computed at a time: memory stays flat for a text of any length, and results do not change."""
_SMALL = 1e-5
"""Added to a variance before it divides, as in training (PyTorch's default for ``LayerNorm``)."""


FORBIDDEN = -1e4
"""Score of what cannot be: lower than any sum of the others."""


class Network(NamedTuple):
    """The stored weights.

    Attributes:
        words: Embeddings as bytes, of shape (n_words, width).
        word_scales: What each word's are multiplied with, of shape (n_words, 1).
        endings: Embeddings of word endings, of shape (ENDINGS, width).
        entry: Weights and bias of the first layer, of shape (inputs + 1, dim).
        layers: Of shape (n_layers, 3 * dim + 1, dim): weights for the token before, itself and after, and the bias.
        scales: Normalisation of each layer and of the output, of shape (n_layers + 1, 2, dim).
        dilations: Distance of the neighbours in each layer.
        recurrence: Reads each block both ways.
        exit: Weights and bias of the output, of shape (2 * width + 1, n_labels).
        transitions: Score of a label after a label, of shape (n_labels, n_labels).
        opening: Score of a label at a block's start, of shape (n_labels,).
    """

    words: NDArray[np.int8]
    word_scales: Array
    endings: Array
    entry: Array
    layers: Array
    scales: Array
    dilations: tuple[int, ...]
    recurrence: Recurrence
    exit: Array
    transitions: Array
    opening: Array


def network(artifact: Artifact) -> Network:
    """Return the network that an artifact holds.

    Raises:
        ModelError: If arrays are missing or do not fit each other.
    """
    read = Network(
        words=artifact.array("words"),
        word_scales=artifact.array("word_scales").astype(np.float32)[:, None],
        endings=artifact.array("endings").astype(np.float32),
        entry=artifact.array("entry").astype(np.float32),
        layers=artifact.array("layers").astype(np.float32),
        scales=artifact.array("scales").astype(np.float32),
        dilations=tuple(int(value) for value in artifact.array("dilations")),
        recurrence=recurrence(
            artifact.array("reading_inputs").astype(np.float32), artifact.array("reading_states").astype(np.float32)
        ),
        exit=artifact.array("exit").astype(np.float32),
        transitions=artifact.array("transitions").astype(np.float32),
        opening=artifact.array("opening").astype(np.float32),
    )
    dim = read.layers.shape[-1]
    width = read.recurrence.states.shape[1]
    inputs = read.words.shape[1] + read.endings.shape[1] + len(FLAGS)
    fits = (
        read.word_scales.shape == (len(read.words), 1)
        and read.entry.shape == (inputs + 1, dim)
        and read.layers.shape == (len(read.dilations), 3 * dim + 1, dim)
        and read.scales.shape == (len(read.dilations) + 1, 2, dim)
        and read.endings.shape[0] == ENDINGS
        and read.recurrence.inputs.shape == (2, dim + 1, 4 * width)
        and read.recurrence.states.shape == (2, width, 4 * width)
        and read.exit.shape[0] == 2 * width + 1
        and read.transitions.shape == (read.exit.shape[1],) * 2
        and read.opening.shape == (read.exit.shape[1],)
    )
    if not fits:
        raise ModelError(f"model '{artifact.manifest.get('name')}' holds arrays that do not fit each other")
    return read


def token_scores(
    features: TokenFeatures,
    weights: Network,
    runs: Sequence[tuple[int, int]] | None = None,
    states: NDArray[np.float16] | None = None,
) -> Array:
    """Return each label's score for each token, of shape (n_tokens, n_labels).

    Args:
        features: The whole text.
        weights: The network.
        runs: The parts to be scored, one after the other: where each begins and ends, edges of blocks. What stands
            around them is seen all the same. The whole text without.
        states: Where what the network makes of each token before it scores labels is put, of shape (n_tokens, 2 *
            width), if that is asked for.
    """
    count = len(features.words)
    runs = [(0, count)] if runs is None else runs
    halo = sum(weights.dilations)
    scores = np.empty((sum(stop - begin for begin, stop in runs), weights.exit.shape[1]), dtype=np.float32)
    for edges in _groups(edges_within(features.edges, runs)):
        begun, ended = edges[0], edges[-1]
        seen = np.ones((ended - begun, weights.layers.shape[-1] + 1), dtype=np.float32)
        place = 0
        for start, end in _pieces(runs, begun, ended):
            first, last = max(start - halo, 0), min(end + halo, count)
            convolved = _convolved(features, weights, first, last)
            seen[place : place + end - start, :-1] = convolved[start - first : end - first]
            place += end - start
        made = read_both_ways(seen, tuple(edge - begun for edge in edges), weights.recurrence)
        scores[begun:ended] = made @ weights.exit[:-1] + weights.exit[-1]
        if states is not None:
            states[begun:ended] = made
    return scores


def edges_within(edges: Sequence[int], runs: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return where the blocks of some runs start if the runs alone are counted, and their number of tokens last.

    Examples:
        >>> edges_within((0, 10, 30, 45, 60), [(10, 30), (45, 60)])
        (0, 20, 35)
    """
    within: list[int] = []
    before = 0
    for begin, stop in runs:
        first, last = bisect_left(edges, begin), bisect_left(edges, stop)
        within += [edge - begin + before for edge in edges[first:last]]
        before += stop - begin
    return (*within, before)


def _pieces(runs: Sequence[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of the text, each computed at a time, that hold some tokens of the runs counted alone."""
    before = 0
    for begin, stop in runs:
        low, high = begin + max(first - before, 0), min(begin + last - before, stop)
        yield from ((start, min(start + _PIECE, high)) for start in range(low, high, _PIECE))
        before += stop - begin


def _groups(edges: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the edges of blocks that are read side by side: as many as memory for some ten thousand tokens allows."""
    begun = 0
    for number in range(1, len(edges)):
        if number == len(edges) - 1 or edges[number + 1] - edges[begun] > _SIDE_BY_SIDE:
            yield edges[begun : number + 1]
            begun = number


def _convolved(features: TokenFeatures, weights: Network, first: int, last: int) -> Array:
    known = features.words[first:last]
    inputs = np.concatenate(
        [
            weights.words[known] * weights.word_scales[known],
            weights.endings[features.endings[first:last]],
            features.flags[first:last],
            np.ones((last - first, 1), dtype=np.float32),  # for the bias, here and below
        ],
        axis=1,
    )
    state = inputs @ weights.entry
    count, dim = state.shape
    # Before a text and behind it stand zeros, so that a token's neighbours at any distance are a run of rows.
    wide = max(weights.dilations)
    padded = np.zeros((count + 2 * wide, dim), dtype=np.float32)
    centre = padded[wide : wide + count]
    around = np.ones((count, 3 * dim + 1), dtype=np.float32)
    gained = np.empty_like(state)
    for layer, scale, distance in zip(weights.layers, weights.scales, weights.dilations, strict=False):
        _normalise(state, scale, centre)
        around[:, :dim] = padded[wide - distance : wide - distance + count]
        around[:, dim : 2 * dim] = centre
        around[:, 2 * dim : -1] = padded[wide + distance : wide + distance + count]
        np.matmul(around, layer, out=gained)
        np.maximum(gained, 0, out=gained)
        state += gained
    return _normalise(state, weights.scales[-1], state)


def _normalise(state: Array, scale: Array, out: Array) -> Array:
    """Write rows of mean 0 and variance 1, scaled and shifted, to an array that may be the same one."""
    dim = state.shape[1]
    # A product sums rows several times as fast as a mean does.
    np.subtract(state, state @ np.full((dim, 1), 1 / dim, dtype=np.float32), out=out)
    out /= np.sqrt(np.einsum("ij,ij->i", out, out)[:, None] / dim + _SMALL)
    out *= scale[0]
    out += scale[1]
    return out


def best_labels(scores: Array, edges: tuple[int, ...], weights: Network) -> NDArray[np.int64]:
    """Return the best label sequence of each block (viterbi1967), all blocks side by side.

    Args:
        scores: Of shape (n_tokens, n_labels).
        edges: Where blocks start, and the number of tokens last.
        weights: Transitions and opening scores.

    Returns:
        Labels, of shape (n_tokens,).
    """
    labels = np.zeros(len(scores), dtype=np.int64)
    if len(scores) == 0:
        return labels
    bounds = np.array(edges, dtype=np.int64)
    packing = packed(bounds[:-1], np.diff(bounds))
    steps = list(pairwise(packing.edges))
    ordered = scores[packing.places]
    reached = ordered[: packing.edges[1]] + weights.opening
    onward = np.ascontiguousarray(weights.transitions.T)
    came_from = np.zeros(scores.shape, dtype=np.int64)
    paths_begin = np.arange(reached.size).reshape(reached.shape) * scores.shape[1]
    for first, last in steps[1:]:
        alive = last - first
        paths = reached[:alive, None] + onward
        before = paths.argmax(axis=2, out=came_from[first:last])
        # All places are within: with "wrap" the array is written without another between.
        np.take(paths, paths_begin[:alive] + before, out=reached[:alive], mode="wrap")
        reached[:alive] += ordered[first:last]
    best = reached.argmax(axis=1)
    blocks = np.arange(len(best))
    found = np.empty(len(scores), dtype=np.int64)
    for first, last in reversed(steps):
        alive = last - first
        found[first:last] = best[:alive]
        best[:alive] = came_from[first:last][blocks[:alive], best[:alive]]
    labels[packing.places] = found
    return labels
