"""The ledger of sources: one row a source, and what people did to it is kept by the next run."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli.main import main

pytest.importorskip("pyarrow")

ROWS = [
    {
        "text": "“The pier will open in May,” said Mayor Ada Holm of Ostvale. She said that nobody would regret it.",
        "outlet": "Tarn Times",
        "date": "2026-03-04",
    },
    {
        "text": "Ada B. Holm, the mayor of Ostvale, said the pier would open. “We doubt it,” said Per Orr, a baker.",
        "outlet": "Lund Post",
        "date": "2026-05-06",
    },
    {
        "text": "The Ostvale Harbour Authority said the pier was safe. The OHA said it had been built well.",
        "outlet": "Lund Post",
        "date": "2026-04-01",
    },
]


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    (place / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    out = place / "out"
    arguments = ["corpus", "score", str(place / "rows.jsonl"), "--output", str(out), "--detail"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    return out


def run(scores: Path, ledger: Path) -> list[dict[str, str]]:
    result = CliRunner().invoke(main, ["corpus", "sources", str(scores), "--output", str(ledger)])
    assert result.exit_code == 0, result.output
    return read(ledger)


def read(ledger: Path) -> list[dict[str, str]]:
    with ledger.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(ledger: Path, rows: list[dict[str, str]]) -> None:
    with ledger.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_a_source_is_one_row_whatever_articles_call_it(scores: Path, tmp_path: Path) -> None:
    rows = {row["name"]: row for row in run(scores, tmp_path / "ledger.csv")}
    holm = rows["Ada B. Holm"]
    assert (holm["articles"], holm["outlets"], holm["attributions"], holm["repeats"]) == ("2", "2", "3", "1")
    assert (holm["first"], holm["last"]) == ("2026-03-04", "2026-05-06")
    assert (holm["kind"], holm["pronoun"], holm["type"]) == ("person", "she", "government")
    assert "ayor" in holm["title"]
    assert rows["Per Orr"]["pronoun"] == ""
    assert set(rows) == {"Ada B. Holm", "Per Orr", "Ostvale Harbour Authority"}


def test_corrections_and_columns_of_ones_own_are_kept(scores: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    rows = [{**row, "desk: region": ""} for row in run(scores, ledger)]
    for row in rows:
        if row["name"] == "Per Orr":
            row |= {
                "title": "harbour baker",
                "pronoun": "they",
                "type": "citizen",
                "desk: region": "=north",
                "words": "999",
            }
    write(ledger, rows)
    again = {row["name"]: row for row in run(scores, ledger)}
    orr = again["Per Orr"]
    assert (orr["title"], orr["pronoun"], orr["type"], orr["desk: region"]) == (
        "harbour baker",
        "they",
        "citizen",
        "=north",
    )
    assert orr["words"] == "3"
    assert read(ledger) == run(scores, ledger)


def test_rows_of_one_name_become_one_source(scores: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    rows = run(scores, ledger)
    for row in rows:
        if row["name"] == "Per Orr":
            row["name"] = "Ada B. Holm"
    write(ledger, rows)
    again = run(scores, ledger)
    assert [row["name"] for row in again].count("Ada B. Holm") == 1
    holm = next(row for row in again if row["name"] == "Ada B. Holm")
    assert (holm["attributions"], holm["articles"]) == ("4", "2")


def test_a_source_that_is_quoted_no_more_stays(scores: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    rows = run(scores, ledger)
    write(ledger, [*rows, {**rows[0], "name": "Kim Teal", "keys": "Kim Teal"}])
    kim = next(row for row in run(scores, ledger) if row["name"] == "Kim Teal")
    assert (kim["words"], kim["articles"], kim["title"]) == ("0", "0", rows[0]["title"])


@pytest.mark.parametrize(
    ("content", "said"),
    [("a,b\n1,2\n", "no column 'name'"), ("name,keys\n,x\n", "has no name"), ('name,keys\n"x', "is no ledger")],
)
def test_what_is_no_ledger_is_one_line_and_left_alone(content: str, said: str, scores: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["corpus", "sources", str(scores), "--output", str(ledger)])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr
    assert ledger.read_text(encoding="utf-8") == content


def test_an_archive_without_detail_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROWS[0]), encoding="utf-8")
    out = tmp_path / "out"
    CliRunner().invoke(main, ["corpus", "score", str(tmp_path / "rows.jsonl"), "--output", str(out)])
    result = CliRunner().invoke(main, ["corpus", "sources", str(out)])
    assert result.exit_code == 2
    assert "--detail writes it" in result.stderr
