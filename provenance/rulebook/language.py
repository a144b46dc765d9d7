"""The pattern language: text to syntax tree.

    "according to"     a literal, any case; several words are several tokens
    @lexicon.tag.tag   a word of a lexicon, of which every tag holds; @shape.capital for how a word looks
    NAME               a fragment, or a noun-group symbol
    name:X             captures X
    ( X | Y )          alternation        !X   one token that is not X (X must be one token)
    X? X* X+ X{m,n}    repetition; a second ? makes it lazy
    (?= X) (?! X) (?< X) (?<! X)   what follows or precedes, without consuming it (before: one token)

Adapted to class strings from the usual notation of regular expressions and of JAPE and CQP.
"""

import re
from typing import NamedTuple

from attrs import frozen

_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\n]*)
      | (?P<capture>[a-z]\w*):
      | (?P<literal>"[^"]*")
      | @(?P<selector>[a-z][\w/-]*(?:\.[\w-]+)*)
      | (?P<fragment>[A-Z][A-Z0-9_]*)
      | (?P<look>\(\?(?:=|!|<!|<))
      | (?P<repeat>[?*+]\??|\{\d*,?\d*\}\??)
      | (?P<mark>[()|!])""",
    re.VERBOSE,
)


class PatternError(ValueError):
    """A pattern that cannot be read; `position` counts characters of its text."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(f"{reason} at character {position + 1}")


@frozen
class Literal:
    """Words as written, any case."""

    text: str


@frozen
class Selector:
    """A lexicon (or `shape`) and the tags that must hold."""

    lexicon: str
    tags: frozenset[str]


@frozen
class Name:
    """A fragment or a noun-group symbol."""

    name: str


@frozen
class Not:
    """One token that `item` is not."""

    item: "Node"


@frozen
class Sequence:
    """One after the other."""

    items: "tuple[Node, ...]"


@frozen
class Choice:
    """One of several, the first that lets the rest match."""

    items: "tuple[Node, ...]"


@frozen
class Repeat:
    """`item` as often as `times` says, in the notation of regular expressions."""

    item: "Node"
    times: str


@frozen
class Capture:
    """What `item` matches, kept under `name`."""

    name: str
    item: "Node"


@frozen
class Look:
    """What follows or precedes; `how` is one of = ! < <!."""

    how: str
    item: "Node"


Atom = Literal | Selector
"""What classes of words are told apart by."""
Node = Literal | Selector | Name | Not | Sequence | Choice | Repeat | Capture | Look


class _Lexeme(NamedTuple):
    kind: str
    text: str
    position: int


def parse_pattern(text: str) -> Node:
    """The syntax tree of a pattern; raises PatternError with the place of the fault."""
    reader = _Reader(_lexemes(text), len(text))
    node = reader.choice()
    if (rest := reader.peek()) is not None:
        reason = f"unexpected {rest.text!r}"
        raise PatternError(reason, rest.position)
    return node


def _lexemes(text: str) -> list[_Lexeme]:
    found, position = [], 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            reason = f"cannot read {text[position : position + 10]!r}"
            raise PatternError(reason, position)
        kind = match.lastgroup or ""
        if kind != "space":
            found.append(_Lexeme(kind, match.group(kind), position))
        position = match.end()
    return found


class _Reader:
    """Recursive descent over the lexemes of one pattern."""

    def __init__(self, lexemes: list[_Lexeme], length: int) -> None:
        self.lexemes = lexemes
        self.length = length
        self.at = 0

    def peek(self) -> _Lexeme | None:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else None

    def take(self) -> _Lexeme:
        lexeme = self.peek()
        if lexeme is None:
            reason = "the pattern ends too early"
            raise PatternError(reason, self.length)
        self.at += 1
        return lexeme

    def choice(self) -> Node:
        items = [self.sequence()]
        while (nxt := self.peek()) is not None and nxt.text == "|":
            self.take()
            items.append(self.sequence())
        return items[0] if len(items) == 1 else Choice(tuple(items))

    def sequence(self) -> Node:
        items: list[Node] = []
        while (nxt := self.peek()) is not None and nxt.text not in ("|", ")"):
            items.append(self.repeated())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def repeated(self) -> Node:
        lexeme = self.take()
        if lexeme.kind == "capture":
            return Capture(lexeme.text, self.repeated())
        node = self.atom(lexeme)
        while (nxt := self.peek()) is not None and nxt.kind == "repeat":
            node = Repeat(node, self.take().text)
        return node

    def atom(self, lexeme: _Lexeme) -> Node:
        if lexeme.kind == "literal":
            return Literal(lexeme.text[1:-1])
        if lexeme.kind == "selector":
            lexicon, *tags = lexeme.text.split(".")
            return Selector(lexicon, frozenset(tags))
        if lexeme.kind == "fragment":
            return Name(lexeme.text)
        if lexeme.kind == "look":
            return Look(lexeme.text[2:], self.closed())
        if lexeme.text == "(":
            return self.closed()
        if lexeme.text == "!":
            return Not(self.atom(self.take()))
        reason = f"unexpected {lexeme.text!r}"
        raise PatternError(reason, lexeme.position)

    def closed(self) -> Node:
        node = self.choice()
        lexeme = self.take()
        if lexeme.text != ")":
            reason = "a bracket is not closed"
            raise PatternError(reason, lexeme.position)
        return node
