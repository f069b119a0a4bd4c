"""The attributions that the page's forms show, in place of what was tagged there."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from framing.article import FURNITURE, Article
from framing.attributing.clauses import find_clauses
from framing.attributing.credit import credit, word_count
from framing.attributing.headline_speakers import find_headline_speakers
from framing.attributing.passives import with_agents
from framing.attributing.phrases import find_phrases
from framing.attributing.posts import find_posts
from framing.attributing.repair import repaired
from framing.attributing.set_off import find_set_off
from framing.attributing.statements import find_statements
from framing.attributing.subjects import with_subjects
from framing.attributing.transcripts import find_turns
from framing.attribution import Attribution
from framing.modelling.article_words import ArticleWords
from framing.spans import Span, merge

__all__ = ["with_forms"]

_FEWEST_LEFT = 12
"""Words that an attribution keeps beside a quotation of its own paragraph; fewer are the sentence that leads to it."""


def with_forms(article: Article, words: ArticleWords, tagged: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in text order, those that the page's forms show in place of what was tagged there."""
    subjects = [with_agents(article, attribution) for attribution in tagged]
    known = _in_order(with_subjects(article, _in_order(repaired(article, _in_order(subjects)))))
    clauses = tuple(find_clauses(article, known))
    known = _in_order((*_without_cues(known, clauses), *clauses))
    phrases = tuple(find_phrases(article, known))
    known = _in_order((*_without_cues(known, phrases), *phrases))
    shown = (
        *find_posts(article),
        *find_turns(article, words.symmetric),
        *find_headline_speakers(article, words.symmetric),
    )
    set_off = (*find_set_off(article, known), *find_statements(article, known))
    known = (*_relaying(article, known, set_off), *set_off)
    found = _in_order((*_without_contents(known, shown), *shown))
    return tuple(one for one in found if article.kind_at(one.content[0].start) not in FURNITURE)


def _in_order(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return attributions in text order, each of one cue and content once."""
    once = {(attribution.cue, attribution.content): attribution for attribution in attributions}
    return tuple(sorted(once.values(), key=lambda attribution: attribution.content[0].start))


def _without_cues(known: Sequence[Attribution], found: Sequence[Attribution]) -> list[Attribution]:
    """Return the known attributions whose cue none of those found has."""
    cues = {place for attribution in found if attribution.cue is not None for place in range(*attribution.cue.span)}
    return [a for a in known if a.cue is None or cues.isdisjoint(range(*a.cue.span))]


def _without_contents(known: Sequence[Attribution], shown: Sequence[Attribution]) -> list[Attribution]:
    """Return the known attributions that credit no words of those that the page shows as somebody's."""
    taken = merge(span for attribution in shown for span in attribution.content)
    return [attribution for attribution in known if not any(_meets(span, taken) for span in attribution.content)]


def _relaying(article: Article, known: Sequence[Attribution], set_off: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the known attributions that set-off quotations leave, those that are made inside them among these.

    What one credits besides the quotation stays its source's, where that is more than a few words.
    """
    taken = merge(span for attribution in set_off for span in attribution.content)
    for attribution in known:
        meets = any(_meets(span, taken) for span in attribution.content)
        if not meets or (attribution.cue and attribution.source and _meets(attribution.cue.span, taken)):
            yield attribution
            continue
        rest = [part for span in attribution.content for part in _besides(span, taken)]
        rest = [part for part in rest if word_count(article, part) >= _FEWEST_LEFT]
        if rest:
            cue, source = attribution.cue, attribution.source
            yield credit(article, rest, cue.span if cue else None, source.span if source else None)


def _besides(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a span that lie in none of several that are in order and disjoint."""
    start = span.start
    for other in taken:
        if other.start >= span.end:
            break
        if other.end > start:
            if other.start > start:
                yield Span(start, other.start)
            start = max(start, other.end)
    if start < span.end:
        yield Span(start, span.end)


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of several that are in order and disjoint."""
    after = bisect_right(taken, span.start, key=lambda other: other.end)
    return after < len(taken) and taken[after].start < span.end
