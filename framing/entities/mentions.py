"""Source mentions, read: a pronoun, a name or several, a place, or a description."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from framing.article import Article
from framing.entities.extents import TWICE
from framing.entities.head_names import Page, apposed_name, head_names
from framing.entities.joined import joined_parts
from framing.entities.name_words import PARTICLES, SUFFIXES
from framing.entities.names import Name, bare_name
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Mention", "MentionKind", "is_pronoun", "page_of", "read_mention"]

MentionKind = Literal["pronoun", "name", "names", "place", "description", "joined"]

_PRONOUNS = frozenset(
    "he she it they we i you who which whom him her them his my our your their this that one me us".split()
)
_CONTRACTED = expression(r"[’'](?:s|re|d|ll|ve|m)$")
_PLURAL_PRONOUNS = frozenset("they we them their our us".split())
_HEAD_END = expression(
    r",(?!\d{3}\b)| \((?![A-Z][A-Za-z.&]{0,9}\))|—|[;:] | [–-](?= )| --(?= )| including\b| such as\b| who\b| that\b"
    r"| which\b| whose\b| while\b"
)
"""Where the head of a noun phrase ends; an acronym in brackets belongs to its name."""
_TRAILING = expression(
    r"(?:\s+(?:alike|also|then|later|both|himself|herself|themselves|itself|too|"
    r"(?!rally|family|assembly|ally)[a-z]\w*ly|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year|night|morning)|"
    r"in an? (?:[\w-]+ ){0,2}(?:e-?mail|interview|letter|message|op-ed|post|speech|statement|tweet)|"
    r"sometimes|often|(?:was |were )?(?:issued|posted|published|released|unveiled)|"
    r"(?<!of )(?:about|and|as|by|for|from|of|or|over|that|to|with)|showed|shows|found|finds|indicated?s?"
    r"|suggest(?:ed|s)?|(?<![’']s )(?<!meeting )notes|writes|wrote|adds|added|warns|warned|says|said)"
    r"|\s*[–-])+$"
)
"""Words behind a name that go with the verb, or that a mention swallowed of it: "the administration for"."""
_OWNING = expression(r"[’']s$")
"""What makes an owner of a source: "the president’s [claim]"."""
_LIST = expression(r"[A-Z]?[^,A-Z]*[a-z]s(?:, [a-z][^,]*s)+,? and [a-z][^,]*s")
"""Groups in a row: "aides, lobbyists and industry officials"."""
_TOPIC = expression(r" (?:On|To|At|In|After|Over|About|Vs\.?) (?=[A-Z])")
"""What a headline adds to a speaker in words with capitals: on what, or to whom."""
_NOUN_END = expression(
    r" (?:\w+ing|of|in|for|at|with|from|to|on|by|against|like|including|close|familiar|working|living)\b"
)
_OPENING = expression(
    r"(?:[A-Z][A-Z ]+: |[A-Z]\w+ly, |(?:But|And|Yet|Still|So|Also|Meanwhile|However|While),? (?=[A-Z]|in )"
    r"|[Ee]ven (?=\w)|[Nn]ow (?=[a-z])|[Aa]lready (?:[a-z]+ing )?(?=\w)|Still (?=(?:another|others?) )"
    r"|[Ii]n (?:[A-Z][\w.-]+ ?){1,4}(?:, [A-Z][\w.]+)?, (?=[A-Z])|(?:[A-Z]\.){2,3}, (?=[A-Z])|[“\"”‘'(\[\s])+"
)
"""Words and marks at the start of a sentence, in front of a mention: "And in Ostvale, Ada Holm"."""
_GROUP = expression(
    r"(?:[^\W\d][\w’'-]* ){0,4}?[\w’'-]*(?:[^s’'\W]s|people|men|women|police|others)"
    r",?(?: —)? (?:like|such as|including|especially|particularly) (?=[“\"]?[A-Z])"
)
"""A group, with those behind it who are examples of it."""
_STATE = expression(r"(?!and\b)[A-Z][\w.]*\w")
_BOTH = expression(r"[Bb]oth ")
_AGENCY = expression(r" (?:news|press|state) agency")
_LISTING = expression(r",|\) and | (?:of|from) [A-Z]")
"""What parts the names of a list, besides "and"."""
_SEVERAL = expression(
    r"(?:[^s’'i]s|people|police|men|women|alumni|some|many|others|few|most|both|several|(?:(?:one|two)-)?thirds?|quarters?|half|percentage"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozens?|\d+|(?:attorneys|secretaries) general)$|\b(?:those|these)\b"
    r"|\band\b(?! (?:current|former|now|later|one-time|then)\b)",
    re.IGNORECASE,
)
_ONE = expression(
    r"(?:one|another|an?) (?!(?:number|couple|handful|pair|majority)\b)(?:(?! and ).)* and [a-z-]+$", re.IGNORECASE
)
"""Somebody who is two things: "an ally and surrogate"; with a word before the second they are two."""


class Mention(NamedTuple):
    """A source as one attribution words it.

    Attributes:
        span: The words.
        kind: What they are.
        name: A pronoun in small letters; a description or place, without words that go with the verb; empty for names.
        named: The names, without titles and appositions; empty for descriptions.
        plural: Whether it stands for several.
        parts: The phrases of those who speak together, if they are not only names.
    """

    span: Span
    kind: MentionKind
    name: str
    named: tuple[Name, ...]
    plural: bool
    parts: tuple[Span, ...] = ()


def is_pronoun(name: str) -> bool:
    """Return whether a source's name is only the pronoun by which it is credited: nobody knows for whom it stands."""
    return name.lower() in _PRONOUNS


def page_of(article: Article, symmetric: Sequence[str], names: Sequence[Name], nouns: Collection[int]) -> Page:
    """Return what the rest of an article tells for reading mentions.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        names: All names, in text order.
        nouns: Offsets at which titles and nouns for sources end.
    """
    tokens = article.tokens
    return Page(
        names=names,
        starts=[name.span.start for name in names],
        surnames=frozenset(_last_word(name) for name in names if name.kind == "person" or _is_titled(name)),
        words=dict(zip(tokens.starts, symmetric, strict=True)),
        openings=frozenset(sentence.start for sentence in article.sentences),
        nouns=nouns,
    )


def _last_word(name: Name) -> str:
    """Return a surname: "Kirk" of "Rolf Kirk Jr."."""
    words = name.name.split()
    return words[-2] if len(words) > 1 and words[-1].strip(".") in SUFFIXES else words[-1]


def _is_titled(name: Name) -> bool:
    """Return whether a title in front makes a single word a person's name: "President Orr"."""
    return name.kind == "single" and name.front < name.span.start


def read_mention(article: Article, span: Span, page: Page) -> Mention:
    """Return what a source mention is."""
    text = article.slice(span)
    word = _CONTRACTED.sub("", text.strip(' ,.“”"').lower())
    letters = len(word) > 1 and text.isupper()
    if word in _PRONOUNS and not letters:
        return Mention(span, "pronoun", word, (), word in _PLURAL_PRONOUNS)
    opening = _OPENING.match(text)
    first = span.start + (opening.end() if opening and opening.end() < len(text) else 0)
    rest = article.text[first : span.end]
    examples = _examples(article, span, first, page)
    if examples:
        return examples
    if article.kind_at(first) == "headline":
        # Every word of a headline may have a capital: "Holm On Harbour Plan: …" is Holm.
        rest = _TOPIC.split(rest, maxsplit=1)[0]
    split = rest if _LIST.fullmatch(rest) else _head(rest, first, page)
    written = _OWNING.sub("", _TRAILING.sub("", split)).rstrip(' ”"’.,') or rest
    twice = TWICE.fullmatch(written)
    written = twice["once"] if twice else written
    head = Span(first, first + len(written))
    inside = _inside(page, head.start, max(head.end, head.start + 1))
    parts = _joined(rest, first, page) or joined_parts(written, first, inside, page.surnames)
    if parts:
        return Mention(span, "joined", "", (), plural=True, parts=parts)
    named = _listed(article, Span(first, span.end), page) or head_names(written, head.start, inside, page)
    if not named:
        apposed = apposed_name(article, Span(first, span.end), head, page)
        named = (apposed,) if apposed else ()
    if named:
        return Mention(span, "names" if len(named) > 1 else "name", "", named, len(named) > 1)
    return _other(span, head, written, inside, page)


def _examples(article: Article, span: Span, first: int, page: Page) -> Mention | None:
    """Return those who speak as examples of a group: "supporters like Ada Holm" credits her, as readers have it."""
    group = _GROUP.match(article.text, first, span.end)
    if group is None or _inside(page, first, group.end()):
        return None
    named = read_mention(article, Span(group.end(), span.end), page)
    return named._replace(span=span) if named.named else None


def _joined(rest: str, first: int, page: Page) -> tuple[Span, ...]:
    """Return the parts of a mention of several who speak together."""
    whole = _TRAILING.sub("", rest).rstrip(' ”"’.,')
    return joined_parts(whole, first, _inside(page, first, first + len(whole)), page.surnames) or _states(
        whole, first, page
    )


def _states(written: str, first: int, page: Page) -> tuple[Span, ...]:
    """Return the parts of countries or parties that speak together: "Norland and Ostvale", "both Tories and Greens"."""
    both = _BOTH.match(written)
    begin = both.end() if both else 0
    parts = [Span(first + part.start(), first + part.end()) for part in _STATE.finditer(written, begin)]
    listed = len(parts) > 1 and _STATE.sub("", written[begin:]) in {
        ", " * (len(parts) - 2) + mark for mark in (" and ", ", and ", " as well as ")
    }
    classes = {page.words.get(part.start) for part in parts}
    return tuple(parts) if listed and classes in ({"<country>"}, {"<parties>"}) else ()


def _head(rest: str, first: int, page: Page) -> str:
    """Return the head of a noun phrase; a comma inside a name ("Bureau of Alcohol, Tobacco and Firearms") ends none."""
    ends = next((end for end in _HEAD_END.finditer(rest) if not _is_inside(page, first + end.start())), None)
    return rest[: ends.start()] if ends else rest


def _is_inside(page: Page, place: int) -> bool:
    before = bisect_left(page.starts, place) - 1
    return before >= 0 and place < page.names[before].span.end


def _listed(article: Article, span: Span, page: Page) -> tuple[Name, ...]:
    """Return the persons of a list: "Ada Holm, Rolf King and Pia Moe", "Ada Holm (D-Tarn) and Rolf King (R-Tarn)"."""
    rest = article.slice(span)
    if " and " not in rest or not _LISTING.search(rest):
        return ()
    persons = head_names(rest, span.start, _inside(page, span.start, span.end), page)
    return persons if len(persons) > 1 else ()


def _inside(page: Page, start: int, end: int) -> list[Name]:
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    return [name for name in page.names[first:last] if name.span.end <= end + 1]


def _other(span: Span, head: Span, written: str, inside: Sequence[Name], page: Page) -> Mention:
    single = re.fullmatch(r"(?:[Tt]he )?([^\s]+)", written)
    if single:
        canonical = page.words.get(head.start + single.start(1), "")
        if canonical == "<country>":
            return Mention(span, "place", bare_name(single.group(1)), (), plural=False)
        if canonical == "<demonym>":
            return Mention(span, "description", single.group(1), (), plural=True)
        if inside and inside[-1].kind == "single":
            return Mention(span, "name", "", (inside[-1],), plural=False)
    agency = inside[-1].span if inside and _AGENCY.fullmatch(written[inside[-1].span.end - head.start :]) else None
    if agency is not None and agency.start >= head.start:
        # "Norland's semi-official TNN news agency": whose it is and what it is like are no part of its name.
        written, head = written[agency.start - head.start :], Span(agency.start, head.end)
    titled = [name for name in inside if name.kind == "person" and head.start <= name.front < name.span.start]
    if titled:
        owner = titled[-1].span
        if written[owner.end - head.start :].startswith(("’s ", "'s ", "’ ", "' ")) and written[:1].isupper():
            # "Speaker Ada Holm's office" is hers with and without the title.
            written = written[owner.start - head.start :]
            head = Span(owner.start, head.end)
    noun = _NOUN_END.split(written, maxsplit=1)[0]
    one = _ONE.fullmatch(noun) and not noun.endswith("s")
    plural = bool(_SEVERAL.search(noun)) and not one and not _is_short_name(noun, head, page)
    return Mention(span, "description", _as_in_mid_sentence(" ".join(written.split()), head, page), (), plural)


def _is_short_name(noun: str, head: Span, page: Page) -> bool:
    """Return whether a noun in -s is a body's short name and no plural: "the Times"."""
    last = noun.rsplit(maxsplit=1)[-1] if noun.split() else ""
    word = page.words.get(head.start + noun.rfind(last), "<") if last else "<"
    return last[:1].isupper() and not word.startswith("<") and len(noun.split()) > 1


def _as_in_mid_sentence(name: str, head: Span, page: Page) -> str:
    """Return a description without the capital that it has only at the start of a sentence."""
    word = page.words.get(head.start, "<")
    ordinary = not word.startswith("<") and word not in {"i", "congress", "parliament", "senate"}
    # "House Democrats", "House and Senate Democrats", "New Tarn officials", "Justice Department lawyers", "La Tribuna"
    behind = name.partition(" ")[2].removeprefix("and ")
    ordinary = ordinary and not (word in PARTICLES | {"house", "new"} and behind[:1].isupper())
    place = bisect_left(page.starts, head.start)
    body = place < len(page.names) and page.names[place].span.start == head.start and page.names[place].kind == "body"
    ordinary = ordinary and not (body and " " in page.names[place].name)
    acronym = name[1:2].isupper() or name[1:2] in {".", "’", "'"}
    return name[:1].lower() + name[1:] if ordinary and head.start in page.openings and not acronym else name
