"""Quotations in paragraphs of their own: behind a colon ("Holm wrote:"), or in front of a signature ("— Ada Holm")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article, Block, Sentence
from framing.attributing.asked import PUT
from framing.attributing.clauses import FINITE, NOMINAL
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attributing.repair import sentence_at
from framing.attributing.subjects import PAST
from framing.attribution import Attribution
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["find_set_off"]

_FEWEST_WORDS = 12
"""Words of a paragraph behind a colon that may be a quotation. Set by hand: shorter ones are mostly lists."""
_SHOWN = expression(
    r"(?:^|(?<=[.!?…”\"’)] ))(?:[Pp]lease |[Yy]ou can )?(?:[Ww]atch|[Ll]isten|[Ll]ook|[Ss]ee)\b[^.!?]{0,30}:$"
    r"|\b(?P<picture>cartoon|chart|clip|footage|gif|graphic|image|map|meme|montage|photo|photograph|picture|poster|screenshot"
    r"|video)s?\b(?! (?:message|statement|address|speech|post)s?\b)[^.!?,;]{0,60}:$"
)
"""What a colon announces that is no text: the paragraph behind it goes on with the story."""
_PLACED = expression(
    r"(?: [^,;:]*)? (?:about|above|alongside|below|beneath|beside|in|of|on|under|underneath|with) (?:[\w’'-]+ ){0,3}"
)
"""Between a verb of saying and the picture that is no object of it: "wrote [beneath the] photo:"."""
_LED_BY = expression(r"\b(?:From|Via|Per) (?P<name>(?:the |The )?[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,4}):$")
_LEADING = expression(r"(?:(?:But|And|Yet|Still|So|Then|Also|Meanwhile|However|Later|As)\b,? )?")
_LONGEST_MENTION = 9
"""Words of the longest subject of a sentence that ends with a colon. Set by hand; shorter than in a clause, because
nothing but its place says that it is a subject."""
_REPLYING = expression(
    rf"(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,4}})\b(?:, | (?={PAST.pattern})(?:[\w’'-]+ ){{1,12}}?)"
    rf"when (?:[A-Z][\w.’'-]* ){{0,3}}{PUT}"
)
"""Who answers behind a colon, and whoever puts the question: "Holm did not yield when Kirk pressed her on the dam:"."""
_LONE = expression(r"(?:[A-Z][\w.’'-]*(?:,? |(?=:))){1,6}(?:(?:\([^)\n]{1,12}\)|[A-Z]\S{0,3}-[A-Z][\w.]{0,4}))?:")
"""A paragraph that holds a mention alone: "Sen. Ada Holm, R-O.V.:"."""
_LONGEST = 6
"""Paragraphs of the longest signed quotation. Set by hand."""
_MARKS = "“\"'‘«"
_CLOSING = "”\"'’»"
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|la|von|van|al|bin)){1,4}"
_SIGNED = expression(
    rf"(?P<dash>(?:[—–]|--)\s*)?(?P<name>(?:{_NAME}(?:, {_NAME})*,? and )?{_NAME})(?P<rest>,[^\n\d]{{2,90}})?"
)
_SOME = expression(r"(?:Some|Many|Others|Several|Still others)\b[^“”.!?\n]{0,60}(?=“[^“”]*”?\Z)")
"""How many say what the signature below is one's words of: "Some argue that “"."""
_DASHES = ("—", "–", "-")
_SIGNED_WITHIN = expression(
    rf"(?<=[”\"])\s*(?:[—–]|--)\s*(?P<name>(?:{_NAME}(?:, {_NAME})*,? and )?{_NAME})"
    r"(?:(?:,| to\b| in\b| via\b)[^\n“”\"]{2,90})?\.?"
)
"""A signature behind a quotation in its own paragraph: "“Close it.” — Ada Holm, Tarn Times"."""


def find_set_off(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the paragraphs that a colon in front or a signature behind shows as somebody's words.

    Args:
        article: The article.
        known: The attributions found so far, in text order.
    """
    blocks = [block for block in article.blocks if block.kind not in FURNITURE]
    cues = sorted(
        (attribution.cue.span.start, attribution.source.span)
        for attribution in known
        if attribution.cue is not None and attribution.source is not None and attribution.act == "speech"
    )
    starts = [start for start, _ in cues]
    for number, block in enumerate(blocks):
        text = article.text[block.start : block.end]
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        if text.endswith(":") and follows is not None and not _is_shown(article, block):
            source = _introduced(article, block, starts, cues)
            if source is not None and _may_be_quoted(article, follows, source):
                yield credit(article, [Span(follows.start, follows.end)], None, source, quoted=True)
            elif source is not None and block.kind == "body":
                yield from _in_marks(article, blocks[number + 1 : number + 1 + _LONGEST], source)
        yield from _signed_within(article, block)
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


def _is_shown(article: Article, block: Block) -> bool:
    """Return whether a paragraph that ends with a colon announces a picture, and no words said beside one."""
    shown = _SHOWN.search(article.text[block.start : block.end])
    sentence = sentence_at(article, block.end - 1)
    if shown is None or shown["picture"] is None or sentence is None:
        return shown is not None
    words = article.text[sentence.start : block.start + shown.start()]
    verb = max(_verbs(words), default=None)
    between = words[verb.end :] if verb is not None else ""
    return FINITE.search(between) is not None or _PLACED.fullmatch(between) is None


def _may_be_quoted(article: Article, block: Block, source: Span) -> bool:
    """Return whether a paragraph behind a colon may be its source's words: it does not begin with its name."""
    name = article.slice(source).rsplit(maxsplit=1)[-1]
    named = re.compile(rf"(?:(?!The\b)[A-Z][\w.’'-]* ){{0,4}}{re.escape(name)} ")
    told = name[:1].isupper() and named.match(article.text, block.start) is not None
    body = block.kind == "body" and article.text[block.start] not in _MARKS and not told
    return body and word_count(article, Span(block.start, block.end)) >= _FEWEST_WORDS


def _introduced(article: Article, block: Block, starts: Sequence[int], cues: Sequence[tuple[int, Span]]) -> Span | None:
    """Return the speaker that a paragraph with a colon at its end introduces."""
    led = _LED_BY.search(article.text, block.start, block.end)
    if led is not None:
        return Span(*led.span("name"))
    sentence = sentence_at(article, block.end - 1)
    replying = _REPLYING.match(article.text, *sentence) if sentence is not None else None
    if replying is not None:
        return Span(*replying.span("who"))
    last = bisect_left(starts, block.end) - 1
    if sentence is not None and last >= 0 and starts[last] >= sentence.start:
        return cues[last][1]
    if _LONE.fullmatch(article.text, block.start, block.end):
        return Span(block.start, block.end - 1)
    return _subject(article, sentence) if sentence is not None else None


def _subject(article: Article, sentence: Span) -> Span | None:
    """Return the subject of the verb of saying that leads to a colon: "Ada Holm wrote to staff on Monday:"."""
    leading = _LEADING.match(article.text, *sentence)
    start = leading.end() if leading else sentence.start
    words = article.text[start : sentence.end]
    verb = next((verb for verb in _verbs(words) if verb.start), None)
    mention = words[: verb.start].rstrip() if verb is not None else ""
    plain = 0 < len(mention.split()) <= _LONGEST_MENTION and not FINITE.search(mention) and NOMINAL.match(mention)
    if not plain or any(mark in words for mark in '“”",;') or is_quoted(article, start):
        return None
    return Span(start, start + len(mention))


def _verbs(words: str) -> list[Span]:
    """Return the verbs of saying of a sentence in text order."""
    tokens = comparable(find_tokens(words), [Sentence(0, len(words), 0)])
    told = find(tokens, shipped_indexes()["reporting"])
    return [Span(match.start, match.end) for match in told if not match.entry.key.endswith("_noun")]


def _in_marks(article: Article, blocks: Sequence[Block], source: Span) -> Iterator[Attribution]:
    """Yield the paragraphs of the quotation behind a colon, up to the one that closes the quotation marks."""
    for block in blocks:
        text = article.text[block.start : block.end].rstrip()
        quoted = credit(article, [Span(block.start, block.end)], None, source)
        if block.kind not in {"body", "pull_quote"} or text[:1] not in _MARKS or quoted.kind != "direct":
            return
        yield quoted
        if text[-1:] in _CLOSING:
            return


def _signed(
    article: Article, before: Sequence[Block], name: Span, *, dashed: bool, rest: bool
) -> Iterator[Attribution]:
    """Yield the quoted paragraphs in front of a signature, which has a dash or a place behind its name."""
    if not (dashed or rest):
        return
    last = True
    for block in reversed(before):
        written = credit(article, [Span(block.start, block.end)], None, name)
        text = article.text[block.start : block.end].rstrip()
        closes = text[-1:] in _CLOSING
        whole = block.kind in {"body", "pull_quote"} and written.kind == "direct" and closes == last
        if not whole:
            some = _SOME.match(text)
            if some and closes == last:
                yield credit(article, [Span(block.start + some.end(), block.end)], None, name)
            return
        yield written
        last = False


def _signed_within(article: Article, block: Block) -> Iterator[Attribution]:
    """Yield a quotation that is signed in its own paragraph."""
    if article.text[block.start] not in _MARKS:
        return
    text = article.text[block.start : block.end].rstrip()
    marks = [place for place, letter in enumerate(text, 1) if letter in '”"']
    signed = _SIGNED_WITHIN.fullmatch(text, marks[-1]) if marks else None
    if signed is not None and not any(text[place:].lstrip()[:1] in _DASHES for place in marks[:-1]):
        name = Span(block.start + signed.start("name"), block.start + signed.end("name"))
        written = credit(article, [Span(block.start, block.start + marks[-1])], None, name)
        if written.kind == "direct":
            yield written
