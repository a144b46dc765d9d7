"""The audit inside a text editor, with a real client over standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

ARTICLE = """\
Harbour plan is dead

It rained on the \N{ROWBOAT} race. The ferry line will be sold within a month, said an official. The mayor of Port Alby, Ana Reyes, said the council had not been asked.
"""
OFFICIAL, MAYOR = "The ferry line will be sold", "the council had not"


class Editor(LanguageClient):
    """An editor with one window."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # pygls' own
        def show(params: types.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(params)

    async def open(self, uri: str, text: str) -> list[types.Diagnostic]:
        """Open a document; return what is shown under its words."""
        item = types.TextDocumentItem(uri, "plaintext", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return list((await self.shown.get()).diagnostics)

    async def change(self, uri: str, version: int, text: str) -> None:
        """Put another text into the window."""
        document = types.VersionedTextDocumentIdentifier(version, uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def hover(self, uri: str, line: int, character: int) -> str | None:
        """Return what is shown when the cursor rests."""
        at = types.Position(line, character)
        hover = await self.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), at))
        return hover.contents.value if hover and isinstance(hover.contents, types.MarkupContent) else None


def units(text: str, words: str) -> int:
    """Where `words` begin in their line, in the units of UTF-16 that editors count in."""
    before = text[: text.index(words)].rpartition("\n")[2]
    return len(before.encode("utf-16-le")) // 2


def with_editor(work: Callable[[Editor, str], Awaitable[None]], folder: Path) -> None:
    """Start server and editor, do the work, and stop both."""

    async def run() -> None:
        editor = Editor()
        command = "import sys; from provenance.cli.main import run; sys.exit(run(['lsp', '--profile', 'everything']))"
        await editor.start_io(sys.executable, "-c", command)
        await editor.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        editor.initialized(types.InitializedParams())
        await work(editor, (folder / "harbour.md").as_uri())
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()  # type: ignore[no-untyped-call]  # pygls leaves it untyped

    asyncio.run(asyncio.wait_for(run(), 60))


@pytest.mark.slow
def test_findings_hover_and_changes(tmp_path: Path) -> None:
    """Findings stand under their words with a remedy, the record is under the cursor, and both follow the text."""

    async def work(editor: Editor, uri: str) -> None:
        found = await editor.open(uri, ARTICLE)
        only_unnamed = next(one for one in found if str(one.code).startswith("A01"))
        assert only_unnamed.range.start == types.Position(2, units(ARTICLE, OFFICIAL))
        assert "\n" in only_unnamed.message
        hover = await editor.hover(uri, 2, units(ARTICLE, OFFICIAL) + 4)
        assert hover is not None
        assert "unnamed sources only" in hover
        assert "Ana Reyes" in (await editor.hover(uri, 2, units(ARTICLE, MAYOR)) or "")
        assert await editor.hover(uri, 0, 0) is None
        assert await editor.hover(uri, 99, 0) is None
        await editor.change(uri, 2, "Half a word")
        await editor.change(uri, 3, ARTICLE.replace("an official", "Ivo Radan, the harbour master"))
        later = await editor.shown.get()
        assert later.version == 3
        assert not [one for one in later.diagnostics if str(one.code).startswith("A01")]
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert not (await editor.shown.get()).diagnostics

    with_editor(work, tmp_path)


@pytest.mark.slow
def test_markdown(tmp_path: Path) -> None:
    """In Markdown a finding stands under the words as they are written, front matter and marks aside."""
    text = "---\ntitle: Harbour\nauthor: Ana Reyes\n---\n\nThe **ferry line** will be sold within a month, said an official.\n"

    async def work(editor: Editor, uri: str) -> None:
        found = await editor.open(uri, text)
        only_unnamed = next(one for one in found if str(one.code).startswith("A01"))
        assert (only_unnamed.range.start.line, only_unnamed.range.end.line) == (5, 5)
        assert only_unnamed.range.end.character == units(text, ", said")
        assert "unnamed sources only" in (await editor.hover(uri, 5, units(text, "line** will")) or "")
        assert await editor.hover(uri, 1, 2) is None

    with_editor(work, tmp_path)


@pytest.mark.slow
def test_what_cannot_be_audited(tmp_path: Path) -> None:
    """A text in another language is told so once, at its top; an empty document is left alone."""

    async def work(editor: Editor, uri: str) -> None:
        other = "Die Fähre wird verkauft, sagte ein Beamter, der nicht genannt werden wollte, am Montag im Rathaus."
        (found,) = await editor.open(uri, other)
        assert found.message.startswith("not audited: is not English")
        assert await editor.open(uri + "-empty", "\n\n") == []

    with_editor(work, tmp_path)
