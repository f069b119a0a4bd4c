"""The stored form of the lexicons: read line by line, never stale, never silently damaged."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing import resources
from framing.errors import LexiconError, ModelError
from framing.lexicons.compiled import compile_lexicons, rarities, shipped_indexes, with_files, write_compiled
from framing.lexicons.index import Index
from framing.lexicons.load import load_file, shipped

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the lexicons that may be changed."""
    folder = tmp_path / "framing"
    shutil.copytree(ROOT / "lexicons", tmp_path / "lexicons")
    shutil.copytree(ROOT / "framing" / "modelling" / "artifacts", folder / "modelling" / "artifacts")
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    shipped_indexes.cache_clear()
    yield tmp_path / "lexicons"
    shipped_indexes.cache_clear()


@pytest.fixture
def few(copied: Path) -> Path:
    """A copy of two lexicons alone, with a stored form of them."""
    for path in copied.glob("*.toml"):
        if path.stem not in {"boosters", "group_labels"}:
            path.unlink()
    write_compiled()
    return copied


def test_what_is_stored_is_what_the_files_say() -> None:
    made = compile_lexicons(shipped(), rarities())
    stored = shipped_indexes()
    assert set(stored) == set(made)
    for name, index in stored.items():
        assert {word: index.seconds(word) for word in index.first_words} == made[name]["tree"]
        assert index.entries() == Index(made[name]["tree"], made[name]["rows"]).entries()
        assert len(index) == len(made[name]["rows"])


OWN = """
[lexicon]
id = "house"
version = "1"
title = "Words of a house"
construct = "{construct}"
[[group]]
category = "{category}"
severity = 2
reason = "Asked for."
entries = [{{pattern = "regime"}}, {{pattern = "{{old,new}} regime~"}}, {{pattern = "tarnish~"}}, {{pattern = "clash"}}, {{pattern = "crisis"}}]
"""


def test_a_user_s_files_over_the_stored_form_are_what_compiling_all_files_gives(tmp_path: Path) -> None:
    files = []
    for number, (construct, category) in enumerate(
        [("loaded", "emotive"), ("generic_frame", "conflict"), ("generic_frame", "morality"), ("loaded", "euphemism")]
    ):
        files.append(tmp_path / f"house{number}.toml")
        text = OWN.format(construct=construct, category=category).replace('"house"', f'"house{number}"')
        files[-1].write_text(text if construct == "loaded" else re.sub(r"(severity|reason) = .*\n", "", text))
    made = compile_lexicons((*shipped(), *map(load_file, files)), rarities())
    found = with_files(files)
    assert set(found) == set(made)
    for name, index in found.items():
        assert {word: index.seconds(word) for word in index.first_words} == made[name]["tree"]
        assert index.entries() == Index(made[name]["tree"], made[name]["rows"]).entries()


def test_a_user_s_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(OWN.format(construct="loaded", category="emotive"))
    assert with_files([path]) is with_files([path])
    assert "ferries" not in with_files([path])["loaded"].first_words
    path.write_text(OWN.format(construct="loaded", category="emotive").replace("crisis", "ferries"))
    assert "ferries" in with_files([path])["loaded"].first_words
    path.unlink()
    with pytest.raises(LexiconError, match="cannot be read"):
        with_files([path])


def test_writing_again_gives_the_same_bytes(copied: Path) -> None:
    before = (copied / "compiled.json").read_bytes()
    assert write_compiled() == len(before)
    assert (copied / "compiled.json").read_bytes() == before


def test_a_file_that_has_changed_since_is_read_itself(few: Path) -> None:
    path = few / "boosters.toml"
    assert isinstance(shipped_indexes()["subjectivity"]._rows[0], bytes), "stored as lines"
    shipped_indexes.cache_clear()
    path.write_text(path.read_text() + '\n[[group]]\ncategory = "booster"\nentries = [{pattern = "tarnishingly"}]\n')
    assert "tarnishingly" in shipped_indexes()["subjectivity"].first_words


def test_without_a_stored_form_the_files_are_read(few: Path) -> None:
    (few / "compiled.json").unlink()
    assert "regime" in shipped_indexes()["loaded"].first_words


@pytest.mark.parametrize("damage", ["first line", "cut", "a word less", "an entry"])
def test_a_damaged_stored_form_is_one_error(damage: str, copied: Path) -> None:
    path = copied / "compiled.json"
    lines = path.read_bytes().split(b"\n")
    number = next(i for i, line in enumerate(lines) if b'"key":"group_labels/' in line)
    match damage:
        case "first line":
            lines[1] = lines[1][:-9]
        case "cut":
            del lines[-40:]
        case "a word less":
            lines[2] = lines[2].replace(b"address ", b"", 1)
        case "an entry":
            lines[number] = lines[number][:20]
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(ModelError, match=r"compiled\.json: is damaged"):
        shipped_indexes()["loaded"].entries()
