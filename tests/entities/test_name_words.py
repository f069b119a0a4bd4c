"""Word lists that tell names and who is meant: each is held by a passage that would be read otherwise without it."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import framing
from framing.entities import name_words

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "name_words.toml").read_text(encoding="utf-8")
)
HEADLINE = "What was told about the matter on a day in the autumn"


def told(text: str) -> list[str]:
    """Each entity with its kind, and who is credited, in text order."""
    analysis = framing.analyze(f"{HEADLINE}\n\n{text}", open_data=False).analysis
    speaking = [one.source.name for one in analysis.attributions if one.source]
    return [f"{entity.name} ({entity.kind})" for entity in analysis.entities] + [f"says: {name}" for name in speaking]


def emptied(words: Any) -> Any:  # noqa: ANN401 -- sets, and mappings to words or sets
    """The list without its words; a mapping that patterns are made of keeps its keys."""
    if isinstance(words, dict) and not any(isinstance(value, str) for value in words.values()):
        return {key: type(value)() for key, value in words.items()}
    return type(words)()


def holders(name: str) -> Iterator[ModuleType]:
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("framing.entities") and hasattr(module, name):
            yield module


@pytest.mark.parametrize(
    ("name", "case"),
    [
        pytest.param(name, case, id=f"{name}-{number}")
        for name, cases in CASES.items()
        for number, case in enumerate(cases, 1)
    ],
)
def test_a_passage_is_read_as_its_words_tell(name: str, case: dict[str, Any]) -> None:
    assert told(case["text"]) == case["told"]


@pytest.mark.parametrize("name", CASES)
def test_a_passage_is_read_otherwise_without_the_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in holders(name):
        monkeypatch.setattr(module, name, emptied(getattr(module, name)))
    assert any(told(case["text"]) != case["told"] for case in CASES[name])


def test_each_list_of_words_has_a_passage() -> None:
    assert set(name_words.__all__) <= set(CASES)
