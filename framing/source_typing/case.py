"""All that speaks for the type of one entity: votes, the kind of row, how it talks, and what is known of its name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attribution import Attribution, SourceType
from framing.entities.rows import Row
from framing.source_typing.vote import Vote
from framing.spans import Span

__all__ = ["Case", "features", "said_by_mention", "signs_of", "situation_of"]


class Told(NamedTuple):
    """Something that a source is credited with.

    Attributes:
        content: Where it stands.
        quoted: Whether it is in marks.
        cue: The words that credit it.
    """

    content: Span
    quoted: bool
    cue: Span | None


_PERSONAL = frozenset({"person", "single", "description", "pronoun"})
_NAMED = frozenset({"body", "single", "person"})
_REPORTS = re.compile(r"(?:first |previously |also )?report(?:s|ed)?", re.IGNORECASE)
"""How outlets are credited."""
_I = re.compile(r"\b(?:I|my|me|myself)\b")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|mother|father|wife|husband|family|kids?|child(?:ren)?|home|house|brother|"
    r"sister|baby|mom|dad|parents|neighbou?rs?)\b",
    re.IGNORECASE,
)
"""What a speaker says of their own life."""
_AGAIN = 0.4
"""Share of its weight that each further vote of a kind adds, three at most."""
_MOST_AGAIN = 3


class Case(NamedTuple):
    """What a type is judged by.

    Attributes:
        votes: The words on the page that speak for a type.
        situation: What kind of row it is, and whether any words speak for a type.
        signs: What its quoted words show.
        elsewhere: In how many articles of the news sample the page itself told each type of the same full name.
    """

    votes: tuple[Vote, ...]
    situation: str
    signs: tuple[str, ...]
    elsewhere: Mapping[SourceType, float]


def said_by_mention(attributions: Iterable[Attribution]) -> dict[Span, list[Told]]:
    """Return the contents that are credited to each mention."""
    said: dict[Span, list[Told]] = {}
    for one in attributions:
        if one.source is not None and one.act == "speech":
            cue = one.cue.span if one.cue else None
            said.setdefault(one.source.span, []).extend(Told(span, one.kind != "indirect", cue) for span in one.content)
    return said


def situation_of(row: Row, votes: Sequence[Vote]) -> str:
    """Return what kind of row a type is judged for."""
    return f"{row.kind}{' of several' if row.plural else ''}, {'told' if votes else 'bare'}"


def signs_of(article: Article, row: Row, said: Mapping[Span, Sequence[Told]]) -> tuple[str, ...]:
    """Return what a source's words show: that it reports, speaks of itself, of its kin, for several."""
    told = [one for mention in row.sources for one in said.get(mention.span, ())]
    reports = any(one.cue and _REPORTS.fullmatch(article.slice(one.cue)) for one in told)
    if reports and row.kind in _NAMED:
        return ("reports",)
    if row.kind not in _PERSONAL:
        return ()
    quoted = " ".join(article.slice(one.content) for one in told if one.quoted)
    found = (("says I", _I), ("says we", _WE), ("says my home", _KIN))
    return tuple(name for name, pattern in found if pattern.search(quoted))


def features(case: Case, kind: SourceType) -> Iterator[tuple[str, float]]:
    """Yield the names and values of what speaks for a type; none knows a party, a country, a sex or a name.

    How somebody talks counts only where the page says nothing of who they are.
    """
    counts: dict[str, int] = {}
    for vote in case.votes:
        if vote.type == kind:
            counts[vote.kind] = counts.get(vote.kind, 0) + 1
    for name, count in counts.items():
        yield f"vote {name}", 1 + _AGAIN * min(count - 1, _MOST_AGAIN)
    if kind in case.elsewhere:
        yield ("elsewhere" if case.votes else "elsewhere alone"), case.elsewhere[kind]
    yield f"{case.situation}: {kind}", 1.0
    for sign in () if case.votes else case.signs:
        yield f"{sign}: {kind}", 1.0
