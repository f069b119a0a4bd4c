"""Sources that are described first and named later: "an economist told the Herald", and below "Ada Holm, an economist".

News names somebody first by what they are, in the headline or the first paragraph, and by name in a later one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence

from framing.article import Article
from framing.entities.mentions import Mention
from framing.entities.personal_nouns import is_personal
from framing.entities.roles import HEADS_OF_STATE
from framing.entities.rows import Row
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Introductions"]

_FURTHEST = 4
"""Paragraphs after the first in which the name must follow. Set by hand."""
_AT_ONCE = 400
"""Characters behind a description in which its bearer is named by the same noun. Set by hand: two long sentences."""
_LONGEST_TITLE = 60
"""Characters of a title between the start of a source's mention and its name."""
_UNNAMED = expression(
    r"\b(?:sources?|aides?|person|people|anonymous|unnamed|administration|spokes\w+)\b", re.IGNORECASE
)
"""Words for sources that mostly stay without a name."""
_SPEAKS = expression(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_LITTLE = frozenset("a an the of for at from with to".split())
_HEAD_END = expression(r" (?:of|for|at|in|on|with|from|to|who)\b")
_HEADS = expression(rf"\b(?<!vice )(?:{'|'.join(HEADS_OF_STATE)})\b(?! [a-z])", re.IGNORECASE)
"""Offices whose one holder nobody introduces as "an official" or "a politician"."""
_INDEFINITE = expression(r"(?:an?|one) ", re.IGNORECASE)
_GENERAL = frozenset({"document", "other", "citizen", "affected_person"})
"""Types that fit so many people that one word does not tell which."""


def _noun(description: str) -> str:
    """Return the last word of a description's head, in small letters."""
    return _HEAD_END.split(description, maxsplit=1)[0].lower().rsplit(maxsplit=1)[-1]


def _body_spoken_for(words: str) -> frozenset[str]:
    """Return the words for the body that somebody speaks for: "a spokeswoman for the Holm campaign"; else none."""
    if not _SPEAKS.search(words):
        return frozenset()
    bare = _SPEAKS.sub("", words.lower()).replace("’s", "").replace("'s", "")
    return frozenset(bare.split()) - _LITTLE


class Introductions:
    """Looks up the person whom a report names after it has told what they are."""

    def __init__(
        self, article: Article, rows: Sequence[Row], nouns: Mapping[Span, str], credited: Collection[Span]
    ) -> None:
        self._article, self._rows = article, rows
        self._nouns = sorted((span.start, span.end, category) for span, category in nouns.items())
        self._blocks = [block for block in article.blocks if block.kind == "body"]
        ends = [block.end for block in self._blocks]
        self._lede = ends[0] if ends else 0
        self._limit = ends[min(_FURTHEST, len(ends) - 1)] if ends else 0
        self._named = sorted(
            (role.span.start, _noun(article.slice(role.span)), number)
            for number, row in enumerate(rows)
            for role in row.roles
            if role.place == "inverted" and article.slice(role.span).lower().startswith("the ")
        )
        starts = sorted(span.start for span in credited)
        self._speaking = [
            (role.span.start, _body_spoken_for(article.slice(role.span)), number)
            for number, row in enumerate(rows)
            if row.kind == "person"
            for role in row.roles
            if role.place != "member"
        ]
        body = self._body()
        first = [min((name.span.start for name in row.names if name.span.start >= body), default=-1) for row in rows]
        self._introduced = sorted(
            (place, number)
            for number, place in enumerate(first)
            if place >= 0 and rows[number].kind == "person" and self._speaks(rows[number], starts)
        )

    def _body(self) -> int:
        return self._blocks[0].start if self._blocks else 0

    def _speaks(self, row: Row, starts: Sequence[int]) -> bool:
        """Return whether a source mention stands at one of a row's names, or at the title in front of it."""
        for name in row.names:
            place = bisect_right(starts, name.span.start) - 1
            if place >= 0 and name.span.start - starts[place] <= _LONGEST_TITLE:
                return True
        return False

    def at_once(self, mention: Mention) -> int | None:
        """Return the row of whom the next sentences name by the same noun: "A nurse … The nurse, Rolf Kirk,"."""
        noun = _noun(mention.name)
        for start, named, number in self._named[bisect_left(self._named, (mention.span.end, "", 0)) :]:
            if mention.plural or start > mention.span.end + _AT_ONCE:
                return None
            if named == noun:
                return number
        return None

    def speaking(self, mention: Mention) -> int | None:
        """Return the row of the one person whom the page names later as speaking for the same body."""
        body = frozenset() if mention.plural else _body_spoken_for(mention.name)
        behind = {row for start, own, row in self._speaking if body and own == body and start > mention.span.end}
        return behind.pop() if len(behind) == 1 else None

    def later(self, mention: Mention) -> int | None:
        """Return the row of the person, named later, whom a description in a headline or first paragraph stands for."""
        start, written = mention.span.start, self._article.slice(mention.span)
        heading = start < self._body()
        if mention.plural or start >= self._lede or _UNNAMED.search(written):
            return None
        if not heading and _INDEFINITE.match(written) is None:
            return None
        if not is_personal(_noun(mention.name)):
            return None
        kind = self._kind(mention.span)
        if kind is None or kind in _GENERAL:
            return None
        # Whoever is named beside the description is somebody else: "an official spoke of President Holm".
        first = mention.span.end if heading else self._lede
        for place, number in self._introduced[bisect_left(self._introduced, (first, -1)) :]:
            if place >= self._limit:
                return None
            roles = [role.span for role in self._rows[number].roles if role.place != "member"]
            if any(self._kind(span) == kind and not _HEADS.search(self._article.slice(span)) for span in roles):
                return number
        return None

    def _kind(self, span: Span) -> str | None:
        """Return the type that the last noun in a span gives a source."""
        first, last = bisect_left(self._nouns, (span.start,)), bisect_left(self._nouns, (span.end,))
        return self._nouns[last - 1][2] if last > first else None
