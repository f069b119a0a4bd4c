"""The name of a source mention: the name that heads its noun phrase, or one that follows as an apposition.

"state news agency TNN", "the bill's author, Pia Strand" and "Mayor Ada Holm of Ostvale" have a name as head. "an aide
to Ada Holm", "the Tarn Times story" and "groups like Shore Watch" only hold a name. In front of a head stand titles,
nouns and adjectives, but no preposition except a title's own; behind it stands no noun.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.entities.genders import gender_of_role
from framing.entities.name_words import DOERS, ENVOYS, PERSONAL_TITLES, POST_NOMINALS
from framing.entities.names import Name
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Page", "apposed_name", "head_names"]


class Page(NamedTuple):
    """What the rest of the article tells about names.

    Attributes:
        names: All names, in text order.
        starts: First characters of the names.
        surnames: Last words of persons' names.
        words: The symmetric form of the word that begins at each offset.
        openings: First characters of the sentences.
        nouns: Offsets at which titles and nouns for sources end.
    """

    names: Sequence[Name]
    starts: Sequence[int]
    surnames: frozenset[str]
    words: dict[int, str]
    openings: frozenset[int]
    nouns: Collection[int]


_MASK = "X"
"""Stands in a phrase for a name that is not its head."""
_LINKS = frozenset("of for at in on from by to with against about among near close like including than via as".split())
_NO_FRONT = frozenset(
    "said says told who which that whose whom when where while but or nor is was were are be been has have had will "
    "would if because after before since until during such".split()
)
"""Words that cannot stand in a noun phrase in front of a name."""
_RELATED = expression(
    r"spokes\w+|lawyers?|attorneys?|counsel|aides?|advis[eo]rs?|all(?:y|ies)|friends?|members?|supporters?|critics?|agents?",
    re.IGNORECASE,
)
"""Nouns whose preposition leads to somebody else: "a spokesman for actor Rolf King"."""
_LETTERS = expression(rf",? (?:{'|'.join(sorted(POST_NOMINALS))})\b")
_FOLLOWS = expression(
    r"(?:[’']s?)?(?: (?:at|in|on|during|after|before|through|last|this|from|of|with|via|by|himself|herself|itself"
    rf"|themselves)\b|,|$| (?:{'|'.join(sorted(POST_NOMINALS))})(?:,|$))"
)
"""What may stand behind a name that is a head: a place, a time, a body or letters ("MP"), but no noun."""
_VERB = expression(r" [a-z]{2,}ed (?:a|an|by|for|his|her|in|it|on|that|the|their|them|through|to|with|[a-z]+s)\b")
"""A verb behind a person's name, which a mention that runs on has swallowed: "Mayor Ada Holm responded through"."""
_BRACKETS = expression(
    r"^ \([^()]*\)|^ (?:newspaper|magazine|tabloid|website)\b"
    r"|^ (?:[a-z][a-z-]* ){0,4}(?:group|organi[sz]ation|think tank|charity|firm|company|network|nonprofit)(?=$|,)"
)
"""What may stand between a head and what follows it: brackets, a noun that says what kind of outlet or body it is."""
_LETTERS_IN_BRACKETS = expression(r" \([A-Z][A-Za-z.&]{0,9}\)(?= )")
_ASIDE = expression(r"^[^()]*\([^()]*\) (?=\S)")
"""A dateline in front of a name: "Ostvale (TNN) Mayor Ada Holm"."""
_ASIDES = r"(?: \([^()\n]{1,30}\)|,? (?:of|from) (?:[A-Z][\w.]* ?){1,3}\b|, [DRI]-[A-Z][\w.]*)?"
"""What may stand behind each of several joined names: a party's letter, a state or town."""
_JOINT = expression(
    _ASIDES + r"(?:,? and|,|,? or| &) (?:[\w.]+ ){0,3}(?:[A-Z][\w.’'-]+ (?:and |, )?)*|, [^,\n]{1,60}, and "
)
_PLACE_BEHIND = (" of ", " from ", " in ", "-")
_JOINTS_END = expression(_ASIDES + r"[ ,.]*|, (?:[^,\n]{1,60}),?|[’'”\"]+s?")
"""What may follow the last of several joined names."""
_TITLED = PERSONAL_TITLES | {"mr", "mrs", "ms", "miss", "sir", "dame", "dr"}
_ARTICLES = frozenset({"the", "a", "an"})
_MOST_FRONT_WORDS = 14
"""Words in front of a name that may be its title or description. Set by hand, above the longest titles of officials."""
_OPENS = expression(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur) (?!of\b)")
_ONE_OF = expression(
    r"[Oo]ne of (?:the|its|their|his|her|our|my|(?:(?:Mr|Ms|Mrs|Dr)\. )?(?:[A-Z][\w.-]* ?)+[’']s) [\w’' -]+"
)
_APPOSED = expression(r", | (?:—|–|--) ")
_CLOSED = expression(r"(?: (?:of|from) [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?(?:[,.:;—]|\Z| (?:—|–|--)| said,)")
"""What ends a name behind a description: "one of the senators — Rolf Kirk of Tarn — said"."""
_FORMER = expression(r"[Ff]ormer (?:\w+ )*\w+")
_NOUN_END = expression(r" (?:of|for|at|in|on|to|from|with|and|who)\b")
_DEPARTMENTS = frozenset(
    "agency board bureau college commission department division institute ministry office school university".split()
)
_OFFICE_NOUNS = PERSONAL_TITLES | DOERS
_OWNED = expression(r"[’']s? (?:[\w-]+ ){0,4}[\w-]+$")
_TITLE_BEHIND = expression(r"(?:[’']s)? (?:[a-z][\w-]* ){1,4}")
"""A title between the body whose it is and its bearer's name."""
_TITLES_BETWEEN = expression(r"(?:[A-Z]?[\w.-]+ ){0,4}")


def head_names(written: str, start: int, inside: Sequence[Name], page: Page) -> tuple[Name, ...]:
    """Return the name that heads a noun phrase and the names that "and" joins to it; empty if none is the head.

    Args:
        written: The phrase.
        start: Its first character.
        inside: The names in it, in text order.
        page: The article's names and nouns.
    """
    singles = " and ".join(name.name for name in inside if name.kind == "single")
    if len(inside) > 1 and written.removeprefix("Both ").removeprefix("both ") == singles:
        return tuple(inside)  # "Ford and Chrysler"
    for place, name in enumerate(inside):
        behind = _BRACKETS.sub("", written[name.span.end - start :])
        joined = _joined(written, start, inside[place:])
        verb = name.kind == "person" and _VERB.match(behind) is not None
        follows = len(joined) > 1 or verb or _FOLLOWS.match(behind) is not None
        if not follows or not _may_head(written, start, inside[:place], name, page):
            continue
        known = all(member.kind == "person" or member.name in page.surnames for member in joined)
        if len(joined) == 1 or joined[-1].kind == "person" or known:
            return joined
        return joined[:1] if _FOLLOWS.match(behind) else ()
    return ()


def _joined(written: str, start: int, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the first name, together with the others if "and" joins them to it up to the end of the phrase."""
    first = names[0]
    rest = [
        name
        for name in names[1:]
        if name.kind != "body" and not written.endswith(_PLACE_BEHIND, 0, name.span.start - start)
    ]
    if first.kind == "body" or not rest or not _JOINTS_END.fullmatch(written[rest[-1].span.end - start :]):
        return (first,)
    joined = [first]
    for name in rest:
        if not _JOINT.fullmatch(written[joined[-1].span.end - start : name.span.start - start]):
            return (first,)
        joined.append(name)
    return tuple(joined)


def _may_head(written: str, start: int, before: Sequence[Name], name: Name, page: Page) -> bool:
    front = written[: name.span.start - start]
    for earlier in reversed(before):
        front = front[: earlier.span.start - start] + _MASK + front[earlier.span.end - start :]
    front = _LETTERS_IN_BRACKETS.sub("", front)
    front = _ASIDE.sub("", front)
    words = front.split()
    if len(words) > _MOST_FRONT_WORDS or any(mark in front for mark in ',;:“”"()'):
        return False
    # Letters are no word: "WHO Director Ada Holm".
    lower = ["" if _is_letters(word) else word.strip(".").lower() for word in words]
    if _NO_FRONT & set(lower) or (
        _LINKS & set(lower) and (name.kind == "body" or not _is_office([word.strip(".") for word in words]))
    ):
        return False
    if name.kind == "person":
        return not _is_possessive(words[-1:]) or len(name.name.split()) > 1
    if words and _is_small(words[-1]):
        # "the influential TARN", "a jubilant Holm", "the Tarn-born Holm"
        return True
    if name.kind == "body":
        plain = len(name.name.split()) > 1 or not words or lower[-1] in {"the", _MASK.lower()}
        return plain or _is_noun(start + len(front.rstrip()), page, words)
    if not words:
        return name.name in page.surnames
    last = lower[-1].split("-")[-1]
    labels = [word for word in words if word.lower() not in _ARTICLES]
    alone = len(labels) == 1 and labels[0][0].isupper() and name.name in page.surnames
    return last in _TITLED or alone or _is_noun(name.span.start - 1, page, words)


def _is_office(words: Sequence[str]) -> bool:
    """Return whether the one preposition in front of a name belongs to its title: "Secretary of State"."""
    both = [number for number, word in enumerate(words) if word == "and" and not _LINKS & set(words[:number])]
    if both and both[-1] and words[both[-1] + 1 :]:
        # "a former envoy and now Secretary of State": the last office is the one with a preposition.
        words = words[both[-1] + 1 :]
    links = [number for number, word in enumerate(words) if word.lower() in _LINKS]
    office = words[links[0] - 1].lower().split("-")[-1] if links[0] else ""
    behind = words[links[0] + 1 :]
    if len(links) == 1 and office in _DEPARTMENTS and words[-1].lower() in _OFFICE_NOUNS:
        return True  # "Tarn department of parks and piers chief Ada Holm"
    return (
        len(links) == 1
        and words[links[0]].lower() in ({"of", "for", "to"} if office in ENVOYS else {"of", "for"})
        and office in PERSONAL_TITLES | ENVOYS
        and _RELATED.fullmatch(office) is None
        and behind[-1:] not in ([], ["the"])
        and (len(behind) == 1 or all(not word[0].islower() or word in {"and", "the"} for word in behind))
    )


def _is_small(word: str) -> bool:
    """Return whether a word, or its last part behind a hyphen, is a noun or an adjective in small letters."""
    last = word.rsplit("-", maxsplit=1)[-1]
    return last[:1].islower() and last not in _ARTICLES and not _is_possessive([word])


def _is_letters(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_possessive(words: Sequence[str]) -> bool:
    return bool(words) and words[-1].endswith(("’s", "'s", "s’", "s'"))


def _is_noun(end: int, page: Page, words: Sequence[str]) -> bool:
    """Return whether the word in front of a name, which ends at ``end``, is a noun for people or bodies."""
    return words[-1][0].islower() and (end in page.nouns or end - 1 in page.nouns) and not _is_possessive(words)


def apposed_name(article: Article, span: Span, head: Span, page: Page) -> Name | None:
    """Return the name behind a description: "a former harbour master, Jon Brandt", "its arm, the Harbour Network".

    The name may stand behind the mention, if a comma or the verb follows the name.

    Args:
        article: The article.
        span: The mention.
        head: Its words up to the first comma.
        page: The article's names and nouns.
    """
    place = bisect_left(page.starts, head.end)
    name = page.names[place] if place < len(page.names) else None
    joint = _APPOSED.match(article.text, head.end)
    if name is None or joint is None:
        return None
    behind = page.names[place + 1] if place + 1 < len(page.names) else None
    if name.kind == "body" and behind is not None and behind.kind == "person":
        # "her colleague, Tarn Post reporter Ada Holm"
        titled = _TITLE_BEHIND.fullmatch(article.text, name.span.end, behind.span.start)
        name = behind if titled and name.front == joint.end() else name
    if name.kind == "single" and behind is not None and behind.kind == "person" and behind.front == joint.end():
        name = behind  # "the No. 2 Reformer, Ostvale Rep. Rolf Kirk"
    front = article.text[joint.end() : name.span.start]
    if name.kind == "body":
        closed = front in {"", "the "} and (name.span.end >= span.end or article.text[name.span.end] in ",.;:—")
        return name if closed and _opens(article.slice(head)) else None
    if name.front != joint.end() and not _TITLES_BETWEEN.fullmatch(front):
        return None
    words = article.slice(head)
    if name.kind == "single":
        return name if not front and name.span.end <= span.end and _is_kin(words, article, name, page) else None
    if front.split()[-1:] and front.split()[-1].lower() in PERSONAL_TITLES and name.span.end == span.end:
        return name
    if not _opens(words):
        return None
    letters = _LETTERS.match(article.text, name.span.end)
    end = letters.end() if letters else name.span.end
    return name if end >= span.end or _CLOSED.match(article.text, end) else None


def _is_kin(words: str, article: Article, name: Name, page: Page) -> bool:
    """Return whether a given name alone may stand behind a description: "her son, Rolf,". A place may not."""
    closed = name.span.end >= len(article.text) or article.text[name.span.end] in ",.;:—"
    person = page.words.get(name.span.start) == "<name>" and gender_of_role(words) is not None
    return closed and person and _opens(words)


def _opens(words: str) -> bool:
    """Return whether words describe one person or body, who may be named behind them."""
    if _ONE_OF.fullmatch(words.rstrip()):
        return True
    noun = _NOUN_END.split(words.rstrip(), maxsplit=1)[0]
    described = _OPENS.match(words) is not None or _OWNED.search(noun) is not None
    # "organizing director for the union": an office without an article.
    described = described or (noun != words and noun.rsplit(maxsplit=1)[-1].lower() in _OFFICE_NOUNS)
    # "former Tarn governor"
    described = described or (_FORMER.fullmatch(noun) is not None and noun.rsplit(maxsplit=1)[-1] in _OFFICE_NOUNS)
    return described and (not noun.endswith("s") or noun.endswith("ss"))
