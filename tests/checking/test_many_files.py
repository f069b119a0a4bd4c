"""Files, records, standard input and whole folders: what is read, how it is named, and what is told of many together."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from framing.checking.averages import average, most_words_over
from framing.checking.baseline import DEFAULT, baseline_place, known_name, written
from framing.checking.budgets import Budget, budgets_of, measure_named, near
from framing.checking.cache import Checked
from framing.checking.gate import GateRequest, RequestedSettings, gate
from framing.checking.requested import forget_settings
from framing.checking.run import check_files
from framing.config import Config
from framing.diagnostic import CheckedFile
from framing.errors import ConfigError, InputError

LEAD = "The harbour of Odden\n\nThe council of Odden met on Tuesday to talk about the plan for the harbour.\n"
LOADED = LEAD + "\nThe plan of the regime is heinous.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    forget_settings()
    return tmp_path


def write(name: str, content: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")
    return name


def only(*codes: str, **rest: str) -> RequestedSettings:
    return RequestedSettings(select=codes, isolated=True, **rest)


def found(*paths: str, settings: RequestedSettings | None = None) -> list[CheckedFile]:
    results = list(check_files(paths, settings or only("W101")))
    return [result.file for result in results if isinstance(result, Checked)]


def test_a_record_is_named_with_its_line_and_stays_known_by_its_id_address_or_title(folder: Path) -> None:
    rows = [
        {"id": "a1", "url": "https://tarn.example/1", "title": "One", "text": LOADED},
        {"url": "https://tarn.example/2", "title": "Two", "text": LOADED},
        {"title": "Three", "text": LOADED},
        {"text": LOADED},
    ]
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    first = found("a.jsonl")
    assert [(file.path, file.row, file.container) for file in first] == [
        (f"a.jsonl:{n}", n, "a.jsonl") for n in range(1, 5)
    ]
    marks = [{d.fingerprint for d in file.diagnostics} for file in first]
    assert all(marks)
    assert len(set().union(*marks)) == sum(map(len, marks))
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in [{"text": LEAD}, *rows]))
    second = [{d.fingerprint for d in file.diagnostics} for file in found("a.jsonl")]
    assert second[1:4] == marks[:3]
    assert second[4] != marks[3]


def test_records_of_an_array_have_no_line_and_begin_with_the_file(folder: Path) -> None:
    write("a.json", json.dumps([{"text": LOADED}, {"text": LEAD}]))
    assert [(file.path, file.row) for file in found("a.json")] == [("a.json[1]", 1), ("a.json[2]", 1)]


def test_a_record_that_cannot_be_read_costs_only_itself(folder: Path) -> None:
    write("a.jsonl", json.dumps({"text": LOADED}) + "\n{\n" + json.dumps({"text": LEAD}) + "\nnull\n")
    results = list(check_files(["a.jsonl"], only("W101")))
    assert [r.file.path if isinstance(r, Checked) else type(r).__name__ for r in results] == [
        "a.jsonl:1",
        "InputError",
        "a.jsonl:3",
        "InputError",
    ]


def test_an_article_alone_is_the_file(folder: Path) -> None:
    [file] = found(write("a.md", LOADED))
    assert (file.path, file.row, file.container) == ("a.md", 0, "a.md")
    assert file.text == LOADED
    assert file.words == 26
    assert [finding.text for finding in file.diagnostics] == ["regime", "heinous"]
    assert {finding.path for finding in file.diagnostics} == {"a.md"}


def test_standard_input_comes_first_and_without_one_there_is_nothing_in_it(folder: Path) -> None:
    write("a.md", LEAD)
    results = list(check_files(["a.md", "-"], only("W101"), stdin=io.BytesIO(LOADED.encode()), stdin_name="b.md"))
    assert [r.file.path for r in results if isinstance(r, Checked)] == ["b.md", "a.md"]
    [nothing] = list(check_files(["-"], only("W101")))
    assert isinstance(nothing, InputError)
    assert str(nothing) == "-: is empty: there is no text in it"


def test_a_text_that_is_not_english_is_said_to_be_unscored(folder: Path) -> None:
    german = "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen im Mai.\n"
    [file] = found(write("a.md", german), settings=RequestedSettings(isolated=True, given=("fail-on=error",)))
    assert [f.message for f in file.diagnostics] == [
        "The text is not English (it looks like 'de'); only English is scored."
    ]
    assert (file.words, file.fail_on, file.text) == (17, "error", german)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("kind: opnion", "'kind: opnion' is none of news, opinion, press-release; did you mean 'opinion'? The text is"),
        ("kind: xyzzy", "'kind: xyzzy' is none of news, opinion, press-release. The text is checked as news."),
        ("kind: Opinion", ""),
        ("type: post", ""),
        ("kind:", ""),
    ],
)
def test_a_kind_that_is_none_is_told(folder: Path, front: str, said: str) -> None:
    write("a.md", f"---\n{front}\n---\n{LEAD}")
    messages = [
        f.message for file in found("a.md", settings=RequestedSettings(isolated=True)) for f in file.diagnostics
    ]
    assert any(message.startswith(said) for message in messages) if said else not any("kind" in m for m in messages)
    named = RequestedSettings(isolated=True, kind="news")
    assert not [f for file in found("a.md", settings=named) for f in file.diagnostics if "kind" in f.message]


def test_a_file_that_is_gone_or_a_folder_is_told(folder: Path) -> None:
    Path("desk").mkdir()
    results = list(check_files(["none.md", "desk"], only("W101")))
    assert [str(result) for result in results] == [
        "none.md: cannot be read (No such file or directory)",
        "desk: cannot be read (Is a directory)",
    ]


def test_many_files_come_in_their_order_however_many_processes_work(folder: Path) -> None:
    names = [write(f"a{number:02}.md", LOADED if number % 3 else LEAD) for number in range(13)]
    alone, together = (list(check_files(names, only("W101"), jobs=jobs)) for jobs in (1, 2))
    assert alone == together
    assert [r.file.path for r in together if isinstance(r, Checked)] == names


def test_budgets_that_are_not_kept_are_told_with_the_figure(folder: Path) -> None:
    write("a.md", LOADED)
    settings = RequestedSettings(
        isolated=True, given=("max-loaded-per-1000=1", "min-sources=0", "max-officials-share=1")
    )
    outcome = gate(GateRequest(["a.md"], settings))
    [missed] = outcome.missed
    assert (missed.path, missed.name, missed.limit) == ("a.md", "max-loaded-per-1000", 1.0)
    assert missed.value == outcome.files[0].measures["loaded_terms_own"] > 1
    assert outcome.failed


def checked_file(name: str, words: int, **measures: float) -> CheckedFile:
    return CheckedFile(name, "", (), words, measures)


def test_an_average_weighs_by_words() -> None:
    files = [
        checked_file("a", 100, x=1.0),
        checked_file("b", 300, x=5.0),
        checked_file("c", 50),
        checked_file("d", 0, x=9.0),
    ]
    assert average(files, "x") == 4.0
    assert average(files, "y") is None
    assert average([], "x") is None
    assert average([checked_file("d", 0, x=9.0)], "x") is None


def test_the_article_that_moves_the_average_most_is_named() -> None:
    files = [checked_file("a", 100, x=9.0), checked_file("b", 1000, x=6.0), checked_file("c", 900, x=1.0)]
    assert most_words_over(files, "x", upper=True).path == "b"
    assert most_words_over(files, "x", upper=False).path == "c"
    tied = [checked_file("a", 10, x=2.0), checked_file("b", 10, x=2.0)]
    assert most_words_over(tied, "x", upper=True).path == "b"


def test_limits_are_read_by_short_names_and_measures_own() -> None:
    values = {"max-loaded-per-1000": 4, "min-sources": 2.5, "select": ["W"], "max-words-own": 1}
    assert budgets_of(values, "x") == (
        Budget("max-loaded-per-1000", "loaded_terms_own", 4.0, upper=True),
        Budget("min-sources", "sources", 2.5, upper=False),
        Budget("max-words-own", "words_own", 1.0, upper=True),
    )
    with pytest.raises(ConfigError, match=r"^x: 'max-sources' must be a number$"):
        budgets_of({"max-sources": True}, "x")
    with pytest.raises(ConfigError, match=r"^x: 'max-sorces' names no measure; did you mean 'sources'\?$"):
        budgets_of({"max-sorces": 1}, "x")
    with pytest.raises(ConfigError, match=r"^y names no measure$"):
        measure_named("xyzzy", "y")
    assert measure_named("slanted-share", "") == "slanted_sentences_own"
    assert near("headlin", ["headline", "body"]) == "; did you mean 'headline'?"
    assert near("xyzzy", ["headline"]) == ""


@pytest.mark.parametrize(
    ("upper", "value", "missed"),
    [
        (True, 4.1, True),
        (True, 4.0, False),
        (False, 3.9, True),
        (False, 4.0, False),
        (True, None, False),
        (False, None, False),
    ],
)
def test_a_limit_is_broken_beyond_it(value: float | None, *, upper: bool, missed: bool) -> None:
    assert Budget("x", "y", 4.0, upper=upper).missed(value) == missed


def test_a_baseline_lies_where_the_settings_say_or_beside_them(folder: Path) -> None:
    bare, filed = Config(), Config(file=folder / "desk/framing.toml")
    named = Config(values={"baseline": str(folder / "known.json")}, file=folder / "framing.toml")
    assert baseline_place(bare, bare) == Path.cwd() / DEFAULT
    assert baseline_place(bare, filed) == folder / "desk" / DEFAULT
    assert baseline_place(named, filed) == baseline_place(bare, named) == folder / "known.json"


def test_a_file_is_known_relative_to_its_baseline(folder: Path) -> None:
    assert known_name("desk/a.md", folder / "known.json") == "desk/a.md"
    assert known_name(str(folder / "desk/a.md"), folder / "desk/known.json") == "a.md"
    assert known_name("-", folder / "known.json") == "-"


def test_a_baseline_is_written_in_the_order_of_paths_codes_and_words() -> None:
    rows = {
        "f1": {"path": "b.md", "code": "W101", "text": "x"},
        "f4": {"path": "a.md", "code": "W102", "text": "á"},
        "f3": {"path": "a.md", "code": "W101", "text": "y"},
        "f5": {"path": "a.md", "code": "W101", "text": "x"},
        "f2": {"path": "a.md", "code": "W101", "text": "x"},
    }
    text = written(rows)
    assert [row["fingerprint"] for row in json.loads(text)["findings"]] == ["f2", "f5", "f3", "f4", "f1"]
    assert json.loads(text)["version"] == 1
    assert '"á"' in text
    assert text.startswith('{\n "version": 1,\n')
    assert text.endswith("}\n")


def test_a_folder_s_average_is_told_at_the_file_that_moves_it_most(folder: Path) -> None:
    for number in range(5):
        write(f"desk/{number}.md", LOADED if number == 2 else LEAD)
        write(f"other/{number}.md", LOADED)
    write("framing.toml", 'select = ["C501"]\n[folders.desk]\nmax-loaded-per-1000 = 1\n[levels]\nC501 = "error"\n')
    outcome = gate(GateRequest(["."]))
    [finding] = [f for file in outcome.files for f in file.diagnostics]
    assert (finding.path, finding.code, finding.rule) == ("desk/2.md", "C501", "folder-over-budget")
    assert (finding.level, finding.start, finding.end, finding.line) == ("error", 0, 0, 1)
    assert finding.message.startswith("desk: loaded terms own ")
    assert finding.text == "desk max-loaded-per-1000"
    assert len(finding.fingerprint) == 32
    assert finding.reason == "The average of the articles, weighted by their words; this one moves it most."
    write("desk/3.md", LOADED + LOADED)
    [moved] = [f for file in gate(GateRequest(["."])).files for f in file.diagnostics]
    assert (moved.path, moved.fingerprint) == ("desk/3.md", finding.fingerprint)


def test_the_budgets_of_a_folder_below_count_from_above(folder: Path) -> None:
    for number in range(5):
        write(f"desk/{number}.md", LOADED if number == 2 else LEAD)
        write(f"{number}.md", LOADED)
    write("framing.toml", 'select = ["C501"]\n')
    limits = "[folders.desk]\nmax-loaded-per-1000 = 1\n"
    write("desk/framing.toml", f'select = ["C501"]\n{limits}')
    [finding] = [f for file in gate(GateRequest(["."])).files for f in file.diagnostics]
    assert (finding.path, finding.code) == ("desk/2.md", "C501")
    # What both ask for is told once, with the articles of all.
    write("framing.toml", f'select = ["C501"]\n{limits}')
    write("desk/framing.toml", 'extend = "../framing.toml"\n')
    assert [f.path for file in gate(GateRequest(["."])).files for f in file.diagnostics] == ["desk/2.md"]


def test_what_stands_below_a_label_of_comments_is_said_to_be_left_out(folder: Path) -> None:
    story = f"{LEAD}\n{LEAD}\nLeave a comment\n\nThe plan of the regime is heinous, and nobody asked.\n"
    write("a.md", story)
    [note] = [f for file in gate(GateRequest(["a.md"])).files for f in file.diagnostics]
    assert (note.code, note.level) == ("X902", "note")
    assert note.message == "What follows “Leave a comment” is read as comments and left out (10 words)."


def test_a_change_that_raises_a_measure_is_told(folder: Path) -> None:
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    write("a.md", LEAD)
    write("b.md", LEAD)
    write("framing.toml", 'select = ["C502"]\n[rules.C502]\nleast-words = 10\n')
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    write("a.md", LOADED)
    write("new.md", LOADED)
    outcome = gate(GateRequest(["."], RequestedSettings(diff_base="HEAD")))
    told = [(f.path, f.message) for file in outcome.files for f in file.diagnostics]
    assert [path for path, _ in told] == ["a.md"] * len(told)
    assert told
    assert told[0][1].startswith("This change raises loaded terms from 0.0 to ")
    write("a.md", LEAD + "\n")
    assert [
        f for file in gate(GateRequest(["."], RequestedSettings(diff_base="HEAD"))).files for f in file.diagnostics
    ] == []
