"""What a source mention is: a pronoun, somebody's name, a body's, a place, or a description."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.article import Article
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.names import Name, bare_name
from framing.spans import Span

__all__ = ["Mention", "MentionKind", "Page", "page_of", "read_mention"]

MentionKind = Literal["pronoun", "name", "names", "place", "description"]

_PRONOUNS = frozenset(
    "he she it they we i you who which whom him her them his my our your their this that one me us".split()
)
_CONTRACTED = re.compile(r"[’'](?:s|re|d|ll|ve|m)$")
_PLURAL_PRONOUNS = frozenset("they we them their our us".split())
_HEAD_END = re.compile(
    r",| \((?![A-Z.]{2,8}\))|—|[;:] | --?(?= )| including\b| such as\b| who\b| that\b| which\b| whose\b"
)
"""Where the head of a noun phrase ends; an acronym in brackets belongs to its name."""
_TRAILING = re.compile(
    r"(?:\s+(?:also|then|later|both|himself|herself|themselves|itself|too|[a-z]\w*ly|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year|night|morning))|\s*[–-])+$"
)
"""Words behind a name that belong to the verb."""
_LIST = re.compile(r"[^,A-Z]*[a-z]s(?:, [a-z][^,]*s)+,? and [a-z][^,]*s")
"""Groups in a row: "aides, lobbyists and industry officials"."""
_ACRONYM = re.compile(r" \([A-Z.]{2,8}\)$")
_INSIDE = frozenset("of the for and & on in de del van von der al bin el la to".split())
_FROM_PLACE = re.compile(r" (?:of|from) (?:the )?[A-Z][\w. ]+$")
"""Where somebody comes from: "Rep. Ada Kern of Utah"."""
_OF_SOMEBODY = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|counsel|aides?|advis[eo]rs?|all(?:y|ies)|friends?|famil(?:y|ies)|members?|"
    r"supporters?|critics?|parents?|father|mother|wife|husband|sons?|daughters?|brothers?|sisters?|widow|colleagues?|"
    r"campaign|office|estate|people|opponents?|relatives?|neighbou?rs?|sources?|those|officials?|reports?|stud(?:y|ies)|"
    r"letters?|memos?|statements?|posts?|tweets?|e-?mails?|books?|polls?|surveys?|data|figures|analys[ei]s|"
    r"lawsuits?|complaints?) (?:\w+ )?(?:for|to|of|with|from|by|in|at|against|close|near) "
)
"""Somebody or something that stands in another's relation: the other is not who speaks."""
_NOUN_END = re.compile(r" (?:\w+ing|of|in|for|at|with|from|to|on|by|against|close|familiar|working|living)\b")
_GOES_ON = re.compile(r" (?:at|in|on|during|after|before|through|last|this|from|himself|herself|via|by)\b")
"""What follows a name that a stretch begins with and that is whose words they are: "Holm at last week's meeting"."""
_OPENING = re.compile(r"[“\"‘'(\[\s]+")
_SEVERAL = re.compile(r"(?:[^s’'i]s|people|police|men|women|some|many|others|few|most)$|\band\b")
_QUOTED_NAME = re.compile(r"[’']s? \S+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as one attribution words it.

    Attributes:
        span: The words.
        kind: What they are.
        name: A description or place without what the verb owns; empty for names and pronouns.
        named: The names that it consists in, apposition and titles left aside; empty for descriptions.
        plural: Whether it stands for several.
    """

    span: Span
    kind: MentionKind
    name: str
    named: tuple[Name, ...]
    plural: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What the article says elsewhere.

    Attributes:
        names: All names, in text order.
        starts: First characters of the names.
        surnames: Last words of persons' names.
        words: Symmetric form of the word that begins at a character.
        openings: First characters of the sentences.
    """

    names: Sequence[Name]
    starts: Sequence[int]
    surnames: frozenset[str]
    words: Mapping[int, str]
    openings: frozenset[int]


def page_of(article: Article, symmetric: Sequence[str], names: Sequence[Name]) -> Page:
    """Return what mentions are read with."""
    tokens = article.tokens
    return Page(
        names=names,
        starts=[one.span.start for one in names],
        surnames=frozenset(one.name.split()[-1] for one in names if one.kind == "person"),
        words=dict(zip(tokens.starts, symmetric, strict=True)),
        openings=frozenset(sentence.start for sentence in article.sentences),
    )


def read_mention(article: Article, span: Span, page: Page) -> Mention:
    """Return what a source mention is."""
    text = article.slice(span)
    word = _CONTRACTED.sub("", text.strip(' ,.“”"').lower())
    if word in _PRONOUNS:
        return Mention(span, "pronoun", word, (), word in _PLURAL_PRONOUNS)
    opening = _OPENING.match(text)
    first = span.start + (opening.end() if opening and opening.end() < len(text) else 0)
    rest = article.text[first : span.end]
    split = rest if _LIST.fullmatch(rest) else _HEAD_END.split(rest, maxsplit=1)[0]
    written = _TRAILING.sub("", split).rstrip(' ”"’.,') or rest
    head = Span(first, first + len(written))
    inside = _inside(page, head.start, max(head.end, head.start + 1))
    named = _persons(written, head, inside, page) or _named_behind(article, Span(first, span.end), head, page)
    if named:
        return Mention(span, "names" if len(named) > 1 else "name", "", named, len(named) > 1)
    body = _body(article, written, head, inside)
    if body is not None:
        return Mention(span, "name", "", (body,), plural=False)
    return _other(span, head, written, inside, page)


def _inside(page: Page, start: int, end: int) -> list[Name]:
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    return [one for one in page.names[first:last] if one.span.end <= end + 1]


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
    noun = _NOUN_END.split(written, maxsplit=1)[0]
    plural = bool(_SEVERAL.search(noun)) and not _is_short_name(noun, head, page)
    return Mention(span, "description", _as_in_mid_sentence(" ".join(written.split()), head, page), (), plural)


def _is_short_name(noun: str, head: Span, page: Page) -> bool:
    """Return whether a noun's last word has an institution's capital: "the Times", no plural."""
    last = noun.rsplit(maxsplit=1)[-1] if noun.split() else ""
    word = page.words.get(head.start + noun.rfind(last), "<") if last else "<"
    return last[:1].isupper() and not word.startswith("<") and len(noun.split()) > 1


def _persons(written: str, head: Span, inside: Sequence[Name], page: Page) -> tuple[Name, ...]:
    """Return the person, or the persons joined by "and", whose names end a mention."""
    end = head.start + len(_FROM_PLACE.sub("", written))
    if _OF_SOMEBODY.search(written):
        return ()
    persons = [one for one in inside if one.kind != "body"]
    ending = [one for one in persons if end - 2 <= one.span.end <= end + 1]
    if not ending and persons and persons[0].span.start == head.start:
        behind = written[persons[0].span.end - head.start :]
        ending = persons[:1] if _GOES_ON.match(behind) else []
        persons = ending
        written = written[: persons[0].span.end - head.start] if persons else written
    if not ending:
        return ()
    last = ending[-1]
    before = written[: last.span.start - head.start]
    if _QUOTED_NAME.search(before + "x"):
        return (last,) if last.kind == "person" or last.name in page.surnames else ()
    others = persons[:-1]
    joined = [one for one in others if _only_joins(written, one, last, head)]
    if joined and (last.kind == "person" or all(one.name in page.surnames for one in (*joined, last))):
        return (*joined, last)
    if last.kind == "person":
        return (last,)
    words = before.split()
    titled = bool(words) and words[-1].lower().rstrip(".") in PERSONAL_TITLES | {
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "dame",
    }
    alone = not words or (len(words) == 1 and words[0][0].isupper() and words[0].lower() != "the")
    return (last,) if (titled or (alone and last.name in page.surnames)) else ()


def _only_joins(written: str, one: Name, last: Name, head: Span) -> bool:
    between = written[one.span.end - head.start : last.span.start - head.start]
    return bool(re.fullmatch(r"(?:,? and|,|,? or| &) (?:[\w.]+ ){0,3}(?:[A-Z][\w.’'-]+ (?:and |, )?)*", between + ""))


def _named_behind(article: Article, span: Span, head: Span, page: Page) -> tuple[Name, ...]:
    """Return the name behind a description: "a former harbour master, Jon Brandt", "Orr's lawyer, Ada Holm".

    The name may stand behind the stretch that is credited, when a comma or the verb follows it.
    """
    place = bisect_left(page.starts, head.end)
    one = page.names[place] if place < len(page.names) else None
    if one is None or one.kind != "person" or not article.text.startswith(", ", head.end):
        return ()
    front = article.text[head.end + 2 : one.span.start]
    if one.front != head.end + 2 and not re.fullmatch(r"(?:[A-Z]?[\w.-]+ ){0,4}", front):
        return ()
    words = article.slice(head)
    titled = front.split()[-1:] and front.split()[-1].lower() in PERSONAL_TITLES and one.span.end == span.end
    if titled:
        return (one,)
    opens = re.match(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur) (?!of\b)", words)
    owned = re.search(r"[’']s? (?:[\w-]+ ){0,4}[\w-]+$", words)
    if not (opens or owned) or words.rstrip().endswith("s"):
        return ()
    closed = one.span.end >= span.end or article.text[one.span.end] in ",.:;—" or one.span.end == len(article.text)
    return (one,) if closed or article.text[one.span.end : one.span.end + 6] == " said," else ()


def _body(article: Article, written: str, head: Span, inside: Sequence[Name]) -> Name | None:
    """Return the body that a mention consists in."""
    end = head.start + len(_ACRONYM.sub("", written))
    bodies = [
        one
        for one in inside
        if one.kind == "body"
        and one.span.start < end <= one.span.end + 1
        and not _NOUN_END.search(article.slice((head.start, one.span.start)))
    ]
    small = [word for word in written.split() if word[0].islower() and word not in _INSIDE]
    if bodies and (not small or len(bodies[-1].name.split()) > 1) and not _OF_SOMEBODY.search(written):
        return bodies[-1]
    return None


def _as_in_mid_sentence(name: str, head: Span, page: Page) -> str:
    """Return a description without the capital that only the sentence's start gives it."""
    word = page.words.get(head.start, "<")
    ordinary = not word.startswith("<") and word not in {"i", "congress", "parliament"}
    acronym = name[1:2].isupper() or name[1:2] == "."
    return name[:1].lower() + name[1:] if ordinary and head.start in page.openings and not acronym else name
