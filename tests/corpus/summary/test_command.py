import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli.corpus_summary import compare, summarise

Make = Callable[..., dict[str, object]]
Archive = Callable[..., Path]


def run(*arguments: object) -> Result:
    command, *rest = arguments
    return CliRunner().invoke(summarise if command == "summarise" else compare, [str(part) for part in rest])


@pytest.fixture
def scores(archive: Archive, article: Make) -> Path:
    names = ("Courier", "Lantern, The", "Ledger")
    rows = [
        article(
            n, names[n % 3], n % 7, date=f"2031-{1 + n % 12:02d}-10", month=f"2031-{1 + n % 12:02d}", topic=f"t{n % 5}"
        )
        for n in range(120)
    ]
    return archive(rows)


def test_a_summary_by_outlet_and_month(scores: Path) -> None:
    result = run("summarise", scores, "--by", "outlet,month", "--measure", "sources", "--format", "csv")
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == 12  # outlets and months go round together
    assert {(row["outlet"], row["measure"]) for row in rows} >= {("Courier", "sources")}
    assert sum(int(row["articles"]) for row in rows) == 120


def test_every_measure_comes_when_asked_for(scores: Path) -> None:
    some = json.loads(run("summarise", scores, "--format", "json").stdout)
    everything = json.loads(run("summarise", scores, "--format", "json", "--all").stdout)
    assert len(some["units"]) == 12
    assert "subjective_words_own" not in some["units"]
    assert len(everything["units"]) > 60
    assert set(some["units"]) < set(everything["units"])


def test_a_page_goes_to_a_file_whole(scores: Path, tmp_path: Path) -> None:
    for arguments in (("summarise", scores), ("compare", scores, "--outlets", "Courier,Ledger")):
        page = tmp_path / "page.html"
        result = run(*arguments, "--format", "html", "-o", page)
        assert (result.exit_code, result.output) == (0, "")
        text = page.read_text()
        assert text.startswith("<!doctype html>")
        assert text.rstrip().endswith("</html>")
        assert "score the archive with --detail" in text or arguments[0] == "compare"


def test_a_name_with_a_comma_stands_in_quotation_marks(scores: Path) -> None:
    result = run("compare", scores, "--outlets", '"Lantern, The",Courier', "--format", "json")
    assert [one["outlet"] for one in json.loads(result.stdout)["outlets"]] == ["Lantern, The", "Courier"]


def test_the_same_command_gives_the_same_bytes(scores: Path) -> None:
    for arguments in (("summarise", scores, "--format", "html"), ("compare", scores, "--outlets", "Courier,Ledger")):
        assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "--outlets", "Couriers,Ledger"), "no article is of 'Couriers'; near: Courier"),
        (("compare", "--outlets", "Ledger"), "two outlets or more"),
        (("summarise", "--by", "outlet,colour"), "cannot be grouped by 'colour'"),
        (("summarise", "--measure", "soures"), "there is no measure 'soures'; did you mean sources"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_code_2(scores: Path, arguments: tuple[str, ...], said: str) -> None:
    command, *rest = arguments
    result = run(command, scores, *rest)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_folder_without_datasets_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    for arguments in (("summarise", tmp_path), ("summarise", tmp_path / "nowhere")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith("framing: ")
        assert result.stderr.count("\n") == 1


def test_a_run_under_way_is_summarised_with_a_warning(archive: Archive, article: Make) -> None:
    folder = archive([article(n, "A") for n in range(3)], finished=False)
    for format_name, place in (("terminal", "stdout"), ("csv", "stderr")):
        result = run("summarise", folder, "--format", format_name)
        assert result.exit_code == 0
        assert "has not finished: articles are missing" in getattr(result, place)


def test_an_archive_without_outlets_says_so(archive: Archive, article: Make) -> None:
    folder = archive([article(n, None, month=None, date=None, topic=None) for n in range(3)])
    result = run("summarise", folder)
    assert result.exit_code == 0
    assert "Left out: 3 articles: no outlet given" in result.stdout
    assert run("summarise", folder, "--format", "html").exit_code == 0
    assert "no article is of 'A'" in run("compare", folder, "--outlets", "A,B").stderr
