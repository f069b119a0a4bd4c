"""The votes of those for whom somebody speaks, or whose kin somebody is."""

from collections.abc import Mapping, Sequence

from framing.attribution import SourceType
from framing.entities import Row
from framing.source_typing.body_votes import DOUBTFUL, PLAIN
from framing.source_typing.relations import Relation
from framing.source_typing.vote import Vote
from framing.spans import Span, overlaps

__all__ = ["with_relations"]

_NOBODY_S = frozenset({"other", "document", "citizen"})
"""Types for which no spokesman speaks."""
_PASS_ON = frozenset({"media", "affected_person"})
"""Types of whoever is named last only because they tell of it, or because it happened to them."""
_PUBLIC = frozenset(
    {
        "government",
        "politician",
        "judiciary",
        "law_enforcement",
        "military",
        "international_organisation",
        "media",
        "business",
    }
)
"""Types of roles that somebody has whoever their kin are."""
_ROLES = frozenset({"title", "apposition", "party"})
"""Kinds of votes of what a page calls somebody by name."""


def with_relations(
    votes: Sequence[Vote],
    relations: Sequence[Relation],
    judgements: Mapping[int, SourceType],
    rows: Sequence[Row],
) -> list[Vote]:
    """Add votes of those for whom an entity speaks. They replace votes of the words that name these others."""
    own = list(votes)
    for relation in relations:
        if relation.sort == "kin":
            if not any(vote.type in _PUBLIC and vote.kind in _ROLES for vote in own):
                own.append(Vote("kin", "affected_person", relation.span))
            continue
        kind = judgements[relation.row] if relation.row is not None and relation.row in judgements else "other"
        if kind == "other" and relation.sort == "lawyer":
            kind = "affected_person"
        if relation.sort == "aide" and kind in _PASS_ON:
            continue
        if relation.sort == "camp" and kind == "government":
            kind = "politician"  # "a Holm insider" is her party's, and no official
        if relation.sort == "works":
            # What the page says of "Open Press" tells more than the word in its name.
            own = [vote._replace(type=kind) if _is_in(vote, relation.span, kind) else vote for vote in own]
            if kind not in _NOBODY_S and not (own and kind == "politician") and not _told_by(own, relation.span):
                own.append(Vote("member", kind, relation.span))
            continue
        if kind not in _NOBODY_S:
            named = [name.span for name in rows[relation.row].names] if relation.row is not None else []
            kept = [vote for vote in own if not any(overlaps(vote.span, span) for span in (relation.span, *named))]
            called = next((vote.called for vote in own if vote.called and vote not in kept), "")
            own = [*kept, Vote("aide" if relation.sort == "aide" else "speaks", kind, relation.span, called)]
    return own


def _is_in(vote: Vote, body: Span, kind: SourceType) -> bool:
    """Return whether a vote is for a word in the name of a body that the page calls otherwise."""
    return kind in PLAIN and vote.kind == "member" and vote.type in DOUBTFUL and overlaps(vote.span, body)


def _told_by(votes: Sequence[Vote], span: Span) -> bool:
    return any(overlaps(vote.span, span) for vote in votes)
