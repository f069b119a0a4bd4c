"""Where packaged data lives; the only module that knows."""

from pathlib import Path

__all__ = ["artifacts_folder", "gold_folder", "hashes_file", "lexicons_folder", "package_folder", "templates_folder"]

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    """Return a top-level data folder: inside the installed wheel first, else in the checkout beside the package."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def package_folder() -> Path:
    """Return the folder of the package."""
    return _PACKAGE


def hashes_file() -> Path:
    """Return where a wheel has the hashes of its data; a checkout has none."""
    return _PACKAGE / "_data" / "hashes.json"


def lexicons_folder() -> Path:
    """Return the folder of the shipped lexicons."""
    return _folder("lexicons")


def templates_folder() -> Path:
    """Return the folder of the report templates."""
    return _folder("reports") / "templates"


def gold_folder() -> Path:
    """Return the folder of what blind readers marked in articles: ids, offsets and labels, no text."""
    return _folder("reports") / "evaluation" / "gold"


def artifacts_folder() -> Path:
    """Return the folder of the trained models and reference distributions."""
    return _PACKAGE / "modelling" / "artifacts"
