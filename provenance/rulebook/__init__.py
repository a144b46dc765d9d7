"""The only reader of rules/."""

from provenance.rulebook.rulebook import CompiledPattern, NounGrammar, Rulebook, compile_pack

__all__ = ["CompiledPattern", "NounGrammar", "Rulebook", "compile_pack"]
