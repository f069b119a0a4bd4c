"""The examples of ``docs/python.md`` run, from the first to the last."""

import re
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")


def test_every_example_runs() -> None:
    examples = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) >= 6
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/python.md", "exec"), names)  # noqa: S102 -- the page's own code


def test_every_error_is_told() -> None:
    import framing

    errors = {name for name in framing.__all__ if name.endswith("Error")}
    assert errors == set(re.findall(r"`(?:framing\.)?(\w+Error)`", PAGE)) - {"TypeError", "KeyError", "ValueError"}
