"""Which files a run reads."""

import re
from functools import partial
from pathlib import Path

import pytest

from framing.checking.files import find_files, matches
from framing.config import Config
from framing.errors import ConfigError, InputError


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "a.md",
        "desk/b.txt",
        "desk/c.html",
        "desk/photo.png",
        "desk/old/d.md",
        "drafts/e.md",
        "node_modules/x/readme.md",
        ".git/description.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_all_below_it_in_order(site: Path) -> None:
    assert find_files(["."]) == ["a.md", "desk/b.txt", "desk/c.html", "desk/old/d.md", "drafts/e.md"]


def test_ignored_files_are_left_out_and_named_ones_are_read(site: Path) -> None:
    (site / ".gitignore").write_text("drafts/\n*.txt\n!desk/b.txt\n", encoding="utf-8")
    (site / "desk/.gitignore").write_text("/old\n", encoding="utf-8")
    assert find_files(["."]) == ["a.md", "desk/b.txt", "desk/c.html"]
    assert find_files(["drafts/e.md"]) == ["drafts/e.md"]


def test_the_ignore_file_of_the_repository_counts_in_its_folders(site: Path) -> None:
    (site / ".gitignore").write_text("old/\n", encoding="utf-8")
    assert find_files(["desk"]) == ["desk/b.txt", "desk/c.html"]


def test_globs_take_in_and_leave_out(site: Path) -> None:
    assert find_files(["."], include=["*.md"]) == ["a.md", "desk/old/d.md", "drafts/e.md"]
    assert find_files(["."], exclude=["desk/**/*.md", "drafts"]) == ["a.md", "desk/b.txt", "desk/c.html"]


def test_an_excluded_file_that_is_named_is_left_out_unless_asked_for(site: Path) -> None:
    assert find_files(["a.md"], exclude=["*.md"]) == []
    assert find_files(["a.md"], exclude=["*.md"], force_exclude=False) == ["a.md"]


def test_a_file_is_read_once_however_often_it_is_named(site: Path) -> None:
    assert find_files(["desk/b.txt", "desk", "desk/../desk/b.txt"])[:2] == ["desk/b.txt", "desk/c.html"]
    assert find_files(["a.md", "./a.md"]) == ["a.md"]


def test_a_missing_path_is_an_error(site: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.md"):
        find_files(["a.md", "nothing.md"])


def test_a_link_into_a_folder_above_does_not_lead_round(site: Path) -> None:
    (site / "desk/up").symlink_to(site, target_is_directory=True)
    assert find_files(["desk"]) == ["desk/b.txt", "desk/c.html", "desk/old/d.md"]


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("op/a.md", "op/", True),
        ("desk/op/a.md", "op/", True),
        ("desk/op/a.md", "/op/", False),
        ("op/deep/a.md", "op/*.md", False),
        ("op/deep/a.md", "op/**/*.md", True),
        ("op/a.md", "op/**/*.md", True),
        ("a.md", "*.txt", False),
    ],
)
def test_patterns_are_read_as_git_reads_them(path: str, pattern: str, *, expected: bool) -> None:
    assert matches(path, (pattern,)) is expected


@pytest.mark.parametrize(
    "folder", [".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", "dist", "build"]
)
def test_folders_of_machinery_are_never_read(site: Path, folder: str) -> None:
    for place in (site / folder, site / "desk" / folder):
        place.mkdir(exist_ok=True)
        (place / "x.md").write_text("x", encoding="utf-8")
    assert find_files(["."]) == ["a.md", "desk/b.txt", "desk/c.html", "desk/old/d.md", "drafts/e.md"]


@pytest.mark.parametrize(
    ("ending", "read"), [("md", True), ("MARKDOWN", True), ("text", True), ("HTM", True), ("rst", False), ("", False)]
)
def test_files_of_folders_are_read_by_their_endings(site: Path, ending: str, *, read: bool) -> None:
    name = f"desk/z.{ending}" if ending else "desk/z"
    (site / name).write_text("x", encoding="utf-8")
    assert (name in find_files(["desk"])) == read
    assert find_files([name]) == [name]


def test_a_folder_that_is_ignored_with_a_slash_is_no_file_of_that_name(site: Path) -> None:
    (site / ".gitignore").write_text("old/\nb.txt/\n", encoding="utf-8")
    assert find_files(["desk"]) == ["desk/b.txt", "desk/c.html"]


def test_an_ignore_file_above_the_repository_counts_for_nothing(site: Path) -> None:
    (site / ".gitignore").write_text("*.md\n", encoding="utf-8")
    (site / "desk/.git").mkdir()
    assert find_files(["desk"]) == ["desk/b.txt", "desk/c.html", "desk/old/d.md"]


def test_globs_of_the_settings_are_relative_to_their_file_and_the_command_line_s_take_their_place(site: Path) -> None:
    near = Config(values={"exclude": ["old"], "extend-exclude": ["c.*"]}, file=site / "desk/framing.toml")
    root = Config(values={"include": ["*.txt", "*.md"]}, file=site / "framing.toml")

    def settings(path: str) -> Config:
        return near if path.startswith("desk") else root

    assert find_files(["."], settings=settings) == ["a.md", "desk/b.txt", "drafts/e.md"]
    assert find_files(["."], settings=settings, exclude=["drafts"]) == ["a.md", "desk/b.txt", "desk/old/d.md"]
    assert find_files(["."], settings=settings, include=["*.html", "*.md"]) == ["a.md", "drafts/e.md"]
    assert find_files(["desk/c.html"], settings=settings) == []
    assert find_files(["desk/c.html"], settings=settings, force_exclude=False) == ["desk/c.html"]


def _always(config: Config, _path: str) -> Config:
    return config


NO_PATTERNS = (
    "\\",
    "[z-a]",
    "x[b-a]y",
    "[!9-0]",
    "**/[z-a]/**",
    "[a-\\d]",
    "[[:foo:]]",
    "x[a[:alpha:]]",
    "[!][:digit:]]",
    "[[.a.]]",
    "[[=a=]]",
)
PATTERNS = {"[[]a].md": "[a].md", "[+--].md": "+.md", "[a&&b].md": "b.md", "[]a].md": "].md", "[:]x": ":x"}


@pytest.mark.parametrize("line", NO_PATTERNS)
def test_a_line_of_an_ignore_file_that_is_no_pattern_is_passed_over_and_one_of_ours_is_an_error(
    line: str, site: Path
) -> None:
    (site / ".gitignore").write_text(f"{line}\ndrafts/\n", encoding="utf-8")
    assert find_files(["."]) == ["a.md", "desk/b.txt", "desk/c.html", "desk/old/d.md"]
    fault = f"'{line}' is no pattern of paths"
    for given in ({"exclude": (line,)}, {"include": ("desk/", line)}):
        with pytest.raises(ConfigError, match=f"^--(?:in|ex)clude: {re.escape(fault)}$"):
            find_files(["."], **given)
    for key in ("exclude", "extend-exclude", "include"):
        config = Config(values={key: [line]}, file=site / "framing.toml", origins={key: "framing.toml"})
        with pytest.raises(ConfigError, match=f"^framing.toml: {re.escape(fault)}$"):
            find_files(["."], settings=partial(_always, config))


@pytest.mark.parametrize(("pattern", "path"), PATTERNS.items())
def test_a_set_with_marks_that_python_warns_of_is_a_pattern(pattern: str, path: str) -> None:
    assert matches(path, (pattern,))
    assert not matches("z.md", (pattern,))


def test_a_fault_shows_the_beginning_of_a_pattern() -> None:
    with pytest.raises(ConfigError) as caught:
        matches("a.md", ("[z-a]" * 100_000,))
    assert len(str(caught.value)) < 150
