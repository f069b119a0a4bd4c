"""An encoder that a test makes and installs."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tiny_encoder import VALUES, make_encoder


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Make an encoder, and let it be the one that is installed while the test runs."""
    pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")

    def installed(values: Mapping[str, Mapping[str, float]] = VALUES, **options: Any) -> Path:  # noqa: ANN401 -- as made
        package = make_encoder(tmp_path / "site", values, **options)
        monkeypatch.syspath_prepend(tmp_path / "site")
        monkeypatch.delitem(sys.modules, "framing_encoder", raising=False)
        return package

    yield installed
    sys.modules.pop("framing_encoder", None)


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no encoder be installed while the test runs."""
    monkeypatch.setitem(sys.modules, "framing_encoder", None)
