"""What a poll states of shares of the people: "A majority think the mill should close" was asked and counted."""

import re
from dataclasses import replace

from framing.article import Article
from framing.attribution import Attribution
from framing.entities.shares import is_share

__all__ = ["with_polled"]

_POLL = re.compile(r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|respondents)\b", re.IGNORECASE)


def with_polled(article: Article, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions, what shares of the people think and want as speech where the text tells of a poll."""
    shares = [one.source is not None and is_share(article.slice(one.source.span)) for one in attributions]
    if not any(shares) or _POLL.search(article.text) is None:
        return attributions
    return tuple(replace(one, act="speech") if share else one for one, share in zip(attributions, shares, strict=True))
