"""What every start costs: nothing heavy is imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("sklearn", "nltk", "pandas", "scipy", "torch", "trafilatura")


def loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(' '.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


def test_the_version_needs_no_numpy() -> None:
    code = "from framing.cli.main import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass"
    assert loaded_after(code) & {*HEAVY, "numpy"} == set()


@pytest.mark.parametrize("format_name", ["terminal", "json", "markdown", "csv"])
def test_a_plain_text_report_needs_nothing_heavy(format_name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The council met on Tuesday. “We agreed,” the mayor said after the vote in the town hall.\n" * 9)
    code = (
        "from framing.cli.main import main\ntry:\n"
        f"    main(['score', {str(path)!r}, '--format', {format_name!r}])\nexcept SystemExit:\n    pass"
    )
    assert loaded_after(code) & set(HEAVY) == set()
