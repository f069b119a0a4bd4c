"""``framing score``: its formats, its exit codes, its manners on a pipe."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import forked_command
import jsonschema
import pytest

import framing

ROOT = Path(__file__).parent.parent.parent
ARTICLE = """Council approves harbour plan after heated night

The council approved a plan to rebuild the harbour on Tuesday, officials said. Critics called it a “reckless gamble” with
public money.

“We have waited for years,” said Mara Olsen, who runs the fish market. “Now we will see if they keep their word.”

The mayor, Peter Lund, said the work would cost 40 million and start in May. The opposition warned of delays.

Residents of the old quay fear that they will lose their homes. No resident spoke at the meeting, which lasted five hours.
The regional police said that two men were arrested after a fight outside of the hall.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def score(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return forked_command.framing(
        "score", *arguments, folder=ROOT, environment={**os.environ, "COLUMNS": "80", **environment}, stdin=stdin
    )


def test_the_terminal_report_fits_one_screen_of_80_columns(article: Path) -> None:
    done = score(article)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 40
    for label in ("FRAMES", "WHO SPEAKS", "VOICE", "WORDS"):
        assert any(line.startswith(label) for line in lines), label


def test_verbose_shows_findings_in_their_sentences(article: Path) -> None:
    text = score(article, "--verbose").stdout.decode()
    assert "reckless" in text.partition("FINDINGS")[2]
    assert max(map(len, text.splitlines())) <= 80


def test_json_is_the_schema_s_and_the_same_each_time(article: Path) -> None:
    first, second = score(article, "--format", "json"), score(article, "--format", "json", PYTHONHASHSEED="7")
    assert first.stdout == second.stdout
    report = json.loads(first.stdout)
    jsonschema.validate(report, framing.schema())
    for term in report["loaded_terms"]:
        assert report["article"]["text"][term["start"] : term["end"]] == term["text"]


def test_several_files_are_a_row_each(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("harbour", "airport"), encoding="utf-8")
    lines = score(article, other).stdout.decode().splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == ["article", "harbour.txt", "other.txt"]
    rows = list(csv.DictReader(io.StringIO(score(article, other, "--format", "csv").stdout.decode())))
    assert [Path(row["name"]).name for row in rows] == ["harbour.txt", "other.txt"]
    assert len(json.loads(score(article, other, "--format", "json").stdout)) == 2
    assert len(score(article, other, "--format", "jsonl").stdout.splitlines()) == 2
    assert score(article, other, "--format", "markdown").stdout.decode().count("\n|") == 3


def test_standard_input_is_read(article: Path) -> None:
    assert b"harbour plan" in score("-", stdin=ARTICLE.encode()).stdout


def test_a_record_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    rows = [{"title": f"Story {n}", "text": ARTICLE} for n in range(2)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert len(score(path, "--format", "jsonl").stdout.splitlines()) == 2


def test_output_is_whole_or_untouched(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert score(article, "--format", "markdown", "--output", target).returncode == 0
    assert target.read_text(encoding="utf-8").startswith("## Council approves")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    failed = score(article, "--output", tmp_path / "none" / "report.md")
    assert failed.returncode == 2
    assert b"cannot be written" in failed.stderr


@pytest.mark.parametrize(
    ("environment", "arguments", "coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_follows_the_conventions(
    article: Path, environment: dict[str, str], arguments: tuple[str, ...], coloured: bool
) -> None:
    assert (b"\x1b[" in score(article, *arguments, **environment).stdout) is coloured


def test_a_pipe_that_closes_early_is_no_error(article: Path) -> None:
    command = f"{sys.executable} -m framing.cli.main score {article} {article} --verbose | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b" \n\t\n", "empty"),
        ("binary.txt", b"\x00\x01\x02\xff" * 40, "binary"),
        ("broken.jsonl", b'{"text": "One."}\n{"text": \n', "broken.jsonl:2"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = score(path)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert message.count("\n") == 1
    assert said in message.lower()
    # Of a file of records the others are reported.
    assert (done.stdout == b"") is (name != "broken.jsonl")


def test_a_directory_is_bad_input(tmp_path: Path) -> None:
    done = score(tmp_path)
    assert (done.returncode, done.stderr.count(b"\n"), b"directory" in done.stderr) == (2, 1, True)


def test_every_unreadable_input_is_named(article: Path, tmp_path: Path) -> None:
    done = score(tmp_path / "a.txt", article, tmp_path / "b.txt")
    assert done.returncode == 2
    assert b"a.txt" in done.stderr
    assert b"b.txt" in done.stderr
    assert b"WHO SPEAKS" in done.stdout, "the readable one is reported"


@pytest.mark.parametrize("url", ["ftp://example.org/a", "http://127.0.0.1:1/a", "http://[::1]/a", "http://0x7f.1/a"])
def test_only_public_web_addresses_are_read(url: str) -> None:
    done = score(url)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_a_formula_in_a_title_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "=1+1", "text": ARTICLE}), encoding="utf-8")
    row = next(csv.DictReader(io.StringIO(score(path, "--format", "csv").stdout.decode())))
    assert row["title"] == "'=1+1"


def test_another_language_is_not_scored_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text(
        "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen. Die Arbeiten sollen im Mai beginnen, sagte die "
        "Bürgermeisterin nach der Sitzung. Viele Anwohner fürchten, dass sie ihre Wohnungen verlieren werden.",
        encoding="utf-8",
    )
    report = json.loads(score(path, "--format", "json").stdout)
    assert report["measures"] == {}
    assert [warning["code"] for warning in report["warnings"]].count("not_english") == 1
    jsonschema.validate(report, framing.schema())


def test_a_lexicon_of_one_s_own_counts(article: Path, tmp_path: Path) -> None:
    own = tmp_path / "house.toml"
    own.write_text(
        '[lexicon]\nid="house"\nversion="1"\ntitle="House style"\nconstruct="loaded"\nreferences=[]\n'
        '[[group]]\ncategory="emotive"\nseverity=1\npos="noun"\nreason="House style."\nreferences=[]\n'
        'entries=[{pattern="fish market"}]\n',
        encoding="utf-8",
    )
    report = json.loads(score(article, "--format", "json", "--lexicon", own).stdout)
    assert "house/fish_market" in [term["entry"] for term in report["loaded_terms"]]


def test_a_broken_lexicon_is_an_error_that_names_the_entry(article: Path, tmp_path: Path) -> None:
    own = tmp_path / "house.toml"
    own.write_text(
        '[lexicon]\nid="house"\nversion="1"\ntitle="t"\nconstruct="loaded"\n[[group]]\ncategory="rude"\nseverity=1\n'
        'reason="r"\nentries=[{pattern="fish"}]\n',
        encoding="utf-8",
    )
    done = score(article, "--lexicon", own)
    assert done.returncode == 2
    assert b"house.toml, entry 'fish', field 'category'" in done.stderr


def test_settings_in_the_working_directory_count(article: Path, tmp_path: Path) -> None:
    (tmp_path / "framing.toml").write_text("lexicon = []\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "framing.cli.main", "score", str(article)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    assert b"did you mean 'lexicons'" in done.stderr


@pytest.mark.parametrize("arguments", [("score", "-"), ("compare", "a.txt", "-"), ("diff", "-", "a.txt")])
def test_an_interrupt_is_quiet_and_no_exit_code_of_findings(
    arguments: tuple[str, ...], article: Path, tmp_path: Path, interruptible: list[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(article.read_bytes())
    started = subprocess.Popen(
        [*interruptible, *arguments],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert started.stdin is not None
    # More than a pipe holds: when it is written, the command has begun to read, and waits for the rest.
    started.stdin.write(b"The council met. " * 10_000)
    started.stdin.flush()
    started.send_signal(signal.SIGINT)
    said, complained = started.communicate(timeout=60)
    assert (started.returncode, said, complained) == (130, b"", b"")
