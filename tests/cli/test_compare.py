"""``framing compare``: its formats, its first line, its exit codes."""

import csv
import io
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import forked_command
import pytest

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).parent.parent.parent
COURIER = """Island families stranded as deckhands walk out

Deckhands of the Northern Line walked out on Friday and shut down the only ferry to Torsay. The company cancelled 46 sailings and expects to lose 300,000 crowns a day. "We made a fair offer and it was thrown back in our faces," Greta Halvorsen, the company's chief executive, told reporters. A riot at the pier was ended by the police on Saturday, she said.

Prices for fresh milk have skyrocketed in the island's two shops. Transport Minister Elin Moe warned that the government could order the crews back to work within a week.
"""
HERALD = """Ferry crews strike over night shifts

Ferry crews of the Northern Line went on strike on Friday, and the ferry to Torsay was shut down. The company has cancelled 46 sailings; it puts its loss at 300,000 crowns a day. "It was thrown back in our faces," said Ms Halvorsen. A protest at the pier was ended by the police on Saturday.

A nurse at the clinic, Ruth Amdahl, said that three patients had missed their treatment. The union says that crews of three cannot fight a fire at sea.
"""
ELSEWHERE = """Orchard growers count the cost of a late frost

Growers in the valley of Hemmel lost half of their cherries when the temperature fell to minus six degrees in April. The cooperative will ask the county for 2 million crowns. "I have not seen such a spring in forty years," said Olav Brekke, who grows plums and cherries above the lake.
"""


@pytest.fixture
def articles(tmp_path: Path) -> dict[str, Path]:
    texts = {"courier": COURIER, "herald": HERALD, "elsewhere": ELSEWHERE}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: tmp_path / f"{name}.txt" for name in texts}


def compare(
    *arguments: str | Path, stdin: bytes = b"", folder: Path = ROOT, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return forked_command.framing(
        "compare", *arguments, folder=folder, environment={**os.environ, "COLUMNS": "80", **environment}, stdin=stdin
    )


def test_two_articles_fit_80_columns_and_sixty_lines(articles: dict[str, Path]) -> None:
    # By their names alone: how many lines a path takes is the machine's affair.
    done = compare("courier.txt", "herald.txt", folder=articles["courier"].parent)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stderr
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 60
    for label in ("TOLD", "ACCOUNT A", "ACCOUNT B", "WORDING", "WHO SPEAKS", "FRAMES", "MEASURES"):
        assert any(line.startswith(label) for line in lines), label


def test_the_first_line_says_whether_the_accounts_open_with_the_same_fact(articles: dict[str, Path]) -> None:
    shown = compare(articles["courier"], articles["herald"]).stdout.decode().splitlines()
    assert shown[0] == "Both accounts open with the same fact."
    assert shown[1].startswith("A Island families")
    milk = "Prices for fresh milk have skyrocketed in the island's two shops."
    headline, _, rest = COURIER.partition("\n\n")
    articles["courier"].write_text(f"{headline}\n\n{milk} {rest.replace(milk, '')}", encoding="utf-8")
    shown = compare(articles["courier"], articles["herald"]).stdout.decode().splitlines()
    assert " ".join(shown[:2]).startswith(
        "No link between the accounts' openings was found; what B opens with, A tells on line 3."
    )


def test_facts_are_shown_whole(articles: dict[str, Path]) -> None:
    text = " ".join(compare(articles["courier"], articles["herald"]).stdout.decode().split())
    assert "Deckhands of the Northern Line walked out on Friday and shut down the only ferry to Torsay." in text
    assert "Ferry crews of the Northern Line went on strike on Friday, and the ferry to Torsay was shut down." in text
    assert "…" not in text


def test_three_accounts_have_a_matrix_of_facts_and_one_of_frame_distances(articles: dict[str, Path]) -> None:
    third = HERALD.replace("A nurse at the clinic", "A clerk at the clinic")
    articles["elsewhere"].write_text(third, encoding="utf-8")
    done = compare(*articles.values())
    lines = done.stdout.decode().splitlines()
    assert max(map(len, lines)) <= 80
    facts = lines[next(n for n, line in enumerate(lines) if line.startswith("FACTS")) :]
    place = next(n for n, line in enumerate(facts) if "nurse at the clinic" in line)
    standings = next(line.split() for line in facts[place:] if line.strip().startswith("A "))
    assert standings[::2] == ["A", "B", "C"]
    assert standings[1] in {"?", "-"}
    assert standings[3].strip("~") in {"lead", "mid", "end"}
    assert not any("frames 0." in line for line in lines)
    assert any(line.strip().startswith("C  ") and line.count(".") == 2 for line in lines)


def test_the_first_line_says_that_articles_are_not_about_one_event(articles: dict[str, Path]) -> None:
    assert compare(articles["courier"], articles["elsewhere"]).stdout.decode().startswith("Not about one event")
    three = compare(*articles.values(), "--format", "markdown").stdout.decode()
    assert "**Not about one event" in three.splitlines()[2]


def test_verbose_shows_every_measure(articles: dict[str, Path]) -> None:
    text = compare(articles["courier"], articles["herald"], "--verbose").stdout.decode()
    assert "direct speech" in text.partition("MEASURES")[2]


def test_json_gives_spans_that_hold_the_words(articles: dict[str, Path]) -> None:
    first = compare(articles["courier"], articles["herald"], "--format", "json").stdout
    assert first == compare(articles["courier"], articles["herald"], "--format", "json").stdout
    found = json.loads(first)
    texts = [COURIER, HERALD]
    assert found["one_event"] is True
    labels = [label for wording in found["wordings"] for label in wording["labels"]]
    assert labels
    assert all(texts[label["article"]][label["start"] : label["end"]] == label["text"] for label in labels)
    assert any("46 sailings" in COURIER[p["start"] : p["end"]] for link in found["links"] for p in [link["first"]])


def test_csv_has_a_row_for_each_measure_and_pair(articles: dict[str, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(compare(*articles.values(), "--format", "csv").stdout.decode())))
    pairs = {(row["first"], row["second"]) for row in rows}
    assert len(pairs) == 3
    assert len({(row["first"], row["second"], row["measure"]) for row in rows}) == len(rows)
    assert {row["carried"] for row in rows} <= {"yes", "no"}


def test_markdown_shows_both_accounts_and_escapes_what_articles_say(articles: dict[str, Path]) -> None:
    hostile = COURIER.replace("fresh milk", "<b>fresh</b> | milk")
    articles["courier"].write_text(hostile, encoding="utf-8")
    text = compare(articles["courier"], articles["herald"], "--format", "markdown").stdout.decode()
    assert text.startswith("## Side by side\n")
    assert "<b>" not in text
    assert "### B: no counterpart found" in text


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_form_says_how_often_no_counterpart_is_right_and_never_that_anybody_left_it_out(
    articles: dict[str, Path], form: str
) -> None:
    text = compare(articles["courier"], articles["herald"], "--format", form).stdout.decode()
    plain = " ".join(text.replace("what was left out", "").split())
    assert "213 (87%) are told nowhere else" in plain
    assert "121 of 149 (81%)" in plain
    assert "225 (81%) right" in plain
    assert "no counterpart found" in plain.lower()
    for claim in ("only in a", "only here", "only in one", "left out", "leaves out", "alone tells"):
        assert claim not in plain.lower().replace("what was left out", ""), claim


def test_an_article_may_come_from_standard_input(articles: dict[str, Path]) -> None:
    done = compare("-", articles["herald"], stdin=COURIER.encode())
    assert done.returncode == 0, done.stderr
    assert b"Island families" in done.stdout


def test_output_goes_to_a_file(articles: dict[str, Path], tmp_path: Path) -> None:
    done = compare(articles["courier"], articles["herald"], "--format", "json", "-o", tmp_path / "out.json")
    assert done.stdout == b""
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["comparison_version"]


@pytest.mark.parametrize("count", [1, 9])
def test_another_number_of_articles_is_one_clear_line(articles: dict[str, Path], count: int) -> None:
    done = compare(*[articles["courier"]] * count)
    assert done.returncode == 2
    assert done.stderr.decode() == f"framing: compare: takes 2 to 8 articles, got {count}\n"


def test_a_missing_file_is_named(articles: dict[str, Path]) -> None:
    done = compare(articles["courier"], "nowhere.txt")
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_an_article_in_another_language_is_refused_with_the_reason(articles: dict[str, Path], tmp_path: Path) -> None:
    foreign = tmp_path / "hafen.txt"
    foreign.write_text("Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen bald.")
    done = compare(articles["courier"], foreign)
    assert done.returncode == 2
    assert "hafen.txt" in done.stderr.decode()
    assert "cannot be compared" in done.stderr.decode()
