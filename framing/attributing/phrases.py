"""Credits in a phrase of their own: "per Holm", "in Holm's view", "as Holm put it", "according to the audit"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span, overlaps

__all__ = ["find_phrases"]

_NAME = (
    r"(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir |[Ii]ts )?"
    r"(?:[A-Z][\w.’'&-]*|police|officials|sources|court"
    r"|[a-z]+ (?:report|study|poll|survey|filing|data|records|documents|statement)s?)"
    r"(?: (?:of |for |and |the )*(?:[A-Z][\w.’'&-]*|\d+))*"
)
_WHOSE = r"(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}[’']s?|his|her|their|its)"
_PHRASE = expression(
    rf"\bper (?P<per>{_NAME})(?=[.,;)\n]|$)"
    rf"|\b[Ii]n (?P<view>{_WHOSE}) (?:view|opinion|words|telling|account|estimation)\b"
    rf"|\b[Ii]n the (?:view|opinion|words) of (?P<viewer>{_NAME})"
    rf"|\b[Aa]s (?P<put>{_NAME}|he|she|they) (?:puts?|has put|described|explained|noted) it\b"
    rf"|\b[Aa]s (?P<noted>{_NAME}|he|she|they) (?:points? out|pointed out|not(?:ed|es)|argue[ds]|reported|warned)\b"
    r"|\b[Ii]n (?P<poll>(?:an?|the|one|another|its|their) "
    r"(?:(?!(?:about|after|at|before|during|in|on|to|with) )[\w./&’'-]+ ){0,6}(?:poll|survey)\b)"
    r"|\b[Aa]ccording to (?P<to>[^,;:.\n“”\"()]+(?:\.(?=\S)[^,;:.\n“”\"()]*)*)"
)
_VOICED = expression(
    r"\b(?P<what>(?:(?i:the|an?|some|many) (?:[a-z][\w-]* ){0,2})?"
    r"(?i:concern|fear|doubt|reservation|criticism|worrie|objection|complaint|hope|misgiving)s?) "
    rf"(?P<cue>(?:expressed|voiced|raised|aired) by) (?P<who>{_NAME}(?: and (?:[a-z][\w-]* )?[a-z][\w-]*s\b)?)"
)
"""A noun for something said, and who said it: "the safety concerns raised by the Harbour Board"."""
_VOICED_BY = ("expressed by", "voiced by", "raised by", "aired by")
_METHOD = expression(
    r"(?:a|an|the) (?:\w+ )?(?:method|plan|rules?|size|age|need|order|principle|timetable|schedule)s?\b"
)
"""Nouns behind "according to" that are no sources: "according to plan"."""
_FIGURES = expression(r"\d|\b(?:half|majority|most|percent|per cent|third|quarter)\b")
"""Figures, without which a phrase with a poll does not tell what the poll says."""
_QUOTE_BEHIND = expression(r"[,:]? ([“\"][^“”\"\n]+[”\"])")
_APPOSED = expression(rf"(?:an?|the|one of) (?!.*{FINITE.pattern})", re.DOTALL)
"""A noun phrase without a clause."""
_PLAIN = frozenset({"per", "to", "noted", "poll"})
"""Phrases in which the tagger, if it marked one, is right as often as these patterns."""
_OPENING = expression(r"(?:(?:But|And|Yet|Still|So|Now|Also|However|Instead),? |[“\"‘'(—–-]+\s*)*$")


def find_phrases(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions of crediting phrases; of plain ones only those that no known cue covers.

    Args:
        article: The article.
        known: The attributions found so far, in text order.
    """
    yield from _voiced(article, known)
    cues = [(attribution.cue.span, attribution) for attribution in known if attribution.cue is not None]
    for phrase in _PHRASE.finditer(article.text):
        cue = Span(*phrase.span())
        group = phrase.lastgroup
        if group is None:
            continue
        source = Span(phrase.start(group), phrase.start(group) + len(phrase[group].rstrip(" .")))
        sentence = sentence_at(article, cue.start)
        if sentence is None or is_quoted(article, cue.start) or (group == "to" and _METHOD.match(phrase[group])):
            continue
        covered = any(
            overlaps(cue, known_cue)
            and _stays(attribution, group, source)
            and not _is_apposition(article, attribution.content[-1], sentence, cue)
            for known_cue, attribution in cues
        )
        if covered:
            continue
        content = _content(article, sentence, cue)
        if group == "poll" and (content is None or not _FIGURES.search(article.slice(content))):
            continue
        if content is not None and word_count(article, content) > 1:
            verb = Span(cue.start, source.start - 1) if group in {"to", "per"} else cue
            yield replace(credit(article, [content], verb, source), act="speech")


def _voiced(article: Article, known: Sequence[Attribution]) -> Iterator[Attribution]:
    if not any(words in article.text for words in _VOICED_BY):
        return
    taken = [span for attribution in known for span in attribution.content]
    for phrase in _VOICED.finditer(article.text):
        content = Span(*phrase.span("what"))
        if is_quoted(article, content.start) or any(overlaps(content, span) for span in taken):
            continue
        cue = Span(*phrase.span("cue"))
        source = Span(phrase.start("who"), phrase.start("who") + len(phrase["who"].rstrip(".")))
        yield replace(credit(article, [content], cue, source), act="speech")


def _stays(known: Attribution, group: str, source: Span) -> bool:
    """Return whether a known attribution stays: a quotation, or a plain phrase whose source stands in the phrase."""
    if known.kind == "direct":
        return True
    return group in _PLAIN and known.source is not None and overlaps(known.source.span, source)


def _is_apposition(article: Article, content: Span, sentence: Span, cue: Span) -> bool:
    """Return whether a content is only what a clause ends with: "It closed the pier[, a landmark], according to"."""
    before = article.text[sentence.start : max(content.start, sentence.start)]
    apart = before.endswith(", ") and 0 <= cue.start - content.end <= len(", ")
    return apart and _APPOSED.match(article.slice(content)) is not None and FINITE.search(before) is not None


def _content(article: Article, sentence: Span, phrase: Span) -> Span | None:
    """Return the clause that a phrase credits: the one behind it if it opens the sentence, else the one in front."""
    text = article.text
    before = text[sentence.start : phrase.start]
    end = phrase.end
    quoted = _QUOTE_BEHIND.match(text, end, sentence.end)
    if quoted is not None:
        return Span(quoted.start(1), quoted.end(1))
    if _OPENING.fullmatch(before):
        comma = re.compile(r"[^,.;\n]{0,120}?,\s+").match(text, end, sentence.end)
        if comma is None:
            return None
        return _bare(article, Span(comma.end(), sentence.end))
    if not before.rstrip().endswith((",", "”", '"', "—", "–", "’")):
        return None
    return _bare(article, Span(sentence.start, phrase.start))


def _bare(article: Article, span: Span) -> Span | None:
    text = article.slice(span)
    start = span.start + len(text) - len(text.lstrip())
    end = span.start + len(text.rstrip(" ,—–\n"))
    if not text.rstrip().endswith(("”", '"', "’")):
        end = span.start + len(text.rstrip(" ,.—–\n"))
    return Span(start, end) if end > start else None
