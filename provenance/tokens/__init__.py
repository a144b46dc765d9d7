"""Text to tokens to class string; knows classes, not what they mean."""

from provenance.tokens.classes import Classifier, Vocabulary
from provenance.tokens.pieces import Tokens, read_surfaces, read_tokens

__all__ = ["Classifier", "Tokens", "Vocabulary", "read_surfaces", "read_tokens"]
