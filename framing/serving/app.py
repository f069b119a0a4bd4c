"""The application: pages for people, JSON for programs, both by the same workers."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from framing.serving.description import description
from framing.serving.guard import App, Guard
from framing.serving.jobs import Given, Reading, Result
from framing.serving.pages import form_page, receive_page, result_page, wait_page
from framing.serving.requests import article_of, articles_of, given_of_form, json_body, rules_of
from framing.serving.settings import ServeSettings
from framing.serving.store import Store
from framing.serving.workers import AnalysisError, Workers

__all__ = ["make_app"]

_MOST_FILES = 20
"""Files of a form, before they are counted as articles."""
_RETRY = {"retry-after": "10"}
_CHECKED = frozenset({"rules", "kind"})


class _Server:
    """What requests share: workers, results, and how many wait."""

    def __init__(self, settings: ServeSettings) -> None:
        self.settings = settings
        self.store = Store(settings.kept, settings.folder)
        self.workers = Workers(settings.at_once, settings.seconds)
        self.threads = anyio.CapacityLimiter(settings.at_once)
        self.under_way = 0
        self.begun: dict[str, int] = {}
        self.faults: dict[str, AnalysisError] = {}
        self.done = 0

    async def run(self, name: str, given: Sequence[Given], *further: Any) -> Result:  # noqa: ANN401 -- a job's own
        """Return what a job gives, after those that came before it.

        Raises:
            AnalysisError: If it cannot be done, or too many wait.
        """
        if self.under_way >= self.settings.at_once + self.settings.waiting:
            raise AnalysisError(f"{self.under_way} analyses are under way or wait; come back in a moment", 503)
        self.under_way += 1
        settings = self.settings
        reading = Reading(settings.lexicons, settings.allow_private, settings.encoder)
        arguments = (name, list(given), reading, *further)
        try:
            return await anyio.to_thread.run_sync(lambda: self.workers.run(*arguments), limiter=self.threads)
        finally:
            self.under_way -= 1
            self.done += 1

    async def keep(self, identity: str, name: str, given: Sequence[Given]) -> None:
        """Do a page's job and keep what comes of it."""
        try:
            self.store.put(identity, await self.run(name, given))
        except AnalysisError as fault:
            self.faults[identity] = fault
            while len(self.faults) > self.settings.kept:
                self.faults.pop(next(iter(self.faults)))
        except OSError as error:
            self.faults[identity] = AnalysisError(f"the result cannot be stored ({error.strerror})", 500)
        finally:
            self.begun.pop(identity, None)


def make_app(settings: ServeSettings) -> App:
    """Return the application, with its guard around it."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        server = _Server(settings)
        async with anyio.create_task_group() as tasks:
            app.state.server, app.state.tasks = server, tasks
            try:
                yield
            finally:
                tasks.cancel_scope.cancel()
                server.workers.end()

    return Guard(
        Starlette(
            routes=[
                Route("/", _form),
                Route("/receive", _receive),
                Route("/read", _read, methods=["POST"]),
                Route("/wait/{name}", _wait),
                Route("/r/{name}.json", _values),
                Route("/r/{name}", _result),
                Route("/api/score", _api_score, methods=["POST"]),
                Route("/api/compare", _api_compare, methods=["POST"]),
                Route("/api/check", _api_check, methods=["POST"]),
                Route("/openapi.json", _openapi),
                Route("/health", _health),
            ],
            exception_handlers={AnalysisError: _fault, HTTPException: _fault},
            lifespan=lifespan,
        ),
        settings,
    )


def _server(request: Request) -> _Server:
    server: _Server = request.app.state.server
    return server


async def _form(request: Request) -> Response:
    settings = _server(request).settings
    url = request.query_params.get("url", "")[:2000]
    return HTMLResponse(form_page(settings, url=url if url.startswith(("http://", "https://")) else ""))


async def _receive(request: Request) -> Response:
    return HTMLResponse(receive_page(_server(request).settings))


async def _read(request: Request) -> Response:
    """Take a form, and lead to the page that waits for its result."""
    server = _server(request)
    async with request.form(max_files=_MOST_FILES, max_part_size=server.settings.most_bytes) as form:
        fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
        uploads = [value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename]
        files = [(str(upload.filename), await upload.read()) for upload in uploads]
    try:
        given = given_of_form(fields, files)
    except AnalysisError as fault:
        return HTMLResponse(form_page(server.settings, fault=str(fault), text=fields.get("text", "")), fault.status)
    if server.under_way >= server.settings.at_once + server.settings.waiting:
        said = f"{server.under_way} analyses are under way or wait; come back in a moment"
        return HTMLResponse(form_page(server.settings, fault=said, text=fields.get("text", "")), 503, headers=_RETRY)
    identity = server.store.reserve()
    server.begun[identity] = server.done + server.under_way
    request.app.state.tasks.start_soon(server.keep, identity, "compare" if len(given) > 1 else "score", given)
    return RedirectResponse(f"/wait/{identity}", 303)


async def _wait(request: Request) -> Response:
    server, name = _server(request), request.path_params["name"]
    if server.store.get(name) is not None:
        return RedirectResponse(f"/r/{name}", 303)
    fault = server.faults.get(name)
    if fault is not None:
        return HTMLResponse(form_page(server.settings, fault=str(fault)), fault.status)
    if name not in server.begun:
        raise HTTPException(404, "there is no such result; results are kept while the server runs, the newest ones")
    before = max(0, server.begun[name] - server.done - server.settings.at_once + 1)
    return HTMLResponse(wait_page(before))


async def _result(request: Request) -> Response:
    name = request.path_params["name"]
    return HTMLResponse(result_page(_found(request), name))


async def _values(request: Request) -> Response:
    return Response(_found(request).values, media_type="application/json")


def _found(request: Request) -> Result:
    result = _server(request).store.get(request.path_params["name"])
    if result is None:
        raise HTTPException(404, "there is no such result; results are kept while the server runs, the newest ones")
    return result


async def _api_score(request: Request) -> Response:
    given = article_of(json_body(await request.body()))
    return _json(await _server(request).run("score", [given]))


async def _api_compare(request: Request) -> Response:
    given = articles_of(json_body(await request.body()))
    return _json(await _server(request).run("compare", given))


async def _api_check(request: Request) -> Response:
    value: Mapping[str, Any] = json_body(await request.body())
    rules, kind = rules_of(value)
    return _json(await _server(request).run("check", [article_of(value, _CHECKED)], rules, kind))


def _json(result: Result) -> Response:
    return Response(result.values, media_type="application/json")


async def _openapi(request: Request) -> Response:  # noqa: ARG001 -- every route takes one
    return Response(json.dumps(description()), media_type="application/json")


async def _health(request: Request) -> Response:
    return PlainTextResponse(f"{_server(request).under_way} under way\n")


async def _fault(request: Request, error: Exception) -> Response:
    """Say what is wrong: JSON to programs, a page to people."""
    status = error.status if isinstance(error, AnalysisError) else getattr(error, "status_code", 500)
    said = str(error) if isinstance(error, AnalysisError) else str(getattr(error, "detail", error))
    headers = _RETRY if status == 503 else None
    if request.url.path.startswith("/api/") or request.url.path.endswith(".json"):
        return JSONResponse({"error": said}, status, headers=headers)
    return HTMLResponse(form_page(_server(request).settings, fault=said), status, headers=headers)
