"""Quotations without a cue: free direct speech, which goes on from the last speaker.

In news, such a quotation belongs to whoever spoke last if it stands in the same paragraph or one of the next two. A
content whose cue credits nobody ("it is believed") stays without a source.
"""

from dataclasses import replace

from framing.article import Article
from framing.attribution import Attribution

__all__ = ["with_speakers"]

_FARTHEST_BLOCKS = 2
"""Paragraph starts between a speaker's last words and a quotation without a cue: that of the quotation itself, and of
one paragraph between. Set by hand."""


def with_speakers(article: Article, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions, with each quotation that has no cue and no source credited to the speaker before it.

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
