"""Facts of wording that audits read: a claim could not be verified, was confirmed, is denied or hedged."""

from collections import defaultdict
from collections.abc import Mapping

from provenance.attribution.matches import find_matches
from provenance.mentions.fold import Folded
from provenance.model import Span, Spans
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits


def find_signals(folded: Folded, rulebook: Rulebook) -> Mapping[str, Spans]:
    """The spans of every signal pattern's `signal` group (or whole match), by the name of the signal, in text order."""
    found: dict[str, set[Span]] = defaultdict(set)
    for compiled in rulebook.of_kind(Emits.SIGNAL):
        name = str(compiled.pattern.fields.get("signal", compiled.pattern.id))
        groups = compiled.expression.groups.get("signal", (0,))
        for match in find_matches(compiled, folded):
            found[name].update(folded.span(*match.span(g)) for g in groups if match.span(g)[1] > match.span(g)[0])
    return {name: tuple(sorted(spans)) for name, spans in sorted(found.items())}
