"""Suppressions: what each form silences, in every kind of file, and what is said of those that silence nothing."""

import pytest

from framing.checking.run import check_document
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
    assert [one.text for one in file.diagnostics] == ["terrifying"]


def test_the_place_of_an_unused_suppression_is_its_own() -> None:
    file = checked("text/plain", "<!-- framing: ignore[W101] none -->", FILLER)
    assert [(one.line, one.column, one.end_column) for one in file.diagnostics] == [(5, 1, 36)]
