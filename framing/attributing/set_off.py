"""Quotations in paragraphs of their own: behind a colon ("Holm wrote:"), or in front of a signature ("— Ada Holm")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.article import Article, Block
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit, word_count
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.spans import Span

__all__ = ["find_set_off"]

_FEWEST_WORDS = 12
"""Words of a paragraph behind a colon; what is shorter may be a list."""
_LED_BY = re.compile(r"\b(?:From|Via|Per) (?P<name>(?:the |The )?[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,4}):$")
_LONGEST = 6
"""Paragraphs of one signed quotation."""
_MARKS = "“\"'‘«"
_CLOSING = "”\"'’»"
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|la|von|van|al|bin)){1,4}"
_SIGNED = re.compile(
    rf"(?P<dash>(?:[—–]|--)\s*)?(?P<name>(?:{_NAME}(?:, {_NAME})*,? and )?{_NAME})(?P<rest>,[^\n\d]{{2,90}})?"
)


def find_set_off(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the paragraphs that are shown as somebody's words by what stands in front of or behind them.

    Args:
        article: The article.
        known: What is found already, in text order.
    """
    blocks = article.blocks
    cues = sorted(
        (attribution.cue.span.start, attribution.source.span)
        for attribution in known
        if attribution.cue is not None and attribution.source is not None and attribution.act == "speech"
    )
    starts = [start for start, _ in cues]
    for number, block in enumerate(blocks):
        text = article.text[block.start : block.end]
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        if text.endswith(":") and follows is not None and _may_be_quoted(article, follows):
            source = _introduced(article, block, starts, cues)
            if source is not None:
                yield credit(article, [Span(follows.start, follows.end)], None, source, quoted=True)
        signed = _SIGNED.fullmatch(text) if number and len(text) < 150 else None
        if signed is not None and not FINITE.search(text):
            name = Span(block.start + signed.start("name"), block.start + signed.end("name"))
            yield from _signed(
                article,
                blocks[max(number - _LONGEST, 0) : number],
                name,
                dashed=bool(signed["dash"]),
                rest=bool(signed["rest"]),
            )


def _may_be_quoted(article: Article, block: Block) -> bool:
    body = block.kind == "body" and article.text[block.start] not in _MARKS
    return body and word_count(article, Span(block.start, block.end)) >= _FEWEST_WORDS


def _introduced(article: Article, block: Block, starts: Sequence[int], cues: Sequence[tuple[int, Span]]) -> Span | None:
    """Return who a paragraph that ends with a colon says will speak."""
    led = _LED_BY.search(article.text, block.start, block.end)
    if led is not None:
        return Span(*led.span("name"))
    sentence = sentence_at(article, block.end - 1)
    last = bisect_left(starts, block.end) - 1
    return cues[last][1] if sentence is not None and last >= 0 and starts[last] >= sentence.start else None


def _signed(
    article: Article, before: Sequence[Block], name: Span, *, dashed: bool, rest: bool
) -> Iterator[Attribution]:
    """Yield the quoted paragraphs in front of a signature; without a dash the name has to have a place behind it."""
    last = True
    for block in reversed(before):
        written = credit(article, [Span(block.start, block.end)], None, name)
        text = article.text[block.start : block.end].rstrip()
        closes = text[-1:] in _CLOSING
        whole = block.kind in {"body", "pull_quote"} and written.kind == "direct" and closes == last
        if not whole or not (dashed or rest):
            return
        yield written
        last = False
