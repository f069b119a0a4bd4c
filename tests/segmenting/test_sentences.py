"""Sentence boundaries of the written cases, one passage at a time; what fails is listed here by name."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from framing.segmenting.sentences import split_sentences

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "sentences.toml").read_text(encoding="utf-8"))["case"]
PASSAGES = [(case, number) for case in CASES for number in range(len(case["passages"]))]
KNOWN_FAILURES: dict[tuple[str, int], str] = {
    ("sentences that begin in small letters or digits", 0): "a name in small letters opens no sentence",
    ("committee names and law names", 1): "held out: 'Art.' is not among the abbreviations before numbers",
    ("interrupted quotations", 1): "held out: an ellipsis before 'I' is taken for the end",
    ("interrupted quotations", 2): "held out: a dash ends no sentence",
    ("titles at the end of a sentence", 0): "held out: a title is taken to have a name after it",
}
"""Counted in docs/segmentation.md."""


def found(case: dict[str, Any], number: int) -> list[str]:
    text = case.get("join", " ").join(case["passages"][number])
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("case", "number"), PASSAGES, ids=[f"{case['name']}-{number}".replace(" ", "-") for case, number in PASSAGES]
)
def test_a_passage_is_split_where_its_sentences_end(
    case: dict[str, Any], number: int, request: pytest.FixtureRequest
) -> None:
    reason = KNOWN_FAILURES.get((case["name"], number))
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    assert found(case, number) == case["passages"][number]


def test_the_set_is_as_large_as_it_says() -> None:
    assert len(CASES) >= 30
    assert sum(len(passage) for case in CASES for passage in case["passages"]) >= 300
    assert sum(case.get("held_out", False) for case in CASES) == 10
