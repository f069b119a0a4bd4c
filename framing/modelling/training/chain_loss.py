"""How far a linear chain over labels (lafferty2001) is from the annotators' labels or a teacher's probabilities.

The chain's own probabilities come from its forward and backward sums. Their distance to the wanted ones is the
derivative, so that no step of the sums is differentiated.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from framing.modelling.labels import FOLLOWS, OPENS

__all__ = ["chain_loss"]

_LEAST = 1e-5
"""Added to each wanted probability: a sequence may need a label that was rounded to zero."""

Floats = NDArray[np.float32]


class _ChainLoss(torch.autograd.Function):  # type: ignore[misc]  # torch is an extra
    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401
        scores: Tensor,
        transitions: Tensor,
        opening: Tensor,
        wanted: Floats,
        edges: tuple[int, ...],
    ) -> Tensor:
        values, after, first = (part.detach().numpy() for part in (scores, transitions, opening))
        factors = np.where(FOLLOWS, np.exp(after), 0).astype(np.float32)
        start = np.where(OPENS, np.exp(first), 0).astype(np.float32)
        count, blocks = len(values), edges[1]
        most = values.max(axis=1, keepdims=True)
        weights = np.exp(values - most)
        weights[:blocks] *= start
        totals, marginals, pairs = _sums(weights, factors, edges)
        asked = wanted + np.float32(_LEAST)
        asked[:blocks] *= OPENS
        _, asked, asked_pairs = _sums(asked, FOLLOWS.astype(np.float32), edges)
        openings = np.where(OPENS, (marginals[:blocks] - asked[:blocks]).sum(axis=0), 0)
        total = (np.log(totals) + most).sum() - (asked * values).sum() - (asked_pairs * after)[FOLLOWS].sum()
        total -= (asked[:blocks] * first)[:, OPENS].sum()
        slopes = (marginals - asked, pairs - asked_pairs, openings)
        ctx.slopes = [torch.from_numpy(np.asarray(slope / count, dtype=np.float32)) for slope in slopes]
        return torch.tensor(float(total) / count)

    @staticmethod
    def backward(ctx: Any, asked: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        return (*(slope * asked for slope in ctx.slopes), None, None)


def _sums(weights: Floats, factors: Floats, edges: tuple[int, ...]) -> tuple[Floats, Floats, NDArray[np.float64]]:
    """Return what each token's forward sums are divided by, each label's probability, and the expected pairs of labels.

    Args:
        weights: What each label of each packed token weighs.
        factors: What a label after a label weighs.
        edges: Where each step's rows start, and the number of tokens last.
    """
    forward, backward = np.empty_like(weights), np.ones_like(weights)
    totals = np.empty((len(weights), 1), dtype=np.float32)
    for step in range(len(edges) - 1):
        here = slice(edges[step], edges[step + 1])
        reached = weights[here]
        if step:
            reached = forward[edges[step - 1] : edges[step - 1] + edges[step + 1] - edges[step]] @ factors * reached
        # The smallest number that is none keeps a path of no weight from being divided by zero.
        totals[here] = reached.sum(axis=1, keepdims=True) + np.finfo(np.float32).tiny
        forward[here] = reached / totals[here]
    pairs = np.zeros(factors.shape)
    for step in range(len(edges) - 2, 0, -1):
        here = slice(edges[step], edges[step + 1])
        before = slice(edges[step - 1], edges[step - 1] + edges[step + 1] - edges[step])
        coming = weights[here] * backward[here] / totals[here]
        backward[before] = coming @ factors.T
        pairs += forward[before].T @ coming * factors
    marginals: Floats = forward * backward
    marginals /= marginals.sum(axis=1, keepdims=True)
    return totals, marginals, pairs


def chain_loss(scores: Tensor, transitions: Tensor, opening: Tensor, wanted: Floats, edges: tuple[int, ...]) -> Tensor:
    """Return the mean distance of a token (cross-entropy of the chain, up to what the wanted labels leave open).

    Args:
        scores: Of shape (n_tokens, n_labels), in packed order (``torch_recurrence.Packing``).
        transitions: Of shape (n_labels, n_labels): a label after a label.
        opening: Of shape (n_labels,): a label at a block's start.
        wanted: Each label's probability, of shape (n_tokens, n_labels). They are made coherent first: what is asked for
            are the probabilities over the allowed label sequences, each weighed by the product of its labels'.
        edges: Where each step's rows start, and the number of tokens last.
    """
    loss: Tensor = _ChainLoss.apply(scores, transitions, opening, wanted, edges)
    return loss
