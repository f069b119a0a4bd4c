"""The identity of a source: named, unnamed, a group, or anonymous."""

import re
from typing import Literal

from framing.article import Article
from framing.attribution import Identity, SourceType
from framing.entities import Row
from framing.entities.name_words import GENERIC_BODIES
from framing.entities.personal_nouns import THRONGS, is_personal
from framing.expressions import expression
from framing.source_typing.bearers import is_like_body, is_like_person
from framing.spans import Span

__all__ = ["identity_of", "is_anonymous", "signs_of_anonymity"]

_ANONYMOUS = expression(
    r"\b(?:anonym\w*|unidentified|unnamed|sources?\b|insiders?\b"
    r"|(?:person|people|official|officials|individual) (?:familiar|close|with knowledge|briefed)"
    r"|(?:who|which) (?:spoke|asked|requested|declined|insisted))",
    re.IGNORECASE,
)
_NOT_NAMED = expression(
    r"condition of anonymity|not (?:be|to be) (?:named|identified)|not authori[sz]ed to (?:speak|discuss)"
)
_BODY_TYPES = frozenset(
    {"media", "government", "ngo", "international_organisation", "business", "law_enforcement", "military"}
)
_SEVERAL = frozenset({"they", "we", "them", "us", "their", "our"})
_NEAR = 160
"""Characters behind a mention in which the page may say that the name is withheld. Set by hand."""
_OWNED_BODY = expression(
    r"(?:[Tt]he )?(?:[A-Z][\w.]* )*[A-Z][\w.]*[’']s?"
    r"(?:(?: [A-Z][\w.]*| of| and| for| the)*(?: [A-Z]\w+)| (?:campaign|office))"
)
"""A body's name with a possessive in it: "the Tarn County Sheriff's Office", "Ada Holm's office"."""
_CAPITALISED = expression(r"[A-Z]\w+(?: [A-Z]\w+){0,3}")
_PROPER = expression(
    r"(?:[\w.-]+ )*?[A-Z][\w.’'-]*(?: [A-Z][\w.]*)* (?:administration|government|army|navy|air force|military|campaign|"
    r"parliament|company|university|council|court|embassy|group|foreign ministry|ministry|team|"
    r"(?:news|press|state) agency)$"
    r"|(?:state|city|county|kingdom|commonwealth|province) of [A-Z][\w ]+$"
)
"""A body's noun behind a proper name: "the Orr administration", "the Norland army"."""
_OFFICE = expression(r"(?:President|Minister|Chancellor|Governor|Mayor|Senator|Secretary|King|Queen|Speaker|[^s]s)$")
"""Words with a capital that are no bodies: "the Prime Minister", "the Conservatives"."""
_SHARE_OF = expression(
    rf"^(?:at least )?(?:an? |the )?(?:[\w-]+ )?(?:numbers?|majority|dozens?|hundreds|thousands|some|many|most|"
    rf"several|none|few|{THRONGS}) of (?:the |these |those |his |her |its |their |our |my )?",
    re.IGNORECASE,
)
"""Words for how many of a group speak."""
_NOUN_END = expression(
    r" (?:throughout|across|around|among|here|there|nationwide|earlier|later|this|last|of|in|on|for|at|with|from|to"
    r"|who|that)\b|,| [–—]"
)

_GROUP = expression(
    r"(?:[^s’']s|\b(?:people|police|public|alumni|government|administration|ministry|department|agency|company|team|staff|media|"
    r"press|community|cabinet|(?:sub)?committee|court|panel|board|industry|sector|lobby|group|party|campaign|opposition|"
    r"military|army|charity|union|council|university|"
    r"audience|branch|camp|caucus|church|city|club|coalition|couple|country|crew|crowd|delegation|district|electorate|"
    r"embassy|faction|family|firm|foundation|hospital|household|institute|jury|leadership|league|left|machine|magazine|"
    r"majority|mission|movement|museum|nation|neighbou?rhood|network|newspaper|newsroom|office|organi[sz]ation|outlet|"
    r"plurality|profession|project|regime|right|school|service|side|state|station|town|tribe|website|wing"
    r"|(?:central|commercial|investment) bank|(?:media|news|web) site"
    r"|(?:arms|auto|car|chip|drug|gun|phone|plane|toy|truck)[ -]?maker))$"
)
"""The end of a noun for several: a plural, or a body."""


def identity_of(
    article: Article, row: Row, kind: SourceType, bearer: Literal["person", "body"] | None = None
) -> Identity:
    """Return how an article identifies an entity to its readers.

    Args:
        article: The article.
        row: The entity's row.
        kind: Its type.
        bearer: Whether a person or a body bears the name in other articles; ``None`` if they do not tell.
    """
    if row.kind in {"person", "body", "single"} and kind != "document":
        if is_like_person(article, row):
            bearer = "person" if row.kind != "body" else bearer
        elif row.kind != "body" and is_like_body(article, row):
            bearer = "body"
        if bearer:
            return "named_person" if bearer == "person" else "named_organisation"
    if row.kind == "person":
        return "named_person"
    if row.kind in {"body", "place"}:
        return "document" if kind == "document" else "named_organisation"
    if row.kind == "single":
        body = kind in _BODY_TYPES or (row.name.isupper() and len(row.name) > 1)
        return "document" if kind == "document" else "named_organisation" if body else "named_person"
    if row.kind == "pronoun":
        return "unnamed_group" if row.name in _SEVERAL else "unnamed_person"
    return _of_description(article, row, kind)


def is_anonymous(text: str, mention: Span) -> bool:
    """Return whether a mention of a source that is not named, or the words behind it, say that the name is withheld."""
    near = text[mention.start : mention.end + _NEAR].split("\n", maxsplit=1)[0]
    return _ANONYMOUS.search(text[mention.start : mention.end]) is not None or _NOT_NAMED.search(near) is not None


def signs_of_anonymity(text: str) -> list[int]:
    """Return where words stand by which ``is_anonymous`` tells; a text without them has no anonymous source."""
    return [sign.start() for words in (_ANONYMOUS, _NOT_NAMED) for sign in words.finditer(text)]


def _of_description(article: Article, row: Row, kind: SourceType) -> Identity:
    if kind == "document":
        return "document"
    if any(is_anonymous(article.text, phrase.span) for phrase in row.phrases):
        return "anonymous"
    name = row.name
    owned = _OWNED_BODY.fullmatch(name) or (_CAPITALISED.fullmatch(name) and not _OFFICE.search(name))
    person = is_personal(name.rsplit(maxsplit=1)[-1])
    named = (owned and not person) or _PROPER.match(name)
    if kind in _BODY_TYPES | {"judiciary", "politician"} and not row.plural and named:
        return "named_organisation"
    return "unnamed_group" if row.plural or _is_group(name) else "unnamed_person"


def _is_group(name: str) -> bool:
    name = _SHARE_OF.sub("", name)
    noun = _NOUN_END.split(name, maxsplit=1)[0].lower()
    return _GROUP.search(noun) is not None or noun.split(" ")[-1] in GENERIC_BODIES
