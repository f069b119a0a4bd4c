"""``framing check``: exit codes, the gate, files, the cache, changed lines, and its manners on a pipe."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import forked_command
import pytest

ROOT = Path(__file__).parent.parent.parent
CLEAN = (
    "Odden plans a new harbour\n\nThe council of Odden approved a plan for the harbour on Tuesday. The work begins in May, "
    "said Mara Olsen, who leads the office for ports.\n"
)
LOADED = CLEAN + "\nIt was a terrifying, heinous night.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "framing.toml").write_text('kind = "news"\nselect = ["W"]\n', encoding="utf-8")
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/loaded.txt").write_text(LOADED, encoding="utf-8")
    return tmp_path


def environment(**further: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "FRAMING_"))}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **further}


def framing(
    folder: Path, *arguments: str, stdin: bytes | None = None, **further: str
) -> "subprocess.CompletedProcess[bytes]":
    return forked_command.framing(*arguments, folder=folder, environment=environment(**further), stdin=stdin)


def check(
    folder: Path, *arguments: str, stdin: bytes | None = None, **further: str
) -> "subprocess.CompletedProcess[bytes]":
    return framing(folder, "check", *arguments, stdin=stdin, **further)


def lines(done: "subprocess.CompletedProcess[bytes]") -> list[str]:
    return done.stdout.decode().splitlines()


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@odden.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=environment())


def test_findings_at_the_gate_exit_one_and_clean_files_zero(site: Path) -> None:
    assert check(site, "clean.md").returncode == 0
    assert check(site, ".").returncode == 1
    assert check(site, ".", "--fail-on", "error").returncode == 0
    assert check(site, ".", "--exit-zero").returncode == 0
    assert check(site, ".", "--config", 'levels={W101="note"}').returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.md",), "nothing.md"),
        (("--nothing",), "nothing"),
        (("--select", "W999", "."), "no rule is called 'W999'"),
        (("--config", "selct=W", "."), "did you mean 'select'"),
        (("--config", "fail-on=fatal", "."), "fail-on"),
        (("--baseline", "nothing.json", "."), "nothing.json"),
        (("--diff-base", "main", "."), "--diff-base"),
        (("--include", "*.rst", "."), "found no files"),
        (("--files-from", "nothing.lst"), "nothing.lst"),
    ],
)
def test_usage_settings_and_input_that_are_wrong_exit_two_with_one_line(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = check(site, *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_a_file_that_cannot_be_read_exits_two_and_the_others_are_shown(site: Path) -> None:
    (site / "broken.json").write_text("{", encoding="utf-8")
    done = check(site, "broken.json", "desk/loaded.txt", "--output-format", "concise")
    assert done.returncode == 2
    assert b"broken.json" in done.stderr
    assert len(lines(done)) == 2


def test_more_findings_than_an_exit_code_can_count_exit_one(site: Path) -> None:
    (site / "many.txt").write_text(CLEAN + "\nIt was a terrifying night in the town.\n" * 256, encoding="utf-8")
    done = check(site, "many.txt", "--output-format", "concise")
    assert (done.returncode, len(lines(done))) == (1, 256)


def test_no_files_are_an_error_unless_allowed(site: Path) -> None:
    (site / "empty").mkdir()
    assert check(site, "empty").returncode == 2
    assert check(site, "empty", "--allow-empty").returncode == 0


def test_a_budget_that_is_missed_fails_the_run_and_says_by_how_much(site: Path) -> None:
    done = check(site, "--config", "max-loaded-per-1000=4", "--select", "S201", ".", "--output-format", "concise")
    assert done.returncode == 1
    assert [line for line in lines(done) if "max-loaded-per-1000" in line and "loaded.txt" in line]
    assert check(site, "--config", "min-sources=1", "--select", "S201", ".").returncode == 0
    assert check(site, "--config", "min-sources=3", "--select", "S201", ".").returncode == 1


def test_standard_input_has_the_name_and_kind_that_it_is_given(site: Path) -> None:
    words = b"# Odden\n\nThe council met on Tuesday, said Mara Olsen, and it was a *terrifying* night.\n"
    done = check(site, "-", "--stdin-filename", "desk/new.md", "--output-format", "concise", stdin=words)
    assert done.returncode == 1
    column = words.splitlines()[2].index(b"terrifying") + 1
    assert lines(done)[0].startswith(f"desk/new.md:3:{column}: W101")
    assert lines(check(site, "-", "--output-format", "concise", stdin=words))[0].startswith("-:3:6")


def test_names_of_files_come_from_a_list_and_are_shown(site: Path) -> None:
    (site / "names.lst").write_text("clean.md\ndesk/loaded.txt\n", encoding="utf-8")
    assert lines(check(site, "--files-from", "names.lst", "--show-files")) == ["clean.md", "desk/loaded.txt"]
    assert lines(check(site, "--files-from", "-", "--show-files", stdin=b"clean.md\n")) == ["clean.md"]


@pytest.mark.slow
def test_any_number_of_processes_says_the_same(site: Path) -> None:
    for number in range(30):
        (site / f"desk/{number}.txt").write_text(LOADED * (1 + number % 3), encoding="utf-8")
    said = [
        check(site, ".", "--jobs", jobs, "--no-cache", "--output-format", "json").stdout for jobs in ("1", "2", "5")
    ]
    assert said[0] == said[1] == said[2]
    assert len(json.loads(said[0])["files"]) >= 30


def test_the_cache_keeps_findings_and_forgets_when_words_or_settings_change(site: Path) -> None:
    folder = site / "kept"
    arguments = ("desk", "--cache-dir", str(folder), "--output-format", "concise")
    first = check(site, *arguments)
    kept = [path for path in folder.rglob("*") if path.is_file() and path.name != ".gitignore"]
    assert len(kept) == 1
    row = json.loads(kept[0].read_text(encoding="utf-8"))
    assert [found["text"] for found in row[0]["diagnostics"]] == ["terrifying", "heinous"]
    # Only the cache can know this reason: the second run must have read it.
    row[0]["diagnostics"][0]["message"] = "Kept."
    kept[0].write_text(json.dumps(row), encoding="utf-8")
    assert "Kept." in check(site, *arguments).stdout.decode()
    assert lines(check(site, *arguments, "--ignore", "W108")) == lines(first)
    (site / "desk/loaded.txt").write_text(LOADED + "\n", encoding="utf-8")
    assert lines(check(site, *arguments)) == lines(first)
    kept[0].write_text("{", encoding="utf-8")
    (site / "desk/loaded.txt").write_text(LOADED, encoding="utf-8")
    assert lines(check(site, *arguments)) == lines(first)


def test_only_changed_lines_and_files_are_reported_against_a_commit(site: Path) -> None:
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "first")
    git(site, "checkout", "-q", "-b", "change")
    (site / "desk/loaded.txt").write_text(LOADED + "\nThe plan is outrageous.\n", encoding="utf-8")
    (site / "neü.md").write_text(LOADED, encoding="utf-8")
    done = check(site, ".", "--diff-base", "main", "--select", "W", "--output-format", "concise")
    assert [line.split(" ")[2] for line in lines(done)] == ["'outrageous'", "'terrifying'", "'heinous'"]
    assert done.returncode == 1
    git(site, "checkout", "-q", "--", "desk/loaded.txt")
    (site / "neü.md").unlink()
    assert check(site, ".", "--diff-base", "main").returncode == 0
    inside = check(site / "desk", ".", "--diff-base", "main")
    assert inside.returncode == 0


def test_a_change_that_raises_a_measure_is_said(site: Path) -> None:
    path = site / "desk/loaded.txt"
    path.write_text(CLEAN + "\nThe road to the quay stays open for buses and for the market.\n" * 12, encoding="utf-8")
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "first")
    path.write_text(path.read_text(encoding="utf-8") + "\nIt was a terrifying, heinous night.\n", encoding="utf-8")
    done = check(site, ".", "--diff-base", "HEAD", "--select", "C502", "--output-format", "concise")
    assert done.returncode == 1
    assert "This change raises loaded terms from 0.0 to" in done.stdout.decode()


def test_a_folder_over_its_budget_is_said_once(site: Path) -> None:
    for number in range(5):
        (site / f"desk/{number}.txt").write_text(LOADED, encoding="utf-8")
    settings = "folders = { desk = { max-loaded-per-1000 = 4 } }\n"
    (site / "framing.toml").write_text(settings, encoding="utf-8")
    done = check(site, ".", "--select", "C501", "--output-format", "concise")
    assert done.returncode == 1
    assert sum("over 6 articles; at most 4 is set" in line for line in lines(done)) == 1


def test_a_baseline_is_created_updated_and_pruned(site: Path) -> None:
    place = site / ".framing-baseline.json"
    again = ("--baseline", place.name, "--output-format", "concise")
    assert framing(site, "baseline", "create", ".").returncode == 0
    assert framing(site, "baseline", "create", ".").returncode == 2
    assert check(site, ".", *again).returncode == 0
    (site / "desk/loaded.txt").write_text("Moved.\n\n" + LOADED + "\nThe plan is outrageous.\n", encoding="utf-8")
    assert [line.split(" ")[2] for line in lines(check(site, ".", *again))] == ["'outrageous'"]
    assert framing(site, "baseline", "update", ".").returncode == 0
    assert check(site, ".", *again).returncode == 0
    (site / "desk/loaded.txt").write_text(CLEAN, encoding="utf-8")
    done = check(site, ".", *again)
    assert (done.returncode, b"3 findings" in done.stderr) == (0, True)
    assert framing(site, "baseline", "prune", ".").returncode == 0
    assert json.loads(place.read_text(encoding="utf-8"))["findings"] == []


def test_fixes_are_shown_before_files_change(site: Path) -> None:
    path = site / "desk/loaded.txt"
    path.write_text(CLEAN + "\nThe death tax ends in May.\n", encoding="utf-8")
    before = path.read_bytes()
    shown = check(site, ".", "--diff")
    assert (shown.returncode, path.read_bytes()) == (1, before)
    assert "+The estate tax ends in May." in lines(shown)
    done = check(site, ".", "--fix")
    assert "+The estate tax ends in May." in lines(done)
    assert (done.returncode, path.read_text(encoding="utf-8")) == (0, CLEAN + "\nThe estate tax ends in May.\n")


def test_a_reader_that_goes_away_is_no_error(site: Path) -> None:
    (site / "many.txt").write_text(CLEAN + "\nIt was a terrifying night in the town.\n" * 3000, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, "-m", "framing.cli.main", "check", "many.txt"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert started.stdout is not None
    started.stdout.read(10)
    started.stdout.close()
    assert started.stderr is not None
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait() in {0, 1}


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_quiet(site: Path, jobs: str, interruptible: list[str]) -> None:
    for number in range(400):
        (site / f"desk/{number}.txt").write_text(LOADED * 20, encoding="utf-8")
    started = subprocess.Popen(
        [*interruptible, "check", ".", "--jobs", jobs, "--cache-dir", str(site / "kept")],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    # The first kept finding says that the work has begun; only then is there something to interrupt.
    while not (site / "kept").exists() and started.poll() is None:
        time.sleep(0.02)
    os.killpg(started.pid, signal.SIGINT)
    said, complained = started.communicate(timeout=60)
    assert (started.returncode, said, complained) == (130, b"", b"")


def test_a_run_loads_no_training_library_and_a_house_s_words_no_model(site: Path) -> None:
    code = (
        "import sys\nopened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "from framing.cli.main import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print({name.split('.')[0] for name in sys.modules} & {'sklearn', 'pandas', 'jinja2', 'scipy'})\n"
        "print(sum(path.endswith('.npz') for path in opened))"
    )

    def loaded(*arguments: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", code, "check", "desk/loaded.txt", "--no-cache", *arguments],
            cwd=site,
            capture_output=True,
            check=True,
            env=environment(),
        )
        return done.stdout.decode().splitlines()[-2:]

    assert loaded("--select", "W108") == ["set()", "0"]
    for rules in ("W", "ALL"):  # whose words they are, and whether they judge
        modules, models = loaded("--select", rules)
        assert modules == "set()"
        assert int(models) > 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_program(site: Path, shell: str) -> None:
    done = framing(site, "completion", shell)
    assert done.returncode == 0
    assert b"_FRAMING_COMPLETE" in done.stdout


def test_completion_knows_the_options_of_check(site: Path) -> None:
    # The variable's name comes from the program's; the installed command is called framing.
    done = subprocess.run(
        [sys.executable, "-c", "from framing.cli.main import main; main(prog_name='framing')"],
        cwd=site,
        capture_output=True,
        check=False,
        env=environment(_FRAMING_COMPLETE="bash_complete", COMP_WORDS="framing check --fail", COMP_CWORD="2"),
    )
    assert done.stdout.decode().strip() == "plain,--fail-on"


def test_a_rule_is_explained(site: Path) -> None:
    done = framing(site, "rule", "loaded-term")
    assert done.returncode == 0
    for part in ("what it does", "why", "evidence", "known problems", "finds", "leaves alone", "precision", "options"):
        assert f"{part}:" in done.stdout.decode()
    assert len(json.loads(framing(site, "rule", "--all", "--output-format", "json").stdout)) >= 24
    assert framing(site, "rule", "W999").returncode == 2
    assert framing(site, "rule", "X901").stdout.startswith(b"X901 unused-suppression:")
    assert b"X901" not in framing(site, "rule", "W101").stdout


def test_the_settings_of_a_path_are_shown_with_what_set_them(site: Path) -> None:
    (site / "desk/framing.toml").write_text('extend = "../framing.toml"\nmin-sources = 2\n', encoding="utf-8")
    text = framing(site, "config", "--show", "desk/loaded.txt").stdout.decode()
    assert f'kind = "news"  ({site / "framing.toml"})' in text
    assert f"min-sources = 2  ({site / 'desk/framing.toml'})" in text


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_many_findings_of_one_kind_about_whole_files_are_written(site: Path, name: str) -> None:
    for number in range(3):
        text = f"Der Rat von Odden hat am Dienstag den Plan für den Hafen beschlossen, der {number} Jahre dauert.\n" * 4
        (site / f"german{number}.txt").write_text(text, encoding="utf-8")
        (site / f"unused{number}.md").write_text(CLEAN + "\n<!-- framing: ignore[W101] no -->\n", encoding="utf-8")
    found = json.loads(check(site, ".", "--output-format", name).stdout)
    rows = found["runs"][0]["results"] if name == "sarif" else found
    codes = [row["ruleId" if name == "sarif" else "check_name"] for row in rows]
    assert (codes.count("X901"), codes.count("X902")) == (3, 3)


@pytest.mark.parametrize("content", [b"", b"  \n", b"\0\0"])
def test_a_file_that_is_none_among_many_is_the_same_line_for_any_number_of_processes(
    site: Path, content: bytes
) -> None:
    (site / "bad.md").write_bytes(content)
    for number in range(13):
        (site / f"clean{number}.md").write_text(CLEAN, encoding="utf-8")
    done = [check(site, ".", "--no-cache", "--jobs", jobs) for jobs in ("1", "2")]
    assert done[0].returncode == done[1].returncode == 2
    assert done[0].stderr == done[1].stderr
    assert done[0].stdout == done[1].stdout
    assert b"Traceback" not in done[1].stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_index.md", '---\ntitle: "Harbour"\nkind: news\n---\n'),
        ("_index.md", '+++\ntitle = "Harbour"\n+++\n\n'),
        ("gallery.md", "---\ntitle: Pictures\n---\n![](harbour.jpg)\n"),
        ("index.html", '<html><head><meta http-equiv="refresh" content="0; url=https://odden.example/"></head></html>'),
    ],
)
def test_a_page_of_the_sites_machinery_is_a_note_and_stops_nothing(site: Path, name: str, text: str) -> None:
    (site / "desk/loaded.txt").unlink()
    (site / name).write_text(text, encoding="utf-8")
    done = check(site, ".", "--output-format", "concise")
    assert done.returncode == 0
    assert lines(done)[0].startswith(f"{name}:1:1: X902 Not checked: it is empty: ")
    assert framing(site, "baseline", "create", ".").returncode == 0


def test_without_paths_the_current_folder_is_checked_and_standard_input_left_alone(site: Path) -> None:
    done = check(site, "--output-format", "concise", stdin=LOADED.encode())
    assert done.returncode == 1
    assert {line.partition(":")[0] for line in lines(done)} == {"desk/loaded.txt"}
