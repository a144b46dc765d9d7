"""*Officials said ... the official added*: many are claimed, one is heard."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from provenance.audits.conditions import select
from provenance.audits.source_facts import descriptor_words, number_of
from provenance.audits.subject import Context, Hit, Subject
from provenance.model import Number, text_of
from provenance.rulebook.schema import AuditCard


def audit_plural_one(context: Context, card: AuditCard) -> Iterator[Hit]:
    """Object to a plural that a later *the official* takes up as if one person had spoken."""
    earlier: dict[str, list[int]] = defaultdict(list)
    claims = select(context.claims, card.when)
    blamed: set[Subject] = set()
    for position, single in enumerate(claims):
        words = text_of(single.evidence, context.text)
        if words.lower().startswith(tuple(card.options["definite"])):
            plural = _last_like(single, claims, earlier, card.options["plurals"])
            if plural and plural not in blamed:
                blamed.add(plural)
                yield Hit(plural, plural.evidence, related=single.evidence, words={"single": words})
        for word in descriptor_words(single):
            earlier[word].append(position)


def _last_like(
    single: Subject, claims: Sequence[Subject], earlier: Mapping[str, Sequence[int]], irregular: Mapping[str, str]
) -> Subject | None:
    """Give the source that a single one takes up, if it is the plural of the same word with no word less."""
    words = descriptor_words(single)
    plurals = frozenset(form for word in words for form in _plurals(word, irregular))
    alike = {position for word in words | plurals for position in earlier.get(word, ())}
    for subject in (claims[position] for position in sorted(alike, reverse=True)):
        plural = descriptor_words(subject)
        if number_of(subject) is Number.SEVERAL and plurals & plural and len(words - plural) == 1:
            return subject if number_of(single) is Number.ONE else None
        if number_of(subject) is Number.ONE and words & plural:
            return None
    return None


def _plurals(word: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Give every form that may be the plural of a word."""
    return irregular.get(word, f"{word}s"), f"{word}es", f"{word[:-1]}ies"
