"""``--format html`` of both commands, and what they do not import without it."""

import os
import subprocess
import sys
from pathlib import Path

import forked_command

ROOT = Path(__file__).parent.parent.parent
ARTICLE = """Council approves harbour plan

The council approved a plan to rebuild the harbour on Tuesday, officials said. Critics called it a frobnicated gamble.

The mayor, Peter Lund, said the work would cost 40 million and start in May. The opposition warned of delays.
"""
LEXICON = """[lexicon]
id = "house"
version = "2026.1"
title = "House words"
construct = "loaded"
language = "en"
licence = "CC0-1.0"
compiled = "by hand"
references = ["recasens2013"]
caveat = "none"

[[group]]
category = "emotive"
severity = 2
pos = "adjective"
reason = "The house does not use it."
references = ["recasens2013"]
entries = [{ pattern = "frobnicated", alternatives = ["changed"] }]
"""


def run(*arguments: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    done = forked_command.framing(*arguments, folder=cwd, environment=os.environ)
    return subprocess.CompletedProcess(arguments, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_score_writes_a_page_with_the_users_own_words_and_their_hash(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "house.toml").write_text(LEXICON, encoding="utf-8")
    done = run("score", "story.txt", "--lexicon", "house.toml", "--format", "html", "-o", "page.html", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert "frobnicated" in page.split('id="f-L1"')[1].split("</li>")[0]
    assert "The house does not use it." in page
    assert "house.toml (SHA-256 " in page
    assert str(tmp_path) not in page


def test_compare_writes_a_page(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = run("compare", "a.txt", "b.txt", "--format", "html", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("<article ") == 2


def test_reports_without_pages_do_not_import_the_template_engine() -> None:
    code = "import sys, framing.cli.score, framing.cli.compare, framing.output.terminal; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_folder_holds_an_index_and_a_page_for_each_article(tmp_path: Path) -> None:
    for name in ("tarn", "holm"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("score", "tarn.txt", "holm.txt", "--format", "html", "--output", "pages", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "holm-txt.html",
        "index.html",
        "tarn-txt.html",
    ]
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert 'href="holm-txt.html"' in index
    assert 'href="tarn-txt.html"' in index
    assert "Framing report on one article" in (tmp_path / "pages" / "tarn-txt.html").read_text(encoding="utf-8")


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "tarn.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "pages").write_text("a file", encoding="utf-8")
    done = run("score", "tarn.txt", "--format", "html", "--output", "pages", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "framing: pages: is there already and not empty; name another folder\n"
