"""docs/measures.md and the formulas are one list."""

import re
from pathlib import Path

from framing.lexicons.check import bibliography_keys
from framing.measuring.definitions import DEFINITIONS

PAGE = (Path(__file__).parent.parent / "docs" / "measures.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| ([\w ,]+) \| [^|]+ \|([^|]*)\|", PAGE, re.MULTILINE)


def test_every_measure_is_on_the_page_in_order() -> None:
    assert [name for name, _, _ in ROWS] == [definition.name for definition in DEFINITIONS]


def test_units_agree() -> None:
    units = {"per 1,000 words": "per_1000_words"}
    assert [units.get(unit, unit) for _, unit, _ in ROWS] == [definition.unit for definition in DEFINITIONS]


def test_every_reference_is_in_the_bibliography() -> None:
    named = {key for _, _, sources in ROWS for key in re.findall(r"[a-z]+\d{4}", sources)}
    named |= set(re.findall(r"\(([a-z]+\d{4})\)", PAGE))
    assert named - bibliography_keys() == set()
