"""The only reader of rules/."""

from provenance.rulebook.rulebook import CompiledPattern, NounGrammar, Rulebook

__all__ = ["CompiledPattern", "NounGrammar", "Rulebook"]
