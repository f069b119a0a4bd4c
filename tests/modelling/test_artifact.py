import hashlib
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ModelError
from framing.modelling.artifact import joined, load_artifact, save_artifact, split


def saved(folder: Path, name: str = "model", **manifest: object) -> Path:
    save_artifact(folder, name, {"weights": np.arange(5.0), "counts": np.array([1, 2])}, manifest)
    return folder


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    artifact = load_artifact("model", saved(tmp_path, version="1.2"))
    assert artifact.array("weights").tolist() == [0, 1, 2, 3, 4]
    assert artifact.manifest["version"] == "1.2"


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = saved(tmp_path / "a"), saved(tmp_path / "b")
    for name in ("model.npz", "model.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_a_missing_artifact_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install it again"):
        load_artifact("absent", tmp_path)


def test_a_missing_array_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="lacks 'pairs'"):
        load_artifact("model", saved(tmp_path)).array("pairs")


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path) / "model.npz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        load_artifact("model", tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 99}', '{"sha256": "x"}'])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (saved(tmp_path) / "model.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError):
        load_artifact("model", tmp_path)


class Trap:
    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (pytest.fail, ("a pickle was executed",))


def test_a_pickle_in_an_artifact_is_never_executed(tmp_path: Path) -> None:
    path = saved(tmp_path) / "model.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("weights.npy", pickle.dumps(Trap()))
    manifest = json.loads((tmp_path / "model.json").read_text())
    import hashlib

    manifest["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (tmp_path / "model.json").write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match="no readable arrays"):
        load_artifact("model", tmp_path)


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)))
def test_strings_survive_storage(strings: list[str]) -> None:
    assert split(joined(strings)) == strings


def test_arrays_are_used_where_they_lie_in_the_file(tmp_path: Path) -> None:
    kinds = (np.uint8, np.float16, np.int64, np.float64)
    arrays = {f"of {kind.__name__}": np.arange(7, dtype=kind) for kind in kinds}
    arrays["a table"] = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    save_artifact(tmp_path, "model", arrays, {})
    with zipfile.ZipFile(tmp_path / "model.npz") as file:
        assert {info.compress_type for info in file.infolist()} == {zipfile.ZIP_STORED}
    loaded = load_artifact("model", tmp_path).arrays
    assert set(loaded) == set(arrays)
    for name, array in loaded.items():
        np.testing.assert_array_equal(array, arrays[name], strict=True)
        assert array.flags.aligned
        assert array.base is not None


def test_compressed_arrays_are_read_too(tmp_path: Path) -> None:
    save_artifact(tmp_path, "model", {"weights": np.arange(5.0)}, {})
    np.savez_compressed(tmp_path / "model.npz", weights=np.arange(4.0))
    manifest = json.loads((tmp_path / "model.json").read_text())
    manifest["sha256"] = hashlib.sha256((tmp_path / "model.npz").read_bytes()).hexdigest()
    (tmp_path / "model.json").write_text(json.dumps(manifest))
    assert load_artifact("model", tmp_path).array("weights").tolist() == [0.0, 1.0, 2.0, 3.0]
