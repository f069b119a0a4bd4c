"""The examples of ``docs/python.md`` run, from the first to the last."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli.main import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


def test_every_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
    examples = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) >= 6
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"(?m)^    framing (.*)$", PAGE)
    assert commands
    for line in commands:
        assert CliRunner().invoke(main, line.split()).exit_code == 0
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/python.md", "exec"), names)  # noqa: S102 -- the page's own code


def test_every_error_is_told() -> None:
    import framing

    errors = {name for name in framing.__all__ if name.endswith("Error")}
    assert errors == set(re.findall(r"`(?:framing\.)?(\w+Error)`", PAGE)) - {"TypeError", "KeyError", "ValueError"}
