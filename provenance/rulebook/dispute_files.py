"""Disputes: findings that a house holds to be wrong, one file an audit, kept until a rule is mended and after."""

from provenance.rulebook.examples import load_tagged
from provenance.rulebook.file_head import check_kind
from provenance.rulebook.schema import Dispute
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile

TAG = "wrong"


def load_disputes(file: RuleFile) -> tuple[Dispute, ...]:
    """Load the disputes in one file."""
    table = Table(file, file.data)
    check_kind(table, "disputes")
    audit = table.text("audit")
    disputes = tuple(_load_dispute(one, audit) for one in table.tables("dispute"))
    table.close()
    return disputes


def _load_dispute(table: Table, audit: str) -> Dispute:
    tagged = load_tagged(table)
    if {name for name, _ in tagged.spans} != {TAG}:
        table.fault(f"the text must tag {{{TAG}:...}} and nothing else", "text")
    dispute = Dispute(audit, tagged, table.text("reason"), table.place)
    table.close()
    return dispute
