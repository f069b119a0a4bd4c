"""The convolutional tagger while it is trained, in PyTorch: the same sums as ``framing.modelling.convolution``.

Articles stand one behind the other in one stream, with a gap between them as wide as the widest layer's reach, so that
none sees another and nothing is computed for padding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from framing.modelling.convolution import FORBIDDEN
from framing.modelling.labels import FOLLOWS, LABELS, OPENS
from framing.modelling.recurrence import Packing, packed
from framing.modelling.token_features import ENDINGS, FLAGS, TokenFeatures
from framing.modelling.training.torch_recurrence import read_packed

__all__ = ["GAP", "Stream", "TorchNetwork", "arrays", "stream"]

DIMENSIONS = 128
"""Width of the convolutional layers."""
DILATIONS = (1, 2, 6, 18)
"""Four layers see 27 tokens on both sides, over the edges of blocks."""
WIDTH = 96
"""Of each direction that reads a block."""
GAP = max(DILATIONS)
"""Between two articles of a stream."""
_ENDING_WIDTH = 24
"""Numbers of the vector of a word's ending."""
_DROPOUT = 0.1
"""Share of each layer's outputs left out at random in training. Set by hand."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """Articles as the network reads them.

    Attributes:
        words: Vocabulary numbers, of shape (n_places,); 0 in gaps.
        endings: Buckets of endings, of the same shape.
        flags: Of shape (n_places, n_flags).
        present: 1 for tokens, 0 for gaps, of shape (n_places, 1).
        packing: Where the blocks' tokens stand.
    """

    words: Tensor
    endings: Tensor
    flags: Tensor
    present: Tensor
    packing: Packing


def stream(articles: Sequence[TokenFeatures]) -> Stream:
    """Return articles as one stream."""
    size = sum(len(article.words) + GAP for article in articles)
    words, endings = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    flags, present = np.zeros((size, len(FLAGS)), dtype=np.float32), np.zeros((size, 1), dtype=np.float32)
    firsts: list[int] = []
    lengths: list[int] = []
    first = 0
    for article in articles:
        here = slice(first, first + len(article.words))
        words[here], endings[here], flags[here], present[here] = article.words, article.endings, article.flags, 1
        firsts += [first + edge for edge in article.edges[:-1]]
        lengths += np.diff(article.edges).tolist()
        first = here.stop + GAP
    return Stream(
        torch.from_numpy(words),
        torch.from_numpy(endings),
        torch.from_numpy(flags),
        torch.from_numpy(present),
        packed(np.array(firsts), np.array(lengths)),
    )


class TorchNetwork(nn.Module):  # type: ignore[misc]  # torch is an extra
    """Dilated convolutions over a whole text, each block read both ways, a label sequence score for each block."""

    def __init__(self, vectors: Floats) -> None:
        super().__init__()
        self.words = nn.Embedding(*vectors.shape)
        self.words.weight.data.copy_(torch.tensor(vectors) * 1.5)
        self.endings = nn.Embedding(ENDINGS, _ENDING_WIDTH)
        self.endings.weight.data.mul_(0.3)
        self.entry = nn.Linear(vectors.shape[1] + _ENDING_WIDTH + len(FLAGS), DIMENSIONS)
        self.layers = nn.ModuleList(nn.Linear(3 * DIMENSIONS, DIMENSIONS) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(DIMENSIONS) for _ in range(len(DILATIONS) + 1))
        most = WIDTH**-0.5
        self.reading_inputs = nn.Parameter(torch.empty(8 * WIDTH, DIMENSIONS).uniform_(-most, most))
        bias = torch.zeros(2, 4, WIDTH)
        # What a gate that forgets begins with: keep (jozefowicz2015).
        bias[:, 1] = 1
        self.reading_bias = nn.Parameter(bias.flatten())
        self.reading_states = nn.Parameter(torch.empty(2, WIDTH, 4 * WIDTH).uniform_(-most, most))
        self.exit = nn.Linear(2 * WIDTH, len(LABELS))
        self.free_transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.free_opening = nn.Parameter(torch.zeros(len(LABELS)))
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, given: Stream, words: Tensor) -> Tensor:
        """Return label scores, of shape (n_tokens, n_labels), in packed order.

        Args:
            given: The articles.
            words: Vocabulary numbers instead of the stream's own: some of them hidden.
        """
        inputs = torch.cat(
            [self.dropout(self.words(words)), self.dropout(self.endings(given.endings)), given.flags], -1
        )
        state = self.entry(inputs)
        for layer, norm, distance in zip(self.layers, self.norms, DILATIONS, strict=False):
            centre = norm(state) * given.present
            wide = functional.pad(centre, (0, 0, distance, distance))
            around = torch.cat([wide[: -2 * distance], centre, wide[2 * distance :]], -1)
            state = state + self.dropout(torch.relu(layer(around)))
        seen = self.dropout(self.norms[-1](state))
        gates = functional.linear(seen[torch.from_numpy(given.packing.places)], self.reading_inputs, self.reading_bias)
        ways = gates.float().unflatten(1, (2, 4 * WIDTH)).transpose(0, 1)
        states = read_packed(ways, self.reading_states, given.packing)
        scores: Tensor = self.exit(self.dropout(states)).float()
        return scores


def arrays(net: TorchNetwork) -> dict[str, NDArray[Any]]:
    """Return the weights in the shapes in which ``framing.modelling.convolution.network`` reads them.

    Word vectors become bytes with a scale for each word, all other weights half precision.
    """
    words = _numbers(net.words.weight)
    scales = np.maximum(np.abs(words).max(axis=1), 1e-8) / 127
    ways = zip(_numbers(net.reading_inputs).reshape(2, -1, DIMENSIONS), _halves(net.reading_bias), strict=True)
    stored = {
        "words": np.round(words / scales[:, None]).astype(np.int8),
        "word_scales": scales,
        "endings": _numbers(net.endings.weight),
        "entry": _with_bias(net.entry),
        "layers": np.stack([_with_bias(layer) for layer in net.layers]),
        "scales": np.stack([np.stack([_numbers(norm.weight), _numbers(norm.bias)]) for norm in net.norms]),
        "dilations": np.array(DILATIONS, dtype=np.int16),
        "reading_inputs": np.stack([np.concatenate([weights.T, bias[None]]) for weights, bias in ways]),
        "reading_states": _numbers(net.reading_states),
        "exit": _with_bias(net.exit),
        "transitions": np.where(FOLLOWS, _numbers(net.free_transitions), FORBIDDEN),
        "opening": np.where(OPENS, _numbers(net.free_opening), FORBIDDEN),
    }
    return {name: value.astype(np.float16) if value.dtype.kind == "f" else value for name, value in stored.items()}


def _with_bias(layer: Any) -> Floats:  # noqa: ANN401 -- PyTorch's own types
    return np.concatenate([_numbers(layer.weight).T, _numbers(layer.bias)[None]])


def _halves(values: Any) -> Floats:  # noqa: ANN401 -- PyTorch's own types
    return _numbers(values).reshape(2, -1)


def _numbers(values: Any) -> Floats:  # noqa: ANN401 -- PyTorch's own types
    numbers: Floats = values.detach().numpy()
    return numbers
