"""The author of a text that is a source: "a report from TNN" is TNN's, "an op-ed by Holm" is Holm's.

A reader takes what an outlet prints as the outlet's word, and what a person wrote as the person's. Studies, polls,
rulings and an agency's reports have no author here: they speak for themselves.
"""

from collections.abc import Callable, Sequence

from framing.entities.names import Name
from framing.expressions import expression
from framing.spans import Span

__all__ = ["PRINTED", "author_of"]

_PRINTED = (
    r"(?:stor(?:y|ies)|articles?|reporting|headlines?|editorials?|newscasts?|broadcasts?|coverage|scoop"
    r"|editorial board)"
)
PRINTED = expression(rf"(?<= ){_PRINTED}\b")
"""Nouns for texts that only an outlet prints."""
_REPORT = (
    r"(?:reports?|interviews?|account|piece|analysis|investigation|feature|segment|website"
    r"|(?:Twitter|Facebook) (?:page|account|feed))"
)
"""Nouns for texts that outlets and others publish."""
_WRITTEN = (
    r"(?:op-eds?|essays?|columns?|opinion piece|piece|article|tweets?|(?:blog )?posts?|letters?|e-?mails?|memoir"
    r"|statements?|comments|remarks|announcement|summary|description|notes|views|testimony|speech|address|inaugural"
    r"|claims?|assertions?|warning|account|response|reply|argument|message|declaration|pledge|promise|video"
    r"|memos?|memorandum)"
)
"""Nouns for texts that a person writes."""
_STATED = (
    r"(?:statements?|comments|remarks|announcement|tweets?|(?:blog )?posts?|(?:press|news) releases?|response|reply"
    r"|projections?|forecasts?|estimates?)"
)
"""Nouns for what a body says; its reports, polls and letters speak for themselves."""
_OF_PERSON = expression(rf"[’']s? (?:[\w-]+ ){{0,3}}?{_WRITTEN}\b")
_OF_BODY = expression(
    rf"(?:[’']s? (?:[\w-]+ ){{0,3}}?{_STATED}\b(?! of \w+s\b)| (?:statement|(?:press|news) release)\b)"
)
_OF_OUTLET = expression(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}?(?:(?P<printed>{_PRINTED})|{_REPORT})"
    r"(?=$| (?:on|about|that|published|from|in)\b)"
)
_FROM = expression(
    r"(?:(?:an?|the|one|its|this|that|another) )?(?:[\w’'-]+ ){0,3}?"
    rf"(?:(?P<printed>{_PRINTED})|(?P<report>{_REPORT})|(?P<stated>{_STATED})|{_WRITTEN})"
    r"(?: (?:published|sent|written|signed|issued|released|posted|penned)(?: [A-Z]?[a-z]+day(?: [a-z]+)?)?)? "
    r"(?P<by>from|by|in|at|on behalf of|on) "
    r"(?:the )?(?:[A-Z][\w.]* |[a-z]+ )?$"
)
_PROFILE = expression(
    r"(?:(?:an?|the|one|his|her) )?(?:[\w’'-]+ ){0,3}?(?:accounts?|pages?|profiles?) "
    r"(?:for|belonging to|credited to|in the name of|registered to|under the name|run by) (?:[A-Z][\w.]* )?$"
)
"""Words in front of whoever writes under a name on a platform: "an account credited to Ada Holm"."""
_SENDERS = frozenset({"by", "from", "on behalf of"})
"""Prepositions in front of whoever wrote or sent a text; others may name where it stands."""


def author_of(
    written: str,
    span: Span,
    inside: Sequence[Name],
    is_outlet: Callable[[Name], bool],
    kind_of: Callable[[Name], str],
) -> Name | None:
    """Return the name of a text's author; ``None`` if the description is no text or names no author.

    Args:
        written: The description.
        span: Where it stands.
        inside: The names in it, in text order.
        is_outlet: Whether a name is that of an outlet.
        kind_of: The kind of whom a name stands for: a surname alone is a person's too.
    """
    for name in inside:
        if kind_of(name) == "person" and _PROFILE.fullmatch(written, 0, name.span.start - span.start):
            return name
        behind = _FROM.fullmatch(written, 0, name.span.start - span.start)
        if behind is None:
            continue
        sent = behind["by"] in _SENDERS
        if kind_of(name) == "person":
            if sent and not behind["report"]:
                return name
        elif behind["printed"] or (sent and behind["stated"]) or is_outlet(name):
            return name
    for name in inside:
        end = name.span.end - span.start
        person = kind_of(name) == "person"
        if (_OF_PERSON if person else _OF_BODY).match(written, end):
            return name
        owned = _OF_OUTLET.match(written, end)
        if not person and owned is not None and (owned["printed"] or is_outlet(name)):
            return name
    return None
