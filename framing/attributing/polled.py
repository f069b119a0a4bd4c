"""Shares of the people in polls: "A majority think the mill should close" was asked and answered, so it is speech."""

import re
from dataclasses import replace

from framing.article import Article
from framing.attribution import Attribution
from framing.entities.shares import is_share
from framing.expressions import expression

__all__ = ["with_polled"]

_POLL = expression(r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|respondents)\b", re.IGNORECASE)


def with_polled(article: Article, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions; where the text tells of a poll, what shares of the people think and want is speech."""
    shares = [
        attribution.source is not None and is_share(article.slice(attribution.source.span))
        for attribution in attributions
    ]
    if not any(shares) or _POLL.search(article.text) is None:
        return attributions
    return tuple(
        replace(attribution, act="speech") if share else attribution
        for attribution, share in zip(attributions, shares, strict=True)
    )
