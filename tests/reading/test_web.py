"""Pages from the web, from a server on this machine."""

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from framing.errors import InputError
from framing.reading import documents
from framing.reading.web import fetch

PAGE = (
    "<!doctype html><html lang=en><head><title>Late</title></head><body><p>The café’s ferry was late.</p></body></html>"
)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("cp1252")),
    "/meta": (
        200,
        {"Content-Type": "text/html"},
        ("<meta charset=koi8-r>" + PAGE.replace("café", "Мэр")[:99]).encode("koi8-r", "replace"),
    ),
    "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/gzips": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(PAGE.encode()[:40]) + gzip.compress(PAGE.encode()[40:]),
    ),
    "/cut-gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-12]),
    "/bad-gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"x" * 60_000_000)),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x"),
    "/story.md": (200, {"Content-Type": "text/plain"}, b"# Ferry *late*\n\nText.\n"),
    "/rows": (
        200,
        {"Content-Type": "application/x-ndjson"},
        b'{"text": "one"}\n{"text": "two", "url": "https://own.example/"}\n',
    ),
    "/large": (200, {"Content-Type": "text/plain"}, b"word " * 20_000),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/hidden-image": (200, {"Content-Type": "text/html"}, b"\x89PNG\0\0\0\0"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/moved": (302, {"Location": "/moved-again"}, b""),
    "/moved-again": (308, {"Location": "page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/to-nowhere": (302, {"Location": "http://["}, b""),
    "/to-ftp": (301, {"Location": "ftp://x.example/"}, b""),
    "/nowhere": (302, {}, b""),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "9999"}, PAGE.encode()),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path.startswith("/slow"):
            self.drip(in_headers=self.path == "/slow-headers")
            return
        status, headers, content = ANSWERS.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def drip(self, *, in_headers: bool) -> None:
        """Send a byte now and then: no single wait is long."""
        try:
            self.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"" if in_headers else b"Content-Type: text/html\r\n\r\n"))
            for _ in range(60):
                self.wfile.write(b"x: y\r\n" if in_headers else b"word ")
                self.wfile.flush()
                time.sleep(0.1)
            DRIPPED.append(self.path)
        except OSError:
            return


DRIPPED: list[str] = []
"""Paths whose slow answers were sent to their end."""


@contextmanager
def serving() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def refusal(url: str, **settings: float) -> str:
    with pytest.raises(InputError) as raised:
        fetch(url, allow_private=True, **settings)  # type: ignore[arg-type]
    assert "\n" not in str(raised.value)
    assert raised.value.where == url
    return raised.value.what


@pytest.mark.parametrize("path", ["/page", "/latin", "/gzip", "/gzips", "/moved"])
def test_a_page_is_read(server: str, path: str) -> None:
    (found,) = documents(server + path, allow_private=True)
    assert (found.text, found.media_type, found.name) == ("The café’s ferry was late.", "text/html", server + path)
    assert found.metadata["url"] == server + ("/page" if path == "/moved" else path)
    assert found.metadata["lang"] == "en"
    assert found.notices == ()


def test_the_page_names_its_encoding_where_the_server_does_not(server: str) -> None:
    (found,) = documents(server + "/meta", allow_private=True)
    assert "Мэр" in found.text


def test_the_address_tells_what_the_server_calls_plain_text(server: str) -> None:
    (found,) = documents(server + "/story.md?edition=2".partition("?")[0], allow_private=True)
    assert (found.media_type, found.text) == ("text/markdown", "Ferry late\n\nText.")


def test_records_are_read_from_the_web(server: str) -> None:
    first, second = documents(server + "/rows", allow_private=True)
    assert (first.text, first.name, first.metadata["url"]) == ("one", f"{server}/rows:1", f"{server}/rows")
    assert second.metadata["url"] == "https://own.example/"


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/none", "the server answers 404 Not Found"),
        ("/nowhere", "the server answers 302"),
        ("/loop", "redirects more than 5 times"),
        ("/to-file", "redirects to a 'file' address; only http and https"),
        ("/to-ftp", "redirects to a 'ftp' address"),
        ("/to-nowhere", "redirects to what is no web address"),
        ("/image", "is 'image/png', not a page or text"),
        ("/bomb", "is larger than 10,000,000 bytes"),
        ("/cut-gzip", "ends too early"),
        ("/bad-gzip", "damaged"),
        ("/brotli", "compressed as 'br'"),
        ("/short", "less than it announced"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(server: str, path: str, fault: str) -> None:
    assert fault in refusal(server + path)


@pytest.mark.parametrize(("path", "fault"), [("/hidden-image", r"is a picture \(PNG\)"), ("/empty", "is empty")])
def test_what_is_no_text_is_refused_in_one_line(server: str, path: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        list(documents(server + path, allow_private=True))


def test_a_page_may_be_just_as_large_as_the_limit(server: str) -> None:
    assert len(fetch(server + "/large", allow_private=True, max_bytes=100_000).content) == 100_000
    assert "larger than 99,999 bytes" in refusal(server + "/large", max_bytes=99_999)


@pytest.mark.parametrize("path", ["/slow-headers", "/slow-content"])
def test_a_server_that_drips_is_left_at_the_deadline(server: str, path: str) -> None:
    assert "takes longer than 0.7 seconds" in refusal(server + path, seconds=0.7)
    assert path not in DRIPPED, "the whole answer was waited for"


def test_a_server_that_says_nothing_is_left_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert "takes longer than 0.5 seconds" in refusal(url, seconds=0.5)
        assert "takes longer than 0.5 seconds" in refusal(url.replace("http:", "https:"), seconds=0.5)


def test_a_slow_resolver_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    given_up, answered = threading.Event(), threading.Event()

    def resolve(*_: object, **__: object) -> list[object]:
        given_up.wait(60)
        answered.set()
        return []

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    assert "takes longer than 0.3 seconds" in refusal("http://slow.example/", seconds=0.3)
    assert not answered.is_set()
    given_up.set()
    assert answered.wait(60)


def test_private_addresses_are_refused_unless_allowed(server: str) -> None:
    with pytest.raises(InputError, match="private address 127"):
        fetch(server + "/page")


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first hop counts as public here, which a server on this machine cannot be; the second is checked as ever.
    ANSWERS["/to-private"] = (302, {"Location": "http://10.11.12.13/secret"}, b"")
    monkeypatch.setattr("framing.reading.addresses.is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(InputError, match=r"private address 10\.11\.12\.13"):
        fetch(server + "/to-private")


def test_the_connection_goes_to_the_address_that_was_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        "framing.reading.addresses.socket.getaddrinfo",
        lambda host, port, *args, **kwargs: (
            resolve(host, port) if host == "rebinding.example" else real(host, port, *args, **kwargs)
        ),
    )
    port = server.rpartition(":")[2]
    assert b"ferry" in fetch(f"http://rebinding.example:{port}/page", allow_private=True).content
    assert asked == ["rebinding.example"]


def test_https_to_a_server_that_speaks_http_is_refused(server: str) -> None:
    assert "cannot be read" in refusal(server.replace("http:", "https:") + "/page")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("ftp://x.example/", "only http and https"),
        ("http:///page", "no host"),
        ("http://[::1", "is not a web address"),
        ("http://x.example:99999/", "is not a web address"),
        ("http://nowhere.invalid/", "cannot be found"),
        ("http://" + "ü" * 80 + ".example/", "name is wrong"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, fault: str) -> None:
    assert fault in refusal(url)


def test_a_port_where_nobody_listens_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "cannot be read" in refusal(f"http://127.0.0.1:{port}/")
