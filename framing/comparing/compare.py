"""Reports side by side: the questions of a comparison, asked in order."""

from collections.abc import Sequence
from itertools import combinations

from framing.comparing.align import align
from framing.comparing.contexts import Contexts
from framing.comparing.contradictions import contradictions
from framing.comparing.event import judge
from framing.comparing.introductions import introductions
from framing.comparing.measures import compare_measures
from framing.comparing.named_alone import named_alone
from framing.comparing.passages import headline_weights, sentences_told
from framing.comparing.people import with_people
from framing.comparing.sources import compare_sources
from framing.comparing.stories import stories
from framing.comparing.wording import wordings
from framing.comparison import Comparison
from framing.errors import InputError
from framing.report import Report
from framing.threads import one_thread

__all__ = ["MOST_ARTICLES", "compare"]

MOST_ARTICLES = 8
"""Articles side by side: as many as a page's columns can be read in, and every pair of them is aligned."""


@one_thread()
def compare(reports: Sequence[Report]) -> Comparison:
    """Return what two to eight reports say side by side.

    Raises:
        InputError: If there are fewer or more, or one was not scored (another language, no text).
        ModelError: If a shipped model is missing or damaged.
    """
    if not 2 <= len(reports) <= MOST_ARTICLES:
        raise InputError("comparison", f"takes 2 to {MOST_ARTICLES} articles, got {len(reports)}")
    for report in reports:
        if not report.measures:
            reason = report.notices[0].message if report.notices else "nothing of it was scored"
            raise InputError(report.name or "text", f"cannot be compared: {reason}")
    articles = [
        with_people(sentences_told(report.analysis.article, number), report.analysis)
        for number, report in enumerate(reports)
    ]
    analyses = [report.analysis for report in reports]
    headlines = [headline_weights(report.analysis.article) for report in reports]
    dates = [report.analysis.article.document.metadata.get("date") for report in reports]
    aligned = align(articles)
    events = tuple(
        judge(articles, headlines, dates, aligned.alike[pair], pair) for pair in combinations(range(len(reports)), 2)
    )
    alignment = aligned.within({event.articles for event in events if event.same})
    links = alignment.links
    told, only = stories(articles, alignment)
    frames, differences = compare_measures(reports)
    return Comparison(
        reports=tuple(reports),
        events=events,
        links=links,
        told=told,
        only=only,
        openings=tuple(article[0].passage if article else None for article in articles),
        contradictions=contradictions(analyses, links),
        wordings=wordings(analyses, links, events, Contexts(articles).shared),
        introductions=introductions(analyses),
        named_alone=named_alone(analyses),
        sources=compare_sources(reports),
        frames=frames,
        differences=differences,
    )
