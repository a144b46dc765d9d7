"""From a pack to a rulebook: lexicons and patterns are compiled."""

from collections.abc import Mapping

from attrs import frozen

from provenance.errors import Fault, RulebookError
from provenance.rulebook.charsets import CharacterSets
from provenance.rulebook.compile import Compiler, atoms_of
from provenance.rulebook.language import Name, Node, PatternError, parse_pattern
from provenance.rulebook.list_words import list_words
from provenance.rulebook.regexes import Regex
from provenance.rulebook.rulebook import CompiledPattern, GroupSymbols, NounGrammar, Rulebook
from provenance.rulebook.schema import Pack, Place
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


def compile_pack(pack: Pack) -> Rulebook:
    """Compile lexicons and patterns; raises RulebookError with every pattern that cannot be read."""
    return open_pack(pack)[0]


def open_pack(pack: Pack) -> tuple[Rulebook, Grammar]:
    """The compiled rules, and the trees they were compiled from."""
    faults: list[Fault] = []
    fragments = {f.name: _parsed(f.match, f.place, faults) for f in pack.fragments}
    patterns = [(p, _parsed(p.match, p.place, faults)) for p in sorted(pack.patterns, key=lambda p: p.rank)]
    excepts = {(p.id, e.id): _parsed(e.match, e.place, faults) for p in pack.patterns for e in p.excepts}
    roots = [*fragments.values(), *(node for _, node in patterns), *excepts.values()]
    places = [*(f.place for f in pack.fragments), *(p.place for p, _ in patterns), *(Place("", 0) for _ in excepts)]
    atoms = []
    for root, place in zip(roots, places, strict=True):
        try:
            atoms += list(atoms_of(root, fragments))
        except KeyError as unknown:
            faults.append(Fault(place.path, place.line, f"there is no fragment {unknown.args[0]}"))
    if faults:
        raise RulebookError(faults)
    readings = read_lexicons(pack.lexicons)
    vocabulary, numbers = build_vocabulary(readings, atoms)
    classifier = Classifier(vocabulary)
    named = [Name(name) for name in SETS if name in fragments]
    used = [*(node for _, node in patterns), *excepts.values(), *named]
    sets = CharacterSets(classifier, numbers)
    folded = Compiler(sets, fragments, used)
    compiled = tuple(
        CompiledPattern(
            p,
            folded.compile(node),
            tuple((e.id, folded.compile(excepts[p.id, e.id], anchored=False)) for e in p.excepts),
        )
        for p, node in patterns
    )
    nouns = _noun_grammar(sets, fragments, folded.alphabet)
    classifier.frozen = True
    members = {name.name: folded.members(name) for name in named}
    rulebook = Rulebook(pack, readings, classifier, nouns, compiled, members, list_words(pack.lexicons))
    return rulebook, Grammar(fragments, {p.id: node for p, node in patterns}, folded)


def _parsed(match: str, place: Place, faults: list[Fault]) -> Node:
    try:
        return parse_pattern(match)
    except PatternError as error:
        faults.append(Fault(place.path, place.line, str(error)))
        return Name("ANY")


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
