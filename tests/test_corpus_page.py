"""``docs/corpus.md`` names the columns that there are, and its commands run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from framing.corpus.dataset.schema import DATASET_VERSION, DATASETS
from framing.finding import GENERIC_FRAMES, POLICY_FRAMES
from framing.measuring.definitions import DEFINITIONS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
FAMILIES = {
    "frame.NAME": [f"frame.{name}" for name in POLICY_FRAMES],
    "generic.NAME": [f"generic.{name}" for name in GENERIC_FRAMES],
} | {
    f"MEASURE{part}": [f"{definition.name}{part}" for definition in DEFINITIONS]
    for part in ("", ".low", ".high", ".percentile", ".of")
}


@pytest.mark.parametrize("dataset", list(DATASETS))
def test_the_page_lists_exactly_the_columns_of_a_dataset(dataset: str) -> None:
    section = PAGE.partition(f"### {dataset}\n")[2].partition("\n### ")[0]
    cells = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    named = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    listed = [column for name in named for column in FAMILIES.get(name, [name])]
    assert sorted(listed) == sorted(DATASETS[dataset])


def test_the_page_names_the_version() -> None:
    assert f"Version {DATASET_VERSION}, in each file's metadata" in PAGE


def test_the_page_s_commands_run(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    commands = re.findall(r"(?m)^\$ framing (corpus .*)$", PAGE)
    assert len(commands) >= 2
    for command in commands:
        made = [sys.executable, "-m", "framing.cli.main", *command.split()]
        done = subprocess.run(made, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    import pandas as pd

    articles = pd.read_parquet(tmp_path / "scores" / "articles")
    assert len(articles) == len([*(ROOT / "seeds").glob("*/*.[!t]*"), *(ROOT / "seeds").glob("*/*.txt")])
    assert articles["words"].gt(0).all()
