"""The web application: pages for people, JSON for programs, and who may not come in."""

import asyncio
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from framing.cli.main import main
from framing.serving.app import make_app
from framing.serving.jobs import Given, Reading, Result
from framing.serving.pages import bookmarklet
from framing.serving.settings import ServeSettings
from framing.serving.store import Store
from framing.serving.workers import AnalysisError, Workers
from tests.serving.conftest import HOME

STORY = (
    "Council backs harbour plan\n\n“The pier will open in May,” said Ada Holm, the mayor of Ostvale. It was a terrifying night "
    "for those who live at the quay, and the meeting lasted until the morning."
)
OTHER = "Harbour plan passes\n\nThe council of Ostvale voted on Monday, nine to six, for the plan of Mayor Ada Holm."


def finished(client: TestClient, place: str) -> str:
    """Follow a request to its result, as a browser does by the page's own refresh."""
    for _ in range(200):
        answer = client.get(place)
        if answer.status_code == 303 and answer.headers["location"].startswith("/r/"):
            return str(answer.headers["location"])
        assert answer.status_code == 200, answer.text
        assert 'http-equiv="refresh"' in answer.text
        time.sleep(0.1)
    raise AssertionError("no result")


def test_a_text_becomes_a_page_its_json_and_a_link(client: TestClient) -> None:
    answer = client.post("/read", data={"text": STORY}, headers={"origin": HOME})
    assert answer.status_code == 303
    link = finished(client, answer.headers["location"])
    page = client.get(link)
    assert "Council backs harbour plan" in page.text
    assert f'<a href="{link}.json">JSON</a>' in page.text
    assert client.get(f"{link}.json").json()["article"]["title"] == "Council backs harbour plan"


def test_two_files_are_laid_side_by_side(client: TestClient) -> None:
    files = [("files", ("a.txt", STORY.encode())), ("files", ("b.md", f"# {OTHER}".encode()))]
    link = finished(client, client.post("/read", files=files).headers["location"])
    assert len(client.get(f"{link}.json").json()["articles"]) == 2


def test_one_file_that_cannot_be_read_is_told_on_the_form(client: TestClient) -> None:
    place = client.post("/read", files=[("files", ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50)))]).headers["location"]
    for _ in range(100):
        answer = client.get(place)
        if answer.status_code != 200:
            break
        time.sleep(0.1)
    assert answer.status_code == 422
    assert "a.png: is a picture (PNG)" in answer.text


@pytest.mark.parametrize(("fields", "status"), [({}, 422), ({"text": "  ", "url": ""}, 422)])
def test_an_empty_form_says_what_is_missing(client: TestClient, fields: dict[str, str], status: int) -> None:
    answer = client.post("/read", data=fields)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text


def test_a_page_that_was_handed_over_is_read_as_html_with_its_address(client: TestClient) -> None:
    html = f"<html><head><title>x</title></head><body><article><h1>Council backs harbour plan</h1><p>{OTHER}</p></article></body></html>"
    fields = {"html": html, "url": "https://tarn.example/a"}
    link = finished(client, client.post("/read", data=fields).headers["location"])
    article = client.get(f"{link}.json").json()["article"]
    assert article["media_type"] == "text/html"


def test_the_bookmark_posts_to_this_server_only_and_the_page_asks_first(
    client: TestClient, settings: ServeSettings
) -> None:
    written = bookmarklet(settings)
    assert written.count(f"'{HOME}'") >= 2
    assert "fetch" not in written
    page = client.get("/receive").text
    assert 'id="handed" hidden' in page
    assert "event.source !== window.opener" in page


def test_programs_score_compare_and_check(client: TestClient) -> None:
    report = client.post("/api/score", json={"text": STORY, "metadata": {"outlet": "Tarn Times"}}).json()
    assert "Ada Holm" in {one["source"]["name"] for one in report["attributions"] if one["source"]}
    comparison = client.post("/api/compare", json={"articles": [{"text": STORY}, {"text": OTHER}]}).json()
    assert len(comparison["articles"]) == 2
    found = client.post("/api/check", json={"text": STORY, "rules": ["W101"], "kind": "news"}).json()["diagnostics"]
    assert [(one["code"], one["text"]) for one in found] == [("W101", "terrifying")]


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("/api/score", b"{", 400, "no JSON"),
        ("/api/score", b"[1]", 422, "no JSON object"),
        ("/api/score", b"[" * 100_000, 400, "no JSON"),
        ("/api/score", b"{}", 422, "either 'text' or 'url'"),
        ("/api/score", b'{"text": 3}', 422, "'text' is no str"),
        ("/api/score", b'{"text": "a", "colour": 1}', 422, "'colour' is unknown"),
        ("/api/score", b'{"text": " "}', 422, "is empty"),
        ("/api/score", b'{"url": "http://127.0.0.1:8000/"}', 422, "private"),
        ("/api/score", b'{"url": "file:///etc/hostname"}', 422, ""),
        ("/api/compare", b'{"articles": [{"text": "a"}]}', 422, "two to 8"),
        ("/api/check", b'{"text": "a b c.", "rules": ["Q999"]}', 422, "Q999"),
        ("/api/check", b'{"text": "a b c.", "kind": "song"}', 422, "'kind' is one of"),
    ],
)
def test_what_cannot_be_done_is_one_line(client: TestClient, path: str, body: bytes, status: int, said: str) -> None:
    answer = client.post(path, content=body)
    assert answer.status_code == status
    assert said in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "tarn.example"}, 421),
        ({"host": "127.0.0.1.tarn.example:8000"}, 421),
        ({"origin": "https://tarn.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-length": "200001"}, 413),
    ],
)
def test_other_sites_other_names_and_too_much_are_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post("/api/score", json={"text": STORY}, headers=headers)
    assert answer.status_code == status
    assert "error" in answer.json()


def test_a_body_that_grows_beyond_the_limit_is_refused_without_its_length(client: TestClient) -> None:
    answer = client.post("/api/score", content=iter([b"x" * 100_000] * 3))
    assert answer.status_code == 413


def test_a_body_that_does_not_arrive_is_refused(settings: ServeSettings) -> None:
    sent: list[Any] = []
    first = iter([{"type": "http.request", "body": b'{"te', "more_body": True}])

    async def receive() -> Any:  # noqa: ANN401 -- a message
        message = next(first, None)
        return message or await asyncio.Event().wait()

    async def send(message: Any) -> None:  # noqa: ANN401 -- a message
        sent.append(message)

    headers = [(b"host", b"127.0.0.1:8000"), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/api/score", "raw_path": b"/api/score", "query_string": b""}
    scope |= {"headers": headers, "http_version": "1.1", "scheme": "http", "root_path": ""}
    app = make_app(replace(settings, arriving_seconds=0.05))
    asyncio.run(asyncio.wait_for(app(scope, receive, send), 20))
    assert [one["status"] for one in sent if one["type"] == "http.response.start"] == [408]
    assert b"did not arrive within 0.05 seconds" in b"".join(one.get("body", b"") for one in sent)


def test_every_answer_says_that_it_is_framed_and_kept_by_nobody(client: TestClient) -> None:
    headers = client.get("/").headers
    assert (headers["x-frame-options"], headers["cache-control"], headers["referrer-policy"]) == (
        "DENY",
        "no-store",
        "same-origin",
    )
    assert "access-control-allow-origin" not in headers


def test_results_have_links_that_nobody_guesses_and_the_newest_are_kept(client: TestClient) -> None:
    links = [
        finished(client, client.post("/read", data={"text": f"{STORY} {n}"}).headers["location"]) for n in range(4)
    ]
    assert len({len(link) for link in links}) == 1
    assert len(links[0].rpartition("/")[2]) == 22
    assert client.get(links[0]).status_code == 404
    assert client.get(links[3]).status_code == 200
    assert client.get("/r/..%2F..%2Fetc%2Fpasswd").status_code == 404


def test_the_description_is_openapi_and_names_every_path(client: TestClient) -> None:
    found = client.get("/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    assert set(found["paths"]) == {"/api/score", "/api/compare", "/api/check"}
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(found)


def test_elsewhere_than_on_this_machine_a_token_is_asked_for() -> None:
    settings = ServeSettings(host="0.0.0.0", token="secret", at_once=1)  # noqa: S104, S106 -- a test's
    with TestClient(make_app(settings), base_url="http://tarn.example", follow_redirects=False) as client:
        assert client.get("/").status_code == 401
        assert client.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/", headers={"authorization": "Bearer secret"}).status_code == 200
        first = client.get("/?token=secret")
        assert "SameSite=Strict" in first.headers["set-cookie"]
        assert client.get("/").status_code == 200


def test_nothing_is_stored_unless_asked(stored: Path) -> None:
    result = Result("A title", "<html>", "{}")
    plain = Store(2, None)
    name = plain.reserve()
    plain.put(name, result)
    assert not stored.exists()
    kept = Store(2, stored)
    kept.put(name, result)
    assert Store(2, stored).get(name) == result
    assert Store(2, stored).get("../" + name) is None


def test_an_analysis_that_takes_too_long_ends_and_the_next_one_is_done() -> None:
    workers = Workers(1, 60.0)
    try:
        assert workers.run("score", [Given(text=STORY)], Reading()).title == "Council backs harbour plan"
        workers._seconds = 0.05
        with pytest.raises(AnalysisError) as caught:
            workers.run("score", [Given(text=STORY * 400)], Reading())
        assert caught.value.status == 504
        workers._seconds = 60.0
        assert workers.run("score", [Given(text=OTHER)], Reading()).title == "Harbour plan passes"
    finally:
        workers.end()


def test_too_many_that_wait_are_told_to_come_back() -> None:
    settings = ServeSettings(at_once=1, waiting=-1)
    with TestClient(make_app(settings), base_url=HOME, follow_redirects=False) as client:
        answer = client.post("/api/score", json={"text": STORY})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        assert client.post("/read", data={"text": STORY}).status_code == 503


def test_a_port_that_is_taken_is_one_line() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["serve", "--port", str(taken.getsockname()[1])])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be listened on" in result.stderr


def test_json_of_a_result_is_the_commands(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    printed = json.loads(CliRunner().invoke(main, ["score", str(path), "--format", "json"]).stdout)
    served = client.post("/api/score", json={"text": STORY}).json()
    assert served["measures"] == printed["measures"]
