"""Words of a relay to the hop they make."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from provenance.attribution.sources import tokens_of
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded
from provenance.mentions.words import Word, read_words, text_of_words
from provenance.model import Hop, Kind, Naming, Role, Span
from provenance.resolution.outlets import LEXICON, Outlets, is_platform
from provenance.tokens.symbols import Symbol

_PLATFORM = "platform"
_NO_MEDIUM = frozenset({"event", "spoken"})
_LONGEST = 5
"""Words of a medium that are kept as its name."""


@frozen(eq=False, repr=False)
class HopMaker:
    """Makes hops of one article.

    `hosts` are people who were told something for their outlet (*BBC host Ana Lind*), by surname, each with the unit;
    `hearers` the groups that held no outlet, and the fields of their patterns.
    """

    folded: Folded
    describer: Describer
    outlets: Outlets
    hosts: dict[str, tuple[int, Hop]] = field(factory=dict)
    hearers: list[tuple[tuple[int, int], Mapping[str, Any]]] = field(factory=list)

    def make(self, units: tuple[int, int], role: Role, fields: Mapping[str, Any]) -> Hop | None:
        """The hop that the words at `units` make; None where they name no outlet, or no medium.

        `entity` and `hop` (its kind) among the pattern's fields name the hop where a verb does (*tweeted*); `indefinite` takes only
        a medium that is new to the reader (*in a statement*, not *in his statement*).
        """
        spans = (self.folded.span(*units),)
        if "entity" in fields and role is Role.MEDIUM:
            return Hop(str(fields["entity"]), Kind(fields.get("hop", Kind.OUTLET)), Naming.NAMED, role, spans)
        words = read_words(self.folded, *tokens_of(self.folded, units), self.describer.rulebook)
        if role is Role.MEDIUM:
            known = fields.get("indefinite") and words and words[0].is_on("reference-words.known-medium")
            return None if known else medium_of(words, spans)
        hop = self._outlet(words, units, role)
        if role is Role.RELAY and words:
            self._note(hop, units, words[-1], fields)
        return hop

    def _note(self, hop: Hop | None, units: tuple[int, int], last: Word, fields: Mapping[str, Any]) -> None:
        """Remember a host with the outlet, and who was told something without one."""
        if self.folded.symbols[units[0]] != Symbol.PERSON or not last.is_capital or last.is_in(LEXICON):
            return
        if hop is None:
            self.hearers.append((units, fields))
        elif hop.naming is Naming.NAMED:
            self.hosts.setdefault(last.text, (units[0], hop))

    def host(self, units: tuple[int, int]) -> Hop | None:
        """The hop of the outlet for which somebody was told something before."""
        unit, hop = self.hosts.get(self.folded.words(*units)[-1], (units[0], None))
        return evolve(hop, spans=(self.folded.span(*units),)) if hop is not None and unit < units[0] else None

    def _outlet(self, words: Sequence[Word], units: tuple[int, int], role: Role) -> Hop | None:
        spans = (self.folded.span(*units),)
        named = [w for w in words if w.is_in(LEXICON)]
        if named:
            reading = named[-1].reading(LEXICON)
            platform = reading is not None and is_platform(reading)
            return Hop(
                self.outlets.name(named[-1]), Kind.OUTLET, Naming.NAMED, Role.MEDIUM if platform else role, spans
            )
        mention = self.describer.describe(self.folded, *tokens_of(self.folded, units))
        if mention.kind is Kind.OUTLET and mention.name:
            return Hop(mention.name, Kind.OUTLET, mention.naming, role, spans)
        if role is Role.PUBLISHER:
            return Hop(mention.name, Kind.OUTLET, Naming.NAMED, role, spans) if mention.name else None
        return self._short_outlet(words, units, role) if mention.kind is Kind.OUTLET else None

    def _short_outlet(self, words: Sequence[Word], units: tuple[int, int], role: Role) -> Hop | None:
        """*The paper*: the outlet named last; *a newspaper*, *local media*: an unnamed one; *its website*: none."""
        spans = (self.folded.span(*units),)
        if words[0].is_on("reference-words.own-medium"):
            return None
        head = words[-1].reading("outlet-heads")
        known = self.outlets.before(units[0])
        if words[0].text.lower() == "the" and known and head is not None and "several" not in head.tags:
            return Hop(known, Kind.OUTLET, Naming.NAMED, role, spans)
        return Hop(text_of_words(_bare(words)), Kind.OUTLET, Naming.UNNAMED, role, spans)


def medium_of(words: Sequence[Word], spans: tuple[Span, ...]) -> Hop | None:
    """The hop a document, post or network makes that carries somebody's words; None for any other group.

    A post whose network the words tell (*a tweet*, *Facebook post*) makes the network the hop. A bare singular is part
    of an idiom (*in response*, *in reply*).
    """
    for word in words:
        reading = word.reading(LEXICON)
        if reading is not None and is_platform(reading):
            return Hop(reading.entry.lemma, Kind.OUTLET, Naming.NAMED, Role.MEDIUM, spans)
    reading = words[-1].reading("document-heads") if words else None
    if reading is None or "medium" not in reading.tags or reading.tags & _NO_MEDIUM:
        return None
    if len(words) == 1 and "several" not in reading.tags:
        return None
    platform = reading.entry.fields.get(_PLATFORM)
    if platform:
        return Hop(str(platform), Kind.OUTLET, Naming.NAMED, Role.MEDIUM, spans)
    name = text_of_words(_bare(words)[-_LONGEST:])
    return Hop(name, Kind.DOCUMENT, Naming.NAMED, Role.MEDIUM, spans)


def _bare(words: Sequence[Word]) -> Sequence[Word]:
    kept = [w for w in words if not w.is_on("reference-words.medium-opener")]
    return kept or words
