"""What kind of source each is: type, party and identity, with the words that decided.

Evidence is looked for in the mention, then in what the article says of the name elsewhere (a title in front of it, an
apposition behind it). Within a mention the head decides: "a customs memo" is a document, "a spokesman for the police"
speaks for law enforcement. Nothing is read from a person's name.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.attributing.identities import identity_of, is_share
from framing.attributing.mentions import Mention
from framing.attributing.names import NamedPlace, named_places
from framing.attribution import Identity, Source, SourceType
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match, comparable, find
from framing.modelling.canonical import canonical_words
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["describe"]

_LETTER_PARTY = re.compile(r",? ?[(\[]?([DRI])[-–—](?:[A-Z][\w.]*)(?: [A-Z][\w.]*)?")
_MARK = re.compile(r",| ?[(\[]")
"""What stands between a name and its party's letter."""
_PARTY_LETTERS = {"D": "Democratic Party (US)", "R": "Republican Party (US)", "I": "Independent"}
_HEAD_END = re.compile(
    r",| \((?![A-Z.]{2,8}\))|—| (?:who|which|that|with|by|close|familiar) "
    r"| (?:from|in|at|on|for|of|to) (?=(?:the |a |an )?[a-z“\"])"
    r"| (?:from|in|at|on|for|with) (?=the [A-Z])"
)
"""Where a mention's head noun phrase ends; prepositions inside names ("Department of Labor") do not end it."""
_BEFELL = re.compile(
    r"\bwhose (?:(?:own|late|young|elderly|older|younger) )?(?:home|house|apartment|flat|farm|shop|store|son|"
    r"daughter|child|children|husband|wife|father|mother|brother|sister|parents|family|village|cousin|uncle|aunt|friend|crops?|land)\b"
    r"|\bwho (?:was|were|had been|has been) (?:injured|wounded|hurt|displaced|evicted|evacuated|shot|hit|"
    r"trapped|rescued|laid off|fired|detained|deported|infected|diagnosed)\b"
    r"|\bwho (?:lost (?:his|her|their|a)|survived|fled|escaped)\b"
)
_ENDINGS = re.compile(
    r"(?<= )(?:(?P<media>Tribune|Herald|Gazette|Courier|Chronicle|Observer|Guardian|Telegraph|Times|Post|News|Journal|"
    r"Daily|Weekly|Star|Mirror|Examiner|Inquirer|Sentinel|Dispatch|Bulletin|Broadcasting|Press|Radio|TV)"
    r"|(?P<business>Airlines|Airways|Motors|Systems|Solutions|Industries|Technologies|Energy|Pharmaceuticals|Partners|"
    r"Capital|Ventures|Holdings|Group|Inc|Corp|Ltd|LLC|Bank|Co)"
    r"|(?P<ngo>Alliance|Coalition|Society|Trust|Union|Association|Federation|Foundation|League|Watch|Campaign))\Z"
)
_ENDING_TYPES: Mapping[str, SourceType] = {"media": "media", "business": "business", "ngo": "ngo"}
_OFFICE = re.compile(
    r"(?:officials?|aides?|commissioners?|directors?|chiefs?|secretar(?:y|ies)|presidents?|administrators?|envoys?|"
    r"representatives?|advis[eo]rs?)$",
    re.IGNORECASE,
)
_EMPLOYERS = frozenset(
    {"international_organisation", "ngo", "business", "media", "law_enforcement", "military", "judiciary"}
)
_MODIFIES = re.compile(r"(?:[’']s)?(?: (?:[Tt]he|[Hh]igh|[Ss]enior|[Tt]op|[Cc]hief|[A-Z]\w+))* ?")
_APPOSITION = 90
_BEFORE = 70


@dataclass(frozen=True, slots=True)
class _Clue:
    """A lexicon hit that speaks for a type; the nearer to the head the higher its rank."""

    span: Span
    type: SourceType
    rank: int


def describe(article: Article, mentions: Mapping[Span, Mention], names: Mapping[Span, str]) -> dict[Span, Source]:
    """Return each source mention as a source with name, type, party, identity and evidence.

    Args:
        article: The article.
        mentions: What each mention is.
        names: Its canonical name.
    """
    words = comparable(article.tokens, article.sentences)
    indexes = shipped_indexes()
    titles = [_without_people(article, hit) for hit in find(words, indexes["title"])]
    parties = list(find(words, indexes["party"]))
    found = [_without_people(article, hit) for hit in find(words, indexes["source_type"])]
    nouns = _without_adjectives(found, titles, parties)
    contexts = _contexts(article, names)
    result: dict[Span, Source] = {}
    by_name: dict[str, tuple[SourceType, str | None, tuple[Span, ...]]] = {}
    for name in dict.fromkeys(names[span] for span in sorted(mentions)):
        own = sorted(span for span in mentions if names[span] == name)
        person = any(mentions[span].kind == "person" for span in own)
        fitting = [hit for hit in nouns if not (person and hit.entry.key.startswith("seats_of_government/"))]
        countries = [span for span in own if mentions[span].kind == "country"]
        by_name[name] = _judged(article, own, contexts[name], (fitting, titles, parties), countries)
    known: dict[str, Identity] = {}
    for place in named_places(article):
        known[place.name] = "named_person" if place.kind == "person" else "named_organisation"
    for span, mention in sorted(mentions.items()):
        kind, party, evidence = by_name[names[span]]
        identity = identity_of(article, mention, names[span], kind, known)
        known.setdefault(names[span], identity)
        result[span] = Source(span, names[span], kind, party, identity, evidence)
    return result


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


def _contexts(article: Article, names: Mapping[Span, str]) -> dict[str, list[tuple[Span, Span]]]:
    """For each name, the places where the article says who it is: (the words around, the name itself)."""
    by_name: dict[str, list[NamedPlace]] = {}
    for place in named_places(article):
        by_name.setdefault(place.name, []).append(place)
    sentences = [sentence.start for sentence in article.sentences]
    found: dict[str, list[tuple[Span, Span]]] = {}
    for name in set(names.values()):
        windows: list[tuple[Span, Span]] = []
        for place in by_name.get(name, []):
            number = max(bisect_left(sentences, place.span.start + 1) - 1, 0)
            sentence = article.sentences[number]
            start = max(sentence.start, place.span.start - _BEFORE)
            windows.append((Span(start, min(sentence.end, place.span.end + _APPOSITION)), place.span))
        found[name] = windows
    return found


def _judged(
    article: Article,
    own: Sequence[Span],
    contexts: Sequence[tuple[Span, Span]],
    hits: tuple[Sequence[Match], Sequence[Match], Sequence[Match]],
    countries: Sequence[Span],
) -> tuple[SourceType, str | None, tuple[Span, ...]]:
    nouns, titles, parties = hits
    clues: list[_Clue] = []
    party: str | None = None
    party_places: list[Span] = []
    for span in own:
        clues += _head_clues(article, span, [*nouns, *titles])
        party, place = _party(article, span, span.end, parties)
        party_places += [place] if place else []
        if party:
            break
    for window, name in contexts:
        clues += _window_clues(article, window, name, nouns, titles)
        if party is None:
            party, place = _party(article, name, window.end, parties, window.start)
            party_places += [place] if place else []
    if not clues:
        clues = [clue for window, name in contexts for clue in _affected(article, window, name)]
        clues += [clue for span in own for clue in _affected(article, span, Span(span.start, span.start))]
        clues += [_Clue(span, "government", 0) for span in countries]
        clues += [clue for _, name in contexts for clue in _by_ending(article, name)]
        clues += [_Clue(span, "citizen", 2) for span in own if is_share(article.slice(span))]
    best = min(clues, key=lambda clue: clue.rank, default=None)
    if best is None or (party_places and best.type in {"other", "citizen", "business"}):
        return ("politician" if party_places else "other"), party, tuple(party_places[:1])
    return best.type, party, (best.span, *(place for place in party_places[:1] if place != best.span))


def _affected(article: Article, window: Span, name: Span) -> list[_Clue]:
    """What befell somebody: "Mara Olsen, whose house burned down"."""
    found = _BEFELL.search(article.text, name.end, window.end)
    return [_Clue(Span(*found.span()), "affected_person", 0)] if found else []


def _by_ending(article: Article, name: Span) -> list[_Clue]:
    """What the last word of a body's name says: "Ostvale Tribune"."""
    found = _ENDINGS.search(article.slice(name))
    return (
        [
            _Clue(
                Span(name.start + found.start(), name.start + found.end()), _ENDING_TYPES[found.lastgroup or "media"], 1
            )
        ]
        if found
        else []
    )


def _head_clues(article: Article, span: Span, hits: Sequence[Match]) -> list[_Clue]:
    """Clues inside a mention: the last hit of its head noun phrase ranks first, then those behind "of" and "for"."""
    text = article.slice(span)
    cut = _HEAD_END.search(text)
    head_end = span.start + (cut.start() if cut else len(text))
    within = (hit for hit in hits if span.start <= hit.start and hit.end <= span.end)
    inside = sorted(within, key=lambda hit: (hit.start, hit.end))
    clues = []
    for number, hit in enumerate(inside):
        distance = head_end - hit.end
        rank = distance if distance >= 0 else 200 + hit.start - head_end
        decisive = _employer(article, inside[:number], hit) or hit
        clues.append(_Clue(Span(decisive.start, decisive.end), decisive.entry.category, rank))  # type: ignore[arg-type]
    return clues


def _employer(article: Article, before: Sequence[Match], hit: Match) -> Match | None:
    """The body in front of an office that many kinds of bodies have: "UN officials", "the hospital's director"."""
    if hit.entry.category != "government" or not _OFFICE.search(article.slice((hit.start, hit.end))):
        return None
    for other in reversed(before):
        between = article.text[other.end : hit.start]
        if other.entry.category in _EMPLOYERS and _MODIFIES.fullmatch(between):
            return other
    return None


def _window_clues(
    article: Article, window: Span, name: Span, nouns: Sequence[Match], titles: Sequence[Match]
) -> list[_Clue]:
    """Clues around a name: a title or noun directly in front, or an apposition directly behind."""
    clues: list[_Clue] = []
    for hit in (*_inside(titles, window), *_inside(nouns, window)):
        span = Span(hit.start, hit.end)
        if window.start <= hit.start and hit.end <= name.start:
            between = article.text[hit.end : name.start]
            if not re.search(r"[,;:.]\s|\b(?:and|that|said|with|to|by|was|were|is)\b", between) or not between.strip(
                " ."
            ):
                clues.append(_Clue(span, hit.entry.category, 300 + len(between)))  # type: ignore[arg-type]
        elif name.end <= hit.start and hit.end <= window.end:
            between = article.text[name.end : hit.start]
            opens = re.match(r"(?:, | \(|, who (?:is|was|heads|leads|runs) |, an? | is an? | was an? )", between)
            if opens and _heads_a_body(article, hit):
                continue
            if opens and not re.search(r",.*,|[.;:]\s|\b(?:said|told|says|added|via|on)\b", between):
                clues.append(_Clue(span, hit.entry.category, 320 + len(between)))  # type: ignore[arg-type]
        elif name.start <= hit.start and hit.end <= name.end:
            clues.append(_Clue(span, hit.entry.category, 290))  # type: ignore[arg-type]
    return clues


def _inside(hits: Sequence[Match], window: Span) -> Sequence[Match]:
    """Return the hits, which stand in text order, that start inside a window."""
    return hits[bisect_left(hits, window.start, key=_start) : bisect_left(hits, window.end, key=_start)]


def _start(hit: Match) -> int:
    return hit.start


def _heads_a_body(article: Article, hit: Match) -> bool:
    """Return whether a president or director heads something else than a state: "president of the bakers' guild"."""
    office = hit.entry.category == "government" and _OFFICE.search(article.slice((hit.start, hit.end)))
    if not office or not article.text.startswith((" of ", " and "), hit.end):
        return False
    after = canonical_words(find_tokens(article.text[hit.end : hit.end + 60]).texts)[1:5]
    return not ({"<country>", "united", "republic", "state", "interior", "finance", "foreign"} & set(after))


def _party(
    article: Article, name: Span, end: int, parties: Sequence[Match], start: int | None = None
) -> tuple[str | None, Span | None]:
    """The party that stands with a name: "Rep. Lopez, D-Minn.", "the Republican senator"."""
    first = name.start if start is None else start
    mark = _MARK.search(article.text, name.start, name.end + 2)
    letter = _LETTER_PARTY.match(article.text, mark.start()) if mark else None
    if letter:
        return _PARTY_LETTERS[letter.group(1)], Span(letter.start(1), letter.end())
    for hit in parties:
        if first <= hit.start and hit.end <= name.end:
            between = article.text[hit.end : name.start] if hit.end <= name.start else ""
            if not re.search(r"[,.;:]|\b(?:and|that|said|against|by)\b", between):
                return hit.entry.category, Span(hit.start, hit.end)
        if (
            name.end <= hit.start
            and hit.end <= end
            and re.match(r", (?:an? |the )?(?:\w+ )?$", article.text[name.end : hit.start])
        ):
            return hit.entry.category, Span(hit.start, hit.end)
    return None, None
