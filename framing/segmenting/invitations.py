"""Boxes that ask the reader to subscribe, sign up or listen: on the page, inside of the story and no part of it."""

import re

from framing.expressions import expression

__all__ = ["is_invitation"]

_LONGEST_FORM = 700
"""Characters of a form in one paragraph; those of the news sample have up to 543."""
_LONGEST = 300
"""Characters of an invitation without a form: above are stories about newsletters."""
_SIGNS = (
    "sign up",
    "signing up",
    "subscribe",
    "inbox",
    "newsletter",
    "recaptcha",
    "listen ·",
    "replay more videos",
    "by email",
    "by e-mail",
    "full access",
    "our biggest stories",
    "our top stories",
    "our best stories",
    "signing you up",
    "enable javascript",
    "not a robot",
)
"""One of these stands in whatever is found; most paragraphs have none."""
_SMALL_PRINT = expression(
    r"""by\ sign(?:ing|ed)\ up,?\ you\ agree\ to\ (?:receive|our|the\ terms)|you\ can\ unsubscribe\ at\ any\ time
    |(?:this\ )?site\ is\ protected\ by\ recaptcha|verify\ you[’']re\ not\ a\ robot
    |\bsign\ up\ loading\b|\be-?mail\ sign\ up\b|issue\ signing\ you\ up|enable\ javascript\ to\ use""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a form says of itself."""
_OFFER = expression(
    r"""(?:in|to|into|meets?)\ your\ (?:e-?mail\ )?inbox|newsletters?\b|\bby\ e-?mail\b
    |\b(?:our|the)\ (?:biggest|top|best)\ stories|\bfull\ access""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED = expression(
    r"(?<![“\"‘'\w])(?:Sign\ [Uu]p|SIGN\ UP|Subscribe|SUBSCRIBE|Get|Want|Click\ (?:here\ )?to\ subscribe)\b"
    r"|:\ (?:sign\ up|subscribe)\ (?:for|to)\ (?:our|the)\b"
    r"|^(?:For|To)\ [^.“”\"]{3,140}(?:,\ |\bor\ )(?:sign\ up|subscribe)\ (?:for|to)\b",
    re.VERBOSE,
)
"""An imperative that opens a sentence or stands as the text of a button, where nobody says it."""
_TOLD = expression(
    r"\b(?:said|says|told|tells|wrote|writes|asked|urged|announced|added|according\ to)\b", re.IGNORECASE | re.VERBOSE
)
_PLAYER = expression(
    r".{3,260}\ listen\ ·\ \d{1,2}:\d\d(?:\ \d{1,2}:\d\d)?$|just\ watched\ .{3,200}\ replay\ more\ videos\b",
    re.IGNORECASE | re.VERBOSE,
)
"""The text of a player's buttons around the title of a recording."""


def is_invitation(written: str) -> bool:
    """Return whether a paragraph is a box for subscribing to a newsletter, or for a recording.

    Args:
        written: The paragraph.
    """
    if len(written) > _LONGEST_FORM:
        return False
    small = written.lower()
    if not any(sign in small for sign in _SIGNS):
        return False
    if _PLAYER.match(written):
        return True
    offered = _OFFER.search(written) is not None
    if _SMALL_PRINT.search(written) and (offered or len(_SMALL_PRINT.findall(written)) > 1):
        return _TOLD.search(written) is None
    return len(written) <= _LONGEST and offered and _ASKED.search(written) is not None and _TOLD.search(written) is None
