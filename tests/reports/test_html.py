"""The page: well-formed, complete, self-contained, and safe with untrusted text."""

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from provenance import audit_text
from provenance.model import Article, AuditResult, Failure, Parse, Report, Severity, Span
from provenance.reports.html.index import read_index_row, render_index_page
from provenance.reports.html.markup import element, escape_text
from provenance.reports.html.page import render_page
from provenance.reports.html.pieces import cut_pieces, read_blocks, read_levels
from provenance.reports.rows import read_rows
from provenance.reports.style import Style
from provenance.reports.summary import Tally

SEEDS = Path(__file__).parents[2] / "seeds"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>&amp;\x00\ud800'
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6)


def page_of(*items: AuditResult | Failure, style: Style | None = None) -> Any:  # noqa: ANN401  lxml gives what an XPath finds
    """Render a page and read it back."""
    return html.document_fromstring(render_page(Report(items), style or Style()).encode())


def ids_of(page: Any) -> list[str]:  # noqa: ANN401  as page_of
    """Every id of a page, in order."""
    return [str(element.get("id")) for element in page.iter() if element.get("id")]


def words_of(page: Any, path: str) -> list[str]:  # noqa: ANN401  as page_of
    """The words of all elements that an XPath finds."""
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def test_every_claim_and_finding_is_there(made_result: AuditResult) -> None:
    """Every claim has a mark in the text and a card, and every finding a note."""
    ids = ids_of(page_of(made_result))
    claims = [row.record.id for row in read_rows(made_result, everything=False)]
    wanted = {f"art1-{name}" for name in (*claims, *(finding.id for finding in made_result.findings))}
    assert wanted | {f"art1-{name}-text" for name in claims} <= set(ids)


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_message_is_on_the_page(seed: Path) -> None:
    """For real articles too, each finding's message stands beside the text, and every link leads somewhere."""
    result = audit_text(seed.read_text(encoding="utf-8"))
    page = page_of(result)
    words = " ".join(page.text_content().split())
    assert all(" ".join(finding.message.split()) in words for finding in result.findings)
    assert {str(link.get("href")).removeprefix("#") for link in page.iter("a")} <= set(ids_of(page))


def test_links_lead_somewhere(made_result: AuditResult) -> None:
    """Every link of a page of several articles leads to a place in the page, and no id stands twice."""
    page = page_of(made_result, made_result, Failure("gone.txt", "does not exist"))
    ids = ids_of(page)
    assert len(ids) == len(set(ids))
    assert {str(link.get("href")).removeprefix("#") for link in page.iter("a")} <= set(ids)


def test_the_whole_text_is_shown(made_result: AuditResult) -> None:
    """The blocks hold all words of the article in their order, the numbers of the claims left out."""
    page = page_of(made_result)
    for number in page.xpath("//div[@class='body']//a[contains(@class, 'ref')]"):
        number.drop_tree()
    assert " ".join(words_of(page, "//div[@class='body']/p")) == " ".join(made_result.article.text.split())


def test_a_nested_claim_is_marked_inside_the_outer_one(made_result: AuditResult) -> None:
    """The words of a nested claim stand in marks of both claims, those around it in the outer one's alone."""
    page = page_of(made_result)
    assert words_of(page, "//span[@data-r='art1-r4']//span[@data-r='art1-r5']") == ["that the money was late"]
    assert "".join(words_of(page, "//span[@data-r='art1-r4']")).startswith("that")


def test_a_claim_says_what_it_rests_on_without_colour(made_result: AuditResult) -> None:
    """The number of a claim carries the sign of its sourcing, and whoever hears the page is told in words."""
    (number,) = page_of(made_result).xpath("//a[@id='art1-r1-text']")
    assert number.text_content() == "○→1"
    assert number.get("aria-label") == "claim 1: unnamed sources only, relayed, 2 findings"


def test_the_chain_is_drawn_and_told(made_result: AuditResult) -> None:
    """The drawing of a chain has a box for each hop and its words as a label."""
    (drawing,) = page_of(made_result).xpath("//li[@id='art1-r1']//svg")
    assert drawing.get("aria-label") == "Chain, nearest the reader first: UNN < Bloomberg < EU official*"
    assert len(drawing.xpath(".//rect")) == 1 + 3


def test_untrusted_text_is_escaped(made_result: AuditResult) -> None:
    """Markup in an article, its metadata, names or messages shows as text and adds no element."""
    article = evolve(made_result.article, text=HOSTILE + made_result.article.text, title=HOSTILE, path=HOSTILE)
    findings = tuple(evolve(finding, message=HOSTILE) for finding in made_result.findings)
    hostile = AuditResult(evolve(made_result.parse, article=article, notes=(HOSTILE,)), findings)
    page = page_of(hostile, Failure(HOSTILE, HOSTILE))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //@onerror")


def test_nothing_is_loaded(made_result: AuditResult) -> None:
    """The page names no address of the web, no other file, and no handler in its markup."""
    text = render_page(Report((made_result,)), Style())
    page = page_of(made_result)
    assert "http://" not in text
    assert "https://" not in text
    assert not re.search(r"url\(|@import", str(page.xpath("string(//style)")))
    assert not page.xpath("//link | //@src | //@action | //@style | //@*[starts-with(name(), 'on')]")


def test_the_policy_admits_the_style_and_the_script_alone(made_result: AuditResult) -> None:
    """The content security policy forbids everything but the very style and script that the page holds."""
    page = page_of(made_result)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    inline = [str(found.text) for found in page.xpath("//style | //script")]
    digests = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in inline]
    assert re.findall(r"'sha256-[^']+'", str(policy)) == digests
    assert str(policy).startswith("default-src 'none';")


def test_findings_below_the_level_are_left_out(made_result: AuditResult) -> None:
    """A page from errors on has no note of a warning and no box to filter it by."""
    page = page_of(made_result, style=Style(show=Severity.ERROR))
    assert words_of(page, "//li[contains(@class, 'note')]/b") == ["▲ error A01"]
    assert page.xpath("//fieldset//input/@value") == ["A01"]


def test_findings_of_one_claim_have_one_head(made_result: AuditResult) -> None:
    """Notes on one claim stand together, the worst first, and it alone names the claim."""
    first, second, third = made_result.findings
    mixed = evolve(made_result, findings=(second, third, first))
    page: Any = html.document_fromstring(render_page(Report((mixed,)), Style()).encode())
    notes = page.xpath("//li[contains(@class, 'note')]")
    assert [(note.get("data-code"), "below" in note.get("class"), len(note.xpath("./a"))) for note in notes] == [
        ("A01", False, 1),
        ("A04", True, 0),
        ("Q01", False, 1),
    ]


def test_every_finding_has_its_remedy(made_result: AuditResult) -> None:
    """What to do stands with each finding, open at an audit's first one only; a finding without a remedy has nothing to unfold."""
    twice = (*made_result.findings, *(evolve(one, id=f"g{one.id}") for one in made_result.findings))
    twice = tuple(evolve(one, remedy=f"Mend {one.rule}.") for one in twice)
    text = render_page(Report((evolve(made_result, findings=twice),)), Style())
    page: Any = html.document_fromstring(text.encode())
    remedies = words_of(page, "//li[contains(@class, 'note')]/details/p")
    assert len(remedies) == len(twice)
    assert "Mend anon-only-claim." in remedies
    assert len(page.xpath("//details[@open]")) == len({finding.rule for finding in twice})
    assert not page_of(made_result).xpath("//details")


def test_a_folder_of_pages_has_an_index(made_report: Report) -> None:
    """The index leads to every page, counts claims and findings, says what was not audited, and pages lead back."""
    tally = Tally()
    for item in made_report.results:
        tally.add(item, everything=False)
    rows = [read_index_row(item, Style(), f"{n}.html") for n, item in enumerate(made_report.results)]
    page: Any = html.document_fromstring(render_index_page(rows, tally, Style(), made_report.rules).encode())
    assert page.xpath("//nav//a/@href") == ["0.html", "1.html"]
    assert words_of(page, "//nav//tbody/tr/td[1]") == ["5", "not audited: is empty"]
    assert page.xpath("//nav//svg/@aria-label") == ["3 named source, 1 unnamed sources only, 1 no source stated"]
    back: Any = html.document_fromstring(render_page(made_report, Style(), index="index.html").encode())
    assert back.xpath("//main/p[1]/a/@href") == ["index.html"]


def test_several_articles_have_an_index(made_result: AuditResult) -> None:
    """A page of several articles begins with a row for each; a page of one has no index."""
    rows = words_of(page_of(made_result, Failure("gone.txt", "does not exist")), "//nav//tbody/tr")
    assert rows[0].endswith("no source stated111")
    assert rows[1] == "gone.txtnot audited: does not exist"
    assert not page_of(made_result).xpath("//nav")


def test_an_empty_run_and_an_empty_article_have_a_page() -> None:
    """A page is complete without articles, and for an article without claims."""
    assert words_of(page_of(), "//h1")
    empty = AuditResult(Parse(article=Article("Nothing is said here.")))
    assert "No attributed claims found." in words_of(page_of(empty), "//section/p")


def test_the_page_is_stable(made_report: Report) -> None:
    """The same report gives the same page."""
    assert render_page(made_report, Style()) == render_page(made_report, Style())


@pytest.mark.parametrize(("text", "shown"), [("a<b>", "a&lt;b&gt;"), ("\"'", "&quot;&#x27;"), ("\x07", "\ufffd")])
def test_escaping(text: str, shown: str) -> None:
    """Text that enters an element or an attribute comes out as text."""
    assert escape_text(text) == shown
    assert element("p", text, title=text) == f'<p title="{shown}">{shown}</p>'


@given(SPANS, SPANS)
def test_pieces_partition_the_blocks(claims: list[tuple[int, int]], voices: list[tuple[int, int]]) -> None:
    """However claims overlap, the pieces hold each block's text once, and each claim ends exactly once."""
    text = "One two  three.\n\n Four five,\nsix seven eight nine. "
    held = {f"r{n}": (Span(start, start + size),) for n, (start, size) in enumerate(claims)}
    named = {f"r{n}": (Span(start, start + size),) for n, (start, size) in enumerate(voices)}
    blocks = read_blocks(Parse(Article(text), paragraphs=(Span(0, 17), Span(17, len(text)))))
    pieces = [piece for group in cut_pieces(text, blocks, held, named) for piece in group]
    assert "".join(piece.span.of(text) for piece in pieces) == "".join(block.span.of(text) for block in blocks)
    ended = sorted(name for piece in pieces for name in piece.ends)
    assert ended == sorted(name for name, spans in held.items() if spans[0].of(text).strip())
    for piece in pieces:
        assert all(any(span.contains(piece.span) for span in held[name]) for name in piece.claims)


@given(SPANS)
def test_overlapping_claims_have_different_lines(claims: list[tuple[int, int]]) -> None:
    """Two claims that share words are underlined on different lines."""
    held = {f"r{n}": (Span(start, start + size),) for n, (start, size) in enumerate(claims)}
    levels = read_levels(held)
    pairs = [(one, two) for one in held for two in held if one < two and held[one][0].overlaps(held[two][0])]
    assert all(levels[one] != levels[two] for one, two in pairs)


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="no Chromium or Chrome here to open the page with")
def test_a_browser_runs_the_script(made_result: AuditResult, tmp_path: Path) -> None:
    """In a browser the policy of the page lets its own script run, which brings out the filter."""
    page = tmp_path / "page.html"
    page.write_bytes(render_page(Report((made_result,)), Style()).encode())
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    run = subprocess.run([*command, "--dump-dom", page.as_uri()], capture_output=True, check=True, timeout=60)
    shown: Any = html.document_fromstring(run.stdout)
    (box,) = shown.xpath("//fieldset")
    assert box.get("hidden") is None
