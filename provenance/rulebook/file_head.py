"""What every rule file says first: its kind, and an id after its own name."""

from provenance.rulebook.table import Table


def read_id(table: Table, kind: str) -> str:
    """Read the id of a file of `kind`: `<language>/<file stem>`, or the stem alone for audits."""
    check_kind(table, kind)
    folder, _, stem = table.file.path.removesuffix(".toml").rpartition("/")
    expected = f"{folder.split('/')[0]}/{stem}" if "/" in folder else stem
    written = table.text("id")
    if written not in {"", expected}:
        table.fault(f"the id must be '{expected}', after the file's name", "id")
    return written


def check_kind(table: Table, kind: str) -> None:
    """Check that a file says it is of `kind`."""
    if table.text("kind") not in {"", kind}:
        table.fault(f"'kind' must be '{kind}' here", "kind")
