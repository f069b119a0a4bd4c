"""The votes on the type of an entity: all that the page says about it, in a few kinds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.article import Article
from framing.attribution import SourceType
from framing.entities.authors import PRINTED
from framing.entities.mentions import Mention
from framing.entities.rows import Row
from framing.entities.shares import is_share
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.modelling.canonical import canonical_words
from framing.segmenting.words import find_tokens
from framing.source_typing.bodies import hits_inside, text_by_ending, type_by_ending, type_by_opening
from framing.source_typing.body_votes import without_corrected
from framing.source_typing.circumstances import at_home, befallen, what_befell
from framing.source_typing.clues import Clue, best_clue, is_vague
from framing.source_typing.crowds import crowd_of, tells_a_side
from framing.source_typing.honorifics import honorific_kind, is_clerical
from framing.source_typing.occupations import studies, what_they_do
from framing.source_typing.vote import Vote, VoteKind
from framing.source_typing.words import TypingWords
from framing.spans import Span

__all__ = ["votes_of"]

_REACH = 60
"""Characters behind an apposition in which the office's body may stand: "director for this, that and more at X". Set by
hand."""
_WRITTEN = expression(r"(?:\w+ )?(?:[\w-]+ )?(?:piece|essay|op-ed|column|editorial)", re.IGNORECASE)
"""Texts, as the names of rows: the page does not tell who wrote them."""
_OWN_PARTY = expression(
    r"[^.;:“”]{0,80}\b(?:said|says|told \w+(?: \w+){0,2}?|\w+ed)(?: that)? (?P<party>(?:his|her|their) party)\b"
)
"""Words behind the name of a party's leader: "said his party received nothing"."""
_LEADS = expression(r"\b(?:chair\w*|leader|head|founder|secretary|spokes\w+|candidate|president)\b", re.IGNORECASE)
_MADE = expression(r" (?:released|provided|quoted|obtained|published|issued|compiled|conducted|commissioned) by ")
"""Verbs of making public: their object is a document if its noun tells no other type."""
_QUOTED_BEFORE = expression(r"(?:^|\n|[”\"]) ?(?:[—–-]+ ?)?\Z")
"""In front of a signature: a new line, or the end of a quotation."""
_SIGNED = expression(r", (?P<outlet>(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |the |and )?[A-Z][\w.&’'-]*){0,4})(?=\n|\Z)")
"""A writer's outlet behind the name, in a signature below what they wrote."""
_HEAD_NOUN = expression(
    r"(?:(?!(?:of|in|for|at|with|from|to|on|by|against|who|that|which|about|into)\b)[\w’'.-]+ )*?"
    r"(?P<noun>[A-Za-z][a-z-]+)"
    r"(?=$|[,.;:)”\"]| (?:of|in|for|at|with|from|to|on|by|against|who|that|which|about|into)\b)"
)
"""The last noun in front of a preposition, a clause or the end."""
_PRESS = expression(
    r"(?:(?:several|numerous|many|multiple|some|other|earlier|previous|recent|published|local|media|news|press) )*"
    r"(?:reports|stories|articles)",
    re.IGNORECASE,
)
"""What others have reported: who wrote it is not told, but that it was the press."""
_STATE = expression(
    r"(?:the )?(?:state|city|town|county|kingdom|republic|province|commonwealth|government) of (?:the )?(?-i:[A-Z]).*"
    r"|(?:[\w-]+ ){1,2}(?:U\.S\. )?(?:states|counties|cities|nations|countries|governments)",
    re.IGNORECASE,
)
"""A state or another unit that is named by its kind, or counted: "the state of Norland", "forty states"."""
_NO_BODY = frozenset({"document", "citizen", "affected_person"})
"""Types of nouns that name no body, though a body's name may hold them."""
_OWNS = ("’s", "'s", "s’", "s'")


def votes_of(article: Article, row: Row, words: TypingWords, near: Mapping[str, SourceType]) -> Iterator[Vote]:
    """Yield the votes on an entity's type, without those of relations and parties, which come later.

    Args:
        article: The article.
        row: The entity's row.
        words: The article's titles and nouns for sources.
        near: Types of nouns that no lexicon lists.
    """
    votes = without_corrected(article, row, list(_told(article, row, words)))
    yield from votes
    if not votes:
        yield from _near(article, row, near)


def _told(article: Article, row: Row, words: TypingWords) -> Iterator[Vote]:
    """Yield the votes of lexicons and forms."""
    yield from _printed(article, row)
    knowing = [phrase for phrase in row.phrases if is_vague(article, phrase.span)]
    told_more = {phrase.name.rsplit(maxsplit=1)[-1] for phrase in row.phrases if " " in phrase.name}
    for phrase in row.phrases:
        # "Officials" may be "police officials", and "these people" those who are "familiar with the talks".
        if phrase.name not in told_more:
            told = _of_phrase(article, phrase, row, words)
            yield from () if told is None or (told.kind == "crowd" and knowing and phrase not in knowing) else (told,)
            yield from befallen(article, phrase.span, phrase.span.start)
    yield from _of_roles(article, row, words)
    yield from _of_name(article, row, words)


def _of_phrase(article: Article, phrase: Mention, row: Row, words: TypingWords) -> Vote | None:
    """Return the vote of a source mention that describes somebody."""
    if is_share(article.slice(phrase.span)):
        return Vote("share", "document", phrase.span)
    if _PRESS.fullmatch(phrase.name):
        return Vote("phrase", "media", phrase.span)
    clue = best_clue(article, phrase.span, words.roles)
    made = _MADE.search(article.text, *phrase.span)
    if made and (clue is None or clue.span.start > made.start()):
        return Vote("made", "document", Span(made.start() + 1, made.end() - 1))
    if clue:
        side = clue.type == "citizen" and tells_a_side(article.slice(clue.span))
        return Vote("crowd" if side else _kind_of(clue, "post", "phrase"), clue.type, clue.span, clue.called)
    if _WRITTEN.fullmatch(row.name):
        return Vote("phrase", "document", phrase.span)
    if _is_country(phrase.name) or _is_seat(article, phrase.span, words.seats) or _STATE.fullmatch(phrase.name):
        return Vote("place", "government", phrase.span)
    return crowd_of(article, phrase.span, words.roles)


def _printed(article: Article, row: Row) -> Iterator[Vote]:
    """Yield votes for an outlet and its writers: "the Tarn24 story", "Ada Holm, Tarn24"."""
    for name in row.names if row.kind in {"person", "body"} else ():
        outlet = _SIGNED.match(article.text, name.span.end)
        if outlet and _QUOTED_BEFORE.search(article.text[max(name.span.start - 4, 0) : name.span.start]):
            yield Vote("signed", "media", Span(*outlet.span("outlet")))
    for source in row.sources if row.kind in {"body", "single"} else ():
        printed = PRINTED.search(article.text, *source.span)
        if printed:
            yield Vote("printed", "media", Span(*printed.span()))


def _near(article: Article, row: Row, near: Mapping[str, SourceType]) -> Iterator[Vote]:
    """Yield votes of head nouns that no lexicon lists, by the listed nouns that are used like them."""
    spans = [phrase.span for phrase in row.phrases] + [role.span for role in row.roles if role.place != "member"]
    for span in () if any(is_vague(article, span) for span in spans) else spans:
        head = _HEAD_NOUN.match(article.text, *span)
        if (
            head
            and (kind := near.get(head.group("noun").lower()))
            and not (row.kind == "person" and kind == "document")
        ):
            yield Vote("near", kind, Span(*head.span("noun")))


def _of_roles(article: Article, row: Row, words: TypingWords) -> Iterator[Vote]:
    """Yield the votes of titles and appositions, each wording once. A person is never a document."""
    nouns = [hit for hit in words.roles if hit.entry.category != "document"] if row.kind == "person" else words.roles
    bodies = [hit for hit in nouns if hit.entry.category not in _NO_BODY]
    seen: set[tuple[str, str]] = set()
    told = sure = of_party = False
    party = _own_party(article, row)
    if party:
        # The office is the party's, whether or not its name says that it is one.
        nouns = [hit for hit in nouns if hit.entry.category not in {"business", "ngo"}]
        yield Vote("party", "politician", party)
    for role in row.roles:
        written = article.slice(role.span)
        if (role.place, written) in seen:
            continue
        seen.add((role.place, written))
        # "The harbour master, Ada Holm" tells what "Ada Holm, the harbour master" does.
        beside: VoteKind = "apposition" if role.place == "inverted" else role.place
        reach = role.span.end + _REACH if role.place == "apposition" else 0
        if role.place == "member":
            yield from _of_member(article, role.span, bodies, told=told)
            continue
        clue = _clue_of(article, role.span, nouns, reach)
        if clue and clue.type == "politician" and any(hit.start == clue.span.start for hit in words.parties):
            # "Mayor Ada Holm, a Reformer": a party tells whose she is, and what only where nothing else does.
            of_party = True
            continue
        told, sure = told or clue is not None, sure or _is_sure(clue)
        if role.place == "title" and written.endswith(_OWNS):
            yield from _of_owner(article, role.span, nouns)
        elif clue:
            honorific = role.place == "title" and honorific_kind(article, clue.span)
            yield Vote(honorific or _kind_of(clue, "office", beside), clue.type, clue.span, clue.called)
            yield from _before(article, Span(role.span.start, clue.span.start), words.roles) if honorific else ()
        elif ending := type_by_ending(article, role.span):
            told = sure = True
            yield Vote(beside, ending.type, ending.span)
    yield from () if sure else what_they_do(article, row, words.roles)
    if row.kind == "person" and not told and not of_party:
        yield from at_home(article, row, words.roles)


def _clue_of(article: Article, role: Span, nouns: Sequence[Match], reach: int) -> Clue | None:
    """Return what a role tells; an office of the clergy gives way to any in front of it: "Supreme Leader Ayatollah"."""
    if studies(article, role):
        return Clue(role, "citizen", 0)
    clue = best_clue(article, role, nouns, reach)
    if clue is None or not is_clerical(article, clue.span):
        return clue
    return best_clue(article, Span(role.start, clue.span.start), nouns) or clue


def _before(article: Article, rest: Span, roles: Sequence[Match]) -> Iterator[Vote]:
    """Yield the vote of what stands in front of an honorific: "Health Commissioner Dr. Ada Holm"."""
    more = best_clue(article, rest, roles) if rest.end > rest.start else None
    if more:
        yield Vote("title", more.type, more.span)


def _of_member(article: Article, body: Span, bodies: Sequence[Match], *, told: bool) -> Iterator[Vote]:
    """Yield the vote of the body behind a name: "Ada Holm of the Tarn Centre". A party's gives way to any office."""
    where = type_by_opening(article, body) or best_clue(article, body, bodies) or type_by_ending(article, body)
    if where and not (told and where.type == "politician"):
        yield Vote("member", where.type, where.span)


def _is_sure(clue: Clue | None) -> bool:
    """Return whether a clue tells enough that a clause behind the name need not be asked."""
    return clue is not None and not clue.shared


def _kind_of(clue: Clue, shared: VoteKind, otherwise: VoteKind) -> VoteKind:
    """Return the kind of vote of a clue: an office that many bodies have tells less, a lawyer's practice even less."""
    if not clue.shared:
        return otherwise
    return "practice" if clue.type == "expert" else shared


def _own_party(article: Article, row: Row) -> Span | None:
    """Return the words that show that somebody holds an office of a party."""
    matches = (_OWN_PARTY.match(article.text, name.span.end) for name in row.names)
    party = next((match for match in matches if match), None)
    leads = party and any(_LEADS.search(article.slice(role.span)) for role in row.roles)
    return Span(*party.span("party")) if party and leads else None


def _of_owner(article: Article, title: Span, roles: Sequence[Match]) -> Iterator[Vote]:
    """Yield the vote of the body in front of a person: "the Ostvale Times' Rolf King"."""
    owners = hits_inside(roles, _with_article(article, title))
    name = Span(title.start, title.end - 1 - (article.text[title.end - 1] == "s"))
    if owners:
        yield Vote("owner", owners[-1].entry.category, Span(owners[-1].start, owners[-1].end))  # type: ignore[arg-type]
    elif ending := type_by_ending(article, _with_article(article, name)):
        yield Vote("owner", ending.type, ending.span)


def _of_name(article: Article, row: Row, words: TypingWords) -> Iterator[Vote]:
    """Yield the votes of a body's own name, and of what happened to a person."""
    if row.kind in {"body", "single"}:
        yield from _told_by_name(article, row, words.roles)
    if row.kind == "place" or (row.kind in {"body", "single"} and _is_country(row.name)):
        span = (row.sources or row.phrases)[0].span if (row.sources or row.phrases) else row.names[0].span
        yield Vote("place", "government", span)
    elif row.kind in {"body", "single", "person"}:
        # A surname that is a seat's name too ("Holm Washington") stands for nobody's government.
        seats = row.names if row.kind != "person" or article.slice(row.names[0].span) == row.name else ()
        seat = next(
            (name.span for name in seats if name.span in words.seats and article.slice(name.span) == row.name), None
        )
        if seat:
            yield Vote("seat", "government", seat)
    if row.kind in {"person", "single"}:
        yield from what_befell(article, row)


def _told_by_name(article: Article, row: Row, roles: Sequence[Match]) -> Iterator[Vote]:
    hits = [hit for name in row.names for hit in hits_inside(roles, _with_article(article, name.span))]
    hits = [hit for hit in hits if not (hit.entry.key.startswith("titles/") and row.kind == "single")]
    if row.kind == "body":
        # "Campaign for Tarn Kids" is no child, "Centre for Tarn Research" no text.
        hits = [hit for hit in hits if hit.entry.category not in _NO_BODY]
    if any(type_by_opening(article, name.span) for name in row.names):
        # What stands behind "Union of" are its members; only an entry for the whole name tells another type.
        starts = {_with_article(article, name.span).start for name in row.names}
        hits = [hit for hit in hits if hit.start in starts]
    ends = {name.span.end for name in row.names}
    head = next((hit for hit in hits if hit.end in ends), None)
    ending = next((body for name in row.names if (body := type_by_ending(article, name.span))), None)
    texts = (text_by_ending(article, name.span) for name in row.names if row.kind == "body")
    text = next((text for text in texts if text), None)
    if head or (hits and not ending and not text):
        hit = head or hits[0]
        yield Vote("name", hit.entry.category, Span(hit.start, hit.end))  # type: ignore[arg-type]
    elif ending:
        yield Vote("ending", ending.type, ending.span)
    elif text:
        yield Vote("ending", "document", text)


def _with_article(article: Article, span: Span) -> Span:
    """Return a name's span with "the" in front, which some outlets' entries have."""
    return (
        Span(span.start - 4, span.end) if article.text[max(span.start - 4, 0) : span.start].lower() == "the " else span
    )


def _is_country(name: str) -> bool:
    words = canonical_words(find_tokens(name).texts)
    return words[-1:] == ["<country>"] and set(words[:-1]) <= {"south", "north", "new", "the", "<country>"}


def _is_seat(article: Article, span: Span, seats: frozenset[Span]) -> bool:
    """Return whether a mention is a seat of government, with nothing but further names: "Ostvale and Tarn"."""
    return any(
        seat.start == span.start and (seat.end == span.end or article.text.startswith((",", " and "), seat.end))
        for seat in seats
    )
