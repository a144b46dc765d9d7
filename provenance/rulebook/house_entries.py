"""Entries that a house adds to a lexicon, held against those it has: what no other entry says would do nothing, without a word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from provenance.nearest import suggest
from provenance.rulebook.schema import Entry, Lexicon, PartOfSpeech

_MOST = 30
_USES = 5
"""Up to so many different values, each in so many entries on average, are a closed list: frames, but not countries."""
_FORMS = {
    PartOfSpeech.VERB: ("forms",),
    PartOfSpeech.NOUN: ("plural",),
    PartOfSpeech.NAME: ("aliases", "the_aliases"),
    PartOfSpeech.WORD: ("aliases",),
    PartOfSpeech.LIST: (),
}
"""What an entry of each kind may say of its forms, whether another one does or not."""
_SHAPES = {bool: "true or false", list: "a list", str: "text", dict: "a table"}


def check_entry(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    """Give what is wrong with an entry for a lexicon: keys, shapes and values that none of the lexicon's own has."""
    own = [one.fields for one in lexicon.entries]
    known = {*lexicon.default, *_FORMS[lexicon.pos], *(key for fields in own for key in fields)}
    for key, value in entry.fields.items():
        if key not in known:
            yield f"no entry of {lexicon.id} has '{key}'{suggest(key, known)}"
        else:
            closed = lexicon.pos is PartOfSpeech.LIST
            yield from _check_value(key, value, [fields[key] for fields in own if key in fields], closed=closed)


def _check_value(key: str, value: object, others: Sequence[object], *, closed: bool) -> Iterator[str]:
    shapes = {type(other) for other in others}
    if shapes and type(value) not in shapes:
        yield f"'{key}' must be {' or '.join(sorted(_SHAPES.get(shape, shape.__name__) for shape in shapes))}"
        return
    used = Counter(text for other in others for text in _texts(other))
    if closed or (len(used) <= _MOST and used.total() >= _USES * len(used) > 0):
        for text in _texts(value):
            if text not in used:
                yield f"'{text}' is no value of '{key}'{suggest(text, used)} (there are: {', '.join(sorted(used))})"


def _texts(value: Any) -> list[str]:  # noqa: ANN401  whatever TOML holds
    """Give the texts that a field holds, alone or in a list."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
