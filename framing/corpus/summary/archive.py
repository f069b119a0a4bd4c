"""An archive's figures from Python: ``summarise("scores", by=("outlet", "month"))``."""

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, cast

from framing.corpus.summary.figures import TELLING, choose_figures
from framing.corpus.summary.grouping import CLUSTERS, GROUPINGS
from framing.corpus.summary.opening import Corpus, open_corpus
from framing.corpus.summary.tables import Table, tabulate
from framing.errors import ConfigError
from framing.packages import VIEWS, needed

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ArchiveSummary", "check_groupings", "summarise"]


@dataclass(frozen=True, slots=True)
class ArchiveSummary:
    """An archive's figures by group, with what they were made from.

    Attributes:
        corpus: The datasets.
        table: The figures by group.
    """

    corpus: Corpus
    table: Table

    def __repr__(self) -> str:
        """Return one line: figures of many groups are too many to be read in a prompt."""
        return f"<ArchiveSummary of {str(self.corpus.folder)!r}: {self.table!r}>"

    def frame(self) -> "pd.DataFrame":
        """Return the figures as a table, one row a group and measure: see ``framing.views.summary_frame``."""
        return cast("pd.DataFrame", needed(VIEWS).summary_frame(self))

    def to_html(self) -> str:
        """Return the page of one file that ``framing corpus summarise --format html`` writes."""
        return str(needed(VIEWS).page(self))

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the summary."""
        return str(needed(VIEWS).summary_html(self))


def summarise(
    folder: str | PathLike[str],
    by: Sequence[str] = ("outlet",),
    measures: Sequence[str] = TELLING,
    cluster: str = "article",
) -> ArchiveSummary:
    """Return an archive's figures by group, with intervals.

    Args:
        folder: An output of ``framing corpus score``.
        by: What articles are grouped by: of ``GROUPINGS``; nothing for one group of all.
        measures: Names of measures; those that ``framing corpus summarise`` shows without.
        cluster: What is drawn whole for the intervals: of ``CLUSTERS``.

    Raises:
        ConfigError: If the datasets cannot be read, or there is no such grouping, measure or cluster.
    """
    names = (by,) if isinstance(by, str) else tuple(by)
    check_groupings(names)
    if cluster not in CLUSTERS:
        raise ConfigError(f"there is no cluster '{cluster}'; of {', '.join(CLUSTERS)}")
    figures = choose_figures((measures,) if isinstance(measures, str) else measures)
    corpus = open_corpus(Path(folder))
    return ArchiveSummary(corpus, tabulate(corpus, names, figures, cluster))


def check_groupings(by: Sequence[str]) -> None:
    """Raise if articles cannot be grouped so.

    Raises:
        ConfigError: With the groupings that there are.
    """
    for name in by:
        if name not in GROUPINGS:
            raise ConfigError(f"articles cannot be grouped by '{name}'; of {', '.join(GROUPINGS)}")
