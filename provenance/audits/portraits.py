"""What all descriptions that an article gives of one source tell together: worked out once, however often it speaks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from provenance.audits.openings import NEWEST, opening_of
from provenance.model import Anonymity, Granted, Number, Source
from provenance.rulebook.word_lists import WordLists


@frozen(eq=False, repr=False)
class Portrait:
    """A source as the article describes it: `sources` are all that stand for it, `text` is the article's; `words` are lists that the rules name."""

    sources: Sequence[Source]
    text: str
    words: WordLists

    @cached_property
    def described(self) -> Sequence[Anonymity]:
        """How it is described where it is unnamed."""
        return [source.anonymity for source in self.sources if source.anonymity]

    @cached_property
    def specificity(self) -> int | None:
        """The best specificity of a description; None where there is none."""
        return max((anonymity.specificity for anonymity in self.described), default=None)

    @cached_property
    def has_reason(self) -> bool:
        """Whether the article says anywhere why it is not named."""
        return any(anonymity.reason for anonymity in self.described)

    @cached_property
    def has_rote_reason(self) -> bool:
        """Whether the article gives a reason, and only ever a mere formula."""
        given = [anonymity.rote for anonymity in self.described if anonymity.reason]
        return bool(given) and all(given)

    @cached_property
    def has_basis(self) -> bool:
        """Whether the article says anywhere how it knows."""
        return any(anonymity.basis for anonymity in self.described)

    @cached_property
    def asked(self) -> bool:
        """Whether the article says anywhere that it asked not to be named."""
        return any(anonymity.granted is Granted.REQUESTED for anonymity in self.described)

    @cached_property
    def introduced(self) -> str | None:
        """The newest way in which the article brings it in."""
        openings = {opening_of(source.spans, source.entity, self.text, self.words) for source in self.sources}
        return next((opening for opening in NEWEST if opening in openings), None)

    @cached_property
    def first_told(self) -> Mapping[str, int]:
        """Where each word that describes it is first used for it, by the word in lower case."""
        found: dict[str, int] = {}
        for source in self.sources:
            if source.anonymity and source.spans:
                for word in source.anonymity.descriptor.lower().split():
                    found[word] = min(source.spans[0].start, found.get(word, source.spans[0].start))
        return found


@frozen(eq=False, repr=False)
class Gallery:
    """What an article tells of its unnamed sources of one sort, or called by one word, whoever they are."""

    first_sorts: Mapping[str, int]
    """Where somebody of each sort is first described by more than the sort."""
    words: frozenset[str]
    """The words of such descriptions of several people, in lower case."""


def hang_gallery(sources: Iterable[Source]) -> Gallery:
    """Put together what the sources of an article tell."""
    first: dict[str, int] = {}
    words: set[str] = set()
    for source, anonymity in _told(sources):
        if source.spans:
            for sort in anonymity.sorts:
                first[sort] = min(source.spans[0].start, first.get(sort, source.spans[0].start))
        if source.number is not Number.ONE:
            words.update(anonymity.descriptor.lower().split())
    return Gallery(first, frozenset(words))


def _told(sources: Iterable[Source]) -> Iterator[tuple[Source, Anonymity]]:
    """Give the unnamed sources of which more is told than their sort."""
    return ((source, source.anonymity) for source in sources if source.anonymity and source.anonymity.specificity)
