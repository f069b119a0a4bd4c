"""The model of judging words: what it weighs, and from which probability on a word counts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.artifact import load_artifact, split
from framing.modelling.linear import probabilities
from framing.modelling.own_words import OwnWords

__all__ = ["PERHAPS", "Fitted", "Thresholds", "judging_model", "thresholds"]

Floats = NDArray[np.float64]


class Fitted(NamedTuple):
    """A model: the columns' coefficients, the intercept, what a stem adds, and from where words count."""

    coefficients: Floats
    intercept: float
    stems: Mapping[str, float]
    least: "Thresholds"

    def chances(self, words: OwnWords) -> Floats:
        """Return each word's probability, of shape (n,)."""
        by_stem = np.array([self.stems.get(stem, 0.0) for stem in words.stems], dtype=np.float64)
        return probabilities(words.rows @ self.coefficients + self.intercept + by_stem)


class Thresholds(NamedTuple):
    """Probabilities from which words count.

    Attributes:
        proposed: A word that no lexicon lists.
        beside: A neighbour that joins it in one phrase.
        listed: A listed word, by severity; below these, one in five is right.
        headline: A listed word of a headline, where every word is a choice.
    """

    proposed: float = 0.68
    beside: float = 0.25
    listed: Mapping[int, float] = MappingProxyType({1: 0.65, 2: 0.3})
    headline: float = 0.1


PERHAPS = Thresholds(proposed=0.45, listed=MappingProxyType({1: 0.45, 2: 0.3}))
"""From where words may judge. Readers mark half of those that lie between these and what is shown as loaded, and twice
as many of theirs are found (``docs/models/judging-words.md``)."""


def thresholds(given: Mapping[str, Any]) -> Thresholds:
    """Return the thresholds that a manifest gives, the usual ones where it gives none."""
    usual = Thresholds()
    listed = {int(severity): float(least) for severity, least in given.get("listed", {}).items()}
    return Thresholds(
        float(given.get("proposed", usual.proposed)),
        float(given.get("beside", usual.beside)),
        listed or usual.listed,
        float(given.get("headline", usual.headline)),
    )


@cache
def judging_model(folder: Path | None = None) -> Fitted:
    """Return the stored model.

    Args:
        folder: Where the one that reads with the encoder lies; the shipped one without.

    Raises:
        ModelError: If it is missing or damaged.
    """
    stored = load_artifact("judging_words", folder)
    # A model that was fitted before words counted by their stems has none: the encoder brings such a one.
    stems = split(stored.array("stems")) if "stems" in stored.arrays else []
    return Fitted(
        stored.array("coefficients"),
        float(stored.array("intercept")[0]),
        dict(zip(stems, stored.array("added").tolist(), strict=True)) if stems else {},
        thresholds(stored.manifest.get("thresholds", {})),
    )
