"""The same analysis inside Spark: a function for ``DataFrame.mapInPandas``, and the schema of what it returns.

    from framing.corpus.spark import columns, scorer
    scores = articles.mapInPandas(scorer(), columns())

Spark reads and writes; a scoring process beside each of its Python workers does the work, and a record that hangs or
crashes it is left out with a row that says why.
"""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.corpus.dataset.part_files import decoded_tables
from framing.corpus.dataset.schema import DATASETS
from framing.corpus.intake.batches import BATCH_RECORDS
from framing.corpus.intake.record import FIELDS, Record
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import SupervisedWorker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

__all__ = ["columns", "scorer"]

_TYPES = {"string": "string", "int32": "int", "double": "double", "bool": "boolean"}
_REASON = "rejected"
"""The column that says why a record was not scored; missing where it was."""


def columns(dataset: str = "articles") -> str:
    """Return the columns of a dataset as Spark writes a schema, with ``rejected`` at the end.

    Args:
        dataset: ``articles``, ``sentences``, ``attributions`` or ``loaded_terms``.
    """
    fields = [f"`{name}` {_TYPES[kind]}" for name, kind in DATASETS[dataset].items()]
    return ", ".join([*fields, f"`{_REASON}` string"])


def scorer(
    dataset: str = "articles", settings: Settings | None = None, key: str = "id"
) -> "Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]":
    """Return the function that ``mapInPandas`` calls with tables of records and takes tables of a dataset from.

    Args:
        dataset: Which dataset to return.
        settings: As for a run; what they say of files is left aside.
        key: The column that names an article; it becomes the column ``article``.
    """
    wanted = replace(settings or Settings(), detail=dataset != "articles")

    def scored(tables: "Iterator[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        worker = SupervisedWorker(wanted)
        try:
            for table in tables:
                for start in range(0, len(table), BATCH_RECORDS):
                    yield _scored(table.iloc[start : start + BATCH_RECORDS], worker, dataset, key)
        finally:
            worker.stop()

    return scored


def _scored(table: "pd.DataFrame", worker: SupervisedWorker, dataset: str, key: str) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415 -- Spark's workers have it

    # JSON as pandas writes it: missing values are null, dates are ISO.
    rows = json.loads(table.to_json(orient="records", date_format="iso"))
    records = [Record(str(row.get(key)), FIELDS, json.dumps(row).encode()) for row in rows]
    result = worker.score(records)
    scored: pd.DataFrame = decoded_tables(result.tables)[dataset].to_pandas()
    scored[_REASON] = None
    rejected = pd.DataFrame([{"article": reject.where, _REASON: reject.reason} for reject in result.rejects])
    return pd.concat([scored, rejected]).reindex(columns=list(scored.columns)) if len(rejected) else scored
