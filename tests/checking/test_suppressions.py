"""Suppressions: what each form silences, in every kind of file, and what is said of those that silence nothing."""

import re
import sys
from pathlib import Path

import pytest

from framing.checking import suppressions
from framing.checking.run import check_document
from framing.checking.suppressions import read_suppressions
from framing.config import Config
from framing.diagnostic import CheckedFile
from framing.reading import document

TYPES = ("text/plain", "text/markdown", "text/html")
FIRST = "It was a terrifying night in Odden, and the council met until two in the morning on Tuesday."
SECOND = "It was a heinous plan for the harbour, which will cost forty million and begin in May."


def checked(media_type: str, *paragraphs: str, front: str = "") -> CheckedFile:
    head = "The harbour of Odden"
    if media_type == "text/html":
        rows = "\n\n".join(f"<p>{text}</p>" if not text.startswith("<!--") else text for text in (FILLER, *paragraphs))
        text = f"<html><body><article><h1>{head}</h1>\n\n{rows}\n\n</article></body></html>"
    else:
        text = front + "\n\n".join((f"# {head}" if media_type == "text/markdown" else head, FILLER, *paragraphs)) + "\n"
    return check_document(document(text, media_type=media_type), Config(values={"kind": "news"}), "a").file


FILLER = "The council of Odden met in the town hall to talk about a plan that has been public since March, it said."


def shown(file: CheckedFile) -> list[str]:
    return [one.text for one in file.diagnostics if one.code.startswith("W") and one.suppression is None]


def unused(file: CheckedFile) -> list[str]:
    return [one.message for one in file.diagnostics if one.code == "X901"]


@pytest.mark.parametrize("media_type", TYPES)
def test_without_a_suppression_both_words_are_shown(media_type: str) -> None:
    assert shown(checked(media_type, FIRST, SECOND)) == ["terrifying", "heinous"]


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        ((f"{FIRST} <!-- framing: ignore[W101] quoted law -->", SECOND), ["heinous"]),
        (("<!-- framing: ignore[W101] quoted law -->", FIRST, SECOND), ["heinous"]),
        (("<!-- framing: ignore[loaded-term] quoted law -->", FIRST, SECOND), ["heinous"]),
        (("<!-- framing: ignore quoted law -->", FIRST, SECOND), ["heinous"]),
        (('<!-- framing: ignore-file[W101 "heinous"] quoted law -->', FIRST, SECOND), ["terrifying"]),
        (("<!-- framing: ignore-file[W] quoted law -->", FIRST, SECOND), []),
        (
            ("<!-- framing: ignore-start[W101] quoted law -->", FIRST, "<!-- framing: ignore-end -->", SECOND),
            ["heinous"],
        ),
        (("<!-- framing: ignore-start[W1] quoted law -->", FIRST, SECOND), []),
    ],
)
def test_a_suppression_silences_its_line_block_phrase_or_file(
    media_type: str, paragraphs: tuple[str, ...], left: list[str]
) -> None:
    file = checked(media_type, *paragraphs)
    assert shown(file) == left
    assert unused(file) == []
    reasons = {one.suppression.justification for one in file.diagnostics if one.suppression}
    assert reasons == {"quoted law"}


@pytest.mark.parametrize("media_type", TYPES)
def test_a_suppression_of_another_rule_silences_nothing_and_is_reported(media_type: str) -> None:
    file = checked(media_type, "<!-- framing: ignore[S204] no reason -->", FIRST)
    assert shown(file) == ["terrifying"]
    assert unused(file) == ["This suppression silences nothing (S204)."]


def test_the_front_matter_silences_the_file() -> None:
    file = checked("text/markdown", FIRST, SECOND, front="---\nframing-ignore: W101\n---\n\n")
    assert shown(file) == []
    assert unused(file) == []


def test_words_inside_of_a_suppression_are_not_the_articles() -> None:
    file = checked("text/plain", f"{FIRST} <!-- framing: ignore[W101] the regime said so -->")
    assert [one.text for one in file.diagnostics if one.code.startswith("W")] == ["terrifying"]


def test_the_place_of_an_unused_suppression_is_its_own() -> None:
    file = checked("text/plain", "<!-- framing: ignore[W101] none -->", FILLER)
    assert [(one.line, one.column, one.end_column) for one in file.diagnostics] == [(5, 1, 36)]


def told(file: CheckedFile) -> list[tuple[str, str, int]]:
    return [(one.code, one.message, one.line) for one in file.diagnostics if one.code.startswith("X")]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- framing: ignor[W101] law -->", "'framing: ignor' is no suppression; did you mean 'framing: ignore'?"),
        ("<!-- framing: ingore-start -->", "'framing: ingore-start' is no suppression; did you mean"),
        ("<!-- framing: silence[W101] -->", "'framing: silence' is no suppression; known are ignore"),
        ("<!-- framing ignore[W101] -->", "'framing ignore' is no suppression; did you mean 'framing: ignore'?"),
        ("<!-- framing: ignore-end -->", "This 'ignore-end' ends nothing"),
        ("<!-- framing: ignore-start[W101] law -->", "This 'ignore-start' has no 'ignore-end'"),
        ("<!-- framing: ignore[W1O1] law -->", "No rule is called 'W1O1'; did you mean 'W101'?"),
        ("<!-- framing: ignore[loaded-tern] -->", "No rule is called 'loaded-tern'; did you mean 'loaded-term'?"),
        ("<!-- framing: ignore W101 law -->", "Codes stand in square brackets"),
        ("<!-- framing: ignore[W101] law", "This comment is not closed"),
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_a_suppression_that_does_not_say_what_was_meant_is_told(media_type: str, comment: str, said: str) -> None:
    file = checked(media_type, comment, FIRST)
    assert [(code, line) for code, _, line in told(file)] == [("X903", 5)]
    assert said in told(file)[0][1]
    assert any(one.level == "warning" for one in file.diagnostics if one.code == "X903")


def test_a_misspelt_rule_in_the_front_matter_is_told() -> None:
    file = checked("text/markdown", FIRST, front="---\nframing-ignore: W1O1\n---\n")
    assert told(file) == [("X903", "No rule is called 'W1O1'; did you mean 'W101'?", 2)]


def test_a_comment_that_only_begins_with_the_word_is_no_suppression() -> None:
    assert told(checked("text/markdown", "<!-- framing of the harbour plan, see desk notes -->", FILLER)) == []


def test_a_suppression_of_a_rule_that_did_not_run_is_left_alone() -> None:
    assert told(checked("text/plain", "<!-- framing: ignore[S205] a desk's choice -->", FILLER)) == []


def test_actions_are_read_in_any_case() -> None:
    file = checked("text/plain", f"{FIRST} <!-- Framing: Ignore[W101] law -->")
    assert (shown(file), told(file)) == ([], [])


@pytest.mark.parametrize(("kind", "codes"), [("opinon", ["X904"]), ("Opinion", []), ("news", [])])
def test_a_kind_that_is_none_is_told(kind: str, codes: list[str]) -> None:
    text = f"---\nkind: {kind}\ntype: post\n---\n# The harbour of Odden\n\n{FILLER}\n"
    file = check_document(document(text, media_type="text/markdown"), Config(), "a").file
    assert [code for code, _, _ in told(file)] == codes


def test_the_rules_about_the_run_are_selected_ignored_and_given_levels() -> None:
    text = f"{FILLER}\n\n<!-- framing: ignore[W101] law -->\n\n{FILLER}\n"

    def found(**values: object) -> list[tuple[str, str]]:
        file = check_document(document(text), Config(values={"kind": "news", **values}), "a").file
        return [(one.code, one.level) for one in file.diagnostics]

    assert found() == [("X901", "note")]
    assert found(select=["X901", "W101"]) == [("X901", "note")]
    assert found(select=["W"]) == [("X901", "note")]
    assert found(select=["X902"]) == []
    assert found(ignore=["unused-suppression"]) == []
    assert found(levels={"X901": "error"}) == [("X901", "error")]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- framing: ignore[{','.join(f'W{number}' for number in range(1_200))}] x -->\n",
        "<!-- framing: ignore-file[W101, W102] x -->\n" * 600,
        "<!-- framing: ignore[W101] x -->\n" * 1_200,
        f"---\nframing-ignore: {', '.join(['W101'] * 1_200)}\n---\n",
        f"<!-- framing: ignore[{','.join(['W101'] * 700)}] x -->\n" * 2,
    ],
)
def test_a_thousand_codes_of_a_file_are_read_and_one_finding_says_so(text: str) -> None:
    read = read_suppressions(f"{text}\n{FILLER}\n")
    assert len(read.silences) == 1_000
    assert [said.message for said in read.unclear] == [
        "Only the first 1,000 suppressions of a file are read; this is one more."
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- framing: ignore[W101]" + " " * 40,
        "<!-- framing: ignore[W101] --> ",
        "<!-- framing: ignore-start[W101 -->\n",
        "<!--" + " " * 40 + "framing",
        "<!-- framing: ignore" + " " * 40 + '[W101 "',
        '<!-- framing: ignore[W101 "' + "a " * 20,
    ],
)
def test_reading_suppressions_takes_steps_in_proportion_to_the_text(piece: str) -> None:
    def steps(count: int) -> int:
        taken = 0

        def tracer(_frame: object, event: str, _argument: object) -> object:
            nonlocal taken
            taken += event == "line"
            return tracer

        text = piece * count
        sys.settrace(tracer)
        try:
            read_suppressions(text)
        finally:
            sys.settrace(None)
        return taken

    assert steps(400) < 2.5 * steps(200) + 100


def test_no_pattern_of_a_comment_can_be_read_in_several_ways() -> None:
    """Two quantifiers side by side that match the same characters made an unclosed comment quartic."""
    source = Path(suppressions.__file__).read_text(encoding="utf-8")
    assert re.findall(r"\\s\*(?!\+)", source) == []
