"""Train the attribution model: the tagger in PyTorch, the linker with scikit-learn, stored as arrays.

The tagger learns from what a large encoder says of the news sample, and from PolNeAR beside it. Where the rate does not
fall at the end, it is the mean of the weights on the way (polyak1992). Everything is seeded and runs on one thread: the
same input gives the same bytes on one machine.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from framing.modelling.article_words import read_words
from framing.modelling.artifact import Artifact, joined, save_artifact
from framing.modelling.convolution import network
from framing.modelling.labels import LABELS, OPENS
from framing.modelling.recurrence import Packing
from framing.modelling.tagging import AttributionModel
from framing.modelling.token_features import TokenFeatures, token_features
from framing.modelling.training.chain_loss import chain_loss
from framing.modelling.training.corpora import digests
from framing.modelling.training.gold_attributions import GoldArticle, read_gold
from framing.modelling.training.linking_weights import linking_weights
from framing.modelling.training.soft_labels import ATTRIBUTION, soft_articles
from framing.modelling.training.syntactic_vectors import syntactic_vectors
from framing.modelling.training.torch_network import GAP, TorchNetwork, arrays, stream

__all__ = ["ALONE", "TAUGHT", "Labelled", "Part", "fit", "taught", "train"]

VERSION = "2026.3"
_WARM = 200
"""Steps over which the rate rises to its full height, so that the first batches do not throw the vectors about."""
_MEAN_FROM, _MEAN_EVERY, _MEAN_SHARE = 310, 10, 0.03
"""The step from which the mean of the weights is taken, steps between two that count, and what a new one counts: half
of the mean is of the last 230 steps. Set by hand."""
_TOKENS_A_BATCH = 8000
"""Tokens in a batch of whole articles. Set by hand."""
_RATE = 2e-3
"""Learning rate at its height. Set by hand."""
_WEIGHT_DECAY = 0.01
"""PyTorch's default for AdamW."""
_UNKNOWN_SHARE = 0.05
"""Share of words hidden in training, so that the model can read texts with unknown words."""
_WHOLE = 255
"""What stands for a probability of 1 in a byte."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the training; each begins with its own random numbers and a new order of the articles.

    Attributes:
        steps: How many batches it sees.
        gold: Share of tokens that annotators labelled.
        falls: Whether the rate falls to zero in it.
    """

    steps: int
    gold: float
    falls: bool


TAUGHT = (Part(6000, 0.13, falls=False),)
"""Ten passes over the encoder's labels, nine over the annotated articles."""
ALONE = (Part(500, 1.0, falls=False), Part(700, 1.0, falls=True))
"""Without the encoder: about as many passes over the annotated articles as the model before it made."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """An article to learn from: its features, and each label's probability as bytes, of shape (n_tokens, n_labels)."""

    features: TokenFeatures
    labels: NDArray[np.uint8]


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write ``attribution.npz`` and ``attribution.json``; return the manifest.

    Args:
        data: Folder with ``polnear_train.jsonl.gz``, ``news.jsonl.gz`` and ``teacher/attribution.npz``.
        output: Folder of the artifacts.
    """
    vocabulary, vectors = syntactic_vectors(data)
    gold = read_gold(data, ("train",))
    soft = taught(data, vocabulary)
    stored = _arrays(gold, soft, TAUGHT, vocabulary, vectors)
    return save_artifact(
        output,
        "attribution",
        stored,
        {
            "version": VERSION,
            "data": dict(digests(data, ("polnear_train.jsonl.gz", "news.jsonl.gz", ATTRIBUTION))),
            "articles": {"annotated": len(gold), "labelled by the encoder": len(soft)},
            "settings": {
                "parts": [asdict(part) for part in TAUGHT],
                "rate": _RATE,
                "tokens_a_batch": _TOKENS_A_BATCH,
            },
            "packages": {"torch": torch.__version__.partition("+")[0], "numpy": np.__version__},
        },
    )


def taught(data: Path, vocabulary: Sequence[str]) -> list[Labelled]:
    """Return the news sample with the encoder's labels, as features."""
    number = _numbers(vocabulary)
    return [
        Labelled(token_features(article, read_words(article).symmetric, number), labels)
        for _, article, labels in soft_articles(data)
    ]


def fit(gold: Sequence[GoldArticle], vocabulary: Sequence[str], vectors: NDArray[np.float32]) -> AttributionModel:
    """Return a model trained on annotated articles alone, as it would be after storing: what outlets are left out of.

    The encoder has read all outlets, so that its labels have no place there.

    Args:
        gold: The annotated articles.
        vocabulary: Words that have a vector.
        vectors: From ``syntactic_vectors``, of shape (n_words + 2, n_dimensions).
    """
    stored = _arrays(gold, (), ALONE, vocabulary, vectors)
    linking = json.loads(stored["linking"].tobytes().decode("utf-8"))
    return AttributionModel(
        weights=network(Artifact(stored, {"name": "attribution"})),
        vocabulary=_numbers(vocabulary),
        cue_weights=linking["cue"],
        source_weights=linking["source"],
        version=VERSION,
    )


def _numbers(vocabulary: Sequence[str]) -> dict[str, int]:
    return {word: place for place, word in enumerate(vocabulary, start=2)}


def _arrays(
    gold: Sequence[GoldArticle],
    soft: Sequence[Labelled],
    schedule: Sequence[Part],
    vocabulary: Sequence[str],
    vectors: NDArray[np.float32],
) -> dict[str, NDArray[Any]]:
    number = _numbers(vocabulary)
    features = [token_features(item.article, read_words(item.article).symmetric, number) for item in gold]
    certain = np.eye(len(LABELS), dtype=np.uint8) * _WHOLE
    annotated = [Labelled(seen, certain[list(item.labels)]) for item, seen in zip(gold, features, strict=True)]
    net = trained(annotated, soft, schedule, vectors)
    linking = json.dumps(linking_weights(gold, features), sort_keys=True, separators=(",", ":"))
    return {
        **arrays(net),
        "vocabulary": joined(vocabulary),
        "linking": np.frombuffer(linking.encode("utf-8"), dtype=np.uint8),
    }


def trained(
    gold: Sequence[Labelled], soft: Sequence[Labelled], schedule: Sequence[Part], vectors: NDArray[np.float32]
) -> TorchNetwork:
    """Return the network after training.

    Args:
        gold: What annotators labelled.
        soft: What the encoder labelled; may be empty.
        schedule: The parts of the training.
        vectors: Word vectors to start from, of shape (n_words, width).
    """
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    torch.manual_seed(0)
    net = TorchNetwork(vectors)
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_WEIGHT_DECAY)
    shuffler = random.Random(0)  # noqa: S311 -- the order of training, no secret
    mean: dict[str, torch.Tensor] = {}
    net.train()
    # The sums of a recurrent step are too small to be shared among threads.
    with threadpool_limits(1):
        done = 0
        for number, part in enumerate(schedule):
            if number:
                torch.manual_seed(number)
            batches = _batches(gold, soft, part.gold, shuffler)
            for step in range(part.steps):
                share = 1 - step / part.steps if part.falls else min(1.0, (done + step + 1) / _WARM)
                _step(net, optimiser, next(batches), _RATE * share)
                if (done + step + 1) % _MEAN_EVERY == 0 and done + step + 1 >= _MEAN_FROM:
                    _take_in(mean, net)
            done += part.steps
    if mean and not schedule[-1].falls:
        net.load_state_dict(mean)
    net.eval()
    return net


def _take_in(mean: dict[str, torch.Tensor], net: TorchNetwork) -> None:
    """Move the mean of the weights towards a network's."""
    for name, weights in net.state_dict().items():
        if name in mean:
            mean[name].mul_(1 - _MEAN_SHARE).add_(weights, alpha=_MEAN_SHARE)
        else:
            mean[name] = weights.clone()


def _step(net: TorchNetwork, optimiser: torch.optim.Optimizer, batch: Sequence[Labelled], rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate
    loss = _loss(net, batch)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
    optimiser.step()


def _batches(
    gold: Sequence[Labelled], soft: Sequence[Labelled], gold_share: float, shuffler: random.Random
) -> Iterator[list[Labelled]]:
    """Yield articles of some 8,000 tokens: annotated ones whenever they have come short of their share."""
    annotated, labelled = _endless(gold, shuffler), _endless(soft, shuffler)
    from_gold = from_soft = 1.0
    while True:
        batch: list[Labelled] = []
        count = 0
        while count < _TOKENS_A_BATCH:
            is_gold = not soft or from_gold / (from_gold + from_soft) < gold_share
            batch.append(next(annotated if is_gold else labelled))
            size = len(batch[-1].labels)
            count += size
            from_gold, from_soft = from_gold + size * is_gold, from_soft + size * (not is_gold)
        yield batch


def _endless(articles: Sequence[Labelled], shuffler: random.Random) -> Iterator[Labelled]:
    while True:
        order = list(range(len(articles)))
        shuffler.shuffle(order)
        yield from (articles[place] for place in order)


def _loss(net: TorchNetwork, articles: Sequence[Labelled]) -> torch.Tensor:
    given = stream([article.features for article in articles])
    hidden = torch.rand(given.words.shape) < _UNKNOWN_SHARE
    scores = net(given, torch.where(hidden, torch.ones_like(given.words), given.words))
    wanted = _wanted(articles, given.packing)
    return chain_loss(scores, net.free_transitions, net.free_opening, wanted, given.packing.edges)


def _wanted(articles: Sequence[Labelled], packing: Packing) -> NDArray[np.float32]:
    """Return each label's probability, of shape (n_tokens, n_labels), in packed order."""
    gap = np.zeros((GAP, len(LABELS)), dtype=np.float32)
    parts: list[NDArray[np.float32]] = []
    for article in articles:
        labels = article.labels.astype(np.float32)
        labels /= np.maximum(labels.sum(axis=1, keepdims=True), 1)
        # A stretch that runs over a block's edge begins again there.
        firsts = np.array(article.features.edges[:-1])
        for inside in np.flatnonzero(~OPENS):
            labels[firsts, inside - 1] += labels[firsts, inside]
            labels[firsts, inside] = 0
        parts += [labels, gap]
    whole: NDArray[np.float32] = np.concatenate(parts)[packing.places]
    return whole
