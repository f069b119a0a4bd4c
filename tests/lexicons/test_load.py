"""A broken file is an error that names file, entry and field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicons.load import load_file


def test_fields_of_a_group_are_defaults_of_its_entries(lexicon_file: Callable[..., Path]) -> None:
    lexicon = load_file(lexicon_file('{pattern="thug"}, {pattern="brute", severity=3},'))
    assert [(entry.id, entry.severity, entry.category) for entry in lexicon.entries] == [
        ("thug", 1, "group_label"),
        ("brute", 3, "group_label"),
    ]


@pytest.mark.parametrize(
    ("entry", "field", "fault"),
    [
        ("{pattern=5}", "pattern", "table with a pattern"),
        ('{pattern="x", colour="red"}', "colour", "unknown field"),
        ('{pattern="x", severity=4}', "severity", "1, 2 or 3"),
        ('{pattern="x", severity=true}', "severity", "1, 2 or 3"),
        ('{pattern="x", category="rude"}', "category", "not one of"),
        ('{pattern="x", pos="gerund"}', "pos", "not one of"),
        ('{pattern="x", case="title"}', "case", "not one of"),
        ('{pattern="x", weight=0}', "weight", "above 0"),
        ('{pattern="x", weight=nan}', "weight", "above 0"),
        ('{pattern="x", hits="A sentence."}', "hits", "list of strings"),
        ('{pattern="x", not_after=[""]}', "not_after", "not empty"),
        ('{pattern="x", reason=""}', "reason", "required"),
        ('{pattern="x", safe="yes"}', "safe", "true or false"),
        ('{pattern="x"}, {pattern="X"}', "id", "already given"),
    ],
)
def test_a_faulty_entry_is_named(lexicon_file: Callable[..., Path], entry: str, field: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault) as caught:
        load_file(lexicon_file(entry + ","))
    assert caught.value.field == field
    assert "trial.toml" in str(caught.value)


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("[lexicon\nid=", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 1"):
        load_file(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_file(tmp_path / "none.toml")


def test_the_id_is_the_file_s_stem(lexicon_file: Callable[..., Path], tmp_path: Path) -> None:
    path = lexicon_file('{pattern="thug"},')
    moved = path.rename(tmp_path / "other.toml")
    with pytest.raises(LexiconError, match="stem"):
        load_file(moved)


@pytest.mark.parametrize(
    "content", ["", "[lexicon]\nid='a'\n", "group = 3\n[lexicon]\nid='a'\n", "other = 1\n[lexicon]\n"]
)
def test_a_head_that_is_not_complete_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError):
        load_file(path)
