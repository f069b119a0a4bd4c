"""Models and lexicons are data: one that was tampered with is an error, and never runs code."""

import hashlib
import io
import json
import random
import zipfile
from pathlib import Path

import numpy as np
import pytest

from framing.errors import LexiconError, ModelError
from framing.lexicons.load import load_file
from framing.modelling.artifact import FORMAT, load_artifact
from framing.resources import artifacts_folder


def stored(folder: Path, content: bytes) -> Path:
    """Write an artifact whose manifest knows its arrays, whatever they are."""
    (folder / "x.npz").write_bytes(content)
    manifest = {"format": FORMAT, "name": "x", "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "x.json").write_text(json.dumps(manifest))
    return folder


@pytest.mark.parametrize("name", ["genre", "events", "loaded"])
def test_an_artifact_with_changed_bytes_loads_or_is_a_model_error(name: str, tmp_path: Path) -> None:
    file = io.BytesIO()
    np.savez_compressed(
        file, **load_artifact(name).arrays
    )  # a change in what is packed shows; one in a number does not
    content = file.getvalue()
    draw = random.Random(name)  # noqa: S311 -- a sample
    refused = 0
    for _ in range(60):
        changed = bytearray(content)
        for _ in range(draw.randint(1, 6)):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        try:
            load_artifact("x", stored(tmp_path, bytes(changed)))
        except ModelError as error:
            refused += 1
            assert "\n" not in str(error)  # noqa: PT017 -- loading may also succeed
    assert refused > 20


@pytest.mark.parametrize("length", [0, 1, 30, 500])
def test_a_truncated_artifact_is_a_model_error(length: int, tmp_path: Path) -> None:
    content = (artifacts_folder() / "genre.npz").read_bytes()[:length]
    with pytest.raises(ModelError):
        load_artifact("x", stored(tmp_path, content))


def npz(header: str, body: bytes = b"", method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    head = header.encode("latin1") + b"\n"
    member = b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head + body
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("weights.npy", member)
    return file.getvalue()


@pytest.mark.parametrize(
    "header",
    [
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (10000000000000,)}",
        "__import__('os').system('false')",
        "{'descr': '<f8'}",
        "(" * 2000,
    ],
    ids=["objects", "giant", "code", "half", "deep"],
)
def test_a_hostile_header_is_a_model_error(header: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        load_artifact("x", stored(tmp_path, npz(header)))


def test_a_pickled_array_is_refused_unread(tmp_path: Path) -> None:
    file = io.BytesIO()
    np.savez(file, weights=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ModelError):
        load_artifact("x", stored(tmp_path, file.getvalue()))


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "lexicons").glob("*.toml"))[:4], ids=lambda path: path.stem
)
def test_a_lexicon_with_changed_bytes_loads_or_is_a_lexicon_error(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()[:20_000]
    draw = random.Random(path.name)  # noqa: S311 -- a sample
    refused = 0
    for _ in range(25):
        changed = bytearray(content)
        for _ in range(draw.randint(1, 6)):
            changed[draw.randrange(len(changed))] = draw.choice(b'"[]{}=\n\\\0#\xff0')
        (tmp_path / path.name).write_bytes(changed)
        try:
            load_file(tmp_path / path.name)
        except LexiconError as error:
            refused += 1
            assert str(error).startswith(str(tmp_path / path.name)) or path.name in str(error)  # noqa: PT017
    assert refused > 3
