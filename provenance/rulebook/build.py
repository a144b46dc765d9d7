"""From a pack to a rulebook: lexicons and patterns are compiled."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.errors import Fault, RulebookError
from provenance.rulebook.charsets import CharacterSets
from provenance.rulebook.compile import Compiler, atoms_of
from provenance.rulebook.language import Atom, Name, Node, PatternError, parse_pattern
from provenance.rulebook.list_words import list_words
from provenance.rulebook.regexes import Regex
from provenance.rulebook.rulebook import CompiledPattern, GroupSymbols, NounGrammar, Rulebook
from provenance.rulebook.schema import Fragment, Pack, Pattern, PatternExcept
from provenance.rulebook.vocabulary import build_vocabulary, read_lexicons
from provenance.tokens import Classifier
from provenance.tokens.symbols import Symbol

SETS = (
    "SPEAKER",
    "PREPOSITION",
    "SUBORDINATOR",
    "VERBAL",
    "ATTITUDE",
    "ADVERB",
    "COMMA",
    "DEMAND",
    "UNSAID",
    "POSITION",
    "WRITING",
    "ALOUD",
    "DOUBTFUL_ADVERB",
    "FACTUAL",
    "IDENTIFYING",
    "DOING",
    "SUPPOSED",
    "IF",
    "KNOWN",
    "MIGHT",
    "NEGATING",
    "UNKNOWN",
    "WHETHER",
    "OBJECT_CONTROL",
    "MODAL",
)
"""Fragments of single units that the stages ask for by name."""

HEADS = (
    ("HEAD_OUTLET", Symbol.OUTLET),
    ("HEAD_BODY", Symbol.BODY),
    ("HEAD_PERSON", Symbol.PERSON),
    ("HEAD_PLACE", Symbol.PLACE),
    ("HEAD_REPORT", Symbol.REPORT),
    ("HEAD_DOCUMENT", Symbol.DOCUMENT),
    ("HEAD_WORDS", Symbol.WORDS),
)
"""Which fragment makes which noun-group symbol, first that holds."""

GROUPS = (("TIME", "TIME_GROUP"), ("PRONOUN", "PRONOUN_GROUP"), ("GROUP", "NOUN_GROUP"))
"""Units of the noun-group grammar, in order of precedence."""

_FIXED = {"TIME": Symbol.TIME.value, "PRONOUN": Symbol.PRONOUN.value}


@frozen(eq=False)
class Grammar:
    """The syntax trees of a pack and the compiler of its pattern phase, for those who take patterns apart."""

    fragments: Mapping[str, Node]
    patterns: Mapping[str, Node]
    compiler: Compiler


@frozen(eq=False)
class _Trees:
    """What a pack says in the pattern language, parsed: fragments by name, patterns by id in order of precedence, exceptions.

    `excepts` are by the ids of pattern and exception; `atoms` everything in all of it by which words are told apart.
    """

    fragments: Mapping[str, Node]
    patterns: Mapping[str, Node]
    excepts: Mapping[tuple[str, str], Node]
    atoms: Sequence[Atom]


def compile_pack(pack: Pack) -> Rulebook:
    """Compile lexicons and patterns; raises RulebookError with every pattern that cannot be read."""
    return open_pack(pack)[0]


def open_pack(pack: Pack) -> tuple[Rulebook, Grammar]:
    """The compiled rules, and the trees they were compiled from; raises RulebookError as above."""
    trees = _parse_pack(pack)
    readings = read_lexicons(pack.lexicons)
    vocabulary, numbers = build_vocabulary(readings, trees.atoms)
    classifier = Classifier(vocabulary)
    sets = CharacterSets(classifier, numbers)
    named = [Name(name) for name in SETS if name in trees.fragments]
    compiler = Compiler(sets, trees.fragments, [*trees.patterns.values(), *trees.excepts.values(), *named])
    patterns = tuple(_compile_pattern(pattern, trees, compiler) for pattern in _by_precedence(pack))
    nouns = _noun_grammar(sets, trees.fragments, compiler.alphabet)
    classifier.frozen = True
    members = {name.name: compiler.members(name) for name in named}
    rulebook = Rulebook(pack, readings, classifier, nouns, patterns, members, list_words(pack.lexicons))
    return rulebook, Grammar(trees.fragments, trees.patterns, compiler)


def _by_precedence(pack: Pack) -> list[Pattern]:
    return sorted(pack.patterns, key=lambda pattern: pattern.rank)


def _parse_pack(pack: Pack) -> _Trees:
    """Parse everything in the pattern language; raise RulebookError with all faults in it."""
    faults: list[Fault] = []
    ordered = _by_precedence(pack)
    fragments = {fragment.name: _parse(fragment, faults) for fragment in pack.fragments}
    patterns = {pattern.id: _parse(pattern, faults) for pattern in ordered}
    excepts = {(pattern.id, one.id): _parse(one, faults) for pattern in ordered for one in pattern.excepts}
    written: list[Fragment | Pattern | PatternExcept] = [
        *pack.fragments,
        *ordered,
        *(one for pattern in ordered for one in pattern.excepts),
    ]
    atoms: list[Atom] = []
    for rule, tree in zip(written, [*fragments.values(), *patterns.values(), *excepts.values()], strict=True):
        try:
            atoms += atoms_of(tree, fragments)
        except KeyError as unknown:
            faults.append(Fault(rule.place.path, rule.place.line, f"there is no fragment {unknown.args[0]}"))
    if faults:
        raise RulebookError(faults)
    return _Trees(fragments, patterns, excepts, atoms)


def _parse(written: Fragment | Pattern | PatternExcept, faults: list[Fault]) -> Node:
    try:
        return parse_pattern(written.match)
    except PatternError as error:
        faults.append(Fault(written.place.path, written.place.line, str(error)))
        return Name("ANY")


def _compile_pattern(pattern: Pattern, trees: _Trees, compiler: Compiler) -> CompiledPattern:
    excepts = ((one.id, compiler.compile(trees.excepts[pattern.id, one.id], anchored=False)) for one in pattern.excepts)
    return CompiledPattern(pattern, compiler.compile(trees.patterns[pattern.id]), tuple(excepts))


def _noun_grammar(sets: CharacterSets, fragments: Mapping[str, Node], words: Mapping[str, str]) -> NounGrammar:
    used = [Name(fragment) for _, fragment in GROUPS]
    compiler = Compiler(sets, fragments, used)
    parts = [f"({compiler.guarded(Name(fragment))})" for _, fragment in GROUPS]
    heads: dict[str, str] = {}
    for fragment, symbol in HEADS:
        for character in compiler.characters(Name(fragment)):
            heads.setdefault(character, symbol.value)
    given, surnames = (compiler.characters(Name(name)) for name in ("NAME_BEFORE", "SURNAME"))
    skipped = compiler.charset(compiler.first(used), negated=True)
    unit = Regex(f"{skipped}*+(?:{'|'.join(parts)}|.)")
    known = tuple(GroupSymbols(_FIXED.get(kind, ""), heads, given, surnames) for kind, _ in GROUPS)
    alphabet = {ord(character): block for character, block in compiler.alphabet.items()}
    return NounGrammar(unit, alphabet, known, str.maketrans(dict(words)))
