"""The formats by name, files written whole or not at all, and what annotators saved read back."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.annotating.marks import Annotated
from framing.errors import FramingError, InputError
from framing.packages import needed
from framing.reading.plain import clean_name

__all__ = ["FORMATS", "export_files", "load"]

FORMATS: Mapping[str, str] = {
    "web-annotation": "framing.annotating.formats.web_annotation",
    "label-studio": "framing.annotating.formats.label_studio",
    "doccano": "framing.annotating.formats.doccano",
    "inception": "framing.annotating.formats.inception",
    "brat": "framing.annotating.formats.brat",
}
"""Module by the name that options give."""
_MOST_BYTES = 500_000_000
"""Bytes of one annotator's folder. Set by hand: far above what people annotate, and within memory."""
_ENDINGS = {".ann", ".txt", ".conf", ".json", ".jsonl", ".jsonld", ".xml"}


def export_files(texts: Sequence[Annotated], name: str) -> dict[str, bytes]:
    """Return the files of texts in a format, by their names.

    Args:
        texts: From ``annotated``.
        name: A key of ``FORMATS``.

    Raises:
        InstallError: If the format's library is not installed.
    """
    files: dict[str, bytes] = needed(FORMATS[name]).write(texts)
    return files


def load(path: Path, name: str = "") -> list[Annotated]:
    """Return the texts that a file or a folder of annotations holds, one for each text and annotator.

    Where the format has no annotators, the file's or folder's name is the annotator's.

    Args:
        path: What the tool saved.
        name: A key of ``FORMATS``; empty to tell it by the files' endings and beginnings.

    Raises:
        InputError: If it cannot be read, or is of no such format.
        InstallError: If the format's library is not installed.
    """
    where = clean_name(str(path))
    files = _files(path, where)
    name = name or _told(files)
    if not name:
        raise InputError(where, f"is none of {', '.join(FORMATS)}; --format names what it is")
    try:
        annotated: list[Annotated] = needed(FORMATS[name]).read(files)
        fault = next((text for text in annotated if _outside(text)), None)
    except FramingError:
        raise
    except Exception as error:
        # Files of tools of many versions fail anywhere in their reading.
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise InputError(where, f"is no export of {name} ({reason})") from error
    if not annotated:
        raise InputError(where, "holds no annotated text")
    if fault is not None:
        raise InputError(where, f"marks words outside of the text '{fault.name}'")
    stem = path.stem if path.is_file() else path.name
    return [_by(text, text.annotator or stem) for text in annotated]


def _by(text: Annotated, annotator: str) -> Annotated:
    return Annotated(text.name, text.text, text.marks, text.arrows, text.labels, annotator)


def _outside(text: Annotated) -> bool:
    length = len(text.text)
    return any(not 0 <= start < end <= length for mark in text.marks for start, end in mark.spans)


def _files(path: Path, where: str) -> dict[str, bytes]:
    try:
        if path.is_dir():
            names = sorted(file for file in path.iterdir() if file.suffix in _ENDINGS and file.is_file())
        else:
            names = [path]
        if sum(file.stat().st_size for file in names) > _MOST_BYTES:
            raise InputError(where, f"is larger than {_MOST_BYTES:,} bytes, the limit")
        return {file.name: file.read_bytes() for file in names}
    except FileNotFoundError as error:
        raise InputError(where, "no such file or folder") from error
    except OSError as error:
        raise InputError(where, f"cannot be read ({error.strerror or error})") from error


def _told(files: Mapping[str, bytes]) -> str:
    """Return the format that files are in, by their endings and beginnings; empty where they tell none."""
    endings = {Path(name).suffix for name in files}
    if ".ann" in endings:
        return "brat"
    if ".jsonl" in endings:
        return "doccano"
    head = next((content[:4096].lstrip() for name, content in files.items() if ".json" in Path(name).suffix), b"")
    if b"ns/anno.jsonld" in head or ".jsonld" in endings:
        return "web-annotation"
    if b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head:
        return "inception"
    return "label-studio" if head.startswith(b"[") else ""
