"""Trained models as data: arrays in an ``.npz`` without pickles and a JSON manifest beside it.

An artifact ``bias`` is the files ``bias.npz`` and ``bias.json``. The manifest holds the arrays' hash, so a damaged or
exchanged file is refused before a number comes out of it. Arrays lie in the file uncompressed and aligned, so that they
are used where they were read; one that is compressed is read as well.
"""

import hashlib
import io
import json
import math
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import ModelError
from framing.packaged import packaged_json
from framing.resources import artifacts_folder

__all__ = ["FORMAT", "Artifact", "joined", "load_artifact", "save_artifact", "split"]

FORMAT = 1
"""Raised when the stored form changes."""

_ALIGNMENT = 64
"""Bytes at whose multiples an array begins in the file, as NumPy's own format has it, so that it can be mapped."""
_PADDING = 0xD935
"""Number of a member's extra field that is only there to move what follows it."""
_LOCAL_HEADER = 30
"""Bytes before a member's name."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can hold: the same arrays give the same bytes."""

_UNREADABLE = (
    OSError,
    ValueError,
    EOFError,
    KeyError,
    MemoryError,  # a shape of more numbers than there can be
    RuntimeError,  # an encrypted member, and, as NotImplementedError, one in a compression that is not known
    SyntaxError,
    struct.error,
    tokenize.TokenError,  # NumPy reads a member's header as a Python literal
    zipfile.BadZipFile,
    zlib.error,
)


class Artifact(NamedTuple):
    """A stored model.

    Attributes:
        arrays: By name; numbers only.
        manifest: Name, version, format, hash of the arrays, training data, package versions, settings and figures.
    """

    arrays: Mapping[str, NDArray[Any]]
    manifest: Mapping[str, Any]

    def array(self, name: str) -> NDArray[Any]:
        """Return an array, in the shape and type in which it was saved.

        Raises:
            ModelError: If the artifact has no such array.
        """
        try:
            return self.arrays[name]
        except KeyError:
            raise ModelError(f"model '{self.manifest.get('name')}' lacks '{name}'; train it again") from None


def save_artifact(
    folder: Path, name: str, arrays: Mapping[str, NDArray[Any]], manifest: Mapping[str, Any]
) -> dict[str, Any]:
    """Write an artifact, the same bytes for the same input, and return its manifest.

    Args:
        folder: Where the two files go; made where it is missing.
        name: The files' stem.
        arrays: Arrays of numbers, of any shape.
        manifest: What else to say of the model; JSON-able.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for key in sorted(arrays):
            _write_member(file, f"{key}.npy", arrays[key])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    written = {"name": name, "format": FORMAT, "sha256": digest, **manifest}
    content = json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / f"{name}.json").write_text(content, encoding="utf-8")
    return written


def load_artifact(name: str, folder: Path | None = None) -> Artifact:
    """Return a stored model.

    Args:
        name: The files' stem.
        folder: Where it is; the shipped models without.

    Raises:
        ModelError: If a file is missing, damaged, of another format, or not the one that the manifest describes.
    """
    place = folder if folder is not None else artifacts_folder()
    manifest = packaged_json(place / f"{name}.json")
    # Its hash stands in the manifest, which was held against its own: it is not hashed twice.
    try:
        content = (place / f"{name}.npz").read_bytes()
    except OSError as error:
        raise ModelError(f"model '{name}' cannot be read from {place} ({error}); install or train it again") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelError(f"model '{name}' is stored in another format than {FORMAT}; train it with this version")
    if hashlib.sha256(content).hexdigest() != manifest.get("sha256"):
        raise ModelError(
            f"model '{name}' is damaged: {name}.npz is not what its manifest describes; install or train it again"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            arrays = {info.filename.removesuffix(".npy"): _member(file, info, content) for info in file.infolist()}
    except _UNREADABLE as error:
        raise ModelError(f"model '{name}' holds no readable arrays ({error})") from error
    return Artifact(arrays, manifest)


def _write_member(file: zipfile.ZipFile, name: str, array: NDArray[Any]) -> None:
    member = io.BytesIO()
    np.lib.format.write_array(member, np.asarray(array), allow_pickle=False)
    info = zipfile.ZipInfo(name, _DAY)
    assert file.fp is not None  # noqa: S101 -- it is open
    begun = file.fp.tell() + _LOCAL_HEADER + len(name.encode()) + 4
    padding = -begun % _ALIGNMENT
    info.extra = struct.pack("<HH", _PADDING, padding) + bytes(padding)
    file.writestr(info, member.getvalue())


def _member(file: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> NDArray[Any]:
    """Return an array of an open file: a view of its content where it lies there as it is."""
    if info.compress_type != zipfile.ZIP_STORED:
        with file.open(info) as member:
            array: NDArray[Any] = np.lib.format.read_array(member, allow_pickle=False)
            return array
    name, extra = struct.unpack_from("<HH", content, info.header_offset + _LOCAL_HEADER - 4)
    head = io.BytesIO(content)
    head.seek(info.header_offset + _LOCAL_HEADER + name + extra)
    if np.lib.format.read_magic(head) != (1, 0):
        raise ValueError(f"'{info.filename}' is in another format")
    shape, by_columns, kind = np.lib.format.read_array_header_1_0(head)
    flat = np.frombuffer(content, kind, math.prod(shape), head.tell())
    return np.require(flat, requirements="A").reshape(shape, order="F" if by_columns else "C")


def joined(strings: Sequence[str]) -> NDArray[np.uint8]:
    """Return strings without line breaks as UTF-8 bytes, of shape (n_bytes,)."""
    return np.frombuffer("\n".join(strings).encode("utf-8"), dtype=np.uint8)


def split(stored: NDArray[np.uint8]) -> list[str]:
    """Return the strings that ``joined`` stored as bytes, of shape (n_bytes,)."""
    content = stored.tobytes().decode("utf-8")
    return content.split("\n") if content else []
