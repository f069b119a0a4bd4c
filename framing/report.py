"""The report: an analysis with its measures, and its JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from framing.article import Notice
from framing.finding import Analysis
from framing.packages import VIEWS, needed
from framing.report_json import SCHEMA_VERSION, report_dict, rounded
from framing.spans import Span
from framing.statement import Statement

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LEAST_SURE", "SCHEMA_VERSION", "Measure", "Report", "SourceTally", "StanceCounts", "Unheard"]

LEAST_SURE = 0.65
"""Confidence below which a source is shown as less sure: of the surer rows, on articles left out, 0.82 are right."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with unit, interval and place among real news.

    Attributes:
        value: The figure, ``None`` where its denominator is empty.
        unit: ``per_1000_words``, ``share``, ``words``, ``count``, ``bits``, ``index`` or ``difference``.
        low: Lower end of the 95% interval.
        high: Upper end of the 95% interval.
        count: What was counted: the numerator of a rate or share, else the number of things compared.
        of: The denominator (words, sentences, attributed words).
        percentile: Share of the reference's articles that have less, 0 to 100; ``None`` where it has no such measure.
        reference: The reference distribution's name, empty where there is none.
        wide: Whether the interval holds the figures of half of the reference's articles or more: then the text
            is too short to say where it stands among them.
    """

    value: float | None
    unit: str
    low: float | None
    high: float | None
    count: float
    of: float
    percentile: float | None
    reference: str
    wide: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the measure as JSON-able values."""
        return {name: rounded(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class SourceTally:
    """What one source has in the article.

    Attributes:
        name: The canonical name.
        type: The source type.
        party: The party where the text gives it.
        identity: How the source is identified.
        words: Attributed words.
        attributions: How often the source is credited.
        first: Where the source is first credited: share of the text before it, 0 to 1.
        places: Which of ``headline``, ``first_paragraph``, ``last_paragraph`` and ``caption`` hold its words.
        as_of: The date of the open data that tells its type, where the page itself does not; else ``None``.
        confidence: The probability, 0 to 1, that a reader would sign the row: one who speaks, so named and so typed,
            and at least half of its words theirs.
        told: Whether it is told surely enough what kind of source it is for a list to say so.
        called: What lists call it in place of a type that readers would not all give; empty for others.
    """

    name: str
    type: str
    party: str | None
    identity: str
    words: int
    attributions: int
    first: float
    places: tuple[str, ...]
    as_of: str | None = None
    confidence: float = 1.0
    told: bool = True
    called: str = ""

    @property
    def sure(self) -> bool:
        """Whether the row is sure enough to be shown as a statement."""
        return self.confidence >= LEAST_SURE


@dataclass(frozen=True, slots=True)
class StanceCounts:
    """The stances of the cues that introduce a group of sources.

    Attributes:
        by: ``type`` or ``party``.
        name: The source type or party.
        cues: Number of cues by stance; stances without a cue are left out.
    """

    by: str
    name: str
    cues: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unheard:
    """People whom the article speaks about and whom it never credits with a word.

    Attributes:
        name: The words that name them, in their most frequent form.
        reason: ``affected`` or ``accused``.
        mentions: Where they are named.
    """

    name: str
    reason: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is known about one article.

    Attributes:
        analysis: The article and the findings.
        measures: By name, in the order of ``docs/measures.md``.
        sources: Who is credited, most words first.
        stances: Which stances introduce sources of each type and party.
        unheard: Who is spoken about and never heard.
        notices: Warnings of all stages.
        statements: Three to five plain sentences that follow from the measures; empty where nothing was measured.
    """

    analysis: Analysis
    measures: Mapping[str, Measure]
    sources: tuple[SourceTally, ...]
    stances: tuple[StanceCounts, ...]
    unheard: tuple[Unheard, ...]
    notices: tuple[Notice, ...]
    statements: tuple[Statement, ...] = ()

    def __repr__(self) -> str:
        """Return one line: a report's values are too many to be read in a prompt."""
        words = f"{sum(self.analysis.article.tokens.words):,} words"
        return f"<Report {self.heading!r}: {words}, {len(self.sources)} sources>"

    @property
    def name(self) -> str:
        """What the user called the input."""
        return self.analysis.article.document.name

    @property
    def heading(self) -> str:
        """What every output calls it: the headline on one line, else the input's name, else that it is untitled."""
        return " ".join((self.analysis.article.title or "").split()) or self.name or "Untitled article"

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-able values, described by ``framing.schema()``; the same input, the same bytes."""
        return report_dict(self)

    def to_html(self) -> str:
        """Return the page of one file that ``framing score --format html`` writes."""
        return str(needed(VIEWS).page(self))

    def findings_frame(self) -> "pd.DataFrame":
        """Return the findings as a table, one row each: see ``framing.views.findings_frame``."""
        return cast("pd.DataFrame", needed(VIEWS).findings_frame(self))

    def sources_frame(self) -> "pd.DataFrame":
        """Return who is credited as a table, one row each: see ``framing.views.sources_frame``."""
        return cast("pd.DataFrame", needed(VIEWS).sources_frame(self))

    def measures_frame(self) -> "pd.DataFrame":
        """Return the measures as a table, one row each: see ``framing.views.measures_frame``."""
        return cast("pd.DataFrame", needed(VIEWS).measures_frame(self))

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the report."""
        return str(needed(VIEWS).summary_html(self))
