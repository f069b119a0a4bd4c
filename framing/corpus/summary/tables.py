"""Tables of figures by group: articles are read in batches, and counted once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.corpus.summary.estimates import CELL_BYTES, Estimate, Group, Sums, estimates_of
from framing.corpus.summary.figures import Figure, added_up, columns_of
from framing.corpus.summary.grouping import KEYS, Key, LeftOut, Place, places
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.reading import batches
from framing.corpus.summary.seen import Seen
from framing.corpus.summary.weights import name_hash, poisson_weights
from framing.measuring.intervals import DRAWS
from framing.packages import needed

__all__ = ["Table", "group_sums", "tabulate"]

_MEMORY = 400_000_000
"""Bytes for sums: where groups and figures take more, figures are taken in turns, each a pass over the articles."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by group.

    Attributes:
        by: What articles are grouped by; nothing for one group of all.
        cluster: What was drawn whole.
        figures: Whose columns the table has, in their order.
        groups: In the order of their keys.
        articles: How many articles the dataset has.
        left_out: How many of them are not counted, by reason.
        repeated: Hashes of the names of articles that are not counted because a group has their words already.
    """

    by: tuple[str, ...]
    cluster: str
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    articles: int
    left_out: Mapping[str, int]
    repeated: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        """Return one line: figures of many groups are too many to be read in a prompt."""
        by = f" by {' and '.join(self.by)}" if self.by else ""
        counted = sum(group.articles for group in self.groups)
        return (
            f"<Table of {len(self.figures):,} measures{by}: {len(self.groups):,} groups, {counted:,} of "
            f"{self.articles:,} articles counted>"
        )

    def largest(self, most: int) -> list[Group]:
        """Return the groups with most articles, at most so many, the largest first."""
        return sorted(self.groups, key=lambda group: (-group.articles, group.key))[:most]


def tabulate(corpus: Corpus, by: Sequence[str], figures: Sequence[Figure], cluster: str = "article") -> Table:
    """Return the figures of each group with intervals.

    The group's figure is the ratio of totals for rates and shares, and the articles' mean for all others. An article
    that an outlet has twice, word for word, is counted once in a group.

    Args:
        corpus: The datasets.
        by: Of ``GROUPINGS``.
        figures: Which.
        cluster: What is drawn whole: one of ``CLUSTERS``.

    Raises:
        ConfigError: If the datasets cannot be read.
    """
    # Who is there is counted first, without draws: it tells how many figures fit into memory at a time.
    groups, counted = group_sums(corpus, by, (), cluster, draws=0)
    together = max(1, _MEMORY // (CELL_BYTES * max(len(groups), 1)))
    estimates: dict[Key, dict[str, Estimate]] = {key: {} for key in groups}
    for first in range(0, len(figures), together):
        part = tuple(figures[first : first + together])
        for key, sums in group_sums(corpus, by, part, cluster)[0].items():
            estimates[key] |= estimates_of(sums, part)
    estimated = tuple(
        Group(key, groups[key].articles, groups[key].clusters, groups[key].words, estimates[key])
        for key in sorted(groups)
    )
    return Table(
        by=tuple(by),
        cluster=cluster,
        figures=tuple(figures),
        groups=estimated,
        articles=counted.articles,
        left_out=dict(counted.reasons.most_common()),
        repeated=frozenset(counted.repeated),
    )


def group_sums(
    corpus: Corpus,
    by: Sequence[str],
    figures: Sequence[Figure],
    cluster: str,
    *,
    draws: int = DRAWS,
    outlets: Sequence[str] = (),
) -> tuple[dict[Key, Sums], LeftOut]:
    """Return the sums of each group in one pass over the articles, and what is left out.

    Args:
        corpus: The datasets.
        by: Of ``GROUPINGS``.
        figures: Which; none to count articles alone.
        cluster: One of ``CLUSTERS``.
        draws: How many; none where intervals come from elsewhere.
        outlets: Whose articles; all without.

    Raises:
        ConfigError: If the datasets cannot be read.
    """
    sums: dict[Key, Sums] = {}
    counted = LeftOut()
    articles, clusters = Seen(), Seen()
    chosen = needed("pyarrow.dataset").field("outlet").isin(list(outlets)) if outlets else None
    for batch in batches(corpus, "articles", list(dict.fromkeys((*KEYS, *columns_of(figures)))), chosen):
        counted.articles += batch.num_rows
        above, below = added_up(batch, figures)
        numbers, summed = _counted(batch, by, cluster, articles, counted)
        first = clusters.new(_hashes((str(place.cluster), *place.key) for place in summed))
        order = sorted(range(len(summed)), key=lambda at: summed[at].key)
        words = batch.column("words").fill_null(0).to_numpy(zero_copy_only=False)
        for key, together in groupby(order, key=lambda at: summed[at].key):
            chosen = list(together)
            rows = numbers[chosen]
            names = np.array([summed[at].cluster for at in chosen], dtype=np.uint64)
            group = sums.setdefault(key, Sums.empty(len(figures), draws))
            weights = poisson_weights(names, draws)
            group.add(above[rows], below[rows], weights, int(words[rows].sum()), int(first[chosen].sum()))
    return sums, counted


def _counted(
    batch: Any,  # noqa: ANN401 -- pyarrow ships no types
    by: Sequence[str],
    cluster: str,
    seen: Seen,
    counted: LeftOut,
) -> tuple[NDArray[np.int64], list[Place]]:
    """Return which rows of a batch count, and where each belongs."""
    columns = {name: batch.column(name).to_pylist() for name in KEYS if name != "words"}
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    scored = batch.column("words_own.of").is_valid().to_numpy(zero_copy_only=False)
    numbers: list[int] = []
    places_counted: list[Place] = []
    names: list[tuple[str, ...]] = []
    for number, place in enumerate(places(rows, scored, by, cluster)):
        if isinstance(place, str):
            counted.reasons[place] += 1
            continue
        numbers.append(number)
        places_counted.append(place)
        row = rows[number]
        names.append((row["outlet"] or "", row["content"] or row["article"] or "", *place.key))
    fresh = seen.new(_hashes(names))
    for number in np.flatnonzero(~fresh).tolist():
        counted.reasons["the same words again from one outlet"] += 1
        counted.repeated.add(name_hash(rows[numbers[number]]["article"] or ""))
    kept = np.flatnonzero(fresh)
    return np.array(numbers, dtype=np.int64)[kept], [places_counted[number] for number in kept]


def _hashes(names: Iterable[tuple[str, ...]]) -> NDArray[np.uint64]:
    return np.array([name_hash(*parts) for parts in names], dtype=np.uint64)
