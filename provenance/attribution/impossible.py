"""Candidates that no reader would take for an attribution: nouns read as verbs (*security fears*, *a war cry*), *itself*, *The Latest:*."""

from collections.abc import Iterable, Iterator

from provenance.attribution.candidates import Candidate, Units
from provenance.mentions.fold import Folded
from provenance.rulebook import Rulebook

_PLAIN_NOUNS = frozenset({"common-nouns", "common-adjectives", "common-verbs", "same-meaning", "adverbs"})
"""Where nouns stand that can hardly speak; whoever or whatever can is in another list as well."""
_LISTED_NOUNS = frozenset({"common-nouns", "common-adjectives"})


def without_impossible(candidates: Iterable[Candidate], folded: Folded, rulebook: Rulebook) -> Iterator[Candidate]:
    """The candidates whose source can be the subject of their cue."""
    return (c for c in candidates if c.source is None or not _is_impossible(c.source, c.cue, folded, rulebook))


def _is_impossible(source: Units, cue: Units | None, folded: Folded, rulebook: Rulebook) -> bool:
    if source[1] - source[0] > 1:
        return False
    words = folded.words(*source)
    if cue is not None and folded.words(*cue) == [":"] and rulebook.lists(words[-1].lower(), "rubrics"):
        return True
    if _has_tag(words[-1], "reflexive", rulebook):  # she said herself, but not: she herself said
        return cue is None or cue[0] < source[0]
    before = cue is not None and cue[0] == source[1] and folded.words(*cue)
    if not before or len(before) > 1 or not _is_plain_noun(words[-1], rulebook):
        return False
    if words[0].lower() in rulebook.words["reference-words.one-noun"]:
        return _has_tag(before[0], "base", rulebook) and not _has_tag(before[0], "past", rulebook)
    return len(words) == 1 and _has_tag(before[0], "s", rulebook) and _has_tag(before[0], "several", rulebook)


def _is_plain_noun(word: str, rulebook: Rulebook) -> bool:
    """Whether a word is a noun in the singular that no list of speakers has, and no name."""
    readings = rulebook.read(word)
    unknown_name = word[0].isupper() and not any(r.lexicon in _LISTED_NOUNS for r in readings)
    return not unknown_name and all(r.lexicon in _PLAIN_NOUNS and "several" not in r.tags for r in readings)


def _has_tag(word: str, tag: str, rulebook: Rulebook) -> bool:
    return any(tag in reading.tags for reading in rulebook.read(word.lower()))
