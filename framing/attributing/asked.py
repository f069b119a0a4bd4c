"""Questions are the asker's: "Asked whether the mill would close, Holm said no" reports one answer of Holm's.

The tagger sees a verb of asking beside a name and credits the question to whoever was asked. But a participle without a
subject of its own ("when asked", "Asked about") tells that somebody else asked, and "did not say whether" tells no
words at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.credit import credit, is_quoted, sourced
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span, overlaps

__all__ = ["PUT", "WHEN", "without_questions"]

PUT = r"(?:\w+ly )?(?:asked|grilled|pressed|prompted|questioned|quizzed)\b"
"""Participles of a question that is put to somebody."""
WHEN = r"\b(?:when|after being|if|once|upon being) "
"""What stands in front of such a participle behind a subject or a verb of saying."""
_ASKED = expression(rf"{WHEN}(?P<put>{PUT})", re.IGNORECASE)
_OPENING = expression(rf"\W*(?:(?:But|And|So) )?(?P<put>{PUT})", re.IGNORECASE)
_QUESTION = expression(r"(?:whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)
_BY = expression(r" by $")
_TOPIC = expression(r"[^,;:“”\"]* (?:about|on|over|regarding|concerning) (?:the |an? )?$")
"""Between the participle and what is asked about: "Asked [on Monday about] the mill"."""
_UP_TO = expression(r"[^,;:“”\"]* $")
"""Between the participle and the clause of the question."""
_REPLY = expression(rf"\b(?P<verb>said|says|replied|answered|responded) {WHEN}$")
_ANSWER = expression(r" that (?=\S)")
_OPEN = expression(
    r"\b(?:not|never|without|to|declin\w+|refus\w+)\b[^,;.]{0,30}?\b(?:say|saying|tell|disclose|reveal|specify"
    r"|clarify|indicate|comment on)$|n[’']t (?:\w+ )?(?:say|disclose|reveal|specify|clarify|indicate|comment on)$"
)
"""What leaves a question open: "declined to say [whether]"."""
_RESPONDING = expression(
    r"\b(?:answer|brush|dodg|duck|fac|field|parr|repl|respond|sidestep|skirt|take|took)\w*"
    r"(?: (?!questions?\b)[\w’'-]+){0,5} questions?\b",
    re.IGNORECASE,
)
"""What somebody does with another's question: "was responding to a question about [whether]"."""
_REBUFFED = expression(
    r"\b(?:brush(?:ed|es|ing) (?:aside|off)|(?:def(?:y|i)|dismiss|ignor|rebuff|reject|resist|spurn)(?:e?d|e?s|ing))"
    r" (?:[a-z-]+ ){0,2}$"
)
_CALLS = expression(r"(?:appeal|call|demand|plea|request)s?\b")
"""What others ask of somebody who does not listen: "ignored [calls] for"."""
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
        if _is_left_open(article, attribution, cue):
            yield replace(attribution, act="plan")
        elif _is_rebuffed(article, attribution, cue):
            yield sourced(article, attribution, None)
        elif put is not None and overlaps(put, cue):
            yield from _question(article, attribution, sentence, put)
        elif put is not None and put.end <= cue.start:
            yield from _answer(article, attribution, put, cue)
        else:
            yield attribution


def _is_left_open(article: Article, attribution: Attribution, cue: Span) -> bool:
    """Return whether the content is a question that the cue leaves open, or somebody else's that it responds to."""
    first = attribution.content[0]
    text = article.slice(first)
    if text.lower().startswith("whether") and _OPEN.search(article.text, max(cue.start - _LOOKED_BACK, 0), cue.end):
        return True
    return first.start > cue.start and text[0] not in '“"' and _RESPONDING.search(article.slice(cue)) is not None


def _is_rebuffed(article: Article, attribution: Attribution, cue: Span) -> bool:
    """Return whether a cue is somebody else's call, which the source goes against."""
    if attribution.source is None or not _CALLS.match(article.text, *cue):
        return False
    against = _REBUFFED.search(article.text, max(cue.start - _LOOKED_BACK, 0), cue.start)
    return against is not None and attribution.source.span.end <= against.start() + 1


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
    elif source is not None and _BY.search(article.text, put.start, source.start):
        yield attribution
    elif content and (_QUESTION.match(article.text, *content) or attribution.kind != "indirect"):
        yield sourced(article, attribution, None)


def _answer(article: Article, attribution: Attribution, put: Span, cue: Span) -> Iterator[Attribution]:
    """Yield an answer without the question in front of its cue."""
    contents = [span for span in attribution.content if span.end > cue.start or not _is_question(article, span, put)]
    source = attribution.source.span if attribution.source else None
    if len(contents) == len(attribution.content):
        yield attribution
    elif contents:
        yield credit(article, contents, cue, source)


def _is_question(article: Article, span: Span, put: Span) -> bool:
    """Return whether a content is what was asked, or asked about, and no quotation."""
    if span.start < put.end or is_quoted(article, span.start) or article.text[span.start] in '“"':
        return False
    joint = _UP_TO if _QUESTION.match(article.text, *span) else _TOPIC
    return joint.fullmatch(article.text, put.end, span.start) is not None
