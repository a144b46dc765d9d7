"""`provenance archive dashboard`: the tables of an archive as one page."""

from argparse import Namespace
from pathlib import Path

from provenance.cli.archive_query import NEEDED, write_out
from provenance.cli.complaints import require_packages
from provenance.errors import SettingsError
from provenance.reports.html.dashboard import Table, render_dashboard


def run(args: Namespace) -> int:
    """Write the page; raise SettingsError where there are no tables."""
    require_packages(NEEDED, "archive")
    write_out(_render(Path(args.folder)).encode(errors="replace"), args.out)
    return 0


def _render(folder: Path) -> str:
    from provenance.corpus.archive.asking import ask, list_questions  # noqa: PLC0415 - needs an extra
    from provenance.corpus.archive.manifest import read_manifest, read_rules  # noqa: PLC0415 - as above

    manifest = read_manifest(folder)
    if manifest is None:
        msg = f"{folder}: holds no tables of an archive"
        raise SettingsError(msg)
    answers = {one.name: ask(folder, one.sql) for one in list_questions()}
    tables = {name: Table(answer.columns, answer.rows) for name, answer in answers.items()}
    sources = ", ".join(Path(one).name or one for one in manifest["sources"])
    return render_dashboard(sources, read_rules(manifest), tables)
