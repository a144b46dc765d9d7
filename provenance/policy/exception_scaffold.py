"""A file of exceptions to be filled in, with an example that needs them: a text of the audit's own, changed so that only the exception tells it apart."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from provenance.audits.engine import find_hits
from provenance.audits.source_facts import head_of, source_of
from provenance.audits.subject import Context, Subject, plain_word
from provenance.errors import SettingsError
from provenance.model import Article, Span
from provenance.pipeline import parse_article
from provenance.policy.names import AuditNames
from provenance.policy.scaffolds import NewRule
from provenance.policy.toml_words import quote
from provenance.rulebook import Rulebook
from provenance.rulebook.pack_source import EXCEPTIONS
from provenance.rulebook.schema import AuditCard, AuditExcept, Counter, Place
from provenance.scoring.examples import audit_example

_ID = "ours"
_TEMPLATE = """\
kind = "exceptions"
audit = "{audit}"  # {code}: {title}

# When the audit is to stay silent in this house. `provenance trace FILE:LINE --audit {code}` tells what holds of a claim,
# `provenance explain {fact}` what a fact is.
[[except]]
id = "{id}"
reason = "why this is no fault in this house"
[except.when]
"{fact}" = {value}

# A text at which the audit objects without the exception.
[[pass]]
text = {text}
guards = "{id}"
"""
_OTHERS = (
    "The bridge is safe, the mayor Ana Reyes said.",
    "The pier is shut, the engineer Ivo Radan said.",
    "The road is wet, the driver Mila Kovac said.",
    "The ferry is full, the captain Jon Hale said.",
    "The mill is old, the owner Petra Lind said.",
)
_MANY = (2, 5)
"""How many named sources may tell a text from others."""
_PLACE = Place(EXCEPTIONS)
_GROUPS = frozenset({"group", "waiver"})

Try = tuple[str, str, str, Mapping[str, object]]
"""A text, and the condition that tells it from others: the fact, its value as TOML has it, and the table of both."""


def write_exceptions(name: str, rulebook: Rulebook) -> NewRule:
    """Give a file of exceptions to the audit of a name; raise SettingsError for one that is not there or takes none."""
    names = AuditNames(rulebook.pack.audits)
    card = next(one for one in rulebook.pack.audits if one.id == names.find(name, "rules new exceptions"))
    alone = evolve(rulebook, pack=evolve(rulebook.pack, audits=(card,)), memo={})
    found = next((one for one in _tries(card, alone) if _is_needed(one, card, alone)), None)
    if card.on in _GROUPS or found is None:
        why = "looks at more than one article's claims" if card.on in _GROUPS else "has no text that could show one"
        msg = f"no exception is begun for {card.code} {card.id}: it {why}; [severity] in the settings switches it off"
        raise SettingsError(msg)
    text, fact, value, _ = found
    told = {"audit": card.id, "code": card.code, "title": card.title, "id": _free_id(card)}
    return NewRule(
        card.id, f"{EXCEPTIONS}/{card.id}.toml", _TEMPLATE.format(**told, fact=fact, value=value, text=quote(text))
    )


def _free_id(card: AuditCard) -> str:
    taken = {exception.id for exception in card.excepts}
    return next(name for name in (_ID, *(f"{_ID}-{number}" for number in range(2, 99))) if name not in taken)


def _tries(card: AuditCard, rulebook: Rulebook) -> Iterator[Try]:
    """Give texts that an exception may be shown on: where the source is described by one more word, else among named sources."""
    texts = [example.tagged.text for example in card.fails if not example.metadata and card.on not in _GROUPS]
    for text in texts:
        context = Context(parse_article(Article(text), rulebook), rulebook.words)
        for hit in find_hits(context, card):
            for place in _heads(hit.subject):
                word = _word_for(text[: place.start])
                yield _put_before(place, word, text), "source.words", f'["{word}"]', {"source.words": [word]}
    for many in _MANY:
        when = {"article.named_claims": {"min": many}}
        for text in texts:
            yield f"{text}\n\n{' '.join(_OTHERS[:many])}", "article.named_claims", f"{{min = {many}}}", when


def _heads(subject: Subject) -> Iterable[Span]:
    """Give where the head of an unnamed source's description stands."""
    source, text = source_of(subject), subject.context.text
    if source is None or source.anonymity is None:
        return
    for span in source.spans:
        at = span.start
        for word in span.of(text).split(" "):
            if plain_word(word) == head_of(subject):
                yield Span(at, at + len(word))
            at += len(word) + 1


def _word_for(before: str) -> str:
    """Give a word that the article before it, *a* or *an*, agrees with."""
    return "island" if before.lower().endswith("an ") else "harbour"


def _put_before(place: Span, word: str, text: str) -> str:
    """Put a word before another one, which gives it the capital letter if it has one."""
    head = place.of(text)
    if head[:1].isupper():
        word, head = word.capitalize(), head[:1].lower() + head[1:]
    return f"{text[: place.start]}{word} {head}{text[place.end :]}"


def _is_needed(one: Try, card: AuditCard, rulebook: Rulebook) -> bool:
    """Tell whether the audit objects to the text, not so with the exception, and still to every text of its own."""
    text, _, _, when = one
    excepted = evolve(card, excepts=(*card.excepts, AuditExcept(_ID, "", when, _PLACE)))
    quiet = evolve(rulebook, pack=evolve(rulebook.pack, audits=(excepted,)), memo={})
    sample = Counter(text, None, _PLACE)
    if not audit_example(sample, rulebook).findings or audit_example(sample, quiet).findings:
        return False
    return all(audit_example(example, quiet).findings for example in card.fails)
