"""The cache: what is kept comes back as it was, and anything that could change a finding makes another key."""

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from framing.checking import cache as caches
from framing.checking.cache import Cache, Checked, cache_in
from framing.checking.gate import GateRequest, RequestedSettings, gate
from framing.diagnostic import CheckedFile, Diagnostic, MissedBudget, Suppression
from framing.errors import ConfigError
from framing.spans import Span

FOUND = Diagnostic(
    code="W101",
    rule="loaded-term",
    level="error",
    message="'thuggish' in the text: insult.",
    start=4,
    end=12,
    path="á\udcff.md",
    line=2,
    column=3,
    end_line=2,
    end_column=11,
    confidence=0.7,
    reason="It judges.",
    alternatives=("violent",),
    references=("holm2001", "orr2002"),
    evidence=(Span(1, 2), Span(4, 12)),
    suppression=Suppression("in_source", "their word"),
    text="thuggish",
    fingerprint="f" * 32,
    baseline_state="new",
    fix="violent",
)
FILE = CheckedFile(
    "á\udcff.md", "It was\n a thuggish plan.", (FOUND, replace(FOUND, suppression=None)), 6, {"a": 1.5}, "note", 7
)
CHECKED = Checked(FILE, (MissedBudget("á\udcff.md", "max-loaded-per-1000", 2.0, 3.5),))


def test_findings_come_back_as_they_were(tmp_path: Path) -> None:
    empty = Diagnostic("S204", "single-source", "warning", "One.", 0, 0, "b.md")
    plain = {f.name for f in fields(Diagnostic) if getattr(FOUND, f.name) == getattr(empty, f.name)}
    assert plain <= {"start"}, "each field of the finding that is kept is told from its default"
    kept = Cache(tmp_path / "cache", "state")
    bare = Checked(CheckedFile("b.md", "", (empty,), 0))
    kept.put("abcd", [CHECKED, bare])
    assert Cache(tmp_path / "cache", "state").get("abcd") == [CHECKED, bare]
    kept.put("abce", [bare])
    assert kept.get("abce") == [bare]
    assert (tmp_path / "cache/ab/abcd").is_file()
    assert (tmp_path / "cache/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert [path.name for path in sorted((tmp_path / "cache/ab").iterdir())] == ["abcd", "abce"]


def test_what_is_not_there_or_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put("abcd", [CHECKED])
    assert kept.get("abce") is None
    for damaged in ("", "[", "[1]", "[{}]", '[{"diagnostics": [{}]}]'):
        (tmp_path / "ab/abcd").write_text(damaged, encoding="utf-8")
        assert kept.get("abcd") is None


def test_a_folder_that_nobody_named_or_can_write_keeps_nothing(tmp_path: Path) -> None:
    Cache(None).put("abcd", [CHECKED])
    assert Cache(None).get("abcd") is None
    (tmp_path / "file").write_text("x", encoding="utf-8")
    blocked = Cache(tmp_path / "file")
    blocked.put("abcd", [CHECKED])
    assert blocked.get("abcd") is None


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(
        ConfigError, match=r"cache: is a link, through which nothing is kept; remove it, or name another"
    ):
        cache_in(tmp_path / "cache")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/ab").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    cache_in(tmp_path / "kept").put("abcd", [CHECKED])
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_link_in_place_of_the_ignore_file_is_left_alone_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("x", encoding="utf-8")
    for name in ("gone", "there"):
        kept = tmp_path / f"kept-{name}"
        kept.mkdir()
        (kept / ".gitignore").symlink_to(tmp_path / name)
        Cache(kept).put("abcd", [CHECKED])
        assert Cache(kept).get("abcd") == [CHECKED]
    assert not (tmp_path / "gone").exists()
    assert (tmp_path / "there").read_text(encoding="utf-8") == "x"


def test_an_ignore_file_of_the_user_s_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.log\n", encoding="utf-8")
    Cache(tmp_path).put("abcd", [CHECKED])
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.log\n"


def test_each_part_of_a_key_counts_and_where_one_ends() -> None:
    keys = {
        Cache(None, state).key(content, path, settings)
        for state, content, path, settings in (
            ("s", b"text", "a.md", "x"),
            ("t", b"text", "a.md", "x"),
            ("s", b"texts", "a.md", "x"),
            ("s", b"text", "b.md", "x"),
            ("s", b"text", "a.md", "y"),
            ("s", b"text", "\udcff.md", "x"),
            ("sa", b"text", ".md", "x"),
        )
    }
    assert len(keys) == 7
    assert Cache(None, "s").key(b"text", "a.md", "x") == Cache(None, "s").key(b"text", "a.md", "x")


def test_other_lexicons_models_or_versions_make_other_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicons, models = tmp_path / "lexicons", tmp_path / "models"
    lexicons.mkdir()
    models.mkdir()
    (lexicons / "compiled.json").write_text("{}", encoding="utf-8")
    (models / "slant.npz").write_text("x", encoding="utf-8")
    monkeypatch.setattr(caches, "lexicons_folder", lambda: lexicons)
    monkeypatch.setattr(caches, "artifacts_folder", lambda: models)
    states = [cache_in(tmp_path / "kept").state]
    assert cache_in(tmp_path / "kept").state == states[0]
    assert cache_in(None).state == ""
    (lexicons / "compiled.json").write_text("{ }", encoding="utf-8")
    states.append(cache_in(tmp_path / "kept").state)
    os.utime(models / "slant.npz", (1, 1))
    states.append(cache_in(tmp_path / "kept").state)
    (models / "slant.npz").rename(models / "other.npz")
    states.append(cache_in(tmp_path / "kept").state)
    monkeypatch.setattr(caches, "__version__", "0.0.0")
    states.append(cache_in(tmp_path / "kept").state)
    assert len(set(states)) == 5


def test_a_gate_finds_the_same_with_and_without_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "The harbour of Odden\n\nThe plan of the thuggish regime is heinous, and it was met with silence.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    settings = RequestedSettings(select=("W101",), isolated=True)
    request = GateRequest(["a.txt"], settings, cache=tmp_path / "kept")
    first = gate(request)
    assert first.files[0].diagnostics
    assert gate(request) == first == gate(replace(request, cache=None))
    entries = list((tmp_path / "kept").glob("??/*"))
    assert len(entries) == 1
    entries[0].write_text(entries[0].read_text(encoding="utf-8").replace("regime", "changed!"), encoding="utf-8")
    assert "changed!" in gate(request).files[0].diagnostics[0].message
    gate(replace(request, settings=replace(settings, select=("W1",))))
    assert len(list((tmp_path / "kept").glob("??/*"))) == 2
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    assert "changed!" not in gate(request).files[0].diagnostics[0].message
