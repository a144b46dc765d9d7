"""What the keys of a pattern mean, in the words of people who read rules."""

from collections.abc import Iterator, Mapping

from provenance.rulebook.schema import Emits, Pattern

_FINDS = {
    Emits.ATTRIBUTION: "an attribution: who says what",
    Emits.RELAY: "a relay: who passes on what others say",
    Emits.SIGNAL: "a signal, which audits ask for and which makes nobody a source",
}
_KEYS = {
    "asserts": "whether the source vouches for the content",
    "comments": "what stands around the claim may be a comment on it",
    "confidence": "how often it means what it seems to",
    "entity": "who or what it stands for",
    "heads": "the words that a captured head may be",
    "heard": "the outlet that is named heard the source itself",
    "hop": "what the relay is on the way of a claim",
    "indefinite": "only words that bring in something new count, as a statement does",
    "loose": "its claims may be loosely said, which audits can ask",
    "medium": "through what somebody speaks",
    "nested": "whether it may stand inside another claim",
    "reported": "whether somebody said something",
    "scope": "how far a relay reaches",
    "signal": "the name under which audits find it",
    "source_from": "where the source is looked for if it is not captured",
}


def describe_keys(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Give what a pattern finds, then each of its further keys with what it means."""
    yield "finds", _FINDS[pattern.emits]
    for key, value in sorted(pattern.fields.items()):
        about = f" ({_KEYS[key]})" if key in _KEYS else ""
        yield key.replace("_", " "), f"{_say(value)}{about}"


def split_alternatives(match: str) -> list[str]:
    """Give the alternatives of a pattern's expression one by one: what stands between its outermost bars."""
    found, depth, quoted = [""], 0, False
    for sign in " ".join(match.split()):
        quoted ^= sign == '"'
        depth += 0 if quoted else (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0 and not quoted:
            found.append("")
        else:
            found[-1] += sign
    return [one.strip() for one in found]


def _say(value: object) -> str:
    """Give a value in words: yes and no, words with commas between them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_say(one)}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
