"""Further places of a finding stand where they stand in the file."""

import pytest

from framing.diagnostic import CheckedFile, Diagnostic
from framing.output.diagnostics.findings.evidence import evidence_places
from framing.reading import document
from framing.reading.headline import with_headline
from framing.reading.offsets import file_span
from framing.spans import Span

MARKDOWN = "---\r\ntitle: Quay\r\n---\r\n\r\n# 🎈 *Quay* e\u0301\r\n\r\nThe **old** regime & 東京 regime.\r\n"
PAGE = "<html><body><article><h1>Quay &amp; pier</h1>\n<p>The <b>old</b> regime &eacute; 🎈 regime stayed in the harbour all day long.</p></article></body></html>"
PLAIN = "Quay 🎈\r\n\r\nThe old regime e\u0301 regime.\r\n"


@pytest.mark.parametrize(
    ("path", "text", "media_type"),
    [("a.md", MARKDOWN, "text/markdown"), ("a.html", PAGE, "text/html"), ("a.txt", PLAIN, "text/plain")],
)
def test_evidence_stands_on_its_words_in_the_file(path: str, text: str, media_type: str) -> None:
    read = with_headline(document(text, media_type=media_type))
    first = read.text.index("regime")
    second = read.text.index("regime", first + 1)
    start, end = file_span(read, first, first + 6)
    found = Diagnostic(
        "S202",
        "one-sided",
        "note",
        "m",
        first,
        first + 6,
        path,
        start.line,
        start.column,
        end.line,
        end.column,
        evidence=(Span(second, second + 6),),
    )
    (place,) = evidence_places(CheckedFile(path, text, (found,)), found)
    line = text.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == place.text == "regime"
    assert (place.line, place.column) != (found.line, found.column)


def test_a_file_that_reads_otherwise_than_the_finding_gives_no_place() -> None:
    found = Diagnostic("S202", "one-sided", "note", "m", 0, 4, "a.txt", 7, 9, 7, 13, evidence=(Span(0, 4),))
    assert evidence_places(CheckedFile("a.txt", PLAIN, (found,)), found) == ()


def test_evidence_outside_of_the_text_and_in_records_gives_no_place() -> None:
    outside = Diagnostic("S202", "one-sided", "note", "m", 0, 0, "a.txt", evidence=(Span(0, 9_999),))
    assert evidence_places(CheckedFile("a.txt", PLAIN, (outside,)), outside) == ()
    record = Diagnostic("S202", "one-sided", "note", "m", 0, 0, "a.jsonl", evidence=(Span(0, 4),))
    assert evidence_places(CheckedFile("a.jsonl", '{"text": "One two"}', (record,)), record) == ()
    empty = Diagnostic("S202", "one-sided", "note", "m", 0, 0, "a.txt", evidence=(Span(0, 4),))
    assert evidence_places(CheckedFile("a.txt", "", (empty,)), empty) == ()
