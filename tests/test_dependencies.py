"""What is imported is declared, and what is declared is imported."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from framing.packages import _DISTRIBUTIONS as DISTRIBUTIONS

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OF_OTHERS = {
    "scipy": "scikit-learn",
    "lxml": "trafilatura",
    "anyio": "starlette",
    "dateutil": "pandas",
    "h11": "uvicorn",
    "markupsafe": "jinja2",
}
"""Packages that come with another one that is declared."""
NOT_IMPORTED = {"lxml-html-clean", "dask", "framing", "onnx"}
"""What an install needs and no code of ours imports: docs/dependencies.md says why."""
GIVEN = {"pyspark", "lsprotocol"}
"""What is there where such code runs: the Spark that calls it, the types that pygls brings."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=\[;!~]", name, maxsplit=1)[0]).lower()


def declared() -> set[str]:
    extras = [name for listed in PROJECT["optional-dependencies"].values() for name in listed]
    return {plain(name) for name in (*PROJECT["dependencies"], *extras)}


def imported() -> Iterator[str]:
    """Yield the top-level names that modules import, by a statement or through ``needed``."""
    for path in (ROOT / "framing").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "needed":
                names = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                yield from (str(name).partition(".")[0] for name in names)


def distributions() -> set[str]:
    outside = set(imported()) - sys.stdlib_module_names - {"framing"} - GIVEN
    return {plain(OF_OTHERS.get(name, DISTRIBUTIONS.get(name, name))) for name in outside}


def test_what_is_imported_is_declared() -> None:
    assert distributions() - declared() == set()


def test_what_is_declared_is_imported() -> None:
    assert declared() - distributions() - NOT_IMPORTED == set()
