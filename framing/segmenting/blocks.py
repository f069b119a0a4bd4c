"""Blocks: what each paragraph is on the page."""

import re
from collections.abc import Sequence

from framing.article import Block, BlockKind, Document
from framing.expressions import expression
from framing.segmenting.furniture import is_boilerplate, is_caption_credit, is_credit, is_listed, starts_comments
from framing.segmenting.paragraphs import find_paragraphs
from framing.segmenting.sentences import is_abbreviation, split_sentences
from framing.spans import Span
from framing.titles import FIRST_LINES, says_title

__all__ = ["find_blocks"]

_BYLINE = expression(r"(?:By|Von|BY) [A-Z][\w’'.-]+(?: (?:and |[A-Z])[\w’'.,-]*){0,12}(?:\s*[|•,·].{0,60})?$")
_AGENCY = r"\((?:AFP|AP|Bloomberg|CNN(?: ?Business| ?Money| Politics)?|RNS|Reuters|UPI|Xinhua)\)"
_DASH = r"(?:--|–|—|(?<=\s)-|-(?=\s))"
_DATELINE = expression(
    r"(?:[A-Z][A-Z.’' -]{2,30}(?:, [A-Z][\w. ]{1,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([A-Z][\w ]{1,24}\))?"
    rf"\s*{_DASH}"
    r"|(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)? )?"
    rf"{_AGENCY}(?:\s*{_DASH})?)"
    r"\s*(?=[A-Z“\"‘])"
)
"""A place and an agency in front of the first words; where the agency stands in brackets, no dash is needed."""
_LABELLED = expression(
    r"(?:exclusive|trending|videos?|gallery|photos?|watch|listen)\s?: ?(?:\S+ ){3,}\S+(?<![.!?:;])$", re.IGNORECASE
)
"""A first line with a label is a headline; further down it leads to another story."""
_TERMINAL = (".", "!", "?", "”", '"', ":", ";", "…", ")", "’")
_LONGEST_PULL_QUOTE = 300
"""Characters below which a quoted paragraph can be a pull quote; the longest of 1,000 articles has 174."""
_MOST_QUOTED = 200
"""Quoted paragraphs above which no pull quotes are looked for: each is searched in all others."""
_LONGEST_HEADLINE = 200
"""Characters of a headline: of 1,000 titles of the news sample 999 have fewer."""
_LONGEST_HEADLINE_WORDS = 14
"""Words of a first line that ends in an abbreviation; a longer one is a sentence ("… at 5 p.m.")."""
_FEWEST_TITLE_WORDS = 3
"""Words with capitals that a line in title case has at least."""
_LONGEST_SUBHEAD_WORDS = 8
"""Words of a line without a stop that can be a subhead; half of the subheads of 1,000 articles have three."""
_LONGEST_PICTURE_TITLE_WORDS = 10
"""Words of a line before a caption that can be the picture's title; set by hand."""
_SMALL_WORDS = frozenset("a an and as at but by for from in is of on or the to vs with".split())


def find_blocks(document: Document) -> tuple[Block, ...]:
    """Return the document's blocks in text order; every visible character lies in exactly one."""
    text = document.text
    blocks: list[Block] = []
    place = 0
    for marked in sorted(document.marked, key=lambda block: block.start):
        blocks.extend(_guessed(document, place, marked.start, bool(blocks)))
        blocks.append(marked)
        place = marked.end
    blocks.extend(_guessed(document, place, len(text), bool(blocks)))
    return tuple(_with_pull_quotes(text, _with_datelines(text, blocks)))


def _guessed(document: Document, start: int, end: int, later: bool) -> list[Block]:  # noqa: FBT001
    """Blocks of text that no markup describes."""
    text = document.text
    paragraphs = find_paragraphs(text, start, end)
    kinds: list[BlockKind] = []
    comments = False
    for number, paragraph in enumerate(paragraphs):
        written = text[paragraph.start : paragraph.end]
        comments = comments or (number > 2 and starts_comments(written))
        kinds.append("boilerplate" if comments else _kind(written))
    _find_captions(text, paragraphs, kinds)
    if not later:
        _find_headline(document, paragraphs, kinds)
        _drop_repeated_headline(text, paragraphs, kinds)
    _find_subheads(text, paragraphs, kinds)
    return [Block(kind, *paragraph) for kind, paragraph in zip(kinds, paragraphs, strict=True)]


def _kind(written: str) -> BlockKind:
    if is_boilerplate(written) or (is_listed(written) and not written.endswith(_TERMINAL)):
        return "boilerplate"
    if is_credit(written):
        return "credit"
    if is_caption_credit(written):
        return "caption"
    if len(written) < 120 and _BYLINE.match(written):
        return "byline"
    return "body"


def _find_captions(text: str, paragraphs: Sequence[Span], kinds: list[BlockKind]) -> None:
    """A short line without a full stop in front of a caption is the picture's title."""
    for number in range(1, len(paragraphs)):
        written = text[paragraphs[number - 1].start : paragraphs[number - 1].end]
        if kinds[number] == "caption" and kinds[number - 1] == "body" and number > 1:
            short = len(written.split()) <= _LONGEST_PICTURE_TITLE_WORDS
            if short and not written.endswith(_TERMINAL):
                kinds[number - 1] = "caption"


def _drop_repeated_headline(text: str, paragraphs: Sequence[Span], kinds: list[BlockKind]) -> None:
    """The headline once more below itself is the page's, and no part of the text or of a picture."""
    if "headline" not in kinds:
        return
    first = kinds.index("headline")
    headline = text[slice(*paragraphs[first])].casefold()
    for number in range(first + 1, min(first + 1 + FIRST_LINES, len(kinds))):
        if text[slice(*paragraphs[number])].casefold() == headline:
            kinds[number] = "boilerplate"


def _find_headline(document: Document, paragraphs: Sequence[Span], kinds: list[BlockKind]) -> None:
    text = document.text
    if kinds and kinds[0] == "boilerplate" and _LABELLED.match(text[slice(*paragraphs[0])]):
        kinds[0] = "body"
    content = [number for number, kind in enumerate(kinds) if kind == "body"]
    if not content:
        return
    first = content[0]
    written = text[paragraphs[first].start : paragraphs[first].end]
    title = document.title
    if title is not None:
        lines = [number for number in content[:FIRST_LINES] if says_title(text[slice(*paragraphs[number])], title)]
        for number in lines[:1]:
            kinds[number] = "headline"
        return
    following = [number for number in content if number > first]
    if not following or len(written) > _LONGEST_HEADLINE:
        return
    next_length = max(paragraphs[number].end - paragraphs[number].start for number in following[:3])
    closed = written.endswith((".", ":", ";")) and not _may_end_headline(written)
    if len(written.split()) >= 2 and not closed and next_length > len(written):
        kinds[first] = "headline"
        _find_deck(text, paragraphs, kinds, following)


def _may_end_headline(written: str) -> bool:
    """Return whether a line that ends in a full stop can be a headline: its last word is an abbreviation ("the U.N.").

    Lines in title case with a full stop are headlines of papers that set one.
    """
    if written.endswith("..."):
        return True
    words = written.removesuffix(".").split()
    if not written.endswith(".") or len(words) < 2:
        return False
    if _ends_in_abbreviation(written):
        return len(words) <= _LONGEST_HEADLINE_WORDS and len(split_sentences(written, 0, len(written))) == 1
    long_words = [word for word in words if word[0].isalpha() and word.lower() not in _SMALL_WORDS]
    return len(long_words) >= _FEWEST_TITLE_WORDS and all(word[0].isupper() for word in long_words)


def _ends_in_abbreviation(written: str) -> bool:
    words = written.split()
    return len(words) > 1 and words[-1].endswith(".") and is_abbreviation(words[-1].strip("“”\"‘’'()")[:-1])


def _find_deck(text: str, paragraphs: Sequence[Span], kinds: list[BlockKind], following: Sequence[int]) -> None:
    second = following[0]
    written = text[paragraphs[second].start : paragraphs[second].end]
    words = len(written.split())
    if 4 <= words <= 40 and not written.endswith(_TERMINAL) and len(following) > 2:
        kinds[second] = "deck"


def _find_subheads(text: str, paragraphs: Sequence[Span], kinds: list[BlockKind]) -> None:
    """A short title-like line between paragraphs that end in full stops; a lead-in clause stays body."""
    for number in range(1, len(paragraphs) - 1):
        if kinds[number] != "body" or kinds[number + 1] not in {"body", "caption"}:
            continue
        written = text[paragraphs[number].start : paragraphs[number].end]
        words = written.split()
        if _in_capitals(written) and not text[slice(*paragraphs[number + 1])].isupper():
            kinds[number] = "subhead"
            continue
        closed = written.endswith((".", "?", ",", ":", ";")) and not _ends_in_abbreviation(written)
        if len(words) > _LONGEST_SUBHEAD_WORDS or closed:
            continue
        titled = all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL_WORDS for word in words)
        if (titled or len(words) <= 3) and written[0] not in '“"‘(':
            kinds[number] = "subhead"


def _in_capitals(written: str) -> bool:
    """A line in capitals among others is a link to another story or a subhead, however long it is."""
    return written.isupper() and len(written) < _LONGEST_HEADLINE and not written.endswith((".", ","))


def _with_datelines(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Split "LONDON (Reuters) - " off the first body paragraphs."""
    result: list[Block] = []
    seen = 0
    for block in blocks:
        match = None
        if block.kind == "body" and seen < 3:
            seen += 1
            match = _DATELINE.match(text, block.start, block.end)
        if match is None or match.end() >= block.end:
            result.append(block)
            continue
        result.append(Block("dateline", block.start, match.start() + len(match.group().rstrip()), block.quoted))
        result.append(Block("body", match.end(), block.end, block.quoted))
    return result


def _with_pull_quotes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """A paragraph in quotation marks whose words stand in another paragraph is a pull quote.

    A page with hundreds of paragraphs in quotation marks is a transcript: nothing was pulled out of it.
    """
    bodies = [text[block.start : block.end] for block in blocks if block.kind == "body"]
    quoted = [body for body in bodies if body[0] in '“"' and len(body) < _LONGEST_PULL_QUOTE]
    pulled = {body for body in quoted if _is_repeated(body, bodies)} if len(quoted) <= _MOST_QUOTED else set()
    return [
        block._replace(kind="pull_quote") if block.kind == "body" and text[block.start : block.end] in pulled else block
        for block in blocks
    ]


def _is_repeated(quotation: str, bodies: Sequence[str]) -> bool:
    inner = quotation.strip("“”\"‘’' ")
    return len(inner.split()) > 4 and sum(inner in body for body in bodies) > 1
