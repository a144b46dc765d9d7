"""`provenance lsp`: the audit inside a text editor, over standard input and output."""

from argparse import Namespace

from provenance.cli.complaints import require_packages
from provenance.cli.filters import open_filters, send_through
from provenance.cli.house import open_houses
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError, ReadingError
from provenance.model import AuditResult
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.policy.houses import Houses
from provenance.reading import read_bytes


def run(args: Namespace) -> int:
    """Serve until the editor closes the connection; raise ProvenanceError where pygls is missing or the settings are wrong."""
    require_packages(("pygls",), "lsp")
    from provenance.editors.server import build_server  # noqa: PLC0415 - pygls is an extra

    houses = open_houses(args, [""])
    filters = {houses.lead: open_filters(houses.lead, houses.lead.baseline)}

    def audit(text: str, path: str | None) -> AuditResult:
        house = _open_nearest(houses, path)
        reading = read_options(args, house.settings.reading)
        article = read_bytes(text.encode(errors="surrogatepass"), path or "text", reading)
        if house not in filters:
            filters[house] = open_filters(house, house.baseline)
        return send_through(audit_article(article, house.rulebook), filters[house])

    build_server(audit).start_io()
    return 0


def _open_nearest(houses: Houses, path: str | None) -> House:
    """Open the house of a document; what is wrong with its settings is told where the document is."""
    try:
        return houses.of(path)
    except ProvenanceError as error:
        raise ReadingError(path or "text", str(error)) from error
