"""Whether anonymity is explained, and whether a source passes on somebody else's words."""

import re

from framing.article import Article
from framing.attribution import Attribution, Source
from framing.expressions import expression

__all__ = ["RELAYED", "is_explained", "is_relayed"]

_REASON = expression(
    r"\b(?:(?:on (?:the )?condition (?:of anonymity"
    r"|(?:that )?(?:he|she|they)\b[^.]{0,40}\bnot (?:to )?be (?:named|identified))"
    r"|ask(?:ed|ing) (?:not to be (?:named|identified)|for anonymity|that (?:his|her|their) names?)"
    r"|request(?:ed|ing) anonymity|declin(?:ed|ing) to (?:be (?:named|identified)|give (?:his|her|their) names?))"
    r"[^.]{0,60}?\b(?:because|since|to|for fear|fearing|citing|so|due|given|amid|out of|in order|discussing"
    r"|describing)\b"
    r"|(?:not|n[’']t|un) ?authori[sz]ed to (?:speak|talk|discuss|comment|brief)"
    r"|(?:fear(?:s|ed|ing)?|for fear) (?:of )?(?:retaliation|reprisals?|retribution|losing|for (?:his|her|their))"
    r"|because of the (?:sensitivity|sensitive nature)"
    r"|(?:could|would|can|may) not (?:be (?:identified|named|quoted)|speak)[^.]{0,40}?\bbecause\b|sworn to secrecy"
    r"|to (?:discuss|describe|speak about) (?:private|internal|sensitive|ongoing)"
    r"|spoke anonymously (?:because|to|for|out)|granted anonymity)",
    re.IGNORECASE,
)
_WINDOW = 320
"""Characters on each side of a source in which the reason for its anonymity is looked for. Set by hand: about three
sentences, since the reason often stands in the sentence before or after."""
RELAYED = expression(
    r"\b(?:reported|reports?|cit(?:ed|es|ing)|quot(?:ed|es|ing)|according to|relayed?|recount(?:ed|s)"
    r"|read (?:from|out))\b"
    r"|\b(?:told (?:by|that)|heard (?:from|that)|learned from)\b",
    re.IGNORECASE,
)
"""Cues of those who mostly pass on somebody else's words."""
_OPENING = 60
"""Characters of a content in which it names whose words are passed on."""
_QUOTING = expression(r"\b(?:cit|quot|relay)", re.IGNORECASE)
_OTHERS = expression(
    r"\b(?:estimates?|figures?|data|statistics|officials?|sources?|witnesses|documents?|reports?|polls?|surveys?"
    r"|according to|said|told|claims?|statements?)\b",
    re.IGNORECASE,
)


def is_explained(article: Article, attribution: Attribution, source: Source) -> bool:
    """Return whether the article says near the source why it is not named (the rule of most style guides)."""
    start = max(source.span.start - _WINDOW, 0)
    end = max(attribution.content[-1].end, source.span.end) + _WINDOW
    return _REASON.search(article.text, start, end) is not None


def is_relayed(article: Article, attribution: Attribution) -> bool:
    """Return whether the source passes on somebody else's words: "cited a report". An outlet that reports may not."""
    if attribution.cue is None:
        return False
    cue = article.slice(attribution.cue.span)
    if not _QUOTING.search(cue):
        return False
    content = attribution.content[0]
    between = article.text[attribution.cue.span.end : content.start]
    return _OTHERS.search(between + article.slice(content)[:_OPENING]) is not None
