"""What a source mention is: a pronoun, a person's name, an organisation's name, or a description."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from framing.article import Article
from framing.attributing.name_words import PARTICLES, PERSONAL_TITLES
from framing.attributing.names import NamedPlace, bare_name, named_places
from framing.modelling.canonical import article_words
from framing.spans import Span

__all__ = ["Mention", "MentionKind", "find_mentions"]

MentionKind = Literal["pronoun", "person", "organisation", "country", "name", "description"]
"""A ``name`` is one word that may be a person's or an organisation's: the types of its evidence tell."""

_PRONOUNS = frozenset(
    "he she it they we i you who which whom him her them his this that one both others some many".split()
)
_PLURAL_PRONOUNS = frozenset("they we them some many others both".split())
_HEAD_END = re.compile(r",| \((?![A-Z.]{2,8}\))|—| --?(?= )| including\b| such as\b| who\b| that\b| which\b| whose\b")
"""Where the head of a noun phrase ends; an acronym in brackets belongs to its name."""
_TRAILING = re.compile(
    r"(?:\s+(?:also|then|later|both|himself|herself|themselves|itself|\w+ly|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\s*[–-])+$"
)
"""Words behind a name that belong to the verb."""
_ACRONYM = re.compile(r" \([A-Z.]{2,8}\)$")
_INSIDE = frozenset("of the for and & on in de del van von der al bin el la to".split())
_FROM_PLACE = re.compile(r" (?:of|from) (?:the )?[A-Z][\w. ]+$")
"""Where somebody comes from: "Rep. Ada Kern of Utah"."""
_OF_SOMEBODY = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|counsel|aides?|advis[eo]rs?|all(?:y|ies)|friends?|famil(?:y|ies)|members?|"
    r"supporters?|critics?|parents?|father|mother|wife|husband|sons?|daughters?|brothers?|sisters?|widow|colleagues?|"
    r"campaign|office|estate|people|opponents?|relatives?|neighbou?rs?) (?:for|to|of|with|from) "
)
"""Somebody who stands in another's relation: the other is not who speaks."""
_APART = re.compile(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?!of\b)")
_NOUN_END = re.compile(r" (?:of|in|for|at|with|from|to|on|by|close|familiar|working|living)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as one attribution words it.

    Attributes:
        span: The words.
        kind: What they are.
        name: The name in them without titles, or the whole description; empty for pronouns.
        plural: Whether they stand for several.
    """

    span: Span
    kind: MentionKind
    name: str
    plural: bool


def find_mentions(article: Article, spans: Iterable[Span]) -> dict[Span, Mention]:
    """Return what each source mention is."""
    places = named_places(article)
    tokens = article.tokens
    known = _Known(
        places=places,
        starts=tuple(place.span.start for place in places),
        surnames=frozenset(place.name.split()[-1] for place in places if place.kind == "person"),
        words=dict(zip(tokens.starts, article_words(tokens, article.sentences), strict=True)),
        openings=frozenset(sentence.start for sentence in article.sentences),
    )
    return {span: _mention(article, span, known) for span in spans}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the article says elsewhere: names with their first characters, surnames, symmetric words, sentences."""

    places: tuple[NamedPlace, ...]
    starts: tuple[int, ...]
    surnames: frozenset[str]
    words: Mapping[int, str]
    openings: frozenset[int]


def _mention(article: Article, span: Span, known: _Known) -> Mention:
    text = article.slice(span)
    if text.lower() in _PRONOUNS:
        return Mention(span, "pronoun", "", text.lower() in _PLURAL_PRONOUNS)
    written = _TRAILING.sub("", _HEAD_END.split(text, maxsplit=1)[0]) or text
    head = Span(span.start, span.start + len(written))
    first = bisect_left(known.starts, head.start)
    inside = [
        place
        for place in known.places[first : bisect_left(known.starts, max(head.end, head.start + 1))]
        if place.span.end <= span.end
    ]
    person = _person(written, head, inside, known) or _named_behind(article, span, head, known)
    if person is not None:
        return Mention(span, "person", person, plural=False)
    end = head.start + len(_ACRONYM.sub("", written))
    organisations = [
        place
        for place in inside
        if place.kind == "organisation"
        and place.span.start < end <= place.span.end + 1
        and not _NOUN_END.search(article.slice((head.start, place.span.start)))
    ]
    small = [word for word in written.split() if word[0].islower() and word not in _INSIDE]
    if organisations and (not small or len(organisations[-1].name.split()) > 1):
        return Mention(span, "organisation", organisations[-1].name, plural=False)
    single = re.fullmatch(r"(?:[Tt]he )?(\S+)", written)
    if single:
        canonical = known.words.get(head.start + single.start(1), "")
        if canonical == "<country>":
            return Mention(span, "country", bare_name(single.group(1)), plural=False)
        if canonical == "<demonym>":
            return Mention(span, "description", single.group(1), plural=True)
        if canonical == "<name>":
            the = written != single.group(1)
            return Mention(span, "organisation" if the else "name", bare_name(single.group(1)), plural=False)
    noun = _NOUN_END.split(written, maxsplit=1)[0]
    plural = bool(re.search(r"(?:[^s’']s|people|police|men|women)$|\band\b", noun))
    return Mention(span, "description", _as_in_mid_sentence(" ".join(written.split()), head, known), plural)


def _person(written: str, head: Span, inside: list[NamedPlace], known: _Known) -> str | None:
    """Return the person's name or surname that a mention ends with."""
    end = head.start + len(_FROM_PLACE.sub("", written))
    persons = [place for place in inside if place.kind == "person" and end - 2 <= place.span.end <= end]
    if _OF_SOMEBODY.search(written):
        return None
    if persons and not re.search(r"[’']s? \S+$", written[persons[-1].span.start - head.start :]):
        return persons[-1].name
    words = re.findall(r"[\w.’'&-]+", written)
    if not words:
        return None
    surname = bare_name(words[-1])
    before = words[-2].lower().rstrip(".") if len(words) > 1 else ""
    own = known.words.get(head.start + written.rfind(words[-1]), "") == "<name>"
    if own and before in PERSONAL_TITLES and surname == words[-1]:
        return surname
    alone = len(words) == 1 or (len(words) == 2 and (words[0][0].isupper() or words[0] in PARTICLES))
    if surname in known.surnames and alone:
        return surname
    return None


def _named_behind(article: Article, span: Span, head: Span, known: _Known) -> str | None:
    """Return the name that an apposition stands in front of: "a former harbour master, Jon Brandt"."""
    first = bisect_left(known.starts, head.end)
    place = known.places[first] if first < len(known.places) else None
    if place is None or place.kind != "person" or place.span.start != head.end + 2 or place.span.end > span.end:
        return None
    closed = place.span.end == span.end or article.text[place.span.end] == ","
    apart = article.text.startswith(", ", head.end) and _APART.match(article.text, head.start, head.end)
    return place.name if closed and apart else None


def _as_in_mid_sentence(name: str, head: Span, known: _Known) -> str:
    """Return a description without the capital that only the sentence's start gives it."""
    word = known.words.get(head.start, "<")
    ordinary = not word.startswith("<") and word not in {"i", "congress", "parliament"}
    acronym = name[1:2].isupper() or name[1:2] == "."
    return name[:1].lower() + name[1:] if ordinary and head.start in known.openings and not acronym else name
