"""Statements printed in full: "Read the full letter below." and all that follows it, up to where the page goes on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article, Block
from framing.attributing.credit import credit, is_quoted
from framing.attribution import Attribution
from framing.spans import Span

__all__ = ["find_statements"]

_TEXT = r"(?:statement|letter|remarks|speech|testimony|memo|e-?mail|note|post|message|address|resignation|apology)"
_BELOW = re.compile(
    rf"(?:\b(?:[Rr]ead|[Hh]ere (?:is|are)|[Hh]ere[’']s|[Bb]elow (?:is|are)|[Ss]ee)\b[^.!?\n“”\"]{{0,60}}?\b{_TEXT}s?\b"
    rf"(?:[^.!?\n“”\"]{{0,60}}?\b(?:below|here|in full|in its entirety)\b)?"
    rf"|\b{_TEXT}s? (?:in full|in its entirety|reads? in full|follows)\b|\bfull {_TEXT}s? (?:is |are )?below\b)"
    r"[^.!?\n“”\"]{0,30}[.:]$"
)
_ANNOUNCED = re.compile(r"\b(?:full|below|follows|entirety|text of|transcript of)\b")
_WHOSE = re.compile(r"(?P<name>[A-Z][\w.’'-]*?(?: [A-Z][\w.’'-]*?){0,4})[’']s? (?:[a-z]+ ){0,3}" + _TEXT)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
_WITHIN = 3
"""Paragraphs within which a statement says "I" or "we"."""
_LEADS_ON = re.compile(
    r"(?:More|Read more|Related|See also|Contributing|Follow|Correction|Editor|Watch)\b[^.]{0,20}:?", re.IGNORECASE
)
"""What stands behind a statement: links and notes."""
_ENDS = ".,!?:;”\"’'—"


def find_statements(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the paragraphs of each statement that the page announces as printed in full.

    It is whose the announcing sentence says, or whose the last speech in front of it was. It ends where the page itself
    reports again: at a heading, a link, or a paragraph in which somebody is credited.

    Args:
        article: The article.
        known: What is found already, in text order.
    """
    blocks = article.blocks
    for number, block in enumerate(blocks):
        announced = _BELOW.search(article.text, block.start, block.end) if block.kind == "body" else None
        if announced is None or not _ANNOUNCED.search(announced.group()):
            continue
        source = _author(article, Span(*announced.span()), known)
        statement = list(_paragraphs(article, blocks[number + 1 :], known))
        told = any(_says_i(article, one) for one in statement[:_WITHIN])
        if source is not None and told:
            for one in statement:
                yield credit(article, [Span(one.start, one.end)], None, source, quoted=True)


def _author(article: Article, announced: Span, known: Sequence[Attribution]) -> Span | None:
    """Return whose a statement is: whom the sentence names, else who is credited last in front of it."""
    named = _WHOSE.search(article.text, *announced)
    if named is not None:
        return Span(*named.span("name"))
    before = [one for one in known if one.source is not None and one.content[0].start < announced.start]
    return next((one.source.span for one in reversed(before) if one.act == "speech" and one.source), None)


def _paragraphs(article: Article, blocks: Sequence[Block], known: Sequence[Attribution]) -> Iterator[Block]:
    """Yield the paragraphs behind an announcement that the page prints as somebody's."""
    cues = sorted(
        one.cue.span.start
        for one in known
        if one.cue is not None and one.source is not None and one.act == "speech" and one.kind != "indirect"
    )
    for block in blocks:
        text = article.text[block.start : block.end]
        if block.kind in FURNITURE:
            continue
        reported = bisect_left(cues, block.end) > bisect_left(cues, block.start) and not _says_i(article, block)
        if block.kind != "body" or reported or _LEADS_ON.match(text):
            return
        if len(text.split()) < _WITHIN and text.rstrip()[-1:] not in _ENDS:
            return
        yield block


def _says_i(article: Article, block: Block) -> bool:
    """Return whether a paragraph says "I" or "we" outside of quotation marks."""
    found = _FIRST_PERSON.finditer(article.text, block.start, block.end)
    return any(not is_quoted(article, one.start()) for one in found)
