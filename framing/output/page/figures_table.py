"""Every measure as a row: its name in words, the figure, and its place among news articles."""

from collections.abc import Mapping
from dataclasses import dataclass

from framing.output.figures import compared, with_interval
from framing.output.page.charts import Distribution, distribution
from framing.output.summary import readable
from framing.report import Measure

__all__ = ["Group", "Row", "figure_groups", "row_of"]

_LABELS = {
    "loaded_terms_own": "Loaded terms, own voice",
    "loaded_terms_quoted": "Loaded terms, quoted",
    "loaded_terms_reported": "Loaded terms, reported speech",
    "loaded_terms_headline": "Loaded terms, headline",
    "loaded_terms_caption": "Loaded terms, captions",
    "loaded_terms_headline_over_body": "Loaded terms, headline over own voice",
    "subjective_words_own": "Words of stance, own voice",
    "subjective_words_quoted": "Words of stance, quoted",
    "hedges_own": "Hedges that distance (“supposedly”), own voice",
    "approximators_own": "Approximators (“mostly”), own voice",
    "modals_own": "Modals (“could be”, “likely”), own voice",
    "subjectivity_own": "Subjectivity of sentences, own voice",
    "slanted_sentences_own": "Sentences that read as slanted, own voice",
    "bias_probability_own": "Mean probability of slant, own voice",
    "words_own": "Words in own voice",
    "words_quoted": "Words quoted",
    "words_reported": "Words in reported speech",
    "words_scare_quotes": "Words in scare quotes",
    "frame_entropy": "Spread over frames",
    "frame_distance_headline_body": "Distance of headline from body",
    "frame_distance_own_attributed": "Distance of own voice from attributed words",
    "officials": "Officials and politicians",
}
_GROUPS = {
    "Words that judge": ("loaded_", "subjectiv", "slanted_", "bias_"),
    "Words that hold back": ("hedges_", "approximators_", "modals_"),
    "Voice": ("words_",),
    "Frames": ("frame_",),
    "Who speaks": ("",),
}
"""By how a measure's name begins; the last group takes what no other does."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as people read it.

    Attributes:
        name: The measure's name in every output.
        label: The name in words.
        figure: Value, unit and interval.
        basis: What was counted, and among how many.
        place: The place among news articles in words; empty without one.
        chart: The same as a picture; ``None`` without one.
    """

    name: str
    label: str
    figure: str
    basis: str
    place: str
    chart: Distribution | None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


def row_of(name: str, measure: Measure) -> Row:
    """Return a measure's row."""
    return Row(
        name, _label(name), with_interval(measure), _basis(measure), compared(measure), distribution(name, measure)
    )


def figure_groups(measures: Mapping[str, Measure]) -> tuple[Group, ...]:
    """Return all measures that are defined for the article, in groups, in the order of ``docs/measures.md``."""
    rows: dict[str, list[Row]] = {title: [] for title in _GROUPS}
    for name, measure in measures.items():
        if measure.value is not None:
            title = next(title for title, starts in _GROUPS.items() if name.startswith(starts))
            rows[title].append(row_of(name, measure))
    return tuple(Group(title, tuple(figures)) for title, figures in rows.items() if figures)


def _label(name: str) -> str:
    if name in _LABELS:
        return _LABELS[name]
    for start, label in (("frame_", "{}"), ("source_type_", "Sources: {}"), ("source_identity_", "Identified as: {}")):
        rest = name.removeprefix(start)
        if rest != name and rest not in {"evenness", "concentration"}:
            return label.format(readable(rest)).capitalize() if label == "{}" else label.format(readable(rest))
    return readable(name).capitalize()


def _basis(measure: Measure) -> str:
    return f"{_plain(measure.count)} of {_plain(measure.of)}" if measure.unit in {"share", "per_1000_words"} else ""


def _plain(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
