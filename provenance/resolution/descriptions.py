"""Descriptions as sources: *the senator*, *the newspaper*, *the bank*, *the poll*, *the official*."""

from attrs import evolve

from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.roles import contradict
from provenance.resolution.salience import weigh_people
from provenance.tokens.symbols import Symbol

_SHORT_OUTLETS = frozenset(
    {
        "newspaper",
        "paper",
        "publication",
        "outlet",
        "magazine",
        "network",
        "channel",
        "broadcaster",
        "agency",
        "website",
        "site",
        "tabloid",
        "daily",
        "weekly",
        "journal",
        "station",
        "news agency",
        "portal",
        "journalists",
    }
)
_BROADCAST = frozenset({"broadcaster", "radio", "programme"})
_TYPES = {
    "newspaper": frozenset({"newspaper"}),
    "paper": frozenset({"newspaper"}),
    "tabloid": frozenset({"newspaper"}),
    "daily": frozenset({"newspaper"}),
    "magazine": frozenset({"magazine"}),
    "weekly": frozenset({"magazine", "newspaper"}),
    "network": _BROADCAST,
    "channel": _BROADCAST,
    "broadcaster": _BROADCAST,
    "station": _BROADCAST,
    "agency": frozenset({"agency"}),
    "news agency": frozenset({"agency"}),
}
"""What sorts of outlets a word can stand for, where that is known of the outlet."""
_ARTICLES = frozenset({"article", "authors", "author", "report", "material", "story", "piece"})
_BUSINESSES = frozenset(
    {
        "company",
        "firm",
        "bank",
        "lender",
        "airline",
        "retailer",
        "giant",
        "automaker",
        "carmaker",
        "maker",
        "bloc",
        "corporation",
        "insurer",
        "chain",
        "group",
        "organisation",
        "organization",
        "alliance",
        "union",
        "charity",
        "watchdog",
    }
)
_VARIANTS = frozenset(
    {
        "nominee",
        "candidate",
        "business person",
        "billionaire",
        "mogul",
        "tycoon",
        "senator",
        "representative",
        "lawmaker",
        "republican",
        "democrat",
        "politician",
        "leader",
        "veteran",
        "star",
        "actor",
        "singer",
        "author",
        "independent",
        "secretary of state",
        "first lady",
        "mayor",
        "governor",
        "president",
        "artist",
        "musician",
        "athlete",
        "player",
        "coach",
        "comedian",
        "writer",
        "novelist",
        "director",
        "filmmaker",
        "professor",
        "scientist",
        "activist",
        "rapper",
        "actor and activist",
        "producer",
        "entrepreneur",
        "investor",
        "swimmer",
        "footballer",
        "striker",
        "model",
        "host",
        "anchor",
        "pastor",
        "priest",
        "minister",
        "premier",
        "prime minister",
        "chancellor",
        "congressman",
    }
)
_ARTS = frozenset(
    {"artist", "actor", "singer", "star", "musician", "rapper", "comedian", "model", "writer", "author", "novelist"}
)
_FREE = frozenset(
    {
        "nominee",
        "candidate",
        "business person",
        "billionaire",
        "mogul",
        "tycoon",
        "republican",
        "democrat",
        "politician",
        "leader",
        "husband",
        "wife",
        "president",
        "star",
        "rival",
        "opponent",
        "winner",
        "daughter",
        "son",
        "father",
        "mother",
        "friend",
        "critic",
        "supporter",
        "ally",
        "running mate",
        "favorite",
        "favourite",
        "hopeful",
        "outsider",
    }
)
"""Roles that leave open what else somebody is."""
_PLAIN = frozenset(
    {"former", "presidential", "political", "real", "estate", "business", "reality", "tv", "longtime", "veteran"}
)
_ENOUGH = 0.3
_NEVER = frozenset(
    {"source", "official", "person", "spokesperson", "aide", "insider", "diplomat", "individual", "figure"}
)
_OPENING = 4
"""Sentences from the start of an article in which somebody may be described before being named."""


def by_apposition(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*A lawyer for the union, Ana Reyes,* is the named person behind the comma."""
    if mention.pronoun or mention.kind is not Kind.PERSON or mention.naming is not Naming.UNNAMED:
        return None
    at, symbols = units[1], floor.folded.symbols
    if at + 1 >= len(symbols) or floor.surface(at) != "," or symbols[at + 1] != Symbol.PERSON:
        return None
    apposed = floor.mention_at(at + 1, at + 2)
    if apposed.kind is not Kind.PERSON or apposed.naming is not Naming.NAMED or not apposed.name or apposed.role:
        return None
    return source_of(mention, floor.cast.full_name(apposed.name, apposed.gender), naming=Naming.NAMED)


def by_role(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The minister* is the person whom the article gives that role; in its opening also *a former minister*."""
    single = mention.kind is Kind.PERSON and mention.number is Number.ONE and not mention.pronoun
    if (
        not single
        or mention.naming is not Naming.UNNAMED
        or not mention.role
        or mention.role in _NEVER - {"spokesperson"}
    ):
        return None
    opening = floor.layout.sentence(units[0]) < _OPENING
    if not mention.definite and not opening:
        return None
    holder = floor.holder_of(mention, units[0])
    if holder is not None and (mention.definite or mention.modifiers & holder.modifiers or mention.definite is None):
        return source_of(mention, holder.name, naming=Naming.NAMED)
    return _variant(mention, units[0], floor) if mention.definite else None


def _variant(mention: Mention, unit: int, floor: Floor) -> Source | None:
    """*The former mayor*, said of whoever is on the floor, if nothing the article says of them contradicts it."""
    if mention.role not in _VARIANTS or any(":" not in m or m.startswith("body:") for m in mention.modifiers - _PLAIN):
        return None
    weights = weigh_people(unit, mention.gender, floor)
    near = [key for key in sorted(weights, key=lambda k: -weights[k]) if key[0] != "#" and weights[key] >= _ENOUGH]
    for name in (*near, *_marked_alike(mention, floor)):
        if _allows(name, mention, floor):
            return source_of(mention, name, naming=Naming.NAMED)
    return None


def _marked_alike(mention: Mention, floor: Floor) -> list[str]:
    """The persons of the article marked with the same party, those first of whom it speaks most."""
    wanted = {m for m in mention.modifiers if m.startswith("party:")}
    names = {h.name for h in floor.role_holders() if wanted & h.modifiers}
    people = [p for p in map(floor.cast.person, names) if p is not None]
    return [p.name for p in sorted(people, key=lambda p: (-p.count, p.name))]


def _allows(name: str, mention: Mention, floor: Floor) -> bool:
    """Whether nothing that the article says of a person contradicts a description."""
    held = [h for h in floor.role_holders() if h.name == name]
    marks = frozenset[str]().union(*(h.modifiers for h in held))
    roles = {h.role for h in held if h.role}
    if contradict(mention.modifiers, marks):
        return False
    return roles <= _FREE or mention.role in roles or bool(roles & _ARTS and mention.role in _ARTS)


def by_outlet(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The newspaper*, *the article*, *the authors*: the outlet that spoke or passed claims on last, else the last named."""
    head = mention.head or ""
    if not mention.definite or head not in _SHORT_OUTLETS | _ARTICLES or (mention.name and mention.kind is Kind.OUTLET):
        return None
    if head in _ARTICLES - {"authors", "author"} and _document_named(head, units[0], floor, onward=False):
        return None
    spoken = [(s.unit, str(s.source.entity)) for s in floor.speakers if _is_named_outlet(s.source)]
    spoken += [(unit, name) for unit, name in floor.relayed if unit < units[0] and name]
    fitting = [s for s in spoken if _can_be_called(s[1], head, floor)]
    name = max(fitting)[1] if fitting else _last_outlet(head, units[0], floor)
    return source_of(mention, name, naming=Naming.NAMED, kind=Kind.OUTLET) if name else None


def _is_named_outlet(source: Source) -> bool:
    return source.kind is Kind.OUTLET and source.naming is Naming.NAMED and str(source.entity or "")[:1].isupper()


def _can_be_called(name: str, head: str, floor: Floor) -> bool:
    """Whether nothing known of an outlet forbids the word (a newspaper is no network)."""
    types = _TYPES.get(head)
    held = {r.entry.fields.get("type") for r in floor.describer.rulebook.read(name) if r.lexicon == "outlets"}
    return not types or not held or bool(held & types)


def _last_outlet(head: str, unit: int, floor: Floor) -> str | None:
    """The outlet last named before a unit that can be called by that word."""
    at = unit
    while (at := floor.folded.symbols.rfind(Symbol.OUTLET, 0, at)) >= 0:
        known = floor.mention_at(at, at + 1)
        if _is_self_credit(at, floor) or floor.surface(at) in ("a", "an"):
            continue
        named = known.naming is Naming.NAMED and known.name and known.name[:1].isupper()
        if named and _can_be_called(str(known.name), head, floor):
            return known.name
    return None


def _is_self_credit(at: int, floor: Floor) -> bool:
    """Whether an outlet credits itself at the end of a sentence (*..., the agency reports.*)."""
    symbols = floor.folded.symbols
    return at > 0 and symbols[at - 1] in floor.commas and symbols[at + 2 : at + 3] == Symbol.STOP


def by_body(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The commission*, *the bank*: the body last named whose name holds the word, or for a business the last one."""
    short = mention.definite and mention.head and mention.name and mention.name.lower() == mention.head
    if not short or mention.kind not in (Kind.ORGANISATION, Kind.GOVERNMENT):
        return None
    head, at, symbols = str(mention.head), units[0], floor.folded.symbols
    business: Mention | None = None
    while (at := symbols.rfind(Symbol.BODY, 0, at)) >= 0:
        known = floor.mention_at(at, at + 1)
        if (
            known.naming is not Naming.NAMED
            or not known.name
            or known.name.lower() == head
            or not known.name[:1].isupper()
        ):
            continue
        if head in known.name.lower().split():
            return source_of(mention, known.name, kind=known.kind)
        if business is None and known.kind is Kind.ORGANISATION and known.head is None:
            business = known
    if business is not None and head in _BUSINESSES:
        return source_of(mention, business.name)
    return None


def by_document(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The poll*: the poll last spoken of by a name; in the opening of an article also *a new poll*, named later."""
    if mention.kind is not Kind.DOCUMENT or not mention.head or mention.number is not Number.ONE:
        return None
    opening = floor.layout.sentence(units[0]) < _OPENING
    if mention.definite is not True and not (opening and mention.naming is Naming.UNNAMED):
        return None
    if mention.name and len(mention.name.split()) > len(("head",)) and mention.naming is Naming.NAMED:
        return None
    name = _document_named(mention.head, units[0], floor, onward=opening)
    if name is not None:
        return source_of(mention, name, naming=Naming.NAMED)
    return None


def _document_named(head: str, unit: int, floor: Floor, *, onward: bool) -> str | None:
    before = [s for s in floor.speakers if s.unit < unit and s.source.kind is Kind.DOCUMENT]
    for speaker in reversed(before):
        entity = speaker.source.entity
        if _same_head(speaker.mention, head) and speaker.source.naming is Naming.NAMED and entity and " " in entity:
            return entity
    symbols = floor.folded.symbols
    ahead = range(unit + 1, min(len(symbols), unit + 400)) if onward else range(0)
    for at in (*range(unit - 1, max(-1, unit - 400), -1), *ahead):
        if symbols[at] in (Symbol.DOCUMENT, Symbol.REPORT):
            known = floor.mention_at(at, at + 1)
            if _same_head(known, head) and known.naming is Naming.NAMED and known.name and " " in known.name:
                return known.name
    return None


def _same_head(mention: Mention, head: str) -> bool:
    return mention.head is not None and mention.head.split()[-1] == head.rsplit(maxsplit=1)[-1]


def by_earlier(mention: Mention, _units: tuple[int, int], floor: Floor) -> Source | None:
    """*The official*, *the sources*: whoever was described with that word when last quoted."""
    if mention.definite is not True or mention.naming is not Naming.UNNAMED or mention.pronoun or not mention.head:
        return None
    for speaker in reversed(floor.speakers):
        source = speaker.source
        alike = source.naming is Naming.UNNAMED and source.number is mention.number
        if alike and _same_head(speaker.mention, mention.head):
            return evolve(source, spans=mention.spans, candidates=())
    return None
