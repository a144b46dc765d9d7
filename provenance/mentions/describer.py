"""Describes mentions, remembering what the same words meant before."""

from attrs import evolve, frozen

from provenance.mentions.describe import describe_source
from provenance.mentions.fold import Folded
from provenance.model import Mention, Span
from provenance.rulebook import Rulebook

_LIMIT = 50_000


@frozen(eq=False, repr=False)
class Describer:
    """A description depends on the words alone, so the same words are described once for all articles."""

    rulebook: Rulebook
    known: dict[tuple[str, ...], Mention]

    def read(self, folded: Folded, first: int, last: int) -> Mention:
        """The mention made by the tokens `[first, last)`, without its spans: shared by all that have the same words."""
        key = tuple(folded.tokens.surfaces[first:last])
        found = self.known.get(key)
        if found is None:
            found = describe_source(folded, first, last, self.rulebook)
            if len(self.known) < _LIMIT:
                self.known[key] = found
        return found

    def describe(self, folded: Folded, first: int, last: int) -> Mention:
        """The mention made by the tokens `[first, last)`."""
        found = self.read(folded, first, last)
        return evolve(found, spans=(Span(folded.tokens.starts[first], folded.tokens.end(last - 1)),))
