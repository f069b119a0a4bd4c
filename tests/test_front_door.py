"""What a Python user types: the functions of the package, what they refuse, and how their values print."""

import subprocess
import sys
from pathlib import Path

import pytest

import framing

TEXT = (
    "Pier opens\n\nAda Holm, the mayor of Ostvale, said on Monday that the pier would open again. Work begins in May."
)


@pytest.mark.parametrize("text", [None, b"The mayor said no.", 7, float("nan"), Path("a.txt")])
def test_what_is_no_text_is_a_type_error(text: object) -> None:
    with pytest.raises(TypeError, match=rf"text is {type(text).__name__}, not str"):
        framing.analyze(text)  # type: ignore[arg-type]


def test_a_title_that_is_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="title is float, not str or None"):
        framing.analyze(TEXT, title=float("nan"))  # type: ignore[arg-type]


def test_what_is_no_path_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="path_or_url is NoneType"):
        framing.analyze_file(None)  # type: ignore[arg-type]


def test_a_path_object_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert framing.analyze_file(tmp_path / "a.txt").analysis.article.title == "Pier opens"


def test_errors_are_caught_by_the_package_s_names(tmp_path: Path) -> None:
    with pytest.raises(framing.InputError, match="no such file"):
        framing.analyze_file(tmp_path / "none.txt")
    for error in (
        framing.ConfigError,
        framing.InputError,
        framing.InstallError,
        framing.LexiconError,
        framing.ModelError,
    ):
        assert issubclass(error, framing.FramingError)


def test_values_print_as_one_short_line() -> None:
    report = framing.analyze(TEXT)
    comparison = framing.compare([report, report])
    assert repr(report) == "<Report 'Pier opens': 21 words, 1 sources>"
    assert repr(comparison).startswith("<Comparison of 2 articles")
    for value in (report, comparison, report.analysis, report.analysis.article, report.analysis.article.document):
        assert "\n" not in repr(value)
        assert len(repr(value)) < 200


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys, framing; print({'numpy', 'pandas', 'click', 'sklearn'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
