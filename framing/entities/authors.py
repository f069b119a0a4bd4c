"""Whose words a text holds: "a report from TNN" is TNN's, "the Tarn Times story" the outlet's, "an op-ed by Holm" hers.

A reader takes what an outlet prints for the outlet's word, and what somebody wrote for theirs. Studies, polls, rulings
and an agency's reports speak for themselves.
"""

import re
from collections.abc import Callable, Sequence

from framing.entities.names import Name
from framing.spans import Span

__all__ = ["PRINTED", "author_of"]

_PRINTED = r"(?:stor(?:y|ies)|articles?|reporting|headlines?|editorials?|newscasts?|broadcasts?|coverage|scoop)"
PRINTED = re.compile(rf"(?<= ){_PRINTED}\b")
"""What only an outlet has."""
_REPORT = r"(?:reports?|interviews?|account|piece|analysis|investigation|feature|segment)"
"""What outlets and others have."""
_WRITTEN = (
    r"(?:op-eds?|essays?|columns?|opinion piece|piece|article|tweets?|(?:blog )?posts?|letters?|e-?mails?|memoir"
    r"|statement)"
)
"""What a person writes."""
_OF_PERSON = re.compile(rf"[’']s? (?:[\w-]+ ){{0,3}}?{_WRITTEN}\b")
_OF_OUTLET = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}?(?:(?P<printed>{_PRINTED})|{_REPORT})"
    r"(?=$| (?:on|about|that|published|from|in)\b)"
)
_FROM = re.compile(
    r"(?:(?:an?|the|one|its|this|that|another) )?(?:[\w’'-]+ ){0,3}?"
    rf"(?:(?P<printed>{_PRINTED})|(?P<report>{_REPORT})|{_WRITTEN})(?: published)? (?P<by>from|by|in|at|on) "
    r"(?:the )?(?:[A-Z][\w.]* |[a-z]+ )?$"
)


def author_of(written: str, span: Span, inside: Sequence[Name], is_outlet: Callable[[Name], bool]) -> Name | None:
    """Return the name of whose text a description is, ``None`` where it is no text or nobody's.

    Args:
        written: The description.
        span: Where it stands.
        inside: The names in it, in text order.
        is_outlet: Whether a name is that of an outlet.
    """
    for one in inside:
        behind = _FROM.fullmatch(written, 0, one.span.start - span.start)
        if behind is None:
            continue
        if one.kind == "person" and behind["by"] in {"by", "from"} and not behind["report"]:
            return one
        if one.kind != "person" and (behind["printed"] or is_outlet(one)):
            return one
    for one in inside:
        end = one.span.end - span.start
        if one.kind == "person" and _OF_PERSON.match(written, end):
            return one
        owned = _OF_OUTLET.match(written, end)
        if one.kind != "person" and owned is not None and (owned["printed"] or is_outlet(one)):
            return one
    return None
