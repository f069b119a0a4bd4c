"""Which of the tagged attributions are kept: the words of cue and source rule some out."""

import re

from framing.article import Article
from framing.attributing.clauses import FINITE, SHOWING
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression

__all__ = ["is_empty_subject", "is_hearsay", "is_inverted", "stands"]

_IN_TITLE_CASE = expression(rf"{FINITE.pattern}|\b[a-z]{{2,}}ed\b", re.IGNORECASE)
_LABEL = expression(r"(?:breaking|exclusive|listen|live|opinion|photos?|update|video|watch)\b", re.IGNORECASE)
"""Words in front of a headline's colon that name nobody."""

_IMPERSONAL = expression(
    r"(?:is|was|has been|had been|will be|[’']s)\b(?: \w+ly| also| now| still| often| generally)* "
    r"(?:accepted|agreed|alleged|announced|argued|assumed|believed|claimed|considered|estimated|expected|feared|hoped|known"
    r"|reported|revealed|rumou?red|said|suggested|suspected|thought|understood)\b",
    re.IGNORECASE,
)
_HEARSAY = expression(r"\b(?:alleg|report)edly\b", re.IGNORECASE)
_ANONYMITY = expression(
    r"(?:not|n[’']t|un) ?(?:been )?(?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|talk|discuss|comment|brief)"
    r"|on (?:the )?condition of anonymity$",
    re.IGNORECASE,
)
_NAMELESS = expression(
    r"(?:(?:that )?(?:he|she|they) )?(?:not )?(?:to )?(?:not )?(?:be )?(?:named|identified)\b|(?:for )?anonymity\b"
    r"|that (?:his|her|their) names?\b",
    re.IGNORECASE,
)
_PARTICIPLE = expression(r"\w+ed")
_IF = expression(r"(?:(?:But|And|So|Yet),? )?(?i:(?:even )?if) ")
_UNREAL = expression(r"\b(?:would|could|might)(?: not|n[’']t)? have\b")
_HAD = expression(r"(?: \w+ly)? had(?:n[’']t| not)?\b")
"""The past perfect behind "if": it was not so."""

_FEELING = (
    r"(?:alarm|anger|concerns?|confidence|disappointment|dismay|doubts?|fears?|frustrations?|fury|hopes?|objections?"
    r"|optimism|outrage|regrets?|relief|skepticism|surprise|support|sympathy|worries)"
)
_TIME = r"(?:after|although|as|before|even (?:as|though)|though|when|while)"
_VOICED = expression(rf"\b{_FEELING}(?: {_TIME})?$|[a-z] (?:after|although|(?:even )?though|when|while)$")
_MEANWHILE = expression(rf"\b{_TIME} (?!(?:if|that)\b|an?\b(?! [\w’'-]+ (?:\w+ )?(?:is|was|has|had)\b))")
"""How a clause begins that tells when somebody voiced a feeling: "voiced frustration [as the board met]"."""
_LOOKED_BACK = 40
"""Characters in front of a cue that may hold what the sentence goes against. Set by hand: four or five words."""
_AGAINST = expression(r"\b(?:[Dd]espite|[Cc]ontrary to|[Nn]otwithstanding) (?:[\w’'-]+ ){0,3}$")


def is_empty_subject(source: str, cue: str) -> bool:
    """Return whether the source is an "it" that stands for nobody: "it is believed", "it was widely reported"."""
    return source.strip().lower() == "it" and _IMPERSONAL.search(cue) is not None


def is_hearsay(cue: str) -> bool:
    """Return whether a cue says that something is told, but not by whom: "was reportedly"."""
    return _HEARSAY.search(cue) is not None


def is_inverted(article: Article, attribution: Attribution) -> bool:
    """Return whether a clause stands in front of its verb, and the subject behind it: "It will close, agrees Holm"."""
    cue = attribution.cue.span if attribution.cue else None
    source = attribution.source.span if attribution.source else None
    if cue is None or source is None or not 0 < source.start - cue.end <= 1:
        return False
    content, verb = attribution.content[-1], article.slice(cue)
    joint = article.text[content.end - 1 : cue.start]
    return content.end <= cue.start and verb.isalpha() and joint.strip() in {",", joint[:1] + ","}


def _is_adjective(article: Article, attribution: Attribution) -> bool:
    """Return whether a cue is a participle behind an owner: "the council's proposed rule will not be enough"."""
    cue = attribution.cue.span if attribution.cue else None
    source = attribution.source.span if attribution.source else None
    if cue is None or source is None or cue.start != source.end + 1:
        return False
    return (
        article.slice(source).endswith(("’s", "'s", "s’", "s'"))
        and _PARTICIPLE.fullmatch(article.slice(cue)) is not None
    )


def stands(article: Article, attribution: Attribution) -> bool:
    """Return whether an attribution can be traced to words on the page.

    A paraphrase with neither cue nor source cannot: nothing on the page says that somebody else said it. A clause that
    only explains anonymity ("were not authorised to discuss the talks", "asked not to be named") reports no statement.

    Args:
        article: The article.
        attribution: As tagged and linked, after ``with_speakers``.
    """
    if attribution.cue is None:
        return attribution.source is not None or attribution.kind == "direct"
    content = article.slice(attribution.content[0])
    announced = article.slice(attribution.cue.span)
    if not any(letter.isalpha() for letter in announced) and not _is_told_behind(article, attribution, content):
        return False
    if attribution.kind == "indirect" and (_is_unreal(article, attribution) or _is_adjective(article, attribution)):
        return False
    if _is_meanwhile(article, attribution) or _is_denied(article, attribution):
        return False
    return _ANONYMITY.search(announced) is None and _NAMELESS.match(content) is None


def _is_unreal(article: Article, attribution: Attribution) -> bool:
    """Return whether a condition that was never met has the words: "If Holm had told you …, you would have laughed"."""
    source, cue = attribution.source, attribution.cue
    sentence = sentence_at(article, source.span.start) if source else None
    if source is None or cue is None or sentence is None or not source.span.end < cue.span.end <= sentence.end:
        return False
    if not _IF.fullmatch(article.text[sentence.start : source.span.start]):
        return False
    past = _HAD.match(article.text, source.span.end, cue.span.end)
    return past is not None or _UNREAL.search(article.text, cue.span.end, sentence.end) is not None


def _is_meanwhile(article: Article, attribution: Attribution) -> bool:
    """Return whether the content is a clause that tells when a feeling was voiced, and not what was said."""
    cue, first = attribution.cue, attribution.content[0]
    if cue is None or attribution.kind == "direct" or not 0 < first.start - cue.span.end <= 1:
        return False
    if not _VOICED.search(article.slice(cue.span)):
        return False
    joint = article.text.rfind(" ", cue.span.start, cue.span.end) + 1
    return any(_MEANWHILE.match(article.text, place, first.end) for place in (joint, first.start))


def _is_denied(article: Article, attribution: Attribution) -> bool:
    """Return whether the content is the writer's denial: "Despite claims from the board, [the dam is not safe]"."""
    source, cue, first = attribution.source, attribution.cue, attribution.content[0]
    if source is None or cue is None or cue.span.end > source.span.start or source.span.end > first.start:
        return False
    between = article.text[source.span.end : first.start]
    ahead = article.text[max(cue.span.start - _LOOKED_BACK, 0) : cue.span.start]
    return between.strip() == "," and _AGAINST.search(ahead) is not None


def _is_told_behind(article: Article, attribution: Attribution, content: str) -> bool:
    """Return whether the content behind a bare mark was told: a quotation, a clause, or a document's headline."""
    source = article.slice(attribution.source.span) if attribution.source else ""
    if _LABEL.match(source):
        return False
    if attribution.kind != "indirect" or FINITE.search(content):
        return True
    if article.kind_at(attribution.content[0].start) != "headline":
        return False
    return _IN_TITLE_CASE.search(content) is not None or SHOWING.search(source) is not None
