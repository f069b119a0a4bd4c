"""Which findings stand on changed lines, where the lines that git counts are none of the text's, and where git is blind."""

import gzip
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.checking import requested
from framing.cli.main import main

BODY = "The council of Odden approved a plan for the harbour on Tuesday.\nThe work begins in May, said Mara Olsen.\n"
CLEAN = f"Odden plans a new harbour\n\n{BODY}"
NIGHT = "It was a terrifying, heinous night."
LOADED = f"{CLEAN}\n{NIGHT}\n"
FOUND = {"'heinous'", "'terrifying'"}
Check = Callable[..., list[str]]


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Commit a file, change it, and return the words that are found on the lines that changed since."""
    for name in list(os.environ):
        if name.startswith(("GIT_", "GITHUB_", "FRAMING_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")

    def check(name: str, before: bytes, after: bytes, *commands: str) -> list[str]:
        requested.forget_settings()
        path = Path(name)
        path.write_bytes(before)
        git("add", "-A")
        git("commit", "-qm", "first")
        for command in commands:
            git(*command.split(" "), name)
        path.write_bytes(after)
        options = ("--diff-base", "main", "--output-format", "concise", "--no-cache", "--select", "W101", "--isolated")
        done = CliRunner().invoke(main, ["check", name, *options])
        assert done.exit_code == (1 if done.stdout else 0), (done.stderr, done.exception)
        return [line.partition(" W101 ")[2].split(" ")[0] for line in done.stdout.splitlines()]

    return check


def git(*arguments: str) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@odden.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def letter(text: str) -> str:
    head = "From: a@odden.example\nSubject: The harbour\nMessage-ID: <1@odden.example>\nContent-Type: text/plain\n\n"
    return head + text


def rich_text(text: str) -> str:
    return "{\\rtf1\\ansi\n" + "".join(f"{{\\pard {part}\\par}}\n\n\n" for part in text.split("\n\n")) + "}"


def row(number: int, text: str) -> str:
    return json.dumps({"id": number, "title": "The harbour", "text": text}) + "\n"


def feed(*texts: str) -> str:
    items = "".join(
        f"<item>\n<title>Item {number}</title>\n<description>{text}</description>\n</item>\n"
        for number, text in enumerate(texts)
    )
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Tarn Times</title>\n{items}</channel></rss>\n'


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("letter.eml", letter(CLEAN).encode(), letter(LOADED).encode()),
        ("one.json", row(1, CLEAN).encode(), row(1, LOADED).encode()),
        ("rich.rtf", rich_text(CLEAN).encode(), rich_text(LOADED).encode()),
        ("returns.txt", CLEAN.replace("\n", "\r").encode(), LOADED.replace("\n", "\r").encode()),
        ("wide.txt", CLEAN.encode("utf-16"), f"Ċ{LOADED.replace('Odden', 'Oddeਊn')}".encode("utf-16")),
        ("rows.csv", f'id,text\r1,"{CLEAN}"\r'.replace("\n", " ").encode(), f'id,text\r1,"{NIGHT}"\r'.encode()),
        ("rows.jsonl.gz", gzip.compress(row(1, CLEAN).encode()), gzip.compress((row(1, CLEAN) + row(2, LOADED)).encode())),
        ("feed.rss", feed(BODY, BODY, BODY).encode(), feed(BODY + NIGHT, BODY, BODY).encode()),
        ("feed.rss", feed(BODY, BODY, BODY).encode(), feed(BODY, BODY + NIGHT, BODY).encode()),
        ("rows.json", json.dumps([json.loads(row(1, CLEAN))] * 2, indent=1).encode(),
         json.dumps([json.loads(row(1, LOADED)), json.loads(row(2, CLEAN))], indent=1).encode()),
    ],
)  # fmt: skip
def test_all_of_a_changed_file_counts_where_git_counts_other_lines(
    changed: Check, name: str, before: bytes, after: bytes
) -> None:
    assert set(changed(name, before, after)) == FOUND


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_a_file_that_git_was_told_not_to_look_at_counts_whole(changed: Check, flag: str) -> None:
    assert set(changed("a.md", CLEAN.encode(), LOADED.encode(), f"update-index {flag}")) == FOUND


@pytest.mark.parametrize("name", [os.fsdecode(b"caf\xe9.md"), "a\nb.md", 'a"b.md', "a\tb.md", "a -> b.md", "-.md"])
def test_a_file_is_found_whatever_its_name_is(changed: Check, name: str) -> None:
    assert set(changed(f"./{name}", CLEAN.encode(), LOADED.encode())) == FOUND


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_that_git_counts_too_are_held_apart(changed: Check, encoding: str, end: str) -> None:
    before = f"{LOADED}\nThe café is open.\n".replace("\n", end)
    after = before.replace("is open", "is closed")
    assert changed("a.txt", before.encode(encoding), after.encode(encoding)) == []
    after = before.replace("terrifying, heinous night.", "terrifying day.")
    assert changed("b.txt", before.encode(encoding), after.encode(encoding)) == ["'terrifying'"]
