"""Vectors of sentences in their article, for search, clustering and comparison."""

import numpy as np
from numpy.typing import NDArray

from framing.encoding.encode import token_states
from framing.modelling.article_words import read_words
from framing.report import Report

__all__ = ["sentence_vectors"]


def sentence_vectors(report: Report) -> NDArray[np.float32]:
    """Return a vector of each sentence of an article, of shape (n_sentences, width), of length 1.

    It is the mean of the encoder's states over the sentence's tokens. The encoder reads symmetric words: two sentences
    that differ in names, parties or countries alone have the same vector in the same article.

    Args:
        report: From ``framing.analyze``, with the encoder or without it.

    Returns:
        Vectors in the order of ``report.analysis.article.sentences``; zeros for a sentence without a word or mark.

    Raises:
        InstallError: If the encoder is not installed.
        ModelError: If it is damaged.
    """
    article = report.analysis.article
    words = read_words(article)
    states = token_states(article, words.joined).astype(np.float64)
    vectors = np.array([states[first:last].sum(axis=0) for first, last in words.bounds]).reshape(-1, states.shape[1])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled
