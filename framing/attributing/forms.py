"""Attributions that the form of the page shows: clauses, phrases, posts, transcripts, headlines, printed statements.

They replace what the tagger marked at the same place.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from framing.article import FURNITURE, Article
from framing.attributing.asked import without_questions
from framing.attributing.clauses import find_clauses
from framing.attributing.credit import credit, word_count
from framing.attributing.far_subjects import without_far_subject
from framing.attributing.headline_speakers import find_headline_speakers
from framing.attributing.openings import without_circumstance, without_lead, without_opening
from framing.attributing.passed_on import with_inner_speakers
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
"""Words from which the rest of an attribution is kept beside a quotation in its own paragraph. Set by hand: fewer are
the sentence that leads to the quotation."""


def with_forms(article: Article, words: ArticleWords, tagged: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in text order, the tagged ones replaced where a form of the page shows better."""
    subjects = [with_agents(article, attribution) for attribution in tagged]
    credited = with_subjects(article, _in_order(repaired(article, _in_order(subjects))))
    addressed = (without_lead(article, one) for one in without_questions(article, credited))
    openings = (without_opening(article, one) for one in addressed)
    known = _in_order(without_far_subject(article, without_circumstance(article, one)) for one in openings)
    clauses = tuple(find_clauses(article, known))
    known = _in_order((*_without_cues(known, clauses), *clauses))
    phrases = tuple(find_phrases(article, known))
    known = _in_order((*_without_cues(known, phrases), *phrases))
    known = _in_order(told for one in known for told in with_inner_speakers(article, one))
    shown = (
        *find_posts(article),
        *find_turns(article, words.symmetric),
        *find_headline_speakers(article, words.symmetric),
    )
    set_off = (*find_set_off(article, known), *find_statements(article, known))
    known = (*_relaying(article, known, set_off), *set_off)
    attributions = _in_order((*_without_contents(known, shown), *shown))
    return tuple(
        attribution for attribution in attributions if article.kind_at(attribution.content[0].start) not in FURNITURE
    )


def _in_order(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return attributions in text order, of several with the same cue and content the last."""
    once = {(attribution.cue, attribution.content): attribution for attribution in attributions}
    return tuple(sorted(once.values(), key=lambda attribution: attribution.content[0].start))


def _without_cues(known: Sequence[Attribution], shown: Sequence[Attribution]) -> list[Attribution]:
    """Return the known attributions whose cue overlaps no cue of those shown."""
    cues = {place for attribution in shown if attribution.cue is not None for place in range(*attribution.cue.span)}
    return [a for a in known if a.cue is None or cues.isdisjoint(range(*a.cue.span))]


def _without_contents(known: Sequence[Attribution], shown: Sequence[Attribution]) -> list[Attribution]:
    """Return the known attributions whose content overlaps no content of those shown."""
    taken = merge(span for attribution in shown for span in attribution.content)
    return [attribution for attribution in known if not any(_meets(span, taken) for span in attribution.content)]


def _relaying(article: Article, known: Sequence[Attribution], set_off: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the known attributions that stay beside set-off quotations.

    Those that do not overlap a quotation stay, and so do those whose cue and source stand inside one. Of any other, the
    words outside of the quotation stay if there are more than a few.
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
    """Yield the parts of a span outside of all the taken spans, which are in order and disjoint."""
    start = span.start
    for part in taken:
        if part.start >= span.end:
            break
        if part.end > start:
            if part.start > start:
                yield Span(start, part.start)
            start = max(start, part.end)
    if start < span.end:
        yield Span(start, span.end)


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of the taken spans, which are in order and disjoint."""
    after = bisect_right(taken, span.start, key=lambda part: part.end)
    return after < len(taken) and taken[after].start < span.end
