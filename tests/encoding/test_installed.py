"""The distribution with the weights: whole, damaged, absent."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import framing
from framing.encoding.installed import damaged_parts, described, encoder_folder, enter_parts
from framing.errors import InstallError, ModelError

TEXT = "Ferry pier opens\n\nThe council met. “We do not know,” said Ada Holm. The mill will close.\n"


def test_what_it_says_of_itself(install: Callable[..., Path]) -> None:
    package = install(calibration={"bias": (1.5, -0.5)})
    found = described()
    assert encoder_folder() == package
    assert (found.version, found.window, found.step) == ("2026.1", 510, 382)
    assert found.calibration == {"bias": (1.5, -0.5)}
    assert damaged_parts(package) == []


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt", "slant.npz", "slant.json", "judging_words.json"])
def test_a_file_that_was_changed_is_refused(name: str, install: Callable[..., Path]) -> None:
    package = install()
    path = package / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ModelError, match=r"is damaged .* pip install --force-reinstall --no-deps framing-encoder"):
        framing.analyze(TEXT, encoder=True)
    assert [line.split(":")[0] for line in damaged_parts(package)] == [str(path)]


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt", "slant.npz", "encoder.json"])
def test_a_file_that_is_missing_is_told(name: str, install: Callable[..., Path]) -> None:
    package = install()
    (package / name).unlink()
    with pytest.raises(ModelError, match=f"{name}: is damaged"):
        framing.analyze(TEXT, encoder=True)
    assert len(damaged_parts(package)) == 1


@pytest.mark.parametrize(
    "manifest",
    ["[]", "{", '{"version": "1"}', json.dumps({"version": "1", "exits": 3, "window": "long", "sha256": {}})],
)
def test_a_manifest_that_is_none_is_refused(manifest: str, install: Callable[..., Path]) -> None:
    package = install()
    (package / "encoder.json").write_text(manifest)
    with pytest.raises(ModelError, match=r"encoder\.json: is damaged"):
        described()


@pytest.mark.parametrize(("window", "stride"), [(510, 0), (510, 511), (0, 0)])
def test_windows_that_leave_text_unread_are_refused(window: int, stride: int, install: Callable[..., Path]) -> None:
    install(window=window, stride=stride)
    with pytest.raises(ModelError, match="windows of"):
        described()


def test_a_network_with_other_exits_is_refused(install: Callable[..., Path]) -> None:
    package = install()
    stored = json.loads((package / "encoder.json").read_text())
    stored["exits"] = stored["exits"][:-1]
    (package / "encoder.json").write_text(json.dumps(stored))
    with pytest.raises(ModelError, match="other inputs or outputs"):
        framing.analyze(TEXT, encoder=True)


def test_what_is_no_network_is_refused_though_its_hash_is_right(install: Callable[..., Path]) -> None:
    package = install()
    (package / "encoder.onnx").write_bytes(b"no network")
    enter_parts(package)
    with pytest.raises(ModelError, match=r"encoder\.onnx: is damaged"):
        framing.analyze(TEXT, encoder=True)


def test_hashes_are_written_for_every_file_and_no_other(install: Callable[..., Path]) -> None:
    package = install()
    hashes = json.loads((package / "encoder.json").read_text())["sha256"]
    assert sorted(hashes) == sorted(
        path.name for path in package.iterdir() if path.name not in {"__init__.py", "encoder.json"} and path.is_file()
    )
    assert hashes["encoder.onnx"] == hashlib.sha256((package / "encoder.onnx").read_bytes()).hexdigest()


def test_a_folder_of_other_files_gets_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "slant.json").write_text("{}")
    enter_parts(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["slant.json"]


def test_its_identity_changes_with_its_weights(install: Callable[..., Path]) -> None:
    package = install()
    before = described().identity
    path = package / "slant.json"
    path.write_text(path.read_text() + " ")
    enter_parts(package)
    assert described().identity != before


@pytest.mark.usefixtures("absent")
def test_without_it_one_line_says_what_to_install() -> None:
    with pytest.raises(
        InstallError, match=r"^this needs framing-encoder, which is not installed; .*'framing\[encoder\]'$"
    ):
        framing.analyze(TEXT, encoder=True)
