"""Addresses of the project are those that the package was built with; without them nothing is invented."""

import json
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

import framing
from framing import project
from framing.checking.registry import rules
from framing.diagnostic import Outcome
from framing.output.diagnostics.formats import sarif

ROOT = Path(__file__).parent.parent
CARDS = tuple(rule.card for rule in rules().values())


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    project.project_address.cache_clear()
    yield
    project.project_address.cache_clear()


def built_with(monkeypatch: pytest.MonkeyPatch, **addresses: str) -> None:
    found = Message()
    for label, address in addresses.items():
        found["Project-URL"] = f"{label}, {address}"
    monkeypatch.setattr(project, "metadata", lambda _name: found)


def test_a_log_names_the_addresses_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    built_with(monkeypatch, Homepage="https://framing.example", Rules="https://framing.example/checks/")
    driver = json.loads(sarif.render(Outcome((), CARDS)))["runs"][0]["tool"]["driver"]
    assert driver["informationUri"] == "https://framing.example"
    assert {rule["id"]: rule["helpUri"] for rule in driver["rules"]}["W101"] == "https://framing.example/checks/W101.md"


def test_without_addresses_a_log_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    built_with(monkeypatch)
    text = sarif.render(Outcome((), CARDS))
    assert "informationUri" not in text
    assert "helpUri" not in text


def test_each_shipped_rule_has_the_page_that_its_address_names() -> None:
    assert [card.code for card in CARDS if not (ROOT / f"docs/checks/{card.code}.md").is_file()] == []


def test_the_citation_names_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^version: (.+)$", text) == [framing.__version__]
