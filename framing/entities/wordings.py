"""Descriptions that word the same speakers otherwise: "several sources close to Holm", "the sources", "officials"."""

from collections.abc import MutableSequence

from framing.entities.rows import Row
from framing.expressions import expression

__all__ = ["Wordings", "bare_description", "description_key"]

_ARTICLE = expression(r"\A(?i:an?|the)\s+(?=\S)")
_NEW = expression(r"\A(?:recent|new|latest|separate|previous) (?=[A-Z])")
_DATED = expression(
    r"(?P<text>(?:[\w-]+ )?(?:analysis|poll|report|study|survey)(?: \w+){0,2} by (?:the )?"
    r"[A-Z][\w/&.’'-]*(?: (?:of |for |and )?[A-Z][\w/&.’'-]*)*)"
    r" (?:after|before|early|in|last|late|on|published|released|shortly|this)\b"
)
"""A text and whose it is, in front of when it was made: "survey by Tarn Watch[ in August after the flood]"."""
_COUNTED = expression(
    r"\A(?:(?:all|both|some|several|many|most|these|those|few|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of)?"
    r"(?: the| these| those)? )+(?=[a-z])"
)
"""How many of some speak, in front of what they are."""
_TAIL = expression(r" (?:of|in|for|at|with|from|to|on|out|by|about|close|familiar|involved|who)\b")
"""Where what tells more of a noun begins."""
_HOLDERS = frozenset("advisers advisors aides authorities investigators officials prosecutors sources".split())
"""Nouns for those of whom an opening says little, and what follows whose they are."""
_OTHERS = ("another ", "ex-", "former ", "other ", "retired ")
"""What tells some from those who were only called by the noun: "officials", "other officials"."""


class Wordings:
    """The rows of those who are described and not named, by what other wordings have in common."""

    def __init__(self, rows: MutableSequence[Row]) -> None:
        self._rows = rows
        self._of_key: dict[str, int] = {}
        self._vague: dict[str, int] = {}

    def row(self, key: str, row: Row) -> int:
        """Return the number of the row that a key has, which is a row's own if the key is new."""
        number = self._of_key.get(key)
        if number is None:
            self._rows.append(row)
            number = self._of_key[key] = len(self._rows) - 1
        return number

    def described(self, name: str, *, plural: bool) -> int:
        """Return the number of the row of a description.

        Those who were "officials" are "harbour officials" when the page first says of officials what they are.
        """
        key = description_key(name, plural=plural)
        if plural and key not in self._of_key and not key.startswith(_OTHERS):
            noun = _TAIL.split(key, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
            vague = self._vague.pop(noun, None)
            if vague is not None:
                self._of_key[key] = vague
                self._rows[vague].name = name
        number = self.row(key, Row("description", name, plural=plural))
        if name in _HOLDERS:
            self._vague[name] = number
        return number


def bare_description(name: str) -> str:
    """Return a description without its article, and without what only says that a text is new.

    Examples:
        >>> bare_description("a police spokesman"), bare_description("critics")
        ('police spokesman', 'critics')
        >>> bare_description("a recent Tarn Times poll"), bare_description("a new poll")
        ('Tarn Times poll', 'new poll')
        >>> bare_description("a survey conducted by Tarn Watch in August shortly after the flood")
        'survey conducted by Tarn Watch'
    """
    bare = _NEW.sub("", _ARTICLE.sub("", name))
    dated = _DATED.match(bare)
    return dated["text"] if dated else bare


def description_key(name: str, *, plural: bool) -> str:
    """Return what a description has in common with other wordings of it: neither how many speak nor of how many things.

    Examples:
        >>> description_key("several sources familiar with the briefing", plural=True)
        'sources familiar with the briefing'
        >>> description_key("sources familiar with the briefings", plural=True)
        'sources familiar with the briefing'
    """
    words = _COUNTED.sub("", name.lower()) if plural else name.lower()
    tail = _TAIL.search(words)
    if tail is None:
        return words
    return words[: tail.start()] + " ".join(word.removesuffix("s") for word in words[tail.start() :].split(" "))
