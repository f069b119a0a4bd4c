"""What an output says is in it: entries, rejects, parts that were made again, and what a stopped run leaves."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.amendments import append_amendment, fold_amendments
from framing.corpus.dataset.damage import described_damage
from framing.corpus.dataset.entries import ENTRIES, REJECTS, Entry, read_entries, read_rejects, reject_line
from framing.corpus.dataset.manifest import Manifest, read_head
from framing.corpus.intake.record import Reject
from framing.errors import ConfigError

SETTINGS = {"columns": ["text"], "detail": False, "models_and_lexicons": "abc"}


def entry(part: int, records: int = 5, rejected: int = 0, words: int = 100) -> Entry:
    return Entry(part, f"digest{part}", records, rejected, words, 2, 300, 0)


def rejects(part: int, count: int) -> list[Reject]:
    return [Reject(f"a.jsonl:{part}{number}", "is no arti\ud800cle") for number in range(count)]


def made(folder: Path, *counts: int) -> None:
    """An output whose parts have so many rejected records."""
    manifest = Manifest(folder, SETTINGS)
    for part, count in enumerate(counts):
        manifest.enter(entry(part, rejected=count), rejects(part, count))
    manifest.close()


def shown(folder: Path) -> tuple[list[tuple[int, int, int]], list[tuple[int, str]]]:
    entries = [(e.part, e.rejected, e.rejects_end) for e in read_entries(folder)]
    return entries, [(part, reject.where) for part, reject in read_rejects(folder)]


def test_entries_and_rejects_come_back_with_where_each_part_s_rejects_end(tmp_path: Path) -> None:
    made(tmp_path, 2, 0, 1)
    lengths = [len(reject_line(reject, part)) for part in (0, 2) for reject in rejects(part, 2 if part == 0 else 1)]
    entries, rejected = shown(tmp_path)
    assert entries == [(0, 2, sum(lengths[:2])), (1, 0, sum(lengths[:2])), (2, 1, sum(lengths))]
    assert rejected == [(0, "a.jsonl:00"), (0, "a.jsonl:01"), (2, "a.jsonl:20")]
    assert [reject.reason for _, reject in read_rejects(tmp_path)] == ["is no arti\ud800cle"] * 3
    [first, *_] = read_entries(tmp_path)
    assert (first.digest, first.records, first.words, first.files, first.size) == ("digest0", 5, 100, 2, 300)


def test_nothing_is_there_before_the_first_part(tmp_path: Path) -> None:
    assert shown(tmp_path) == ([], [])


@pytest.mark.parametrize("name", [ENTRIES, REJECTS])
def test_a_last_line_that_is_not_whole_is_none(tmp_path: Path, name: str) -> None:
    made(tmp_path, 2, 1)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[:-1])
    entries, rejected = shown(tmp_path)
    assert len(entries) == (1 if name == ENTRIES else 2)
    assert len(rejected) == (2 if name == REJECTS else 3)


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        (ENTRIES, "{", r"manifest\.jsonl:2: is not what 'framing corpus score' writes$"),
        (ENTRIES, "{}", r"manifest\.jsonl:2: is not an entry of a manifest$"),
        (REJECTS, "x", r"rejects\.jsonl:2: is not what 'framing corpus score' writes$"),
        (REJECTS, '{"part": 1}', r"rejects\.jsonl:2: is no record that was rejected$"),
        (REJECTS, '{"part": "x", "where": "", "reason": ""}', r"rejects\.jsonl:2: is no record that was rejected$"),
        (REJECTS, "[]", r"rejects\.jsonl:2: is no record that was rejected$"),
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path, name: str, line: str, said: str) -> None:
    made(tmp_path, 1)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(ConfigError, match=said):
        shown(tmp_path)


def test_a_part_that_is_made_again_takes_its_place_with_its_rejects(tmp_path: Path) -> None:
    made(tmp_path, 2, 1, 1)
    append_amendment(tmp_path, entry(0, rejected=1, words=50), rejects(0, 1))
    append_amendment(tmp_path, entry(1, rejected=3, words=70), rejects(1, 3))
    append_amendment(tmp_path, entry(1, rejected=2, words=80), rejects(1, 2))
    fold_amendments(tmp_path)
    entries, rejected = shown(tmp_path)
    assert [row[:2] for row in entries] == [(0, 1), (1, 2), (2, 1)]
    assert rejected == [(0, "a.jsonl:00"), (1, "a.jsonl:10"), (1, "a.jsonl:11"), (2, "a.jsonl:20")]
    lengths = [len(reject_line(Reject(where, "is no arti\ud800cle"), part)) for part, where in rejected]
    assert [row[2] for row in entries] == [lengths[0], sum(lengths[:3]), sum(lengths)]
    assert [e.words for e in read_entries(tmp_path)] == [50, 80, 100]
    assert not (tmp_path / "amendments.jsonl").exists()
    before = (tmp_path / ENTRIES).read_bytes()
    fold_amendments(tmp_path)
    assert (tmp_path / ENTRIES).read_bytes() == before


def test_an_amendment_that_is_not_whole_counts_for_nothing_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    made(tmp_path, 2)
    append_amendment(tmp_path, entry(0, rejected=1), rejects(0, 1))
    with (tmp_path / "amendments.jsonl").open("ab") as file:
        file.write(b'{"entry": ')
    fold_amendments(tmp_path)
    assert [row[:2] for row in shown(tmp_path)[0]] == [(0, 1)]
    for wrong in ("{", "{}", '{"entry": {"part": 1}, "rejects": []}'):
        (tmp_path / "amendments.jsonl").write_text(wrong + "\n", encoding="utf-8")
        with pytest.raises(ConfigError, match=r"amendments\.jsonl: is not what 'framing corpus score' writes$"):
            fold_amendments(tmp_path)


def test_what_a_stopped_run_left_is_cut_and_what_is_there_is_counted(tmp_path: Path) -> None:
    made(tmp_path, 2, 1)
    whole = shown(tmp_path)
    for name in (ENTRIES, REJECTS):
        with (tmp_path / name).open("ab") as file:
            file.write(b'{"part": 9, "where": "x", "reason": "y"}\n{"half' if name == REJECTS else b'{"half')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/.part-1").write_bytes(b"x")
    (tmp_path / "articles/part-1").write_bytes(b"x")
    manifest = Manifest(tmp_path, SETTINGS)
    assert manifest.before == (10, 3, 200)
    assert shown(tmp_path) == whole
    assert [path.name for path in (tmp_path / "articles").iterdir()] == ["part-1"]
    manifest.amend(entry(1, rejected=0), [])
    assert [row[1] for row in shown(tmp_path)[0]] == [2, 1]
    manifest.finish({"records": 10})
    assert [row[1] for row in shown(tmp_path)[0]] == [2, 0]
    assert read_head(tmp_path) == {"settings": SETTINGS, "finished": {"records": 10}}
    manifest.begin()
    assert read_head(tmp_path) == {"settings": SETTINGS, "finished": None}
    manifest.close()


def test_an_output_is_written_by_one_run_at_a_time(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "new", SETTINGS)
    with pytest.raises(ConfigError, match=r"new: another run writes there$"):
        Manifest(tmp_path / "new", SETTINGS)
    manifest.close()
    Manifest(tmp_path / "new", SETTINGS).close()


def test_other_settings_are_refused_with_both_values_and_free_ones_are_taken(tmp_path: Path) -> None:
    made(tmp_path, 0)
    with pytest.raises(
        ConfigError,
        match=r"was made with another setting of 'detail' \(False, now True\); use the same, or another output$",
    ):
        Manifest(tmp_path, {**SETTINGS, "detail": True})
    with pytest.raises(ConfigError, match=r"another setting of 'models_and_lexicons'; use the same"):
        Manifest(tmp_path, {**SETTINGS, "models_and_lexicons": "def"})
    with pytest.raises(ConfigError, match=r"another setting of 'new' \(None, now 1\)"):
        Manifest(tmp_path, {**SETTINGS, "new": 1})
    Manifest(tmp_path, {**SETTINGS, "detail": True}, free=["detail"]).close()
    assert read_head(tmp_path)["settings"]["detail"] is True
    Manifest(tmp_path, {**SETTINGS, "detail": True}).close()


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"has files that 'framing corpus score' did not write; name an empty folder$"
    ):
        Manifest(tmp_path, SETTINGS)
    with pytest.raises(ConfigError, match=r"letter\.txt: cannot be written \("):
        Manifest(tmp_path / "letter.txt", SETTINGS)
    with pytest.raises(ConfigError, match=r"is no output of 'framing corpus score': it has no corpus\.json$"):
        read_head(tmp_path)
    for content in ("[]", "{}", '{"settings": 1}'):
        (tmp_path / "corpus.json").write_text(content, encoding="utf-8")
        with pytest.raises(ConfigError, match=r"corpus\.json: is not what 'framing corpus score' writes$"):
            read_head(tmp_path)
    (tmp_path / "corpus.json").write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"corpus\.json: cannot be read \("):
        read_head(tmp_path)


def test_a_head_is_read_by_people_too(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, {"outlet": "Härd"})
    manifest.finish({"records": 1})
    manifest.close()
    written = (tmp_path / "corpus.json").read_text(encoding="utf-8")
    assert (
        written
        == json.dumps({"settings": {"outlet": "Härd"}, "finished": {"records": 1}}, indent=2, ensure_ascii=False) + "\n"
    )


def test_damage_is_told_in_words() -> None:
    assert described_damage({4: 7}) == "1 part is missing or not whole, of 7 articles"
    assert described_damage(dict.fromkeys(range(1200), 2)) == (
        "1,200 parts are missing or not whole, of 2,400 articles"
    )
