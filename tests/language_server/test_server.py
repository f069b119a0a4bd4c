"""An editor's side of the protocol, with pygls's client over standard input and output of ``framing lsp``."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls.lsp.client", reason="no pygls: pip install 'framing[lsp]'")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from framing.cli.main import main

TEXT = """Council meets 😀 on Tuesday

😀😀 The regime rammed the bill through on Monday, and the thugs at the gate kept the keys of the old harbour.

Ada Holm, who runs the fish market of Ostvale, said that the pier would open again in May.
"""
FAST = [sys.executable, "-m", "framing.cli.main", "lsp"]
Session = Callable[["Editor"], Awaitable[None]]


class Editor:
    """A client that keeps what the server publishes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.registered: list[str] = []

        def keep(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(keep)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(
            lambda params: self.registered.extend(one.method for one in params.registrations)
        )

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown", uri: str = "") -> None:
        item = types.TextDocumentItem(uri or self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str, version: int) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def found(self) -> list[types.Diagnostic]:
        return list((await asyncio.wait_for(self.published.get(), 60)).diagnostics)

    async def actions(
        self, name: str, one: types.Diagnostic, **context: list[types.CodeActionKind]
    ) -> list[types.CodeAction]:
        result = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)), one.range, types.CodeActionContext([one], **context)
            )
        )
        return [action for action in result or [] if isinstance(action, types.CodeAction)]

    async def hover(self, name: str, line: int, character: int) -> types.Hover | None:
        place = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        return await self.client.text_document_hover_async(place)


def run(
    folder: Path, session: Session, *arguments: str, encodings: list[types.PositionEncodingKind] | None = None
) -> None:
    async def over_the_protocol() -> None:
        editor = Editor(folder)
        await editor.client.start_io(*FAST, *arguments, cwd=folder)
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        await editor.client.initialize_async(
            types.InitializeParams(
                types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(position_encodings=encodings),
                    workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching),
                ),
                root_uri=folder.as_uri(),
            )
        )
        editor.client.initialized(types.InitializedParams())
        try:
            await session(editor)
        finally:
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
            await editor.client.stop()

    asyncio.run(over_the_protocol())


def words(text: str, place: types.Range) -> str:
    """The words of a range, by UTF-16 units as an editor counts them."""
    lines = text.split("\n")
    assert place.start.line == place.end.line
    units = lines[place.start.line].encode("utf-16-le")
    return units[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


def applied(text: str, action: types.CodeAction) -> str:
    assert action.edit is not None
    assert action.edit.changes is not None
    [edits] = action.edit.changes.values()
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]

    def offset(place: types.Position) -> int:
        if place.line >= len(lines):
            return len(text)
        units = lines[place.line].encode("utf-16-le")[: 2 * place.character]
        return starts[place.line] + len(units.decode("utf-16-le"))

    for edit in edits:
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def by_words(text: str, found: list[types.Diagnostic], code: str) -> dict[str, types.Diagnostic]:
    return {words(text, one.range): one for one in found if one.code == code}


def test_findings_are_published_at_their_words_in_utf16(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        found = by_words(TEXT, await editor.found(), "W101")
        assert {"regime", "thugs"} <= set(found)
        regime = found["regime"]
        assert regime.range.start == types.Position(2, 9)  # two emoji of two units, a space, "The "
        assert (regime.source, regime.severity) == ("framing", types.DiagnosticSeverity.Warning)

    run(tmp_path, session)


def test_an_editor_that_counts_bytes_gets_bytes(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        found = await editor.found()
        starts = {one.range.start.character for one in found if one.code == "W101"}
        assert len("😀😀 The ".encode()) in starts

    run(tmp_path, session, encodings=[types.PositionEncodingKind.Utf8])


def test_a_text_that_changes_is_checked_again_once(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        await editor.found()
        clean = TEXT.replace("regime", "government").replace("rammed the bill through", "passed the bill")
        clean = clean.replace("thugs", "people")
        for version, text in enumerate((TEXT + "More.", TEXT + "More of it.", clean), start=2):
            editor.change("story.md", text, version)
        published = await asyncio.wait_for(editor.published.get(), 60)
        assert published.version == 4
        assert [one for one in published.diagnostics if one.code == "W101"] == []
        assert editor.published.empty()
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri("story.md")))
        )
        assert await editor.found() == []

    run(tmp_path, session)


def test_other_words_are_offered_in_number_and_case(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        found = by_words(TEXT, await editor.found(), "W101")
        titles = {action.title: action for action in await editor.actions("story.md", found["thugs"])}
        assert "Replace “thugs” with “suspects”" in titles
        assert "and the suspects at the gate" in applied(TEXT, titles["Replace “thugs” with “suspects”"])
        assert all(action.kind == types.CodeActionKind.QuickFix for action in titles.values())
        assert await editor.actions("story.md", found["thugs"], only=[types.CodeActionKind.Refactor]) == []

    run(tmp_path, session)


def test_a_comment_silences_a_finding(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        found = by_words(TEXT, await editor.found(), "W101")
        actions = await editor.actions("story.md", found["thugs"])
        [silence] = [one for one in actions if one.title == "Silence W101 here, with a comment"]
        text = applied(TEXT, silence)
        assert '<!-- framing: ignore[W101 "thugs"] -->' in text
        editor.change("story.md", text, 2)
        left = by_words(text, await editor.found(), "W101")
        assert "thugs" not in left
        assert "regime" in left

    run(tmp_path, session)


def test_a_finding_about_the_whole_text_is_on_its_first_line_and_silenced_for_the_file(tmp_path: Path) -> None:
    text = "---\ndesk: harbour\n---\n\n# Pier opens\n\n" + TEXT.partition("\n\n")[2]

    async def session(editor: Editor) -> None:
        editor.open("story.md", text)
        [single] = [one for one in await editor.found() if one.code == "S201"]
        assert words(text, single.range).strip("# ") == "Pier opens"
        [who] = single.related_information or []
        assert words(text, who.location.range) == who.message
        assert who.message.startswith("Ada Holm")
        [silence] = [one for one in await editor.actions("story.md", single) if "S201" in one.title]
        assert silence.title == "Silence S201 in this file, with a comment"
        editor.change("story.md", applied(text, silence), 2)
        assert [one for one in await editor.found() if one.code == "S201"] == []

    run(tmp_path, session, "--select", "S201", "--config", "rules={S201={least-words=20}}")


def test_pointing_at_a_finding_says_why_and_what_its_rule_does(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        await editor.found()
        shown = await editor.hover("story.md", 2, 10)
        assert shown is not None
        assert isinstance(shown.contents, types.MarkupContent)
        assert shown.range is not None
        assert words(TEXT, shown.range) == "regime"
        for part in (
            "**W101 loaded-term**",
            "denies a government or a leader legitimacy",
            "**The rule.**",
            "83% of 60",
        ):
            assert part in shown.contents.value
        assert await editor.hover("story.md", 1, 0) is None

    run(tmp_path, session)


def test_settings_suppressions_and_baseline_are_those_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "framing.toml").write_text(
        'ignore = ["B401"]\nmin-sources = 5\nexclude = ["drafts/"]\n[levels]\nW101 = "error"\n'
    )
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "story.md").write_text(TEXT)
    quiet = TEXT.replace("regime rammed", "<!-- framing: ignore[W101] the court's word -->regime rammed")

    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        found = await editor.found()
        assert {one.severity for one in found if one.code == "W101"} == {types.DiagnosticSeverity.Error}
        assert [one.message for one in found if one.code == "budget"] == ["min-sources is 5, measured 1"]
        editor.open("quiet.md", quiet)
        assert [one for one in await editor.found() if one.code == "W101"] == []
        editor.open("drafts/story.md", TEXT)
        assert await editor.found() == []
        (tmp_path / "framing.toml").write_text('select = ["S201"]\n[rules.S201]\nleast-words = 20\n')
        assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in editor.registered
        change = types.FileEvent(editor.uri("framing.toml"), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        assert {one.code for one in await editor.found()} == {"S201"}

    run(tmp_path, session)


def test_wrong_settings_are_one_message_and_no_findings(tmp_path: Path) -> None:
    (tmp_path / "framing.toml").write_text('selct = ["W"]\n')

    async def session(editor: Editor) -> None:
        editor.open("story.md", TEXT)
        assert await editor.found() == []
        editor.change("story.md", TEXT + "More.", 2)
        assert await editor.found() == []
        [message] = editor.messages
        assert "unknown key 'selct'; did you mean 'select'?" in message

    run(tmp_path, session)


def test_what_has_no_file_is_checked_by_its_language(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        editor.open("", "# Harbour\n\n[The thugs](a.html) rammed the plan through.\n", uri="untitled:Untitled-1")
        assert "W101" in {one.code for one in await editor.found()}
        editor.open("tool.py", "regime = 1\n", language="python")
        editor.open("empty.md", "\n")
        published = await asyncio.wait_for(editor.published.get(), 60)
        assert (published.uri, list(published.diagnostics)) == (editor.uri("empty.md"), [])

    run(tmp_path, session)


AS_THEY_COME = {
    "marked.txt": "\ufeffThe regime fell.\n",
    "windows.txt": "One line.\r\nThe regime fell.\r\n",
    "old.txt": "One line.\rThe regime fell.\r",
    "separators.txt": "One\u2028line\x0c here.\nThe regime fell.\n",
    "page.html": '<html><head><meta charset="utf-16"></head><body><p>Café owners wait. The regime fell.</p></body></html>\n',
}


def test_places_are_right_whatever_the_line_ends_marks_and_declarations(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        for name, text in AS_THEY_COME.items():
            editor.open(name, text)
            found = [one.range for one in await editor.found() if one.code == "W101"]
            lines = text.replace("\r\n", "\n").replace("\r", "\n")
            assert [words(lines, place) for place in found] == ["regime"], name

    run(tmp_path, session)


def test_an_option_that_is_wrong_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["lsp", "--select", "W999"], standalone_mode=False)
    assert ended.value.code == 2
    assert capsys.readouterr().err == "framing: no rule is called 'W999'\n"
