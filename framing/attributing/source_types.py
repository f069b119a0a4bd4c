"""What kind of source each is: type, party and identity, with the words that decided.

Evidence is looked for in the mention, then in what the article says of the name elsewhere (a title in front of it, an
apposition beside it), then in what befell the source. Nothing is read from a person's name.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attributing.allegiances import party_around, party_within
from framing.attributing.bodies import type_by_ending
from framing.attributing.clues import Clue, clues_around, clues_in_phrase
from framing.attributing.identities import identity_of, is_share
from framing.attributing.mentions import Mention
from framing.attributing.names import bare_name, named_places
from framing.attribution import Identity, Source, SourceType
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match, comparable_article, find
from framing.modelling.canonical import canonical_words
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["describe"]

_BEFELL = re.compile(
    r"\bwhose (?:(?:own|late|young|elderly|older|younger) )?(?:home|house|apartment|flat|farm|shop|store|son|"
    r"daughter|child|children|husband|wife|father|mother|brother|sister|parents|family|village|cousin|uncle|aunt|friend|crops?|land)\b"
    r"|\bwho (?:was|were|had been|has been) (?:injured|wounded|hurt|displaced|evicted|evacuated|shot|hit|"
    r"trapped|rescued|laid off|fired|detained|deported|infected|diagnosed)\b"
    r"|\bwho (?:lost (?:his|her|their|a)|survived|fled|escaped)\b"
)
_SURNAME = re.compile(r" ([A-Z][\w’'-]+)(?! [A-Z])")
"""One capitalised word behind a title."""
_UNLIKE_OFFICE = frozenset({"business", "expert", "ngo", "citizen", "affected_person", "media", "document"})
"""Types that yield to a party's letter ("D-Minn."), which only holders of an office bear."""
_CHAIRS = re.compile(r"[Cc]hair(?:m[ae]n|wom[ae]n)?$")
"""Who chairs something and bears a party chairs a committee."""
_APOLITICAL = frozenset({"media", "document", "international_organisation", "judiciary", "military", "law_enforcement"})
"""Types of bodies that belong to no party, though their names or mentions may hold one's word."""
_APPOSITION = 140
_BEFORE = 70


class _Hits(NamedTuple):
    """Lexicon hits of the article in text order: titles and nouns of sources, parties, and seats of government."""

    roles: Sequence[Match]
    parties: Sequence[Match]
    seats: frozenset[Span]


class _Place(NamedTuple):
    """A name where the article may say who bears it, and the words around it."""

    window: Span
    name: Span
    titled: bool = False


def describe(article: Article, mentions: Mapping[Span, Mention], names: Mapping[Span, str]) -> dict[Span, Source]:
    """Return each source mention as a source with name, type, party, identity and evidence.

    Args:
        article: The article.
        mentions: What each mention is.
        names: Its canonical name.
    """
    words = comparable_article(article.tokens, article.sentences)
    indexes = shipped_indexes()
    titles = [_without_people(article, hit) for hit in find(words, indexes["title"])]
    parties = sorted(find(words, indexes["party"]), key=_in_order)
    found = [_without_people(article, hit) for hit in find(words, indexes["source_type"])]
    nouns = _without_adjectives(found, titles, parties)
    seats = {(hit.start, hit.end) for hit in nouns if hit.entry.key.startswith("seats_of_government/")}
    roles = _whole(sorted((hit for hit in (*nouns, *titles) if (hit.start, hit.end) not in seats), key=_in_order))
    hits = _Hits(roles, parties, frozenset(Span(*seat) for seat in seats))
    contexts = _contexts(article, names, hits.roles)
    result: dict[Span, Source] = {}
    by_name: dict[str, tuple[SourceType, str | None, tuple[Span, ...]]] = {}
    known: dict[str, Identity] = {}
    for place in named_places(article):
        known[place.name] = "named_person" if place.kind == "person" else "named_organisation"
    mentions_of: dict[str, list[Mention]] = {}
    for span, mention in sorted(mentions.items()):
        mentions_of.setdefault(names[span], []).append(mention)
    for name, own in mentions_of.items():
        places = contexts[name]
        titled = any(place.titled for place in places)
        if titled and any(mention.kind == "name" for mention in own):
            known[name] = "named_person"
        person = any(mention.kind == "person" for mention in own) or known.get(name) == "named_person"
        by_name[name] = _judged(article, own, places, hits, person=person)
    for span, mention in sorted(mentions.items()):
        kind, party, evidence = by_name[names[span]]
        identity = identity_of(article, mention, names[span], kind, known)
        known.setdefault(names[span], identity)
        result[span] = Source(span, names[span], kind, party, identity, evidence)
    return result


def _whole(hits: Sequence[Match]) -> list[Match]:
    """Leave out hits that begin inside another: "Tarn Research Council President" is no council president."""
    kept: list[Match] = []
    for hit in hits:
        if not any(other.start < hit.start < other.end < hit.end for other in kept[-3:]):
            kept.append(hit)
    return kept


def _in_order(hit: Match) -> tuple[int, int]:
    return hit.start, hit.end


def _without_people(article: Article, hit: Match) -> Match:
    """Leave the people's adjective out of a hit: the evidence is "government" for "French" and "Kenyan" ones alike.

    Only some countries' bodies have an entry of their own.
    """
    if not article.text[hit.start].isupper():
        return hit
    tokens = find_tokens(article.slice((hit.start, hit.end)))
    people = len(tokens) > 1 and canonical_words(tokens.texts, [0])[0] in {"<demonym>", "<country>"}
    return hit._replace(start=hit.start + tokens.starts[1]) if people else hit


def _without_adjectives(nouns: Sequence[Match], titles: Sequence[Match], parties: Sequence[Match]) -> list[Match]:
    """Leave out a party's noun in front of another noun: in "a Republican mayor" the mayor decides the type.

    Without this, parties whose adjective is also a noun ("Republican") would make other types than those whose
    adjective is not ("Democratic").
    """
    named = {hit.start for hit in parties}
    opened = {hit.start for hit in (*nouns, *titles)}
    return [hit for hit in nouns if hit.start not in named or hit.end + 1 not in opened]


def _contexts(article: Article, names: Mapping[Span, str], roles: Sequence[Match]) -> dict[str, list[_Place]]:
    """For each name, the places where the article says who it is.

    A surname behind a title ("President Orr") counts for the full name that the article gives first for it.
    """
    by_name: dict[str, list[Span]] = {}
    by_surname: dict[str, list[Span]] = {}
    full: dict[str, str] = {}
    for place in named_places(article):
        by_name.setdefault(place.name, []).append(place.span)
        if place.kind == "person":
            full.setdefault(place.name.split()[-1], place.name)
    for hit in roles:
        titled = _SURNAME.match(article.text, hit.end)
        if titled and hit.entry.key.startswith("titles/"):
            by_surname.setdefault(bare_name(titled.group(1)), []).append(Span(*titled.span(1)))
    sentences = [sentence.start for sentence in article.sentences]
    found: dict[str, list[_Place]] = {}
    for name in set(names.values()):
        found[name] = [_Place(_window(article, sentences, span), span) for span in by_name.get(name, [])]
        for part in name.split(" and "):
            surname = part.split()[-1] if part.strip() else ""
            whole = full.get(surname, part)
            if whole == part or whole != name:
                spans = [*by_surname.get(surname, []), *(by_name.get(whole, []) if whole != name else [])]
                found[name] += [_Place(_window(article, sentences, span), span, titled=True) for span in spans]
    for span, name in names.items():
        start = article.text.rfind(name.split()[-1], span.start, span.end) if name.split() else -1
        if start >= 0:
            end = start + len(name.split()[-1])
            found[name].append(_Place(_window(article, sentences, Span(start, end)), Span(start, end)))
    return found


def _window(article: Article, sentences: Sequence[int], span: Span) -> Span:
    sentence = article.sentences[max(bisect_left(sentences, span.start + 1) - 1, 0)]
    end = max(min(sentence.end, span.end + _APPOSITION), span.end)
    return Span(max(sentence.start, span.start - _BEFORE), end)


def _judged(
    article: Article, own: Sequence[Mention], contexts: Sequence[_Place], hits: _Hits, *, person: bool
) -> tuple[SourceType, str | None, tuple[Span, ...]]:
    """Return type, party and evidence of one source from all its mentions and the places of its name."""
    spans = [mention.span for mention in own]
    shares = [span for span in spans if is_share(article.slice(span))]
    told = [clue for span in shares for clue in clues_in_phrase(article, span, hits.roles)]
    if shares and all(clue.type == "citizen" or _is_member(clue, hits.parties) for clue in told):
        return "citizen", _one_party(article, own, [], hits, person=False)[0], (shares[0],)
    clues: list[Clue] = []
    for span in spans if not person else ():
        clues += clues_in_phrase(article, span, hits.roles)
    for place in contexts:
        clues += clues_around(article, place.window, place.name, hits.roles)
    party, place_of_party = _one_party(article, own, contexts, hits, person=person)
    if not clues:
        clues = [clue for place in contexts for clue in _affected(article, place.window, place.name)]
        clues += [clue for span in spans for clue in _affected(article, span, Span(span.start, span.start))]
        clues += [
            Clue(one.span, "government", 0)
            for one in own
            if one.kind == "country" or _is_country(one.name) or (not person and _is_seat(article, one, hits.seats))
        ]
        endings = (type_by_ending(article, place.name) for place in contexts if not person)
        clues += [Clue(*ending, 1) for ending in endings if ending]
    best = min(clues, key=lambda clue: clue.rank, default=None)
    by_letter = place_of_party is not None and article.text[place_of_party.start + 1] in "-–—)]"
    chairs = best is not None and best.type == "business" and party and _CHAIRS.search(article.slice(best.span))
    if best is None or chairs or (by_letter and best.type in _UNLIKE_OFFICE):
        return ("politician" if party else "other"), party, (place_of_party,) if place_of_party else ()
    if not person and party and best.type in _APOLITICAL:
        return best.type, None, (best.span,)
    second = (place_of_party,) if place_of_party and place_of_party != best.span else ()
    return best.type, party, (best.span, *second)


def _is_member(clue: Clue, parties: Sequence[Match]) -> bool:
    """Return whether a clue is a party's own noun: those whom a poll calls "Republicans" are voters."""
    return any(hit.start <= clue.span.start and clue.span.end <= hit.end for hit in parties)


def _one_party(
    article: Article, own: Sequence[Mention], contexts: Sequence[_Place], hits: _Hits, *, person: bool
) -> tuple[str | None, Span | None]:
    """The party of a source; around a name only where a person bears it, since bodies stand beside many parties."""
    for one in own:
        found = party_within(article, one.span, hits.parties) if one.kind == "description" or not person else None
        if found:
            return found
    for place in contexts if person else ():
        found = party_around(article, place.window, place.name, hits.parties, hits.roles)
        if found:
            return found
    return None, None


def _is_country(name: str) -> bool:
    words = canonical_words(find_tokens(name).texts)
    return words[-1:] == ["<country>"] and set(words[:-1]) <= {"south", "north", "new", "the", "<country>"}


def _is_seat(article: Article, mention: Mention, seats: frozenset[Span]) -> bool:
    """Return whether a mention is a seat of government and nothing else: "Ostvale", "Ostvale and Tarn"."""
    return any(
        seat.start == mention.span.start
        and (seat.end == mention.span.end or article.text.startswith((",", " and "), seat.end))
        for seat in seats
    )


def _affected(article: Article, window: Span, name: Span) -> list[Clue]:
    """What befell somebody: "Mara Olsen, whose house burned down"."""
    found = _BEFELL.search(article.text, name.end, window.end)
    return [Clue(Span(*found.span()), "affected_person", 0)] if found else []
