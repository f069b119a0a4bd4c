"""Texts written token by token (``said , `` We will not move . ''``): marks joined to the words that they belong to.

Corpora of language research have a space around every mark and two grave accents for an opening quotation mark; some
sites and languages have spaces inside of quotation marks only. Both are read as a newspaper would print them.
"""

import re
from collections.abc import Iterator

from framing.article import Document, Notice
from framing.expressions import expression
from framing.reading.edits import Edit

__all__ = ["joined_marks"]

_GAP = "[ \\t\u00a0\u2009\u202f]"
_SPACED_STOP = expression(r"(?<=[^\s.,]) [.,](?=\s|$)")
_JOINED_STOP = expression(r"\w[.,](?=\s|$)")
_FEWEST_STOPS = 2
"""Stops with a space before them from which a text can be tokenised; one may be a slip."""
_PADDED = expression(
    f"[“«„]{_GAP}|{_GAP}[”»]|(?:(?<=\\s)|^)(?:``|''|\"){_GAP}|{_GAP}(?:''|\")(?=[\\s.,;:?!)]|$)", re.MULTILINE
)
_MARK = expression(
    f"(?P<before>(?:(?<=\\S){_GAP}+|(?<=\n)|^)?)(?P<mark>``|''|[“”«»„\"])(?P<after>{_GAP}*)", re.MULTILINE
)
_SINGLE = expression(f"(?P<before>(?:(?<=\\S){_GAP}|(?<=\n)|^))(?P<mark>[`'‘’])(?P<after>{_GAP}|$)", re.MULTILINE)
"""A single mark apart from its words on both sides: an apostrophe never is, but for an owner's in tokens."""
_CURLY_APART = expression(f"[“”«»„](?:(?<=[“«„]){_GAP}|(?<={_GAP}[”»]))")
_STRAIGHT_APART = expression(f'"(?:(?<!\\S"){_GAP}|(?<={_GAP}")(?=[\\s.,;:?!)]|$))', re.MULTILINE)
_SINGLE_APART = expression(f"[`'‘’](?<![^\n \t\u00a0\u2009\u202f].)(?:{_GAP}|$)", re.MULTILINE)
"""Marks apart from their words, told by the marks first: most texts have none, and are passed over quickly."""
_LINE = expression(r"[^\n]+")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_TOKENS = expression(
    r" (?=[.,;:?!%](?:[\s.]|$)|\.\.+|[)\]](?:\s|$)|(?:n['’]t|['’](?:s|re|ve|ll|d|m|S))\b)"
    r"|(?<=[(\[$£€]) |(?<=-LRB-) |(?<=-lrb-) | (?=-(?:RRB|rrb)-)| @-@ |(?<=s) (?=['’](?: |$))"
)
_BRACKET = expression("|".join(_BRACKETS), re.IGNORECASE)


def joined_marks(document: Document) -> tuple[list[Edit], Notice | None]:
    """Return what joins marks to their words, and the notice that says so."""
    text = document.text
    tokenised = _is_tokenised(text)
    edits = {(edit.start, edit.end): edit for edit in (*_quotation_marks(text), *_single_marks(text))}
    if tokenised:
        taken = {place for start, end in edits for place in range(start, end)}
        for edit in _tokens(text):
            if taken.isdisjoint(range(edit.start, edit.end)):
                edits[edit.start, edit.end] = edit
    if not edits:
        return [], None
    message = (
        "The text is written token by token; marks were joined to their words."
        if tokenised
        else "Quotation marks with spaces inside were read as if they had none."
    )
    return list(edits.values()), Notice("marks_joined", message)


def _is_tokenised(text: str) -> bool:
    """Return whether full stops and commas stand apart from their words, nearly always."""
    if " ." not in text and " ," not in text:
        return False
    spaced = sum(1 for _ in _SPACED_STOP.finditer(text))
    return spaced >= _FEWEST_STOPS and spaced > 3 * sum(1 for _ in _JOINED_STOP.finditer(text))


def _quotation_marks(text: str) -> Iterator[Edit]:
    """Yield the spaces inside of quotation marks, and doubled marks as the one that they stand for."""
    doubled = "``" in text or "''" in text
    if not (doubled or _CURLY_APART.search(text) or _STRAIGHT_APART.search(text)):
        return
    for line in _LINE.finditer(text):
        if _PADDED.search(text, line.start(), line.end()):
            yield from _line_marks(text, line.start(), line.end())


def _line_marks(text: str, start: int, end: int) -> Iterator[Edit]:
    marks = list(_MARK.finditer(text, start, end))
    straight = [match for match in marks if match["mark"] in {'"', "''", "``"}]
    paired = len(straight) % 2 == 0 and not any(_is_measure(text, match) for match in straight)
    inside = curly = False
    for match in marks:
        mark = match["mark"]
        if mark in "“«„":
            opens = curly = True
        elif mark in "”»":
            if not curly:
                continue
            opens = curly = False
        elif not paired and mark != "``":
            continue
        else:
            opens = mark == "``" or not inside
            inside = opens
        apart = match["before"] or match.start("mark") == start
        if mark in {"``", "''"} and (match["after"] or match["before"] or not opens):
            yield Edit(match.start("mark"), match.end("mark"), "“" if opens else "”")
        if opens and match["after"] and apart:
            yield Edit(match.start("after"), match.end("after"))
        elif not opens and _closes_apart(text, match, end):
            yield Edit(match.start("before"), match.end("before"))


def _single_marks(text: str) -> Iterator[Edit]:
    """Yield the spaces inside of pairs of single marks, and a grave accent as the mark that it stands for."""
    if not _SINGLE_APART.search(text):
        return
    opened: re.Match[str] | None = None
    for match in _SINGLE.finditer(text):
        mark = match["mark"]
        if opened and "\n" in text[opened.end() : match.start()]:
            opened = None
        if mark in "`‘" or (mark == "'" and not opened and not _is_owners(text, match)):
            opened = match
        elif opened and mark != "‘" and not _is_owners(text, match):
            grave = opened["mark"] == "`"
            yield Edit(opened.start("mark"), opened.end(), "‘" if grave else opened["mark"])
            yield Edit(match.start(), match.end("mark"), "’" if grave else mark)
            opened = None


def _is_owners(text: str, match: "re.Match[str]") -> bool:
    """Return whether a mark is behind an owner in tokens ("the workers ' union"), or a measure behind a figure."""
    last = text[match.start() - 1] if match.start() else " "
    return last.isdigit() or (last in "sS" and text[match.end() : match.end() + 1].isalpha())


def _closes_apart(text: str, match: "re.Match[str]", end: int) -> bool:
    """Return whether a closing mark stands apart; papers set a space between the marks of two quotations that end."""
    if not match["before"] or text[match.start() - 1] in "’'":
        return False
    return bool(match["after"]) or match.end() >= end or text[match.end()] in ".,;:?!)"


def _is_measure(text: str, match: "re.Match[str]") -> bool:
    """Return whether a mark is inches or seconds: directly behind a digit, and before a space."""
    return not match["before"] and match.start() > 0 and text[match.start() - 1].isdigit() and bool(match["after"])


def _tokens(text: str) -> Iterator[Edit]:
    for match in _TOKENS.finditer(text):
        yield Edit(match.start(), match.end(), "-" if "@" in match.group() else "")
    for match in _BRACKET.finditer(text):
        yield Edit(match.start(), match.end(), _BRACKETS[match.group().upper()])
