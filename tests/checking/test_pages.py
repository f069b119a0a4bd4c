"""Every rule is listed and documented, and the pages say what the cards say."""

import os
import re
from pathlib import Path

import pytest

from framing.checking.pages import index_page, rule_page
from framing.checking.registry import MODULES, rules
from framing.pipeline import PARTIAL_STAGES, STAGES

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs/checks"
CARDS = [rule.card for rule in rules().values()]
PAGES = {f"{card.code}.md": card for card in CARDS} | {"README.md": None}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_rule_says_of_itself(name: str) -> None:
    card = PAGES[name]
    page = rule_page(card) if card is not None else index_page(CARDS)
    if os.environ.get("UPDATE_EXAMPLES"):
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / name).write_text(page, encoding="utf-8")
    assert (FOLDER / name).read_text(encoding="utf-8") == page


def test_there_is_no_page_without_a_rule() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(PAGES)


def test_each_module_of_the_folder_is_listed() -> None:
    assert [rule.card.name.replace("-", "_") for code, rule in rules().items() if code[0] != "X"] == list(MODULES)
    folder = ROOT / "framing/checking/rules"
    assert sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") == sorted(MODULES)


@pytest.mark.parametrize("code", list(rules()))
def test_a_card_is_complete(code: str) -> None:
    rule = rules()[code]
    card = rule.card
    assert re.fullmatch(r"[WSFBCX]\d{3}", card.code)
    assert {**dict(zip("WSFBC", "12345", strict=True)), "X": "9"}[card.code[0]] == card.code[1]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", card.name)
    for text in (card.summary, card.what, card.why, card.evidence, card.known_problems):
        assert text.strip().endswith((".", "'", "’", "”")), text
    assert rule.needs <= STAGES | PARTIAL_STAGES


def test_a_rule_that_is_judged_below_eight_in_ten_is_off() -> None:
    judged = [card for card in CARDS if card.precision is not None]
    assert [card.code for card in judged if card.default and (card.precision or 0.0) < 0.8] == []


def test_the_evidence_of_a_card_names_references_that_exist() -> None:
    known = set(re.findall(r"@\w+\{([^,]+),", (ROOT / "lexicons/references.bib").read_text(encoding="utf-8")))
    named = {key for card in CARDS for key in re.findall(r"\b[a-z]+(?:19|20)\d\d\b|\b\w+wtw\b", card.evidence)}
    assert named <= known
