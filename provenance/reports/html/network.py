"""Who cites whom, as a drawing: outlets on a circle, arrows from the one that cites to the one it cites."""

import math
from collections.abc import Sequence

from provenance.reports.html.markup import Markup, element

MOST = 20
_WIDTH, _HEIGHT, _RADIUS, _GAP, _LONGEST = 900, 630, 230, 12, 26
Edge = tuple[str, str, int]


def draw_network(edges: Sequence[Edge]) -> Markup:
    """Return the outlets at the ends of the heaviest arrows, at most twenty, and the arrows between them."""
    kept = _choose(edges)
    places = {name: _place(number, len(kept)) for number, name in enumerate(kept)}
    most = max((count for _, _, count in edges), default=1)
    arrows = [
        _draw_arrow(places[citing], places[cited], f"{citing} took {count} from {cited}", 1 + 4 * count / most)
        for citing, cited, count in edges
        if citing in places and cited in places and citing != cited
    ]
    names = [_draw_name(name, places[name]) for name in kept]
    head = element("path", d="M 0 0 L 8 4 L 0 8 z")
    tip: dict[str, str | int] = {
        "markerWidth": 8,
        "markerHeight": 8,
        "refX": 7,
        "refY": 4,
        "orient": "auto",
        "markerUnits": "userSpaceOnUse",
    }
    title = element("title", f"Who cites whom among {len(kept)} outlets")
    marker = element("defs", element("marker", head, id="tip", **tip))
    view = f"{-_WIDTH / 2:g} {-_HEIGHT / 2:g} {_WIDTH} {_HEIGHT}"
    return element("svg", title, marker, *arrows, *names, role="img", viewBox=view, class_="network")


def _choose(edges: Sequence[Edge]) -> list[str]:
    """Return the names at the ends of the heaviest arrows, in the order of the alphabet."""
    kept: set[str] = set()
    for citing, cited, _ in sorted(edges, key=lambda edge: (-edge[2], edge)):
        if citing != cited and len(kept | {citing, cited}) <= MOST:
            kept |= {citing, cited}
    return sorted(kept)


def _place(number: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * number / max(count, 1) - math.pi / 2
    return _RADIUS * math.cos(angle), _RADIUS * math.sin(angle)


def _draw_arrow(start: tuple[float, float], end: tuple[float, float], words: str, width: float) -> Markup:
    """Return a curve that bends to the middle, so that the arrows of both directions lie apart."""
    (x1, y1), (x2, y2) = start, end
    bend = (0.45 * (x1 + x2) / 2 + 0.08 * (y2 - y1), 0.45 * (y1 + y2) / 2 - 0.08 * (x2 - x1))
    length = math.dist(bend, end) or 1
    x2, y2 = x2 - _GAP * (x2 - bend[0]) / length, y2 - _GAP * (y2 - bend[1]) / length
    path = f"M {x1:.1f} {y1:.1f} Q {bend[0]:.1f} {bend[1]:.1f} {x2:.1f} {y2:.1f}"
    return element("path", element("title", words), d=path, stroke_width=f"{width:.1f}", marker_end="url(#tip)")


def _draw_name(name: str, place: tuple[float, float]) -> Markup:
    x, y = place
    anchor = "middle" if abs(x) < _RADIUS / 8 else "start" if x > 0 else "end"
    shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    words = element("text", shown, x=f"{x * 1.06:.1f}", y=f"{y * 1.08 + 4:.1f}", text_anchor=anchor)
    return element("g", element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=5), words)
