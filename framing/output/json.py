"""JSON: one report as an object, several as an array; keys in the schema's order, the same bytes each time."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from framing.output.console import printable_json
from framing.report import Report

__all__ = ["lines", "pieces", "render"]


def render(reports: Iterable[Report]) -> str:
    """Return the reports as indented JSON."""
    return "".join(pieces(reports))


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield indented JSON piece by piece; no more than two reports are held."""
    written = (printable_json(report.to_dict(), indent=2, allow_nan=False) for report in reports)
    first = list(islice(written, 2))
    if len(first) == 1:
        yield first[0] + "\n"
        return
    if not first:
        yield "[]\n"
        return
    between = "[\n  "
    for one in chain(first, written):
        # No string of JSON holds a line break.
        yield between + one.replace("\n", "\n  ")
        between = ",\n  "
    yield "\n]\n"


def lines(reports: Iterable[Report]) -> Iterator[str]:
    """Yield the reports as JSON Lines, one each."""
    for report in reports:
        yield printable_json(report.to_dict(), separators=(",", ":"), allow_nan=False) + "\n"
