"""The evidence for the type of one entity: votes, the kind of row, its own words, and other articles."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attribution import Attribution, SourceType
from framing.entities.rows import Credited, Row
from framing.expressions import expression
from framing.source_typing.nouns import CHILDREN, KIN
from framing.source_typing.vote import Vote
from framing.spans import Span

__all__ = ["SPEAKS_FOR_A_BODY", "Case", "features", "page_tells", "said_by_mention", "signs_of", "situation_of"]


_CIRCUMSTANTIAL = frozenset({"from", "aged", "honorific"})
"""Kinds of votes that say where somebody lives, how old they are or that they are a doctor of something."""
SPEAKS_FOR_A_BODY = "speaks for a body"
"""The sign of a spokesman whose body the page does not describe."""


class Told(NamedTuple):
    """A content that a source is credited with.

    Attributes:
        content: Where it stands.
        quoted: Whether it stands in quotation marks.
        cue: The words that credit it.
    """

    content: Span
    quoted: bool
    cue: Span | None


_PERSONAL = frozenset({"person", "single", "description", "pronoun"})
_NAMED = frozenset({"body", "single", "person"})
_REPORTS = expression(r"(?:first |previously |also )?report(?:s|ed)?", re.IGNORECASE)
"""Cues of outlets."""
_I = expression(r"\b(?:I|my|me|myself)\b")
_WE = expression(r"\b(?:we|our|us)\b", re.IGNORECASE)
_KIN = expression(
    rf"\b(?:my|our) (?:\w+ )?(?:{KIN}|{CHILDREN}|neighbou?rs?|home|house)\b",
    re.IGNORECASE,
)
"""Words in which speakers tell of their own lives."""
_CUES = (
    ("writes", expression(r"\bwrites\b")),
    ("recalls", expression(r"\b(?:recall|remember)(?:s|ed)\b")),
    ("posts", expression(r"\b(?:tweet|post)(?:s|ed)\b")),
)
"""Cues by which some kinds of sources are credited more than others."""
_SPEAKS = expression(r"\bspokes(?:man|woman|person)\b")
"""Offices of whoever speaks for a body: most bodies that say no more of themselves are firms."""
_ACCOUNT = expression(r" ?\(@\w")
"""An account's name behind that of whoever posted."""
_LATE = 0.4
"""Share of a text behind which whoever is first named is no main person. Set by hand."""
_OFTEN, _FEW = 6, 2
"""Names from which a person is named often, and down to which hardly. Set by hand."""
_AGAIN = 0.4
"""Share of its weight that each further vote of a kind adds. Set by hand: a second title tells less than the first."""
_MOST_AGAIN = 3
"""Further votes of a kind that count. Set by hand, so that a name repeated in a long article does not outweigh all
else."""


class Case(NamedTuple):
    """The evidence for a type.

    Attributes:
        votes: Words on the page, each for one type.
        situation: The kind of row, and whether there is any vote.
        signs: What the source's quoted words show.
        elsewhere: For each type, the number of articles in the news sample that gave it to the same full name.
        figure: What the list of public figures has the bearer of the same full name as.
    """

    votes: tuple[Vote, ...]
    situation: str
    signs: tuple[str, ...]
    elsewhere: Mapping[SourceType, float]
    figure: SourceType | None = None


def said_by_mention(
    attributions: Iterable[Attribution], credited: Mapping[Span, Sequence[Credited]]
) -> dict[Span, list[Told]]:
    """Return the contents of each source mention; of joined names, by the place of each."""
    said: dict[Span, list[Told]] = {}
    for attribution in attributions:
        if attribution.source is not None and attribution.act == "speech":
            cue = attribution.cue.span if attribution.cue else None
            told = [Told(span, attribution.kind != "indirect", cue) for span in attribution.content]
            for mention in {one.span for one in credited[attribution.source.span]}:
                said.setdefault(mention, []).extend(told)
    return said


def situation_of(row: Row, votes: Sequence[Vote]) -> str:
    """Return the kind of row, and whether there is any vote, as one name."""
    return f"{row.kind}{' of several' if row.plural else ''}, {'told' if votes else 'bare'}"


def signs_of(article: Article, row: Row, said: Mapping[Span, Sequence[Told]]) -> tuple[str, ...]:
    """Return the names of signs of who a source is, where the page does not say so.

    They are its words (it reports, says "I" or "we", speaks of its family), its cues ("writes", "recalled") and how the
    page treats a person: whoever stands in the headline and is named often is known to readers of news.
    """
    told = [saying for mention in row.sources for saying in said.get(mention.span, ())]
    reports = any(saying.cue and _REPORTS.fullmatch(article.slice(saying.cue)) for saying in told)
    if reports and row.kind in _NAMED:
        return ("reports",)
    if row.kind not in _PERSONAL:
        return ()
    if any(_SPEAKS.search(article.slice(role.span)) for role in row.roles):
        return (SPEAKS_FOR_A_BODY,)
    quoted = " ".join(article.slice(saying.content) for saying in told if saying.quoted)
    patterns = (("says I", _I), ("says we", _WE), ("says my home", _KIN))
    signs = [name for name, pattern in patterns if pattern.search(quoted)]
    cues = " ".join(article.slice(saying.cue) for saying in told if saying.cue)
    signs += [name for name, pattern in _CUES if pattern.search(cues)]
    if any(_ACCOUNT.match(article.text, mention.span.end) for mention in row.sources):
        signs.append("signs a post")
    return (*signs, *_prominence(article, row)) if row.kind == "person" else tuple(signs)


def _prominence(article: Article, row: Row) -> Iterator[str]:
    """Yield how a page treats somebody whom it names."""
    if not (row.names and row.sources):
        return
    headline = any(article.kind_at(name.span.start) == "headline" for name in row.names)
    if headline:
        yield "in the headline"
    elif row.names[0].span.start > _LATE * len(article.text):
        yield "named late"
    times = len(row.names)
    yield "named often" if times >= _OFTEN else "named again" if times > _FEW else "named once or twice"


def page_tells(case: Case) -> bool:
    """Return whether the page tells more than where somebody lives, how old they are or that they are called "Dr."."""
    return any(vote.kind not in _CIRCUMSTANTIAL for vote in case.votes)


def features(case: Case, kind: SourceType) -> Iterator[tuple[str, float]]:
    """Yield names and values of the features for a type; none reads a party, a country, a sex or a name.

    A source's own words, and the list of public figures, count only if the page does not say who the source is.
    """
    counts: dict[str, int] = {}
    for vote in case.votes:
        if vote.type == kind:
            counts[vote.kind] = counts.get(vote.kind, 0) + 1
    for name, count in counts.items():
        yield f"vote {name}", 1 + _AGAIN * min(count - 1, _MOST_AGAIN)
    if kind in case.elsewhere:
        yield ("elsewhere" if case.votes else "elsewhere alone"), case.elsewhere[kind]
    if kind == case.figure and not page_tells(case):
        yield "figure", 1.0
    yield f"{case.situation}: {kind}", 1.0
    for sign in () if case.votes else case.signs:
        yield f"{sign}: {kind}", 1.0
