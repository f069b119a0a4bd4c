"""The distribution ``framing-encoder``: where it is, what it says of itself, and whether it is whole.

It holds a network, the vocabulary of its pieces, models fitted on what it says, and ``encoder.json``, which has the
hash of each of them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.encoding.encoded import EncodedArticle
from framing.errors import ModelError
from framing.packages import needed

__all__ = [
    "Described",
    "damaged_parts",
    "described",
    "encoder_folder",
    "enter_parts",
    "fitted_file",
    "fitted_folder",
    "part_bytes",
    "read_by",
    "whole",
]

MANIFEST = "encoder.json"
_MEND = "install it again: pip install --force-reinstall --no-deps framing-encoder"
_UNREADABLE = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)


class Described(NamedTuple):
    """What the encoder says of itself.

    Attributes:
        version: Its version.
        exits: What each of its exits says, in their order.
        window: Pieces that it reads at once, without those at the edges.
        step: Pieces between the starts of two windows.
        calibration: By what is calibrated (``bias``, ``loaded``): slope and intercept of the log-odds of a sentence.
        hashes: SHA-256 by the name of each file of the distribution.
    """

    version: str
    exits: tuple[str, ...]
    window: int
    step: int
    calibration: Mapping[str, tuple[float, float]]
    hashes: Mapping[str, str]

    @property
    def identity(self) -> str:
        """Version and hash: what results with the encoder depend on beside those of all others."""
        parts = json.dumps([self.version, self.window, self.step, dict(self.calibration), dict(self.hashes)])
        return f"{self.version} {hashlib.sha256(parts.encode()).hexdigest()[:16]}"


def encoder_folder() -> Path:
    """Return the folder of the installed encoder.

    Raises:
        InstallError: If it is not installed.
    """
    return Path(needed("framing_encoder").__file__).parent


def described(folder: Path | None = None) -> Described:
    """Return what the encoder says of itself.

    Args:
        folder: Where it is; the installed one without.

    Raises:
        InstallError: If it is not installed.
        ModelError: If its manifest is damaged.
    """
    return _described(encoder_folder() if folder is None else folder)


@cache
def _described(folder: Path) -> Described:
    path = folder / MANIFEST
    with whole(path):
        stored = json.loads(path.read_bytes())
        found = Described(
            version=str(stored["version"]),
            exits=tuple(map(str, stored["exits"])),
            window=int(stored["window"]),
            step=int(stored["stride"]),
            calibration={
                str(name): (float(slope), float(intercept))
                for name, (slope, intercept) in stored.get("calibration", {}).items()
            },
            hashes={str(name): str(value) for name, value in stored["sha256"].items()},
        )
        if not 0 < found.step <= found.window:
            raise ValueError(f"windows of {found.window} pieces, {found.step} apart")
    return found


def part_bytes(name: str, folder: Path) -> bytes:
    """Return a file of the encoder, held against its hash.

    Raises:
        ModelError: If it is missing or damaged.
    """
    path = folder / name
    with whole(path):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != described(folder).hashes[name]:
            raise ValueError("it is not the file that this version came with")
    return content


def read_by(name: str, encoded: EncodedArticle | None) -> EncodedArticle | None:
    """Return what a model reads of the encoder: nothing where the encoder brings none of its own in its place.

    Args:
        name: The shipped model, such as ``slant``.
        encoded: What the encoder says, ``None`` where it was not asked.
    """
    return encoded if encoded is not None and f"{name}.npz" in described().hashes else None


def fitted_folder(name: str) -> Path:
    """Return where a model that the installed encoder brings lies, after its files were held against their hashes.

    Raises:
        ModelError: If a file is missing or damaged.
    """
    for part in (f"{name}.json", f"{name}.npz"):
        fitted_file(part)
    return encoder_folder()


def fitted_file(name: str) -> Path:
    """Return where a file that the installed encoder brings lies, held against its hash once.

    Raises:
        ModelError: If it is missing or damaged.
    """
    return _checked(encoder_folder() / name)


@cache
def _checked(path: Path) -> Path:
    part_bytes(path.name, path.parent)
    return path


def damaged_parts(folder: Path) -> list[str]:
    """Return one line for each file of the encoder that is missing or damaged."""
    damaged: list[str] = []
    try:
        names = list(described(folder).hashes)
    except ModelError as error:
        return [str(error)]
    for name in names:
        try:
            part_bytes(name, folder)
        except ModelError as error:
            damaged.append(str(error))
    return damaged


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """Say of a file of the encoder that cannot be read, or does not hold what it should, that it is damaged.

    Raises:
        ModelError: In place of what was raised inside of the block.
    """
    try:
        yield
    except _UNREADABLE as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else f"{type(error).__name__}: {error}"
        raise ModelError(f"{path}: is damaged ({' '.join(reason.split())[:200]}); {_MEND}") from error


def enter_parts(folder: Path) -> None:
    """Write the hashes of a folder's files into the encoder's manifest, if it has one, after some were made again."""
    path = folder / MANIFEST
    if not path.is_file():
        return
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    parts = [part for part in sorted(folder.iterdir()) if part.is_file() and _is_part(part)]
    stored["sha256"] = {part.name: hashlib.sha256(part.read_bytes()).hexdigest() for part in parts}
    path.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _described.cache_clear()
    _checked.cache_clear()


def _is_part(path: Path) -> bool:
    return path.name != MANIFEST and path.suffix in {".onnx", ".txt", ".npz", ".json"}
