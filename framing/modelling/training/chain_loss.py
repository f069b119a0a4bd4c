"""How far a linear chain over labels (lafferty2001) is from the annotators' labels or a teacher's probabilities.

The chain's own probabilities come from its forward and backward sums. Their distance to the wanted ones is the
derivative, so that no step of the sums is differentiated.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from framing.modelling.labels import LABELS

__all__ = ["FOLLOWS", "OPENS", "chain_loss"]

OPENS: NDArray[np.bool_] = np.array([not label.startswith("I") for label in LABELS])
"""Whether a label can stand at a block's start."""
FOLLOWS: NDArray[np.bool_] = np.array(
    [[not after.startswith("I") or before[2:] == after[2:] for after in LABELS] for before in LABELS]
)
"""Whether a label can follow another, of shape (n_labels, n_labels): an inside label follows only its own kind."""

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
        forward, totals = _forward(weights, factors, edges)
        backward = np.ones_like(values)
        pairs, wanted_pairs = np.zeros(factors.shape), np.zeros(factors.shape)
        for step in range(len(edges) - 2, 0, -1):
            here = slice(edges[step], edges[step + 1])
            before = slice(edges[step - 1], edges[step - 1] + edges[step + 1] - edges[step])
            coming = weights[here] * backward[here] / totals[here]
            backward[before] = coming @ factors.T
            pairs += forward[before].T @ coming * factors
            wanted_pairs += wanted[before].T @ wanted[here]
        found = forward * backward
        found /= found.sum(axis=1, keepdims=True)
        wanted_pairs *= FOLLOWS
        openings = np.where(OPENS, (found[:blocks] - wanted[:blocks]).sum(axis=0), 0)
        total = (np.log(totals) + most).sum() - (wanted * values).sum() - (wanted_pairs * after)[FOLLOWS].sum()
        total -= (wanted[:blocks] * first)[:, OPENS].sum()
        slopes = (found - wanted, pairs - wanted_pairs, openings)
        ctx.slopes = [torch.from_numpy(np.asarray(slope / count, dtype=np.float32)) for slope in slopes]
        return torch.tensor(float(total) / count)

    @staticmethod
    def backward(ctx: Any, asked: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        return (*(slope * asked for slope in ctx.slopes), None, None)


def _forward(weights: Floats, factors: Floats, edges: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Return each packed token's forward sums, scaled to 1, and what they were divided by."""
    forward = np.empty_like(weights)
    totals = np.empty((len(weights), 1), dtype=np.float32)
    for step in range(len(edges) - 1):
        here = slice(edges[step], edges[step + 1])
        reached = weights[here]
        if step:
            reached = forward[edges[step - 1] : edges[step - 1] + edges[step + 1] - edges[step]] @ factors * reached
        # The smallest number that is none keeps a path of no weight from being divided by zero.
        totals[here] = reached.sum(axis=1, keepdims=True) + np.finfo(np.float32).tiny
        forward[here] = reached / totals[here]
    return forward, totals


def chain_loss(scores: Tensor, transitions: Tensor, opening: Tensor, wanted: Floats, edges: tuple[int, ...]) -> Tensor:
    """Return the mean distance of a token (cross-entropy of the chain, up to what the wanted labels leave open).

    Args:
        scores: Of shape (n_tokens, n_labels), in packed order (``torch_recurrence.Packing``).
        transitions: Of shape (n_labels, n_labels): a label after a label.
        opening: Of shape (n_labels,): a label at a block's start.
        wanted: Each label's probability, of shape (n_tokens, n_labels); neighbouring tokens are taken as independent.
        edges: Where each step's rows start, and the number of tokens last.
    """
    loss: Tensor = _ChainLoss.apply(scores, transitions, opening, wanted, edges)
    return loss
