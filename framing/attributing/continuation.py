"""A speaker goes on over quotations that nobody introduces: free direct speech.

In news, a quotation without a cue belongs to whoever spoke last, when it follows in the same paragraph or opens the
next one. Content without a source keeps none where its cue credits nobody ("it is believed").
"""

from dataclasses import replace

from framing.article import Article
from framing.attribution import Attribution

__all__ = ["with_speakers"]

_FARTHEST_BLOCKS = 2


def with_speakers(article: Article, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions, quotations without cue and source credited to the speaker before.

    Args:
        article: The article.
        attributions: In text order.
    """
    starts = [block.start for block in article.blocks]
    result: list[Attribution] = []
    for attribution in attributions:
        before = result[-1] if result else None
        if attribution.source is None and _goes_on(attribution) and before is not None and before.source is not None:
            apart = sum(before.content[-1].end <= start <= attribution.content[0].start for start in starts)
            if before.kind != "indirect" and apart <= _FARTHEST_BLOCKS:
                result.append(replace(attribution, source=before.source))
                continue
        result.append(attribution)
    return tuple(result)


def _goes_on(attribution: Attribution) -> bool:
    return attribution.cue is None and attribution.kind == "direct"
