"""What the encoder says of an article, as it flows to the stages that read it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["EncodedArticle"]

Array = NDArray[np.float32]
Floats = NDArray[np.float64]


class EncodedArticle(NamedTuple):
    """The encoder's values of an article's tokens.

    Attributes:
        exits: Of shape (n_tokens, n_exits): log-odds, or scores of labels.
        names: What each exit says, such as ``word`` or the name of a label.
    """

    exits: Array
    names: tuple[str, ...]

    def columns(self, names: Sequence[str]) -> Array:
        """Return the values of some exits, of shape (n_tokens, n_names).

        Raises:
            ValueError: If there is no such exit.
        """
        return self.exits[:, [self.names.index(name) for name in names]]

    def sentence_means(
        self, name: str, bounds: Sequence[tuple[int, int]], counted: NDArray[np.bool_] | None = None
    ) -> Floats:
        """Return the mean of an exit over each sentence's tokens, of shape (n_sentences,).

        Args:
            name: The exit.
            bounds: For each sentence the numbers of its first token and of the token after its last.
            counted: Of shape (n_tokens,): which tokens count; all without.

        Returns:
            Means; nan for a sentence without a token that counts.
        """
        values = self.columns((name,))[:, 0].astype(np.float64)
        count = np.ones(len(values)) if counted is None else counted.astype(np.float64)
        totals = np.concatenate([[0.0], np.cumsum(values * count)])
        counts = np.concatenate([[0.0], np.cumsum(count)])
        first, last = np.array(bounds, dtype=np.int64).reshape(-1, 2).T
        among = counts[last] - counts[first]
        with np.errstate(invalid="ignore"):
            means: Floats = np.where(among > 0, (totals[last] - totals[first]) / among, np.nan)
        return means
