"""The encoder while it is taught, in PyTorch: BERT (devlin2019) with an exit for each thing asked of a token."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from framing.encoding.pieces import PieceVocabulary, piece_vocabulary, word_pieces
from framing.modelling.labels import LABELS

__all__ = ["EXITS", "EncoderNetwork", "base_network", "with_classes"]

EXITS = (*LABELS, "word", "marked", "loaded_word", "slant", "bias", "loaded")
"""Scores of labels; log-odds that a reader marks the word as judging, that BABE's and SemEval's annotators underline
it; and those whose mean is a sentence's log-odds of slant in its article, of bias and of loaded language."""

_PIECES, _PLACES, _WIDTH, _INNER, _HEADS, _LAYERS = 30522, 512, 384, 1536, 12, 6
"""Of all-MiniLM-L6-v2."""
_SMALL = 1e-12
"""Added to a variance before it divides, as in BERT."""
_DROPOUT = 0.1
"""Share of each layer's outputs left out at random in training, as in BERT."""
_UNUSED = "[unused{}]"
"""Pieces of BERT's vocabulary that stand for nothing: the classes take their places."""

_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "first_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "second_norm",
}
"""The names of a layer's parts in the stored weights."""


class _Layer(nn.Module):  # type: ignore[misc]  # torch is an extra
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.value, self.mixed = nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(_WIDTH, eps=_SMALL), nn.LayerNorm(_WIDTH, eps=_SMALL)
        self.wide, self.narrow = nn.Linear(_WIDTH, _INNER), nn.Linear(_INNER, _WIDTH)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, states: Tensor, present: Tensor) -> Tensor:
        def heads(values: Tensor) -> Tensor:
            return values.unflatten(-1, (_HEADS, -1)).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            heads(self.query(states)), heads(self.key(states)), heads(self.value(states)), attn_mask=present
        )
        states = self.first_norm(states + self.dropout(self.mixed(seen.transpose(1, 2).flatten(-2))))
        inner = self.narrow(functional.gelu(self.wide(states)))
        normed: Tensor = self.second_norm(states + self.dropout(inner))
        return normed


class EncoderNetwork(nn.Module):  # type: ignore[misc]  # torch is an extra
    """Pieces to states and to the values of the exits."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(_PIECES, _WIDTH), nn.Embedding(_PLACES, _WIDTH)
        self.kind = nn.Parameter(torch.zeros(_WIDTH))
        self.norm = nn.LayerNorm(_WIDTH, eps=_SMALL)
        self.layers = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.exit = nn.Linear(_WIDTH, len(EXITS))
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, pieces: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return the values of the exits, of shape (batch, length, n_exits), and the states behind them.

        Args:
            pieces: Numbers of pieces, of shape (batch, length).
            present: 1 where there is a piece, 0 behind the end, of the same shape.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.pieces(pieces) + self.places(places) + self.kind))
        seen = present.bool()[:, None, None, :]
        for layer in self.layers:
            states = layer(states, seen)
        return self.exit(self.dropout(states)), states


def base_network(folder: Path) -> EncoderNetwork:
    """Return the network with the weights of all-MiniLM-L6-v2.

    Args:
        folder: Holds ``model.safetensors``; ``docs/models/encoder.md`` says where it comes from.

    Raises:
        FileNotFoundError: If it is missing.
    """
    from safetensors.torch import load_file

    net = EncoderNetwork()
    given: dict[str, Tensor] = {}
    for name, weights in load_file(folder / "model.safetensors").items():
        part, _, rest = name.removeprefix("bert.").partition(".")
        if part == "embeddings":
            given |= _embedded(rest, weights)
        elif part == "encoder":
            _, number, inner = rest.split(".", 2)
            inside, _, kind = inner.rpartition(".")
            given[f"layers.{number}.{_NAMES[inside]}.{kind}"] = weights
    net.load_state_dict(given, strict=False)
    return net


def _embedded(name: str, weights: Tensor) -> dict[str, Tensor]:
    if name.startswith("token_type"):
        # Texts are of one kind, so that its vector is one number more to add.
        return {"kind": weights[0]}
    names = {"word_embeddings": "pieces", "position_embeddings": "places", "LayerNorm": "norm"}
    part, _, kind = name.partition(".")
    return {f"{names[part]}.{kind}": weights} if part in names else {}


def with_classes(
    net: EncoderNetwork, pieces: Sequence[str], classes: Mapping[str, Mapping[str, int]]
) -> tuple[list[str], PieceVocabulary]:
    """Give each class of symmetric words a piece: that of the words it stands for, in their mean; return the pieces.

    Args:
        net: The network, whose vectors of unused pieces are overwritten.
        pieces: The vocabulary, one piece a line of ``vocab.txt``.
        classes: For each class the words that it stands for and how often.
    """
    named = list(pieces)
    plain = piece_vocabulary(pieces)
    vectors = net.pieces.weight.data
    for number, (name, words) in enumerate(classes.items(), start=1):
        place = plain.numbers[_UNUSED.format(number)]
        named[place] = name
        parts = [vectors[list(word_pieces(word, plain))].mean(dim=0) for word in words]
        counts = torch.tensor(np.array(list(words.values()), dtype=np.float32))
        vectors[place] = (torch.stack(parts) * counts[:, None]).sum(dim=0) / counts.sum()
    return named, piece_vocabulary(named)
