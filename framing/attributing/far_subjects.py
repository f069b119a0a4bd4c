"""What reports say that name nobody is not the subject's: "Holm has not commented after reports that it will close"."""

from framing.article import Article
from framing.attributing.credit import sourced
from framing.attribution import Attribution
from framing.expressions import expression

__all__ = ["without_far_subject"]

_NOUN = expression(r"(?:accusation|allegation|claim|report|rumou?r|speculation|suggestion)s?\b.*")
"""A noun for something said as the cue."""
_LED = expression(
    r"\b(?:after|against|amid|by|despite|following|from|given|on|over|to) (?:(?:an?|the) )?(?:(?!own\b)[a-z-]+ ){0,2}$"
)
"""What such a noun depends on: "resigned amid new [claims]"."""
_LOOKED_BACK = 40
"""Characters in front of a cue that may hold such words."""


def without_far_subject(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution, credited to nobody if its cue is a noun that only depends on what its source did."""
    cue = attribution.cue.span if attribution.cue else None
    source = attribution.source.span if attribution.source else None
    if cue is None or source is None or not _NOUN.fullmatch(article.slice(cue)):
        return attribution
    if not article.text.startswith("that ", attribution.content[0].start):
        return attribution
    led = _LED.search(article.text, max(cue.start - _LOOKED_BACK, 0), cue.start)
    return sourced(article, attribution, None) if led and source.start < led.start() else attribution
