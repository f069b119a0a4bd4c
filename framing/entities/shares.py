"""Shares of the people ("six in ten adults"), and the poll that they come from."""

import re
from bisect import bisect_right

from framing.expressions import expression
from framing.spans import Span

__all__ = ["Polls", "is_share", "named_poll"]

_SHARE = expression(
    r"(?:\d(?=[A-Z]))?"
    r"(?:(?:about|around|nearly|almost|more than|less than|fewer than|roughly|just|only|another|some|most|an?|the|"
    r"large|small|vast|over|under|at least)\s+)*"
    r"(?:(?:\d+(?:\.\d+)?|\w*(?:ty|teen)|(?:\w+ty-)?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve)"
    r"(?: ?%| percent| per cent)|majorit(?:y|ies)(?= of\b|\s*(?:\Z|[(,;]))|half\b(?! a dozen)|(?:three-)?quarters?\b|"
    r"(?:two[- ])?thirds?\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:[- ]in[- ]| out of )\w+\b|"
    r"(?:\w+ ){0,2}(?:adults|respondents)\b|far fewer\Z)",
    re.IGNORECASE,
)
_OF_BODIES = expression(
    r"\b(?:half|thirds?|quarters?|majority|percent|per cent|%|\d+) (?:of|out of) (?:(?:all|the|these|those|its|\d+) )*"
    r"(?:board|cities|committee|companies|council|counties|countries|court|firms|governments|governors|House|judges"
    r"|justices|lawmakers|legislature|members|nations|panel|Senate|senators|states|towns)\b",
    re.IGNORECASE,
)
"""Shares of those whom no poll asks."""
_NO_OPENER = r"(?!(?:The|A|An|In|According|And|But|That|This|Another) |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’'])"
_POLL = expression(
    rf"(?:(?:{_NO_OPENER}[A-Z][\w.&’'-]*(?: (?:of|for|and|on))?[ /–-])+(?:(?:19|20)\d\d )?|\b(?:19|20)\d\d )"
    r"(?:(?!(?:a|among|an|by|for|from|in|of|on|that|the|this|to|with) )[a-z][\w-]* ){0,2}"
    r"(?:[Pp]oll|[Ss]urvey|polling)\b(?! (?:numbers|workers?|said|[A-Z]))"
    r"|\b(?:poll|survey) (?:conducted|taken|carried out) in (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b"
)
"""Polls with an owner or a date: "Tarn Poll", "a 2019 survey", "a survey conducted in May 2018"."""
_LONGEST_ARTICLE = 3
_ANOTHER = expression(r"\b[Aa]n? \Z")
_BY_YEAR = expression(r"(?:19|20)\d\d (?:poll|survey)")
_UNNAMED = expression(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his)(?: (?:latest|national|new|recent|statewide)){0,2} (?P<noun>poll|survey)\b"
)
"""A poll of which its first mention tells neither the owner nor the year."""
_WHOSE_ANSWERS = expression(r"\Z|,| (?:among|by|conducted|from|of|on|published|released|taken)\b")
"""What stands behind a poll's name where the rest of a description tells more of the same poll."""
_EXIT_POLL = expression(
    r"(?:[Ee]arly |[Nn]ational |[Nn]etwork |[Pp]reliminary )*[Ee]xit poll(?:s|ing)?\b(?! (?:workers?|takers?))"
)
_EXIT_POLLS = "exit polls"
"""What voters said who came from voting: one poll, however it is called."""


def _without_noun(name: str) -> str:
    """Return a poll's name without the noun, for which news uses several in turn."""
    return name.rsplit(maxsplit=1)[0].lower()


def named_poll(description: str) -> str | None:
    """Return the name of the poll that a description begins with: "Tarn Poll of 900 voters"."""
    if _EXIT_POLL.match(description):
        return _EXIT_POLLS
    named = _POLL.match(description)
    return named.group() if named and _WHOSE_ANSWERS.match(description, named.end()) else None


def is_share(mention: str) -> bool:
    """Return whether a mention is a share of the people.

    Examples:
        >>> is_share("six-in-ten adults"), is_share("A majority (55%)"), is_share("the mayor")
        (True, True, False)
        >>> is_share("more than half of the states")
        False
    """
    return _SHARE.match(mention) is not None and _OF_BODIES.search(mention) is None


def _is_another(text: str, start: int, name: str) -> bool:
    """Return whether a year alone tells a poll, and its article that it was not spoken of: "a 2012 survey"."""
    named = _BY_YEAR.fullmatch(name) is not None
    return named and _ANOTHER.search(text, max(start - _LONGEST_ARTICLE, 0), start) is not None


class Polls:
    """The polls that a text names, with their places."""

    def __init__(self, text: str) -> None:
        polls = _POLL.finditer(text) if "oll" in text or "urvey" in text else ()
        named = [(poll.start(), _EXIT_POLLS if _EXIT_POLL.match(poll.group()) else poll.group()) for poll in polls]
        # "A 2012 survey" is another than the one that the text spoke of before.
        own = _UNNAMED.search(text) if named and all(_is_another(text, *poll) for poll in named[:1]) else None
        if own and own.start() < named[0][0]:
            named = [(own.start("noun"), own["noun"]), *(poll for poll in named if not _BY_YEAR.fullmatch(poll[1]))]
        self._starts = [start for start, _ in named]
        self._names = [name for _, name in named]
        self._first: dict[str, str] = {}
        for name in self._names:
            self._first.setdefault(_without_noun(name), name)

    def called(self, name: str) -> str:
        """Return the name of a poll: "Tarn poll" and "Tarn survey" are one, and both the "Tarn University poll"."""
        key = _without_noun(name)
        fuller = [other for other in self._first if other.startswith((f"{key} ", f"{key}/"))]
        return self._first.get(fuller[0] if len(fuller) == 1 else key, name)

    def only(self) -> str | None:
        """Return the one poll that the text names, by the name that it gives first; ``None`` where it names several."""
        polls = {self.called(name) for name in self._first.values()}
        return next(iter(polls)) if len(polls) == 1 else None

    def near(self, start: int, sentence: Span) -> str | None:
        """Return the poll of a share: one in its own sentence, the last before the share first, else the last before.

        Args:
            start: Where the share stands.
            sentence: The sentence that it stands in.
        """
        if not self._names:
            return None
        place = bisect_right(self._starts, start)
        before = place and self._starts[place - 1] >= sentence.start
        behind = place < len(self._starts) and self._starts[place] < sentence.end
        return self._names[place if behind and not before else max(place - 1, 0)]
