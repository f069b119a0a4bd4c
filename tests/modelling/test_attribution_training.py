"""Training of the tagger: its loss, its recurrent layer and its weights hold what the shipped arrays compute."""

import gzip
import itertools
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from framing.article import Document
from framing.errors import InputError
from framing.modelling.article_words import read_words
from framing.modelling.artifact import Artifact
from framing.modelling.convolution import best_labels, network, token_scores
from framing.modelling.labels import FOLLOWS, LABELS, OPENS
from framing.modelling.recurrence import packed
from framing.modelling.token_features import TokenFeatures, token_features
from framing.modelling.training import soft_labels
from framing.modelling.training.soft_labels import soft_articles, soft_sentences
from framing.segmenting import segment

torch = pytest.importorskip("torch")

from framing.modelling.training import attribution  # noqa: E402 -- needs PyTorch
from framing.modelling.training.chain_loss import chain_loss  # noqa: E402
from framing.modelling.training.torch_network import TorchNetwork, arrays, stream  # noqa: E402
from framing.modelling.training.torch_recurrence import read_packed  # noqa: E402

SAID = "Ada Holm said that the harbour would open. The gates were painted green.\n\nThe mayor said that the ferry sank."
SIZE = len(LABELS)


def features(text: str) -> TokenFeatures:
    article = segment(Document(text))
    words = sorted(set(token_features(article, read_words(article).symmetric, {}).canonical))
    return token_features(
        article, read_words(article).symmetric, {word: number for number, word in enumerate(words, start=2)}
    )


def small_network(seed: int = 0) -> TorchNetwork:
    torch.manual_seed(seed)
    vectors = np.random.default_rng(seed).normal(size=(60, 8)).astype(np.float32)
    net = TorchNetwork(vectors)
    net.eval()
    return net


def test_the_stored_arrays_score_tokens_as_the_trained_network_does() -> None:
    net, articles = small_network(), [features(SAID), features("The board met. “We will pay”, it said.")]
    given = stream(articles)
    with torch.no_grad():
        trained = net(given, given.words).numpy()
    weights = network(Artifact(arrays(net), {"name": "attribution"}))
    stored = np.concatenate([token_scores(article, weights) for article in articles])
    inside = np.flatnonzero(given.present.numpy())
    place = {int(where): number for number, where in enumerate(inside)}
    rows = [place[int(where)] for where in given.packing.places]
    # Half precision and word vectors as bytes.
    np.testing.assert_allclose(trained, stored[rows], atol=0.02)


def path_score(path: tuple[int, ...], scores: np.ndarray, after: np.ndarray, first: np.ndarray) -> float:
    total = first[path[0]] + sum(scores[place, label] for place, label in enumerate(path))
    return float(total + sum(after[a, b] for a, b in pairwise(path)))


def allowed(length: int) -> list[tuple[int, ...]]:
    return [
        path
        for path in itertools.product(range(SIZE), repeat=length)
        if OPENS[path[0]] and all(FOLLOWS[a, b] for a, b in pairwise(path))
    ]


def test_the_loss_is_the_surprise_at_the_annotated_path_among_all_allowed_ones() -> None:
    random = np.random.default_rng(2)
    length = 4
    scores = random.normal(size=(length, SIZE)).astype(np.float32)
    after, first = random.normal(size=(SIZE, SIZE)), random.normal(size=SIZE)
    path = (1, 2, 0, 3)
    wanted = np.eye(SIZE, dtype=np.float32)[list(path)]
    total = np.logaddexp.reduce([path_score(other, scores, after, first) for other in allowed(length)])
    loss = chain_loss(
        torch.tensor(scores),
        torch.tensor(after, dtype=torch.float32),
        torch.tensor(first, dtype=torch.float32),
        wanted,
        (0, 1, 2, 3, 4),
    )
    assert loss.item() * length == pytest.approx(total - path_score(path, scores, after, first), abs=1e-4)


def test_the_losses_derivatives_are_those_of_small_steps() -> None:
    random = np.random.default_rng(3)
    packing = packed(np.array([0, 3]), np.array([3, 5]))
    wanted = random.dirichlet(np.ones(SIZE), 8).astype(np.float32)
    wanted[:2] = np.eye(SIZE)[[0, 1]]
    parts = [random.normal(size=shape).astype(np.float32) for shape in ((8, SIZE), (SIZE, SIZE), (SIZE,))]

    def loss(values: list[np.ndarray]) -> float:
        return float(chain_loss(*(torch.tensor(value) for value in values), wanted, packing.edges))

    given = [torch.tensor(part, requires_grad=True) for part in parts]
    chain_loss(*given, wanted, packing.edges).backward()
    for number, place in ((0, (4, 2)), (0, (0, 1)), (1, (1, 2)), (1, (0, 3)), (2, (5,))):
        moved = []
        for step in (0.02, -0.02):
            values = [part.copy() for part in parts]
            values[number][place] += step
            moved.append(loss(values))
        assert given[number].grad[place].item() == pytest.approx((moved[0] - moved[1]) / 0.04, abs=2e-4)


def test_labels_that_are_probabilities_ask_for_what_allowed_sequences_make_of_them() -> None:
    wanted = np.full((2, SIZE), 0.0, dtype=np.float32)
    wanted[0, [0, 1]] = 0.5, 0.5
    # An inside label after nothing is no sequence: the second token's half for it counts for the first token's begin.
    wanted[1, [0, 2]] = 0.5, 0.5
    scores = torch.zeros((2, SIZE), requires_grad=True)
    chain_loss(scores, torch.zeros(SIZE, SIZE), torch.zeros(SIZE), wanted, (0, 1, 2)).backward()
    paths = allowed(2)
    weights = np.array([wanted[0, a] * wanted[1, b] for a, b in paths])
    asked = np.array([sum(weights[n] for n, path in enumerate(paths) if path[0] == label) for label in range(SIZE)])
    even = np.array([sum(path[0] == label for path in paths) for label in range(SIZE)]) / len(paths)
    np.testing.assert_allclose(scores.grad[0].numpy() * 2, even - asked / weights.sum(), atol=1e-3)


def test_what_no_path_holds_has_no_derivative() -> None:
    given = [torch.zeros(shape, requires_grad=True) for shape in ((3, SIZE), (SIZE, SIZE), (SIZE,))]
    chain_loss(*given, np.full((3, SIZE), 1 / SIZE, dtype=np.float32), (0, 1, 2, 3)).backward()
    assert (given[1].grad.numpy()[~FOLLOWS] == 0).all()
    assert (given[2].grad.numpy()[~OPENS] == 0).all()


def test_the_recurrent_layers_derivatives_are_those_of_small_steps() -> None:
    random = np.random.default_rng(4)
    width, packing = 3, packed(np.array([0, 4]), np.array([4, 6]))
    inputs = random.normal(size=(2, 10, 4 * width)).astype(np.float32)
    weights = random.normal(size=(2, width, 4 * width)).astype(np.float32)
    asked = torch.tensor(random.normal(size=(10, 2 * width)).astype(np.float32))

    def value(parts: list[np.ndarray]) -> float:
        return float((read_packed(torch.tensor(parts[0]), torch.tensor(parts[1]), packing) * asked).sum())

    given = [torch.tensor(part, requires_grad=True) for part in (inputs, weights)]
    (read_packed(given[0], given[1], packing) * asked).sum().backward()
    for number, place in ((0, (0, 0, 1)), (0, (1, 7, 10)), (1, (0, 2, 5)), (1, (1, 0, 11)), (0, (1, 9, 4))):
        moved = []
        for step in (0.02, -0.02):
            parts = [inputs.copy(), weights.copy()]
            parts[number][place] += step
            moved.append(value(parts))
        assert given[number].grad[place].item() == pytest.approx((moved[0] - moved[1]) / 0.04, abs=5e-3)


def labels_of(words: Sequence[str]) -> list[int]:
    """Label "said that" as a cue and what follows it as content."""
    found: list[int] = []
    for place, word in enumerate(words):
        before = found[-1] if found else 0
        if word == ".":
            found.append(0)
        elif word == "said":
            found.append(LABELS.index("B-cue"))
        elif before == LABELS.index("B-cue"):
            found.append(LABELS.index("I-cue"))
        elif before == LABELS.index("I-cue"):
            found.append(LABELS.index("B-content"))
        else:
            found.append(LABELS.index("I-content") if before and place else 0)
    return found


@pytest.mark.slow
def test_the_tagger_learns_from_labels_of_both_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "_TOKENS_A_BATCH", 300)
    monkeypatch.setattr(attribution, "_WARM", 5)
    schedule = (attribution.Part(40, 0.2, falls=False), attribution.Part(30, 0.5, falls=True))
    seen = features(SAID)
    wanted = labels_of(seen.canonical)
    certain = np.eye(SIZE, dtype=np.uint8)[wanted] * 255
    unsure = np.eye(SIZE, dtype=np.uint8)[wanted] * 200 + 7
    vectors = np.random.default_rng(0).normal(size=(60, 8)).astype(np.float32)
    torch.manual_seed(0)
    net = attribution.trained(
        [attribution.Labelled(seen, certain)], [attribution.Labelled(seen, unsure)], schedule, vectors
    )
    weights = network(Artifact(arrays(net), {"name": "attribution"}))
    assert best_labels(token_scores(seen, weights), seen.edges, weights).tolist() == wanted


@pytest.mark.slow
def test_a_tagger_whose_rate_does_not_fall_is_the_mean_of_its_last_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "_TOKENS_A_BATCH", 300)
    monkeypatch.setattr(attribution, "_MEAN_FROM", 10)
    seen = features(SAID)
    certain = np.eye(SIZE, dtype=np.uint8)[labels_of(seen.canonical)] * 255
    labelled = [attribution.Labelled(seen, certain)]
    vectors = np.random.default_rng(0).normal(size=(60, 8)).astype(np.float32)

    def exit_of(steps: int) -> torch.Tensor:
        net = attribution.trained(labelled, (), (attribution.Part(steps, 1.0, falls=False),), vectors)
        return net.state_dict()["exit.weight"].clone()

    monkeypatch.setattr(attribution, "_MEAN_SHARE", 1.0)
    tenth, twentieth = exit_of(10), exit_of(20)
    monkeypatch.setattr(attribution, "_MEAN_SHARE", 0.25)
    assert torch.allclose(exit_of(20), 0.75 * tenth + 0.25 * twentieth, atol=1e-6)
    assert not torch.allclose(tenth, twentieth, atol=1e-6)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    held_back = min(soft_labels.held_back())
    rows = [{"id": name, "title": "A headline", "text": SAID} for name in ("one", held_back, "two")]
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as stream_of_lines:
        stream_of_lines.writelines(json.dumps(row) + "\n" for row in rows)
    text = f"A headline\n\n{SAID}"
    starts = segment(Document(text)).tokens.starts
    (tmp_path / "teacher").mkdir()
    np.savez(
        tmp_path / soft_labels.ATTRIBUTION,
        ids=np.array(["one", held_back]),
        lengths=np.array([len(starts)] * 2, dtype=np.uint32),
        starts=np.array(starts * 2, dtype=np.uint32),
        probabilities=np.arange(2 * len(starts) * SIZE, dtype=np.uint32).reshape(-1, SIZE).astype(np.uint8),
    )
    np.savez(
        tmp_path / soft_labels.SENTENCES,
        ids=np.array(["one", held_back, "two"]),
        starts=np.array([12, 12, 0], dtype=np.uint32),
        ends=np.array([54, 54, 10], dtype=np.uint32),
        bias=np.array([51, 0, 255], dtype=np.uint8),
        loaded=np.array([0, 0, 255], dtype=np.uint8),
    )
    return tmp_path


def test_labels_of_the_encoder_stand_at_their_tokens_and_held_back_articles_are_left_out(news: Path) -> None:
    ((name, article, labels),) = soft_articles(news)
    assert (name, article.text) == ("one", f"A headline\n\n{SAID}")
    assert labels.shape == (len(article.tokens), SIZE)
    assert labels[1].tolist() == list(range(SIZE, 2 * SIZE))


def test_labels_of_other_tokens_are_refused(news: Path) -> None:
    with np.load(news / soft_labels.ATTRIBUTION) as stored:
        held = dict(stored)
    held["starts"] = held["starts"] + 1
    np.savez(news / soft_labels.ATTRIBUTION, **held)
    with pytest.raises(InputError, match=r"attribution\.npz.*label them again"):
        list(soft_articles(news))


def test_sentences_of_the_encoder_are_read_with_their_probabilities(news: Path) -> None:
    found = soft_sentences(news)
    assert found.texts == ("Ada Holm said that the harbour would open.", "A headline")
    assert found.biased.tolist() == [0.2, 1.0]
    assert found.loaded.tolist() == [0.0, 1.0]
