"""The function inside Spark gives what a run of this machine gives."""

import json
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.schema import DATASETS  # noqa: E402
from framing.corpus.spark import columns, scorer  # noqa: E402

Score = Callable[..., object]


def without_place(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in {"article", "rejected"}} for row in rows]


@pytest.mark.parametrize("dataset", ["articles", "attributions"])
def test_tables_of_records_become_tables_of_the_dataset(
    dataset: str, archive: Path, rows: list[dict[str, str]], score: Score, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "out", detail=True)
    table = pd.DataFrame([*rows, {"id": "bad", "text": None}])
    found = pd.concat(scorer(dataset)(iter([table.iloc[:20], table.iloc[20:]])))
    assert list(found.columns) == [*DATASETS[dataset], "rejected"]
    assert [name.split("`")[1] for name in columns(dataset).split(", ")] == list(found.columns)
    rejected = found[found["rejected"].notna()]
    assert list(rejected["article"]) == ["bad"]
    assert "with a string in it" in rejected["rejected"].iloc[0]
    whole = parquet.read_table(tmp_path / "out" / dataset).to_pandas().drop(columns="article").reset_index(drop=True)
    same = found[found["rejected"].isna()].drop(columns=["article", "rejected"]).reset_index(drop=True)
    pd.testing.assert_frame_equal(
        same.astype(object).where(same.notna(), None), whole.astype(object).where(whole.notna(), None)
    )


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="needs PySpark")
    if shutil.which("java") is None:
        pytest.skip("needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        made.sparkContext.setLogLevel("ERROR")
        yield made
        made.stop()


@pytest.mark.slow
def test_spark_gives_what_this_machine_gives(
    session: Any,  # noqa: ANN401 -- PySpark is only there where it is tested
    archive: Path,
    rows: list[dict[str, str]],
    score: Score,
    tmp_path: Path,
) -> None:
    score(archive, output=tmp_path / "out")
    records = session.read.json(str(archive)).repartition(2)
    found = [row.asDict() for row in records.mapInPandas(scorer(), columns()).collect()]
    whole = parquet.read_table(tmp_path / "out" / "articles").to_pylist()
    by_id = {row["id"]: row for row in without_place(found)}
    assert len(found) == len(rows)
    for row in without_place(whole):
        assert by_id[row["id"]] == row, json.dumps(row)
