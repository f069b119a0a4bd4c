"""Reports are written as they are done: no format of data, nor Markdown, holds more of them than two."""

import csv as csv_reader
import io
import json as json_reader
from collections.abc import Callable, Iterable, Iterator

import pytest

import framing
from framing.output import csv, json, markdown
from framing.report import Report

TEXTS = [f"Odden votes again\n\nThe mayor, Ada Holm, said on Monday that pier {n} is safe." for n in range(5)]
FORMATS: dict[str, Callable[[Iterable[Report]], Iterator[str]]] = {
    "json": json.pieces,
    "jsonl": json.lines,
    "csv": csv.pieces,
    "markdown": markdown.pieces,
}


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [framing.analyze(text) for text in TEXTS]


@pytest.mark.parametrize("name", FORMATS)
def test_no_more_than_two_reports_are_taken_before_one_is_written(name: str, reports: list[Report]) -> None:
    taken: list[int] = []

    def given() -> Iterator[Report]:
        for number, report in enumerate(reports):
            taken.append(number)
            yield report

    written = FORMATS[name](given())
    heads = {"csv": 1, "markdown": 2}.get(name, 0)
    for _ in range(heads + 1):
        next(written)
    assert len(taken) <= 2
    next(written)
    assert len(taken) <= 3
    list(written)
    assert taken == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_pieces_of_json_are_one_document(count: int, reports: list[Report]) -> None:
    found = [report.to_dict() for report in reports[:count]]
    expected = json_reader.dumps(found if count > 1 else found[0], indent=2, ensure_ascii=False) + "\n"
    assert json.render(reports[:count]) == expected


def test_no_report_is_an_empty_list() -> None:
    assert json.render([]) == "[]\n"


def test_rows_that_are_not_scored_have_the_columns_of_the_others(reports: list[Report]) -> None:
    german = framing.analyze(
        "Der Bürgermeister sagte am Montag, dass die Brücke gesperrt bleibt und niemand hinüber darf."
    )
    assert not german.measures
    rows = list(csv_reader.DictReader(io.StringIO(csv.render([german, reports[0]]))))
    assert rows[0]["sources"] == ""
    assert rows[1]["sources"] == "1.0"
    assert None not in rows[0].values()
