"""The server: what an editor sends, and when a text is checked again."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from framing.checking.requested import RequestedSettings
from framing.errors import FramingError
from framing.language_server.actions import code_actions
from framing.language_server.checked_text import CheckedText, check_text, is_checked
from framing.language_server.hovered import hover_at
from framing.language_server.published import diagnostics_of
from framing.version import __version__

__all__ = ["language_server"]

_PAUSE = 0.4
"""Seconds without a change after which a text is checked: an article takes about as long."""
_WATCHED = ("**/framing.toml", "**/pyproject.toml", "**/.framing-baseline.json")
"""Files whose change can change every open text's findings."""


@dataclass
class _Desk:
    """What the server knows of the texts that are open.

    Attributes:
        requested: What its options say over the settings files.
        worker: The one thread that checks: texts wait for each other, the editor for none.
        checked: The last result of each text, by address.
        waiting: The check of each text that is still to come.
        told: The last fault that was shown, so that it is shown once and not at every key.
    """

    requested: RequestedSettings
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    checked: dict[str, CheckedText] = field(default_factory=dict)
    waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    told: str = ""


def language_server(requested: RequestedSettings, pause: float = _PAUSE) -> LanguageServer:
    """Return a server that checks the texts that an editor opens; ``start_io`` runs it.

    Texts are sent whole: an edit given by positions would be applied by lines as Python counts them.

    Args:
        requested: What counts over the settings files.
        pause: Seconds without a change after which a text is checked.
    """
    server = LanguageServer("framing", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    desk = _Desk(requested)

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        _schedule(server, desk, params.text_document.uri, 0)

    def changed(params: types.DidChangeTextDocumentParams) -> None:
        _schedule(server, desk, params.text_document.uri, pause)

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        _schedule(server, desk, params.text_document.uri, 0)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        _forget(desk, uri)
        desk.checked.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def settings_changed(_params: types.DidChangeWatchedFilesParams | types.DidChangeConfigurationParams) -> None:
        for uri in list(desk.checked):
            _schedule(server, desk, uri, 0)

    async def initialized(_params: types.InitializedParams) -> None:
        await _watch_settings(server)

    def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        known = _current(server, desk, params.text_document.uri)
        return code_actions(known, params, _units(server)) if known else []

    def hovered(params: types.HoverParams) -> types.Hover | None:
        known = _current(server, desk, params.text_document.uri)
        return hover_at(known, params.position, _units(server)) if known else None

    actions = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(settings_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(settings_changed)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, actions)(acted)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hovered)
    return server


def _units(server: LanguageServer) -> Callable[[str], int]:
    """Return what counts a text's code units in the encoding that was agreed on."""
    count: Callable[[str], int] = server.workspace.position_codec.client_num_units
    return count


def _current(server: LanguageServer, desk: _Desk, uri: str) -> CheckedText | None:
    """Return a text's result; ``None`` where the text has changed since, so that places would be wrong."""
    known = desk.checked.get(uri)
    return known if known and known.text == server.workspace.get_text_document(uri).source else None


def _schedule(server: LanguageServer, desk: _Desk, uri: str, pause: float) -> None:
    _forget(desk, uri)
    desk.waiting[uri] = asyncio.get_running_loop().create_task(_check(server, desk, uri, pause))


def _forget(desk: _Desk, uri: str) -> None:
    waiting = desk.waiting.pop(uri, None)
    if waiting is not None:
        waiting.cancel()


async def _check(server: LanguageServer, desk: _Desk, uri: str, pause: float) -> None:
    """Check a text after a pause, and publish what was found."""
    await asyncio.sleep(pause)
    open_text = server.workspace.get_text_document(uri)
    text, version, language = open_text.source, open_text.version, open_text.language_id or ""
    path = to_fs_path(uri) or ""
    if not is_checked(path, language):
        return
    fault = ""
    try:
        checked = await asyncio.get_running_loop().run_in_executor(
            desk.worker, check_text, text, path, language, desk.requested
        )
        desk.checked[uri] = checked
        shown = diagnostics_of(checked, uri, _units(server))
    except FramingError as error:
        fault, shown = f"framing: {error}", []
    except Exception as error:  # noqa: BLE001 -- whatever it is, the editor goes on, and the next change is checked
        fault, shown = f"framing: a fault in the tool ({FramingError(f'{type(error).__name__}: {error}')})", []
    if fault and fault != desk.told:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Error, fault))
    desk.told = fault
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))


async def _watch_settings(server: LanguageServer) -> None:
    """Ask the editor to say when a settings file changes, where it can; others are read anew at the next change."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not (watching and watching.dynamic_registration):
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in _WATCHED])
    wanted = types.Registration("framing-settings", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await server.client_register_capability_async(types.RegistrationParams([wanted]))
