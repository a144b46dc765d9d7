"""A result without the words of its article: who and where become numbers, texts become nothing.

What stays are places and lengths, kinds and counts, the path, the date, the ids and the rules' own sentences.
"""

import re
from collections.abc import Mapping

from attrs import define, evolve, field

from provenance.model import (
    Anonymity,
    Article,
    Attribution,
    AuditResult,
    Finding,
    Hop,
    Kind,
    Naming,
    Source,
)
from provenance.rulebook.remedies import generalise
from provenance.rulebook.schema import AuditCard

MASK = "█"
_SIGN = re.compile(r"\S")
Cards = Mapping[str, AuditCard]
"""The audits in force, by id."""


def hide_words(result: AuditResult, cards: Cards, owner: str = "") -> AuditResult:
    """Return a result of which no report can tell a word of the article.

    A source or outlet is called by its kind and a number (*person 2*), the same one throughout the article. `owner`,
    put behind that, keeps those of several articles apart where a report puts them all together.
    """
    return hide_result(result, cards, Names(owner))


def hide_result(result: AuditResult, cards: Cards, names: "Names") -> AuditResult:
    """Return a result without words whose sources are called as `names` calls them, the same in all results that share it."""
    attributions = tuple(hide_attribution(one, names) for one in result.parse.attributions)
    parse = evolve(result.parse, article=hide_article(result.article), attributions=attributions, credited={})
    return AuditResult(parse, *(_hide_all(found, cards) for found in (result.findings, result.waived)))


def hide_finding(finding: Finding, cards: Cards) -> Finding:
    """Return a finding that says what its rule says of every one."""
    card = cards[finding.rule]
    return evolve(finding, message=card.title, remedy=generalise(card.remedy_in(finding.remedy_of)))


def hide_article(article: Article) -> Article:
    """Return an article with a mask for each letter; lines, words and places stay where they are."""
    origin = article.origin and evolve(article.origin, raw=_SIGN.sub(MASK, article.origin.raw))
    return evolve(
        article,
        text=_SIGN.sub(MASK, article.text),
        hidden=article.digest,
        origin=origin,
        info_sources=(),
        links=(),
        title=None,
        publisher=None,
        byline=None,
        credit=None,
        address=None,
    )


@define
class Names:
    """What the sources of an article, or of several put side by side, are called."""

    owner: str
    _given: dict[tuple[str, str], str] = field(factory=dict)

    def call(self, entity: str | None, kind: Kind) -> str | None:
        """Give the name of an entity; None where nobody knows who it is."""
        if entity is None:
            return None
        called = "source" if kind is Kind.UNKNOWN else kind.value
        key = (called, entity)
        if key not in self._given:
            number = sum(1 for kind_of, _ in self._given if kind_of == called) + 1
            self._given[key] = f"{called} {number}{self.owner}"
        return self._given[key]


def _hide_all(findings: tuple[Finding, ...], cards: Cards) -> tuple[Finding, ...]:
    return tuple(hide_finding(finding, cards) for finding in findings)


def hide_attribution(attribution: Attribution, names: Names) -> Attribution:
    """Return an attribution that calls everybody as `names` does."""
    return evolve(
        attribution,
        chain=tuple(_hide_hop(hop, names) for hop in attribution.chain),
        source=attribution.source and _hide_source(attribution.source, names),
        occasion=None,
    )


def _hide_hop(hop: Hop, names: Names) -> Hop:
    return hop if hop.naming is Naming.NONE else evolve(hop, entity=names.call(hop.entity, hop.kind))


def _hide_source(source: Source, names: Names) -> Source:
    return evolve(
        source,
        entity=names.call(source.entity, source.kind),
        on_behalf_of=names.call(source.on_behalf_of, Kind.ORGANISATION),
        anonymity=source.anonymity and _hide_anonymity(source.anonymity),
        candidates=(),
    )


def _hide_anonymity(anonymity: Anonymity) -> Anonymity:
    """Keep what is counted; whether there are terms and a reason is told by `granted` and `reason_class`."""
    points = tuple((point, "") for point, _ in anonymity.points)
    return evolve(anonymity, descriptor="", terms=None, reason=None, basis=None, points=points)
