"""Teaching the encoder: what it is asked for, on networks of any weights."""

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from framing.article import Document  # noqa: E402 -- behind the check for PyTorch
from framing.encoding.pieces import piece_vocabulary  # noqa: E402
from framing.modelling.labels import LABELS  # noqa: E402
from framing.modelling.training.encoder_fit import WINDOW, fit, pieces_of, read_through  # noqa: E402
from framing.modelling.training.encoder_network import EXITS, EncoderNetwork, with_classes  # noqa: E402
from framing.modelling.training.encoder_texts import EncoderText, as_text  # noqa: E402
from framing.segmenting import segment  # noqa: E402

NAMED = [f"[unused{number}]" for number in range(10)]
WORDS = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", *NAMED, "mill", "the", "closes", "shame", "##ful", "a", ".", "said"]
VOCABULARY = piece_vocabulary(WORDS)
EDGES = VOCABULARY.opening, VOCABULARY.closing


@pytest.fixture(scope="module")
def net() -> EncoderNetwork:
    torch.manual_seed(0)
    return EncoderNetwork().eval()


def text(said: str = "The mill closes. A shameful mill.", **known: object) -> EncoderText:
    return as_text(segment(Document(said)), VOCABULARY, **known)


def test_an_article_is_laid_out_in_pieces_with_its_sentences() -> None:
    one = text("The mill closes.\n\nA shameful mill.")
    assert [WORDS[number] for number in one.pieces] == "the mill closes . [SEP] a shame ##ful mill .".split()
    assert one.firsts.tolist() == [0, 1, 2, 3, 5, 6, 8, 9]
    assert list(one.bounds) == [(0, 4), (4, 8)]


def test_windows_of_a_long_text_hold_each_piece_once() -> None:
    long = text("The mill closes. " * 400)
    pieces = pieces_of([long, text()], np.random.default_rng(1))
    assert [piece.start for piece in pieces[:-1]][1:] == [piece.end for piece in pieces[:-2]]
    assert (pieces[0].start, pieces[-2].end) == (0, len(long.pieces))
    assert max(piece.end - piece.start for piece in pieces) <= WINDOW
    assert (pieces[-1].start, pieces[-1].end) == (0, len(pieces[-1].text.pieces))


def test_a_class_starts_where_the_words_are_that_it_stands_for(net: EncoderNetwork) -> None:
    named, vocabulary = with_classes(net, WORDS, {"<name>": {"mill": 3, "shameful": 1}})
    vectors = net.pieces.weight.data
    shameful = (vectors[WORDS.index("shame")] + vectors[WORDS.index("##ful")]) / 2
    wanted = (3 * vectors[WORDS.index("mill")] + shameful) / 4
    assert named[WORDS.index("[unused1]")] == "<name>"
    assert torch.allclose(vectors[vocabulary.numbers["<name>"]], wanted, atol=1e-6)


def test_what_is_asked_of_an_exit_is_learned_and_what_is_not_known_is_not_asked(net: EncoderNetwork) -> None:
    marks = np.array([0, 0, 0, 0, 0, 1, np.nan, 0], dtype=np.float32)
    labels = np.eye(len(LABELS), dtype=np.float32)[[5, 6, 3, 0, 1, 2, 2, 0]]
    known = text(
        labels=labels,
        tokens={"word": marks},
        sentences={"slant": np.array([np.nan, 1], dtype=np.float32), "bias": np.array([0, 1], dtype=np.float32)},
        own=np.array([True] * 8),
    )
    taught = EncoderNetwork()
    taught.load_state_dict(net.state_dict())
    pieces = pieces_of([known] * 8, np.random.default_rng(0))
    for _ in range(12):
        fit(taught, pieces, (3e-4, 1e-2), EDGES, np.random.default_rng(0), seed=0)
    values = read_through(taught, known, EDGES)
    assert values.shape == (8, len(EXITS))
    assert values[:, : len(LABELS)].argmax(axis=1).tolist() == labels.argmax(axis=1).tolist()
    assert (values[:, EXITS.index("word")] > 0).tolist()[:6] == [False] * 5 + [True]
    assert values[4:8, EXITS.index("bias")].mean() > 0 > values[:4, EXITS.index("bias")].mean()
    assert values[4:8, EXITS.index("slant")].mean() > 0
    before = read_through(net, known, EDGES)[:, EXITS.index("loaded_word")]
    unasked = np.abs(values[:, EXITS.index("loaded_word")] - before).max()
    assert unasked < np.abs(values[:, EXITS.index("word")]).max()


def test_words_of_others_are_not_asked_for_slant(net: EncoderNetwork) -> None:
    known = text(sentences={"slant": np.array([1, 1], dtype=np.float32)}, own=np.array([False] * 8))
    taught = EncoderNetwork()
    taught.load_state_dict(net.state_dict())
    fit(taught, pieces_of([known], np.random.default_rng(0)), (0.0, 1e-2), EDGES, np.random.default_rng(0), seed=0)
    slopes = taught.exit.weight.grad
    assert slopes is None or not slopes.any()
    own = replace(known, own=np.array([True] * 8))
    fit(taught, pieces_of([own], np.random.default_rng(0)), (0.0, 1e-2), EDGES, np.random.default_rng(0), seed=0)
    assert taught.exit.weight.grad[EXITS.index("slant")].any()


def test_frozen_layers_stay_as_they_are(net: EncoderNetwork) -> None:
    known = text(tokens={"word": np.ones(8, dtype=np.float32)})
    taught = EncoderNetwork()
    taught.load_state_dict(net.state_dict())
    fit(
        taught,
        pieces_of([known], np.random.default_rng(0)),
        (1e-2, 1e-2),
        EDGES,
        np.random.default_rng(0),
        seed=0,
        frozen=2,
    )
    same = {name: torch.equal(weights, net.state_dict()[name]) for name, weights in taught.state_dict().items()}
    assert all(same[name] for name in same if name.startswith(("pieces", "places", "layers.0.", "layers.1.")))
    assert not any(same[name] for name in same if name.endswith("wide.weight") and name.startswith("layers.5"))
