"""`provenance dispute FILE:LINE RULE`: a wrong finding becomes a counter-example of the house that fails until it is mended."""

from argparse import Namespace
from pathlib import Path

from provenance.cli.complaints import complain
from provenance.cli.files import write_whole
from provenance.cli.own_pack import find_own_pack
from provenance.cli.pointed import find_named_finding
from provenance.policy.disputing import find_dispute, open_file, shrink_context, write_dispute
from provenance.policy.pointing import read_point
from provenance.rulebook.pack_source import AUDITS, DISPUTES, EXCEPTIONS


def run(args: Namespace) -> int:
    """Write the dispute into the house's pack; return 2 if it is there already.

    Raises ProvenanceError if there is no such finding or no such pack.
    """
    pack = find_own_pack(args, read_point(args.place).path)
    pointed = find_named_finding(args)
    finding, text, rulebook = pointed.finding, pointed.result.article.text, pointed.house.rulebook
    context = shrink_context(finding, pointed.result, rulebook)
    known = find_dispute(finding, text, context, rulebook.pack.disputes)
    if known:
        return complain(f"{known.place.path}:{known.place.line}: this is disputed already: {known.reason}")
    rule = finding.rule
    path = pack / DISPUTES / f"{rule}.toml"
    path.parent.mkdir(exist_ok=True)
    head = path.read_text(encoding="utf-8") if path.is_file() else open_file(rule)
    write_whole(path, head + write_dispute(finding, text, context, args.reason))
    print(f"{path}: written; provenance rules test fails until {rule} no longer objects to these words")
    print("\n".join(_list_ways(pack, rule, args.place)))
    return 0


def _list_ways(pack: Path, rule: str, place: str) -> list[str]:
    """Say what can be done next."""
    own = pack / AUDITS / f"{rule}.toml"
    mend = f"mend {own}" if own.is_file() else f"make an exception of your own in {pack / EXCEPTIONS / f'{rule}.toml'}"
    return [f"next: {mend}", f"until then the finding stands; to answer for it: provenance waive {place} {rule}"]
