"""Statements printed in full: the paragraphs behind "Read the full letter below.", up to the article's own text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article, Block
from framing.attributing.clauses import FIRST_PERSON
from framing.attributing.credit import credit, is_quoted
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["find_statements"]

_TEXT = (
    r"(?:statement|letter|remarks|speech|testimony|memo|e-?mail|note|post|message|address|resignation|apology"
    r"|announcement)"
)
_BELOW = expression(
    rf"(?:\b(?:[Rr]ead|[Hh]ere (?:is|are)|[Hh]ere[’']s|[Bb]elow (?:is|are)|[Ss]ee)\b[^.!?\n“”\"]{{0,60}}?\b{_TEXT}s?\b"
    rf"(?:[^.!?\n“”\"]{{0,60}}?\b(?:below|here|in full|in its entirety)\b)?"
    rf"|\b{_TEXT}s? (?:in full|in its entirety|reads? in full|follows)\b|\bfull {_TEXT}s? (?:is |are )?below\b)"
    r"[^.!?\n“”\"]{0,30}[.:]$"
)
_HEADING = expression(rf"(?:The )?[Ff]ull (?:text|transcript) of [^.!?\n“”\"]{{0,60}}\b{_TEXT}\b[^.!?\n“”\"]{{0,40}}:$")
"""A line that announces a text by its colon alone: "Full text of Ada Holm's letter, via Facebook:"."""
_ANNOUNCING = ("full", "Full", "below", "follows", "entirety", "text of", "transcript of")
_ANNOUNCED = expression(rf"\b(?:{'|'.join(_ANNOUNCING)})\b")
_WHOSE = expression(r"(?P<name>[A-Z][\w.’'-]*?(?: [A-Z][\w.’'-]*?){0,4})[’']s? (?:[a-z]+ ){0,3}" + _TEXT)
_FIRST_PERSON = expression(rf"\b(?:{'|'.join((*FIRST_PERSON, *map(str.capitalize, FIRST_PERSON)))})\b")
_WITHIN = 3
"""First paragraphs of a statement, one of which says "I" or "we". Set by hand."""
_LEADS_ON = expression(
    r"(?:More|Read more|Related|See also|Contributing|Follow|Correction|Editor|Watch)\b[^.]{0,20}:?", re.IGNORECASE
)
"""Links and notes, which end a statement."""
_ENDS = ".,!?:;”\"’'—"


def find_statements(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the paragraphs of each statement that the page announces as printed in full.

    Its source is named in the announcing sentence, else it is the last speaker before it. A statement ends at a
    heading, a link or note, or a paragraph in which somebody is quoted.

    Args:
        article: The article.
        known: The attributions found so far, in text order.
    """
    blocks = article.blocks
    for number, block in enumerate(blocks):
        text = article.text[block.start : block.end]
        if block.kind != "body" or not any(words in text for words in _ANNOUNCING):
            continue
        heading = _HEADING.match(article.text, block.start, block.end)
        announced = heading or _BELOW.search(article.text, block.start, block.end)
        if announced is None or not (heading or _ANNOUNCED.search(announced.group())):
            continue
        source = _author(article, Span(*announced.span()), known)
        statement = list(_paragraphs(article, blocks[number + 1 :], known))
        told = any(_says_i(article, paragraph) for paragraph in statement[:_WITHIN])
        if source is not None and told:
            for paragraph in statement:
                yield credit(article, [Span(paragraph.start, paragraph.end)], None, source, quoted=True)


def _author(article: Article, announced: Span, known: Sequence[Attribution]) -> Span | None:
    """Return the source of a statement: whom the announcing sentence names, else the last speaker before it."""
    named = _WHOSE.search(article.text, *announced)
    if named is not None:
        return Span(*named.span("name"))
    before = [
        attribution
        for attribution in known
        if attribution.source is not None and attribution.content[0].start < announced.start
    ]
    return next(
        (
            attribution.source.span
            for attribution in reversed(before)
            if attribution.act == "speech" and attribution.source
        ),
        None,
    )


def _paragraphs(article: Article, blocks: Sequence[Block], known: Sequence[Attribution]) -> Iterator[Block]:
    """Yield the paragraphs of the statement among those behind its announcement."""
    cues = sorted(
        attribution.cue.span.start
        for attribution in known
        if attribution.cue is not None
        and attribution.source is not None
        and attribution.act == "speech"
        and attribution.kind != "indirect"
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
    matches = _FIRST_PERSON.finditer(article.text, block.start, block.end)
    return any(not is_quoted(article, match.start()) for match in matches)
