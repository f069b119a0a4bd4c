"""A page from the web, within limits: ten seconds in all, a number of bytes, five redirects, http and https only.

What is allowed holds at every hop: the address is resolved, all that it resolves to is checked, and the connection goes
to what was checked.
"""

import http.client
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from socket import SHUT_RDWR, create_connection, socket
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from framing.errors import InputError
from framing.expressions import expression
from framing.reading.addresses import checked_address
from framing.reading.formats import FORMATS
from framing.reading.media import declared_type
from framing.reading.members import GZIP, MemberError, Members
from framing.reading.plain import clean_name
from framing.version import __version__

__all__ = ["Page", "fetch"]

_SECONDS = 10.0
"""For the whole answer, redirects included."""
_MOST_REDIRECTS = 5
"""Redirects that are followed; honest addresses need one or two."""
_PIECE = 65_536
"""Bytes that are read at a time, so that the limit and the clock are looked at between."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READABLE = expression(
    r"text/|application/(?:(?:xhtml|rss|atom|rdf)\+xml|(?:feed\+)?json|xml|x-ndjson|ndjson|jsonl|octet-stream$)"
)
_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
    "text/plain": "text/plain",
    "text/csv": "text/csv",
    "application/json": "application/json",
    "application/jsonl": "application/jsonl",
    "application/x-ndjson": "application/jsonl",
    "application/ndjson": "application/jsonl",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    Attributes:
        content: The bytes, decompressed.
        media_type: One that reading knows, as the server names it; empty for others.
        charset: The encoding that the server names.
        url: The address after redirects.
    """

    content: bytes
    media_type: str
    charset: str | None
    url: str


def fetch(url: str, *, allow_private: bool = False, max_bytes: int = 10_000_000, seconds: float = _SECONDS) -> Page:
    """Return what stands at an address.

    Args:
        url: An http or https address.
        allow_private: Whether addresses of private networks and of this machine may be read.
        max_bytes: Most bytes, decompressed.
        seconds: Most time for everything: names, redirects and the content.

    Raises:
        InputError: If the address is not allowed or cannot be reached, redirects more than five times, answers with an
            error or with what is no text, or exceeds the time or the bytes.
    """
    deadline = time.monotonic() + seconds
    place = url.strip()
    url = clean_name(place)
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = _hop(place, url, deadline, allow_private=allow_private, max_bytes=max_bytes)
            if isinstance(answer, Page):
                return answer
            try:
                place = urljoin(place, answer)
            except ValueError as error:
                raise InputError(url, f"redirects to what is no web address ({error})") from error
    except TimeoutError as error:
        raise InputError(url, f"takes longer than {seconds:g} seconds; save the page and give the file") from error
    raise InputError(url, f"redirects more than {_MOST_REDIRECTS} times")


def _hop(place: str, url: str, deadline: float, *, allow_private: bool, max_bytes: int) -> Page | str:
    """Return the page at an address, or the address that it redirects to.

    Raises:
        TimeoutError: If the deadline passes.
    """
    parts = _checked(place, url)
    host = _ascii_host(parts, url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = checked_address(host, port, url, allow_private=allow_private, seconds=_left(deadline))
    try:
        with _connected(parts.scheme, host, port, address, deadline) as connection:
            connection.request("GET", _target(parts), headers=_headers(parts, host))
            with connection.getresponse() as response:
                return _answer(response, place, url, deadline, max_bytes)
    except (OSError, http.client.HTTPException, ValueError) as error:
        # At the deadline the connection is closed under the reader, which then sees an error of some kind.
        _left(deadline)
        if isinstance(error, TimeoutError):
            raise
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())[:200]
        raise InputError(url, f"cannot be read ({reason or type(error).__name__})") from error


def _answer(response: http.client.HTTPResponse, place: str, url: str, deadline: float, max_bytes: int) -> Page | str:
    location = response.getheader("Location")
    if response.status in _REDIRECTS and location:
        # Servers write non-ASCII addresses as UTF-8, which the header parser took for Latin-1.
        return quote(location.encode("latin-1", "replace"), safe="%/:=&?~#+!$,;'@()*[]")
    if response.status != http.HTTPStatus.OK:
        reason = " ".join(str(response.reason).split())[:80]
        raise InputError(url, f"the server answers {response.status} {reason}".rstrip())
    return _page(response, place, url, deadline, max_bytes)


def _checked(place: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(place)
        port = parts.port
    except ValueError as error:
        raise InputError(url, f"is not a web address ({error})") from error
    if parts.scheme not in {"http", "https"}:
        leads = "is" if clean_name(place) == url else "redirects to"
        raise InputError(url, f"{leads} a '{parts.scheme}' address; only http and https are read")
    if not parts.hostname or port == 0:
        raise InputError(url, "is not a web address: it has no host")
    return parts


def _ascii_host(parts: SplitResult, url: str) -> str:
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError(url, "is not a web address: its host's name is wrong") from error


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="%/:=&?~#+!$,;'@()*[]")
    return path + (f"?{quote(parts.query, safe='%/:=&?~#+!$,;@()*[]')}" if parts.query else "")


def _headers(parts: SplitResult, host: str) -> dict[str, str]:
    shown = f"[{host}]" if ":" in host else host
    return {
        "Host": f"{shown}:{parts.port}" if parts.port else shown,
        "User-Agent": f"framing/{__version__}",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


@contextmanager
def _connected(
    scheme: str, host: str, port: int, address: str, deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """Connect to a checked address; the connection is shut at the deadline, whatever it is doing."""
    connection = http.client.HTTPConnection(host, port)
    connection.sock = create_connection((address, port), timeout=_left(deadline))
    # A server that drips a byte at a time never lets a single read time out: the watch is on the whole.
    watch = threading.Timer(_left(deadline), _shut, (connection,))
    watch.daemon = True
    watch.start()
    try:
        if scheme == "https":
            context = ssl.create_default_context()
            connection.sock = secured = context.wrap_socket(
                connection.sock, server_hostname=host, do_handshake_on_connect=False
            )
            secured.do_handshake()
        yield connection
    finally:
        watch.cancel()
        connection.close()


def _shut(connection: http.client.HTTPConnection) -> None:
    """End a connection under whoever is reading it."""
    if connection.sock is not None:
        with suppress(OSError):
            # The plain socket's method: that of a secured one first takes away what the reader is using.
            socket.shutdown(connection.sock, SHUT_RDWR)


def _page(response: http.client.HTTPResponse, place: str, url: str, deadline: float, max_bytes: int) -> Page:
    media_type, charset = declared_type(response.getheader("Content-Type") or "")
    if media_type and media_type not in FORMATS and not _READABLE.match(media_type):
        raise InputError(url, f"is '{media_type[:80]}', not a page or text")
    content = bytearray()
    for piece in _decompressed(response, url):
        content += piece
        if len(content) > max_bytes:
            raise InputError(url, f"is larger than {max_bytes:,} bytes, the limit")
        _left(deadline)
    # Shut at the deadline, a connection looks like the end of the content.
    _left(deadline)
    if response.length:
        raise InputError(url, "sends less than it announced; try again")
    return Page(bytes(content), _TYPES.get(media_type, ""), charset or None, place)


def _decompressed(response: http.client.HTTPResponse, url: str) -> Iterator[bytes]:
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in {"gzip", "x-gzip", "deflate", "identity", ""}:
        raise InputError(url, f"is compressed as '{encoding[:40]}', which was not asked for")
    read: Callable[[int], bytes] = response.read1
    if encoding not in {"identity", ""}:
        # Either of the two forms, whatever it is called; a bomb is stopped at the limit, before it is unpacked.
        read = Members(response.read1, lambda: zlib.decompressobj(zlib.MAX_WBITS | 32), begins=GZIP, lax=True).read
    try:
        while piece := read(_PIECE):
            yield piece
    except MemberError as error:
        raise InputError(url, f"sends compressed content that is damaged or ends too early ({error})") from error


def _left(deadline: float) -> float:
    """Return the seconds that are left.

    Raises:
        TimeoutError: If none are.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
