"""Shares as stacked bars: one bar a row, the kinds of sourcing in the order of the page, their colours and signs."""

from collections.abc import Mapping, Sequence
from typing import Any

from provenance.model import Sourcing
from provenance.reports.html.markup import Markup, element
from provenance.reports.html.wording import SOURCING

_WIDTH, _HEIGHT = 360, 16


def draw_shares(shares: Mapping[Sourcing, float], label: str) -> Markup:
    """Return a bar of all shares, which its title spells for those who do not see it."""
    parts, left = [], 0.0
    for kind in SOURCING:
        width = _WIDTH * shares.get(kind, 0)
        parts.append(
            element("rect", class_=f"k-{kind.value}", x=f"{left:.1f}", y=0, width=f"{width:.1f}", height=_HEIGHT)
        )
        left += width
    spelled = ", ".join(f"{shares[kind]:.0%} {words}" for kind, (_, words) in SOURCING.items() if shares.get(kind))
    title = element("title", f"{label}: {spelled or 'no claims'}")
    return element("svg", title, *parts, role="img", viewBox=f"0 0 {_WIDTH} {_HEIGHT}", class_="stack")


def draw_legend() -> Markup:
    """Return the kinds with their colours."""
    items = [
        element("li", element("span", "■", class_="swatch", aria_hidden="true"), f" {words}", class_=f"k-{kind.value}")
        for kind, (_, words) in SOURCING.items()
    ]
    return element("ul", *items, class_="legend")


def read_shares(columns: Sequence[str], row: Sequence[Any]) -> dict[Sourcing, float]:
    """Return the shares that a row holds under the names of the kinds."""
    named = dict(zip(columns, row, strict=True))
    return {kind: float(named.get(kind.value.replace("-", "_")) or 0) for kind in Sourcing}
