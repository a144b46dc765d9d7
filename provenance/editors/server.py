"""The server: audits a document when it is opened, changed or saved, and answers what is under the cursor.

Language Server Protocol 3.17, https://microsoft.github.io/language-server-protocol/.
"""

import asyncio
from collections.abc import Callable

from attrs import define, field
from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from provenance.__about__ import __version__
from provenance.editors.diagnostics import explain_failure, list_diagnostics
from provenance.editors.hover import describe_claims
from provenance.editors.lines import Lines
from provenance.errors import ReadingError
from provenance.model import AuditResult

Audit = Callable[[str, str | None], AuditResult]
PAUSE = 0.3
"""Seconds without a key pressed after which a changed document is audited."""


@define
class Desk:
    """What is open in the editor, and the last audit of each document."""

    server: LanguageServer
    audit: Audit
    results: dict[str, AuditResult] = field(factory=dict)

    def show_findings(self, uri: str) -> None:
        """Audit a document and send its findings to the editor."""
        document = self.server.workspace.get_text_document(uri)
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, self._diagnostics_of(document), document.version)
        )

    def forget(self, uri: str) -> None:
        """Take the findings of a closed document out of the editor."""
        self.results.pop(uri, None)
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def describe(self, uri: str, position: types.Position) -> types.Hover | None:
        """Return the records of the claims at a position."""
        result = self.results.get(uri)
        if result is None:
            return None
        lines = self._lines_of(self.server.workspace.get_text_document(uri).source, result)
        words = describe_claims(result, lines, lines.offset_of(position))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words)) if words else None

    def _diagnostics_of(self, document: TextDocument) -> list[types.Diagnostic]:
        self.results.pop(document.uri, None)
        if not document.source.strip():
            return []
        try:
            result = self.audit(document.source, to_fs_path(document.uri))
        except ReadingError as error:
            return [explain_failure(error.reason)]
        self.results[document.uri] = result
        return list_diagnostics(result, self._lines_of(document.source, result), document.uri)

    def _lines_of(self, text: str, result: AuditResult) -> Lines:
        return Lines(text, self.server.workspace.position_codec, result.article.origin)


def build_server(audit: Audit) -> LanguageServer:
    """Return a server that audits with `audit` (text and path in; it may raise ReadingError)."""
    server = LanguageServer("provenance", __version__)
    desk = Desk(server, audit)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def open_document(params: types.DidOpenTextDocumentParams) -> None:
        desk.show_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def save_document(params: types.DidSaveTextDocumentParams) -> None:
        desk.show_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def change_document(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        if uri in server.workspace.text_documents and server.workspace.get_text_document(uri).version == version:
            desk.show_findings(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def close_document(params: types.DidCloseTextDocumentParams) -> None:
        desk.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def describe_claim(params: types.HoverParams) -> types.Hover | None:
        return desk.describe(params.text_document.uri, params.position)

    return server
