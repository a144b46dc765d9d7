"""Signals: words that say something about claims nearby (*could not independently verify*), for audits to read."""

from collections.abc import Mapping

from provenance.mentions.fold import Folded
from provenance.model import Spans
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits


def find_signals(folded: Folded, rulebook: Rulebook) -> Mapping[str, Spans]:
    """Where each signal of the rulebook stands, by the signal's name."""
    found: dict[str, Spans] = {}
    for compiled in rulebook.of_kind(Emits.SIGNAL):
        name = str(compiled.pattern.fields["signal"])
        spans = tuple(
            folded.span(*match.span())
            for match in compiled.expression.regex.finditer(folded.symbols)
            if not any(exception.regex.match(folded.symbols, match.start()) for _, exception in compiled.excepts)
        )
        if spans:
            found[name] = tuple(sorted((*found.get(name, ()), *spans)))
    return found
