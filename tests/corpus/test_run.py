"""A run over archives: complete, the same for any number of workers, and able to go on."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.schema import DATASETS  # noqa: E402
from framing.corpus.intake.record import Limits  # noqa: E402
from framing.corpus.run import Outcome  # noqa: E402
from framing.errors import ConfigError, InputError  # noqa: E402
from framing.reading.columns import Columns  # noqa: E402

Score = Callable[..., Outcome]
Contents = Callable[[Path], dict[str, bytes]]
Listened = Any


def table(output: Path, dataset: str = "articles") -> list[dict[str, Any]]:
    return parquet.read_table(output / dataset).to_pylist()


def test_every_record_is_an_article_or_a_reject(archive: Path, score: Score, tmp_path: Path) -> None:
    lines = archive.read_text(encoding="utf-8").splitlines()
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("\n".join([*lines[:5], "{broken", '{"title": "no text"}', "", *lines[5:9]]), encoding="utf-8")
    outcome = score(mixed, output=tmp_path / "out")
    rejects = [json.loads(line) for line in (tmp_path / "out" / "rejects.jsonl").read_text().splitlines()]
    assert (outcome.articles, outcome.rejected) == (9, 2)
    assert [reject["where"] for reject in rejects] == [f"{mixed}:6", f"{mixed}:7"]
    assert "is not JSON" in rejects[0]["reason"]
    assert "no field 'text'" in rejects[1]["reason"]
    assert [row["article"] for row in table(tmp_path / "out")] == [
        f"{mixed}:{n}" for n in (1, 2, 3, 4, 5, 9, 10, 11, 12)
    ]


def test_the_datasets_have_the_columns_of_the_schema(archive: Path, score: Score, tmp_path: Path) -> None:
    score(archive, output=tmp_path / "out", detail=True)
    for dataset, columns in DATASETS.items():
        found = parquet.read_table(tmp_path / "out" / dataset)
        assert found.column_names == list(columns)
        assert found.num_rows > 0
        assert found.schema.metadata[b"framing.dataset_version"] == b"1.1"


def test_details_lead_back_to_the_words_of_their_article(
    archive: Path, rows: list[dict[str, str]], score: Score, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "out", detail=True)
    texts = {f"{archive}:{number}": f"{row['text']}\n\n{row['title']}" for number, row in enumerate(rows, start=1)}
    for dataset in ("sentences", "loaded_terms"):
        for row in table(tmp_path / "out", dataset):
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    said = {row["source"] for row in table(tmp_path / "out", "attributions")}
    assert {"Maria Holt", "Jonas Berg"} <= said


def test_the_same_bytes_come_out_for_any_number_of_workers(
    archive: Path, score: Score, contents: Contents, tmp_path: Path
) -> None:
    for workers in (1, 3):  # two are those of a run that is killed, below
        score(archive, output=tmp_path / str(workers), workers=workers, detail=True, part_articles=7)
    assert contents(tmp_path / "1") == contents(tmp_path / "3")
    assert len(list((tmp_path / "1" / "articles").iterdir())) == 5


def test_a_finished_run_that_is_run_again_changes_nothing(
    archive: Path, score: Score, contents: Contents, listened: Listened, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "out")
    before = contents(tmp_path / "out")
    outcome = score(archive, output=tmp_path / "out", listener=listened)
    assert contents(tmp_path / "out") == before
    assert (outcome.articles, outcome.before, listened.records) == (30, 30, 0)
    assert "30 records were done before; going on" in listened.lines


def test_records_that_were_added_at_the_end_are_scored_by_the_next_run(
    archive: Path, rows: list[dict[str, str]], score: Score, contents: Contents, tmp_path: Path
) -> None:
    grown = tmp_path / "grown"
    grown.mkdir()
    (grown / "a.jsonl").write_bytes(archive.read_bytes())
    score(grown, output=tmp_path / "out")
    (grown / "b.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    outcome = score(grown, output=tmp_path / "out")
    assert (outcome.articles, outcome.before) == (31, 30)
    score(grown, output=tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_changed_records_before_the_end_are_refused(
    archive: Path, score: Score, contents: Contents, tmp_path: Path
) -> None:
    copy = tmp_path / "news.jsonl"
    copy.write_bytes(archive.read_bytes())
    score(copy, output=tmp_path / "out")
    before = contents(tmp_path / "out")
    copy.write_bytes(archive.read_bytes().replace(b"Ferry vote, part 3", b"Ferry vote, part x", 1))
    with pytest.raises(ConfigError, match="part 0 was made of other records"):
        score(copy, output=tmp_path / "out")
    copy.write_bytes(b"")
    with pytest.raises(ConfigError, match="holds more parts than the input"):
        score(copy, output=tmp_path / "out")
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"detail": True}, "detail"),
        ({"partition": ("outlet",)}, "partition"),
        ({"columns": Columns(text="text")}, "columns"),
        ({"limits": Limits(bytes=5000)}, "limits"),
        ({"part_articles": 9}, "part_articles"),
    ],
)
def test_other_settings_than_the_outputs_are_refused(
    archive: Path, score: Score, contents: Contents, tmp_path: Path, changed: dict[str, object], named: str
) -> None:
    score(archive, output=tmp_path / "out", workers=1)
    before = contents(tmp_path / "out")
    with pytest.raises(ConfigError, match=f"another setting of '{named}'"):
        score(archive, output=tmp_path / "out", **changed)
    assert contents(tmp_path / "out") == before


def test_a_folder_with_other_files_is_left_alone(archive: Path, score: Score, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(ConfigError, match="did not write"):
        score(archive, output=tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".lock", "thesis.txt"]


def test_an_output_inside_the_input_is_refused(archive: Path, score: Score) -> None:
    with pytest.raises(ConfigError, match="lies in the input"):
        score(archive.parent, output=archive.parent / "out")


def test_two_runs_do_not_write_the_same_output(archive: Path, score: Score, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ConfigError, match="another run writes there"):
            score(archive, output=tmp_path / "out")


def test_parts_lie_in_folders_by_outlet_and_month(
    archive: Path, rows: list[dict[str, str]], score: Score, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "out", partition=("outlet", "month"))
    found = parquet.read_table(tmp_path / "out" / "articles", partitioning="hive").to_pylist()
    assert {(row["id"], row["outlet"], row["month"]) for row in found} == {
        (row["id"], row["outlet"].replace(" ", " "), row["date"][:7]) for row in rows
    }
    assert (tmp_path / "out" / "articles" / "outlet=Hill%20Standard" / "month=2024-02").is_dir()


@pytest.mark.parametrize("outlet", ["../../up", "a/b", ".", "..", "", "x" * 500, "=1+1", "\u202eevil", "a\nb"])
def test_an_outlets_name_leads_nowhere_else(outlet: str, score: Score, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"text": "The mayor said no on Monday.", "outlet": outlet}) + "\n", encoding="utf-8")
    score(path, output=tmp_path / "out", partition=("outlet",))
    found = list((tmp_path / "out").rglob("*.parquet"))
    assert len(found) == 1
    assert found[0].parent.parent == tmp_path / "out" / "articles"
    assert found[0].resolve().is_relative_to(tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.jsonl", "out"]


def test_columns_that_the_user_names_win_over_guesses(score: Score, listened: Listened, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    row = {"text": "A teaser that is short.", "full": "The mayor said no on Monday.", "paper": "Ledger", "outlet": "x"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    score(path, output=tmp_path / "out", columns=Columns(text="full", outlet="paper"), listener=listened)
    (found,) = table(tmp_path / "out")
    assert (found["outlet"], found["words"]) == ("Ledger", 6)
    assert listened.lines[0].endswith("text from 'full', outlet from 'paper'; none for title, date, id")


def test_a_named_column_that_no_file_has_is_an_error_before_anything_is_written(
    archive: Path, score: Score, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / "in" / name).write_bytes(archive.read_bytes())
    with pytest.raises(InputError, match=r"a\.jsonl: has no column 'story'; its columns are: id, title, text"):
        score(tmp_path / "in", output=tmp_path / "out", columns=Columns(text="story"))
    assert not (tmp_path / "out").exists()
    (tmp_path / "in" / "c.jsonl").write_text(json.dumps({"story": "The mayor said no on Monday."}) + "\n")
    outcome = score(tmp_path / "in", output=tmp_path / "out", columns=Columns(text="story"))
    assert (outcome.articles, outcome.rejected) == (1, 2)


def test_a_record_that_is_too_long_is_rejected_and_its_neighbours_are_not(
    archive: Path, score: Score, tmp_path: Path
) -> None:
    lines = archive.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "long.jsonl"
    path.write_text("\n".join([lines[0], json.dumps({"text": "word " * 100_000}), lines[1]]), encoding="utf-8")
    outcome = score(path, output=tmp_path / "out", limits=Limits(bytes=100_000))
    assert (outcome.articles, outcome.rejected) == (2, 1)
    assert "longer than 100,000 bytes" in (tmp_path / "out" / "rejects.jsonl").read_text()


def test_the_only_input_that_cannot_be_read_is_an_error(score: Score, tmp_path: Path) -> None:
    for name, what in {"no.jsonl": "no such file", "empty.csv": "column", "x.parquet": "not a Parquet file"}.items():
        path = tmp_path / name
        if name != "no.jsonl":
            path.write_bytes(b"")
        with pytest.raises(InputError, match=what):
            score(path, output=tmp_path / "out")


def test_an_output_that_cannot_be_written_is_one_clear_error(archive: Path, score: Score, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot be written"):
        score(archive, output=tmp_path / "file" / "out")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    archive: Path, score: Score, contents: Contents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from framing.corpus.dataset import part_files

    score(archive, output=tmp_path / "whole", part_articles=10)
    written = []
    real = os.fsync

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 12:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(part_files.os, "fsync", full)
    with pytest.raises(ConfigError, match="No space left on device"):
        score(archive, output=tmp_path / "out", part_articles=10)
    monkeypatch.undo()
    assert not [path for path in (tmp_path / "out").rglob(".*") if path.name != ".lock"]
    outcome = score(archive, output=tmp_path / "out", part_articles=10)
    assert outcome.before > 0
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_the_rejects_ends_the_run_with_one_error(
    archive: Path, score: Score, contents: Contents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from framing.corpus.dataset.manifest import Manifest

    mixed = tmp_path / "mixed.jsonl"
    mixed.write_bytes(b"{broken\n" + archive.read_bytes())
    real = Manifest.begin

    def filled(manifest: Manifest) -> None:
        real(manifest)
        manifest._rejects.close()
        manifest._rejects = Path("/dev/full").open("ab")  # noqa: SIM115 -- the manifest closes it

    monkeypatch.setattr(Manifest, "begin", filled)
    with pytest.raises(ConfigError, match="No space left on device"):
        score(mixed, output=tmp_path / "out")
    monkeypatch.undo()
    score(mixed, output=tmp_path / "out")
    score(mixed, output=tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_was(
    archive: Path, score: Score, contents: Contents, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "whole", detail=True, part_articles=2)
    command = [sys.executable, "-m", "framing.cli.main", "corpus", "score", str(archive), "--detail", "-q"]
    command += ["--part-articles", "2", "--workers", "2", "--output", str(tmp_path / "out")]
    manifest = tmp_path / "out" / "manifest.jsonl"
    kills = 0
    for wanted in (1, 8):
        process = subprocess.Popen(command)
        while process.poll() is None and (not manifest.exists() or manifest.read_bytes().count(b"\n") < wanted):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        kills += process.wait() == -signal.SIGKILL
    assert kills
    with manifest.open("ab") as file:
        file.write(b'{"part": 99, "dig')
    assert subprocess.run(command, check=False).returncode == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    articles = [row["article"] for row in table(tmp_path / "out")]
    assert len(articles) == len(set(articles)) == 30


def test_what_a_lost_worker_was_writing_is_not_left_in_the_output(
    archive: Path, score: Score, contents: Contents, listened: Listened, tmp_path: Path
) -> None:
    def lost(records: int, words: int) -> None:
        (tmp_path / "out" / "articles").mkdir(exist_ok=True)
        (tmp_path / "out" / "articles" / ".part-00000009.parquet.lost").touch()

    listened.scored = lost
    score(archive, output=tmp_path / "out", listener=listened)
    score(archive, output=tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_headline_in_a_column_of_its_own_is_scored_and_stands_below_the_text(score: Score, tmp_path: Path) -> None:
    rows = [
        {"title": "Brutal mob storms the hall", "text": "Protesters crossed the bridge on Monday, police said."},
        {"title": "A calm day", "text": "A calm day\n\nNobody crossed the bridge on Monday, police said."},
        {"text": "The bridge was closed on Monday, police said."},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    score(tmp_path / "a.jsonl", output=tmp_path / "out", detail=True)
    found = parquet.read_table(tmp_path / "out" / "articles").to_pydict()
    # Two listed words of five, and "storms", which the model of judging words adds.
    assert found["loaded_terms_headline"] == [600.0, 0.0, None]
    sentences = parquet.read_table(tmp_path / "out" / "sentences").to_pylist()
    title, text = rows[0]["title"], rows[0]["text"]
    assert [(row["block"], row["start"], row["end"], row["text"]) for row in sentences[:2]] == [
        ("headline", len(text) + 2, len(text) + 2 + len(title), title),
        ("body", 0, len(text), text),
    ]
