"""The wordings of one statement side by side."""

from collections import Counter
from collections.abc import Sequence

from provenance.comparing.statements import Statement
from provenance.model import Spans, Variant, text_of

_MARKS = "\"'“”‘’«» ,;:.…"


def find_variants(statements: Sequence[tuple[Statement, Spans]]) -> tuple[Variant, ...]:
    """Give the different wordings, in order, each with the words that no other has; none are marked where there is but one wording."""
    wordings: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    for number, (statement, part) in enumerate(statements):
        text = text_of(part, statement.text).removeprefix("that ").strip(_MARKS)
        key = " ".join(text.casefold().replace("’", "'").split())
        shown.setdefault(key, " ".join(text.split()))
        wordings.setdefault(key, []).append(number)
    words = {key: _words(key) for key in wordings}
    held_by = Counter(word for held in words.values() for word in held)
    return tuple(
        Variant(
            shown[key],
            tuple(word for word in words[key] if held_by[word] == 1) if len(words) > 1 else (),
            tuple(members),
        )
        for key, members in wordings.items()
    )


def _words(key: str) -> list[str]:
    """The different words of a wording, without marks, in order."""
    return list(dict.fromkeys(bare for word in key.split() if (bare := word.strip(_MARKS))))
