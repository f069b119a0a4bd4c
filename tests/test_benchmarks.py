"""The programs in ``benchmarks`` start, and what they measure exists."""

import os
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
PROGRAMS = sorted(FOLDER.glob("*.py"))
NOT_REQUIRED = {"PIL", "atheris", "mutmut", "onnxruntime", "playwright", "pysbd", "syntok", "torch"}
"""Packages that a benchmark may need and that the tests are run without."""


def run(program: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.setattr(sys, "path", [*sys.path])  # some add the repository
    monkeypatch.setattr(os, "environ", os.environ.copy())  # some count threads
    try:
        return runpy.run_path(str(program), run_name=name)
    except ModuleNotFoundError as error:
        if error.name not in NOT_REQUIRED:
            raise
        pytest.skip(f"{error.name} is not installed")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_each_program_tells_what_it_takes(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if program.stem == "fuzz":  # its arguments are libFuzzer's
        assert "analyze" in run(program, "fuzz", monkeypatch)
        return
    # Without a parser it would begin to measure.
    assert "ArgumentParser" in program.read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "argv", [str(program), "--help"])
    with pytest.raises(SystemExit) as ended:
        run(program, "__main__", monkeypatch)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: ")


def test_each_stage_of_the_profile_is_a_function_of_its_module(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = run(FOLDER / "pipeline_profile.py", "pipeline_profile", monkeypatch)["_STAGES"]
    assert [name for name, (owner, function) in stages.items() if not callable(getattr(owner, function, None))] == []
