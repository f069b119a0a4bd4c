"""Many articles: no output holds more than a few reports at a time, whatever their number."""

import gc
from collections.abc import Callable, Iterable, Iterator

import pytest

from framing.output import csv, html, json, markdown, terminal
from framing.pipeline import analyze_document
from framing.reading import document
from framing.report import Report

ARTICLE = (
    "The council of Odden approved a plan for the harbour. Mara Olsen said on Tuesday that the work begins in May.\n"
)
COUNT = 8


def held() -> int:
    gc.collect()
    # Not ``isinstance``, which asks a weak proxy of some library for what it stood for.
    return sum(type(one) is Report for one in gc.get_objects())


def reports(most: list[int]) -> Iterator[Report]:
    """Yield reports, and note how many of the earlier ones somebody still held."""
    others = held()
    for number in range(COUNT):
        report = analyze_document(document(ARTICLE, name=f"desk/{number}.txt"))
        yield report
        del report
        most.append(held() - others)


@pytest.mark.parametrize(
    "output",
    [
        lambda given: list(terminal.pieces(given)),
        lambda given: list(terminal.pieces(given, width=40)),
        lambda given: [len(piece) for piece in terminal.pieces(given, verbose=True)],
        html.render,
        lambda given: [len(page) for _, page in html.folder_of_pages(given)],
        lambda given: [len(piece) for piece in json.pieces(given)],
        lambda given: [len(piece) for piece in csv.pieces(given)],
        lambda given: [len(piece) for piece in markdown.pieces(given)],
    ],
)
def test_no_more_than_three_reports_are_held(output: Callable[[Iterable[Report]], object]) -> None:
    most: list[int] = []
    output(reports(most))
    assert len(most) == COUNT
    assert max(most) <= 3
