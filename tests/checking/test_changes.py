"""What changed since a commit: lines, files, records; and what git says when it cannot tell."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.checking.changes import changed_lines, content_at_base, forget_commits, on_changed_lines
from framing.diagnostic import CheckedFile, Diagnostic
from framing.errors import ConfigError

TEN = [f"line {number}" for number in range(1, 11)]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A repository with one commit of two files, and what runs git in it."""
    monkeypatch.chdir(tmp_path)
    forget_commits()

    def run(*arguments: str) -> None:
        command = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    run("init", "-qb", "main")
    write("a.md", TEN)
    write("desk/b.md", TEN)
    run("add", ".")
    run("commit", "-qm", "First")
    return run


def write(name: str, lines: list[str]) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_changed_and_added_lines_are_told_and_dropped_ones_leave_none(git: Callable[..., None]) -> None:
    write("a.md", [TEN[0], "other", *TEN[2:5], "more", "and more", *TEN[5:]])
    write("desk/b.md", TEN[:3] + TEN[5:])
    found = changed_lines("HEAD", ["a.md", "desk/b.md"])
    assert found == {"a.md": {2, 6, 7}, "desk/b.md": set()}
    write("desk/b.md", TEN)
    assert changed_lines("HEAD", ["a.md", "desk/b.md"]) == {"a.md": {2, 6, 7}}
    assert changed_lines("HEAD", ["desk/b.md"]) == {}
    assert changed_lines("HEAD", []) == {}


def test_lines_of_an_untracked_file_are_all_changed(git: Callable[..., None]) -> None:
    write("new.md", ["one", "two"])
    assert changed_lines("HEAD", ["new.md", "a.md"]) == {"new.md": {1, 2, 3}}
    git("add", "new.md")
    assert changed_lines("HEAD", ["new.md"]) == {"new.md": {1, 2}}


def test_a_file_has_the_name_that_was_given_also_through_another_folder(
    git: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", ["other", *TEN[1:]])
    absolute = str(tmp_path / "a.md")
    monkeypatch.chdir(tmp_path / "desk")
    assert changed_lines("HEAD", ["../a.md", absolute]) == {"../a.md": {1}, absolute: {1}}


def test_a_name_with_odd_letters_is_found(git: Callable[..., None]) -> None:
    write("ø “x”.md", ["one"])
    git("add", ".")
    git("commit", "-qm", "Second")
    write("ø “x”.md", ["two"])
    assert changed_lines("HEAD", ["ø “x”.md"]) == {"ø “x”.md": {1}}


def test_the_user_s_settings_of_git_change_nothing(git: Callable[..., None]) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("color.diff", "always"),
        ("diff.external", "false"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.relative", "true"),
    ):
        git("config", key, value)
    write("a.md", ["other", *TEN[1:3], "more", *TEN[4:]])
    assert changed_lines("HEAD", ["a.md"]) == {"a.md": {1, 4}}


def test_a_branch_is_compared_from_where_it_left(git: Callable[..., None]) -> None:
    git("checkout", "-qb", "desk")
    write("desk/b.md", ["other", *TEN[1:]])
    git("commit", "-qam", "On the desk")
    git("checkout", "-q", "main")
    write("a.md", ["other", *TEN[1:]])
    git("commit", "-qam", "On main")
    git("checkout", "-q", "desk")
    forget_commits()
    assert changed_lines("main", ["a.md", "desk/b.md"]) == {"desk/b.md": {1}}
    assert content_at_base("main", Path("desk/b.md")) == ("\n".join(TEN) + "\n").encode()
    assert content_at_base("main", Path("desk/new.md")) is None


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("nothing", "^--diff-base: fatal: Not a valid object name nothing$"),
        ("--all", "^--diff-base: '--all' is no commit$"),
        ("a\0b", "is no commit$"),
    ],
)
def test_what_is_no_commit_is_told_in_git_s_words(git: Callable[..., None], reference: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        changed_lines(reference, ["a.md"])


def test_commits_that_have_nothing_in_common_are_told(git: Callable[..., None]) -> None:
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "Another first")
    forget_commits()
    with pytest.raises(ConfigError, match=r"^--diff-base: 'main' and HEAD have no commit in common$"):
        changed_lines("main", ["a.md"])


def test_a_shallow_clone_is_told_what_to_do(git: Callable[..., None], tmp_path: Path) -> None:
    write("a.md", ["other"])
    git("commit", "-qam", "Second")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "shallow")
    said = (
        r"this clone is shallow, and the merge base with 'HEAD~1' is not in it; check out with fetch-depth: 0, or run"
    )
    with pytest.raises(ConfigError, match=said):
        changed_lines("HEAD~1", ["shallow/a.md"])


def test_a_file_in_no_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    forget_commits()
    with pytest.raises(ConfigError, match=r"^--diff-base: fatal: not a git repository"):
        changed_lines("HEAD", [str(tmp_path / "a.md")])


def test_a_machine_without_git_is_told(git: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    forget_commits()
    with pytest.raises(ConfigError, match=r"^--diff-base: git cannot be run \(No such file or directory\)$"):
        changed_lines("HEAD", ["a.md"])


def finding(first: int, last: int, start: int = 1, end: int = 5) -> Diagnostic:
    return Diagnostic(
        "W101", "loaded-term", "warning", f"{first}-{last}", start, end, "a.md", line=first, end_line=last
    )


def kept(files: list[CheckedFile], changes: dict[str, set[int]]) -> list[list[str]]:
    frozen = {name: frozenset(lines) for name, lines in changes.items()}
    return [[found.message for found in file.diagnostics] for file in on_changed_lines(files, frozen)]


def test_findings_on_changed_lines_and_about_the_whole_text_stay() -> None:
    file = CheckedFile("a.md", "", (finding(1, 1), finding(2, 3), finding(4, 4), finding(9, 9, 0, 0)), 1)
    assert kept([file], {"a.md": {3}}) == [["2-3", "9-9"]]
    assert kept([file], {"a.md": {2}}) == [["2-3", "9-9"]]
    assert kept([file], {"a.md": {4, 1}}) == [["1-1", "4-4", "9-9"]]
    assert kept([file], {"a.md": set()}) == [["9-9"]]
    assert kept([file], {"b.md": {3}}) == [["1-1", "2-3", "4-4", "9-9"]]


def test_a_record_counts_whole_where_one_of_its_lines_changed() -> None:
    def record(row: int, name: str = "a.jsonl") -> CheckedFile:
        return CheckedFile(f"{name}:{row}", "", (finding(row, row),), 1, row=row)

    files = [record(1), record(4), record(5), record(2, "b.jsonl")]
    assert kept(files, {"a.jsonl": {3}, "b.jsonl": {9}}) == [["1-1"], [], [], ["2-2"]]
    assert kept(files, {"a.jsonl": {4}, "b.jsonl": {1}}) == [[], ["4-4"], [], []]
    assert kept(files, {"a.jsonl": {5}, "b.jsonl": set()}) == [[], [], ["5-5"], []]
    assert kept(files, {"a.jsonl": {90}, "b.jsonl": {2}}) == [[], [], ["5-5"], ["2-2"]]
