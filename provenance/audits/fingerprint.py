"""Names for findings that stay the same while the article changes elsewhere."""

import re
from collections import Counter
from hashlib import sha256

from provenance.audits.subject import Hit
from provenance.model import Spans, text_of

_WORD = re.compile(r"\w+")
_LENGTH = 32


class Fingerprints:
    """Gives each finding of an article its fingerprint; equal ones are told apart by a running number."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def take(self, rule: str, hit: Hit) -> str:
        """Give the next fingerprint for this rule and these words; no offset and no id goes into it."""
        text = hit.subject.context.text
        basis = "\n".join((rule, _normalised(hit.subject.claim, text), _normalised(hit.spans, text)))
        self._given[basis] += 1
        return shorten_hash(f"{basis}\n{self._given[basis]}")


def shorten_hash(basis: str) -> str:
    """Give the hash of a text, as long as a fingerprint is."""
    return sha256(basis.encode()).hexdigest()[:_LENGTH]


def _normalised(spans: Spans, text: str) -> str:
    """Give the bare words of some spans, so that layout and punctuation do not count."""
    return " ".join(_WORD.findall(text_of(spans, text).casefold()))
