"""``framing lexicon``: the word lists, as a user sees them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli.lexicon import command

OWN = """
[lexicon]
id         = "house_style"
version    = "2026.1"
title      = "Words of our own"
construct  = "loaded"
language   = "en"
licence    = "CC0-1.0"
compiled   = "by hand"
references = ["bbcstyleguide2003"]

[[group]]
category   = "dysphemism"
severity   = 1
pos        = "noun"
reason     = "House style."
references = ["bbcstyleguide2003"]
entries = [
  { pattern = "fat cat", alternatives = ["well-paid manager"] },
]
"""


def lexicon(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "house_style.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_list_counts_every_lexicon() -> None:
    lines = lexicon("list").output.splitlines()
    counts = {line.split()[0]: int(line[50:58]) for line in lines[1:-1]}
    assert counts["group_labels"] >= 100
    assert int(lines[-1].split()[1]) == sum(counts.values())


def test_show_prints_a_lexicon_s_entries() -> None:
    found = lexicon("show", "dysphemisms")
    assert found.exit_code == 0
    assert "crackdown [dysphemism severity 1" in found.output


def test_show_takes_an_entry_by_the_name_that_reports_give() -> None:
    found = lexicon("show", "partisan_coinages/death_tax")
    assert found.exit_code == 0
    assert "alternatives estate tax" in found.output
    assert "references" in found.output


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing_such", "nothing_such: no lexicon, entry or file has this name; see 'framing lexicon list'"),
        ("dysphemisms/crackdwn", "did you mean dysphemisms/crackdown?"),
    ],
)
def test_an_unknown_name_is_one_line_and_exit_code_2(name: str, message: str) -> None:
    found = lexicon("show", name)
    assert found.exit_code == 2
    assert message in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_lint_accepts_a_good_file(own: Path) -> None:
    found = lexicon("lint", own)
    assert (found.exit_code, found.output) == (0, "no faults\n")


def test_lint_names_entry_and_fault(own: Path) -> None:
    own.write_text(OWN.replace('references = ["bbcstyleguide2003"]\nentries', 'references = ["nobody1900"]\nentries'))
    found = lexicon("lint", own)
    assert found.exit_code in {1, 2}
    assert "nobody1900" in found.output


def test_a_broken_file_is_an_error_that_names_file_entry_and_field(own: Path) -> None:
    own.write_text(OWN.replace("severity   = 1", "severity   = 9"), encoding="utf-8")
    found = lexicon("lint", own)
    assert found.exit_code == 2
    for part in ("house_style.toml", "fat cat", "severity"):
        assert part in found.stderr


def test_add_path_writes_a_settings_file_that_counts(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    assert lexicon("add-path", own).exit_code == 0
    assert "house_style.toml" in (own.parent / "framing.toml").read_text(encoding="utf-8")


def test_add_path_refuses_a_broken_file_and_writes_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    own.write_text("[lexicon", encoding="utf-8")
    assert lexicon("add-path", own).exit_code == 2
    assert not (own.parent / "framing.toml").exists()
