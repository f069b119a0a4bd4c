"""How the encoder is taught: windows of texts in batches, and what each exit is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from framing.encoding.windows import Window, read_over, windows
from framing.modelling.labels import LABELS
from framing.modelling.training.encoder_network import EXITS, EncoderNetwork
from framing.modelling.training.encoder_texts import EncoderText

__all__ = ["STRIDE", "WINDOW", "Piece", "fit", "pieces_of", "read_through"]

WINDOW, STRIDE = 510, 382
"""Pieces of a window, without those at its edges, and between the starts of two when a text is read."""
_BATCH = 4160
"""Pieces of a batch, those included that stand for nothing."""
_WARM = 0.06
"""Share of the steps over which the rate rises to its full height; from there it falls in a line."""
_WEIGHT_DECAY = 0.01
"""PyTorch's default for AdamW."""
_STEEPEST = 1.0
"""Length to which the slopes of a step are cut."""
_SPREAD = 40
"""Pieces by which a window may be taken for longer than it is: batches of like lengths, new ones each time."""
_WEIGHTS = {"word": 2.0, "marked": 0.5, "loaded_word": 0.5, "slant": 1.0, "bias": 1.0, "loaded": 0.7}
"""What an exit's loss counts beside that of the labels. Set by hand."""
_JUDGING = 2.0
"""What a judging word counts beside a plain one. Set by hand."""
_FEWEST = 4
"""Own words below which a sentence says nothing of slant."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Piece:
    """A window of a text: its first piece and the one after its last."""

    text: EncoderText
    start: int
    end: int


def pieces_of(texts: Sequence[EncoderText], generator: np.random.Generator) -> list[Piece]:
    """Return texts as windows that do not overlap; a long text's begin anywhere in its first window's length."""
    found: list[Piece] = []
    for text in texts:
        count = len(text.pieces)
        edge = int(generator.integers(1, WINDOW + 1)) if count > WINDOW else count
        edges = [0, *range(edge, count, WINDOW), count]
        found += [Piece(text, start, end) for start, end in pairwise(edges) if end > start]
    return found


def _batches(pieces: Sequence[Piece], generator: np.random.Generator) -> list[list[Piece]]:
    lengths = np.array([piece.end - piece.start for piece in pieces])
    batches: list[list[Piece]] = [[]]
    for place in np.argsort(-(lengths + generator.random(len(lengths)) * _SPREAD)).tolist():
        batch = batches[-1]
        longest = max((piece.end - piece.start for piece in (*batch, pieces[place])), default=0) + 2
        if batch and longest * (len(batch) + 1) > _BATCH:
            batches.append([])
        batches[-1].append(pieces[place])
    return [batches[place] for place in generator.permutation(len(batches))]


def _laid_out(batch: Sequence[Piece], edges: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Return the batch's pieces and which are there, of shape (batch, length), with the opening and closing one."""
    longest = max(piece.end - piece.start for piece in batch) + 2
    numbers = np.zeros((len(batch), longest), dtype=np.int64)
    present = np.zeros((len(batch), longest), dtype=np.int64)
    for row, piece in enumerate(batch):
        inner = piece.text.pieces[piece.start : piece.end]
        numbers[row, : len(inner) + 2] = [edges[0], *inner, edges[1]]
        present[row, : len(inner) + 2] = 1
    return torch.from_numpy(numbers), torch.from_numpy(present)


def _loss(values: Tensor, batch: Sequence[Piece]) -> Tensor:
    """Return the distance of a batch's values, of shape (batch, length, n_exits), from what is known."""
    asked: dict[str, list[tuple[Tensor, Array]]] = {}
    for row, piece in enumerate(batch):
        text = piece.text
        first, last = np.searchsorted(text.firsts, (piece.start, piece.end)).tolist()
        seen = values[row, torch.from_numpy(text.firsts[first:last] - piece.start + 1)]
        if text.labels is not None:
            asked.setdefault("labels", []).append((seen[:, : len(LABELS)], text.labels[first:last]))
        own = np.ones(last - first, dtype=bool) if text.own is None else text.own[first:last]
        for name, marks in text.tokens.items():
            asked.setdefault(name, []).append((seen[:, EXITS.index(name)], marks[first:last]))
        for name, shares in text.sentences.items():
            counted = own if name == "slant" else np.ones(last - first, dtype=bool)
            for share, (begin, end) in zip(shares.tolist(), text.bounds, strict=True):
                inside = slice(max(begin - first, 0), max(end - first, 0))
                places = np.flatnonzero(counted[inside]) + inside.start
                if not np.isnan(share) and len(places) >= (_FEWEST if name == "slant" else 1):
                    mean = seen[torch.from_numpy(places), EXITS.index(name)].mean()
                    asked.setdefault(name, []).append((mean[None], np.array([share], dtype=np.float32)))
    total = values.sum() * 0
    for name, parts in asked.items():
        given, wanted = torch.cat([part for part, _ in parts]), np.concatenate([part for _, part in parts])
        total = total + _distance(name, given, wanted)
    return total


def _distance(name: str, given: Tensor, wanted: Array) -> Tensor:
    if name == "labels":
        return -(functional.log_softmax(given, dim=-1) * torch.from_numpy(wanted)).sum(dim=-1).mean()
    known = torch.from_numpy(~np.isnan(wanted))
    if not known.any():
        return given.sum() * 0
    weight = torch.tensor(_JUDGING) if name == "word" else None
    loss = functional.binary_cross_entropy_with_logits(given[known], torch.from_numpy(wanted)[known], pos_weight=weight)
    return loss * _WEIGHTS[name]


def fit(
    net: EncoderNetwork,
    pieces: Sequence[Piece],
    rates: tuple[float, float],
    edges: tuple[int, int],
    generator: np.random.Generator,
    *,
    seed: int,
    frozen: int = 0,
) -> None:
    """Teach a network on windows, each seen once.

    Args:
        net: The network.
        pieces: What it reads.
        rates: The learning rate at its height of all but the exits, and of the exits.
        edges: Numbers of the opening and the closing piece.
        generator: Draws the order.
        seed: Draws what is left out.
        frozen: How many of the lowest layers stay as they are, and with them the pieces' vectors; 0 for none.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    net.train()
    if frozen:
        still = [net.pieces, net.places, *net.layers[:frozen]]
        for part in still:
            part.requires_grad_(requires_grad=False)
    inner = [w for name, w in net.named_parameters() if w.requires_grad and not name.startswith("exit")]
    groups = [{"params": inner}, {"params": list(net.exit.parameters())}]
    optimiser = torch.optim.AdamW(groups, lr=rates[0], weight_decay=_WEIGHT_DECAY, fused=True)
    batches = _batches(pieces, generator)
    for step, batch in enumerate(batches):
        share = min(1.0, (step + 1) / (_WARM * len(batches))) * (1 - step / len(batches))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * share
        numbers, present = _laid_out(batch, edges)
        # Products in half of the digits take half of the time; weights and sums keep all of them.
        with torch.autocast("cpu", torch.bfloat16):
            values, _ = net(numbers, present)
        loss = _loss(values.float(), batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([w for w in net.parameters() if w.requires_grad], _STEEPEST)
        optimiser.step()
    net.eval()
    net.requires_grad_(requires_grad=True)


def read_through(net: EncoderNetwork, text: EncoderText, edges: tuple[int, int]) -> Array:
    """Return the values of the exits at a text's tokens, of shape (n_tokens, n_exits), read as the product reads."""

    def values(window: Window) -> Array:
        with torch.no_grad():
            said, _ = net(*_laid_out([Piece(text, *window)], edges))
        inside: Array = said[0, 1:-1].float().numpy()
        return inside

    return read_over(text.firsts, windows(len(text.pieces), WINDOW, STRIDE), values)
