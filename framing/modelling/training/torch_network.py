"""The convolutional tagger while it is trained, in PyTorch: the same sums as ``framing.modelling.convolution``."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

from framing.modelling.labels import LABELS
from framing.modelling.token_features import ENDINGS, FLAGS

__all__ = ["TorchNetwork", "arrays", "transitions_loss"]

DIMENSIONS = 128
DILATIONS = (1, 2, 4, 8, 16)
"""Five layers see 31 tokens on both sides, over the edges of blocks."""
WIDTH = 112
"""Of each direction that reads a block."""
_ENDING_WIDTH = 24
_DROPOUT = 0.25
_FORBIDDEN = -1e4
_LONGEST_GROUP = 40


class TorchNetwork(nn.Module):  # type: ignore[misc]  # torch is an extra
    """Dilated convolutions over a whole text, a label sequence score for each block."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        super().__init__()
        self.words = nn.Embedding(*vectors.shape)
        self.words.weight.data.copy_(torch.tensor(vectors) * 1.5)
        self.endings = nn.Embedding(ENDINGS, _ENDING_WIDTH)
        self.endings.weight.data.mul_(0.3)
        self.entry = nn.Linear(vectors.shape[1] + _ENDING_WIDTH + len(FLAGS), DIMENSIONS)
        self.layers = nn.ModuleList(nn.Conv1d(DIMENSIONS, DIMENSIONS, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(DIMENSIONS) for _ in range(len(DILATIONS) + 1))
        self.reading = nn.LSTM(DIMENSIONS, WIDTH, bidirectional=True, batch_first=True)
        self.exit = nn.Linear(2 * WIDTH, len(LABELS))
        self.free_transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.free_opening = nn.Parameter(torch.zeros(len(LABELS)))
        self.dropout = nn.Dropout(_DROPOUT)

    def transitions(self) -> Tensor:
        """Return the scores of a label after a label; an inside label follows only its own kind."""
        forbidden = torch.zeros(len(LABELS), len(LABELS), dtype=torch.bool)
        for inside in range(2, len(LABELS), 2):
            forbidden[:, inside] = True
            forbidden[[inside - 1, inside], inside] = False
        return self.free_transitions.masked_fill(forbidden, _FORBIDDEN)

    def opening(self) -> Tensor:
        """Return the scores of a label at a block's start; an inside label cannot stand there."""
        inside = torch.arange(len(LABELS)) % 2 == 0
        inside[0] = False
        return self.free_opening.masked_fill(inside, _FORBIDDEN)

    def forward(self, words: Tensor, endings: Tensor, flags: Tensor, present: Tensor) -> Tensor:
        """Return what the convolutions make of each token, of shape (n_texts, n_tokens, DIMENSIONS).

        Args:
            words: Vocabulary numbers, of shape (n_texts, n_tokens), padded with 0.
            endings: Buckets of endings, of the same shape.
            flags: Of shape (n_texts, n_tokens, 10).
            present: 1 for tokens, 0 for padding, of shape (n_texts, n_tokens, 1).
        """
        inputs = torch.cat([self.dropout(self.words(words)), self.dropout(self.endings(endings)), flags], -1)
        state = self.entry(inputs)
        for layer, norm in zip(self.layers, self.norms, strict=False):
            around = layer((norm(state) * present).transpose(1, 2)).transpose(1, 2)
            state = state + self.dropout(torch.relu(around))
        seen: Tensor = self.dropout(self.norms[-1](state))
        return seen

    def read(self, seen: Tensor, lengths: Tensor) -> Tensor:
        """Return label scores of blocks, of shape (n_blocks, n_tokens, n_labels).

        Args:
            seen: What the convolutions made of each token, of shape (n_blocks, n_tokens, DIMENSIONS), padded.
            lengths: Tokens of each block.
        """
        packed = pack_padded_sequence(seen, lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.reading(packed)[0], batch_first=True)
        scores: Tensor = self.exit(self.dropout(states))
        return scores


def transitions_loss(net: TorchNetwork, blocks: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
    """Return the mean negative log-likelihood of a token over blocks (a linear-chain CRF, lafferty2001).

    Args:
        net: Gives the transitions.
        blocks: What the convolutions made of each token, of shape (n_tokens, DIMENSIONS), and labels, of shape
            (n_tokens,).
    """
    ordered = sorted(blocks, key=lambda block: len(block[1]))
    total = torch.zeros(())
    for start in range(0, len(ordered), _LONGEST_GROUP):
        group = ordered[start : start + _LONGEST_GROUP]
        lengths = torch.tensor([len(labels) for _, labels in group])
        scores = net.read(pad_sequence([seen for seen, _ in group], batch_first=True), lengths)
        labels = pad_sequence([label for _, label in group], batch_first=True)
        total = total + _group_loss(net, scores, labels, lengths)
    return total / sum(len(labels) for _, labels in ordered)


def _group_loss(net: TorchNetwork, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
    transitions = net.transitions()
    reached = scores[:, 0] + net.opening()
    gold = reached.gather(1, labels[:, :1]).squeeze(1)
    for step in range(1, scores.shape[1]):
        running = step < lengths
        paths = torch.logsumexp(reached[:, :, None] + transitions[None], 1) + scores[:, step]
        reached = torch.where(running[:, None], paths, reached)
        added = transitions[labels[:, step - 1], labels[:, step]]
        added = added + scores[:, step].gather(1, labels[:, step : step + 1]).squeeze(1)
        gold = gold + torch.where(running, added, torch.zeros_like(added))
    return (torch.logsumexp(reached, 1) - gold).sum()


def arrays(net: TorchNetwork) -> dict[str, NDArray[Any]]:
    """Return the weights as ``framing.modelling.convolution.network`` reads them.

    Word vectors become bytes with a scale for each word, all other weights half precision.
    """
    words = net.words.weight.detach().numpy()
    scales = np.maximum(np.abs(words).max(axis=1), 1e-8) / 127
    layers = [
        np.concatenate([*(_numbers(layer.weight)[:, :, tap].T for tap in range(3)), _row(layer.bias)])
        for layer in net.layers
    ]
    norms = [np.concatenate([_row(norm.weight), _row(norm.bias)]) for norm in net.norms]
    found = {
        "words": np.round(words / scales[:, None]).astype(np.int8),
        "word_scales": scales,
        "endings": net.endings.weight.detach().numpy(),
        "entry": np.concatenate([net.entry.weight.detach().numpy().T, _row(net.entry.bias)]),
        "layers": np.stack(layers),
        "scales": np.stack(norms),
        "dilations": np.array(DILATIONS, dtype=np.int16),
        "reading_inputs": np.stack([_reading_inputs(net, way) for way in ("", "_reverse")]),
        "reading_states": np.stack([_gates(_reading(net, f"weight_hh_l0{way}")).T for way in ("", "_reverse")]),
        "exit": np.concatenate([net.exit.weight.detach().numpy().T, _row(net.exit.bias)]),
        "transitions": net.transitions().detach().numpy(),
        "opening": net.opening().detach().numpy(),
    }
    return {name: value.astype(np.float16) if value.dtype.kind == "f" else value for name, value in found.items()}


def _reading(net: TorchNetwork, name: str) -> NDArray[np.float32]:
    weights: NDArray[np.float32] = getattr(net.reading, name).detach().numpy()
    return weights


def _gates(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return PyTorch's gates (input, forget, candidate, output) in the order that reading uses."""
    given, forget, candidate, output = np.split(weights, 4)
    return np.concatenate([given, forget, output, candidate])


def _reading_inputs(net: TorchNetwork, way: str) -> NDArray[np.float32]:
    bias = _reading(net, f"bias_ih_l0{way}") + _reading(net, f"bias_hh_l0{way}")
    return np.concatenate([_gates(_reading(net, f"weight_ih_l0{way}")).T, _gates(bias)[None]])


def _numbers(values: Any) -> NDArray[np.float32]:  # noqa: ANN401 -- PyTorch's own types
    numbers: NDArray[np.float32] = values.detach().numpy()
    return numbers


def _row(values: Any) -> NDArray[np.float32]:  # noqa: ANN401 -- PyTorch's own types
    return _numbers(values)[None]
