"""A server of its own address, in this process; its workers are processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framing.serving.app import make_app
from framing.serving.settings import ServeSettings

HOME = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> ServeSettings:
    return ServeSettings(at_once=1, most_bytes=200_000, seconds=20.0, folder=None, kept=3)


@pytest.fixture(scope="session")
def client(settings: ServeSettings) -> Iterator[TestClient]:
    with TestClient(make_app(settings), base_url=HOME, follow_redirects=False) as found:
        yield found


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    return tmp_path / "kept"
