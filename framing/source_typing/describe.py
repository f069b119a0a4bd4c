"""From rows to entities: each gets its type from all its evidence, its party and its identity."""

import re
from bisect import bisect_right
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
from framing.source_typing.open_data import OpenData
from framing.source_typing.parties import party_around, party_within
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


class _Judgement(NamedTuple):
    type: SourceType
    confidence: float
    party: str | None
    evidence: tuple[Span, ...]
    known: Known | None
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
        sentences = [sentence.start for sentence in article.sentences]
        self._votes: dict[int, list[Vote]] = {}
        self._relations: dict[int, list[Relation]] = {}
        self._parties: dict[int, tuple[str, Span] | None] = {}
        for number, row in enumerate(table.rows):
            if row.sources or row.kind in {"person", "body", "single"}:
                self._votes[number] = list(votes_of(article, row, words, model.near))
                self._relations[number] = _relations(article, number, row, table)
                self._parties[number] = _party(article, row, words, sentences)
        self._cases = {
            number: self._case(table.rows[number], _with_party(article, own, self._parties[number]))
            for number, own in self._votes.items()
        }
        self._judged = {number: judged(case, model) for number, case in self._cases.items()}
        self._first = {number: judgement[0] for number, judgement in self._judged.items()}

    def _case(self, row: Row, votes: Sequence[Vote]) -> Case:
        case = Case(tuple(votes), situation_of(row, votes), signs_of(self._article, row, self._said), {})
        if self._open_data is None:
            return case
        elsewhere = self._open_data.elsewhere(row, self._article)
        return case._replace(elsewhere=elsewhere, figure=self._open_data.figure(row))

    def judgement(self, number: int) -> _Judgement:
        """Return the type of a row and the evidence for it."""
        row, party, first = self._table.rows[number], self._parties[number], self._first
        own = with_relations(self._votes[number], self._relations[number], first, self._table.rows)
        own = _with_party(self._article, own, party)
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
        return _Judgement(kind, confidence, party[0] if party else None, evidence, known, case, bearer)

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


def _with_party(article: Article, votes: Sequence[Vote], party: tuple[str, Span] | None) -> list[Vote]:
    """Add the vote of a party if no other vote is as strong. A party's letter removes votes that it rules out."""
    own = list(votes)
    if party is None:
        return own
    # "Democratic activists", "a Republican donor": whose they are tells what they are.
    own = [
        vote
        for vote in own
        if not (vote.span.start == party[1].end + 1 and _may_be_a_partys(article, vote))
        and not _ADVISES.fullmatch(article.text, party[1].end, vote.span.end)
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


def _party(article: Article, row: Row, words: TypingWords, sentences: Sequence[int]) -> tuple[str, Span] | None:
    """Return the party of an entity. Around a name it is looked for only if a person bears the name."""
    for phrase in row.phrases:
        within = party_within(article, phrase.span, words.parties)
        if within:
            return within.party, within.span
    if row.kind not in {"person", "single"}:
        for name in row.names[:1] if row.kind == "body" else ():
            within = party_within(article, name.span, words.parties)
            if within:
                return within.party, within.span
        return None
    for name in row.names:
        sentence = article.sentences[max(bisect_right(sentences, name.span.start) - 1, 0)]
        window = Span(max(sentence.start, name.span.start - _BEFORE), min(sentence.end, name.span.end + _BEHIND))
        around = party_around(article, window, name.span, words.parties, words.roles)
        if around:
            return around.party, around.span
    for role in row.roles:
        # A title that joined names share stands in front of the first: "Democratic Sens. Ada Holm and Rolf Kirk".
        shared = role.place == "title" and all(role.span.end + 1 != name.span.start for name in row.names)
        within = party_within(article, role.span, words.parties) if shared else None
        if within:
            return within.party, within.span
    return None
