"""The only reader of rules/."""

from provenance.rulebook.rulebook import CompiledPattern, Grammar, NounGrammar, Rulebook, compile_pack, open_pack

__all__ = ["CompiledPattern", "Grammar", "NounGrammar", "Rulebook", "compile_pack", "open_pack"]
