"""Train the attribution model: the tagger in PyTorch, the linker with scikit-learn, stored as arrays.

The folds of cross-validation are the outlets of PolNeAR. Everything is seeded and runs on one thread: the same input
gives the same bytes on one machine.
"""

import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from framing.modelling.artifact import Artifact, joined, save_artifact
from framing.modelling.convolution import network
from framing.modelling.labels import stretches
from framing.modelling.linking import candidates, pair_features
from framing.modelling.tagging import AttributionModel, linking_text
from framing.modelling.token_features import TokenFeatures, token_features
from framing.modelling.training.gold_attributions import GoldArticle, read_gold
from framing.modelling.training.syntactic_vectors import syntactic_vectors
from framing.modelling.training.torch_network import TorchNetwork, arrays, transitions_loss

__all__ = ["fit", "train"]

VERSION = "2026.1"
_EPOCHS = 10
_TOKENS_A_BATCH = 4000
_RATE = 2e-3
_WEIGHT_DECAY = 0.01
_UNKNOWN_SHARE = 0.04
"""Share of words hidden in training, so that the model can read texts with unknown words."""
_FEWEST_USES = 5
"""Linking features that fewer pairs have are left out."""


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write ``attribution.npz`` and ``attribution.json``, trained on PolNeAR's training part; return the manifest.

    Args:
        data: Folder with ``polnear_train.jsonl.gz`` and ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    vocabulary, vectors = syntactic_vectors(data)
    gold = read_gold(data, ("train",))
    stored = _arrays(gold, vocabulary, vectors)
    files = {name: _digest(data / name) for name in ("polnear_train.jsonl.gz", "news.jsonl.gz")}
    return save_artifact(
        output,
        "attribution",
        stored,
        {
            "version": VERSION,
            "data": files,
            "articles": len(gold),
            "settings": {"epochs": _EPOCHS, "rate": _RATE, "tokens_a_batch": _TOKENS_A_BATCH},
            "packages": {"torch": torch.__version__.partition("+")[0], "numpy": np.__version__},
        },
    )


def fit(gold: Sequence[GoldArticle], vocabulary: Sequence[str], vectors: np.ndarray[Any, Any]) -> AttributionModel:
    """Return a model trained on articles, as it would be after storing: what cross-validation measures."""
    stored = _arrays(gold, vocabulary, vectors)
    linking = json.loads(stored["linking"].tobytes().decode("utf-8"))
    return AttributionModel(
        weights=network(Artifact(stored, {"name": "attribution"})),
        vocabulary={word: number for number, word in enumerate(vocabulary, start=2)},
        cue_weights=linking["cue"],
        source_weights=linking["source"],
        version=VERSION,
    )


def _arrays(
    gold: Sequence[GoldArticle], vocabulary: Sequence[str], vectors: np.ndarray[Any, Any]
) -> dict[str, np.ndarray[Any, Any]]:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    torch.use_deterministic_algorithms(mode=True)
    number = {word: place for place, word in enumerate(vocabulary, start=2)}
    features = [token_features(item.article, number) for item in gold]
    net = _trained(gold, features, vectors)
    linking = json.dumps(_linking(gold, features), sort_keys=True, separators=(",", ":"))
    return {
        **arrays(net),
        "vocabulary": joined(vocabulary),
        "linking": np.frombuffer(linking.encode("utf-8"), dtype=np.uint8),
    }


def _trained(
    gold: Sequence[GoldArticle], features: Sequence[TokenFeatures], vectors: np.ndarray[Any, Any]
) -> TorchNetwork:
    shuffler = random.Random(0)  # noqa: S311 -- the order of training, no secret
    net = TorchNetwork(vectors)
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_WEIGHT_DECAY)
    steps = _EPOCHS * (len(list(_batches(features, shuffler))) + 2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.15)
    net.train()
    for _ in range(_EPOCHS):
        for batch in _batches(features, shuffler):
            loss = _batch_loss(net, [features[i] for i in batch], [gold[i].labels for i in batch])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
    net.eval()
    return net


def _batches(features: Sequence[TokenFeatures], shuffler: random.Random) -> Iterator[list[int]]:
    """Yield articles of similar length together, in a new order each time."""
    order = sorted(range(len(features)), key=lambda i: len(features[i].words) + 6 * shuffler.random())
    batches: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, len(features[i].words))
        if batches[-1] and longest * (len(batches[-1]) + 1) > _TOKENS_A_BATCH:
            batches.append([])
            longest = len(features[i].words)
        batches[-1].append(i)
    shuffler.shuffle(batches)
    yield from batches


def _batch_loss(net: TorchNetwork, features: Sequence[TokenFeatures], labels: Sequence[Sequence[int]]) -> torch.Tensor:
    longest = max(len(item.words) for item in features)
    words = torch.zeros(len(features), longest, dtype=torch.long)
    endings = torch.zeros_like(words)
    flags = torch.zeros(len(features), longest, features[0].flags.shape[1])
    present = torch.zeros(len(features), longest, 1)
    for row, item in enumerate(features):
        count = len(item.words)
        words[row, :count] = torch.tensor(item.words)
        endings[row, :count] = torch.tensor(item.endings)
        flags[row, :count] = torch.tensor(item.flags)
        present[row, :count] = 1
    hidden = torch.rand(words.shape) < _UNKNOWN_SHARE
    seen = net(torch.where(hidden, torch.ones_like(words), words), endings, flags, present)
    blocks: list[tuple[torch.Tensor, torch.Tensor]] = []
    for row, item in enumerate(features):
        for first, last in zip(item.edges, item.edges[1:], strict=False):
            gold = list(labels[row][first:last])
            # A stretch that runs over a block's edge begins again there.
            gold[0] -= gold[0] > 0 and gold[0] % 2 == 0
            blocks.append((seen[row, first:last], torch.tensor(gold)))
    return transitions_loss(net, blocks)


def _linking(gold: Sequence[GoldArticle], features: Sequence[TokenFeatures]) -> dict[str, dict[str, float]]:
    """Return the weights of pair features: content to cue, cue to source."""
    cue_rows: list[tuple[list[str], bool]] = []
    source_rows: list[tuple[list[str], bool]] = []
    for item, seen in zip(gold, features, strict=True):
        text = linking_text(item.article, seen, stretches(item.labels, seen.edges))
        for content in text.found.contents:
            if content.first in item.cue_of:
                cue_rows.extend(
                    (pair_features(text, content, cue), cue.first == item.cue_of[content.first])
                    for cue in candidates(content, text.found.cues, text.cue_starts)
                )
        for cue in text.found.cues:
            if cue.first in item.source_of:
                for source in candidates(cue, text.found.sources, text.source_starts):
                    right = source.first == item.source_of[cue.first]
                    source_rows.append((pair_features(text, cue, source), right))
    return {"cue": _logistic(cue_rows), "source": _logistic(source_rows)}


def _logistic(rows: Sequence[tuple[list[str], bool]]) -> dict[str, float]:
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1.0) for names, _ in rows])
    common = np.asarray(matrix.sum(0)).ravel() >= _FEWEST_USES
    model = LogisticRegression(C=1.0, max_iter=500).fit(matrix[:, common], [right for _, right in rows])
    weights: Mapping[str, float] = dict(
        zip(vectorizer.get_feature_names_out()[common], model.coef_[0].tolist(), strict=True)
    )
    found = {name: round(weight, 4) for name, weight in weights.items()}
    found["1"] = round(found.get("1", 0.0) + float(model.intercept_[0]), 4)
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
