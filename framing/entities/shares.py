"""Shares of the people, as polls word them, and the poll that they come from."""

import re
from bisect import bisect_right

__all__ = ["Polls", "is_share"]

_SHARE = re.compile(
    r"(?:(?:about|around|nearly|almost|more than|less than|fewer than|roughly|just|only|another|some|most|an?|the|"
    r"large|small|vast|over|under|at least)\s+)*"
    r"(?:\d+(?:\.\d+)?(?: ?%| percent| per cent)|majorit(?:y|ies)\b|half\b(?! a dozen)|(?:three-)?quarters?\b|"
    r"(?:two[- ])?thirds?\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:[- ]in[- ]| out of )\w+\b|"
    r"(?:\w+ ){0,2}(?:adults|respondents)\b)",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"(?:[A-Z][\w.&’'-]*(?: (?:of|for|and|on))?[ /–-])+(?:[a-z][\w-]* ){0,2}"
    r"(?:poll|survey|polling)\b(?! (?:numbers|workers?|said))"
)
_OPENERS = re.compile(r"(?:The|A|An|In|According|And|But|That|This|New|Another) ")


def is_share(mention: str) -> bool:
    """Return whether a mention is a share of the people, as polls word it.

    Examples:
        >>> is_share("six-in-ten adults"), is_share("A majority (55%)"), is_share("the mayor")
        (True, True, False)
    """
    return _SHARE.match(mention) is not None


class Polls:
    """The polls that a text names, by where it names them."""

    def __init__(self, text: str) -> None:
        found = _POLL.finditer(text) if "poll" in text or "survey" in text else ()
        named = [(one.start(), _OPENERS.sub("", one.group())) for one in found]
        kept = [(start, name) for start, name in named if name[0].isupper() and " " in name]
        self._starts = [start for start, _ in kept]
        self._names = [name for _, name in kept]

    def near(self, start: int) -> str | None:
        """Return the poll named last before a character, else the first one behind it."""
        if not self._names:
            return None
        place = bisect_right(self._starts, start)
        return self._names[max(place - 1, 0)]
