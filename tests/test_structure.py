"""The house rules that can be read off the tree."""

import ast
from pathlib import Path

import pytest

import framing

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "framing").rglob("*.py"))
FORBIDDEN = {"utils", "util", "helpers", "common", "core", "base", "misc", "data", "manager"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_patterns_at_the_head_of_a_module_wait_for_their_first_use(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    functions = {
        line
        for node in ast.walk(ast.parse(written))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    compiled = [number for number, line in enumerate(written.split("\n"), 1) if "= re.compile(" in line]
    assert not set(compiled) - functions, "use framing.expressions.expression"


def test_no_module_is_named_for_nothing() -> None:
    assert [path for path in MODULES if path.stem in FORBIDDEN or path.parent.name in FORBIDDEN] == []


def test_the_front_door_has_at_most_15_names() -> None:
    assert len(framing.__all__) <= 15
    assert framing.__all__ == sorted(framing.__all__)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.stem != "__init__"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_module_says_what_it_is_for_and_what_it_exports(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    exported = next(
        (
            [element.value for element in node.value.elts if isinstance(element, ast.Constant)]
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "__all__"
            and isinstance(node.value, ast.List | ast.Tuple)
        ),
        None,
    )
    assert exported is not None, "no __all__"
    assert sorted(exported, key=lambda name: (not name.isupper(), not name[0].isupper(), name)) == exported


def test_only_the_command_line_prints() -> None:
    printing = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if "cli" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_nothing_is_pickled() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert "import pickle" not in text, path
        assert "allow_pickle=True" not in text, path


def test_no_module_hides_a_function_of_the_front_door() -> None:
    assert [name for name in framing.__all__ if (ROOT / "framing" / f"{name}.py").exists()] == []
