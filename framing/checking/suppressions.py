"""Suppressions in the text: comments, and a key of the front matter.

``<!-- framing: ignore[W101] reason -->`` on a line of its own silences the next block, beside words its line;
``ignore[W101 "phrase"]`` only that phrase; ``ignore-start[…]`` to ``ignore-end`` what lies between; ``ignore-file[…]``
the file. The front matter's ``framing-ignore: W101, S2`` does what ``ignore-file`` does. Without codes all rules are
silent. The form is the same in Markdown, HTML and plain text.

Each character is looked at a bounded number of times, whatever the text: comments are found by their ends.
"""

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from framing.diagnostic import Diagnostic
from framing.expressions import expression

__all__ = ["Silence", "Suppressions", "Unclear", "read_suppressions"]

_ACTIONS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_HEAD = expression(r"\s*+framing\s*+(?P<colon>:?)\s*+(?P<action>[a-z-]*+)", re.IGNORECASE)
_CODES = expression(r"\s*+\[(?P<codes>[^\]]*+)\]")
_BARE_CODE = expression(r"\s*+[\[(]?\s*+[A-Z]\d{1,3}\b")
_FRONT_KEY = expression(r"(?m)^framing-ignore:[ \t]*+(?P<value>.+)$")
_ITEM = expression(r'(?P<code>[A-Za-z][\w-]*+)?\s*+(?:"(?P<phrase>[^"]*+)")?')
_BLANK_LINE = expression(r"\n[ \t]*+\r?\n")
_MOST = 1000
"""Suppressions of a file that are read, each code of a comment one; an article with more is none that anybody read."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of the file in which some rules are silent.

    Attributes:
        start: Offset into the file.
        end: Offset after its last character.
        code: A code, the beginning of one, or a rule's name; empty for all rules.
        phrase: Only findings of these words; empty for all words.
        reason: Why.
        place: Where the suppression itself stands in the file.
    """

    start: int
    end: int
    code: str
    phrase: str
    reason: str
    place: tuple[int, int]

    def holds(self, finding: Diagnostic, start: int, end: int) -> bool:
        """Return whether a finding that stands at these offsets of the file is silenced."""
        inside = self.start <= start and end <= max(self.end, start)
        worded = not self.phrase or self.phrase.lower() in finding.text.lower()
        return inside and start <= self.end and self.means(finding.code, finding.rule) and worded

    def means(self, code: str, rule: str) -> bool:
        """Return whether the suppression is meant for a rule."""
        return not self.code or code.startswith(self.code.upper()) or rule == self.code.lower()


class Unclear(NamedTuple):
    """A comment to the tool that cannot be understood, and its offset in the file."""

    place: tuple[int, int]
    message: str


class Suppressions(NamedTuple):
    """What a file says of its own findings, in the order in which it stands."""

    silences: tuple[Silence, ...]
    unclear: tuple[Unclear, ...]


class _Comment(NamedTuple):
    start: int
    end: int
    action: str
    codes: str
    reason: str


def read_suppressions(text: str) -> Suppressions:
    """Return the suppressions of a file, and the comments to the tool that cannot be understood."""
    unclear: list[Unclear] = []
    comments = list(_comments(text, unclear))
    more = [(first.start, first.end) for first in comments[_MOST : _MOST + 1]]
    del comments[_MOST:]
    scopes = _Scopes(text, comments)
    silences: list[Silence] = []
    opened: list[_Comment] = []
    for comment in comments:
        if comment.action == "ignore-start":
            opened.append(comment)
        elif comment.action == "ignore-file":
            silences += _silences(0, len(text), comment)
        elif comment.action == "ignore":
            silences += _silences(*scopes.of(comment), comment)
        elif opened:
            start = opened.pop()
            silences += _silences(start.end, comment.start, start)
        else:
            unclear.append(
                Unclear((comment.start, comment.end), "This 'ignore-end' ends nothing: no 'ignore-start' is open.")
            )
    for start in opened:
        silences += _silences(start.end, len(text), start)
        unclear.append(
            Unclear(
                (start.start, start.end), "This 'ignore-start' has no 'ignore-end': the rest of the file is silenced."
            )
        )
    silences += _front_matter(text)
    silences.sort(key=lambda silence: silence.place)
    more += [silence.place for silence in silences[_MOST : _MOST + 1]]
    del silences[_MOST:]
    if more:
        unclear.append(
            Unclear(min(more), f"Only the first {_MOST:,} suppressions of a file are read; this is one more.")
        )
    return Suppressions(tuple(silences), tuple(sorted(unclear)))


def _comments(text: str, unclear: list[Unclear]) -> Iterator[_Comment]:
    place = 0
    while (start := text.find("<!--", place)) != -1:
        head = _HEAD.match(text, start + 4)
        place = head.end() if head else start + 4
        if head is None:
            continue
        action = head["action"].lower()
        near = (
            difflib.get_close_matches(action, _ACTIONS, n=1, cutoff=0.7) if len(action) <= 2 * len(_ACTIONS[-1]) else []
        )
        if not head["colon"] and not near:
            continue  # a comment that begins with the word
        close = text.find("-->", head.end())
        if close == -1:
            unclear.append(Unclear((start, head.end()), "This comment is not closed by '-->': it silences nothing."))
            return
        place = close + 3
        if action not in _ACTIONS or not head["colon"]:
            written = " ".join(text[head.start() : head.end()].split())
            hint = f"; did you mean 'framing: {near[0]}'?" if near else f"; known are {', '.join(_ACTIONS)}."
            unclear.append(Unclear((start, place), f"'{written[:60]}' is no suppression{hint}"))
            continue
        codes = _CODES.match(text, head.end(), close)
        reason = text[codes.end() if codes else head.end() : close]
        if codes is None and _BARE_CODE.match(reason):
            unclear.append(
                Unclear(
                    (start, place), f"Codes stand in square brackets, as in '{action}[W101]': this silences every rule."
                )
            )
        yield _Comment(start, place, action, codes["codes"] if codes else "", " ".join(reason.split()))


def _silences(start: int, end: int, comment: _Comment) -> Iterable[Silence]:
    place = (comment.start, comment.end)
    found = (item for item in _ITEM.finditer(comment.codes) if item["code"] or item["phrase"])
    items = list(islice(found, _MOST + 1))
    if not items:
        return [Silence(start, end, "", "", comment.reason, place)]
    return [Silence(start, end, item["code"] or "", item["phrase"] or "", comment.reason, place) for item in items]


def _front_matter(text: str) -> list[Silence]:
    front = _FRONT_KEY.search(text, 0, max(text.find("\n---", 3), 0)) if text.startswith("---") else None
    if front is None:
        return []
    codes = [code.strip(" \t\r\"'[]") for code in front["value"].split(",")]
    return [Silence(0, len(text), code, "", "front matter", front.span()) for code in codes[: _MOST + 1] if code]


class _Scopes:
    """What a comment without a range silences: its own line if words stand on it, otherwise the next block."""

    def __init__(self, text: str, comments: list[_Comment]) -> None:
        self._text = text
        self._blank = [match.start() for match in _BLANK_LINE.finditer(text)]
        self._comments = comments
        self._line = (0, -1)
        self._beside_words = False

    def of(self, comment: _Comment) -> tuple[int, int]:
        start = self._text.rfind("\n", 0, comment.start) + 1
        end = self._text.find("\n", comment.end)
        end = len(self._text) if end < 0 else end
        if (start, end) != self._line:
            self._line, self._beside_words = (start, end), self._words(start, end)
        if self._beside_words:
            return start, end
        following = comment.end
        while following < len(self._text) and self._text[following].isspace():
            following += 1
        number = bisect_left(self._blank, following)
        return comment.end, self._blank[number] if number < len(self._blank) else len(self._text)

    def _words(self, start: int, end: int) -> bool:
        """Return whether a line has anything but comments."""
        place = start
        number = bisect_left(self._comments, start, key=lambda comment: comment.end)
        while number < len(self._comments) and self._comments[number].start < end:
            if self._text[place : self._comments[number].start].strip():
                return True
            place = self._comments[number].end
            number += 1
        return bool(self._text[place:end].strip())
