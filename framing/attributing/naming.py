"""The canonical name of each source: the fullest form that the article gives.

Surnames and titles take the full name given in the article; acronyms take the name that they stand behind; "the
ministry" takes the last organisation whose name holds the noun; a pronoun takes the person or group that spoke or was
named last. Nothing is guessed from a name about the person who bears it.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.article import FURNITURE, Article
from framing.attributing.mentions import Mention
from framing.attributing.names import NamedPlace, named_places
from framing.modelling.canonical import canonical_words
from framing.spans import Span

__all__ = ["name_sources"]

_ACRONYM = re.compile(r"\s?\(([A-Z][A-Z.]{1,7})\)")
_DIRECTLY_BEFORE = re.compile(r"([A-Z][\w’'-]+)(?: \([^()]*\))?,? $")
"""A surname that "who" stands behind."""
_ABBREVIATED = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "supt": "superintendent",
    "pres": "president",
}
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "who", "whom"})
_BODIES = frozenset({"organisation", "country", "name"})
_NOBODY = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|polls?|surveys?|videos?|memos?|letters?|statements?|laws?|bills?|documents?|articles?|"
    r"story|stories|posts?|tweets?|books?|papers?|complaint|lawsuit|autopsy|company|agency|ministry|government|"
    r"administration|department|court|committee|council|group|party|network|website|newspaper|team|office|majority|half|"
    r"quarter|percent|per cent)\b|%"
)
"""Descriptions of things and bodies, which no "he" or "she" stands for."""
_TITLE = 40
"""Characters that a title in front of a name may take."""
_NEAR = 600
"""Characters back that a pronoun looks for a person: a paragraph or two."""


def name_sources(article: Article, mentions: Mapping[Span, Mention]) -> dict[Span, str]:
    """Return the canonical name of each source mention.

    Args:
        article: The article.
        mentions: What each mention is, by its span.
    """
    told = [block for block in article.blocks if block.kind not in FURNITURE | {"caption"}]
    told_starts = [block.start for block in told]
    places = [
        place
        for place in named_places(article)
        if (number := bisect_left(told_starts, place.span.start + 1)) and place.span.end <= told[number - 1].end
    ]
    known = _known(article, places)
    acronyms = _acronyms(article, places)
    names: dict[Span, str] = {}
    latest: dict[str, str] = {}
    order = sorted(mentions)
    for number, span in enumerate(order):
        mention = mentions[span]
        if mention.kind == "pronoun":
            near = order[bisect_left(order, (span.start - _NEAR,)) : number]
            names[span] = _antecedent(article, mention, known, near, mentions, names)
        elif mention.kind == "person":
            names[span] = known.full.get(mention.name.split()[-1], mention.name)
            if len(mention.name.split()) > 1 and names[span].split()[0] != mention.name.split()[0]:
                names[span] = mention.name
        elif mention.kind in {"organisation", "country", "name"}:
            names[span] = acronyms.get(mention.name, mention.name)
        else:
            names[span] = _described(article, mention, known, latest)
        latest.update(dict.fromkeys(names[span].lower().split(), names[span]))
    return names


@dataclass(frozen=True, slots=True)
class _Known:
    """What the article says of its names.

    Attributes:
        places: Where persons and organisations are named, in reading order.
        starts: First characters of the places.
        sentences: First characters of the article's sentences.
        full: Full name by surname, the first that the article gives.
        holding: Numbers of organisations' places by each word of their names, in small letters.
        titled: Numbers of persons' places by the word in front of their names.
    """

    places: Sequence[NamedPlace]
    starts: Sequence[int]
    sentences: Sequence[int]
    full: Mapping[str, str]
    holding: Mapping[str, Sequence[int]]
    titled: Mapping[str, Sequence[int]]


def _known(article: Article, places: Sequence[NamedPlace]) -> _Known:
    holding: dict[str, list[int]] = {}
    titled: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        if place.kind == "organisation":
            for word in set(place.name.lower().split()):
                holding.setdefault(word, []).append(number)
        elif title := _title_of(article, place):
            titled.setdefault(title[-1], []).append(number)
    starts = [place.span.start for place in places]
    return _Known(places, starts, [one.start for one in article.sentences], _full_persons(places), holding, titled)


def _full_persons(places: Sequence[NamedPlace]) -> dict[str, str]:
    """Full name by surname: the first that the article gives."""
    found: dict[str, str] = {}
    for place in places:
        if place.kind == "person":
            found.setdefault(place.name.split()[-1], place.name)
    return found


def _acronyms(article: Article, places: Sequence[NamedPlace]) -> dict[str, str]:
    """Name by acronym: "Customs and Border Protection (CBP)", or the initials of an organisation named in full."""
    found: dict[str, str] = {}
    for place in places:
        if place.kind != "organisation" or " " not in place.name:
            continue
        found.setdefault("".join(re.findall(r"\b[A-Z]", place.name)), place.name)
        match = _ACRONYM.match(article.text, place.span.end)
        if match and match.group(1)[0] in place.name:
            found[match.group(1)] = place.name
    return found


def _antecedent(
    article: Article,
    mention: Mention,
    known: _Known,
    spoken: Sequence[Span],
    mentions: Mapping[Span, Mention],
    names: Mapping[Span, str],
) -> str:
    """Who a pronoun stands for, of those that spoke or were named near it; the pronoun itself where nobody fits."""
    written = article.slice(mention.span)
    pronoun = written.lower()
    start = mention.span.start
    earlier = known.places[bisect_left(known.starts, start - _NEAR) : bisect_left(known.starts, start)]
    if pronoun in _RELATIVE and earlier and not article.text[earlier[-1].span.end : start].strip(" ,"):
        return earlier[-1].name
    surname = _DIRECTLY_BEFORE.search(article.text, max(start - _TITLE, 0), start) if pronoun in _RELATIVE else None
    if surname and surname.group(1) in known.full:
        return known.full[surname.group(1)]
    if pronoun in _PERSONAL:
        return _person_meant(spoken, earlier, known.sentences, mentions, names) or written
    if pronoun in {"they", "them"}:
        fitting = [span for span in spoken if mentions[span].plural or mentions[span].kind in _BODIES]
        return names[fitting[-1]] if fitting else written
    if pronoun == "it":
        fitting = [span for span in spoken if mentions[span].kind in _BODIES | {"description"}]
        bodies = [place.name for place in earlier if place.kind == "organisation"]
        return names[fitting[-1]] if fitting else bodies[-1] if bodies else written
    return written


def _person_meant(
    spoken: Sequence[Span],
    earlier: Sequence[NamedPlace],
    sentences: Sequence[int],
    mentions: Mapping[Span, Mention],
    names: Mapping[Span, str],
) -> str | None:
    """Who "he" or "she" is: whoever spoke last goes on speaking, unless somebody new opened a sentence since."""
    named = [place for place in earlier if place.kind == "person"]
    persons = {place.name for place in named}
    speakers = [span for span in spoken if _may_be_person(mentions[span], names[span], persons)]
    if speakers:
        new = [place for place in named if place.span.start > speakers[-1].start and _opens_sentence(sentences, place)]
        return new[-1].name if new else names[speakers[-1]]
    if named:
        return named[-1].name
    bodies = [span for span in spoken if mentions[span].kind in _BODIES]
    return names[bodies[-1]] if bodies else None


def _may_be_person(mention: Mention, name: str, persons: set[str]) -> bool:
    """Return whether "he" or "she" can stand for a source that spoke before."""
    described = mention.kind == "description" and not mention.plural and not _NOBODY.search(name)
    return mention.kind == "person" or name in persons or described


def _opens_sentence(starts: Sequence[int], place: NamedPlace) -> bool:
    number = bisect_left(starts, place.span.start + 1) - 1
    return number >= 0 and place.span.start - starts[number] <= _TITLE


def _described(article: Article, mention: Mention, known: _Known, latest: Mapping[str, str]) -> str:
    """A description takes the name that it stands for ("the ministry", "the mayor"), else it is its own name."""
    match = re.fullmatch(r"(the )?((?:[\w.]+ ){0,2}\w+)", mention.name, re.IGNORECASE)
    headline = article.kind_at(mention.span.start) == "headline"
    if match is None or not (match.group(1) or headline):
        return mention.name
    noun = match.group(2).lower()
    office = noun.split()[-1]
    end = bisect_left(known.starts, mention.span.start)
    holding, titled = known.holding.get(noun, ()), known.titled.get(office, ())
    named = [*holding[: bisect_left(holding, end)][-1:]]
    for number in reversed(titled[: bisect_left(titled, end)]):
        if _holds(_title_of(article, known.places[number]), noun):
            named.append(number)
            break
    if named:
        return known.places[max(named)].name
    holders = {known.places[number].name for number in titled} if headline else ()
    if len(holders) == 1:
        return next(iter(holders))
    return latest.get(noun, mention.name)


def _title_of(article: Article, place: NamedPlace) -> list[str]:
    """The words in front of a person's name, abbreviated titles spelt out."""
    if place.kind != "person":
        return []
    before = article.text[max(place.span.start - _TITLE, 0) : place.span.start].lower()
    words = re.findall(r"[\w’'-]+", re.split(r"[,;:“\"\n]", before)[-1])
    return [_ABBREVIATED.get(word, word) for word in words]


def _holds(title: list[str], described: str) -> bool:
    """Return whether who bears a title is meant by "the governor", "the Republican governor", "the Ostvale governor".

    A party's word says nothing against the title; any other must stand in it.
    """
    *modifiers, office = described.split()
    if not title or title[-1] != office:
        return False
    classes = canonical_words([word.title() for word in modifiers])
    return all(word in title or kind == "<party>" for word, kind in zip(modifiers, classes, strict=True))
