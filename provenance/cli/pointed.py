"""The finding that a command line names by FILE:LINE and RULE."""

from argparse import Namespace

from attrs import frozen

from provenance.cli.house import open_houses
from provenance.cli.reading import read_options
from provenance.model import AuditResult, Finding
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.policy.pointing import find_pointed, read_point
from provenance.reading import read_article


@frozen(eq=False, repr=False)
class Pointed:
    """A finding, the result in which it stands, and the file's house with that one audit in force."""

    path: str
    house: House
    result: AuditResult
    finding: Finding


def find_named_finding(args: Namespace) -> Pointed:
    """Audit the file of `args.place` with `args.rule` alone, and give the finding there.

    Raises ProvenanceError if there is no such finding, or the file cannot be read.
    """
    point = read_point(args.place)
    house = open_houses(args).open_for(point.path, args.rule, args.place)
    (card,) = house.policy.cards
    result = audit_article(read_article(point.path, read_options(args, house.settings.reading)), house.rulebook)
    return Pointed(point.path, house, result, find_pointed(result, card.id, point))
