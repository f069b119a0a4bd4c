"""What the tagger's network makes of an attribution's words before it labels them."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attribution import Attribution
from framing.spans import Span

__all__ = ["attribution_states"]


def attribution_states(article: Article, attribution: Attribution, states: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return the states of a content's ends and of the token behind, and the means of content, cue and source.

    Args:
        article: The article.
        attribution: With its source's mention; the source's name is not read.
        states: What the network makes of each token, of shape (n_tokens, states).

    Returns:
        Of shape (6 * states,); zeros where there is no such token, and for one behind that is of another block.
    """
    first, last = attribution.content[0].start, attribution.content[-1].end
    begin, stop = stretch = _tokens(article, Span(first, last))
    ends = _tokens(article, Span(last, article.blocks[article.block_at(last - 1)].end))[1]
    cue = _tokens(article, attribution.cue.span) if attribution.cue else (0, 0)
    source = _tokens(article, attribution.source.span) if attribution.source else (0, 0)
    places = ((begin, begin + 1), (stop - 1, stop), (stop, min(stop + 1, ends)), stretch, cue, source)
    read = np.zeros((len(places), states.shape[1]), dtype=np.float32)
    for number, (one, other) in enumerate(places):
        if one < other:
            np.add.reduce(states[one:other], axis=0, dtype=np.float32, out=read[number])
            read[number] /= other - one
    return read.ravel()


def _tokens(article: Article, span: Span) -> tuple[int, int]:
    starts = article.tokens.starts
    return bisect_left(starts, span.start), bisect_left(starts, span.end)
