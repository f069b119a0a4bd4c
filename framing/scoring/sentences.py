"""Scores of sentences from the trained models: slant, loaded language, policy frames."""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.encoding.encoded import EncodedArticle
from framing.encoding.installed import described, fitted_folder, read_by
from framing.finding import POLICY_FRAMES, SentenceScores
from framing.modelling.article_words import ArticleWords
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import probabilities
from framing.modelling.sentence_features import article_sentences, split_sentences
from framing.modelling.sentences import Scored, SentenceTable, sentence_models
from framing.threads import one_thread

__all__ = [
    "Scored",
    "SentenceTable",
    "models",
    "rows",
    "score_article",
    "score_texts",
    "strongest",
    "table_of",
    "with_encoder",
]

_UNKNOWN = 0.5
"""Share of unknown words from which a text is taken as not being English news; none of 2,547 annotated sentences
reaches 0.25, other languages in Latin letters lie above 0.6."""
_REFITTED = ("judging_words", "slant")
"""Models that the encoder may bring in its own form."""
_SHORTEST = 4
"""Words below which a sentence of an article gets no probability of slant: a fragment, an initial, a list's number."""


@cache
def _other_threshold() -> float:
    return float(load_artifact("frames").array("other_threshold")[0])


@one_thread()
def score_texts(texts: Sequence[str]) -> SentenceTable:
    """Return the scores of sentences, each as if it stood alone.

    Args:
        texts: Sentences in English.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    return table_of(sentence_models().score(split_sentences(texts)))


def score_article(article: Article, words: ArticleWords) -> Scored:
    """Return what the models say of an article's sentences, made once for all that read it.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    return sentence_models().score(article_sentences(article, words))


def table_of(scored: Scored) -> SentenceTable:
    """Return sentences' probabilities."""
    bias = probabilities(scored.scores["bias"][:, 0])
    outside = (scored.words == 0) | ((scored.unknown >= _UNKNOWN) & (scored.words >= _SHORTEST))
    bias[outside] = np.nan
    loaded = probabilities(scored.scores["loaded"][:, 0])
    frames = probabilities(scored.scores["frames"])
    loaded[outside] = 0.0
    frames[outside] = 0.0
    return SentenceTable(bias, loaded, frames, strongest(frames), scored.words)


def with_encoder(table: SentenceTable, encoded: EncodedArticle, bounds: Sequence[tuple[int, int]]) -> SentenceTable:
    """Return sentences' probabilities with the encoder's in place of the models', where it is calibrated for them.

    Where the models abstain, the encoder does.

    Args:
        table: The models' probabilities.
        encoded: What the encoder says of the article.
        bounds: For each sentence the numbers of its first token and of the token after its last.
    """
    outside = np.isnan(table.bias)
    found = {"bias": table.bias, "loaded": table.loaded}
    for name, (slope, intercept) in described().calibration.items():
        likely = probabilities(slope * encoded.sentence_means(name, bounds) + intercept)
        found[name] = np.where(outside | np.isnan(likely), found[name], likely)
    return table._replace(bias=found["bias"], loaded=found["loaded"])


def strongest(frames: NDArray[np.float64]) -> list[str]:
    """Return each sentence's strongest policy frame, or ``other``.

    Args:
        frames: Scores of shape (n_sentences, 14), in the codebook's order.
    """
    threshold = _other_threshold()
    return [
        POLICY_FRAMES[number] if frames[row, number] >= threshold else "other"
        for row, number in enumerate(frames.argmax(axis=1).tolist())
    ]


def rows(
    table: SentenceTable, subjectivity: Sequence[float], slant: Sequence[float | None]
) -> tuple[SentenceScores, ...]:
    """Return the scores as they stand in an analysis, with the sentences' subjectivity and slant.

    Sentences of fewer than four words get no probability of slant.
    """
    return tuple(
        SentenceScores(
            bias=None if math.isnan(bias) or words < _SHORTEST else bias,
            slant=chance,
            loaded=loaded,
            subjectivity=float(density),
            frames=dict(zip(POLICY_FRAMES, frames, strict=True)),
        )
        for bias, loaded, frames, words, density, chance in zip(
            table.bias.tolist(),
            table.loaded.tolist(),
            table.frames.tolist(),
            table.words.tolist(),
            subjectivity,
            slant,
            strict=True,
        )
    )


def models(encoded: EncodedArticle | None = None) -> Mapping[str, str]:
    """Return the versions of the models that score sentences and articles, by name; with the encoder, its own too."""
    if encoded is None:
        return _shipped()
    fitted = {
        name: str(load_artifact(name, fitted_folder(name)).manifest["version"])
        for name in _REFITTED
        if read_by(name, encoded) is not None
    }
    return {**_shipped(), **fitted, "encoder": described().version}


@cache
def _shipped() -> Mapping[str, str]:
    known = {name: str(manifest["version"]) for name, manifest in sentence_models().manifests.items()}
    return known | {name: str(load_artifact(name).manifest["version"]) for name in ("genre", *_REFITTED)}
