"""Source attribution and provenance auditor for news.

    >>> import provenance
    >>> result = provenance.audit_text("The fund will be cut, an EU official said.")
    >>> result.parse.attributions[0].source.entity
    'EU official'

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from provenance.__about__ import __version__

if TYPE_CHECKING:
    from provenance.model import Article, AuditResult, Parse, Report
    from provenance.pipeline import audit_article, audit_text
    from provenance.rulebook import Rulebook

_HOMES = {
    "Article": "provenance.model",
    "AuditResult": "provenance.model",
    "Parse": "provenance.model",
    "Report": "provenance.model",
    "Rulebook": "provenance.rulebook",
    "audit_article": "provenance.pipeline",
    "audit_text": "provenance.pipeline",
}

__all__ = [
    "Article",
    "AuditResult",
    "Parse",
    "Report",
    "Rulebook",
    "__version__",
    "audit_article",
    "audit_text",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  the public names are of every type
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"module 'provenance' has no attribute {name!r}"
    raise AttributeError(message)
