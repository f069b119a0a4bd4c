"""Results by links that nobody can guess: the newest in memory, and as files where the user asks for that."""

import json
import secrets
from collections import OrderedDict
from pathlib import Path

from framing.expressions import expression
from framing.serving.jobs import Result

__all__ = ["Store"]

_NAME = expression(r"[A-Za-z0-9_-]{22}")


class Store:
    """Results, and faults of requests that are done."""

    def __init__(self, kept: int, folder: Path | None) -> None:
        self._kept = kept
        self._folder = folder
        self._results: OrderedDict[str, Result] = OrderedDict()

    def reserve(self) -> str:
        """Return a name for a result that is to come: 128 random bits."""
        return secrets.token_urlsafe(16)

    def put(self, name: str, result: Result) -> None:
        """Keep a result; the oldest one goes where there are too many.

        Raises:
            OSError: If it cannot be stored.
        """
        self._results[name] = result
        while len(self._results) > self._kept:
            self._results.popitem(last=False)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{name}.html").write_text(result.page, encoding="utf-8")
            (self._folder / f"{name}.json").write_text(result.values, encoding="utf-8")
            (self._folder / f"{name}.title").write_text(json.dumps(result.title), encoding="utf-8")

    def get(self, name: str) -> Result | None:
        """Return a result, or ``None`` where it is gone or never was."""
        if not _NAME.fullmatch(name):
            return None
        if name in self._results:
            return self._results[name]
        if self._folder is None or not (self._folder / f"{name}.title").is_file():
            return None
        page, values, title = (
            (self._folder / f"{name}{ending}").read_text(encoding="utf-8") for ending in (".html", ".json", ".title")
        )
        return Result(json.loads(title), page, values)
