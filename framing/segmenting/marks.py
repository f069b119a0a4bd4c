"""Quotation marks: where words stand inside them, and which of them are scare quotes.

Straight, curly, single and angle marks; apostrophes are told apart by the letters around them. A quotation that is not
closed ends with its paragraph; where the next paragraph opens with the mark again, it goes on there. Some archives
write a double mark as two single ones or two grave accents (''so'', ``so''): these are double marks too.
"""

import re
from collections.abc import Sequence

from framing.article import Block, Quotation
from framing.expressions import expression
from framing.segmenting.scare import kind_in_marks, phrases_of

__all__ = ["find_quotations"]

_LOW = "„"
"""An open low mark, which a high mark of either direction closes."""
_MARK = expression(r"[\"“”„«»]|[‘’']")
_DOUBLE = expression(r"[\"“”„«»]")
_OPENING = {"“": "”", "„": _LOW, "«": "»", "»": "«", "‘": "’"}
_DOUBLED = expression(r"(?:^|[\s(\[—–-])(?:''|``)(?=\S)", re.MULTILINE)
_CLOSING = {mark: expression(rf"{mark}(?:(?<=[^\ss]{mark})|(?<=[^\W\d_]s{mark}))(?![^\W_])") for mark in "’'"}
"""A mark behind a letter or sign, or behind an s that itself stands behind a letter, and before no letter.

The mark comes first, so that a text of opening marks is passed over quickly."""
_ANSWERED = expression(
    r'"(?=[A-Z])(?!(?:[\w.’-]+ ){1,4}(?:said|says|told|asked|added|wrote)\b)[^"\n]{1,400}[,.?!]" '
    r"(?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|says|asked|added|told|wrote|replied)\b"
)
"""A mark that ends one quotation and opens the next: pages that lose the space between two lose a mark too."""
_FARTHEST_PARTNER = 400
"""Characters within which a mark's partner is looked for: 99 of 100 quotations of the news sample are shorter."""
_DEEPEST = 8
"""Quotations in each other; what stands deeper is inside of these, and nobody reads it as one of its own."""
_FILLER = "\u2060"
"""Stands for the second half of a doubled mark, so that offsets stay; no space, letter or mark."""


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Return the stretches in quotation marks, in text order, nested ones after those that hold them.

    Args:
        text: The whole text.
        blocks: Its blocks; no quotation crosses one.
    """
    single = _with_single_marks(text)
    pairs = [_pairs(single, block.start, block.end) for block in blocks]
    phrases = phrases_of(text, ((start, end) for block_pairs in pairs for start, end, _ in block_pairs))
    quotations: list[Quotation] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        goes_on = following is not None and single[following.start] in '“"‘«'
        for opened, end, closed in pairs[number]:
            start = opened + (single[opened] == _FILLER)
            if not text[start:end].strip():
                continue
            if not closed and goes_on:
                quotations.append(Quotation(start, end, "quotation", continued=True))
                continue
            kind = kind_in_marks(text, block, start, end, phrases)
            if kind is not None:
                quotations.append(Quotation(start, end, kind))
    return tuple(sorted(quotations, key=lambda q: (q.start, -q.end)))


def _with_single_marks(text: str) -> str:
    """Return a text of the same length in which each doubled mark is one double mark and a filler."""
    if not ("''" in text or "``" in text) or not _DOUBLED.search(text):
        return text
    return text.replace("''", f'"{_FILLER}').replace("``", f'"{_FILLER}')


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return (start, end, closed) of each stretch of a block, the marks excluded."""
    open_marks: list[tuple[str, int]] = []
    closed: list[tuple[int, int, bool]] = []
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        single = mark in "‘’'"
        if single and before.isalnum() and after.isalnum():
            continue
        low = bool(open_marks) and open_marks[-1][0] == _LOW and mark in "“”"
        if single and before == "s" and _owner(text, place, end, open_marks):
            continue
        opens = not low and (_opens(mark, before, after, open_marks) or _glued(text, place, end, open_marks))
        if opens:
            if single and not _closes_later(text, place, end) and (open_marks or not _double_closes(text, place, end)):
                continue
            open_marks.append((_OPENING.get(mark, mark), place + 1))
            continue
        depth = _partner(text, place, end, open_marks, low=low)
        if depth is not None:
            if depth < _DEEPEST:
                closed.append((open_marks[depth][1], place, True))
            del open_marks[depth:]
            open_marks += [(mark, place + 1)] * (not open_marks and _ANSWERED.match(text, place, end) is not None)
    if open_marks and open_marks[0][0] in '”"»':
        last = end
        while last > open_marks[0][1] and text[last - 1].isspace():
            last -= 1
        closed.append((open_marks[0][1], last, False))
    return closed


def _partner(text: str, place: int, end: int, open_marks: Sequence[tuple[str, int]], *, low: bool) -> int | None:
    """Return which open mark the one at a place closes, of its kind or by mistake; ``None`` where it closes none."""
    depth = _closed(open_marks, text[place], low=low)
    if depth is None and _mismatched(text, place, end, open_marks):
        return len(open_marks) - 1
    return depth


def _closed(open_marks: Sequence[tuple[str, int]], mark: str, *, low: bool) -> int | None:
    """Return which of the last three open marks a mark closes; ``None`` where it is the partner of none."""
    for depth in range(len(open_marks) - 1, max(len(open_marks) - 3, -1), -1):
        awaited = open_marks[depth][0]
        if awaited == mark or (mark == '"' and awaited == "”") or (low and awaited == _LOW):
            return depth
    return None


def _mismatched(text: str, place: int, end: int, open_marks: Sequence[tuple[str, int]]) -> bool:
    """Return whether a mark closes one of another kind: ‘Horrifying!” and “Horrifying!’ are pairs nobody meant so.

    A single mark behind a word is an apostrophe more often, and one behind a mark of the end may end an inner one.
    """
    if not open_marks or text[place - 1].isspace() or text[place + 1 : place + 2].isalnum():
        return False
    if text[place] not in "‘’'":
        return True
    return text[place] != "‘" and text[place - 1] in ",.?!…" and not _double_closes(text, place, end)


def _double_closes(text: str, place: int, end: int) -> bool:
    """Return whether the next double mark of a block is one that closes."""
    following = _DOUBLE.search(text, place + 1, min(end, place + _FARTHEST_PARTNER))
    if following is None or following.group() in "“„«":
        return False
    return not text[following.start() - 1].isspace() and not text[following.end() : following.end() + 1].isalnum()


def _owner(text: str, place: int, end: int, open_marks: Sequence[tuple[str, int]]) -> bool:
    """Return whether a mark behind an s is an owner's apostrophe inside single marks that close later."""
    mark = text[place]
    if not open_marks or open_marks[-1][0] != mark or not text[place + 1 : place + 2].isspace():
        return False
    later = text.find(mark, place + 1, min(end, place + 400))
    return later > 0 and text[later - 1] in ",.?!" and "‘" not in text[place:later]


def _opens(mark: str, before: str, after: str, open_marks: Sequence[tuple[str, int]]) -> bool:
    inside = bool(open_marks) and open_marks[-1][0] == mark
    leading = before.isspace() or before in "([{—–-“‘\"'/"
    if mark in "“„«‘":
        return not after.isspace() and not (inside and not leading)
    if mark in "”»":
        # The wrong way round, or as German sets them: »so«.
        return not open_marks and leading and after.isalnum()
    if mark == "’" or inside:
        return False
    # Straight marks open after a space, a bracket or a dash, unless one of their kind is open and a space follows.
    return leading and not after.isspace()


def _glued(text: str, place: int, end: int, open_marks: Sequence[tuple[str, int]]) -> bool:
    """Return whether a straight double mark opens a quotation although no space stands in front: 'so."We left,"'."""
    glued = text[place] == '"' and text[place - 1 : place] in {".", "?", "!"} and text[place + 1 : place + 2].isupper()
    return glued and not open_marks and _double_closes(text, place, end)


def _closes_later(text: str, place: int, end: int) -> bool:
    """Return whether a single mark that seems to open has a partner: "'90s" and "'em" have none."""
    mark = "’" if text[place] == "‘" else "'"
    if text[place + 1 : place + 3].isdigit() or text[place + 2 : place + 3] == mark:
        return False
    closing = _CLOSING[mark].search(text, place + 1, min(end, place + _FARTHEST_PARTNER + 1))
    return closing is not None and closing.start() < place + _FARTHEST_PARTNER
