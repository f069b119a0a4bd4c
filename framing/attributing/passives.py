"""Passives: whoever stands in front of "was told", "is accused of" or "had been denied" does not speak."""

import re
from dataclasses import replace

from framing.article import Article
from framing.attributing.credit import credit, sourced
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span, overlaps

__all__ = ["is_acted_upon", "with_agents"]

_BE = (
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got|[’']s|[’']re)"
    r"(?: (?:also|then|later|first|never|not|now|often|instead|even|once|still|\w+ly))*"
)
_QUOTED_AS = expression(_BE + r" (?:quoted|cited|reported)\b[^.;]{0,60}?\bas saying", re.IGNORECASE)
_CALLED = (
    "berated|blamed|branded|called|characteri[sz]ed|condemned|criticised|criticized|denounced|derided|described|dubbed"
    "|hailed|label+ed|lauded|mocked|named|pilloried|praised|termed|accused"
)
"""Participles that say something of somebody."""
_DONE_TO = (
    "asked|briefed|charged|denied|informed|invited|named|offered|ordered|questioned|quizzed|refused|required|sentenced"
    "|shown|urged|warned"
)
"""Participles that say what was done to somebody."""
_DONE = (
    rf"(?:{_CALLED}|{_DONE_TO}|alleged|announced|celebrated|confirmed|motivated|promised|rejected|reminded|reported|said"
    r"|suspected|told)\b"
)
_PASSIVE = expression(rf"(?:{_BE}|\bstands?|\bstood) {_DONE}", re.IGNORECASE)
_JOINED = expression(
    rf"{_BE} \w+(?:ed|en|wn|ld|id)\b[^.;:—–]{{0,120}}?(?:\band|\bor|\bbut|,)(?: (?:also|then|later|\w+ly))* $",
    re.IGNORECASE,
)
"""A passive that another participle is joined to: "was called a liar and [accused of]"."""
_PARTICIPLE = expression(rf"(?:{_CALLED})\b(?= (?:of|as|for|by|an?)\b| [“\"])", re.IGNORECASE)
"""A participle of saying something of somebody, without the object that the past tense has ("accused [him] of")."""
_GIVEN = expression(rf"{_BE} (?:{_DONE_TO})\b", re.IGNORECASE)
"""Passives that say what was done to somebody, and not what was said of somebody."""
_MET = expression(
    r"\b(?:draw(?:s|n)?|drew|fac(?:es?|ed|ing)|me(?:ets?|t) with|receive[ds]?|spark(?:s|ed)|trigger(?:s|ed))"
    r" (?:(?:fresh|further|growing|more|mounting|new|renewed|repeated|widespread) )*"
    r"(?:accusations?|allegations?|calls?|claims|complaints|criticism|demands|questions)\b",
    re.IGNORECASE,
)
"""What others say of the subject: "Norr faces calls to resign"."""
_AGENT = expression(
    r"\s*by ((?:[A-Z][\w.’'&-]*|(?:the|a|an|his|her|their|its|some|several) [\w’'-]+)(?: [A-Z][\w.’'&-]*){0,4})"
)


def with_agents(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution, credited to its agent if the cue is a passive: "was told by Ada Holm".

    "Holm was quoted by the Courier as saying" is credited to Holm. What was done to somebody without an agent ("had
    been denied a licence") becomes a plan.
    """
    if attribution.cue is None:
        return attribution
    cue = attribution.cue.span
    sentence = sentence_at(article, cue.start)
    if sentence is None:
        return attribution
    quoted = _QUOTED_AS.search(article.text, sentence.start, sentence.end)
    if quoted is not None and overlaps(quoted.span(), cue):
        return _quoted_as(article, attribution, Span(*quoted.span()), sentence)
    passive = _PASSIVE.search(article.text, cue.start, cue.end)
    if passive is None:
        return attribution
    agent = _AGENT.match(article.text, cue.end, sentence.end) or _AGENT.match(article.text, passive.end(), sentence.end)
    if agent is not None:
        contents = [span for span in attribution.content if not (span.start <= agent.start(1) < span.end)]
        if contents:
            return replace(credit(article, contents, cue, Span(*agent.span(1))), act="speech")
        return sourced(article, attribution, Span(*agent.span(1)))
    return replace(attribution, act="plan") if _GIVEN.search(article.slice(cue)) else attribution


def is_acted_upon(article: Article, attribution: Attribution) -> bool:
    """Return whether the source is the subject of a passive: "Norr is accused of", "Teak was denied"."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or source.span.end > cue.span.start:
        return False
    if _PASSIVE.search(article.text, *cue.span) is not None:
        return _QUOTED_AS.search(article.slice(cue.span)) is None
    met = _MET.search(article.text, source.span.start, cue.span.end)
    if met is not None and overlaps(met.span(), cue.span):
        return True
    joined = _JOINED.search(article.text, source.span.end, cue.span.start)
    return joined is not None and _PARTICIPLE.match(article.text, cue.span.start) is not None


def _quoted_as(article: Article, attribution: Attribution, cue: Span, sentence: Span) -> Attribution:
    """Return what somebody was quoted as saying, credited to the subject in front of the verb."""
    start = sentence.start
    before = article.text[start : cue.start].rstrip()
    subject = re.search(r"(?:[^“”\",;]|\d,\d)*$", before)
    source = Span(start + subject.start(), start + len(before)) if subject is not None else None
    if source is not None:
        source = Span(source.start + len(article.slice(source)) - len(article.slice(source).lstrip()), source.end)
    behind = [span for span in attribution.content if span.start >= cue.end]
    quoted = [Span(span.start, min(span.end, source.start if source else span.end)) for span in attribution.content]
    contents = behind or [span for span in quoted if span.end > span.start and span.end <= cue.start]
    rest = Span(cue.end + 1, sentence.start + len(article.slice(sentence).rstrip(" .\n")))
    contents = contents or ([rest] if rest.end > rest.start else [])
    return credit(article, contents, cue, source) if contents and source else attribution
