"""How often attributions are right, as odds: the file that `benchmarks/calibrate.py` writes."""

from collections.abc import Mapping

from provenance.rulebook.file_head import check_kind
from provenance.rulebook.schema import Calibration
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile


def load_calibration(file: RuleFile) -> Calibration:
    """Load the odds of patterns and of evidence, and where the bands begin."""
    table = Table(file, file.data)
    check_kind(table, "confidence")
    bands = _numbers(table, "bands")
    calibration = Calibration(
        patterns=_numbers(table, "patterns"),
        evidence=_numbers(table, "evidence"),
        high=bands.get("high", 1.0),
        medium=bands.get("medium", 0.0),
        source=table.text("source"),
    )
    table.close()
    if not 0 <= calibration.medium <= calibration.high <= 1:
        table.fault("'bands' must hold 'high' and 'medium' between 0 and 1, the higher first", "bands")
    return calibration


def _numbers(table: Table, key: str) -> Mapping[str, float]:
    """Read a table of positive numbers; what is none is a fault."""
    values = table.mapping(key)
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            table.fault(f"'{name}' under '{key}' must be a number above 0", key)
    return {name: float(value) for name, value in values.items() if isinstance(value, int | float)}
