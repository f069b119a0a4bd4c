"""Whether it is sure that an article is a report, or an opinion: only then people are told. The JSON has the rest."""

from framing.finding import GenreLabel
from framing.report import Report

__all__ = ["sure_genre"]

_SURE = 0.95
"""Probability of the label from which its words may bear it out."""
_ALONE = 0.98
"""Probability from which an opinion needs no slanted sentence."""
_LOADED = 90.0
"""Percentile of loaded terms from which a text is no plain report, whatever its form: mocking columns are not."""


def sure_genre(report: Report) -> GenreLabel | None:
    """Return an article's genre where it is sure, else ``None``: by its form, and by words that bear it out.

    A report has no sentence that reads as slanted, and not as many loaded terms in own voice as one article in ten; an
    opinion has such a sentence, or the clearest form. ``docs/models/genre.md`` says how often that is right.
    """
    genre = report.analysis.genre
    if genre is None or genre.probability < _SURE:
        return None
    slanted = bool(report.analysis.slanted)
    if genre.label == "opinion":
        return genre.label if slanted or genre.probability >= _ALONE else None
    loaded = report.measures.get("loaded_terms_own")
    plain = loaded is None or loaded.percentile is None or loaded.percentile < _LOADED
    return genre.label if plain and not slanted else None
