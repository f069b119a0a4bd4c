"""Everything that the page of an archive shows: outlets, months, events, people and terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.attribution import SOURCE_TYPES
from framing.corpus.summary.comparing import event_sums
from framing.corpus.summary.figures import FRAMES_USED, Figure, choose_figures
from framing.corpus.summary.matched import Matched, matched_to_others
from framing.corpus.summary.mentions import Person, Term, quoted_people, used_terms
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.tables import Table, tabulate
from framing.corpus.summary.telling import TellingArticle, telling_articles

__all__ = ["Overview", "overview"]

_MOST_PEOPLE, _MOST_TERMS, _MOST_ARTICLES = 25, 25, 3
_SOURCES = (*(f"source_type_{name}" for name in SOURCE_TYPES), "officials", "anonymous_attributions")


@dataclass(frozen=True, slots=True)
class Overview:
    """An archive in figures.

    Attributes:
        corpus: The datasets.
        asked: The table that was asked for.
        figures: The measures that were asked for.
        outlets: Outlets on these, on sources and on frames.
        months: All outlets together by month.
        outlet_months: The largest outlets by month; ``None`` where months were not asked for.
        matched: Outlets against all others on the same events: by outlet, then by the figure's name.
        events: Events that at least two outlets wrote about.
        unmatched: How many articles belong to no event, by reason.
        articles: Where figures of these outlets are highest: by outlet, then by the figure's name.
        people: Who is quoted most; ``None`` without the detail datasets.
        terms: The loaded terms used most; ``None`` without the detail datasets.
    """

    corpus: Corpus
    asked: Table
    figures: tuple[Figure, ...]
    outlets: Table
    months: Table
    outlet_months: Table | None
    matched: Mapping[str, Mapping[str, Matched]]
    events: int
    unmatched: Mapping[str, int]
    articles: Mapping[str, Mapping[str, tuple[TellingArticle, ...]]]
    people: tuple[Person, ...] | None
    terms: tuple[Term, ...] | None

    def __repr__(self) -> str:
        """Return one line: a page's figures are too many to be read in a prompt."""
        return f"<Overview of {str(self.corpus.folder)!r}: {self.outlets!r}>"


def overview(corpus: Corpus, by: Sequence[str], figures: Sequence[Figure], cluster: str, most: int) -> Overview:
    """Return what the page shows.

    Args:
        corpus: The datasets.
        by: What articles are grouped by in the table asked for.
        figures: The measures asked for.
        cluster: What is drawn whole.
        most: How many outlets are compared with all others.

    Raises:
        ConfigError: If the datasets cannot be read.
    """
    shown = tuple(figures)
    outlets = tabulate(corpus, ("outlet",), _once((*shown, *choose_figures((*_SOURCES, *FRAMES_USED)))), cluster)
    asked = tabulate(corpus, by, shown, cluster)
    events, unmatched = event_sums(corpus, shown)
    largest = [group.key[0] for group in outlets.largest(most)]
    return Overview(
        corpus=corpus,
        asked=asked,
        figures=shown,
        outlets=outlets,
        months=asked if tuple(by) == ("month",) else tabulate(corpus, ("month",), shown, cluster),
        outlet_months=asked if set(by) == {"outlet", "month"} and by[0] == "outlet" else None,
        matched={outlet: matched_to_others(events, outlet, shown) for outlet in largest},
        events=sum(len(event_outlets) > 1 for event_outlets in events.values()),
        unmatched=unmatched,
        articles=telling_articles(corpus, largest, shown, _MOST_ARTICLES, outlets.repeated),
        people=quoted_people(corpus, _MOST_PEOPLE, outlets.repeated),
        terms=used_terms(corpus, _MOST_TERMS, outlets.repeated),
    )


def _once(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figures))
