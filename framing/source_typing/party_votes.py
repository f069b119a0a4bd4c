"""The party of an entity, and what it tells of the entity's type."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from framing.article import Article
from framing.entities import Row
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.source_typing.parties import Allegiance, party_around, party_within
from framing.source_typing.vote import Vote
from framing.source_typing.words import TypingWords
from framing.spans import Span

__all__ = ["party_of", "with_party"]

_SHARED_OFFICES = frozenset({"government", "business"})
"""Types of offices that members of a party may also hold for it (aides, officials)."""
_OFFICES = frozenset({"office", "post"})
"""Kinds of votes for such offices."""
_MAY_BE_A_PARTY_S = frozenset({"ngo", "business"})
"""Types of nouns whose bearers a party's word in front makes its people."""
_PARTY_STAFF = expression(r"officials?|aides?|staffers?|staff", re.IGNORECASE)
"""Offices that a party's people hold in it; a "Reform mayor" is the town's."""
_ADVISES = expression(r" (?:[\w-]+ ){0,2}consultants?")
"""Words behind a party's whose bearers work for its campaigns."""
_OPPOSES = expression(
    r" (?:[\w-]+ ){0,2}"
    r"(?:backers?|campaign veterans?|critics?|detractors?|dissenters?|hawks?|moderates?|opponents?|rebels?"
    r"|s[ck]eptics?)"
)
"""Words behind a party's whose bearers fight over it in public: "Reform trade opponents"; its supporters only vote."""
_UNLIKE_OFFICE = frozenset({"business", "expert", "ngo", "citizen", "affected_person", "media", "document"})
"""Types that a party's letter ("D-Minn.") rules out, because only holders of an office have one."""
_BEFORE, _BEHIND = 70, 140
"""Characters in front of and behind a name in which its bearer's party is looked for. Set by hand."""


def with_party(
    article: Article, votes: Sequence[Vote], party: tuple[str, Span] | None, parties: Sequence[Match] = ()
) -> list[Vote]:
    """Add the vote of a party if no other vote is as strong. A party's letter removes votes that it rules out.

    Args:
        article: The article.
        votes: The entity's other votes.
        party: The entity's party, and the words that tell it.
        parties: Names of parties, in text order: a page may call somebody "the Reform consultant" more than once.
    """
    own = list(votes)
    if party is None:
        return own
    ends = {party[1].end, *(hit.end for hit in parties if hit.entry.category == party[0])}
    # "Democratic activists", "a Republican donor": whose they are tells what they are.
    own = [
        vote
        for vote in own
        if not (vote.span.start == party[1].end + 1 and _may_be_a_partys(article, vote))
        and not any(_ADVISES.fullmatch(article.text, end, vote.span.end) for end in ends)
        and not (vote.type == "citizen" and _OPPOSES.fullmatch(article.text, party[1].end, vote.span.end))
    ]
    letter = article.text[party[1].start + 1 : party[1].start + 2] in set("-–—)]")
    shared = all(vote.kind == "near" or (vote.kind in _OFFICES and vote.type in _SHARED_OFFICES) for vote in own)
    if letter:
        own = [vote for vote in own if vote.type not in _UNLIKE_OFFICE]
    if shared or letter:
        own.append(Vote("party", "politician", party[1]))
    return own


def _may_be_a_partys(article: Article, vote: Vote) -> bool:
    """Return whether a party's word in front makes people its own: "Reform activists", "Labour officials"."""
    official = vote.type == "government" and _PARTY_STAFF.fullmatch(article.slice(vote.span)) is not None
    return official or vote.type in _MAY_BE_A_PARTY_S


def party_of(article: Article, row: Row, words: TypingWords, sentences: Sequence[int]) -> Allegiance | None:
    """Return the party of an entity. Around a name it is looked for only if a person bears the name.

    What stands beside a name ("Holm, I-Vt.") goes before what a description calls its bearer ("the democrat").
    """
    named = _party_beside(article, row, words, sentences) if row.kind in {"person", "single"} else None
    if named:
        return named
    own = [phrase.span for phrase in row.phrases]
    own += [name.span for name in row.names[:1]] if row.kind == "body" else []
    return next(filter(None, (party_within(article, span, words.parties) for span in own)), None)


def _party_beside(article: Article, row: Row, words: TypingWords, sentences: Sequence[int]) -> Allegiance | None:
    """Return the party that a person's names have beside them, or a title that joined names share."""
    for name in row.names:
        sentence = article.sentences[max(bisect_right(sentences, name.span.start) - 1, 0)]
        window = Span(max(sentence.start, name.span.start - _BEFORE), min(sentence.end, name.span.end + _BEHIND))
        around = party_around(article, window, name.span, words.parties, words.roles)
        if around:
            return around
    for role in row.roles:
        # A title that joined names share stands in front of the first: "Democratic Sens. Ada Holm and Rolf Kirk".
        shared = role.place == "title" and all(role.span.end + 1 != name.span.start for name in row.names)
        within = party_within(article, role.span, words.parties) if shared else None
        if within:
            return within
    return None
