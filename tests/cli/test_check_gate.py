"""What could switch a gate off in silence: settings of folders, baselines, git's own settings, records, strange names."""

import json
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.checking import requested
from framing.cli.main import main

CLEAN = (
    "Odden plans a new harbour\n\nThe council of Odden approved a plan for the harbour on Tuesday. The work begins in May, "
    "said Mara Olsen, who leads the office for ports.\n"
)
LOADED = CLEAN + "\nIt was a terrifying, heinous night.\n"
CSV = f'id,title,text\n1,Odden plans,"{CLEAN}"\n2,Night,"The council met. It was a terrifying night for all."\n'
JSONL = "".join(
    json.dumps({"id": number, "title": "Odden plans", "text": text.partition("\n\n")[2]}) + "\n"
    for number, text in enumerate((CLEAN, LOADED))
)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in list(os.environ):
        if name.startswith(("GIT_", "GITHUB_", "FRAMING_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    write("framing.toml", 'kind = "news"\nselect = ["W"]\n')
    write("a.md", CLEAN)
    write("desk/b.md", LOADED)

    def called(*arguments: str, stdin: bytes | None = None) -> Result:
        requested.forget_settings()
        return CliRunner().invoke(main, arguments, input=stdin)

    return called


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def git(*arguments: str) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@odden.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def found(done: Result) -> list[str]:
    return [line.split(" ")[0] for line in done.stdout.splitlines()]


CONCISE = ("--output-format", "concise", "--no-cache")


def test_the_settings_of_a_folder_below_leave_out_its_files(run: Run) -> None:
    write("desk/framing.toml", 'exclude = ["b.md"]\n')
    assert run("check", ".", "--show-files").stdout.split() == ["a.md"]
    assert run("check", "desk/b.md", "--show-files").stdout.split() == []
    write("desk/framing.toml", 'include = ["*.txt"]\n')
    write("desk/c.txt", LOADED)
    assert run("check", ".", "--show-files").stdout.split() == ["a.md", "desk/c.txt"]


def test_the_globs_of_the_settings_are_relative_to_their_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("framing.toml", 'select = ["W"]\nexclude = ["desk/b.md"]\n')
    assert run("check", ".", "--show-files").stdout.split() == ["a.md"]
    write("desk/c.md", CLEAN)
    monkeypatch.chdir("desk")
    assert run("check", ".", "--show-files").stdout.split() == ["c.md"]


def test_the_gate_of_a_folder_below_counts_for_its_files(run: Run) -> None:
    write("framing.toml", 'kind = "news"\nselect = ["W"]\nfail-on = "error"\n')
    assert run("check", ".").exit_code == 0
    write("desk/framing.toml", 'kind = "news"\nselect = ["W"]\nfail-on = "warning"\n')
    done = run("check", ".")
    assert (done.exit_code, "The check fails: 2 findings at or above warning." in done.stdout) == (1, True)
    assert '<testsuites name="framing" tests="3" failures="2"' in run("check", ".", "--output-format", "junit").stdout
    assert run("check", ".", "--fail-on", "error").exit_code == 0


def test_a_gate_that_is_no_level_is_an_error(run: Run) -> None:
    write("desk/framing.toml", 'fail-on = "warnings"\n')
    done = run("check", ".")
    assert (done.exit_code, "did you mean 'warning'?" in done.stderr) == (2, True)


def test_a_baseline_and_the_next_check_find_each_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("rows.csv", CSV)
    assert run("baseline", "create", ".", "rows.csv").exit_code == 0
    for paths in ([], ["."], ["desk"], ["./desk/b.md"], [str(Path("desk/b.md").absolute())], ["rows.csv"]):
        assert run("check", *paths, "--no-cache").exit_code == 0, paths
    monkeypatch.chdir("desk")
    assert run("check", "--no-cache").exit_code == 0
    write("c.md", LOADED)
    assert found(run("check", *CONCISE)) == ["c.md:5:10:", "c.md:5:22:"]
    assert run("baseline", "update", ".").exit_code == 0
    assert run("check", "..", "../rows.csv", "--no-cache").exit_code == 0


def test_a_row_that_is_put_before_others_changes_nothing_that_is_known(run: Run) -> None:
    write("rows.csv", CSV)
    assert run("baseline", "create", "rows.csv").exit_code == 0
    head, _, rest = CSV.partition("\n")
    write("rows.csv", f'{head}\n9,New,"The council of Odden met on Tuesday to talk about the harbour."\n{rest}')
    assert run("check", "rows.csv", "--no-cache").exit_code == 0


def test_a_baseline_leaves_out_what_the_check_leaves_out(run: Run) -> None:
    write("framing.toml", 'kind = "news"\nselect = ["W"]\nexclude = ["desk"]\n')
    assert run("baseline", "create", ".").stdout == ".framing-baseline.json: 0 findings\n"


def test_the_baseline_of_a_folder_below_counts_for_its_files(run: Run) -> None:
    write("desk/framing.toml", 'kind = "news"\nselect = ["W"]\nbaseline = "known.json"\n')
    assert run("check", ".").exit_code == 2
    assert run("baseline", "create", ".").exit_code == 0
    assert Path("desk/known.json").is_file()
    assert run("check", ".", "--no-cache").exit_code == 0
    write("c.md", LOADED)
    assert run("check", ".", "--no-cache").exit_code == 1


@pytest.mark.parametrize(("name", "content", "rows"), [("rows.csv", CSV, {6}), ("rows.jsonl", JSONL, {2})])
def test_findings_in_records_stand_at_a_file_that_exists_and_at_their_row(
    run: Run, name: str, content: str, rows: set[int]
) -> None:
    write(name, content)
    log = json.loads(run("check", name, "--output-format", "sarif", "--no-cache").stdout)["runs"][0]
    places = [one["physicalLocation"] for result in log["results"] for one in result["locations"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {name}
    assert {place["region"]["startLine"] for place in places} == rows
    assert [one["location"]["uri"] for one in log["artifacts"]] == [name]
    assert {
        (one["location"]["path"], one["location"]["lines"]["begin"])
        for one in json.loads(run("check", name, "--output-format", "gitlab", "--no-cache").stdout)
    } == {(name, row) for row in rows}
    assert {line.rpartition(": W")[0] for line in run("check", name, *CONCISE).stdout.splitlines()} == {
        f"{name}:{row}:1" for row in rows
    }
    assert f"file={name},line={rows.pop()}" in run("check", name, "--output-format", "github", "--no-cache").stdout


@pytest.mark.parametrize(
    "setting",
    [
        "diff.mnemonicPrefix=true",
        "diff.noprefix=true",
        "color.diff=always",
        "diff.interHunkContext=40",
        "diff.relative=true",
        "core.quotePath=false",
        "diff.external=/bin/true",
    ],
)
def test_changed_lines_are_found_whatever_git_is_set_to(run: Run, setting: str) -> None:
    write("neü.md", CLEAN)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    git("config", *setting.split("="))
    write("neü.md", LOADED)
    done = run("check", ".", "--diff-base", "main", *CONCISE)
    assert (done.exit_code, found(done)) == (1, ["neü.md:5:10:", "neü.md:5:22:"])


def test_changed_lines_are_found_in_files_that_git_calls_binary_ignores_or_links_to(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".gitattributes", "*.md -diff\n")
    write(".gitignore", "made.md\n")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    write("a.md", LOADED)
    write("made.md", LOADED)
    Path("link.md").symlink_to("a.md")
    names = ("a.md", "made.md", "link.md")
    done = run("check", *names, "--diff-base", "main", *CONCISE)
    assert {line.partition(":")[0] for line in found(done)} == set(names)
    monkeypatch.chdir("desk")
    assert found(run("check", "../a.md", "--diff-base", "main", *CONCISE)) == ["../a.md:5:10:", "../a.md:5:22:"]


def test_changed_rows_are_found(run: Run) -> None:
    write("rows.jsonl", JSONL.splitlines(keepends=True)[0])
    write("rows.csv", CSV.rpartition("2,")[0])
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    write("rows.jsonl", JSONL)
    write("rows.csv", CSV)
    done = run("check", "rows.jsonl", "rows.csv", "--diff-base", "main", *CONCISE)
    assert found(done) == ["rows.jsonl:2:1:", "rows.jsonl:2:1:", "rows.csv:6:1:"]


def test_a_shallow_clone_says_what_to_fetch(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    git("checkout", "-q", "-b", "change")
    write("a.md", LOADED)
    git("commit", "-qam", "second")
    git("clone", "-q", "--depth", "1", "--no-single-branch", tmp_path.as_uri(), "clone")
    monkeypatch.chdir("clone")
    for reference in ("origin/main", "main"):
        done = run("check", ".", "--diff-base", reference)
        assert done.exit_code == 2
        assert "fetch-depth: 0" in done.stderr


@pytest.mark.parametrize(
    "setting",
    [
        "max-loaded-per-1000 = nan",
        "max-loaded-per-1000 = inf",
        f"max-loaded-per-1000 = {'9' * 400}",
        "[rules.W101]\nconfidence = nan",
        "[rules.W101]\nconfidence = 1.5",
        "[rules.B401]\nleast-probability = inf",
        'extend = "a\\u0000b"',
        "folders = { desk = { max-loaded-per-1000 = nan } }",
        "[[overrides]]\npaths = ['desk/']\nmax-loaded-per-1000 = nan",
    ],
)
def test_a_setting_that_would_switch_a_rule_off_is_an_error_in_one_line(run: Run, setting: str) -> None:
    write("framing.toml", f"{setting}\n")
    done = run("check", ".")
    assert done.exit_code == 2
    assert done.stderr.startswith("framing: ")
    assert done.stderr.count("\n") == 1


def test_code_is_run_only_from_the_settings_of_the_folder_that_a_run_starts_in(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("desk/pack.py", "from pathlib import Path\nPath(__file__).with_name('ran').touch()\nRULES = []\n")
    write("desk/framing.toml", 'rule-packs = ["pack.py"]\n')
    for arguments in (("check", "."), ("config", "--show", "desk/b.md"), ("baseline", "create", ".")):
        done = run(*arguments)
        assert (done.exit_code, "packs are code" in done.stderr) == (2, True), arguments
    assert not Path("desk/ran").exists()
    assert run("check", ".", "--config", "rule-packs=desk/pack.py", "--isolated").exit_code == 1
    assert Path("desk/ran").exists()
    monkeypatch.chdir("desk")
    assert run("check", ".").exit_code == 1


def test_a_fix_keeps_the_rights_of_a_file(run: Run) -> None:
    path = write("c.md", CLEAN + "\nThe death tax ends in May.\n")
    path.chmod(0o640)
    assert run("check", "c.md", "--fix").exit_code == 0
    assert "estate tax" in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_fix_keeps_the_owner_of_a_file(run: Run) -> None:
    path = write("c.md", CLEAN + "\nThe death tax ends in May.\n")
    os.chown(path, 1234, 2345)
    path.chmod(0o2640)
    assert run("check", "c.md", "--fix").exit_code == 0
    kept = path.stat()
    assert (kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)) == (1234, 2345, 0o2640)


def test_a_cache_that_is_a_link_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    Path(".framing_cache").symlink_to("elsewhere")
    done = run("check", ".")
    assert (done.exit_code, "is a link" in done.stderr) == (2, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert run("check", ".", "--no-cache").exit_code == 1


def test_a_file_whose_name_is_no_utf8_is_checked_and_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A matcher may take UTF-8 only, as google-re2 does behind pathspec: a name never reaches it as another."""
    import pathspec

    strict = pathspec.GitIgnoreSpec.match_file
    monkeypatch.setattr(pathspec.GitIgnoreSpec, "match_file", lambda spec, path: strict(spec, path.encode().decode()))
    name = os.fsdecode(b"caf\xe9.md")
    shutil.copy("desk/b.md", name)
    assert os.fsencode(name) in run("check", ".", "--show-files", "--exclude", "x").stdout_bytes.splitlines()
    done = run("check", name, "--exclude", "x", *CONCISE)
    assert done.exit_code == 1
    assert run("baseline", "create", ".").exit_code == 0
    assert run("check", ".", "--no-cache").exit_code == 0
    assert os.fsencode(name).decode("utf-8", "surrogateescape") in {
        row["path"] for row in json.loads(Path(".framing-baseline.json").read_text(encoding="utf-8"))["findings"]
    }
    Path(".framing-baseline.json").unlink()
    listed = Path("names")
    listed.write_bytes(os.fsencode(name) + b"\n")
    assert run("check", "--files-from", "names", "--exclude", "x").exit_code == 1


@pytest.mark.parametrize("path", ["a]b.toml", "[x].toml", 'q"].toml'])
def test_a_lexicon_whose_path_holds_a_bracket_is_added_twice(run: Run, path: str) -> None:
    entry = '[list]\nname = "x"\n'
    write(path, entry)
    from framing.config import add_lexicon

    add_lexicon(Path.cwd(), Path(path))
    add_lexicon(Path.cwd(), Path(path))
    text = Path("framing.toml").read_text(encoding="utf-8")
    assert text == f'lexicons = {json.dumps([path])}\nkind = "news"\nselect = ["W"]\n'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.md", LOADED),
        ("c.md", LOADED.replace("\n", "\r\n")),
        ("c.txt", LOADED + "\nIt was a terrifying\nnight, and a heinous plan.\n"),
        ("c.md", f"---\ntitle: A terrifying plan\n---\n\n# A terrifying plan\n\n{LOADED}"),
        ("c.html", f"<html><body><article><h1>Odden plans</h1>\n<p>{LOADED}</p>\n</article></body></html>\n"),
    ],
)
def test_a_suppression_is_written_for_each_finding_and_silences_it(run: Run, name: str, text: str) -> None:
    path = write(name, text)
    arguments = (name, "--no-cache", "--select", "W,B401")
    assert run("check", *arguments).exit_code == 1
    assert run("check", *arguments, "--add-ignore", "the desk's -- choice").exit_code == 0
    done = run("check", *arguments)
    assert (done.exit_code, done.stdout.startswith("No findings in 1 file")) == (0, True), done.stdout
    changed = path.read_bytes().decode()
    assert "the desk's - choice -->" in changed
    without = re.sub(r" ?<!-- framing: [^>]*-->\n?(?=<!--|It was)|\s*<!-- framing: [^>]*-->", "", changed)
    assert "".join(without.split()) == "".join(text.split())


def test_a_file_that_comments_cannot_silence_is_left_alone_and_named(run: Run) -> None:
    write("rows.csv", CSV)
    done = run("check", "rows.csv", "--no-cache", "--add-ignore", "law")
    assert (done.exit_code, "left alone" in done.stderr) == (1, True)
    assert Path("rows.csv").read_bytes().decode() == CSV
