"""What a card may ask that stands in the records as it is; each function says in its docstring what it tells an editor."""

from collections.abc import Callable, Mapping

from provenance.audits.chain_facts import chain_of, links_of, nameless_hops, relays_of
from provenance.audits.source_facts import anonymity_of, source_of
from provenance.audits.subject import Subject
from provenance.model import Form, Granted, Kind, Naming, Role, Sourcing, Tense


def tense(subject: Subject) -> Tense | None:
    """Give the tense of the claim; *none* where it has no finite verb."""
    return subject.record.tense if subject.record else None


def near_named(subject: Subject) -> bool:
    """Tell whether a named source says something near the same claim."""
    return bool(subject.record and subject.record.near_named)


def named_claims(subject: Subject) -> int:
    """Count the claims of the article that rest on named sources."""
    return subject.context.named_claims


def restated(subject: Subject) -> bool:
    """Tell whether the article's own sentence says again what somebody claims elsewhere in it."""
    return bool(subject.record and subject.record.restates)


def sourcing(subject: Subject) -> Sourcing | None:
    """Give on what sort of sources the claim rests, all that report it taken together."""
    return subject.record.sourcing if subject.record else None


def supported(subject: Subject) -> bool:
    """Tell whether another source of the article reports the same claim."""
    return bool(subject.record and subject.record.supported_by)


def has_links(subject: Subject) -> bool:
    """Tell whether the article has links at all."""
    return bool(subject.context.parse.links)


def names_documents(subject: Subject) -> bool:
    """Tell whether the article cites a document that can be found: a survey by a named institute."""
    return subject.context.names_documents


def links(subject: Subject) -> int:
    """Count the sources and outlets between the event and the reader; a letter or post on the way does not count."""
    return len(links_of(subject))


def medium(subject: Subject) -> bool:
    """Tell whether the words came through a letter, a post, a statement or the like."""
    return any(hop.role is Role.MEDIUM for hop in chain_of(subject))


def nameless(subject: Subject) -> int:
    """Count the outlets on the way that nobody could look up: *media*, *local press*."""
    return len(nameless_hops(subject))


def relay_kinds(subject: Subject) -> frozenset[Kind]:
    """Give what sort of things pass the claim on; the article's own outlet passes nothing on."""
    return frozenset(hop.kind for hop in relays_of(subject))


def origin_kind(subject: Subject) -> Kind | None:
    """Give what sort of thing the claim's first source is."""
    return chain_of(subject)[-1].kind if subject.attribution else None


def origin_naming(subject: Subject) -> Naming | None:
    """Give whether the reader can tell who the claim's first source is."""
    return chain_of(subject)[-1].naming if subject.attribution else None


def confidence(subject: Subject) -> float | None:
    """Give how likely it is, from 0 to 1, that the parser has the attribution right."""
    return subject.attribution.confidence if subject.attribution else None


def form(subject: Subject) -> Form | None:
    """Give whether the claim stands in quotation marks, in the article's words, or partly in both."""
    return subject.attribution.form if subject.attribution else None


def signals(subject: Subject) -> frozenset[str]:
    """Give what the words of the attribution signal: that something is unverified, denied, only loosely said."""
    return subject.attribution.signals if subject.attribution else frozenset()


def pattern(subject: Subject) -> str | None:
    """Give the id of the pattern that found the attribution."""
    return subject.attribution.pattern if subject.attribution else None


def basis(subject: Subject) -> bool:
    """Tell whether the article says anywhere how an unnamed source knows it: *familiar with the talks*."""
    source = source_of(subject)
    return source is not None and subject.context.portrait(source).has_basis


def candidates(subject: Subject) -> int:
    """Count the people for whom the words of the source may stand."""
    source = source_of(subject)
    return len(source.candidates) if source else 0


def counted(subject: Subject) -> bool:
    """Tell whether the article says how many unnamed people they are: *two officials*."""
    anonymity = anonymity_of(subject)
    return bool(anonymity and anonymity.claimed)


def evidenced(subject: Subject) -> int | None:
    """Give how many of the unnamed people the article shows apart from each other."""
    anonymity = anonymity_of(subject)
    return anonymity.evidenced if anonymity else None


def kind(subject: Subject) -> Kind:
    """Give what sort of thing the source is."""
    source = source_of(subject)
    return source.kind if source else Kind.UNKNOWN


def naming(subject: Subject) -> Naming:
    """Give whether the reader can tell who the source is; *none* where no source is stated."""
    source = source_of(subject)
    return source.naming if source else Naming.NONE


def count_descriptor_words(subject: Subject) -> int:
    """Count the words that describe an unnamed source; 0 for any other."""
    anonymity = anonymity_of(subject)
    return len(anonymity.descriptor.split()) if anonymity else 0


def described(subject: Subject) -> bool:
    """Tell whether the article says more of a source than a name; also true where no source is stated."""
    source = source_of(subject)
    return source is None or source.described


def granted(subject: Subject) -> Granted | None:
    """Give how an unnamed source came to be unnamed: it asked for it, by chance, or another outlet did not name it."""
    anonymity = anonymity_of(subject)
    return anonymity.granted if anonymity else None


def perhaps(subject: Subject) -> bool:
    """Tell whether a named person holds the role by which an unnamed source is described: the article may mean that person."""
    source = source_of(subject)
    return bool(source and source.perhaps)


def resolved(subject: Subject) -> bool:
    """Tell whether the parser knows whom the words for the source mean."""
    source = source_of(subject)
    return bool(source and source.entity)


PLAIN_FACTS: Mapping[str, Callable[[Subject], object]] = {
    "article.links": has_links,
    "article.named_claims": named_claims,
    "article.names_documents": names_documents,
    "attribution.confidence": confidence,
    "attribution.form": form,
    "attribution.pattern": pattern,
    "attribution.signals": signals,
    "chain.links": links,
    "chain.medium": medium,
    "chain.nameless": nameless,
    "chain.origin_kind": origin_kind,
    "chain.origin_naming": origin_naming,
    "chain.relay_kinds": relay_kinds,
    "claim.tense": tense,
    "record.near_named": near_named,
    "record.restated": restated,
    "record.sourcing": sourcing,
    "record.supported": supported,
    "source.basis": basis,
    "source.candidates": candidates,
    "source.counted": counted,
    "source.described": described,
    "source.descriptor_words": count_descriptor_words,
    "source.evidenced": evidenced,
    "source.granted": granted,
    "source.kind": kind,
    "source.naming": naming,
    "source.perhaps": perhaps,
    "source.resolved": resolved,
}
