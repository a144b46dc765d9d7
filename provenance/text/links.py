"""Where a text points elsewhere: the links of a page, and addresses written out."""

import re

from provenance.model import Article, Span, Spans

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def find_links(article: Article) -> Spans:
    """The words that carry a link, and every address in the text, in text order."""
    linked = [Span(link.start, link.end) for link in article.links]
    written = [Span(*found.span()) for found in _ADDRESS.finditer(article.text)]
    return tuple(sorted({*linked, *written}))
