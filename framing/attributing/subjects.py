"""The subject of a cue that the tagger left without a source: "…, she said, adding …", "…, says the audit"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from framing.article import Article, Sentence
from framing.attributing.clauses import FINITE, NOMINAL
from framing.attributing.credit import credit, is_quoted, sourced
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["PAST", "with_subjects"]

_LONGEST = 12
"""Words of the longest subject in front of a cue. Set by hand: longer stretches are clauses."""
_LEADING = expression(r"(?:(?:But|And|Yet|Still|So|Then|Also|Meanwhile|However|Later|Instead),? )?")
_PARTICIPLE = expression(r"(?:\w+ly |also |even |then )?\w+ing\b", re.IGNORECASE)
_JOINED_CLAUSE = expression(r", (?:and|but|so|until|while|yet) (?P<subject>he|she|they) [a-z]")
"""A clause with a subject of its own, which a participle behind it has too."""
_TOGETHER = expression(r"\b(?:and|but|then)(?: (?:also|later|then|\w+ly))?\s*$")
PAST = expression(
    rf"{FINITE.pattern}|\b(?:[a-z]{{2,}}ed|became|began|broke|brought|came|drew|fell|gave|got|grew|held|hit|kept|knew|led|left|lost"
    r"|made|met|put|ran|rose|saw|sent|set|sold|spent|spoke|stood|took|went|won|wrote)\b"
)
"""Finite verbs, in front of which a subject ends."""
_TRAILING = expression(r"(?: (?:also|then|later|once|now|still|never|\w+ly))+$")
_NO_CLAUSE = expression(r"(?:\w+ly )?(?:to\b|\w+ing\b|(?:a|an|the)\b)", re.IGNORECASE)
"""Beginnings of cues that are no finite verb, and so have no subject."""
_NOBODYS = expression(r"(?:this|these|those|what|i|we|me|my|us|our|you|your)", re.IGNORECASE)
"""Subjects that are no source: things, and in the outlet's own sentences the writer."""
_IMPERSONAL = expression(
    r"\b(?:is|are|was|were|be|been|being|reportedly|allegedly|supposedly|according|there|rumou?rs?|reports?|estimates?)\b",
    re.IGNORECASE,
)


def with_subjects(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those without a source credited to the subject of their cue.

    A cue that still has no source and is no finite verb tells of no speech: "to talk about the cost".

    Args:
        article: The article.
        attributions: In text order.
    """
    result: list[Attribution] = []
    for attribution in attributions:
        read = _subject(article, _of_last_clause(article, attribution), result[-1] if result else None)
        read = _with_noun(article, read)
        source = read.source.span if read.source else None
        cue = read.cue.span if read.cue else None
        words = article.slice(cue) if cue else ""
        nobody = source is None and _NO_CLAUSE.match(words) is not None and not _IMPERSONAL.search(words)
        impersonal = (
            source is not None and _NOBODYS.fullmatch(article.slice(source)) is not None and read.kind == "indirect"
        )
        if read.act == "speech" and read.kind != "direct" and (nobody or impersonal):
            read = replace(read, act="attitude")
        result.append(read)
    return result


def _of_last_clause(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution, its source the subject next to a participle: "Holm named Kirk, but [she] left, saying"."""
    source = attribution.source.span if attribution.source else None
    cue = attribution.cue.span if attribution.cue else None
    if source is None or cue is None or source.end > cue.start or not _PARTICIPLE.match(article.slice(cue)):
        return attribution
    sentence = sentence_at(article, cue.start)
    if sentence is None or source.start < sentence.start or not article.text.endswith(", ", 0, cue.start):
        return attribution
    clauses = list(_JOINED_CLAUSE.finditer(article.text, source.end, cue.start))
    if not clauses or is_quoted(article, clauses[-1].start("subject")):
        return attribution
    return sourced(article, attribution, Span(*clauses[-1].span("subject")))


def _subject(article: Article, attribution: Attribution, before: Attribution | None) -> Attribution:
    if attribution.source is not None or attribution.cue is None:
        return attribution
    cue = attribution.cue.span
    sentence = sentence_at(article, cue.start)
    if sentence is None or is_quoted(article, cue.start) or _IMPERSONAL.search(article.slice(cue)):
        return attribution
    inverted = _inverted(article, attribution)
    if inverted is not None:
        return inverted
    text = article.text[sentence.start : cue.start]
    if _PARTICIPLE.match(article.slice(cue)) or _TOGETHER.search(text):
        if before is not None and before.source is not None and before.cue is not None:
            same = sentence.start <= before.cue.span.start < cue.start
            if same and sentence.start <= before.source.span.start:
                return sourced(article, attribution, before.source.span)
        opening = _LEADING.match(text)
        start = opening.end() if opening else 0
        finite = PAST.search(text, start)
        end = finite.start() if finite else 0
    elif _NO_CLAUSE.match(article.slice(cue)):
        return attribution
    else:
        start = max((edge.end() for edge in re.finditer(r"[,;:—–()“”\"]\s*|\b(?:and|but|that|as)\s+", text)), default=0)
        end = len(text)
    mention = _TRAILING.sub("", text[start:end].rstrip(" ,"))
    named = mention and len(mention.split()) <= _LONGEST and NOMINAL.match(mention) and not PAST.search(mention)
    if not named or "," in mention or is_quoted(article, sentence.start + start):
        return attribution
    return sourced(article, attribution, Span(sentence.start + start, sentence.start + start + len(mention)))


def _with_noun(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution, a noun that was marked as cue moved to its source: "the threat [assessment warned]"."""
    source = attribution.source.span if attribution.source else None
    cue = attribution.cue.span if attribution.cue else None
    if source is None or cue is None or not 0 < cue.start - source.end <= 1:
        return attribution
    words = article.slice(cue)
    tokens = comparable(find_tokens(words), [Sentence(0, len(words), 0)])
    noun = next(find(tokens, shipped_indexes()["source_type"]), None)
    if noun is None or noun.start or noun.end >= len(words):
        return attribution
    verb = Span(cue.start + noun.end + 1, cue.end)
    return credit(article, attribution.content, verb, Span(source.start, cue.start + noun.end))


def _inverted(article: Article, attribution: Attribution) -> Attribution | None:
    """Return the attribution whose last content is in truth its source: "…, says the audit"."""
    cue = attribution.cue.span if attribution.cue else None
    if cue is None or len(attribution.content) < 2:
        return None
    *contents, last = attribution.content
    words = article.slice(last)
    follows = contents[-1].end <= cue.start and 0 < last.start - cue.end <= 1
    if not follows or FINITE.search(words) or not NOMINAL.match(words) or len(words.split()) > _LONGEST:
        return None
    return credit(article, contents, cue, last)
