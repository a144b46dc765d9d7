"""What the package offers to those who import it."""

import subprocess
import sys
from pathlib import Path

import provenance

PUBLIC = {
    "Article",
    "AuditResult",
    "Parse",
    "Report",
    "Rulebook",
    "__version__",
    "audit_article",
    "audit_text",
}
HEAVY = ("lxml", "trafilatura", "regex", "provenance.pipeline")


def test_public_names_are_these() -> None:
    """`provenance.__all__` changes only together with this list."""
    assert set(provenance.__all__) == PUBLIC


def test_public_names_exist() -> None:
    """Every public name can be had from the package."""
    assert all(getattr(provenance, name) is not None for name in provenance.__all__)


def test_importing_costs_nothing() -> None:
    """Importing the package loads no heavy library and no rules."""
    code = f"import sys, provenance; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_types_are_shipped() -> None:
    """The package declares itself typed."""
    assert (provenance_folder() / "py.typed").is_file()


def provenance_folder() -> Path:
    """Where the package under test lies."""
    return Path(str(provenance.__file__)).parent
