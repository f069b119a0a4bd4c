"""Whose name a mention is: the name that heads its noun phrase, or the one that follows as an apposition.

"state news agency MENA", "the bill's author, Pia Strand" and "Mayor Ada Holm of Ostvale" are named by the name; "an
aide to Ada Holm", "the Tarn Times story" and "groups like Shore Watch" only hold one. What stands in front of a head
is a title, a noun or an adjective, and never a preposition of its own; what stands behind it is no noun.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.entities.genders import gender_of_role
from framing.entities.name_words import ENVOYS, PERSONAL_TITLES
from framing.entities.names import Name
from framing.spans import Span

__all__ = ["Page", "apposed_name", "head_names"]


@dataclass(frozen=True, slots=True)
class Page:
    """What the article says elsewhere.

    Attributes:
        names: All names, in text order.
        starts: First characters of the names.
        surnames: Last words of persons' names.
        words: Symmetric form of the word that begins at a character.
        openings: First characters of the sentences.
        nouns: Where titles and nouns of sources end.
    """

    names: Sequence[Name]
    starts: Sequence[int]
    surnames: frozenset[str]
    words: dict[int, str]
    openings: frozenset[int]
    nouns: Collection[int]


_MASK = "X"
"""What stands in a phrase for a name that is not its head."""
_LINKS = frozenset("of for at in on from by to with against about among near close like including than via as".split())
_NO_FRONT = frozenset(
    "said says told who which that whose whom when where while but or nor is was were are be been has have had will "
    "would if because after before since until during such".split()
)
"""Words that no noun phrase in front of a name holds."""
_RELATED = re.compile(
    r"spokes\w+|lawyers?|attorneys?|counsel|aides?|advis[eo]rs?|all(?:y|ies)|friends?|members?|supporters?|critics?|agents?",
    re.IGNORECASE,
)
"""Whom a preposition behind makes somebody else's: "a spokesman for actor Rolf King"."""
_FOLLOWS = re.compile(
    r"(?:[’']s?)?(?: (?:at|in|on|during|after|before|through|last|this|from|of|with|via|by|himself|herself|itself"
    r"|themselves)\b|,|$)"
)
"""What stands behind a name that is a head: a place, a time, a body, and no noun."""
_BRACKETS = re.compile(r"^ \([^()]*\)")
_ASIDE = re.compile(r"^[^()]*\([^()]*\) (?=\S)")
"""A dateline in front of a name: "Ostvale (TNN) Mayor Ada Holm"."""
_JOINT = re.compile(r"(?:,? and|,|,? or| &) (?:[\w.]+ ){0,3}(?:[A-Z][\w.’'-]+ (?:and |, )?)*")
_TITLED = PERSONAL_TITLES | {"mr", "mrs", "ms", "miss", "sir", "dame", "dr"}
_ARTICLES = frozenset({"the", "a", "an"})
_MOST_FRONT_WORDS = 14
_OPENS = re.compile(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur) (?!of\b)")
_OWNED = re.compile(r"[’']s? (?:[\w-]+ ){0,4}[\w-]+$")
_TITLES_BETWEEN = re.compile(r"(?:[A-Z]?[\w.-]+ ){0,4}")


def head_names(written: str, start: int, inside: Sequence[Name], page: Page) -> tuple[Name, ...]:
    """Return the name that heads a noun phrase, with those that "and" joins to it; empty where none does.

    Args:
        written: The phrase.
        start: Its first character.
        inside: The names in it, in text order.
        page: The article's names and nouns.
    """
    for place, one in enumerate(inside):
        behind = _BRACKETS.sub("", written[one.span.end - start :])
        joined = _joined(written, start, inside[place:])
        follows = len(joined) > 1 or _FOLLOWS.match(behind) is not None
        if not follows or not _may_head(written, start, inside[:place], one, page):
            continue
        if len(joined) == 1 or joined[-1].kind == "person" or all(other.name in page.surnames for other in joined):
            return joined
        return joined[:1] if _FOLLOWS.match(behind) else ()
    return ()


def _joined(written: str, start: int, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the first of some names with the persons that are joined to it to the phrase's end."""
    first = names[0]
    rest = [one for one in names[1:] if one.kind != "body"]
    if first.kind == "body" or not rest or start + len(written) - rest[-1].span.end > 1:
        return (first,)
    joined = [first]
    for one in rest:
        if not _JOINT.fullmatch(written[joined[-1].span.end - start : one.span.start - start]):
            return (first,)
        joined.append(one)
    return tuple(joined)


def _may_head(written: str, start: int, before: Sequence[Name], one: Name, page: Page) -> bool:
    front = written[: one.span.start - start]
    for other in reversed(before):
        front = front[: other.span.start - start] + _MASK + front[other.span.end - start :]
    front = _ASIDE.sub("", front)
    words = front.split()
    if len(words) > _MOST_FRONT_WORDS or any(mark in front for mark in ',;:“”"()'):
        return False
    # Letters are no word: "WHO Director Ada Holm".
    lower = ["" if _is_letters(word) else word.strip(".").lower() for word in words]
    if _NO_FRONT & set(lower) or (
        _LINKS & set(lower) and (one.kind == "body" or not _is_office([word.strip(".") for word in words]))
    ):
        return False
    if one.kind == "person":
        return not _is_possessive(words[-1:]) or len(one.name.split()) > 1
    if words and _is_small(words[-1]):
        # "the influential TARN", "a jubilant Holm", "the Tarn-born Holm"
        return True
    if one.kind == "body":
        plain = len(one.name.split()) > 1 or not words or lower[-1] in {"the", _MASK.lower()}
        return plain or _is_noun(start + len(front.rstrip()), page, words)
    if not words:
        return one.name in page.surnames
    last = lower[-1].split("-")[-1]
    labels = [word for word in words if word.lower() not in _ARTICLES]
    alone = len(labels) == 1 and labels[0][0].isupper() and one.name in page.surnames
    return last in _TITLED or alone or _is_noun(one.span.start - 1, page, words)


def _is_office(words: Sequence[str]) -> bool:
    """Return whether the one preposition in front of a name is its title's: "Secretary of State", "head of news"."""
    links = [number for number, word in enumerate(words) if word.lower() in _LINKS]
    office = words[links[0] - 1].lower().split("-")[-1] if links[0] else ""
    behind = words[links[0] + 1 :]
    return (
        len(links) == 1
        and words[links[0]].lower() in ({"of", "for", "to"} if office in ENVOYS else {"of", "for"})
        and office in PERSONAL_TITLES
        and _RELATED.fullmatch(office) is None
        and behind[-1:] not in ([], ["the"])
        and (len(behind) == 1 or all(word[0].isupper() or word in {"and", "&", "the"} for word in behind))
    )


def _is_small(word: str) -> bool:
    """Return whether a word is a noun or an adjective in small letters, or ends in one."""
    last = word.rsplit("-", maxsplit=1)[-1]
    return last[:1].islower() and last not in _ARTICLES and not _is_possessive([word])


def _is_letters(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_possessive(words: Sequence[str]) -> bool:
    return bool(words) and words[-1].endswith(("’s", "'s", "s’", "s'"))


def _is_noun(end: int, page: Page, words: Sequence[str]) -> bool:
    """Return whether the word in front of a name, which ends at a character, is a noun for people or bodies."""
    return words[-1][0].islower() and (end in page.nouns or end - 1 in page.nouns) and not _is_possessive(words)


def apposed_name(article: Article, span: Span, head: Span, page: Page) -> Name | None:
    """Return the name behind a description: "a former harbour master, Jon Brandt", "its arm, the Harbour Network".

    The name may stand behind the stretch that is credited, when a comma or the verb follows it.

    Args:
        article: The article.
        span: The mention.
        head: Its words up to the first comma.
        page: The article's names and nouns.
    """
    place = bisect_left(page.starts, head.end)
    one = page.names[place] if place < len(page.names) else None
    if one is None or not article.text.startswith(", ", head.end):
        return None
    front = article.text[head.end + 2 : one.span.start]
    if one.kind == "body":
        closed = front in {"", "the "} and (one.span.end >= span.end or article.text[one.span.end] in ",.;:—")
        return one if closed and _opens(article.slice(head)) else None
    if one.front != head.end + 2 and not _TITLES_BETWEEN.fullmatch(front):
        return None
    words = article.slice(head)
    if one.kind == "single":
        return one if not front and one.span.end <= span.end and _is_kin(words, article, one, page) else None
    if front.split()[-1:] and front.split()[-1].lower() in PERSONAL_TITLES and one.span.end == span.end:
        return one
    if not _opens(words):
        return None
    closed = one.span.end >= span.end or article.text[one.span.end] in ",.:;—" or one.span.end == len(article.text)
    return one if closed or article.text[one.span.end : one.span.end + 6] == " said," else None


def _is_kin(words: str, article: Article, one: Name, page: Page) -> bool:
    """Return whether a description may have a given name alone behind it: "her son, Rolf,", and no place."""
    closed = one.span.end >= len(article.text) or article.text[one.span.end] in ",.;:—"
    person = page.words.get(one.span.start) == "<name>" and gender_of_role(words) is not None
    return closed and person and _opens(words)


def _opens(words: str) -> bool:
    """Return whether words describe one who may then be named."""
    described = _OPENS.match(words) is not None or _OWNED.search(words) is not None
    return described and not words.rstrip().endswith("s")
