"""Training of the encoder: first by what a larger one and annotators say, then by the labels of blind readers.

What readers mark is learned three times: once from all articles, which is what the distribution holds, and twice from
those of half of the outlets. What these two say of the other half is kept, so that the models that read the encoder
are fitted on articles whose labels their encoder has not seen (``--held-out``).
"""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from framing.article import Voice
from framing.encoding.pieces import PieceVocabulary
from framing.evaluation.read_articles import ReadArticle, read_articles
from framing.modelling.training.encoder_export import export
from framing.modelling.training.encoder_fit import fit, pieces_of, read_through
from framing.modelling.training.encoder_network import EXITS, EncoderNetwork, base_network, with_classes
from framing.modelling.training.encoder_texts import EncoderText, annotated_sets, as_text, class_words, news_texts
from framing.modelling.training.folds import group_folds

__all__ = ["HELD_OUT", "train"]

VERSION = "2026.1"
HELD_OUT = "held_out.npz"
"""What encoders that had not read a gold article's labels say of it, written beside the package's folder."""
_BASE = "minilm"
"""Folder of the sets with the weights of all-MiniLM-L6-v2 and ``vocab.txt``."""
_NEWS_PIECES = 2_200_000
"""Pieces of the news sample that are read, of six million: what one core reads in half an hour."""
_RATES = (2.5e-4, 2e-3)
"""Learning rates of the first part, of the network and of its exits. Set by hand."""
_READERS_RATES = (8e-5, 1e-3)
"""Those of the part by readers' labels. Set by hand."""
_PASSES = 2
"""Passes over the articles that readers marked."""
_BESIDE = {"biased": 1.0, "loaded": 0.3, "attributions": 0.2}
"""Shares of the annotated sets that are read beside them, so that nothing else is forgotten. Set by hand."""
_FROZEN = 2
"""Layers that readers' labels leave as they are."""
_HALVES = 2
"""Parts of the outlets, each read by the network that learned from the others."""
_CALIBRATED_ON = 150
"""Articles of the news sample by which bias and loaded language are calibrated."""
_CALIBRATION_STRENGTH = 1e6
"""Inverse of the penalty: none."""
_OWN = frozenset({Voice.OWN, Voice.SCARE})


def train(data: Path, output: Path) -> dict[str, Any]:
    """Teach the encoder and write its files; what its two halves say of gold articles goes to ``held_out.npz`` beside.

    Args:
        data: Folder with the public sets, the labels of the larger encoder and ``minilm``.
        output: Folder of ``framing_encoder``.
    """
    generator = np.random.default_rng(0)
    base = data / _BASE
    net = base_network(base)
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    named, vocabulary = with_classes(net, pieces, class_words(data))
    edges = vocabulary.opening, vocabulary.closing
    sets = annotated_sets(data, vocabulary)
    read, unread = _drawn(list(news_texts(data, vocabulary)), generator)
    articles = read_articles(data)
    texts = [_text(article, vocabulary) for article in articles]
    with threadpool_limits(1):
        first = pieces_of([*sets["attributions"], *sets["loaded"], *sets["biased"], *sets["biased"], *read], generator)
        fit(net, first, _RATES, edges, generator, seed=0)
        said = _held_out(net, articles, texts, sets, edges)
        _taught_by_readers(net, texts, sets, edges, seed=2)
        calibration = _calibration(net, unread, edges)
    export(net, named, output, {"version": VERSION, "calibration": calibration})
    together = np.concatenate(said).astype(np.float16)
    np.savez_compressed(
        output.parent / HELD_OUT,
        ids=np.array([article.id for article in articles]),
        lengths=np.array([len(values) for values in said], dtype=np.int64),
        word=together[:, EXITS.index("word")],
        slant=together[:, EXITS.index("slant")],
    )
    return {"version": VERSION, "articles": len(articles), "calibration": calibration}


def _drawn(news: list[EncoderText], generator: np.random.Generator) -> tuple[list[EncoderText], list[EncoderText]]:
    """Return the articles of the news sample that are learned from, and some of the others."""
    order = generator.permutation(len(news)).tolist()
    last = int(np.searchsorted(np.cumsum([len(news[place].pieces) for place in order]), _NEWS_PIECES))
    return [news[place] for place in order[:last]], [news[place] for place in order[last : last + _CALIBRATED_ON]]


def _text(article: ReadArticle, vocabulary: PieceVocabulary) -> EncoderText:
    """Return an article with what its reader marked: words and sentences in own voice."""
    whole, voices = article.analysis.article, article.analysis.voices
    places = list(zip(whole.tokens.starts, whole.tokens.ends, strict=True))
    own = np.array([voices.of(start, end) in _OWN for start, end in places], dtype=bool)
    marked = [any(a < end and start < b for a, b in article.words) for start, end in places]
    slant = np.full(len(whole.sentences), np.nan, dtype=np.float32)
    slant[article.rows] = np.array([0.0, 0.5, 1.0])[article.grades]
    words = np.where(own, np.array(marked, dtype=np.float32), np.nan).astype(np.float32)
    return as_text(whole, vocabulary, own=own, tokens={"word": words}, sentences={"slant": slant})


def _held_out(
    net: EncoderNetwork,
    articles: Sequence[ReadArticle],
    texts: Sequence[EncoderText],
    sets: Mapping[str, Sequence[EncoderText]],
    edges: tuple[int, int],
) -> list[NDArray[np.float32]]:
    """Return what a network that learned from the other half of the outlets says of each article."""
    said: dict[int, NDArray[np.float32]] = {}
    for fold, (others, these) in enumerate(group_folds([article.outlet for article in articles], _HALVES)):
        half = copy.deepcopy(net)
        _taught_by_readers(half, [texts[place] for place in others], sets, edges, seed=fold)
        said |= {place: read_through(half, texts[place], edges) for place in these.tolist()}
    return [said[place] for place in range(len(articles))]


def _taught_by_readers(
    net: EncoderNetwork,
    texts: Sequence[EncoderText],
    sets: Mapping[str, Sequence[EncoderText]],
    edges: tuple[int, int],
    seed: int,
) -> None:
    generator = np.random.default_rng(seed)
    pieces = [piece for _ in range(_PASSES) for piece in pieces_of(texts, generator)]
    for name, share in _BESIDE.items():
        beside = pieces_of(sets[name], generator)
        pieces += [beside[place] for place in generator.permutation(len(beside))[: int(share * len(beside))]]
    fit(net, pieces, _READERS_RATES, edges, generator, seed=seed, frozen=_FROZEN)


def _calibration(
    net: EncoderNetwork, texts: Sequence[EncoderText], edges: tuple[int, int]
) -> dict[str, tuple[float, float]]:
    """Return slope and intercept by which a sentence's mean says what the larger encoder says of unread articles."""
    values = [read_through(net, text, edges) for text in texts]
    fitted: dict[str, tuple[float, float]] = {}
    for name in ("bias", "loaded"):
        rows = [
            (float(of_tokens[begin:end, EXITS.index(name)].mean()), float(share))
            for text, of_tokens in zip(texts, values, strict=True)
            for share, (begin, end) in zip(text.sentences[name], text.bounds, strict=True)
            if end > begin and not np.isnan(share)
        ]
        means, shares = np.array(rows).T
        # A sentence of which the larger encoder is not sure stands on both sides, with what it gives to each.
        model = LogisticRegression(C=_CALIBRATION_STRENGTH).fit(
            np.concatenate([means, means])[:, None],
            np.repeat([1, 0], len(means)),
            sample_weight=np.concatenate([shares, 1 - shares]),
        )
        fitted[name] = round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)
    return fitted
