"""Annotations keep to GitHub's caps and say what they leave out."""

from dataclasses import replace

from framing.diagnostic import CheckedFile, Diagnostic, Level, Outcome
from framing.output.diagnostics.formats import github

NOTE = Diagnostic("W101", "loaded-term", "note", "a note", 0, 3, path="a.txt", end_column=4, text="One")


def outcome(*levels: Level) -> Outcome:
    found = tuple(replace(NOTE, level=level, message=f"number {place}") for place, level in enumerate(levels))
    return Outcome((CheckedFile("a.txt", "One two.\n", found),), ())


def lines(outcome: Outcome) -> list[str]:
    return github.render(outcome).splitlines()


def test_ten_of_a_level_need_no_closing_line() -> None:
    assert len(lines(outcome(*["note"] * 10))) == 10
    assert not any("more finding" in line for line in lines(outcome(*["note"] * 10)))


def test_the_closing_notice_is_one_of_the_ten_notices() -> None:
    found = lines(outcome(*["note"] * 11))
    assert len(found) == 10
    assert found[-1] == "::notice title=framing::2 more findings: see the job's summary."


def test_left_out_warnings_leave_nine_notices() -> None:
    found = lines(outcome(*["warning"] * 12, *["note"] * 10))
    assert sum(line.startswith("::warning ") for line in found) == 10
    assert sum(line.startswith("::notice ") for line in found) == 10
    assert "3 more findings" in found[-1]


def test_errors_come_first_and_the_most_certain_first_among_them() -> None:
    found = (
        replace(NOTE, level="warning", message="w", confidence=1.0),
        replace(NOTE, level="error", message="less", confidence=0.2),
        replace(NOTE, level="error", message="more", confidence=0.9),
    )
    written = lines(Outcome((CheckedFile("a.txt", "One two.\n", found),), ()))
    assert [line.rsplit("::", 1)[1] for line in written] == ["more", "less", "w"]


def test_properties_are_escaped_so_that_none_begins_another() -> None:
    found = replace(NOTE, path="a,col=9:1%.txt", rule="x::y")
    (line,) = lines(Outcome((CheckedFile("a,col=9:1%.txt", "One two.\n", (found,)),), ()))
    assert line == ("::notice file=a%2Ccol=9%3A1%25.txt,line=1,endLine=1,col=1,endColumn=4,title=W101 x%3A%3Ay::a note")


def test_a_span_over_lines_has_no_columns() -> None:
    (line,) = lines(Outcome((CheckedFile("a.txt", "One\ntwo\n", (replace(NOTE, end_line=2),)),), ()))
    assert line.startswith("::notice file=a.txt,line=1,endLine=2,title=")


def test_the_summary_keeps_to_what_github_takes() -> None:
    found = tuple(replace(NOTE, message=f"{number}{'x' * 2000}") for number in range(700))
    text = github.render_summary(Outcome((CheckedFile("a.txt", "One two.\n", found),), ()))
    assert 1_000_000 < len(text.encode()) <= 1_024 * 1_024
    assert "more, which have no place here" in text
