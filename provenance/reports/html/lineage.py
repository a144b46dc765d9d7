"""The lineage of a group as a drawing: sources on the left, what has it from them to the right."""

from collections.abc import Mapping, Sequence

from provenance.model import Group, Step
from provenance.reports.html.markup import Markup, Value, element
from provenance.reports.width import wrap

_BOX, _GAP, _LINE, _PAD, _BETWEEN = 190, 70, 16, 8, 14
_COLUMNS, _LINES = 24, 3
_STATED = "stated"


def draw_lineage(group: Group, names: Mapping[str, str]) -> Markup | None:
    """Return the lineage as SVG; `names` maps the paths of articles to what people call them. None if there is none."""
    if not group.lineage:
        return None
    columns = _arrange(group.lineage)
    places: dict[str, tuple[int, int, list[str]]] = {}
    height = 0
    for number, column in enumerate(columns):
        top = 0
        for node in column:
            lines = wrap(names.get(node, node), _COLUMNS, _LINES, "…")
            places[node] = (number * (_BOX + _GAP), top, lines)
            top += _height(lines) + _BETWEEN
        height = max(height, top - _BETWEEN)
    width = len(columns) * (_BOX + _GAP) - _GAP
    said = "; ".join(f"{names.get(s.source, s.source)} to {names.get(s.target, s.target)}" for s in group.lineage)
    size: dict[str, Value] = {"viewBox": f"-2 -2 {width + 4} {height + 4}", "width": width + 4, "height": height + 4}
    boxes = [_box(place, "article" if node in names else "source") for node, place in places.items()]
    arrows = [_arrow(places[s.source], places[s.target], stated=s.evidence == _STATED) for s in group.lineage]
    return element("svg", *arrows, *boxes, class_="lineage", role="img", aria_label=said, **size)


def _arrange(steps: Sequence[Step]) -> list[list[str]]:
    """Put each node one column right of the farthest it comes from; circles are cut where they close."""
    nodes = list(dict.fromkeys(name for step in steps for name in (step.source, step.target)))
    column = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for step in steps:
            if step.source != step.target and column[step.target] <= column[step.source] < len(nodes) - 1:
                column[step.target] = column[step.source] + 1
    used = sorted(set(column.values()))
    return [[node for node in nodes if column[node] == number] for number in used]


def _height(lines: list[str]) -> int:
    return len(lines) * _LINE + 2 * _PAD


def _box(place: tuple[int, int, list[str]], kind: str) -> Markup:
    left, top, lines = place
    radius = 3 if kind == "article" else 14
    frame = element("rect", x=left, y=top, width=_BOX, height=_height(lines), rx=radius)
    words = [
        element("text", line, x=left + _BOX // 2, y=top + _PAD + _LINE * number - 4)
        for number, line in enumerate(lines, 1)
    ]
    return element("g", frame, *words, class_=kind)


def _arrow(start: tuple[int, int, list[str]], end: tuple[int, int, list[str]], *, stated: bool) -> Markup:
    """Return an arrow from the right side of one box to the left side of another; broken where only the words show it."""
    x1, y1 = start[0] + _BOX, start[1] + _height(start[2]) // 2
    x2, y2 = end[0], end[1] + _height(end[2]) // 2
    bend = max(30, abs(x2 - x1) // 2)
    curve = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 2} {y2}m-7 -4l7 4l-7 4"
    return element("path", d=curve, class_="stated" if stated else "later")
