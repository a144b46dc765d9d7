"""A chain and its support in words: `UNN < Bloomberg < European official*`."""

from collections.abc import Callable, Iterable

from attrs import frozen

from provenance.model import Attribution, Chain, Hop, Naming, Parse, Record, Role, text_of
from provenance.reports.width import join_lines, measure_width, wrap

NOT_STATED = "not stated"
LEGEND = (
    "Chain: nearest the reader first; * unnamed, ? not resolved, [..] the medium. Support: named / unnamed origins."
)


@frozen(eq=False, repr=False)
class Support:
    """How many different origins stand behind a claim, supporting claims included."""

    named: int
    unnamed: int

    def __str__(self) -> str:
        return f"{self.named} / {self.unnamed}"


def render_hop(hop: Hop, text: str) -> str:
    """Return one hop: its entity, or the words used where it could not be resolved."""
    if hop.naming is Naming.NONE:
        return NOT_STATED
    if hop.entity is None:
        return "the author" if hop.naming is Naming.AUTHOR else f"{join_lines(text_of(hop.spans, text)) or 'someone'}?"
    if hop.role is Role.MEDIUM:
        return f"[{hop.entity}]"
    return f"{hop.entity.removeprefix('unnamed ')}*" if hop.naming is Naming.UNNAMED else hop.entity


def render_chain(chain: Chain, text: str) -> str:
    """Return the hops, nearest the reader first."""
    return " < ".join(render_hop(hop, text) for hop in chain)


def wrap_chain(chain: str, width: int) -> list[str]:
    """Break a rendered chain into lines of at most `width` columns, before a `<` where possible."""
    lines: list[str] = []
    for number, hop in enumerate(chain.split(" < ")):
        piece = f"< {hop}" if number else hop
        if lines and measure_width(f"{lines[-1]} {piece}") <= width:
            lines[-1] += f" {piece}"
        else:
            lines += wrap(piece, width)
    return lines


def support_counter(parse: Parse) -> Callable[[Record], Support]:
    """Return what counts the named and the unnamed origins of an article's claims; who speaks for a named body counts as named."""
    attributions = {one.id: one for one in parse.attributions}
    behind = {record.id: [attributions[name] for name in record.attributions] for record in parse.records}

    def count(record: Record) -> Support:
        group = dict.fromkeys((record.id, *record.supported_by))
        return _count_origins(attribution for name in group for attribution in behind.get(name, ()))

    return count


def _count_origins(attributions: Iterable[Attribution]) -> Support:
    named: set[str] = set()
    unnamed: set[str] = set()
    for attribution in attributions:
        origin, source = attribution.chain[-1], attribution.source
        behalf = source.on_behalf_of if source is not None else None
        if origin.naming is Naming.NAMED or behalf is not None:
            named.add(origin.entity or behalf or attribution.id)
        elif origin.naming is Naming.UNNAMED:
            unnamed.add(origin.entity or attribution.id)
    return Support(len(named), len(unnamed))
