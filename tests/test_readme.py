"""What the README says is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import framing
from framing.cli.main import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands() -> list[str]:
    """Every ``framing …`` command line that README and docs show in code blocks."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"```(?:console|shell|bash)\n(.*?)```", text, re.DOTALL)
        indented = re.findall(r"(?m)^    (.*framing .*)$", text)
        for line in "\n".join([*blocks, *indented]).splitlines():
            match = re.search(
                r"(?:^\$ |&& \.venv/bin/|^)(framing (?:compare|completion|config|lexicon|rule|schema|score)\b[^&|>]*)",
                line.strip(),
            )
            if match and "…" not in match.group(1):
                found.append(match.group(1).strip())
    return sorted(set(found))


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_docs_runs(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "framing.cli.main", *command.split()[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_readme_s_report_is_what_the_command_prints() -> None:
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    command = next(line for line in README.splitlines() if "framing score seeds/" in line)
    seed = next(word for word in command.split() if word.startswith("seeds/"))
    done = subprocess.run(
        [sys.executable, "-m", "framing.cli.main", "score", seed], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.group(1) == done.stdout


def test_every_command_is_in_the_readme() -> None:
    for name in main.list_commands(None):  # type: ignore[arg-type]
        assert f"framing {name}" in README, name


def test_every_function_of_the_front_door_is_in_the_readme() -> None:
    for name in framing.__all__:
        if name != "__version__":
            assert name in README, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
