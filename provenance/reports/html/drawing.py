"""A chain as a drawing: the reader on top, each hop below the one that passed it on, the origin last."""

from provenance.model import Attribution, Hop, Naming, Role
from provenance.reports.chains import render_chain, render_hop
from provenance.reports.html.markup import Markup, Value, element
from provenance.reports.width import wrap

_WIDTH, _LINE, _GAP, _PAD = 300, 17, 22, 8
_COLUMNS = 36
_ROLES = {Role.PUBLISHER: "this outlet", Role.RELAY: "passes it on", Role.MEDIUM: "medium", Role.ORIGIN: "origin"}


def draw_chain(attribution: Attribution, text: str) -> Markup:
    """Return the chain of an attribution as SVG; unnamed hops have a broken frame and say so."""
    parts, top = [_box(["the reader"], 0, "reader")], _height(1)
    for hop in attribution.chain:
        lines = [*wrap(_name_of(hop, text), _COLUMNS, 3, "…"), _role_of(hop)]
        parts += [_arrow(top), _box(lines, top + _GAP, _shape_of(hop))]
        top += _GAP + _height(len(lines))
    said = f"Chain, nearest the reader first: {render_chain(attribution.chain, text)}"
    size: dict[str, Value] = {"viewBox": f"-1 -1 {_WIDTH + 2} {top + 2}", "width": _WIDTH + 2, "height": top + 2}
    return element("svg", *parts, class_="chain", role="img", aria_label=said, **size)


def _name_of(hop: Hop, text: str) -> str:
    return render_hop(hop, text).removesuffix("*")


def _role_of(hop: Hop) -> str:
    unnamed = {Naming.UNNAMED: ", unnamed", Naming.NONE: ", not stated"}
    # a medium is no person whose name could be missing
    return _ROLES[hop.role] + ("" if hop.role is Role.MEDIUM else unnamed.get(hop.naming, ""))


def _shape_of(hop: Hop) -> str:
    if hop.role is Role.MEDIUM:
        return "medium"
    return {Naming.UNNAMED: "unnamed", Naming.NONE: "unstated"}.get(hop.naming, "named")


def _height(lines: int) -> int:
    return lines * _LINE + _PAD


def _box(lines: list[str], top: int, shape: str) -> Markup:
    frame = element("rect", x=0, y=top, width=_WIDTH, height=_height(len(lines)), rx=14 if shape == "medium" else 4)
    words = [
        element("text", line, x=_WIDTH // 2, y=top + _LINE * number - 1, class_="role" * (1 < number == len(lines)))
        for number, line in enumerate(lines, 1)
    ]
    return element("g", frame, *words, class_=shape)


def _arrow(top: int) -> Markup:
    """Return an arrow that points up, to whom the words were passed."""
    middle, end = _WIDTH // 2, top + _GAP
    return element("path", class_="arrow", d=f"M{middle} {end}V{top + 3}m-5 6l5 -6l5 6")
