"""What lies at a path."""

import os
import socket
from pathlib import Path

import pytest

from framing.on_disk import is_file, is_there, is_waiting

IMPOSSIBLE = ["x" * 5_000, "x/" * 2_500, "a\0b"]


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_name_that_no_file_can_have_is_nothing(name: str) -> None:
    assert not is_file(Path(name))
    assert not is_there(Path(name))
    assert not is_waiting(Path(name))


def test_files_and_folders_are_read_and_named_pipes_sockets_and_devices_may_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("x", encoding="utf-8")
    os.mkfifo("pipe.md")
    Path("link.md").symlink_to("pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.md")
    assert [is_file(Path(name)) for name in ("a.md", ".", "pipe.md", "gone.md")] == [True, False, False, False]
    assert [is_there(Path(name)) for name in ("a.md", ".", "pipe.md", "gone.md")] == [True, True, True, False]
    assert [name for name in ("a.md", ".", "gone.md") if is_waiting(Path(name))] == []
    waiting = ("pipe.md", "link.md", "s.md", "/dev/zero", "/dev/../dev/null")
    assert [name for name in waiting if not is_waiting(Path(name))] == []


def test_what_a_shell_opened_for_the_process_is_read() -> None:
    reading, writing = os.pipe()
    try:
        assert is_there(Path(f"/dev/fd/{reading}"))
        assert not is_waiting(Path(f"/dev/fd/{reading}"))
    finally:
        os.close(reading)
        os.close(writing)
