"""Outlets compared: raw differences, and apart from them differences on the same events."""

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from framing.corpus.summary.estimates import (
    Estimate,
    Group,
    Sums,
    ends,
    estimates_of,
    figure_draws,
    figure_values,
)
from framing.corpus.summary.figures import Figure
from framing.corpus.summary.matched import Events, Matched, matched_difference, negative
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.tables import group_sums
from framing.errors import ConfigError
from framing.packages import VIEWS, needed

__all__ = ["OutletComparison", "Pair", "Raw", "compare_outlets", "event_sums"]


@dataclass(frozen=True, slots=True)
class Raw:
    """A difference of two outlets over all their articles.

    Attributes:
        first: The first outlet's figure.
        second: The second's.
        difference: First less second; ``None`` where either has no figure.
        low: Lower end of the difference's 95% interval; ``None`` without one.
        high: Its upper end.
    """

    first: Estimate
    second: Estimate
    difference: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two outlets.

    Attributes:
        first: A name.
        second: A name.
        raw: By the figure's name.
        matched: By the figure's name.
        events: Events that both wrote about.
    """

    first: str
    second: str
    raw: Mapping[str, Raw]
    matched: Mapping[str, Matched]
    events: int


@dataclass(frozen=True, slots=True)
class OutletComparison:
    """Outlets compared.

    Attributes:
        outlets: Their figures, in the order asked for.
        figures: Which.
        cluster: What was drawn whole for the raw intervals; the matched ones draw events.
        pairs: Each with each.
        articles: Articles of these outlets.
        left_out: How many of them are not counted, by reason.
        unmatched: How many of them belong to no event, by reason.
    """

    outlets: tuple[Group, ...]
    figures: tuple[Figure, ...]
    cluster: str
    pairs: tuple[Pair, ...]
    articles: int
    left_out: Mapping[str, int]
    unmatched: Mapping[str, int]

    def __repr__(self) -> str:
        """Return one line: the differences are too many to be read in a prompt."""
        names = ", ".join(group.key[0] for group in self.outlets)
        return f"<OutletComparison of {names}: {len(self.figures):,} measures, {self.articles:,} articles>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the comparison."""
        return str(needed(VIEWS).summary_html(self))


def compare_outlets(
    corpus: Corpus, outlets: Sequence[str], figures: Sequence[Figure], cluster: str = "article"
) -> OutletComparison:
    """Return the differences between outlets.

    Args:
        corpus: The datasets.
        outlets: Two names or more.
        figures: Which.
        cluster: What is drawn whole for raw differences: one of ``CLUSTERS``.

    Raises:
        ConfigError: If there are fewer than two outlets, one is unknown, or the datasets cannot be read.
    """
    if len(set(outlets)) < 2:
        raise ConfigError("--outlets: name two outlets or more, with commas between them")
    _check_known(corpus, outlets)
    sums, counted = group_sums(corpus, ("outlet",), figures, cluster, outlets=outlets)
    for outlet in outlets:
        if (outlet,) not in sums:
            reasons = ", ".join(f"{count} {reason}" for reason, count in counted.reasons.items())
            raise ConfigError(f"--outlets: no article of '{outlet}' can be counted ({reasons})")
    events, unmatched = event_sums(corpus, figures, outlets)
    return OutletComparison(
        outlets=tuple(_group(outlet, sums[outlet,], figures) for outlet in outlets),
        figures=tuple(figures),
        cluster=cluster,
        pairs=tuple(
            Pair(
                first,
                second,
                _raw(first, second, sums, figures),
                matched_difference(events, (first, second), figures),
                sum(first in outlets_of_event and second in outlets_of_event for outlets_of_event in events.values()),
            )
            for first, second in combinations(outlets, 2)
        ),
        articles=counted.articles,
        left_out=dict(counted.reasons.most_common()),
        unmatched=unmatched,
    )


def event_sums(
    corpus: Corpus, figures: Sequence[Figure], outlets: Sequence[str] = ()
) -> tuple[Events, Mapping[str, int]]:
    """Return the sums of each event and outlet, and how many articles belong to no event, by reason.

    Raises:
        ConfigError: If the datasets cannot be read.
    """
    sums, counted = group_sums(corpus, ("topic", "week", "outlet"), figures, "article", draws=0, outlets=outlets)
    events: dict[tuple[str, str], dict[str, Sums]] = {}
    for (topic, week, outlet), one in sums.items():
        events.setdefault((topic, week), {})[outlet] = one
    return events, dict(counted.reasons.most_common())


def _check_known(corpus: Corpus, outlets: Sequence[str]) -> None:
    known = [key[0] for key in group_sums(corpus, ("outlet",), (), "article", draws=0)[0]]
    for outlet in outlets:
        if outlet not in known:
            lowered = {name.casefold(): name for name in known}
            near = difflib.get_close_matches(outlet.casefold(), lowered, n=3, cutoff=0.5)
            near += [name for name in sorted(lowered) if outlet.casefold() in name and name not in near][:3]
            hint = f"; near: {', '.join(lowered[name] for name in near)}" if near else ""
            raise ConfigError(f"--outlets: no article is of '{outlet}'{hint}")


def _group(outlet: str, sums: Sums, figures: Sequence[Figure]) -> Group:
    return Group((outlet,), sums.articles, sums.clusters, sums.words, estimates_of(sums, figures))


def _raw(first: str, second: str, sums: Mapping[tuple[str, ...], Sums], figures: Sequence[Figure]) -> dict[str, Raw]:
    # In one order always, then turned: swapping the outlets turns every sign to the last digit.
    turned = first > second
    low_name, high_name = (second, first) if turned else (first, second)
    one, other = sums[low_name,], sums[high_name,]
    apart = figure_values(one, figures) - figure_values(other, figures)
    drawn = figure_draws(one, figures) - figure_draws(other, figures)
    enough = min(one.clusters, other.clusters) > 1
    pairs = ends(apart, drawn) if enough else [(None, None)] * len(figures)
    estimates = [estimates_of(sums[outlet,], figures) for outlet in (first, second)]
    by_figure: dict[str, Raw] = {}
    for figure, value, (low, high) in zip(figures, apart.tolist(), pairs, strict=True):
        one_way = Raw(
            first=estimates[0][figure.name],
            second=estimates[1][figure.name],
            difference=value if math.isfinite(value) else None,
            low=low,
            high=high,
        )
        by_figure[figure.name] = _turned(one_way) if turned else one_way
    return by_figure


def _turned(raw: Raw) -> Raw:
    return replace(raw, difference=negative(raw.difference), low=negative(raw.high), high=negative(raw.low))
