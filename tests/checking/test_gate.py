"""The gate from Python: the same files, findings and verdict as ``framing check``."""

import io
import subprocess
from pathlib import Path

import pytest

import framing
from framing.checking.gate import GateRequest, RequestedSettings, gate

CLEAN = "The harbour of Odden\n\nThe council of Odden met on Tuesday to talk about the plan for the harbour.\n"
LOADED = CLEAN + "\nThe plan of the thuggish regime is heinous.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "loaded.txt").write_text(LOADED, encoding="utf-8")
    return tmp_path


def only(code: str, **rest: str) -> RequestedSettings:
    return RequestedSettings(select=(code,), isolated=True, **rest)


def test_the_files_of_a_folder_pass_or_fail(folder: Path) -> None:
    outcome = gate(GateRequest([str(folder)], only("W101")))
    assert [Path(file.path).name for file in outcome.files] == ["clean.txt", "loaded.txt"]
    assert [bool(file.diagnostics) for file in outcome.files] == [False, True]
    assert (outcome.failed, outcome.exit_code) == (True, 1)
    assert gate(GateRequest(["clean.txt"], only("W101"))).exit_code == 0
    assert gate(GateRequest(["loaded.txt"], only("W101", fail_on="error"))).exit_code == 0


def test_without_paths_the_working_directory_is_checked(folder: Path) -> None:
    assert [file.path for file in gate(GateRequest(exclude=["loaded.*"])).files] == ["clean.txt"]


def test_standard_input_is_what_the_caller_gives(folder: Path) -> None:
    request = GateRequest(["-"], only("W101"), stdin=io.BytesIO(LOADED.encode()), stdin_name="draft.txt")
    assert [file.path for file in gate(request).files] == ["draft.txt"]


def test_a_file_that_cannot_be_read_stands_beside_the_others(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    outcome = gate(GateRequest(["clean.txt", "empty.txt"], only("W101")))
    assert [file.path for file in outcome.files] == ["clean.txt"]
    assert [str(failure) for failure in outcome.failures] == ["empty.txt: is empty: there is no text in it"]
    assert (outcome.failed, outcome.exit_code) == (False, 2)


def test_nothing_to_check_is_an_error_unless_that_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(framing.InputError, match="no files to check"):
        gate(GateRequest([str(tmp_path)]))
    assert gate(GateRequest([str(tmp_path)], allow_empty=True)).files == ()


def test_what_is_gone_from_the_baseline_is_counted(folder: Path) -> None:
    known = '{"version": 1, "findings": [{"fingerprint": "f", "path": "clean.txt", "code": "W101", "text": "heinous"}]}'
    (folder / "known.json").write_text(known, encoding="utf-8")
    outcome = gate(GateRequest(["clean.txt", "loaded.txt"], only("W101", baseline="known.json")))
    assert outcome.stale == {"known.json": 1}
    assert gate(GateRequest(["loaded.txt"], only("W101", baseline="known.json"))).stale == {}


def test_settings_that_change_between_two_calls_count(folder: Path) -> None:
    (folder / "framing.toml").write_text('select = ["W101"]\n', encoding="utf-8")
    assert gate(GateRequest(["loaded.txt"])).exit_code == 1
    (folder / "framing.toml").write_text('select = ["W101"]\nfail-on = "error"\n', encoding="utf-8")
    assert gate(GateRequest(["loaded.txt"])).exit_code == 0


def test_only_changed_lines_count_where_a_commit_is_named(folder: Path) -> None:
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    (folder / "clean.txt").write_text(CLEAN + "\nIt was a heinous plan.\n", encoding="utf-8")
    outcome = gate(GateRequest(["."], only("W101", diff_base="HEAD")))
    assert [(file.path, [found.text for found in file.diagnostics]) for file in outcome.files] == [
        ("clean.txt", ["heinous"])
    ]
    subprocess.run([*git, "commit", "-qam", "Second"], cwd=folder, check=True)
    assert gate(GateRequest(["."], only("W101", diff_base="HEAD"))).files == ()
