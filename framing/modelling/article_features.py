"""What the model of an article's frames sees beside the words: the lexicon's hits and the sentences' frames."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["ARTICLE_FEATURES", "frame_features"]

Floats = NDArray[np.float64]

ARTICLE_FEATURES = ("log weight", "weight per 100 words", "sentences with a hit", "mean", "strongest five", "log words")
"""Features of each frame, in the order of the columns."""


def frame_features(hits: Floats, frames: Floats, words: int) -> Floats:
    """Return features of each frame, of shape (n_frames, 6).

    Args:
        hits: Of shape (n_sentences, n_frames): summed weights of the lexicon's hits.
        frames: Of shape (n_sentences, n_frames): the sentences' frame probabilities.
        words: Tokens of the article.
    """
    count = hits.shape[1]
    if not len(hits):
        return np.zeros((count, len(ARTICLE_FEATURES)))
    total = hits.sum(axis=0)
    strongest = np.sort(frames, axis=0)[::-1][:5]
    return np.column_stack(
        [
            np.log1p(total),
            100 * total / max(words, 1),
            (hits > 0).mean(axis=0),
            frames.mean(axis=0),
            strongest.mean(axis=0),
            np.full(count, np.log(max(words, 1))),
        ]
    )
