"""The wheel holds all that the tool needs: installed without an index, it does the README's main job."""

import hashlib
import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    # Without the checkout, which may be on this process's path.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env=environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("framing-*.whl"))


@pytest.mark.slow
def test_the_wheel_carries_lexicons_and_models(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in (*ROOT.glob("lexicons/*.toml"), *ROOT.glob("lexicons/*.json"), ROOT / "lexicons/references.bib"):
        assert f"framing/_data/lexicons/{path.name}" in names
    for path in (ROOT / "framing/modelling/artifacts").iterdir():
        assert f"framing/modelling/artifacts/{path.name}" in names
    assert "framing/py.typed" in names
    with zipfile.ZipFile(wheel) as files:
        known = json.loads(files.read("framing/_data/hashes.json"))
        assert {f"framing/{name}" for name in known} <= set(names)
        assert all(hashlib.sha256(files.read(f"framing/{name}")).hexdigest() == known[name] for name in known)
    data = {name for name in names if name.startswith("framing/") and not name.endswith((".py", "/py.typed"))}
    assert data - {"framing/_data/hashes.json"} == {f"framing/{name}" for name in known}


@pytest.mark.slow
def test_the_wheel_runs_the_main_job_without_an_index(wheel: Path, tmp_path: Path) -> None:
    # What a newcomer's pip makes of the index is tried in .ci/run. Here: what the wheel asks for is all that it needs.
    venv.create(tmp_path / "clean")
    python = tmp_path / "clean" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "-q", "--no-compile", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    framing = next(iter(distributions(name="framing", path=[str(packages)])))
    for needed in needed_by(framing):
        for name in {file.parts[0] for file in needed.files or ()} - {"..", "__pycache__"}:
            if not (packages / name).exists():
                (packages / name).symlink_to(needed.locate_file(name))
    assert "No broken requirements" in run(*pip, "check", cwd=tmp_path)
    assert "packaged files are as they were built" in run(
        tmp_path / "clean" / "bin" / "framing", "doctor", cwd=tmp_path
    )
    seed = next(word for word in main_command().split() if word.startswith("seeds/"))
    report = run(tmp_path / "clean" / "bin" / "framing", "score", ROOT / seed, cwd=tmp_path)
    assert "FRAMES" in report
    assert "WHO SPEAKS" in report
    assert max(len(line) for line in report.splitlines()) <= 80
    # Texts, Markdown and pages: each kind's parser is there.
    compared = run(tmp_path / "clean" / "bin" / "framing", "compare", *compared_seeds(), cwd=ROOT)
    assert "told in all" in compared


def needed_by(wanted: Distribution) -> Iterator[Distribution]:
    """Yield what a distribution requires without extras, and what that requires, as it is installed here."""
    waiting = [(wanted, "")]
    seen = {(canonicalize_name(wanted.name), "")}
    while waiting:
        asking, extra = waiting.pop()
        for asked in map(Requirement, asking.requires or ()):
            if asked.marker is None or asked.marker.evaluate({"extra": extra}):
                name = canonicalize_name(asked.name)
                added = {(name, one) for one in ("", *asked.extras)} - seen
                seen |= added
                waiting += [(distribution(name), one) for one in sorted(e for _, e in added)]
                yield distribution(name)


def main_command() -> str:
    """Return the README's command that sets up and runs the main job."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if "framing score seeds/" in line)


def compared_seeds() -> list[str]:
    """Return the files of the README's comparison."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("    framing compare seeds/")).split()[2:]
