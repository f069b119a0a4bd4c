"""Who may ask, and how much: before a request reaches the application."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from framing.serving.settings import ServeSettings

__all__ = ["COOKIE", "Guard"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "framing_token"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""Of every answer. The opener stays: the bookmarklet hands the page over through it. Without a referrer, browsers send
forms of these very pages with the origin "null"."""


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: App, settings: ServeSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not come in, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, *refusal)
            return
        cookie = self._cookie(scope)
        arrival = _Arrival(receive, self._settings)
        refused = False

        async def guarded(message: Message) -> None:
            nonlocal refused
            if arrival.refusal is not None:
                if not refused:
                    refused = True
                    await _answer(send, *arrival.refusal)
                return
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS, *cookie]
            await send(message)

        try:
            await self._app(scope, arrival.message, guarded)
        except Exception:
            if not refused:
                raise

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        settings = self._settings
        if not settings.any_host and headers.get("host", "").lower() not in settings.hosts:
            # A name of somebody else's that leads to this machine (DNS rebinding) would make their page ours.
            return 421, "this server answers to its own address only"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
            return 403, "requests of other sites are not answered"
        if headers.get("sec-fetch-site") in {"cross-site", "same-site"} and scope["method"] != "GET":
            return 403, "requests of other sites are not answered"
        if settings.token and not _shown_token(scope, headers, settings.token):
            return 401, "the token is missing: open the address that the server printed, or send Authorization: Bearer"
        if int(headers.get("content-length", "0") or 0) > settings.most_bytes:
            return _too_large(settings)
        return None

    def _cookie(self, scope: Scope) -> tuple[tuple[bytes, bytes], ...]:
        """The token moves from the address to a cookie, so that pages' links need not carry it."""
        if self._settings.token and b"token=" in scope.get("query_string", b""):
            return ((b"set-cookie", f"{COOKIE}={self._settings.token}; HttpOnly; SameSite=Strict; Path=/".encode()),)
        return ()


class _Arrival:
    """The body of a request as it arrives, within its limits of bytes and time.

    Beyond them the client is gone to the application: what it then answers is not sent, ``refusal`` is.
    """

    def __init__(self, receive: Receive, settings: ServeSettings) -> None:
        self._receive = receive
        self._settings = settings
        self._deadline = asyncio.get_running_loop().time() + settings.arriving_seconds
        self._complete = False
        self._size = 0
        self.refusal: tuple[int, str] | None = None

    async def message(self) -> Message:
        """Return the next message of the client; after the whole body that is when it goes, whenever that is."""
        try:
            async with asyncio.timeout_at(None if self._complete else self._deadline):
                message = await self._receive()
        except TimeoutError:
            self.refusal = 408, f"did not arrive within {self._settings.arriving_seconds:g} seconds"
            return {"type": "http.disconnect"}
        self._complete = not message.get("more_body", False)
        self._size += len(message.get("body", b""))
        if self._size > self._settings.most_bytes:
            self.refusal = _too_large(self._settings)
            return {"type": "http.disconnect"}
        return message


def _too_large(settings: ServeSettings) -> tuple[int, str]:
    return 413, f"is larger than {settings.most_bytes:,} bytes, the limit"


def _shown_token(scope: Scope, headers: dict[str, str], token: str) -> bool:
    cookie = SimpleCookie(headers.get("cookie", ""))
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    shown = [
        headers.get("authorization", "").removeprefix("Bearer "),
        cookie[COOKIE].value if COOKIE in cookie else "",
        *query.get("token", [])[:1],
    ]
    return any(hmac.compare_digest(shown_token.encode(), token.encode()) for shown_token in shown)


async def _answer(send: Send, status: int, message: str) -> None:
    body = json.dumps({"error": message}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
