"""Suppressions in the text: comments, and a key of the front matter.

``<!-- framing: ignore[W101] reason -->`` on a line of its own silences the next block, beside words its line;
``ignore[W101 "phrase"]`` only that phrase; ``ignore-start[…]`` to ``ignore-end`` what lies between; ``ignore-file[…]``
the file. The front matter's ``framing-ignore: W101, S2`` does what ``ignore-file`` does. Without codes all rules are
silent. The form is the same in Markdown, HTML and plain text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.diagnostic import Diagnostic, RuleCard, Suppression
from framing.reading.offsets import line_map

__all__ = ["UNUSED", "Silence", "apply", "read_suppressions"]

UNUSED = RuleCard(
    code="X901",
    name="unused-suppression",
    summary="A suppression that silences nothing.",
    what="Finds suppressions in the text that no finding of this run falls under.",
    why="A suppression without a finding hides the next one, and nobody knows why it is there.",
    evidence="The convention of linters.",
    known_problems="A run with fewer rules than usual reports suppressions of the rules that were left out as used.",
    example="'<!-- framing: ignore[W101] quoted law -->' over a paragraph without a loaded term is found.",
    level="note",
)
_COMMENT = re.compile(
    r"<!--\s*framing:\s*(?P<action>ignore-start|ignore-end|ignore-file|ignore)\s*(?:\[(?P<codes>[^\]]*)\])?\s*(?P<reason>.*?)\s*-->",
    re.DOTALL,
)
_FRONT_KEY = re.compile(r"(?m)^framing-ignore:[ \t]*(?P<value>.+)$")
_ITEM = re.compile(r'(?P<code>[A-Za-z][\w-]*)?\s*(?:"(?P<phrase>[^"]*)")?')
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


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

    def holds(self, found: Diagnostic, start: int, end: int) -> bool:
        """Return whether a finding that stands at these offsets of the file is silenced."""
        inside = self.start <= start and end <= max(self.end, start)
        coded = not self.code or found.code.startswith(self.code.upper()) or found.rule == self.code.lower()
        worded = not self.phrase or self.phrase.lower() in found.text.lower()
        return inside and start <= self.end and coded and worded


def read_suppressions(text: str) -> tuple[Silence, ...]:
    """Return the suppressions of a file, in the order in which they stand."""
    found: list[Silence] = []
    open_ones: list[tuple[int, re.Match[str]]] = []
    for match in _COMMENT.finditer(text):
        action = match["action"]
        if action == "ignore-start":
            open_ones.append((match.end(), match))
        elif action == "ignore-end":
            if open_ones:
                start, opened = open_ones.pop()
                found += _silences(start, match.start(), opened)
        elif action == "ignore-file":
            found += _silences(0, len(text), match)
        else:
            found += _silences(*_scope(text, match), match)
    for start, opened in open_ones:
        found += _silences(start, len(text), opened)
    if text.startswith("---"):
        end = text.find("\n---", 3)
        front = _FRONT_KEY.search(text, 0, max(end, 0))
        if front:
            place = (front.start(), front.end())
            codes = [code.strip(" \t\r\"'[]") for code in front["value"].split(",")]
            found += [Silence(0, len(text), code, "", "front matter", place) for code in codes if code]
    return tuple(sorted(found, key=lambda silence: silence.place))


def _silences(start: int, end: int, match: re.Match[str]) -> Iterable[Silence]:
    place = (match.start(), match.end())
    reason = " ".join(match["reason"].split())
    written = match["codes"]
    items = [item for item in _ITEM.finditer(written or "") if item["code"] or item["phrase"]]
    if not items:
        return [Silence(start, end, "", "", reason, place)]
    return [Silence(start, end, item["code"] or "", item["phrase"] or "", reason, place) for item in items]


def _scope(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the line beside whose words a comment stands, or else the block after it."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    if _COMMENT.sub("", text[start:end]).strip():
        return start, end
    following = match.end()
    while following < len(text) and text[following].isspace():
        following += 1
    blank = _BLANK_LINE.search(text, following)
    return match.end(), blank.start() if blank else len(text)


def apply(
    diagnostics: Sequence[Diagnostic], silences: Sequence[Silence], text: str, path: str
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the findings, silenced ones marked, and a finding for each suppression that silences nothing.

    Findings inside a suppression's own comment are left out: they are not the article's words.
    """
    lines = line_map(text)
    used: set[Silence] = set()
    result = []
    for found in diagnostics:
        start = lines.offset(found.line, found.column)
        end = lines.offset(found.end_line, found.end_column)
        if any(silence.place[0] <= start < silence.place[1] and end > start for silence in silences):
            continue
        hits = [silence for silence in silences if silence.holds(found, start, end)]
        used.update(hits)
        result.append(replace(found, suppression=Suppression("in_source", hits[0].reason)) if hits else found)
    unused = []
    for silence in silences:
        if silence not in used:
            first, last = lines.place(silence.place[0]), lines.place(silence.place[1])
            what = " ".join(part for part in (silence.code, f'"{silence.phrase}"' if silence.phrase else "") if part)
            unused.append(
                Diagnostic(
                    code=UNUSED.code,
                    rule=UNUSED.name,
                    level=UNUSED.level,
                    message=f"This suppression silences nothing{f' ({what})' if what else ''}.",
                    start=0,
                    end=0,
                    path=path,
                    line=first.line,
                    column=first.column,
                    end_line=last.line,
                    end_column=last.column,
                    text=what,
                )
            )
    return result, unused
