"""A page from the web, within limits: 10 seconds, 10 MB, five redirects, http and https, public addresses only.

Every hop's name is resolved here, all its addresses are checked, and the connection goes to a checked address, so that
a name that changes its address between check and connection gains nothing.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from framing.errors import InputError

__all__ = ["Page", "fetch"]

_SECONDS = 10.0
_MOST_REDIRECTS = 5
_PIECE = 65_536
_READABLE = re.compile(r"text/|application/(?:xhtml\+xml|xml|json|x-ndjson|jsonl)")


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    Attributes:
        content: The bytes, decompressed.
        media_type: As the server names it, for HTML, Markdown and plain text; empty otherwise.
        charset: As the server names it.
        url: The address after redirects.
    """

    content: bytes
    media_type: str
    charset: str | None
    url: str


def fetch(url: str, *, allow_private: bool = False, max_bytes: int = 10_000_000) -> Page:
    """Return what stands at an address.

    Raises:
        InputError: If the address is not public http(s), cannot be reached, redirects more than five times, answers
            with an error, is no text, or exceeds 10 seconds or the bytes.
    """
    deadline = time.monotonic() + _SECONDS
    place = url
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _get(place, url, deadline, allow_private=allow_private, max_bytes=max_bytes)
        if isinstance(answer, Page):
            return answer
        place = urljoin(place, answer)
    raise InputError(url, f"redirects more than {_MOST_REDIRECTS} times")


def _get(place: str, url: str, deadline: float, *, allow_private: bool, max_bytes: int) -> Page | str:
    """Return the page at an address, or the address that it redirects to."""
    parts = _checked(place, url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _address(host, port, url, allow_private=allow_private)
    try:
        connection = _connection(parts, host, port, address, deadline)
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": "framing", "Accept-Encoding": "gzip, identity"}
            connection.request("GET", re.sub(r"[^!-~]", _quoted, target), headers=headers)
            response = connection.getresponse()
            if response.status in {301, 302, 303, 307, 308} and response.getheader("Location"):
                return str(response.getheader("Location"))
            if response.status != http.HTTPStatus.OK:
                raise InputError(url, f"the server answers {response.status} {response.reason}")
            return _page(response, connection, place, url, deadline, max_bytes)
        finally:
            connection.close()
    except TimeoutError as error:
        raise InputError(url, f"takes longer than {_SECONDS:.0f} seconds") from error
    except (OSError, http.client.HTTPException) as error:
        raise InputError(url, f"cannot be read ({str(error) or type(error).__name__})") from error


def _checked(place: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(place)
        port = parts.port
    except ValueError as error:
        raise InputError(url, f"is not a web address ({error})") from error
    if parts.scheme not in {"http", "https"}:
        raise InputError(url, f"leads to a '{parts.scheme}' address; only http and https are read")
    if not parts.hostname or port == 0:
        raise InputError(url, "is not a web address: it has no host")
    return parts


def _address(host: str, port: int, url: str, *, allow_private: bool) -> str:
    """Return a checked address of a host.

    Raises:
        InputError: If it cannot be resolved, or any of its addresses is not public.
    """
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(url, f"the host '{host}' cannot be found") from error
    if not allow_private:
        for text in found:
            address = ipaddress.ip_address(text.partition("%")[0])
            mapped = getattr(address, "ipv4_mapped", None) or address
            if not mapped.is_global or mapped.is_multicast or mapped.is_reserved:
                raise InputError(url, f"leads to the private address {text}; allow it with --allow-private")
    return found[0]


def _connection(
    parts: SplitResult, host: str, port: int, address: str, deadline: float
) -> http.client.HTTPConnection:
    plain = socket.create_connection((address, port), timeout=_left(deadline))
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline))
    if parts.scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    else:
        connection.sock = plain
    return connection


def _page(
    response: http.client.HTTPResponse,
    connection: http.client.HTTPConnection,
    place: str,
    url: str,
    deadline: float,
    max_bytes: int,
) -> Page:
    declared = (response.getheader("Content-Type") or "").lower()
    media_type = declared.partition(";")[0].strip()
    if media_type and not _READABLE.match(media_type):
        raise InputError(url, f"is '{media_type}', not a page or text")
    charset = re.search(r"charset=[\"']?([\w-]+)", declared)
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 32) if response.getheader("Content-Encoding") == "gzip" else None
    content = bytearray()
    while True:
        # A server that drips a byte at a time never lets a single read time out: the deadline is for the whole.
        if connection.sock is not None:
            connection.sock.settimeout(_left(deadline))
        piece = response.read1(_PIECE)
        if not piece:
            break
        try:
            content += unzip.decompress(piece, max_bytes + 1 - len(content)) if unzip else piece
        except zlib.error as error:
            raise InputError(url, "sends compressed content that is damaged") from error
        if len(content) > max_bytes:
            raise InputError(url, f"is larger than {max_bytes:,} bytes, the limit")
        _left(deadline)
    shown = media_type if media_type in {"text/html", "text/markdown", "text/plain"} else ""
    shown = "text/html" if media_type == "application/xhtml+xml" else shown
    return Page(bytes(content), shown, charset.group(1) if charset else None, place)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _quoted(match: "re.Match[str]") -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8"))
