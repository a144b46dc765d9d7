"""Reserved class characters: what the later stages write into a class string in place of words.

Structure symbols mark where sentences, quotations and paragraphs begin and end; noun-group symbols stand for a whole
noun group, by the kind of its head.
"""

from enum import StrEnum


class Symbol(StrEnum):
    """One reserved character each; the names are what patterns write."""

    CONTINUED = "\ue000"  # every token of a phrase but its first
    BREAK = "\ue001"  # end of a paragraph
    BREAK_CLOSE = "\ue002"  # end of a paragraph inside a quotation
    STOP = "\ue003"  # end of a sentence
    OPEN = "\ue004"  # a quotation opens
    CLOSE = "\ue005"  # a quotation closes inside a sentence
    CLOSE_STOP = "\ue006"  # a quotation closes and its sentence with it
    VOID = "\ue007"  # words that are never a claim: captions, footers, adverts
    TURN = "\ue008"  # the colon behind a speaker's label
    PERSON = "\ue010"  # a name, or a group headed by an office or a role
    BODY = "\ue011"  # a government, institution, company, party
    OUTLET = "\ue012"  # a news outlet
    DOCUMENT = "\ue013"  # a document or statement
    PRONOUN = "\ue014"  # a personal pronoun
    TIME = "\ue015"  # when
    THING = "\ue016"  # any other noun group
    PLACE = "\ue017"  # a place, which may stand for its government
    REPORT = "\ue018"  # a document that is also what somebody said: statement, letter
    WORDS = "\ue019"  # what somebody said: claim, accusation
    CLOSE_COMMA = "\ue00a"  # a quotation closes with a comma inside, and its sentence goes on
    CLOSE_ASK = "\ue009"  # a quotation closes with ! or ?, and its sentence may go on


GROUPS = frozenset(
    Symbol[name] for name in ("PERSON", "BODY", "OUTLET", "DOCUMENT", "THING", "PLACE", "REPORT", "WORDS")
)
"""Noun groups; pronouns and times are none."""

CLOSING = frozenset(symbol for symbol in Symbol if symbol.name.startswith("CLOSE") or symbol is Symbol.BREAK_CLOSE)
"""What ends a quotation."""
