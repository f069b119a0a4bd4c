"""The recurrent layer while it is trained: the sums of ``framing.modelling.recurrence`` and their derivatives.

A step of blocks in packed order is one run of rows and costs little beside its products: PyTorch's own layer takes two
and a half times as long.
"""

from itertools import pairwise
from typing import Any

import numpy as np
import torch
from torch import Tensor

from framing.modelling.recurrence import Packing

__all__ = ["read_packed"]


class _ReadPacked(torch.autograd.Function):  # type: ignore[misc]  # torch is an extra
    """Both directions at once; gates in the order input, forget, output, candidate."""

    @staticmethod
    def forward(ctx: Any, given: Tensor, weights: Tensor, edges: tuple[int, ...]) -> Tensor:  # noqa: ANN401
        inputs, back = given.detach().numpy(), weights.detach().numpy()
        width, count = back.shape[1], inputs.shape[1]
        gates = np.array(inputs)
        cells, bent, states = (np.empty((2, count, width), dtype=np.float32) for _ in range(3))
        for step, (first, last) in enumerate(pairwise(edges)):
            opened = gates[:, first:last]
            before = slice(edges[step - 1], edges[step - 1] + last - first) if step else None
            if before:
                opened += np.matmul(states[:, before], back)
            opened[..., : 3 * width] = 0.5 * (np.tanh(0.5 * opened[..., : 3 * width]) + 1)
            np.tanh(opened[..., 3 * width :], out=opened[..., 3 * width :])
            cell = opened[..., :width] * opened[..., 3 * width :]
            if before:
                cell += opened[..., width : 2 * width] * cells[:, before]
            cells[:, first:last] = cell
            bent[:, first:last] = np.tanh(cell)
            states[:, first:last] = opened[..., 2 * width : 3 * width] * bent[:, first:last]
        ctx.kept = gates, cells, bent, states, back, edges
        return torch.from_numpy(states)

    @staticmethod
    def backward(ctx: Any, asked: Tensor) -> tuple[Tensor, Tensor, None]:  # noqa: ANN401
        gates, cells, bent, states, back, edges = ctx.kept
        width = back.shape[1]
        wanted = asked.numpy()
        slopes = np.zeros_like(gates)
        earlier = np.zeros_like(states)
        turned = np.ascontiguousarray(back.transpose(0, 2, 1))
        state_slope, cell_slope = (np.zeros((2, edges[1], width), dtype=np.float32) for _ in range(2))
        for step in range(len(edges) - 2, -1, -1):
            first, last = edges[step], edges[step + 1]
            alive = last - first
            entry, kept, shown, candidate = np.split(gates[:, first:last], 4, axis=2)
            state = state_slope[:, :alive] + wanted[:, first:last]
            curve = bent[:, first:last]
            cell = cell_slope[:, :alive] + state * shown * (1 - curve * curve)
            slope = slopes[:, first:last]
            slope[..., :width] = cell * candidate * entry * (1 - entry)
            slope[..., 2 * width : 3 * width] = state * curve * shown * (1 - shown)
            slope[..., 3 * width :] = cell * entry * (1 - candidate * candidate)
            if step:
                before = slice(edges[step - 1], edges[step - 1] + alive)
                slope[..., width : 2 * width] = cell * cells[:, before] * kept * (1 - kept)
                earlier[:, first:last] = states[:, before]
                state_slope[:, :alive] = np.matmul(slope, turned)
                cell_slope[:, :alive] = cell * kept
        return torch.from_numpy(slopes), torch.from_numpy(np.matmul(earlier.transpose(0, 2, 1), slopes)), None


def read_packed(given: Tensor, weights: Tensor, packing: Packing) -> Tensor:
    """Return each packed token's state after reading its block from the front and from the back.

    Args:
        given: What each direction's gates get from the input, of shape (2, n_tokens, 4 * width), in packed order.
        weights: Of the state before, of shape (2, width, 4 * width).
        packing: The blocks.

    Returns:
        States, of shape (n_tokens, 2 * width).
    """
    turned = torch.from_numpy(packing.turned)
    states: Tensor = _ReadPacked.apply(torch.stack([given[0], given[1][turned]]), weights, packing.edges)
    return torch.cat([states[0], states[1][turned]], 1)
