"""Suppressions that are written for a file's findings: where each stands and what it says."""

import pytest

from framing.checking.ignores import silenceable, with_ignores
from framing.checking.run import check_document
from framing.checking.suppressions import read_suppressions
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic, Suppression
from framing.reading import document

TEXT = "The harbour\n\nThe plan is heinous.\r\nIt rained.\n\nA “long\nplan” came.\n"


def finding(words: str, code: str = "W101", **more: object) -> Diagnostic:
    start = TEXT.index(words)
    end = start + len(words)

    def place(offset: int) -> tuple[int, int]:
        return TEXT.count("\n", 0, offset) + 1, offset - TEXT.rfind("\n", 0, offset)

    (line, column), (end_line, end_column) = place(start), place(end)
    values = {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": words, **more}
    return Diagnostic(code, "rule", "warning", "x", start, end, "a.md", **values)  # type: ignore[arg-type]


def written(*findings: Diagnostic, reason: str = "their word", text: str = TEXT) -> str:
    return with_ignores(CheckedFile("a.md", text, findings, 9), reason)


def test_words_on_one_line_are_named_at_its_end() -> None:
    assert written(finding("heinous")) == TEXT.replace(
        "heinous.\r", 'heinous. <!-- framing: ignore[W101 "heinous"] their word -->\r'
    )
    assert written(finding("came")) == TEXT.replace("came.", 'came. <!-- framing: ignore[W101 "came"] their word -->')


def test_words_over_lines_are_silenced_above_their_paragraph() -> None:
    assert written(finding("long\nplan")) == TEXT.replace(
        "A “long", "<!-- framing: ignore[W101] their word -->\nA “long"
    )
    first = finding("The harbour\n\nThe")
    assert written(first).startswith("<!-- framing: ignore[W101] their word -->\nThe harbour")


def test_a_finding_about_the_whole_text_is_silenced_at_the_file_s_end() -> None:
    whole = Diagnostic("S204", "rule", "warning", "x", 0, 0, "a.md")
    assert written(whole) == TEXT + "\n<!-- framing: ignore-file[S204] their word -->\n"
    bare = TEXT.rstrip("\n")
    assert written(whole, text=bare) == bare + "\n\n<!-- framing: ignore-file[S204] their word -->\n"


@pytest.mark.parametrize(
    ("reason", "shown"), [("", ""), ("  ", ""), ("so --> what", " so -> what"), ("two\nlines", " two lines")]
)
def test_a_reason_stays_on_one_line_and_ends_no_comment(reason: str, shown: str) -> None:
    assert f'[W101 "heinous"]{shown} -->' in written(finding("heinous"), reason=reason)


@pytest.mark.parametrize("text", ["x" * 61, 'a "b', "a]", "a--b"])
def test_words_that_would_end_the_comment_are_not_named(text: str) -> None:
    assert "ignore[W101] their word" in written(finding("heinous", text=text))
    assert f'ignore[W101 "{"x" * 60}"] their word' in written(finding("heinous", text="x" * 60))


def test_what_is_silenced_or_about_the_run_or_many_files_gets_none() -> None:
    silent = finding("heinous", suppression=Suppression("in_source", "x"))
    findings = (silent, finding("plan", "X901"), finding("plan", "C501"), finding("came", "S203"))
    file = CheckedFile("a.md", TEXT, findings, 9)
    assert silenceable(file) == [findings[3]]
    assert written(*findings).count("<!--") == 1
    assert written(finding("heinous"), finding("heinous")).count("<!--") == 1


def test_what_is_written_silences_what_it_was_written_for() -> None:
    text = "The harbour of Odden\n\nThe council met on Tuesday. The plan of the regime is heinous, and it rained.\n"
    config = Config(values={"select": ["W101", "S204"], "kind": "news"})
    checked = check_document(document(text), config, "a.md").file
    assert len(checked.diagnostics) >= 2
    again = with_ignores(checked, "agreed")
    assert len(read_suppressions(again).silences) == len(checked.diagnostics)
    after = check_document(document(again, media_type="text/markdown"), config, "a.md").file
    assert all(one.suppression and one.suppression.justification == "agreed" for one in after.diagnostics)
    assert len(after.diagnostics) == len(checked.diagnostics)
