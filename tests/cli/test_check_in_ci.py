"""The hook and the action, run for real in a throw-away repository.

pre-commit would install the hook's package from an index; here the hooks run as ``language: system`` with the checkout's
own command, everything else of their definition as it is published.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
CLEAN = (
    "Odden plans a new harbour\n\nThe council of Odden approved a plan for the harbour on Tuesday. The work begins in May, "
    "said Mara Olsen, who leads the office for ports.\n"
)
LOADED = CLEAN + "\nIt was a terrifying, heinous night.\n"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    binaries = tmp_path / "bin"
    binaries.mkdir()
    command = binaries / "framing"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m framing.cli.main "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    (folder / "photo.txt.png").write_bytes(b"\x89PNG")
    hooks = [{**hook, "language": "system"} for hook in HOOKS]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    return folder


def environment(folder: Path, **further: str) -> dict[str, str]:
    names = {"NO_COLOR": "1", "PRE_COMMIT_HOME": str(folder.parent / "home"), "PYTHONPATH": str(ROOT)}
    # A test that git or a job of Actions started must not see their variables.
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))}
    return {**kept, **names, "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}", **further}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@odden.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, env=environment(folder), capture_output=True)


def hook(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment(folder),
    )


def action(folder: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    values = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | inputs
    step = next(step for step in ACTION["runs"]["steps"] if step["name" if "name" in step else "uses"] == "Check")
    given = {name: values[text.removeprefix("${{ inputs.").removesuffix(" }}")] for name, text in step["env"].items()}
    bash = shutil.which("bash") or "bash"
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment(folder, **given),
    )


@pytest.mark.slow
def test_the_hooks_file_is_one_that_pre_commit_takes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_commit_of_neutral_words_passes_the_hooks(repository: Path) -> None:
    done = hook(repository, "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2


@pytest.mark.slow
def test_a_commit_of_loaded_words_is_stopped_with_the_place(repository: Path) -> None:
    (repository / "a.md").write_text(LOADED, encoding="utf-8")
    git(repository, "add", "-A")
    done = hook(repository, "framing-check")
    assert done.returncode == 1
    assert "a.md:5:10" in done.stdout


@pytest.mark.slow
def test_the_hook_obeys_the_settings_of_the_repository(repository: Path) -> None:
    (repository / "a.md").write_text(LOADED, encoding="utf-8")
    (repository / "framing.toml").write_text('exclude = ["a.md"]\n', encoding="utf-8")
    git(repository, "add", "-A")
    assert hook(repository, "framing-check").returncode == 0


@pytest.mark.slow
def test_the_action_annotates_the_lines_that_a_change_brings(repository: Path) -> None:
    (repository / "a.md").write_text(LOADED, encoding="utf-8")
    git(repository, "checkout", "-q", "-b", "change")
    git(repository, "commit", "-q", "-a", "-m", "second")
    done = action(repository, **{"diff-base": "main", "arguments": "--select=W\n--fail-on=warning"})
    assert done.returncode == 1, done.stderr
    assert "::warning file=a.md,line=5" in done.stdout
    assert action(repository, **{"diff-base": "change"}).returncode == 0


@pytest.mark.slow
def test_what_stands_in_an_input_of_the_action_is_never_run(repository: Path) -> None:
    done = action(repository, paths="a.md\n$(touch owned)\n`touch owned`;touch owned")
    assert done.returncode == 2
    assert not (repository / "owned").exists()
