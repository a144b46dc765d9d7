"""The dashboard of an archive."""

import re
from xml.etree import ElementTree as ET

from provenance.model import RulesUsed, Sourcing
from provenance.reports.html.bars import draw_shares
from provenance.reports.html.dashboard import Table, render_dashboard
from provenance.reports.html.network import MOST, draw_network

TOTALS = Table(("what", "count"), (("articles", 1200), ("claims", 34567)))
MONTHS = Table(
    ("month", "articles", "claims", "named", "unnamed_only"),
    tuple((f"20{number:02}-01", 1, 10, 0.7, 0.3) for number in range(40)),
)
RELAYS = Table(
    ("publisher", "relay", "claims", "articles"), (("Gull Post", "Harbour <News>", 7, 3), ("?", "Tern", 2, 1))
)


def test_what_there_is_is_shown() -> None:
    """Answers with rows have a section, others none; words of the tables are escaped; nothing is loaded."""
    page = render_dashboard("tables", RulesUsed(), {"totals": TOTALS, "months": MONTHS, "relays": RELAYS})
    assert re.findall("<h3>(.*?)</h3>", page) == ["Sourcing over time", "Who cites whom"]
    assert "34,567" in page
    assert "Harbour &lt;News&gt;" in page
    assert "<News>" not in page
    assert not re.findall(r"(?:src|href)=\"(?!#)", page)


def test_the_latest_months_are_kept() -> None:
    """Of many months the latest are shown, and how many are left out."""
    page = render_dashboard("tables", RulesUsed(), {"totals": TOTALS, "months": MONTHS})
    assert "2039-01" in page
    assert "2009-01" not in page
    assert "and 10 more" in page


def test_bars_are_spelled() -> None:
    """A bar says its shares in words, and its parts fill it."""
    bar = ET.fromstring(draw_shares({Sourcing.NAMED: 0.75, Sourcing.NONE: 0.25}, "2026-01"))  # noqa: S314 - our own
    assert bar[0].text == "2026-01: 75% named source, 25% no source stated"
    assert sum(float(part.get("width", 0)) for part in bar[1:]) == 360


def test_the_network_keeps_the_heaviest() -> None:
    """Of many outlets those at the heaviest arrows are drawn, who cites itself is not, and each arrow says its count."""
    edges = [(f"outlet {number}", f"outlet {number + 1}", 100 - number) for number in range(40)]
    drawing = draw_network([*edges, ("outlet 1", "outlet 1", 999)])
    assert drawing.count("<circle") == MOST
    assert "outlet 0 took 100 from outlet 1" in drawing
    assert "999" not in drawing


def test_what_a_comparison_found() -> None:
    """Stories, steps, drifting quotations and conflicts have sections of their own; dates are not broken."""
    stories = Table(("claim", "first_published"), [("the bridge will close", "2026-01-02")])
    found = {"stories": stories, **dict.fromkeys(("taken", "drift", "conflicts"), RELAYS)}
    page = render_dashboard("tables", RulesUsed(), {"totals": TOTALS, **found})
    for head in ("Stories with a single origin", "Who took statements", "different words", "cannot all be right"):
        assert head in page
    assert '<td class="date">2026-01-02</td>' in page
