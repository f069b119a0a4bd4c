"""A comparison on a terminal: every line fits from 40 to 200 columns, and names are whole."""

from dataclasses import replace

import pytest

import framing
from framing.comparing.compare import compare
from framing.comparison import Comparison
from framing.output.comparison import terminal
from framing.output.width import columns
from tests.output.test_html_comparison import TEXTS


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([framing.analyze(text) for text in TEXTS])


def lines(comparison: Comparison, width: int, *, verbose: bool = True) -> list[str]:
    return terminal.render(comparison, width=width, verbose=verbose).splitlines()


@pytest.fixture(scope="module", params=[2, 3, 8])
def of_accounts(comparison: Comparison, request: pytest.FixtureRequest) -> Comparison:
    return compare((comparison.reports * 3)[: request.param]) if request.param != 3 else comparison


@pytest.mark.parametrize("width", [40, 41, 52, 60, 72, 80, 120, 200])
def test_every_line_fits_and_no_name_is_cut(of_accounts: Comparison, width: int) -> None:
    found = of_accounts
    shown = lines(found, width)
    assert all(columns(line) <= width for line in shown)
    said = " ".join("".join(shown).split())
    squeezed = said.replace(" ", "")
    assert all(source.name.replace(" ", "") in squeezed for source in found.sources)
    assert "…" not in said


def test_where_there_is_room_cells_stand_beside_names_and_below_them_elsewhere(comparison: Comparison) -> None:
    source = replace(comparison.sources[0], name="Karl Dresden")
    found = replace(comparison, sources=(source,))
    words = {place.article: place.words for place in source.places}
    cells = [str(words.get(number, "-")) for number in range(3)]
    wide, narrow = ("\n".join(lines(found, width)) for width in (80, 40))
    (row,) = [line for line in wide.splitlines() if "Karl Dresden, " in line and line.startswith(" " * 12 + "Karl")]
    assert row.split()[-3:] == cells
    below = " ".join(f"{name} {cell}" for name, cell in zip("ABC", cells, strict=True))
    assert below in " ".join(narrow.split())


def test_fewer_columns_than_forty_count_as_forty(comparison: Comparison) -> None:
    assert lines(comparison, 10) == lines(comparison, 40)
