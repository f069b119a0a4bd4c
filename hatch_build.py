"""What a build adds to the wheel: the hashes of the packaged data, against which it is held where it is used."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FOLDERS = {
    "framing/modelling/artifacts": "modelling/artifacts",
    "framing/modelling/training": "modelling/training",
    "lexicons": "_data/lexicons",
    "reports/templates": "_data/reports/templates",
    "reports/evaluation/gold": "_data/reports/evaluation/gold",
}
"""Where data lies in a checkout, and where in the package."""
_HASHES = "framing/_data/hashes.json"


def hashes_of(root: Path) -> dict[str, str]:
    """Return the SHA-256 of each data file of a checkout, by its place in the package."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(_files(root))}


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for there, here in _FOLDERS.items():
        for path in (root / there).rglob("*"):
            place = path.relative_to(root / there)
            data = path.is_file() and path.suffix != ".py"
            if data and not any(part.startswith((".", "__")) for part in place.parts):
                yield f"{here}/{place.as_posix()}", path


class Hashes(BuildHookInterface):  # type: ignore[misc,type-arg]  # the build's own types need not be installed
    """The hook that a build of the wheel calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file of hashes to the wheel; an editable install has none."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "hashes.json"
        path.write_text(json.dumps(hashes_of(Path(self.root)), indent=1) + "\n", encoding="utf-8")
        build_data["force_include"][str(path)] = _HASHES

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build."""
        del build_data, artifact_path
        if version != "editable":
            self._folder.cleanup()
