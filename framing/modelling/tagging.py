"""The tagger: which tokens are content, cue and source."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import FURNITURE, Article
from framing.encoding.encoded import EncodedArticle
from framing.modelling.artifact import load_artifact, split
from framing.modelling.convolution import Network, best_labels, edges_within, network, token_scores
from framing.modelling.labels import LABELS, Stretch, Stretches, stretches
from framing.modelling.linking import LinkingText
from framing.modelling.token_features import FLAGS, TokenFeatures

__all__ = ["AttributionModel", "Tagged", "attribution_model", "linking_text", "tag", "tag_inside"]


_ENCODER_SHARE = 0.5
"""What the encoder's log-probabilities of labels count beside the network's scores; for 1, sources are as often right
and contents less often (``docs/models/encoder.md``)."""


class AttributionModel(NamedTuple):
    """The trained tagger and linker.

    Attributes:
        weights: The network.
        vocabulary: Number by symmetric word.
        cue_weights: Weight by feature of a pair of content and cue.
        source_weights: Weight by feature of a pair of cue and source.
        version: The artifact's version.
    """

    weights: Network
    vocabulary: Mapping[str, int]
    cue_weights: Mapping[str, float]
    source_weights: Mapping[str, float]
    version: str


class Tagged(NamedTuple):
    """What the tagger says of an article.

    Attributes:
        stretches: What it marks.
        states: What the network makes of each token, of shape (n_tokens, 2 * width); zeros where it read nothing.
    """

    stretches: Stretches
    states: NDArray[np.float16]


@cache
def attribution_model() -> AttributionModel:
    """Return the shipped model.

    Raises:
        ModelError: If it is missing or damaged.
    """
    artifact = load_artifact("attribution")
    linking = json.loads(artifact.array("linking").tobytes().decode("utf-8"))
    return AttributionModel(
        weights=network(artifact),
        vocabulary={word: number for number, word in enumerate(split(artifact.array("vocabulary")), start=2)},
        cue_weights=linking["cue"],
        source_weights=linking["source"],
        version=str(artifact.manifest["version"]),
    )


def tag(
    article: Article,
    features: TokenFeatures,
    model: AttributionModel,
    parts: Sequence[tuple[int, int]] | None = None,
    encoded: EncodedArticle | None = None,
) -> Tagged:
    """Return what the tagger marks in an article, nothing in furniture, and what it made of its tokens.

    Args:
        article: The article.
        features: Its tokens as the model sees them.
        model: The tagger.
        parts: Runs of blocks, each the numbers of the first and of the one after the last, that alone are read; what
            is marked there is what is marked when all are read.
        encoded: What the encoder says of the article: half the logarithms of its labels' probabilities are added.
    """
    starts = article.tokens.starts
    firsts = [0, *(bisect_left(starts, block.start) for block in article.blocks[1:]), len(starts)]
    read = ((0, len(article.blocks)),) if parts is None else parts
    runs = [(firsts[first], firsts[last]) for first, last in read]
    edges = edges_within(features.edges, runs)
    read_states = np.empty((edges[-1], len(model.weights.exit) - 1), dtype=np.float16)
    scores = token_scores(features, model.weights, runs, read_states)
    if encoded is not None and runs:
        said = np.concatenate([_log_odds(encoded)[begin:stop] for begin, stop in runs])
        said *= _ENCODER_SHARE
        scores = scores + said
    found = best_labels(scores, edges, model.weights)
    labels = [0] * len(starts)
    states = np.zeros((len(starts), read_states.shape[1]), dtype=np.float16)
    place = 0
    for begin, stop in runs:
        labels[begin:stop] = found[place : place + stop - begin].tolist()
        states[begin:stop] = read_states[place : place + stop - begin]
        place += stop - begin
    for block, begin, stop in zip(article.blocks, firsts, firsts[1:], strict=False):
        if block.kind in FURNITURE:
            labels[begin:stop] = [0] * (stop - begin)
    return Tagged(stretches(labels, features.edges), states)


def _log_odds(encoded: EncodedArticle) -> NDArray[np.float32]:
    """Return the logarithm of each label's probability for each token, of shape (n_tokens, n_labels)."""
    scores = encoded.columns(LABELS)
    logarithms: NDArray[np.float32] = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return logarithms


def tag_inside(features: TokenFeatures, contents: Sequence[Stretch], model: AttributionModel) -> tuple[Stretches, ...]:
    """Return what the tagger marks in contents that are each read as a text of its own: what the reported report.

    Args:
        features: The article's tokens as the model sees them.
        contents: Stretches of one token or more.
        model: The tagger.
    """
    stop = model.vocabulary.get(".", 1)
    words: list[int] = []
    edges = [0]
    places: list[int] = []
    for content in contents:
        places += [*range(content.first, content.last), content.last - 1]
        words += [*features.words[content.first : content.last], stop]
        edges.append(len(words))
    flags = features.flags[places]
    flags[[edge - 1 for edge in edges[1:]]] = 0
    flags[np.ix_(edges[:-1], [FLAGS.index("sentence_start"), FLAGS.index("block_start")])] = 1
    apart = TokenFeatures(
        np.array(words, dtype=np.int64),
        features.endings[places],
        flags,
        tuple(edges),
        [features.canonical[place] for place in places],
    )
    labels = best_labels(token_scores(apart, model.weights), apart.edges, model.weights).tolist()
    return tuple(
        _moved(stretches(labels[edge : edge + content.last - content.first], (0,)), content.first)
        for content, edge in zip(contents, edges[:-1], strict=True)
    )


def _moved(stretches: Stretches, by: int) -> Stretches:
    contents, cues, sources = (tuple(Stretch(first + by, last + by) for first, last in kind) for kind in stretches)
    return Stretches(contents, cues, sources)


def linking_text(article: Article, features: TokenFeatures, stretches: Stretches) -> LinkingText:
    """Return what linking sees of an article."""
    sentence_starts = [sentence.start for sentence in article.sentences]
    starts = article.tokens.starts
    return LinkingText(
        words=features.canonical,
        quoted=(features.flags[:, 0] > 0).tolist(),
        sentences=np.searchsorted(sentence_starts, starts, side="right").tolist(),
        blocks=np.searchsorted(features.edges, np.arange(len(starts)), side="right").tolist(),
        found=Stretches((), (), ()),
        content_starts=(),
        cue_starts=(),
        source_starts=(),
    ).holding(stretches)
