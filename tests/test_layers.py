"""Which way imports may run: each contract of ``pyproject.toml`` is broken in a copy of the package, and that is seen."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
NAMES = [contract["name"] for contract in SETTINGS["contracts"]]
STAGES = "Stages only look down"
RECORDS = "A record goes one way through the rooms of the archive"
FORMATS = "Formats of checks stand over what they share"
LIBRARIES = "Only training, evaluation and the door for scikit-learn know the libraries that train"
TRAINING = "Only training and evaluation know how models are trained"

BROKEN = [
    (STAGES, "framing.pipeline", "framing.checking.registry"),
    (STAGES, "framing.config", "framing.cli.main"),
    (STAGES, "framing.checking.run", "framing.output.json"),
    (STAGES, "framing.segmenting.words", "framing.reading.plain"),
    (RECORDS, "framing.corpus.intake.inputs", "framing.corpus.running.settings"),
    (RECORDS, "framing.corpus.summary.opening", "framing.corpus.running.settings"),
    (FORMATS, "framing.output.diagnostics.findings.reported", "framing.output.diagnostics.formats.full"),
    ("Rules do not know each other", "framing.checking.rules.euphemism", "framing.checking.rules.loaded_term"),
    ("Scorers do not know each other", "framing.scoring.genre", "framing.scoring.techniques"),
    ("Only the command line knows click", "framing.checking.fixes", "click"),
    (LIBRARIES, "framing.modelling.linear", "sklearn"),
    (LIBRARIES, "framing.scoring.genre", "torch"),
    (TRAINING, "framing.modelling.linear", "framing.modelling.training.folds"),
    (TRAINING, "framing.scoring.genre", "framing.modelling.training.folds"),
    ("The door for scikit-learn opens from outside only", "framing.cli.score", "framing.sklearn"),
    ("No two modules wait for each other", "framing.segmenting.blocks", "framing.segmenting.segment"),
]
"""Contract, a module, and what is added to its imports."""


def module(root: Path, name: str) -> Path:
    return root.joinpath(*name.split(".")).with_suffix(".py")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy with every import of ``BROKEN`` in it, and two modules without a place."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "framing", copy / "framing", ignore=shutil.ignore_patterns("__pycache__", "*.npz"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for _, importer, imported in BROKEN:
        path = module(copy, importer)
        path.write_text(f"{path.read_text(encoding='utf-8')}\nimport {imported}\n", encoding="utf-8")
    for newcomer in ("framing.newcomer", "framing.corpus.newcomer"):
        module(copy, newcomer).write_text('"""Has no place in any layer."""\n', encoding="utf-8")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    found = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, env={"COLUMNS": "300"})
    assert found.returncode == 1, found.stdout + found.stderr
    return found.stdout


def told(report: str, contract: str) -> str:
    """What is said under a contract's name, up to the next one's."""
    for name in NAMES:
        report = report.replace(f"\n{name}\n-", f"\n\0{name}\n-")
    return next(part for part in report.split("\0") if part.startswith(f"{contract}\n"))


@pytest.mark.parametrize("contract", NAMES)
def test_every_contract_can_be_broken(report: str, contract: str) -> None:
    assert contract in {name for name, _, _ in BROKEN}
    assert f"{contract} BROKEN" in report


@pytest.mark.parametrize(("contract", "importer", "imported"), BROKEN)
def test_an_import_against_the_current_is_named(report: str, contract: str, importer: str, imported: str) -> None:
    if contract == "No two modules wait for each other":
        assert f"No cycles are allowed in {importer.rpartition('.')[0]}." in told(report, contract)
    else:
        assert f"{importer} -> {imported} (l." in told(report, contract)


def test_a_module_without_a_place_is_named(report: str) -> None:
    assert "framing.newcomer" in told(report, STAGES)
    assert "framing.corpus.newcomer" in told(report, RECORDS)


def test_each_room_has_a_row_in_the_architecture() -> None:
    (stages,) = (contract for contract in SETTINGS["contracts"] if contract["name"] == STAGES)
    rooms = [room.strip() for layer in stages["layers"] for room in layer.split("|")]
    rows = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("| room |")[2]
    named = [
        name for row in rows.splitlines() if row.startswith("| `") for name in re.findall(r"`(\w+)`", row.split("|")[1])
    ]
    assert sorted(named) == sorted(rooms)
