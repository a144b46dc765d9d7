"""The rules, loaded and compiled: the value every stage is given."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from provenance.rulebook.cache import find, keep
from provenance.rulebook.changes import LexiconChange, digest_changes
from provenance.rulebook.expression import Expression
from provenance.rulebook.locate import default_rules
from provenance.rulebook.pack_folder import PackFolder
from provenance.rulebook.pack_source import PackSource
from provenance.rulebook.readings import Reading, Readings
from provenance.rulebook.regexes import Regex
from provenance.rulebook.schema import Emits, Pack, Pattern
from provenance.rulebook.word_lists import WordLists
from provenance.tokens import Classifier
from provenance.tokens.symbols import Symbol

_MOST_GROUPS = 50_000
_MOST_READINGS = 100_000
"""How many groups and words are kept, so that an archive's new words do not fill the memory."""


class GroupSymbols(dict[str, list[str]]):
    """The classes of the words of a group -> its symbol, then an empty string for each further word; filled as met.

    `fixed` is the symbol of all groups, if they have one. Else `heads` maps the class of a group's last word to its symbol;
    a word of `surnames` right after one of `given` is a person whatever it is alone.
    """

    def __init__(self, fixed: str, heads: Mapping[str, str], given: frozenset[str], surnames: frozenset[str]) -> None:
        super().__init__()
        self.fixed = fixed
        self.heads, self.given, self.surnames = heads, given, surnames

    def __missing__(self, words: str) -> list[str]:
        if len(self) >= _MOST_GROUPS:
            self.clear()
        found = self[words] = [self.fixed or self._by_head(words), *[""] * (len(words) - 1)]
        return found

    def _by_head(self, words: str) -> str:
        head = words[-1]
        if words[-2:-1] in self.given and head in self.surnames:
            return Symbol.PERSON.value
        return self.heads.get(head, Symbol.THING.value)


@frozen(eq=False, repr=False)
class NounGrammar:
    """The compiled noun-group grammar.

    `unit` matches a time, a pronoun or a noun group in a class string: group 1, 2 or 3, as GROUPS has them; or else one
    character. `known` gives their symbols, for each kind. `alphabet` translates class strings to those `unit` reads,
    `words` the class of a word that stays alone to that of the pattern phase.
    """

    unit: Regex
    alphabet: Mapping[int, str]
    known: tuple[GroupSymbols, ...]
    words: Mapping[int, str]


@frozen(eq=False, repr=False)
class CompiledPattern:
    """A pattern ready to run. `excepts` are (id, expression); a match is dropped where one of them matches at it."""

    pattern: Pattern
    expression: Expression
    excepts: tuple[tuple[str, Expression], ...]


@frozen(eq=False, repr=False)
class Rulebook:
    """Everything the stages need of the rules. `patterns` stand in order of precedence, `words` are lists of words by name."""

    pack: Pack
    readings: Readings
    classifier: Classifier
    nouns: NounGrammar
    patterns: tuple[CompiledPattern, ...]
    sets: Mapping[str, frozenset[str]]
    words: WordLists
    memo: dict[str, list[Reading]] = field(factory=dict)
    lexemes: dict[str, Any] = field(factory=dict)
    _by_kind: Mapping[Emits, tuple[CompiledPattern, ...]] = field(init=False)

    @_by_kind.default
    def _sort_patterns(self) -> Mapping[Emits, tuple[CompiledPattern, ...]]:
        return {kind: tuple(p for p in self.patterns if p.pattern.emits is kind) for kind in Emits}

    @classmethod
    def load(
        cls, root: Path | None = None, extras: Sequence[PackSource] = (), changes: Sequence[LexiconChange] = ()
    ) -> "Rulebook":
        """The rules under `root`, or those shipped with the package, with the packs and words that a house adds.

        Raises RulebookError with every fault. Compiled rules are kept in the user's cache folder, by their content.
        """
        shipped = PackFolder(root or default_rules())
        found = find(_digest((shipped, *extras), changes), cls)
        if found:
            return found
        sources = (shipped.source, *extras)
        return keep(_digest(sources, changes), cls, lambda: _compile(sources, changes))

    def of_kind(self, emits: Emits) -> tuple[CompiledPattern, ...]:
        """The patterns that emit one kind of thing."""
        return self._by_kind[emits]

    def without(self, pattern_id: str, except_id: str) -> "Rulebook":
        """The same rules with one exception of one pattern switched off."""
        return evolve(
            self,
            patterns=tuple(
                evolve(p, excepts=tuple(e for e in p.excepts if e[0] != except_id)) if p.pattern.id == pattern_id else p
                for p in self.patterns
            ),
        )

    def pattern(self, pattern_id: str) -> Pattern | None:
        """The pattern of that id, if the pack has it."""
        return next((p.pattern for p in self.patterns if p.pattern.id == pattern_id), None)

    def read(self, words: str) -> list[Reading]:
        """The lexicon readings of a word or phrase."""
        found = self.memo.get(words)
        if found is None:
            if len(self.memo) >= _MOST_READINGS:
                self.memo.clear()
            found = self.memo[words] = self.readings.of(words)
        return found

    def reading(self, words: str, lexicon: str) -> Reading | None:
        """The first reading of a word or phrase in one lexicon; None where the lexicon does not list it."""
        return next((r for r in self.read(words) if r.lexicon == lexicon), None)

    def lists(self, words: str | None, lexicon: str) -> bool:
        """Whether a lexicon has a word or phrase."""
        return words is not None and any(r.lexicon == lexicon for r in self.read(words))


def _compile(sources: Sequence[PackSource], changes: Sequence[LexiconChange]) -> Rulebook:
    from provenance.rulebook.build import compile_pack  # noqa: PLC0415  kept rules need neither loader nor compiler
    from provenance.rulebook.load import build_pack  # noqa: PLC0415

    return compile_pack(build_pack(sources, changes))


def _digest(sources: Sequence[PackSource | PackFolder], changes: Sequence[LexiconChange]) -> str:
    """What names exactly these rules; the labels count, since compiled rules hold the places of the written ones."""
    parts = [part for source in sources for part in (source.label, source.digest())]
    return "\0".join([*parts, digest_changes(changes)])
