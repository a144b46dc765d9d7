"""What is told of a rule, in the terminal and in the reference alike: what it looks for, why, when it stays silent, examples."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from provenance.audits.registry import AUDITS
from provenance.comparing.group_audits import GROUP_AUDITS
from provenance.reports.pattern_words import describe_keys
from provenance.rulebook.audit_files import SCOPES
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.readings import Reading
from provenance.rulebook.remedies import generalise
from provenance.rulebook.schema import (
    AuditCard,
    AuditExcept,
    AuditSoften,
    Counter,
    Example,
    Lexicon,
    Pack,
    Pattern,
    PatternExcept,
    Profile,
    ProfileRule,
    Standard,
    Status,
    Weight,
)

_SAMPLE = 12
FIRES, MATCHES = "fires when", "matches"
"""Labels that the terminal and the reference show in ways of their own."""
_BOUNDS = {"max": "at most", "min": "at least", "not": "anything but", "only": "nothing but"}

Fields = Iterable[tuple[str, str]]


@frozen
class RuleFacts:
    """A rule's name, what heads its page, and what stands there, each with its label; some labels stand more than once."""

    id: str
    title: str
    fields: tuple[tuple[str, str], ...]


def describe_audit(card: AuditCard, standards: Sequence[Standard]) -> RuleFacts:
    """Return an audit's card: policy, standards behind it, exceptions, examples."""
    named = {standard.id: standard for standard in standards}
    fields = [
        ("severity", f"{card.severity.value}, confidence {card.confidence.value}, {card.status.value}"),
        ("looks at", SCOPES[card.on]),
        *((FIRES, condition) for condition in _list_conditions(card.when)),
        ("objects", _objection_of(card)),
        ("options", ", ".join(f"{key} {render_value(value)}" for key, value in card.options.items())),
        ("message", card.message),
        ("remedy", card.general_remedy),
        ("false alarms", card.false_alarms),
        *(("standard", _render_standard(name, named)) for name in card.standards),
        *_except_fields(card.excepts),
        *(("softened", _render_soften(soften)) for soften in card.softens),
        *_example_fields(card.fails, card.passes),
    ]
    return _facts(card.id, f"{card.code} {card.id}: {card.title}", fields)


def _render_soften(soften: AuditSoften) -> str:
    """Return when a finding weighs less, what it comes to, and what to do then."""
    advice = f"; what to do then: {generalise(soften.remedy)}" if soften.remedy else ""
    heard = (
        f" of confidence {soften.confidence.value}, silent in profiles that ask for more" if soften.confidence else ""
    )
    return f"{soften.id}: {soften.reason}; it is then a {soften.severity.value}{heard}{advice}"


def _list_conditions(when: Mapping[str, Any]) -> list[str]:
    """Return each condition of a table, all of which must hold."""
    return [f"{fact} is {render_value(wanted)}" for fact, wanted in when.items()]


def _objection_of(card: AuditCard) -> str:
    """Return to what the module of an audit objects, where its conditions do not say it all."""
    function = GROUP_AUDITS.get(card.id) if card.on == "group" else AUDITS.get(card.id)
    return " ".join((function.__doc__ or "").split()).removeprefix("Object ").rstrip(".") if function else ""


def describe_pattern(pattern: Pattern) -> RuleFacts:
    """Return a pattern's card: its expression, why it is there, exceptions, examples."""
    fields = [
        ("reason", pattern.reason),
        ("from", pattern.source),
        *describe_keys(pattern),
        (MATCHES, pattern.match),
        *_except_fields(pattern.excepts),
        *_example_fields(pattern.examples, pattern.counters),
    ]
    return _facts(pattern.id, f"{pattern.id} (pattern)", fields)


def describe_exception(owner: str, exception: PatternExcept | AuditExcept, passes: Sequence[Counter]) -> RuleFacts:
    """Return one exception of the rule `owner`, with the texts that it keeps silent."""
    guarded = [counter for counter in passes if counter.guards == exception.id]
    condition = exception.match if isinstance(exception, PatternExcept) else _render_when(exception.when)
    fields = [("of", owner), ("reason", exception.reason), ("holds when", condition), *_example_fields((), guarded)]
    return _facts(exception.id, f"{exception.id} (exception)", fields)


def describe_lexicon(lexicon: Lexicon, changes: Sequence[LexiconChange] = ()) -> RuleFacts:
    """Return what a lexicon holds: all its entries, and what the settings of a house changed."""
    fields = [
        *_head_of(lexicon),
        ("added by you", ", ".join(entry.lemma for change in changes for entry in change.add)),
        ("removed by you", ", ".join(word for change in changes for word in change.remove)),
        ("words", ", ".join(entry.lemma for entry in lexicon.entries)),
    ]
    return _facts(lexicon.id, f"{lexicon.id} (lexicon)", fields)


def sample_lexicon(lexicon: Lexicon) -> RuleFacts:
    """Return what a lexicon is, with its first entries."""
    sample = ", ".join(entry.lemma for entry in lexicon.entries[:_SAMPLE])
    more = " ..." if len(lexicon.entries) > _SAMPLE else ""
    return _facts(lexicon.id, f"{lexicon.id} (lexicon)", [*_head_of(lexicon), ("words", sample + more)])


def _head_of(lexicon: Lexicon) -> Fields:
    return [("entries", f"{len(lexicon.entries)} ({lexicon.pos.value})"), ("from", lexicon.source)]


def describe_word(word: str, readings: Sequence[Reading], lists: Mapping[str, Sequence[str]]) -> RuleFacts:
    """Return which lexicons hold a word or name, as a form of which entry, and what they say of it; `lists` are its uses in lists."""
    entries = {(reading.lexicon, reading.entry.lemma): reading for reading in readings}
    fields = [("in", f"{lexicon}, {lemma}: {_say(entries[lexicon, lemma])}") for lexicon, lemma in entries]
    fields += [("in", f"{lexicon}, {word}: {', '.join(uses)}") for lexicon, uses in lists.items()]
    return _facts(word, f"{word} (word)", [(label, value.removesuffix(": ")) for label, value in fields])


def _say(reading: Reading) -> str:
    """Return the fields of an entry in words: what is true by its name, everything else with its values."""
    fields = reading.entry.fields.items()
    told = (
        key if value is True else f"{key} {_render_field(value)}" for key, value in fields if value not in (False, [])
    )
    return "; ".join(told)


def _render_field(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_render_field(one)}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def describe_profile(profile: Profile, pack: Pack) -> RuleFacts:
    """Return a house profile: which audits speak, and each that it treats in its own way, with the standard behind that."""
    named = {standard.id: standard for standard in pack.standards}
    previews = {card.id for card in pack.audits if card.status is Status.PREVIEW}
    fields = [
        ("speaks", f"audits of confidence {_any_of(profile.confidence)} and status {_any_of(profile.status)}"),
        *(("but", _render_profile_rule(rule, named, previews)) for rule in profile.rules),
    ]
    return _facts(profile.id, f"{profile.id} (profile): {profile.title}", fields)


def _any_of(values: Iterable[str]) -> str:
    return " or ".join(sorted(values))


def _render_profile_rule(rule: ProfileRule, named: Mapping[str, Standard], previews: Container[str]) -> str:
    cited = "; ".join(_render_standard(name, named) for name in rule.standards)
    preview = ", a preview" if rule.audit in previews and rule.weight is not Weight.OFF else ""
    return f"{rule.audit} {rule.weight.value}{preview}: {rule.reason}" + (f" ({cited})" if cited else "")


def _except_fields(excepts: Iterable[PatternExcept | AuditExcept]) -> Fields:
    return [("except", f"{exception.id}: {exception.reason}") for exception in excepts]


def _example_fields(fires: Iterable[Example], silent: Iterable[Counter]) -> Fields:
    """Return the texts on which a rule fires, tagged words in brackets, and those on which it must not."""
    yes = [("fires on", _mark(example)) for example in fires]
    no = [("silent on", counter.text + (f" ({counter.guards})" if counter.guards else "")) for counter in silent]
    return [*yes, *no]


def _mark(example: Example) -> str:
    """Return the text of an example, each tagged stretch in brackets, with its tag where there are several."""
    text = example.tagged.text
    several = len({tag for tag, _ in example.tagged.spans}) > 1
    for tag, span in sorted(example.tagged.spans, key=lambda tagged: (-tagged[1].start, tagged[1].end)):
        name = f"{tag}: " if several else ""
        text = f"{text[: span.start]}[{name}{span.of(text)}]{text[span.end :]}" if "[" not in span.of(text) else text
    return text


def _render_when(when: Mapping[str, Any]) -> str:
    return " and ".join(_list_conditions(when))


def render_value(value: object) -> str:
    """Return a condition's value, or that of a fact, in words: alternatives, bounds, yes or no."""
    if isinstance(value, list | tuple):
        return " or ".join(map(str, value))
    if isinstance(value, Mapping):
        return " and ".join(f"{_BOUNDS.get(key, key)} {render_value(bound)}" for key, bound in value.items())
    return {"True": "yes", "False": "no"}.get(str(value), str(value))


def _render_standard(name: str, named: Mapping[str, Standard]) -> str:
    standard = named.get(name)
    if standard is None:
        return name
    return f"{standard.publisher}, {standard.title}, {standard.section}: {standard.requires}"


def _facts(rule: str, title: str, fields: Fields) -> RuleFacts:
    return RuleFacts(rule, title, tuple((label, value) for label, value in fields if value))
