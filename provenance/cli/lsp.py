"""`provenance lsp`: the audit inside a text editor, over standard input and output."""

from argparse import Namespace

from provenance.cli.complaints import complain, miss_packages
from provenance.cli.filters import open_filters, send_through
from provenance.cli.house import open_house
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError
from provenance.model import AuditResult
from provenance.pipeline import audit_article
from provenance.reading import read_bytes


def run(args: Namespace) -> int:
    """Serve until the editor closes the connection; return 2 where pygls or the settings are missing or wrong."""
    if missing := miss_packages(("pygls",), "lsp"):
        return complain(missing)
    from provenance.editors.server import build_server  # noqa: PLC0415 - pygls is an extra

    try:
        house = open_house(args)
        filters = open_filters(house, house.baseline)
    except ProvenanceError as error:
        return complain(str(error))
    reading = read_options(args, house.settings.reading)

    def audit(text: str, path: str | None) -> AuditResult:
        article = read_bytes(text.encode(errors="surrogatepass"), path or "text", reading)
        return send_through(audit_article(article, house.rulebook), filters)

    build_server(audit).start_io()
    return 0
