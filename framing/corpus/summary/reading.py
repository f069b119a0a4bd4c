"""Datasets in batches of a few columns: memory does not grow with the number of articles."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from framing.corpus.dataset.part_files import arrow_schema
from framing.corpus.summary.opening import Corpus
from framing.errors import ConfigError
from framing.expressions import expression
from framing.packages import needed

__all__ = ["batches"]

_ROWS = 4_096
"""Rows of a batch: with 500 draws each, about 16 MB of weights."""
_NUMBER = expression(r"part-(\d+)\.parquet$")


def batches(corpus: Corpus, dataset: str, columns: Sequence[str], chosen: Any = None) -> Iterator[Any]:  # noqa: ANN401
    """Yield a dataset's rows as Arrow record batches, file after file in the order of their names.

    Args:
        corpus: Where it lies.
        dataset: Its name.
        columns: What to read of it, and nothing else.
        chosen: A pyarrow expression that rows have to meet; all without.

    Raises:
        ConfigError: If a file is damaged or cannot be read.
    """
    arrow_dataset = needed("pyarrow.dataset")
    arrow = needed("pyarrow")
    schema = arrow_schema(dataset)
    partition = corpus.settings.get("partition") or []
    # Values of folders are strings, whatever they look like: an outlet may be called 2020.
    hive = arrow_dataset.partitioning(arrow.schema([schema.field(name) for name in partition]), flavor="hive")
    folder = corpus.folder / dataset
    for path in sorted(folder.rglob("*.parquet")):
        if not _is_complete(path, corpus):
            continue
        try:
            # A file at a time: together they would keep the descriptions of all their columns, a megabyte each.
            files = arrow_dataset.dataset(
                [str(path)], schema=schema, format="parquet", partitioning=hive, partition_base_dir=str(folder)
            )
            yield from files.to_batches(columns=list(columns), filter=chosen, batch_size=_ROWS, batch_readahead=1)
        except (arrow.ArrowException, OSError) as error:
            raise ConfigError(f"{path}: cannot be read ({str(error).partition(chr(10))[0]})") from error


def _is_complete(path: Path, corpus: Corpus) -> bool:
    """Whether a file belongs to a part that is entered in the manifest; others are still being written."""
    number = _NUMBER.search(path.name)
    return number is not None and int(number.group(1)) < corpus.parts
