"""The page: one file, nothing loaded, the article as it stands."""

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import html

from provenance import audit_text
from provenance.model import Article, AuditResult, Failure, Report
from provenance.reports.html.page import render_page
from provenance.reports.style import Style

SEEDS = Path(__file__).parents[2] / "seeds"
STYLE = Style()


def read_page(*results: AuditResult | Failure) -> Any:  # noqa: ANN401  lxml gives whatever an XPath finds
    """The page of some results, read back."""
    return html.document_fromstring(render_page(Report(results), STYLE))


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_claim_and_finding_is_on_the_page(seed: Path) -> None:
    """Each finding's message stands beside the text, and every link inside the page leads somewhere."""
    result = audit_text(seed.read_text(encoding="utf-8"))
    page = read_page(result)
    words = " ".join(page.text_content().split())
    assert all(" ".join(finding.message.split()) in words for finding in result.findings)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(ids)


def test_the_words_of_the_article_are_no_markup() -> None:
    """What looks like markup in an article is shown, not obeyed."""
    page = read_page(audit_text('"<script>alert(1)</script> & <u>so on</u>," Ana Reyes said.'))
    assert "<script>alert(1)</script> & <u>so on</u>" in page.text_content()
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//u")


def test_nothing_is_loaded_from_anywhere() -> None:
    """The page has no address of anything outside it, and its policy forbids loading any."""
    page = read_page(audit_text("Ana Reyes said the ferry is late."))
    assert not page.xpath("//@src | //link | //@action")
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert not re.search(r"url\(|@import", page.xpath("string(//style)"))


def test_several_articles_have_an_index() -> None:
    """Of several articles each is listed at the top, those that could not be read with the reason."""
    first = audit_text("Ana Reyes said the ferry is late.")
    named = evolve(first, parse=evolve(first.parse, article=Article(first.parse.article.text, path="one.txt")))
    page = read_page(named, Failure("two.txt", "no text in it"))
    assert page.xpath("//table[contains(@class, 'index')]")
    assert "no text in it" in page.text_content()
