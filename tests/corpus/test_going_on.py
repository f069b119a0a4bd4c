"""Outputs that were touched, and records that are tried again: what comes out is what one run would have written."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus import run as corpus_run
from framing.corpus.dataset.amendments import append_amendment
from framing.corpus.dataset.entries import Entry
from framing.corpus.intake.batches import Part
from framing.corpus.intake.record import Limits, Reject
from framing.corpus.run import Outcome
from framing.corpus.running.assembly import Written
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import BatchResult
from framing.corpus.summary.opening import open_corpus
from framing.errors import ConfigError

Score = Callable[..., Outcome]
Contents = Callable[[Path], dict[str, bytes]]
Listened = Any


@pytest.fixture
def mixed(rows: list[dict[str, str]], tmp_path: Path) -> Path:
    """Twelve articles, of which two are killed once each, in parts that are not the first."""
    path = tmp_path / "mixed.jsonl"
    texts = [row | {"text": f"KILLED {row['text']}"} if number in {5, 10} else row for number, row in enumerate(rows)]
    path.write_text("".join(json.dumps(row) + "\n" for row in texts[:12]) + "{broken\n", encoding="utf-8")
    return path


def delete(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


@pytest.mark.parametrize("damage", [delete, cut])
@pytest.mark.parametrize("partition", [(), ("outlet",)])
def test_a_part_whose_files_were_touched_is_made_again(
    damage: Callable[[Path], None],
    partition: tuple[str, ...],
    archive: Path,
    score: Score,
    contents: Contents,
    listened: Listened,
    tmp_path: Path,
) -> None:
    settings = {"detail": True, "part_articles": 10, "partition": partition}
    score(archive, output=tmp_path / "out", **settings)
    whole = contents(tmp_path / "out")
    files = sorted((tmp_path / "out").rglob("part-0000000[02].parquet"))
    damage(files[0])
    damage(files[-1])
    with pytest.raises(ConfigError, match="2 parts are missing or not whole, of 20 articles; run the same"):
        open_corpus(tmp_path / "out")
    outcome = score(archive, output=tmp_path / "out", listener=listened, **settings)
    assert contents(tmp_path / "out") == whole
    assert (outcome.articles, outcome.before) == (30, 10)
    assert "2 parts are missing or not whole, of 20 articles; they are made again" in listened.lines
    assert open_corpus(tmp_path / "out").parts == 3


def test_a_dataset_that_was_deleted_is_made_again(
    archive: Path, score: Score, contents: Contents, tmp_path: Path
) -> None:
    score(archive, output=tmp_path / "out", detail=True, part_articles=10)
    whole = contents(tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / "sentences")
    score(archive, output=tmp_path / "out", detail=True, part_articles=10)
    assert contents(tmp_path / "out") == whole


@pytest.mark.parametrize("kept", [0, 20, 10_000])
def test_rejects_that_were_cut_off_are_made_again(
    kept: int, rows: list[dict[str, str]], score: Score, contents: Contents, tmp_path: Path
) -> None:
    path = tmp_path / "some.jsonl"
    lines = [json.dumps(row) + "\n" for row in rows[:9]]
    path.write_text("".join([*lines[:2], "{broken\n", *lines[2:7], "[1]\n", *lines[7:]]), encoding="utf-8")
    score(path, output=tmp_path / "out", part_articles=3)
    whole = contents(tmp_path / "out")
    rejects = tmp_path / "out" / "rejects.jsonl"
    written = rejects.read_bytes()
    assert written.count(b"\n") == 2
    rejects.write_bytes(written[: min(kept, len(written) - 1)])
    with pytest.raises(ConfigError, match="missing or not whole"):
        open_corpus(tmp_path / "out")
    score(path, output=tmp_path / "out", part_articles=3)
    assert contents(tmp_path / "out") == whole


@pytest.mark.parametrize("partition", [(), ("outlet", "month")])
def test_rejects_that_are_tried_again_come_to_their_places(
    partition: tuple[str, ...], mixed: Path, score: Score, contents: Contents, tmp_path: Path
) -> None:
    settings = {"detail": True, "part_articles": 4, "partition": partition}
    first = score(mixed, output=tmp_path / "out", without=b"KILLED", **settings)
    assert (first.articles, first.rejected) == (10, 3)
    unasked = score(mixed, output=tmp_path / "out", **settings)
    assert (unasked.articles, unasked.rejected) == (10, 3)
    second = score(mixed, output=tmp_path / "out", retry_rejects=True, **settings)
    assert (second.articles, second.rejected) == (12, 1)
    score(mixed, output=tmp_path / "whole", **settings)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_records_that_were_too_long_are_tried_again_with_another_limit(
    rows: list[dict[str, str]], score: Score, contents: Contents, tmp_path: Path
) -> None:
    long = tmp_path / "long.jsonl"
    long_row = rows[7] | {"text": rows[7]["text"] + " It rained." * 200}
    long.write_text("".join(json.dumps(row) + "\n" for row in [*rows[:7], long_row, *rows[8:]]), encoding="utf-8")
    short = {"part_articles": 6, "limits": Limits(bytes=1500)}
    outcome = score(long, output=tmp_path / "out", **short)
    assert (outcome.articles, outcome.rejected) == (29, 1)
    wide = {"part_articles": 6, "limits": Limits(bytes=5000)}
    with pytest.raises(ConfigError, match="another setting of 'limits'"):
        score(long, output=tmp_path / "out", **wide)
    outcome = score(long, output=tmp_path / "out", retry_rejects=True, **wide)
    assert (outcome.articles, outcome.rejected) == (30, 0)
    score(long, output=tmp_path / "whole", **wide)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_stop_while_rejects_are_tried_again_loses_nothing(
    archive: Path, score: Score, contents: Contents, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = archive.read_text(encoding="utf-8").splitlines()
    broken = tmp_path / "news.jsonl"
    broken.write_text("\n".join([*lines[:3], "{", *lines[3:9], "{", *lines[9:12]]) + "\n", encoding="utf-8")
    score(broken, output=tmp_path / "out", part_articles=5)
    mended = [*lines[:3], lines[20], *lines[3:9], lines[21], *lines[9:12]]
    broken.write_text("\n".join(mended) + "\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="part 0 was made of other records"):
        score(broken, output=tmp_path / "out", part_articles=5)

    written: list[int] = []

    def stopped(folder: Path, entry: Entry, rejects: Sequence[Reject]) -> None:
        if written:
            raise OSError(28, "No space left on device")
        written.append(1)
        append_amendment(folder, entry, rejects)

    monkeypatch.setattr("framing.corpus.dataset.manifest.append_amendment", stopped)
    with pytest.raises(ConfigError, match="No space left on device"):
        score(broken, output=tmp_path / "out", retry_rejects=True, part_articles=5)
    monkeypatch.undo()
    assert (tmp_path / "out" / "amendments.jsonl").exists()
    outcome = score(broken, output=tmp_path / "out", retry_rejects=True, part_articles=5)
    assert (outcome.articles, outcome.rejected) == (14, 0)
    score(broken, output=tmp_path / "whole", part_articles=5)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_part_that_is_lost_and_made_twice_holds_no_article_twice(
    archive: Path, score: Score, contents: Contents, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A worker of a cluster that is lost after it wrote leaves its part to another one."""
    lines = archive.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([*lines[:4], "{" + lines[4], *lines[5:8]]) + "\n", encoding="utf-8")
    score(path, output=tmp_path / "out", detail=True)
    before = contents(tmp_path / "out")
    real = corpus_run.write_results

    def twice(output: Path, part: Part, results: Sequence[BatchResult], settings: Settings) -> Written:
        real(output, part, results, settings)
        return real(output, part, results, settings)

    monkeypatch.setattr(corpus_run, "write_results", twice)
    outcome = score(path, output=tmp_path / "out", detail=True, retry_rejects=True)
    assert (outcome.articles, outcome.rejected) == (7, 1)
    assert contents(tmp_path / "out") == before
