"""The web application in a browser: by mouse, by keyboard alone, and through the bookmark."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORY = (
    "Council backs harbour plan\n\n“The pier will open in May,” said Ada Holm, the mayor of Ostvale. It was a terrifying night "
    "for those who live at the quay, and the meeting lasted until the morning."
)


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-c", "from framing.cli.main import main; main()", *"serve --port 0 --at-once 1".split()],
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[1]
        server.terminate()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_text_is_read_by_keyboard_alone(page: "Page", home: str) -> None:
    page.goto(home)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.insert_text(STORY)
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Read"
    page.keyboard.press("Enter")
    page.wait_for_url("**/r/*", timeout=60_000)
    assert page.get_by_role("heading", name="Council backs harbour plan").count() >= 1
    page.get_by_role("link", name="New report").click()
    assert page.url.rstrip("/") == home


def test_two_dropped_files_are_laid_side_by_side(page: "Page", home: str, tmp_path: Path) -> None:
    paths = []
    for number in (1, 2):
        path = tmp_path / f"story{number}.txt"
        path.write_text(f"{STORY} It rained for {number} hours.", encoding="utf-8")
        paths.append(str(path))
    page.goto(home)
    page.set_input_files("#files", paths)
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url("**/r/*", timeout=60_000)
    assert page.get_by_role("link", name="JSON").count() == 1


def test_the_form_has_no_finding_of_axe(page: "Page", home: str, axe: str) -> None:
    page.goto(home)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [one["id"] for one in found["violations"]] == []


def test_the_bookmark_hands_the_page_over_and_the_server_asks_first(page: "Page", home: str, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(
        f"<html><body><article><h1>Harbour plan passes</h1><p>{STORY}</p></article></body></html>", encoding="utf-8"
    )
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        page.goto(home)
        bookmark = page.get_by_role("link", name="Read with Framing").get_attribute("href")
        assert bookmark is not None
        page.goto(f"http://127.0.0.1:{site.server_address[1]}/story.html")
        with page.context.expect_page() as opened:
            page.evaluate(bookmark.removeprefix("javascript:"))
        window = opened.value
        window.get_by_role("button", name="Read", exact=True).click()
        window.wait_for_url("**/r/*", timeout=60_000)
        assert "Harbour plan passes" in window.content()
        site.shutdown()
