"""Packages that are imported only where they are needed: the extras' and the heavy ones of a plain install."""

import importlib
import traceback
from typing import Any

from framing.errors import InstallError

__all__ = ["VIEWS", "missing", "needed"]

VIEWS = "framing.views"
"""Tables and pages of reports, above every value: their methods open it when they are called, and not before."""

_EXTRAS = {
    "pyarrow": "corpus",
    "fsspec": "corpus",
    "dask": "cluster",
    "distributed": "cluster",
    "torch": "train",
    "pygls": "lsp",
    "lsprotocol": "lsp",
    "starlette": "serve",
    "uvicorn": "serve",
    "python_multipart": "serve",
    "anyio": "serve",
    "click_man": "man",
    "cassis": "annotate",
    "spacy": "spacy",
    "docx": "documents",
    "odfdo": "documents",
    "striprtf": "documents",
    "pypdf": "documents",
    "feedparser": "documents",
    "onnxruntime": "encoder",
    "framing_encoder": "encoder",
}
_DISTRIBUTIONS = {
    "markdown_it": "markdown-it-py",
    "charset_normalizer": "charset-normalizer",
    "sklearn": "scikit-learn",
    "docx": "python-docx",
    "python_multipart": "python-multipart",
    "cassis": "dkpro-cassis",
    "click_man": "click-man",
    "framing_encoder": "framing-encoder",
}
"""Where the name to install is not the name to import."""
_OURS = frozenset({"framing", "importlib", "click", "__main__"})
"""Packages whose code is above a failed import without being the cause of it."""


def needed(module: str) -> Any:  # noqa: ANN401 -- a module of a library, with or without types
    """Return a module that may not be installed, or not whole.

    Args:
        module: Its full name, such as ``pyarrow.parquet``.

    Raises:
        InstallError: If it cannot be imported, with what installs it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise missing(error, module) from error


def missing(error: ImportError, module: str = "") -> InstallError:
    """Return the error to raise where the import of a library failed.

    Args:
        error: What the import raised.
        module: What was imported; without it, what the traceback tells.
    """
    package = (module or _imported(error)).partition(".")[0]
    extra = _EXTRAS.get(package)
    name = _DISTRIBUTIONS.get(package, package)
    absent = isinstance(error, ModuleNotFoundError) and error.name == package
    fault = "is not installed" if absent else f"cannot be imported ({' '.join(str(error).split())})"
    install = f"'framing[{extra}]'" if extra else name if absent else f"--upgrade --force-reinstall {name}"
    return InstallError(f"this needs {name}, which {fault}; install it with: pip install {install}")


def _imported(error: ImportError) -> str:
    """Return what could not be imported: the absent module's name, or the first package outside of ours that ran."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return error.name
    names = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    outside = [name for name in names if name.partition(".")[0].removeprefix("_frozen_") not in _OURS]
    return outside[0] if outside else error.name or "framing"
