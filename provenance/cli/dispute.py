"""`provenance dispute FILE:LINE RULE`: a wrong finding becomes a counter-example of the house that fails until it is mended."""

from argparse import Namespace

from provenance.cli.complaints import complain
from provenance.cli.house import open_houses
from provenance.cli.own_pack import find_own_pack
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError
from provenance.pipeline import audit_article
from provenance.policy.disputing import open_file, shrink_context, write_dispute
from provenance.policy.pointing import find_pointed, read_point
from provenance.reading import read_article
from provenance.rulebook.pack_source import DISPUTES


def run(args: Namespace) -> int:
    """Write the dispute into the house's pack; return 2 if there is no such finding or no such pack."""
    try:
        point = read_point(args.place)
        pack = find_own_pack(args, point.path)
        house = open_houses(args).open_for(point.path, args.rule, args.place)
        rule = house.policy.cards[0].id
        result = audit_article(read_article(point.path, read_options(args, house.settings.reading)), house.rulebook)
        finding = find_pointed(result, rule, point)
        context = shrink_context(finding, result, house.rulebook)
        path = pack / DISPUTES / f"{rule}.toml"
        path.parent.mkdir(exist_ok=True)
        head = path.read_text(encoding="utf-8") if path.is_file() else open_file(rule)
        path.write_text(head + write_dispute(finding, result.article.text, context, args.reason), encoding="utf-8")
    except (ProvenanceError, OSError) as error:
        return complain(str(error))
    print(f"{path}: written; provenance rules test fails until {rule} no longer objects to these words")
    return 0
