"""Text to tokens to class string; knows classes, not what they mean."""

from provenance.tokens.classes import CONTINUED, Classifier, Vocabulary
from provenance.tokens.pieces import Tokens, read_surfaces, read_tokens

__all__ = ["CONTINUED", "Classifier", "Tokens", "Vocabulary", "read_surfaces", "read_tokens"]
