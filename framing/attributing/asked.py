"""Questions are the asker's: "Asked whether the mill would close, Holm said no" reports one answer of Holm's.

The tagger sees a verb of asking beside a name and credits the question to whoever was asked. But a participle without a
subject of its own ("when asked", "Asked about") tells that somebody else asked, and "did not say whether" tells no
words at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.credit import credit, sourced
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span, overlaps

__all__ = ["without_questions"]

_PUT = r"(?:\w+ly )?(?:asked|grilled|pressed|prompted|questioned|quizzed)\b"
_ASKED = expression(rf"\b(?:when|after being|if|once|upon being) (?P<put>{_PUT})", re.IGNORECASE)
_OPENING = expression(rf"\W*(?:(?:But|And|So) )?(?P<put>{_PUT})", re.IGNORECASE)
_QUESTION = expression(r"(?:whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)
_BY = expression(r" by $")
_REPLY = expression(r"\b(?P<verb>said|says|replied|answered|responded) (?:when|after being|if|once|upon being) $")
_ANSWER = expression(r" that (?=\S)")
_OPEN = expression(
    r"\b(?:not|never|without|to|declin\w+|refus\w+)\b[^,;.]{0,30}?\b(?:say|saying|tell|disclose|reveal|specify"
    r"|clarify|indicate|comment on)$|n[’']t (?:\w+ )?(?:say|disclose|reveal|specify|clarify|indicate|comment on)$"
)
"""What leaves a question open: "declined to say [whether]"."""
_LOOKED_BACK = 30
"""Characters in front of a cue that may hold its negation. Set by hand: four or five words."""


def without_questions(article: Article, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, questions credited to nobody who was asked, and left out of the answers to them.

    Args:
        article: The article.
        attributions: In text order.
    """
    for attribution in attributions:
        cue = attribution.cue.span if attribution.cue else None
        sentence = sentence_at(article, cue.start) if cue else None
        if cue is None or sentence is None:
            yield attribution
            continue
        put = _put(article, sentence)
        first = article.slice(attribution.content[0])
        if first.lower().startswith("whether") and _OPEN.search(
            article.text, max(cue.start - _LOOKED_BACK, 0), cue.end
        ):
            yield replace(attribution, act="plan")
        elif put is not None and overlaps(put, cue):
            yield from _question(article, attribution, sentence, put)
        elif put is not None and put.end <= cue.start:
            yield from _answer(article, attribution, put, cue)
        else:
            yield attribution


def _put(article: Article, sentence: Span) -> Span | None:
    """Return the participle that tells of a question put to the subject of the sentence."""
    found = _ASKED.search(article.text, *sentence) or _OPENING.match(article.text, *sentence)
    return Span(*found.span("put")) if found else None


def _question(article: Article, attribution: Attribution, sentence: Span, put: Span) -> Iterator[Attribution]:
    """Yield what the participle as a cue tells: the reply beside it, else a question of an asker or of nobody."""
    source = attribution.source.span if attribution.source else None
    content = next((span for span in attribution.content if span.start >= put.end), None)
    reply = _REPLY.search(article.text, sentence.start, put.start)
    answer = _ANSWER.search(article.text, *content) if content and reply else None
    if content and reply and answer:
        yield credit(article, [Span(answer.end(), content.end)], Span(*reply.span("verb")), source)
    elif content and _QUESTION.match(article.text, *content):
        asker = source is not None and _BY.search(article.text, put.start, source.start) is not None
        yield attribution if asker else sourced(article, attribution, None)


def _answer(article: Article, attribution: Attribution, put: Span, cue: Span) -> Iterator[Attribution]:
    """Yield an answer without the question in front of its cue."""
    contents = [span for span in attribution.content if not put.end <= span.start < span.end <= cue.start]
    source = attribution.source.span if attribution.source else None
    if len(contents) == len(attribution.content):
        yield attribution
    elif contents:
        yield credit(article, contents, cue, source)
