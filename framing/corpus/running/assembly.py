"""The results of a part's batches put together and written: the same for every engine."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.corpus.dataset.part_files import Size, decoded_tables, write_part
from framing.corpus.intake.batches import Part
from framing.corpus.intake.record import Reject
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import BatchResult

__all__ = ["Written", "write_results"]


class Written(NamedTuple):
    """What is said of a part whose files are complete. It is small: on a cluster it passes through the scheduler.

    Attributes:
        size: Of its files.
        rejects: Records that were not scored, in the records' order.
        words: Words of its articles.
    """

    size: Size
    rejects: tuple[Reject, ...]
    words: int


def write_results(output: Path, part: Part, results: Sequence[BatchResult], settings: Settings) -> Written:
    """Write a part.

    Args:
        output: The folder of the datasets.
        part: Which one it is; its records are not needed.
        results: Of its batches, in their order.
        settings: What to write.

    Raises:
        ConfigError: If a file cannot be written.
    """
    tables: dict[str, list[Any]] = {name: [] for name in settings.datasets()}
    for result in results:
        for name, table in decoded_tables(result.tables).items():
            tables[name].append(table)
    size = write_part(output, part, tables, settings.partition)
    rejects = tuple(reject for result in results for reject in result.rejects)
    return Written(size, rejects, sum(result.words for result in results))
