"""`provenance rules new KIND NAME`: a rule that loads as it is, with examples to be replaced."""

from argparse import Namespace

from provenance.cli.complaints import complain
from provenance.cli.house import load_house_rules
from provenance.cli.own_pack import find_own_pack
from provenance.errors import ProvenanceError
from provenance.policy.scaffolds import add_precedence, write_rule
from provenance.rulebook.pack_source import MANIFEST


def run(args: Namespace) -> int:
    """Write the rule into the house's pack; return 2 if it is there already or there is no pack."""
    try:
        pack = find_own_pack(args)
        codes = [card.code for card in load_house_rules(args).pack.audits]
        name, text = write_rule(args.kind, args.name, codes)
        path = pack / name
        if path.exists():
            return complain(f"{path}: is there already")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if args.kind == "pattern":
            manifest = pack / MANIFEST
            manifest.write_text(
                add_precedence(manifest.read_text(encoding="utf-8"), f"en/{args.name}"), encoding="utf-8"
            )
    except (ProvenanceError, OSError) as error:
        return complain(str(error))
    print(f"{path}: written; put your own words and examples in, then run: provenance rules check")
    return 0
