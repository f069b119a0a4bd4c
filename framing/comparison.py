"""What laying two to eight articles side by side gives: everything is a span of one of the texts."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from framing.aligned import Contradiction, Introduction, Link, NamedAlone, Passage, Story, Wording
from framing.comparison_json import plain
from framing.packages import VIEWS, needed
from framing.report import Report
from framing.version import __version__

__all__ = [
    "COMPARISON_VERSION",
    "ComparedSource",
    "Comparison",
    "Difference",
    "Event",
    "FrameDistance",
    "Quotes",
    "SourcePlace",
]

COMPARISON_VERSION = "1.1"
_PARTS = (
    "events", "links", "told", "only", "contradictions", "wordings", "introductions", "named_alone",
    "sources", "frames", "differences",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """What one source has in one article.

    Attributes:
        article: Number of the article.
        name: What this article calls the source in full.
        words: Attributed words.
        attributions: How often it is credited.
        first: Share of the text before its first credit, 0 to 1.
    """

    article: int
    name: str
    words: int
    attributions: int
    first: float


@dataclass(frozen=True, slots=True)
class Quotes:
    """What two articles quote of the same source, word for word.

    Attributes:
        first: Span of the quotation in the earlier article.
        second: Span of the nearest one in the later article.
        articles: Their numbers.
        shared: Share of the shorter quotation's words that stand in the longer one, in order, 0 to 1.
        kind: ``same``, ``cut`` (one is part of the other) or ``different``.
        removed: Of a cut quotation, the longer one's words that the shorter one has not, runs joined by " … ".
    """

    first: tuple[int, int]
    second: tuple[int, int]
    articles: tuple[int, int]
    shared: float
    kind: Literal["same", "cut", "different"]
    removed: str = ""


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """A source and the articles that let it speak.

    Attributes:
        name: The fullest name.
        type: The source type.
        party: The party where a text gives it.
        places: One for each article that credits it.
        quotes: How pairs of articles quote it.
        told: Whether an article tells surely enough what kind of source it is for a list to say so.
        called: What lists call it in place of a type that readers would not all give; empty for others.
    """

    name: str
    type: str
    party: str | None
    places: tuple[SourcePlace, ...]
    quotes: tuple[Quotes, ...]
    told: bool = True
    called: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a measure differs between two articles.

    Attributes:
        measure: The measure's name.
        unit: Its unit.
        articles: Numbers of the two articles.
        values: The measure in each, ``None`` where it is not defined.
        difference: The first less the second.
        low: Lower end of the difference's 95% interval.
        high: Upper end.
        carried: Whether the interval leaves out 0: otherwise the texts are too short, or too alike, to tell.
    """

    measure: str
    unit: str
    articles: tuple[int, int]
    values: tuple[float | None, float | None]
    difference: float | None
    low: float | None
    high: float | None
    carried: bool


@dataclass(frozen=True, slots=True)
class FrameDistance:
    """How far two articles' frame shares lie apart.

    Attributes:
        articles: Their numbers.
        distance: Jensen-Shannon distance of the articles, 0 (equal shares) to 1 (no frame in common).
        low: Lower end of its 95% interval.
        high: Upper end.
        alike: The distance that two draws of the same sentences would have, 95th percentile: below it the texts are too
            short to tell a difference.
        headline: Distance of the headlines, ``None`` where one names no frame.
        carried: Whether the distance is above ``alike``.
    """

    articles: tuple[int, int]
    distance: float | None
    low: float | None
    high: float | None
    alike: float | None
    headline: float | None
    carried: bool


@dataclass(frozen=True, slots=True)
class Event:
    """Whether two articles are about one event.

    Attributes:
        articles: Their numbers.
        same: The verdict.
        probability: Of one event, 0 to 1.
        names: Share of the rarer article's names that the other has, 0 to 1.
        vocabulary: Similarity of the rare words, 0 to 1.
        numbers: Shared numbers.
        days: Days between their dates, ``None`` where one is not known.
    """

    articles: tuple[int, int]
    same: bool
    probability: float
    names: float
    vocabulary: float
    numbers: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to eight articles side by side.

    Attributes:
        reports: The articles' reports, in the order given.
        events: For each pair, whether they are about one event.
        links: Aligned sentences, surest first.
        told: Facts that more than one article tells, those of most articles first.
        only: Passages for which no counterpart was found in any other article, in text order: how often that is right,
            docs/compare.md says. Passages in neither are unsure.
        openings: The sentence that each article opens with, ``None`` where it has none.
        contradictions: What linked sentences say of one thing that cannot both be true.
        wordings: Different words for the same, surest first.
        introductions: Persons whom accounts introduce in different words.
        named_alone: Persons whom one account alone names, most often named first.
        sources: All sources, those of most articles and words first.
        frames: Distances for each pair.
        differences: Measures for each pair.
    """

    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    told: tuple[Story, ...]
    only: tuple[Story, ...]
    openings: tuple[Passage | None, ...]
    contradictions: tuple[Contradiction, ...]
    wordings: tuple[Wording, ...]
    introductions: tuple[Introduction, ...]
    named_alone: tuple[NamedAlone, ...]
    sources: tuple[ComparedSource, ...]
    frames: tuple[FrameDistance, ...]
    differences: tuple[Difference, ...]

    def __repr__(self) -> str:
        """Return one line: a comparison's values are too many to be read in a prompt."""
        return f"<Comparison of {len(self.reports)} articles: {len(self.told)} facts told in several>"

    @property
    def one_event(self) -> bool:
        """Whether every pair is about one event."""
        return all(event.same for event in self.events)

    def to_html(self) -> str:
        """Return the page of one file that ``--format html`` writes."""
        return str(needed(VIEWS).page(self))

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the comparison."""
        return str(needed(VIEWS).summary_html(self))

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as JSON-able values; the same input, the same bytes."""
        documents = [report.analysis.article.document for report in self.reports]
        return {
            "comparison_version": COMPARISON_VERSION,
            "framing_version": __version__,
            "one_event": self.one_event,
            "articles": [report.to_dict() for report in self.reports],
            "openings": [None if one is None else plain(asdict(one), documents) for one in self.openings],
            **{name: [plain(asdict(item), documents) for item in getattr(self, name)] for name in _PARTS},
        }
