"""Who published an article, who wrote it and when: the line under a report's headline."""

from collections.abc import Iterator
from datetime import date

from framing.measuring.sure_genre import sure_genre
from framing.report import Report

__all__ = ["imprint", "of_the_text"]


def imprint(report: Report) -> str:
    """Return outlet, author and date as far as the input gives them: "The Tarn Times · Ada Holm · 3 May 2026".

    Where it gives none of them, it says so: a file's path tells a reader nothing.
    """
    known = report.analysis.article.document.metadata
    parts = [known.get("outlet") or known.get("site") or "", known.get("author") or "", _day(known.get("date") or "")]
    given = [" ".join(part.split()) for part in parts if part.strip()]
    return " · ".join(given) or "read without outlet, author and date"


def of_the_text(report: Report) -> str:
    """Return how long the article is and, where it is sure, what it reads as: "731 words · reads as reporting"."""
    return " · ".join(_facts(report))


def _facts(report: Report) -> Iterator[str]:
    article = report.analysis.article
    yield f"{sum(article.tokens.words):,} words"
    captions = sum(block.kind == "caption" for block in article.blocks)
    if captions:
        yield f"{captions} caption{'s' * (captions > 1)}"
    genre = sure_genre(report)
    if genre is not None:
        yield f"reads as {genre}"


def _day(written: str) -> str:
    """A date as people write it, whatever stands behind the day; what is no date stays as it is."""
    try:
        day = date.fromisoformat(written.strip()[:10])
    except ValueError:
        return written
    return f"{day.day} {day:%B %Y}"
