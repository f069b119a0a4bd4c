"""A package that is missing or damaged is one line that says what to install, and costs only what needs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Ada Holm, the mayor of Ostvale, said on Monday that the pier would open again. Work begins in May.\n"
PAGE = f"<html><body><article><h1>Pier opens</h1><p>{TEXT}</p></article></body></html>"
DAMAGED = "raise ImportError('part of it\\nis now a separate project')"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": f"{folder / 'shadow'}{os.pathsep}{ROOT}", "FRAMING_NO_CACHE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "framing.cli.main", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def shadow(folder: Path, package: str, code: str) -> None:
    (folder / "shadow").mkdir()
    (folder / "shadow" / f"{package}.py").write_text(code)


@pytest.mark.parametrize(
    ("package", "distribution", "arguments"),
    [
        ("trafilatura", "trafilatura", ("score", "page.html")),
        ("markdown_it", "markdown-it-py", ("score", "story.md")),
        ("charset_normalizer", "charset-normalizer", ("score", "old.txt")),
        ("jinja2", "jinja2", ("score", "story.txt", "--format", "html")),
        ("pathspec", "pathspec", ("check", "texts")),
        ("wcwidth", "wcwidth", ("score", "wide.txt")),
    ],
)
def test_a_damaged_package_is_one_line(
    package: str, distribution: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    shadow(tmp_path, package, DAMAGED)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "story.md").write_text(f"# Pier opens\n\n{TEXT}")
    (tmp_path / "story.txt").write_text(f"Pier opens\n\n{TEXT}")
    (tmp_path / "wide.txt").write_text(f"Pier 港 opens\n\n{TEXT}")
    (tmp_path / "old.txt").write_bytes(f"Pier opens\n\nCafé owners wait. {TEXT}".encode("cp1252"))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "story.txt").write_text(TEXT)
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert f"{distribution}, which cannot be imported (part of it is now a separate project)" in done.stderr
    assert done.stderr.endswith(f"install it with: pip install --upgrade --force-reinstall {distribution}\n")


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    shadow(tmp_path, "jinja2", "raise ModuleNotFoundError('no', name='jinja2')")
    (tmp_path / "story.txt").write_text(TEXT)
    done = run(tmp_path, "score", "story.txt", "--format", "html")
    assert (done.returncode, done.stderr) == (
        2,
        "framing: this needs jinja2, which is not installed; install it with: pip install jinja2\n",
    )


def test_a_folder_s_other_files_are_checked(tmp_path: Path) -> None:
    shadow(tmp_path, "trafilatura", DAMAGED)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "story.txt").write_text("Thugs storm the pier\n\nThe thugs came at night. " + TEXT)
    done = run(tmp_path, "check", "page.html", "story.txt", "--output-format", "concise")
    assert done.returncode == 2
    assert "story.txt:1:1: W102" in done.stdout
    assert "page.html: this needs trafilatura" in done.stderr


def test_an_archive_ends_instead_of_rejecting_every_page(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    shadow(tmp_path, "trafilatura", DAMAGED)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.html").write_text(PAGE)
    done = run(tmp_path, "corpus", "score", "pages", "--output", "out")
    assert done.returncode == 2
    assert "this needs trafilatura, which cannot be imported" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
