"""The weights of linking, learned from the annotators' own stretches: content to cue, cue to source."""

from collections.abc import Mapping, Sequence

import numpy as np

from framing.modelling.labels import stretches
from framing.modelling.linking import candidates, pair_features
from framing.modelling.tagging import linking_text
from framing.modelling.token_features import TokenFeatures
from framing.modelling.training.gold_attributions import GoldArticle
from framing.modelling.training.logistic import Cases, Fit, fitted

__all__ = ["linking_weights"]

_FIT = Fit(fewest=5)
"""Linking features that fewer pairs have are left out."""


def linking_weights(gold: Sequence[GoldArticle], features: Sequence[TokenFeatures]) -> dict[str, Mapping[str, float]]:
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
    return {"cue": _weights(cue_rows), "source": _weights(source_rows)}


def _weights(rows: Sequence[tuple[list[str], bool]]) -> Mapping[str, float]:
    named, right = zip(*rows, strict=True)
    return fitted(Cases(named, np.array(right)), _FIT).named
