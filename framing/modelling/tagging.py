"""The tagger: which tokens are content, cue and source."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from framing.article import FURNITURE, Article
from framing.modelling.artifact import load_artifact, split
from framing.modelling.convolution import Network, best_labels, network, token_scores
from framing.modelling.labels import Stretches, stretches
from framing.modelling.linking import LinkingText
from framing.modelling.token_features import TokenFeatures, token_features

__all__ = ["AttributionModel", "attribution_model", "linking_text", "tag"]


@dataclass(frozen=True, slots=True)
class AttributionModel:
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


def tag(article: Article, symmetric: Sequence[str], model: AttributionModel) -> tuple[TokenFeatures, Stretches]:
    """Return an article's tokens as the model sees them, and the stretches that it marks; furniture has none.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        model: The tagger.
    """
    features = token_features(article, symmetric, model.vocabulary)
    labels = best_labels(token_scores(features, model.weights), features.edges, model.weights)
    starts = np.array(article.tokens.starts, dtype=np.int64)
    for block in article.blocks:
        if block.kind in FURNITURE:
            labels[np.searchsorted(starts, block.start) : np.searchsorted(starts, block.end)] = 0
    return features, stretches(labels.tolist(), features.edges)


def linking_text(article: Article, features: TokenFeatures, found: Stretches) -> LinkingText:
    """Return what linking sees of an article."""
    sentence_starts = [sentence.start for sentence in article.sentences]
    starts = article.tokens.starts
    edges = features.edges
    return LinkingText(
        words=features.canonical,
        quoted=(features.flags[:, 0] > 0).tolist(),
        sentences=[bisect_right(sentence_starts, start) for start in starts],
        blocks=[bisect_right(edges, number) for number in range(len(starts))],
        found=found,
        content_starts=tuple(stretch.first for stretch in found.contents),
        cue_starts=tuple(stretch.first for stretch in found.cues),
        source_starts=tuple(stretch.first for stretch in found.sources),
    )
