"""The wheel holds all that the tool needs: installed without an index, it does the README's main job."""

import hashlib
import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, timeout=600
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
        data = {name for name in names if name.endswith((".json", ".npz", ".toml", ".bib", ".css", ".js", ".jinja"))}
    kept = {"framing/_data/hashes.json"} | {name for name in data if "/modelling/training/" in name}
    assert data - kept <= {f"framing/{name}" for name in known}


@pytest.mark.slow
def test_the_wheel_runs_the_main_job_without_an_index(wheel: Path, tmp_path: Path) -> None:
    # A newcomer's pip is the one that came with Python: it resolves the dependencies here, and is not upgraded.
    # Their wheels come from the index once, into a folder; the clean environment sees only the folder.
    venv.create(tmp_path / "clean", with_pip=True)
    python = tmp_path / "clean" / "bin" / "python"
    run(python, "-m", "pip", "download", "-q", "-d", tmp_path / "wheels", wheel, cwd=tmp_path)
    # Without bytecode of the libraries, which takes longer than all that is tested here.
    install = ("-m", "pip", "install", "-q", "--no-compile", "--no-index", "--find-links", tmp_path / "wheels")
    run(python, *install, wheel, cwd=tmp_path)
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


def main_command() -> str:
    """Return the README's command that sets up and runs the main job."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if "framing score seeds/" in line)


def compared_seeds() -> list[str]:
    """Return the files of the README's comparison."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("    framing compare seeds/")).split()[2:]
