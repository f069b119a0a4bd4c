"""A dataset's folder is read by its path alone, by the tools that archives are studied with; columns say what they hold."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli.main import main
from framing.corpus.dataset.descriptions import description
from framing.corpus.dataset.schema import DATASETS

ROWS = [
    {
        "text": f"The council of Tarn voted on Monday. Mayor Ada Holm said the pier, number {number}, would open.",
        "outlet": outlet,
    }
    for number, outlet in enumerate(["Tarn Times", "Lund Post", "Tarn Times"])
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    place = tmp_path_factory.mktemp("archive")
    (place / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    out = place / "out"
    result = CliRunner().invoke(main, ["corpus", "score", str(place / "rows.jsonl"), "--output", str(out), "--detail"])
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_column_says_what_it_holds(dataset: str, folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for field in parquet.read_schema(next((folder / dataset).glob("*.parquet"))):
        assert field.metadata[b"description"].decode() == description(dataset, field.name)


def test_a_column_that_is_not_there_has_no_description() -> None:
    with pytest.raises(KeyError):
        description("articles", "no_such_column")


def test_pandas_reads_it(folder: Path) -> None:
    import pandas as pd

    assert len(pd.read_parquet(folder / "articles")) == 3


def test_arrow_reads_it(folder: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    assert dataset.dataset(folder / "attributions").count_rows() == 3


def test_polars_reads_it(folder: Path) -> None:
    polars = pytest.importorskip("polars")
    assert polars.read_parquet(folder / "articles").height == 3
    assert polars.scan_parquet(folder / "sentences").select("slant").collect().height == 6


def test_duckdb_reads_it(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = f"select outlet, count(*) from '{folder / 'articles'}/*.parquet' group by outlet order by outlet"  # noqa: S608 -- our own path
    assert duckdb.sql(query).fetchall() == [("Lund Post", 1), ("Tarn Times", 2)]
