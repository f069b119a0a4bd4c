"""The writer of "the letter": whoever said something in a letter, sent one, or is named behind "a letter from".

A reader takes a letter, a statement or an essay as the word of its writer.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from framing.entities.name_words import WRITTEN
from framing.entities.rows import Row
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Written"]

_NOUNS = "|".join(sorted(WRITTEN, key=len, reverse=True))
_NOUN = expression(rf"\b(?:{_NOUNS})\b")
_FROM = expression(r"(?: [\w-]+){0,2}? (?:from|by) (?:the )?(?:[\w.-]+ ){0,4}?")
"""Words between a text and its writer: "an open letter [to members from Harbour Chief] Ada Holm"."""
_OWN = expression(r"[’']s? (?:[\w-]+ ){0,3}")
_SENT = expression(
    r" (?:has |have |had |also |later )*(?:sent|wrote|released|issued|published|posted|penned|signed|read) "
    r"(?:[\w’'-]+ ){0,2}?(?:an?|the|his|her|its|their|this) (?:[\w-]+ ){0,3}"
)
_SAID_IN = expression(
    rf"(?:(?!\b(?:who|which|that|but)\b)[^,;:“”\"]){{0,60}}(?:, (?:saying|writing|adding|stating) )?\bin "
    rf"(?:(?:an?|the|his|her|its|their|this) )?(?:(?!(?:to|about|of|on|in|for|with) )[\w’'-]+ ){{0,4}}?"
    rf"(?P<noun>{_NOUNS})\b"
)
_IN = expression(
    rf"(?:Writing in|In) (?:(?:an?|the|his|her|its|their) )?(?:(?!(?:to|about|of|on|in|for) )[\w’'-]+ ){{0,4}}?"
    rf"(?P<noun>{_NOUNS})\b[^,;:“”\"]{{0,60}}, "
)
_BARE = expression(r"(?:the|this|that) (?:[a-z-]+ )?(?P<noun>[a-z-]+)", re.IGNORECASE)
_JOINED = expression(r",? (?:and )?[A-Z]")
"""One of several writers."""
_FARTHEST = 80
"""Characters between a text and its writer's name at most. Set by hand."""


class Written:
    """The texts in an article whose writer is named, with their places."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self._text, self._rows = text, rows
        self._by_noun: dict[str, list[tuple[int, int]]] = {}
        texts = list(_NOUN.finditer(text))
        if not texts:
            return
        names = sorted(
            (name.span.start, name.span.end, number) for number, row in enumerate(rows) for name in row.names
        )
        starts = [start for start, _, _ in names]
        for match in texts:
            writer = self._writer(match.start(), match.end(), names, starts)
            if writer is not None:
                self._note(match.group(), match.start(), writer)

    def _writer(
        self, first: int, last: int, names: Sequence[tuple[int, int, int]], starts: Sequence[int]
    ) -> int | None:
        place = bisect_left(starts, first)
        if place and first - names[place - 1][1] < _FARTHEST:
            between = self._text[names[place - 1][1] : first]
            prints = self._rows[names[place - 1][2]].kind != "person" and "essay" in WRITTEN[self._text[first:last]]
            if prints:
                return None  # "a Tarn Times op-ed" was written by somebody else
            if _OWN.fullmatch(between) or _SENT.fullmatch(between):
                return names[place - 1][2]
        behind = bisect_left(starts, last)
        if behind < len(names) and _FROM.fullmatch(self._text, last, min(names[behind][0], last + _FARTHEST)):
            joined = _JOINED.match(self._text, names[behind][1])
            return names[behind][2] if names[behind][0] - last <= _FARTHEST and not joined else None
        return None

    def _note(self, noun: str, start: int, row: int) -> None:
        for word in WRITTEN[noun]:
            notes = self._by_noun.setdefault(word, [])
            notes.insert(bisect_right(notes, (start, row)), (start, row))

    def said(self, row: int, span: Span, sentence: Span) -> None:
        """Note a writer who is a source: "Holm said in a statement", "In an essay, Holm wrote"."""
        said_in = _SAID_IN.match(self._text, span.end, sentence.end) or _IN.fullmatch(
            self._text, sentence.start, span.start
        )
        if said_in and said_in["noun"] in WRITTEN:
            self._note(said_in["noun"], span.start, row)

    def by(self, description: str, start: int) -> int | None:
        """Return the row of the writer of "the letter", the last letter before; ``None`` if no writer is told.

        Args:
            description: What a source is called.
            start: Where.
        """
        bare = _BARE.fullmatch(description)
        notes = self._by_noun.get(bare["noun"].lower(), []) if bare else []
        place = bisect_left(notes, (start, -1))
        return notes[place - 1][1] if place else None
