"""Floors: figures that fall are an error, figures on other data are no comparison."""

import hashlib
import json
from pathlib import Path

import pytest

from framing.errors import InputError
from framing.evaluation.gate import Floors, below, read_floors
from framing.evaluation.tasks import EVALUATED
from framing.modelling.training.intervals import Figure

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "reports" / "evaluation" / "floors.json"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "set.jsonl").write_bytes(b"{}\n")
    return tmp_path


@pytest.fixture
def floors(data: Path) -> Floors:
    digest = hashlib.sha256((data / "set.jsonl").read_bytes()).hexdigest()
    return Floors({"F1": 0.7}, {"set.jsonl": digest})


def test_a_figure_at_its_floor_passes(data: Path, floors: Floors) -> None:
    assert below({"F1": Figure(0.7, 0.6, 0.8)}, floors, data) == []


def test_a_figure_below_its_floor_is_named_with_both_numbers(data: Path, floors: Floors) -> None:
    assert below({"F1": Figure(0.69, 0.6, 0.8)}, floors, data) == ["F1: 0.690 is below the floor of 0.700"]


def test_a_figure_that_was_not_measured_does_not_pass(data: Path, floors: Floors) -> None:
    assert below({}, floors, data) == ["F1: not measured, the floor is 0.700"]


def test_figures_on_other_data_are_refused(data: Path, floors: Floors) -> None:
    (data / "set.jsonl").write_bytes(b"{ }\n")
    with pytest.raises(InputError, match="is not the file that the floors were measured on"):
        below({"F1": Figure(0.9, 0.8, 1.0)}, floors, data)


def test_the_shipped_floors_are_of_tasks_that_can_be_measured() -> None:
    floors = read_floors(SHIPPED)
    assert set(floors) == set(EVALUATED)
    assert all(0 < least < 1 for task in floors.values() for least in task.least.values())


@pytest.mark.parametrize("text", ["", "[]", '{"bias": 1}', '{"bias": {"floors": {"F1": "high"}, "data": {}}}'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is no file of floors"):
        read_floors(path)


def test_floors_hold_numbers(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"bias": {"floors": {"AUC": 0.8}, "data": {}}}), encoding="utf-8")
    assert read_floors(path) == {"bias": Floors({"AUC": 0.8}, {})}
