"""Several of whom only the number is told, or the side: "some", "others", "many on the left", "critics of the plan"."""

import re
from collections.abc import Sequence

from framing.article import Article
from framing.expressions import expression
from framing.lexicons.forms import forms_of
from framing.lexicons.match import Match
from framing.modelling.canonical import class_of_capital
from framing.source_typing.bodies import hits_inside
from framing.source_typing.vote import Vote
from framing.spans import Span

__all__ = ["crowd_of", "tells_a_side"]

_CROWD = expression(
    r"(?:(?:still|so|far|too|the|these|such|many|some|several|a|one) )*"
    r"(?:some|many|several|most|others?|few|another|dozens|hundreds|thousands|millions|plenty|lots?|handful|number|persons?"
    r"|people|someone|somebody|anyone|everyone|no one|nobody|those|half"
    r"|(?:one|two|three)-(?:third|quarter|fourth|fifth)s?"
    r")"
    r"(?: (?:people|person|others|more))?(?: of (?:us|them|those|these))?"
    r"(?= (?:on|in|at|from|inside|outside|within|around|across|here|there|elsewhere|who|surveyed|polled|questioned)\b"
    r"|\Z)",
    re.IGNORECASE,
)
"""A mention without a noun for whoever speaks."""
_COUNTED = expression(
    r"(?:^|[.,;:“”\n] ?|\b(?:but|and|while|that|as) )"
    r"(?:[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Aa] few|[Mm]ore|[Dd]ozens of|[Oo]ther) "
    r"(?:[\w’'-]+ ){0,4}?[\w’'-]+\b"
)
"""A counted noun: "some economists"."""
_REST = expression(
    r"(?:and |but |while |still |yet )?(?:(?:many|some|several|the|a few) )?(?:others?|another)\b", re.IGNORECASE
)
"""The rest of those who were counted before."""
_PEOPLE = expression(
    r"(?:(?:[Mm]any|[Ss]ome|[Ss]everal|[Mm]ost|[Ff]ew|[Oo]ther) (?:[a-z-]+ )?(?P<counted>[A-Z]\w+)"
    r"|(?![Tt]he\b)(?:[\w’'%-]+ ){0,3}?(?P<plural>[A-Z]\w+s))(?= (?:who|in|on|at|from|by)\b|,|\Z)"
)
"""A people's members: "many Norlanders"; with "the" they are their government as often."""
_BACK = 400
"""Characters in front of "others" in which those are counted of whom they are the rest. Set by hand."""


def crowd_of(article: Article, mention: Span, roles: Sequence[Match]) -> Vote | None:
    """Return the vote of a mention that tells only how many speak; ``None`` for another.

    They are members of the public, unless the page has just said of whom they are the rest: "Some economists agree.
    Others say prices will fall."

    Args:
        article: The article.
        mention: The words.
        roles: Titles and nouns for sources, in text order.
    """
    people = _PEOPLE.match(article.text, mention.start, mention.end)
    if people and class_of_capital(people[people.lastgroup or 0]) == "<demonym>":
        return Vote("crowd", "citizen", Span(*people.span(people.lastgroup or 0)))
    if not _CROWD.match(article.text, mention.start, mention.end):
        return None
    if _REST.match(article.text, mention.start, mention.end):
        for counted in reversed(list(_COUNTED.finditer(article.text, max(mention.start - _BACK, 0), mention.start))):
            noun = next((hit for hit in hits_inside(roles, Span(*counted.span())) if hit.end == counted.end()), None)
            if noun and noun.entry.category != "document":
                return Vote("crowd", noun.entry.category, Span(noun.start, noun.end))  # type: ignore[arg-type]
    return Vote("crowd", "citizen", mention)


def tells_a_side(words: str) -> bool:
    """Return whether a noun for the public tells no more than on which side somebody stands.

    Officials, firms and passers-by may be critics, and a party's too.

    Examples:
        >>> tells_a_side("critics"), tells_a_side("voters")
        (True, False)
    """
    return words.lower() in forms_of("circumstance", "side")
