"""The notebook of the docs: it is a notebook, and its cells run from top to bottom."""

import ast
import json
from pathlib import Path

NOTEBOOK = json.loads((Path(__file__).parent.parent / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def test_it_is_a_notebook_without_outputs() -> None:
    assert NOTEBOOK["nbformat"] == 4
    assert len({cell["id"] for cell in NOTEBOOK["cells"]}) == len(NOTEBOOK["cells"])
    assert all(cell.get("outputs", []) == [] for cell in NOTEBOOK["cells"])


def test_its_cells_run_and_show_something() -> None:
    names: dict[str, object] = {}
    shown: list[str] = []
    for source in CELLS:
        tree = ast.parse(source)
        last = tree.body[-1]
        if isinstance(last, ast.Expr):
            tree.body.pop()
            exec(compile(tree, "cell", "exec"), names)  # noqa: S102 -- our own cells
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
            html = getattr(value, "_repr_html_", None)
            shown.append(html() if html else repr(value))
        else:
            exec(compile(tree, "cell", "exec"), names)  # noqa: S102
    assert len(shown) >= 6
    assert all(shown)
    assert any("('Ada Holm', '“The pier will open in May,”')" in one for one in shown)
