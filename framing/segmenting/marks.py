"""Quotation marks: where words stand inside them, and which of them are scare quotes.

Straight, curly, single and angle marks; apostrophes are told apart by the letters around them. A quotation that is not
closed ends with its paragraph; where the next paragraph opens with the mark again, it goes on there. Some archives
write a double mark as two single ones or two grave accents (''so'', ``so''): these are double marks too.
"""

import re
from collections.abc import Sequence

from framing.article import Block, Quotation, QuotationKind

__all__ = ["find_quotations"]

_LOW = "„"
"""An open low mark, which a high mark of either direction closes."""
_MARK = re.compile(r"[\"“”„«»]|[‘’']")
_OPENING = {"“": "”", "„": _LOW, "«": "»", "‘": "’"}
_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys|y|ying)|t(?:old|ells?)|ask(?:s|ed)|add(?:s|ed)|wrote|writes?|call(?:s|ed|ing)|describ(?:es?|ed|ing)"
    r"|according|tweet(?:s|ed)|warn(?:s|ed)|stat(?:es|ed)|declar(?:es|ed)|claim(?:s|ed)|accus(?:es|ed|ing)|quot(?:es|ed|ing)"
    r"|remarks?|comments?|statement|speech|letter|interview|denounc(?:es|ed|ing)|label(?:s|ed|led|ing)|dubb(?:ed|ing)"
    r"|argu(?:es|ed)|insist(?:s|ed)|vow(?:s|ed)|promis(?:es|ed)|testif(?:ies|ied)|refer(?:s|red|ring)|announced?|noted"
    r"|acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)?|conced(?:es|ed)|dismiss(?:es|ed|ing)|urg(?:es|ed)|blast(?:s|ed|ing)"
    r"|derid(?:es|ed|ing)"
    r"|wonder(?:s|ed)|found|finds|sp(?:eaks|oke|eaking) of|charge[sd]?|claiming|prais(?:es|ed|ing)"
    r"|criticiz(?:es|ed|ing)|demanded|demands"
    r"|predict(?:s|ed)|suggest(?:s|ed|ing)|concluded|concludes|grad(?:es|ed)|rated|published|watched)\b",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"(?:^|[\s(\[—–-])(?:''|``)(?=\S)", re.MULTILINE)
_FILLER = "\u2060"
"""Stands for the second half of a doubled mark, so that offsets stay; no space, letter or mark."""
_SO_CALLED = re.compile(r"\bso-called $", re.IGNORECASE)
_MOST_SCARE_WORDS = 3
_NICKNAME_BEFORE = re.compile(r"[A-Z][\w’'.-]* $")


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Return the stretches in quotation marks, in text order, nested ones after those that hold them.

    Args:
        text: The whole text.
        blocks: Its blocks; no quotation crosses one.
    """
    found: list[Quotation] = []
    single = _with_single_marks(text)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        goes_on = following is not None and single[following.start] in '“"‘«'
        for opened, end, closed in _pairs(single, block.start, block.end):
            start = opened + (single[opened] == _FILLER)
            if not text[start:end].strip():
                continue
            if not closed and goes_on:
                found.append(Quotation(start, end, "quotation", continued=True))
                continue
            kind = _kind(text, block, start, end)
            if kind is not None:
                found.append(Quotation(start, end, kind))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _with_single_marks(text: str) -> str:
    """Return a text of the same length in which each doubled mark is one double mark and a filler."""
    if not _DOUBLED.search(text):
        return text
    return text.replace("''", f'"{_FILLER}').replace("``", f'"{_FILLER}')


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return (start, end, closed) of each stretch of a block, the marks excluded."""
    open_marks: list[tuple[str, int]] = []
    found: list[tuple[int, int, bool]] = []
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
        opens = not low and _opens(mark, before, after, inside=bool(open_marks) and open_marks[-1][0] == mark)
        if opens:
            if single and not _closes_later(text, place, end):
                continue
            open_marks.append((_OPENING.get(mark, mark), place + 1))
            continue
        for depth in range(len(open_marks) - 1, max(len(open_marks) - 3, -1), -1):
            awaited = open_marks[depth][0]
            if awaited == mark or (mark == '"' and awaited == "”") or (low and awaited == _LOW):
                found.append((open_marks[depth][1], place, True))
                del open_marks[depth:]
                break
    if open_marks and open_marks[0][0] in '”"»':
        last = end
        while last > open_marks[0][1] and text[last - 1].isspace():
            last -= 1
        found.append((open_marks[0][1], last, False))
    return found


def _owner(text: str, place: int, end: int, open_marks: Sequence[tuple[str, int]]) -> bool:
    """Return whether a mark behind an s is an owner's apostrophe inside single marks that close later."""
    mark = text[place]
    if not open_marks or open_marks[-1][0] != mark or not text[place + 1 : place + 2].isspace():
        return False
    later = text.find(mark, place + 1, min(end, place + 400))
    return later > 0 and text[later - 1] in ",.?!" and "‘" not in text[place:later]


def _opens(mark: str, before: str, after: str, *, inside: bool) -> bool:
    if mark in "“„«‘":
        return not after.isspace()
    if mark in "”»’":
        return False
    # Straight marks open after a space, a bracket or a dash, unless one of their kind is open and a space follows.
    leading = before.isspace() or before in "([{—–-“‘\"'/"
    if inside:
        return False
    return leading and not after.isspace()


def _closes_later(text: str, place: int, end: int) -> bool:
    """Return whether a single mark that seems to open has a partner: "'90s" and "'em" have none."""
    mark = "’" if text[place] == "‘" else "'"
    if text[place + 1 : place + 3].isdigit() or text[place + 2 : place + 3] == mark:
        return False
    at = place + 1
    while (at := text.find(mark, at, min(end, place + 400))) != -1:
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if not after.isalnum() and not before.isspace() and before != "s":
            return True
        if not after.isalnum() and before == "s" and text[at - 2 : at].isalpha():
            return True
        at += 1
    return False


def _kind(text: str, block: Block, start: int, end: int) -> QuotationKind | None:
    """Return whether a closed stretch is a quotation, scare quotes, or neither (a title, a nickname)."""
    words = text[start:end].split()
    inner = text[start:end].rstrip(",.;")
    if len(words) > 8 or re.search(r"[.!?](?:\s|$)", text[start:end].rstrip(",")) or text[end - 1] == ",":
        return "quotation"
    capitals = [word for word in words if word[0].isupper()]
    long_words = [word for word in words if len(word) > 3]
    if len(words) > 1 and long_words and all(word[0].isupper() for word in long_words) and capitals:
        return None
    if len(words) <= _MOST_SCARE_WORDS and _SO_CALLED.search(text, max(block.start, start - 20), start - 1):
        return "scare"
    sentence = _around(text, block, start, end)
    if (
        len(words) == 1
        and words[0][0].isupper()
        and _NICKNAME_BEFORE.search(text, max(block.start, start - 30), start - 1)
    ):
        return None
    opens_block = start == block.start + 1 or block.kind in {"headline", "subhead"}
    if len(words) <= _MOST_SCARE_WORDS and not opens_block and not _SPEECH.search(sentence) and "," not in inner:
        return "scare"
    return "quotation"


def _around(text: str, block: Block, start: int, end: int) -> str:
    """Return the rest of the sentence, roughly, without the stretch itself."""
    before = text[max(block.start, start - 200) : start]
    after = text[end : min(block.end, end + 200)]
    before = re.split(r"[.!?][\"”’']?\s", before)[-1]
    after = re.split(r"[.!?][\"”’']?\s", after)[0]
    return before + " " + after
