"""Entry points of other packages are found wherever importlib finds them, and nothing is imported where there are none."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from framing.entry_points import entry_points_of

METADATA = "Metadata-Version: 2.1\nName: tarn-words\nVersion: 1.0\n"
POINTS = "[framing.lexicons]\ntarn = tarn_words:PATH\n"


def names() -> list[str]:
    return [point.value for point in entry_points_of("framing.lexicons") if point.name == "tarn"]


def test_a_package_in_a_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "tarn_words-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text(METADATA)
    monkeypatch.syspath_prepend(tmp_path)
    assert names() == []
    (package / "entry_points.txt").write_text("[console_scripts]\ntarn = tarn_words:main\n")
    assert names() == []
    (package / "entry_points.txt").write_text(POINTS)
    assert names() == ["tarn_words:PATH"]


def test_a_package_in_an_archive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "tarn.zip", "w") as archive:
        archive.writestr("tarn_words-1.0.dist-info/METADATA", METADATA)
        archive.writestr("tarn_words-1.0.dist-info/entry_points.txt", POINTS)
    monkeypatch.syspath_prepend(tmp_path / "tarn.zip")
    assert names() == ["tarn_words:PATH"]


def test_without_any_the_metadata_of_packages_is_not_imported(tmp_path: Path) -> None:
    program = (
        f"import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p] + [{str(tmp_path)!r}]\n"
        "from framing.entry_points import entry_points_of\n"
        "assert not list(entry_points_of('framing.lexicons'))\n"
        "assert 'importlib.metadata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-S", "-c", program], check=True, cwd=Path(__file__).parents[1])
