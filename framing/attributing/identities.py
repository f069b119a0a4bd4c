"""How a source is identified to the reader: by name, as somebody unnamed, as a group, or not at all."""

import re
from collections.abc import Mapping

from framing.article import Article
from framing.attributing.mentions import Mention
from framing.attribution import Identity, SourceType

__all__ = ["identity_of", "is_share"]

_ANONYMOUS = re.compile(
    r"\b(?:anonym\w*|(?:a|an|one|two|three|several|some|multiple|many|other|the) (?:\w+ ){0,4}"
    r"(?:sources?|insiders?|aides?)\b"
    r"|sources?\b|insiders?\b|(?:person|people|official|officials|individual) (?:familiar|close|with knowledge|briefed)"
    r"|(?:who|which) (?:spoke|asked|requested|declined|insisted))",
    re.IGNORECASE,
)
_NOT_NAMED = re.compile(
    r"condition of anonymity|not (?:be|to be) (?:named|identified)|not authori[sz]ed to (?:speak|discuss)"
)
_BODY_TYPES = frozenset(
    {"media", "government", "ngo", "international_organisation", "business", "law_enforcement", "military"}
)
_NAMES_JOINED = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}and (?:[A-Z][\w.’'-]+(?: |\Z)){1,3}")
_OWNED_BODY = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.]* )*[A-Z][\w.]*[’']s?(?: [A-Z][\w.]*| of| and| for| the)*(?: [A-Z]\w+)"
)
"""A body's name with a possessive in it: "the Tarn County Sheriff's Office"."""
_CAPITALISED = re.compile(r"[Tt]he [A-Z]\w+(?: [A-Z]\w+){0,3}")
_OFFICE = re.compile(r"(?:President|Minister|Chancellor|Governor|Mayor|Senator|Secretary|King|Queen|Speaker|[^s]s)$")
"""Whom a capital does not make a body: "the Prime Minister", "the Conservatives"."""
_SHARE = re.compile(
    r"(?:(?:about|around|nearly|almost|more than|less than|fewer than|roughly|just|only|another|some|most|an?|the|"
    r"large|small|vast|over|under|at least)\s+)*"
    r"(?:\d+(?:\.\d+)?(?: ?%| percent| per cent)|majorit(?:y|ies)\b|half\b|(?:three-)?quarters?\b|"
    r"(?:two[- ])?thirds?\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:[- ]in[- ]| out of )\w+\b|"
    r"(?:\w+ ){0,2}(?:adults|respondents|people|voters)\b)",
    re.IGNORECASE,
)
_NOUN_END = re.compile(
    r" (?:throughout|across|around|among|earlier|later|this|last|of|in|for|at|with|from|to|who|that)\b|,"
)


def identity_of(
    article: Article, mention: Mention, name: str, kind: SourceType, known: Mapping[str, Identity]
) -> Identity:
    """Return how the reader is told who it is; a pronoun is what the name that it stands for is.

    Args:
        article: The article.
        mention: The source as this attribution words it.
        name: Its canonical name.
        kind: Its type.
        known: Identities of names that the article gives, and of the mentions before.
    """
    text = article.slice(mention.span)
    if mention.kind == "name" and known.get(name) != "named_person":
        return "named_organisation" if kind in _BODY_TYPES or (name.isupper() and len(name) > 1) else "named_person"
    if mention.kind == "person" or known.get(name) == "named_person":
        return "named_person"
    if mention.kind in {"organisation", "country"} or known.get(name) == "named_organisation":
        return "document" if kind == "document" else "named_organisation"
    if kind == "document":
        return "document"
    near = article.text[mention.span.start : mention.span.end + 160]
    if mention.kind == "description" and (_ANONYMOUS.search(text) or _NOT_NAMED.search(near.split("\n")[0])):
        return "anonymous"
    if name in known:
        return known[name]
    owned = _OWNED_BODY.fullmatch(name) or (_CAPITALISED.fullmatch(name) and not _OFFICE.search(name))
    if kind in _BODY_TYPES | {"judiciary", "politician"} and owned:
        return "named_organisation"
    if _NAMES_JOINED.fullmatch(name):
        return "named_person"
    return "unnamed_group" if mention.plural or _is_group(name) or is_share(text) else "unnamed_person"


def is_share(mention: str) -> bool:
    """Return whether a mention is a share of the people, as polls word it.

    Examples:
        >>> is_share("six-in-ten adults"), is_share("A majority (55%)"), is_share("the mayor")
        (True, True, False)
    """
    return _SHARE.match(mention) is not None


def _is_group(name: str) -> bool:
    return bool(
        re.search(
            r"(?:[^s’']s|people|police|public|government|administration|ministry|department|agency|company|team|staff|"
            r"committee|court|group|party|campaign|opposition|military|army|charity|union|council|university)$",
            _NOUN_END.split(name, maxsplit=1)[0].lower(),
        )
    )
