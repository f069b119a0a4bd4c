"""What a source mention is: a pronoun, a person's name, an organisation's name, or a description."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from framing.article import Article
from framing.modelling.canonical import canonical_words
from framing.spans import Span

__all__ = ["Mention", "MentionKind", "NamedPlace", "find_mentions", "named_places"]

MentionKind = Literal["pronoun", "person", "organisation", "name", "description"]
"""A ``name`` is one word that may be a person's or an organisation's: the types of its evidence tell."""

_PRONOUNS = frozenset("he she it they we i you who him her them his this that one both others some many".split())
_TITLES = frozenset(
    """
    president vice prime minister chancellor premier governor gov senator sen representative rep judge justice
    attorney general secretary sheriff chief officer captain capt colonel col lieutenant lt sergeant sgt major
    commander admiral gen doctor dr professor prof director mayor ambassador deputy assistant former acting bishop
    pope cardinal rabbi imam reverend rev pastor mp king queen <king> <prince> <mr> chairman chairwoman
    <chairperson> <lawmaker> <spokesperson> co founder ceo executive
    """.split()
)
_JOINING = frozenset("of the for and & on in de del van von der al bin el la to".split())
_HEAD_END = re.compile(r",| \((?![A-Z.]{2,8}\))|—| who | that ")
"""Where the head of a noun phrase ends; an acronym in brackets belongs to its name."""
_INITIAL = re.compile(r"[A-Z]$")


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


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name somewhere in the article.

    Attributes:
        span: The name without titles and possessive.
        kind: ``person`` or ``organisation``.
        name: Its words.
    """

    span: Span
    kind: MentionKind
    name: str


def named_places(article: Article) -> tuple[NamedPlace, ...]:
    """Return the names of persons (two words or more) and organisations in the article, in text order."""
    tokens = article.tokens
    starts = [bisect_left(tokens.starts, sentence.start) for sentence in article.sentences]
    canonical = canonical_words(tokens.texts, starts)
    edges = set(starts)
    found: list[NamedPlace] = []
    place = 0
    while place < len(tokens):
        if not tokens.texts[place][0].isupper():
            place += 1
            continue
        last = _capital_run(article, canonical, place, edges)
        found.extend(_names_in(article, canonical, place, last))
        place = last
    return tuple(found)


def _capital_run(article: Article, canonical: list[str], first: int, edges: set[int]) -> int:
    """Return the end of a run of capitalised words, small joining words and initials' full stops included."""
    tokens = article.tokens
    last = place = first + 1
    while place < len(tokens) and place not in edges and tokens.starts[place] - tokens.ends[place - 1] <= 1:
        text = tokens.texts[place]
        after_initial = text == "." and (_INITIAL.search(tokens.texts[place - 1]) or canonical[place - 1] in _TITLES)
        if text[0].isupper() or text == "-":
            last = place + 1
        elif not (after_initial or text.lower() in _JOINING):
            break
        if tokens.texts[place - 1].endswith(("’s", "'s")):
            break
        place += 1
    return last


def _names_in(article: Article, canonical: list[str], first: int, last: int) -> list[NamedPlace]:
    tokens = article.tokens
    begin = first
    while begin < last and (canonical[begin] in _TITLES or tokens.texts[begin] in {".", "-"}):
        begin += 1
    own = [number for number in range(begin, last) if tokens.words[number]]
    if not own:
        return []
    span = Span(tokens.starts[begin], tokens.ends[last - 1])
    name = _clean(article.slice(span))
    small = {tokens.texts[number].lower() for number in own} & _JOINING
    all_names = all(canonical[number] == "<name>" for number in own)
    if all_names and not small and 2 <= len(own) <= 4:
        return [NamedPlace(Span(span.start, span.start + len(name)), "person", name)]
    institution = any(canonical[number] not in {"<name>", "<country>", "<demonym>"} for number in own)
    if (institution and len(own) > 1) or (len(own) == 1 and tokens.texts[own[0]].isupper() and len(name) > 1):
        return [NamedPlace(Span(span.start, span.start + len(name)), "organisation", name)]
    return []


def find_mentions(article: Article, spans: Iterable[Span]) -> dict[Span, Mention]:
    """Return what each source mention is."""
    places = named_places(article)
    surnames = {place.name.split()[-1] for place in places if place.kind == "person"}
    starts = [place.span.start for place in places]
    own_names = _own_names(article)
    return {span: _mention(article, span, places, starts, surnames, own_names) for span in spans}


def _own_names(article: Article) -> frozenset[int]:
    """Return where words stand that are names, not ordinary words with a capital."""
    tokens = article.tokens
    starts = [bisect_left(tokens.starts, sentence.start) for sentence in article.sentences]
    canonical = canonical_words(tokens.texts, starts)
    names = {"<name>", "<country>", "<demonym>"}
    return frozenset(start for start, word in zip(tokens.starts, canonical, strict=True) if word in names)


def _mention(
    article: Article,
    span: Span,
    places: tuple[NamedPlace, ...],
    starts: list[int],
    surnames: set[str],
    own_names: frozenset[int],
) -> Mention:
    text = article.slice(span)
    words = text.split()
    if len(words) == 1 and text.lower() in _PRONOUNS:
        return Mention(span, "pronoun", "", text.lower() in {"they", "we", "them", "some", "many", "others", "both"})
    head = Span(span.start, span.start + len(_HEAD_END.split(text, maxsplit=1)[0]))
    inside = [
        place
        for place in places[bisect_left(starts, head.start) : bisect_left(starts, max(head.end, head.start + 1))]
        if place.span.end <= span.end
    ]
    persons = [place for place in inside if place.kind == "person" and place.span.end >= head.end - 1]
    if persons:
        return Mention(span, "person", persons[-1].name, plural=" and " in article.slice(head))
    last = re.findall(r"[\w.’'&-]+", article.slice(head)) or words
    surname = _clean(last[-1])
    if surname in surnames and (len(last) <= 2 or last[-2][0].isupper()):
        return Mention(span, "person", surname, plural=False)
    organisations = [place for place in inside if place.kind == "organisation" and place.span.end >= head.end - 1]
    behind = article.text[organisations[-1].span.end : head.end] if organisations else ""
    if organisations and not re.search(r"[a-z]{2}", behind) and len(organisations[-1].name.split()) > 1:
        return Mention(span, "organisation", organisations[-1].name, plural=False)
    small = [word for word in article.slice(head).split() if word[0].islower() and word not in _JOINING]
    if organisations and not small:
        return Mention(span, "organisation", organisations[-1].name, plural=False)
    if len(last) == 1 and span.start in own_names:
        return Mention(span, "name", surname, plural=False)
    if len(last) == 2 and last[0].lower().rstrip(".") in {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen"}:
        return Mention(span, "person", surname, plural=False)
    plural = bool(re.search(r"(?:s|people|police|men|women)$", article.slice(head).split(" of ")[0].split(" in ")[0]))
    return Mention(span, "description", " ".join(article.slice(head).split()), plural)


def _clean(name: str) -> str:
    """Return a name without a possessive and without trailing marks."""
    return re.sub(r"(?:[’']s|[’'])$", "", name).rstrip(" -&,")
