"""Where the result of a check goes, and in which form."""

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from framing.cli.check_output import chosen_format, output_options, write_outcome
from framing.diagnostic import CheckedFile, Diagnostic, Outcome

TEXT = "The regime at the port of Elmsworth has refused to say how much the new quay will cost the town.\n" * 3
FOUND = Diagnostic("W101", "loaded-term", "warning", "loaded", 4, 10, "a.txt", 1, 5, 1, 11, text="regime")
OUTCOME = Outcome((CheckedFile("a.txt", TEXT, (FOUND,), words=57),), (), version="1.0")


@click.command()
@output_options
def command(format_name: str | None, output_file: Path | None, statistics: bool, colour: str) -> None:
    write_outcome(OUTCOME, format_name, output_file, statistics=statistics, colour=colour)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "type[CliRunner]":
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FRAMING_OUTPUT_FORMAT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return CliRunner


def invoked(run: "type[CliRunner]", *arguments: str, **environment: str) -> Result:
    return run().invoke(command, list(arguments), env=environment, catch_exceptions=False)


def test_full_is_the_default_and_github_in_a_job(run: "type[CliRunner]") -> None:
    assert "^^^^^^" in invoked(run).output
    assert invoked(run, GITHUB_ACTIONS="true").output.startswith("::warning ")
    assert "^^^^^^" in invoked(run, "--output-format", "full", GITHUB_ACTIONS="true").output
    assert chosen_format(None, Path("x.txt"), {"GITHUB_ACTIONS": "true"}) == "full"


def test_the_environment_may_name_the_format(run: "type[CliRunner]") -> None:
    assert invoked(run, FRAMING_OUTPUT_FORMAT="concise").output == "a.txt:1:5: W101 loaded\n"


def test_an_unknown_format_is_a_usage_error(run: "type[CliRunner]") -> None:
    assert invoked(run, "--output-format", "sarfi").exit_code == 2


def test_a_file_is_written_whole_and_without_colour(run: "type[CliRunner]", tmp_path: Path) -> None:
    result = invoked(run, "--output-file", "out.txt", FORCE_COLOR="1")
    assert (result.exit_code, result.output) == (0, "")
    assert "\x1b" not in (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "\x1b" in invoked(run, FORCE_COLOR="1").output


def test_a_file_that_cannot_be_written_ends_with_one_line_and_code_2(run: "type[CliRunner]") -> None:
    result = invoked(run, "--output-file", "missing/out.txt")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["framing: missing/out.txt: cannot be written (No such file or directory)"]


def test_statistics_are_counts_in_text_and_json(run: "type[CliRunner]") -> None:
    assert invoked(run, "--statistics").output.startswith("1  W101  loaded-term  one in 57 words\n")
    rows = json.loads(invoked(run, "--statistics", "--output-format", "json").output)
    assert rows == [{"count": 1, "code": "W101", "name": "loaded-term", "words_per_finding": 57}]


def test_a_job_gets_its_summary_after_what_stands_there(run: "type[CliRunner]", tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    invoked(run, "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n<!-- framing check -->\n")
    assert "| 1 | W101 loaded-term | loaded |" in text


def test_a_summary_that_cannot_be_written_changes_nothing_else(run: "type[CliRunner]", tmp_path: Path) -> None:
    result = invoked(run, "--output-format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "summary.md"))
    assert result.exit_code == 0
    assert result.stdout.startswith("::warning ")
    assert "the job's summary cannot be written" in result.stderr


def test_a_platform_is_given_paths_in_the_repository(
    run: "type[CliRunner]", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absolute = str(tmp_path / "a.txt")
    found = replace(FOUND, path=absolute)
    there = replace(OUTCOME, files=(replace(OUTCOME.files[0], path=absolute, diagnostics=(found,)),))
    monkeypatch.setattr(f"{__name__}.OUTCOME", there)
    assert "file=a.txt," in invoked(run, "--output-format", "github").output
    assert json.loads(invoked(run, "--output-format", "gitlab").output)[0]["location"]["path"] == "a.txt"
    assert invoked(run, "--output-format", "concise").output.startswith(f"{absolute}:1:5: ")


def test_html_goes_to_a_file_or_to_a_folder_with_the_articles(run: "type[CliRunner]", tmp_path: Path) -> None:
    invoked(run, "--output-format", "html", "--output-file", "one.html")
    assert (tmp_path / "one.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    invoked(run, "--output-format", "html", "--output-file", "pages")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a-txt.html", "index.html"]
    assert 'href="a-txt.html"' in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")


def test_a_folder_that_is_a_file_ends_with_code_2(run: "type[CliRunner]", tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("x", encoding="utf-8")
    result = invoked(run, "--output-format", "html", "--output-file", "pages")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
