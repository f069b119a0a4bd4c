"""The canonical name of each source: the fullest form that the article gives.

Surnames and titles take the full name given in the article; acronyms take the name that they stand behind; "the
ministry" takes the last organisation whose name holds the noun; a pronoun takes the person or group that spoke or was
named last. Nothing is guessed from a name about the person who bears it.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from framing.article import FURNITURE, Article
from framing.attributing.mentions import Mention, NamedPlace, named_places
from framing.spans import Span

__all__ = ["name_sources"]

_ACRONYM = re.compile(r"\(([A-Z][A-Z.]{1,7})\)")
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
    full = _full_persons(places)
    acronyms = _acronyms(article, places)
    names: dict[Span, str] = {}
    order = sorted(mentions)
    for number, span in enumerate(order):
        mention = mentions[span]
        before = order[:number]
        if mention.kind == "pronoun":
            names[span] = _antecedent(article, mention, places, before, mentions, names)
        elif mention.kind == "person":
            names[span] = full.get(mention.name.split()[-1], mention.name)
            if len(mention.name.split()) > 1 and names[span].split()[0] != mention.name.split()[0]:
                names[span] = mention.name
        elif mention.kind in {"organisation", "name"}:
            names[span] = acronyms.get(mention.name, mention.name)
        else:
            names[span] = _described(mention, places, before, names)
    return names


def _full_persons(places: Sequence[NamedPlace]) -> dict[str, str]:
    """Full name by surname: the first that the article gives."""
    found: dict[str, str] = {}
    for place in places:
        if place.kind == "person":
            found.setdefault(place.name.split()[-1], place.name)
    return found


def _acronyms(article: Article, places: Sequence[NamedPlace]) -> dict[str, str]:
    """Name by acronym: "Customs and Border Protection (CBP)"."""
    found: dict[str, str] = {}
    for place in places:
        match = _ACRONYM.match(article.text, article.text.find("(", place.span.end, place.span.end + 3))
        if place.kind == "organisation" and match and match.group(1)[0] in place.name:
            found[match.group(1)] = place.name
    return found


def _antecedent(
    article: Article,
    mention: Mention,
    places: Sequence[NamedPlace],
    before: Sequence[Span],
    mentions: Mapping[Span, Mention],
    names: Mapping[Span, str],
) -> str:
    """Who a pronoun stands for; the pronoun itself where nobody fits."""
    written = article.slice(mention.span)
    pronoun = written.lower()
    if pronoun in {"i", "we", "you"} or (not before and pronoun not in {"he", "she", "who", "him", "her"}):
        return written
    last = before[-1] if before else None
    if pronoun in {"he", "she", "him", "her", "his", "who"}:
        starts = [place.span.start for place in places]
        near = [
            place
            for place in places[: bisect_left(starts, mention.span.start)]
            if place.kind == "person" and place.span.start >= mention.span.start - _NEAR
        ]
        persons = {place.name for place in places if place.kind == "person"}
        speaker = next(
            (span for span in reversed(before) if _may_be_person(mentions[span], names[span], persons)), None
        )
        if speaker is not None and mention.span.start - speaker.start <= _NEAR and names[speaker] != written:
            # Whoever spoke last goes on speaking, unless somebody new opened the sentence since.
            new = [place for place in near if place.span.start > speaker.start and _opens_sentence(article, place)]
            return new[-1].name if new else names[speaker]
        if near:
            return near[-1].name
    if last is not None and mention.span.start - last.start <= _NEAR:
        return names[last]
    return written


def _may_be_person(mention: Mention, name: str, persons: set[str]) -> bool:
    """Return whether "he" or "she" can stand for a source that spoke before."""
    return mention.kind == "person" or name in persons or (mention.kind == "description" and not mention.plural)


def _opens_sentence(article: Article, place: NamedPlace) -> bool:
    starts = [sentence.start for sentence in article.sentences]
    number = bisect_left(starts, place.span.start + 1) - 1
    return number >= 0 and place.span.start - starts[number] <= 40


def _described(
    mention: Mention, places: Sequence[NamedPlace], before: Sequence[Span], names: Mapping[Span, str]
) -> str:
    """A description takes an organisation's name that holds its noun ("the ministry"), else it is its own name."""
    match = re.fullmatch(r"[Tt]he (\w+)", mention.name)
    if match:
        noun = match.group(1).lower()
        earlier = [
            place.name
            for place in places
            if place.kind == "organisation"
            and place.span.start < mention.span.start
            and noun in place.name.lower().split()
        ]
        if earlier:
            return earlier[-1]
        spoken = [names[span] for span in before if noun in names[span].lower().split()]
        if spoken:
            return spoken[-1]
    return mention.name[:1].lower() + mention.name[1:] if mention.name[:4] in {"The ", "Some"} else mention.name
