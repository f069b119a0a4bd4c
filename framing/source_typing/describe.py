"""From rows to entities: each gets its type from all its evidence, its party and its identity."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from framing.article import Article
from framing.attribution import Attribution, Identity, SourceType
from framing.entities import Row, Table
from framing.entity import Entity, EntityKind, Known
from framing.expressions import expression
from framing.source_typing.case import Case, Told, said_by_mention, signs_of, situation_of
from framing.source_typing.identities import identity_of
from framing.source_typing.judge import TypeModel, judged, load_type_model
from framing.source_typing.nouns import KIN
from framing.source_typing.open_data import OpenData
from framing.source_typing.party_votes import party_of, with_party
from framing.source_typing.relations import Relation, find_relation
from framing.source_typing.spoken_for import with_relations
from framing.source_typing.vote import Vote
from framing.source_typing.votes import votes_of
from framing.source_typing.words import TypingWords
from framing.spans import Span

__all__ = ["Described", "describe"]

_WITHOUT_PARTY = frozenset(
    {"media", "document", "international_organisation", "judiciary", "military", "law_enforcement"}
)
"""Types of bodies without a party, even if their names or mentions hold a party's word."""
_KIN = expression(rf"(?!famil)(?:{KIN})", re.IGNORECASE)
_WITH_PRESIDENTS = frozenset({"business", "expert", "media", "ngo"})
"""What public figures are who are presidents of no state: a page may not say of what in front of the name."""
_GOVERNOR = expression(r"Gov(?:ernor|\.)?")
_WELL_KNOWN = 2.0
"""How strongly other articles must speak for any type, as ``OpenData.elsewhere`` counts, for somebody to be known."""
_BY_OTHERS = frozenset({"aide", "speaks"})
"""Kinds of votes that tell whose somebody is, and no more than that of what they are."""


class Described(NamedTuple):
    """The entities of an article.

    Attributes:
        entities: In the order of their first mentions.
        of_row: The entity of each row of the table that has one.
        cases: The evidence for each entity's type.
    """

    entities: tuple[Entity, ...]
    of_row: dict[int, int]
    cases: tuple[Case, ...]


class _Outside(NamedTuple):
    """What other articles, and the list of public figures, say of a row."""

    elsewhere: Mapping[SourceType, float]
    figure: SourceType | None

    @property
    def is_known(self) -> bool:
        """Whether they tell what somebody is."""
        return self.figure is not None or sum(self.elsewhere.values()) >= _WELL_KNOWN


class _Judgement(NamedTuple):
    type: SourceType
    confidence: float
    party: str | None
    evidence: tuple[Span, ...]
    known: Known | None
    called: str
    case: Case
    bearer: Literal["person", "body"] | None


def describe(
    article: Article,
    table: Table,
    words: TypingWords,
    open_data: OpenData | None,
    attributions: Sequence[Attribution] = (),
    model: TypeModel | None = None,
) -> Described:
    """Return the entities of a table: all sources, and all persons and bodies with a name.

    Args:
        article: The article.
        table: From ``build_table``.
        words: From ``find_words``.
        open_data: What is known from outside of the article; ``None`` if it is switched off.
        attributions: With their sources' spans; what sources say of themselves is evidence.
        model: Another model than the shipped one: training's.
    """
    gathered = _Gathered(
        article, table, words, open_data, said_by_mention(attributions, table.credited), model or load_type_model()
    )
    wanted = [n for n, row in enumerate(table.rows) if row.sources or row.kind in {"person", "body"}]
    judgements = {number: gathered.judgement(number) for number in wanted}
    return _numbered(article, table, wanted, judgements)


class _Gathered:
    """The evidence for all rows, with a first judgement of each that leaves out for whom it speaks."""

    def __init__(
        self,
        article: Article,
        table: Table,
        words: TypingWords,
        open_data: OpenData | None,
        said: Mapping[Span, Sequence[Told]],
        model: TypeModel,
    ) -> None:
        self._article, self._table, self._open_data, self._said, self._model = article, table, open_data, said, model
        self._words = words
        sentences = [sentence.start for sentence in article.sentences]
        self._outside: dict[int, _Outside] = {}
        self._votes: dict[int, list[Vote]] = {}
        self._relations: dict[int, list[Relation]] = {}
        self._parties: dict[int, tuple[str, Span] | None] = {}
        for number, row in enumerate(table.rows):
            if row.sources or row.kind in {"person", "body", "single"}:
                outside = self._outside[number] = self._known_of(row)
                votes, relations = votes_of(article, row, words, model.near), _relations(article, number, row, table)
                if row.kind == "person" and outside.is_known:
                    # Whose wife somebody is tells nothing of her whom readers know.
                    votes = (vote for vote in votes if not _KIN.fullmatch(article.slice(vote.span)))
                    if outside.figure in _WITH_PRESIDENTS:
                        votes = (vote for vote in votes if article.slice(vote.span) != "President")
                    if open_data is not None and open_data.figures.type_of(row.name) == "politician":
                        # Who has governed is called by the title for life; those in office are listed as such.
                        votes = (vote for vote in votes if not _GOVERNOR.fullmatch(article.slice(vote.span)))
                    relations = [relation for relation in relations if relation.sort != "kin"]
                self._votes[number], self._relations[number] = list(votes), relations
                self._parties[number] = party_of(article, row, words, sentences)
        self._cases = {
            number: self._case(number, with_party(article, own, self._parties[number], words.parties))
            for number, own in self._votes.items()
        }
        self._judged = {number: judged(case, model) for number, case in self._cases.items()}
        self._first = {number: judgement[0] for number, judgement in self._judged.items()}

    def _known_of(self, row: Row) -> _Outside:
        """Return what is known of a row from outside of the page."""
        if self._open_data is None:
            return _Outside({}, None)
        return _Outside(self._open_data.elsewhere(row, self._article), self._open_data.figure(row, self._article))

    def _case(self, number: int, votes: Sequence[Vote]) -> Case:
        row, outside = self._table.rows[number], self._outside[number]
        signs = signs_of(self._article, row, self._said)
        return Case(tuple(votes), situation_of(row, votes), signs, outside.elsewhere, outside.figure)

    def judgement(self, number: int) -> _Judgement:
        """Return the type of a row and the evidence for it."""
        row, party, first = self._table.rows[number], self._parties[number], self._first
        own = with_relations(self._votes[number], self._relations[number], first, self._table.rows)
        own = with_party(self._article, own, party, self._words.parties)
        before = self._cases[number]
        case = before._replace(votes=tuple(own), situation=situation_of(row, own))
        if not own and not case.elsewhere and case.figure is None:
            case, known = self._by_gazetteer(row, case)
        else:
            known = None
        # Most rows have no relation, and are judged as they were before.
        kind, confidence, told = self._judged[number] if case == before else judged(case, self._model)
        told_here = any(vote.type == kind for vote in own)  # open data only weighs the page's own words
        elsewhere = case.elsewhere or case.figure
        if self._open_data and not told_here and elsewhere and self._without_open_data(case) != kind:
            known = self._open_data.told_elsewhere(row, case, kind)
        if kind == "other":
            known = None
        if row.kind != "person" and party and kind in _WITHOUT_PARTY:
            party = None
        evidence = tuple(dict.fromkeys(vote.span for vote in told[:1]))
        if party and party[1] not in evidence:
            evidence = (*evidence, party[1])
        bearer = self._open_data.bearer(row) if self._open_data else None
        if "reports" in case.signs and not own and kind == "media":
            bearer = "body"
        if any(vote.kind == "signed" and vote.type == kind for vote in own):
            bearer = "person"
        return _Judgement(
            kind,
            confidence,
            party[0] if party else None,
            evidence,
            known,
            "" if known else _called(told or own),
            case,
            bearer,
        )

    def _without_open_data(self, case: Case) -> str:
        return judged(case._replace(elsewhere={}, figure=None), self._model)[0]

    def _by_gazetteer(self, row: Row, case: Case) -> tuple[Case, Known | None]:
        """Add the vote of open data on a full name, if the row is a source."""
        known: tuple[SourceType, Known] | None = None
        if self._open_data and row.sources and row.kind == "person":
            known = self._open_data.gazetteer.person(row.name, self._article)
        elif self._open_data and row.sources and row.kind == "body":
            known = self._open_data.gazetteer.body(row.name)
        if known is None:
            return case, None
        votes = (Vote("known", known[0], row.sources[0].span),)
        return case._replace(votes=votes, situation=situation_of(row, votes)), known[1]


def _called(votes: Sequence[Vote]) -> str:
    """Return what to call somebody whose type rests on words that readers place here and there; else nothing."""
    own = [vote for vote in votes if vote.called or vote.kind not in _BY_OTHERS]
    return own[0].called if own and all(vote.called for vote in own) else ""


def _numbered(article: Article, table: Table, wanted: Sequence[int], judgements: dict[int, _Judgement]) -> Described:
    order = sorted(wanted, key=lambda number: _mentions(table.rows[number])[0])
    entities: list[Entity] = []
    of_row: dict[int, int] = {}
    for number in order:
        row, own = table.rows[number], judgements[number]
        identity = identity_of(article, row, own.type, own.bearer)
        of_row[number] = len(entities)
        entities.append(
            Entity(
                id=len(entities),
                name=row.name,
                kind=_kind(row, identity),
                type=own.type,
                confidence=round(own.confidence, 4),
                party=own.party,
                identity=identity,
                roles=tuple(dict.fromkeys(role.span for role in row.roles if role.place != "member")),
                mentions=_mentions(row),
                evidence=own.evidence,
                known=own.known,
                called=own.called,
            )
        )
    return Described(tuple(entities), of_row, tuple(judgements[number].case for number in order))


def _mentions(row: Row) -> tuple[Span, ...]:
    return tuple(sorted({*(name.span for name in row.names), *(source.span for source in row.sources)}))


def _kind(row: Row, identity: Identity) -> EntityKind:
    if identity == "document":
        return (
            "poll"
            if {"poll", "survey", "polls", "surveys", "%", "percent"} & set(row.name.lower().split())
            else "document"
        )
    if row.kind in {"person", "place"}:
        return row.kind  # type: ignore[return-value]
    if row.kind == "body" or identity == "named_organisation":
        return "body"
    return "group" if row.plural or identity == "unnamed_group" else "person"


def _relations(article: Article, number: int, row: Row, table: Table) -> list[Relation]:
    def may_be(row_number: int) -> bool:
        return table.rows[row_number].kind in {"person", "body", "single"}

    phrases = [phrase.span for phrase in row.phrases] + [role.span for role in row.roles]
    relations = (find_relation(article, phrase, table.clusters, number, may_be) for phrase in phrases)
    return [relation for relation in relations if relation is not None]
