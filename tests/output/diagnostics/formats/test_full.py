"""The full format shows what a reader needs, once."""

import re
from dataclasses import replace

from framing.diagnostic import CheckedFile, Diagnostic, Outcome
from framing.output.diagnostics.formats import full, grouped

TEXT = "".join(f"Line {number} has a regime.\n" for number in range(1, 41))


def one(number: int) -> Diagnostic:
    column = len(f"Line {number} has a ") + 1
    return Diagnostic(
        "W101",
        "loaded-term",
        "warning",
        f"finding {number}",
        1,
        7,
        "a.txt",
        number,
        column,
        number,
        column + 6,
        reason="It judges.",
        alternatives=("government",),
        text="regime",
    )


def rendered(count: int, **options: int) -> str:
    return full.render(Outcome((CheckedFile("a.txt", TEXT, tuple(map(one, range(1, count + 1)))),), ()), **options)


def test_repeats_are_cut_and_counted_with_their_lines() -> None:
    text = rendered(9, repeats=3)
    assert len(re.findall(r"^W101 finding", text, re.MULTILINE)) == 3
    assert "W101 6 more in a.txt (lines 4, 5, 6, 7, 8, 9)" in text


def test_one_finding_too_many_is_shown_rather_than_counted() -> None:
    text = rendered(4, repeats=3)
    assert len(re.findall(r"^W101 finding", text, re.MULTILINE)) == 4
    assert "more in" not in text


def test_a_reason_is_given_once_a_file() -> None:
    assert rendered(5).count("= why: It judges.") == 1
    assert rendered(5).count("= instead: government") == 1


def test_carets_stand_in_the_column_of_the_words() -> None:
    lines = rendered(12, repeats=20).splitlines()
    for number, line in enumerate(lines):
        if set(line.split("|", 1)[-1].strip()) == {"^"}:
            start = line.index("^")
            assert lines[number - 1][start : start + 6] == "regime"
            assert line.count("^") == 6


def test_colour_changes_nothing_but_colour() -> None:
    outcome = Outcome((CheckedFile("a.txt", TEXT, (one(1), one(2))),), ())
    for render in (full.render, grouped.render):
        coloured = render(outcome, colour=True)
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(outcome)


def test_words_over_many_lines_are_shown_in_part() -> None:
    text = full.render(Outcome((CheckedFile("a.txt", TEXT, (replace(one(3), end_line=9),)),), ()))
    assert "… to line 9" in text
    assert text.count("^") > 6


def test_a_clean_run_says_so_in_one_line() -> None:
    outcome = Outcome((CheckedFile("a.txt", TEXT, ()), CheckedFile("b.txt", TEXT, ())), ())
    assert full.render(outcome) == "No findings in 2 files.\n"
