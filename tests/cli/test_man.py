"""Manual pages: one a command, with what its help says, in characters that every troff reads."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from framing.cli.main import main

pytest.importorskip("click_man", reason="no click-man: pip install 'framing[man]'")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("man")
    done = CliRunner().invoke(main, ["man", str(folder / "new" / "man1")], prog_name="framing")
    assert (done.exit_code, done.output) == (0, "")
    return {path.name: path.read_text(encoding="ascii") for path in (folder / "new" / "man1").iterdir()}


def names(command: click.Command, name: str = "framing") -> Iterator[str]:
    yield name
    if isinstance(command, click.Group):
        for below in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), below)
            assert found is not None
            yield from names(found, f"{name}-{below}")


def test_each_command_has_a_page(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(f"{name}.1" for name in names(main))
    assert all(
        f"See \\fBframing-{name}(1)\\fP" in pages["framing.1"] for name in main.list_commands(click.Context(main))
    )


def test_a_page_has_every_option_and_no_argument_among_them(pages: dict[str, str]) -> None:
    score = main.get_command(click.Context(main), "score")
    assert score is not None
    options = pages["framing-score.1"].partition(".SH OPTIONS")[2]
    long = [
        option for one in score.params if isinstance(one, click.Option) for option in one.opts if option[:2] == "--"
    ]
    assert long
    assert [option for option in long if option.replace("-", "\\-") not in options] == []
    assert "\\fBFILE" not in options


def test_examples_keep_their_lines(pages: dict[str, str]) -> None:
    shown = pages["framing-score.1"].partition(".nf\n")[2].partition("\n.fi")[0].splitlines()
    assert len(shown) >= 3
    assert all(line.startswith("framing score ") for line in shown)
    assert not any("\x08" in page for page in pages.values())


def test_a_date_that_is_set_is_the_pages_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    CliRunner().invoke(main, ["man", str(tmp_path)], prog_name="framing")
    assert (tmp_path / "framing.1").read_text().startswith('.TH "FRAMING" "1" "1970-01-02"')


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(main, ["man", str(tmp_path / "file" / "man")], prog_name="framing")
    assert done.exit_code == 2
    assert done.output.startswith("framing: ")
    assert done.output.count("\n") == 1
