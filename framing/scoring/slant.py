"""How likely a reader calls a sentence slanted where it stands: by the outlet's own words, in its article.

The probability of slant as a sentence's own (``bias``) is calibrated on a set in which every second sentence is
slanted, and reads quotations like the rest. In an article one sentence in ten is, and few of them stand alone. So only
the outlet's own words are read here, and the article's other sentences count.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.encoding.installed import fitted_folder
from framing.finding import LEAST_SLANT
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import probabilities
from framing.modelling.own_sentences import OwnScores

__all__ = ["ENCODED", "FEATURES", "Fitted", "bounds", "chances", "features", "least_shown", "means", "score"]

FEATURES = (
    *("bias", "loaded", "own share", "bias of the article", "listed", "listed in the article"),
    *("headline", "contrast", "person in the article", "bias beside"),
)
"""What the model reads of a sentence: log-odds of its own words, their share, the article's mean log-odds of slant, the
severity of the lexicons' loaded terms in own voice and its mean in the article, whether it is a headline, words that
set one thing against another, how often the article says I, we and you, and the log-odds of the sentences beside."""
ENCODED = (*FEATURES, "encoder")
"""With the encoder: its log-odds of slant too, the mean over the sentence's own words."""

_MOST_ABOVE = 1.5
"""How far the article may lift a sentence's log-odds above its own words': a plain one stays plain in a tirade."""
_NEAR = (1, 2)
"""How far the sentences beside stand, on either side."""
_UNREAD_BESIDE = -2.5
"""Log-odds of slant that a neighbour without own words counts with: those of a sentence in a report."""
_TYPICAL = 10.0
"""Sentences of a typical article that each article's mean holds too, so that a few sentences do not decide it."""

Floats = NDArray[np.float64]


def means(own: OwnScores) -> Floats:
    """Return an article's mean log-odds of slant, listed severity and words of person, of shape (3,).

    All are nan where it has no words in own voice.
    """
    counted = own.read & own.spoken
    return _of_article(own)[counted].mean(axis=0) if counted.any() else np.full(3, np.nan)


def _of_article(own: OwnScores) -> Floats:
    return np.column_stack([own.scores[:, 0], own.listed, own.person])


def features(own: OwnScores, typical: Floats, highest: Floats) -> Floats:
    """Return the model's features, of shape (n_sentences, 10), or 11 with the encoder.

    Args:
        own: From ``own_scores``.
        typical: The ``means`` of a typical article.
        highest: Those of the articles that had most of each among those learned from; beyond, nothing is known.
    """
    counted = own.read & own.spoken
    total = _of_article(own)[counted].sum(axis=0) + _TYPICAL * typical
    means = np.minimum(total / (counted.sum() + _TYPICAL), highest)
    return _rows(own, means, np.where(counted, own.scores[:, 0], _UNREAD_BESIDE))


def _rows(own: OwnScores, means: Floats, bias: Floats) -> Floats:
    """Return the features, given the article's means and what each sentence's bias is to those beside it."""
    same = np.ones(len(own.share))
    return np.column_stack(
        [
            *(own.scores, own.share, same * means[0], own.listed, same * means[1]),
            *(own.headline, own.contrast, same * means[2], _beside(bias)),
            *(() if own.encoded is None else (own.encoded,)),
        ]
    )


def _beside(bias: Floats) -> Floats:
    """Return the mean of the sentences beside each; past the text's ends the first and the last stand in."""
    numbers = np.arange(len(bias))
    steps = [sign * step for step in _NEAR for sign in (-1, 1)]
    result: Floats = np.mean([bias[np.clip(numbers + step, 0, len(bias) - 1)] for step in steps], axis=0)
    return result


def score(own: OwnScores) -> list[float | None]:
    """Return for each sentence the probability that a reader of the article calls it slanted.

    ``None`` where there is nothing to judge: captions, page furniture, links.

    Args:
        own: What the article's own words say.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(own.read):
        return []
    found = chances(own, _model(None if own.encoded is None else fitted_folder("slant")))
    return [float(chance) if read else None for chance, read in zip(found, own.read, strict=True)]


class Fitted(NamedTuple):
    """A model: what ``features`` takes, the columns' coefficients, the intercept, and from where it is shown."""

    typical: Floats
    highest: Floats
    coefficients: Floats
    intercept: float
    least_shown: float = LEAST_SLANT


def chances(own: OwnScores, fitted: Fitted) -> Floats:
    """Return each sentence's probability, of shape (n_sentences,), whether or not a reader judges it."""
    return _lifted(own, features(own, fitted.typical, fitted.highest) @ fitted.coefficients + fitted.intercept)


def _lifted(own: OwnScores, total: Floats) -> Floats:
    """Return probabilities, which the article lifts only so far above those of the own words."""
    alone = own.scores[:, 0] if own.encoded is None else np.maximum(own.scores[:, 0], own.encoded)
    return probabilities(np.minimum(total, alone + _MOST_ABOVE))


def bounds(own: OwnScores, known: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return each sentence's lowest and highest probability, whoever turns out to be credited elsewhere; of shape (n,).

    What others say is not the outlet's: a sentence of which it is not known yet whose words it is counts in the article
    and beside its neighbours, or it does not. That a part of it is left which reads otherwise than the whole is not
    looked at.

    Args:
        own: What the article's own words say, as far as it is known whose words they are.
        known: Of shape (n,): of which sentences that is known. The bounds of others hold if all their words are own.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    fitted = _model(None if own.encoded is None else fitted_folder("slant"))
    counted = own.read & own.spoken
    lasting, doubtful = _of_article(own)[counted & known], _of_article(own)[counted & ~known]
    means = [np.minimum(_extreme_means(lasting, doubtful, fitted.typical, sign), fitted.highest) for sign in (-1, 1)]
    bias = np.where(counted, own.scores[:, 0], _UNREAD_BESIDE)
    beside = [np.where(known, bias, extreme(bias, _UNREAD_BESIDE)) for extreme in (np.minimum, np.maximum)]
    low, high = (_rows(own, *ends) * fitted.coefficients for ends in zip(means, beside, strict=True))
    least, most = (_lifted(own, end(low, high).sum(axis=1) + fitted.intercept) for end in (np.minimum, np.maximum))
    return least, most


def _extreme_means(lasting: Floats, doubtful: Floats, typical: Floats, sign: int) -> Floats:
    """Return the article's lowest (-1) or highest (1) means, of shape (3,), if doubtful rows may be left out."""
    begun = lasting.sum(axis=0) + _TYPICAL * typical
    ordered = -np.sort(-sign * doubtful, axis=0) * sign
    totals = np.vstack([begun, begun + np.cumsum(ordered, axis=0)])
    running = totals / (np.arange(len(totals)) + len(lasting) + _TYPICAL)[:, None]
    result: Floats = sign * (sign * running).max(axis=0)
    return result


def least_shown() -> float:
    """Return the probability from which the model that reads the encoder shows a sentence."""
    return _model(fitted_folder("slant")).least_shown


@cache
def _model(folder: Path | None) -> Fitted:
    stored = load_artifact("slant", folder)
    return Fitted(
        stored.array("typical"),
        stored.array("highest"),
        stored.array("coefficients"),
        float(stored.array("intercept")[0]),
        float(stored.manifest.get("thresholds", {}).get("shown", LEAST_SLANT)),
    )
