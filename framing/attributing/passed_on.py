"""Quotations that somebody passes on with their speaker: "“The mill will close,” she wrote, the Tarn Times reported".

The tagger credits whoever passes them on with all of it. The words are the inner speaker's.
"""

from collections.abc import Iterator
from dataclasses import replace

from framing.article import Article
from framing.attributing.acts import listed_act
from framing.attributing.credit import credit, is_quoted
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["with_inner_speakers"]

_WHO = (
    r"(?:he|she|they|(?:[Tt]he|an?) (?:[a-z]+ ){0,2}[a-z]+"
    r"|(?:(?:Dr|Mr|Mrs|Ms|Rep|Sen|Gov)\.? )?[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3})"
)
_TAIL = expression(
    rf"(?<=[”\"’'])\s+(?:(?P<source>{_WHO}) (?P<cue>[a-z]+)(?: [\w’' -]{{1,50}})?"
    rf"|(?P<inverted>said|says|wrote|writes|[a-z]+ed) (?P<named>{_WHO}))[,.]?\s*\Z"
)
"""What stands behind the quotation and ends the content."""
_LONGEST = 150
"""Characters of the longest of them."""


def with_inner_speakers(article: Article, attribution: Attribution) -> Iterator[Attribution]:
    """Yield an attribution; where its content ends in who said its quotation, theirs and what is passed on of it."""
    inner = _inner(article, attribution)
    if inner is None:
        yield attribution
        return
    yield inner
    yield replace(attribution, words=max(attribution.words - inner.words, 0), relayed=True)


def _inner(article: Article, attribution: Attribution) -> Attribution | None:
    if attribution.cue is None or attribution.source is None or attribution.act != "speech":
        return None
    for number, span in enumerate(attribution.content):
        tail = _TAIL.search(article.text, max(span.start, span.end - _LONGEST), span.end)
        if tail is None or not is_quoted(article, tail.start() - 1):
            continue
        cue, source = ("cue", "source") if tail["cue"] else ("inverted", "named")
        if is_quoted(article, tail.start(cue)) or listed_act(tail[cue], "") != "speech":
            continue
        contents = list(attribution.content)
        contents[number] = Span(span.start, tail.start())
        return credit(article, contents, Span(*tail.span(cue)), Span(*tail.span(source)))
    return None
