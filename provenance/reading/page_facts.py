"""What a page says about itself: title, outlet, date and address."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from provenance.reading.item import even, first_text

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_OUTLETS = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "apple-mobile-web-app-title",
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "date",
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_FIRST_PAGE = "1991"
"""No page of the web is older; dates before are fillers."""
_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)")
_TITLE_JOINS = re.compile(r"\s+(?:[|·»«•–—-]|::)\s+")
_ARTICLE_TYPES = re.compile(r"Article|NewsArticle|Report|BlogPosting|LiveBlog|WebPage")
_MOST_JSON = 400_000


def find_title(root: etree._Element, publisher: str | None) -> str | None:
    """Find the headline: the page's only top heading, else what its data and meta elements state, else the window title."""
    headings = [_text(element) for element in _elements(root, "//h1")]
    heading = headings[0] if len(headings) == 1 else None
    stated = next((str(item["headline"]) for item in _json_items(root) if isinstance(item.get("headline"), str)), None)
    window = next((_text(element) for element in _elements(root, "//head/title")), None)
    title = first_text((heading, stated, *_metas(root, _TITLES), window))
    return _without_outlet(title, publisher) if title else None


def find_publisher(root: etree._Element) -> str | None:
    """Find the outlet's name: the publisher in the page's data, else the site's name, else its host."""
    for item in _json_items(root):
        name = _name_of(item.get("publisher") or item.get("sourceOrganization"))
        if name:
            return name
    stated = first_text(name for name in _metas(root, _OUTLETS) if "://" not in name)
    return stated or _host(find_base(root))


def find_byline(root: etree._Element) -> str | None:
    """Find who wrote the article: the authors in the page's data, else a meta element."""
    for item in _json_items(root):
        authors = item.get("author")
        names = [_name_of(author) for author in (authors if isinstance(authors, list) else [authors])]
        if any(names):
            return ", ".join(filter(None, names))
    return first_text(name for name in _metas(root, _AUTHORS) if "://" not in name)


def _name_of(party: object) -> str | None:
    """Return the name of an author or publisher in JSON-LD: an object, a list of which the first counts, or a string."""
    party = party[0] if isinstance(party, list) and party else party
    name = party.get("name") if isinstance(party, Mapping) else party
    return even(name) if isinstance(name, str) and "://" not in name else None


def _host(address: str | None) -> str | None:
    """Return the host of an address, without *www*."""
    found = _HOST.match(address or "")
    return found[1].lower() if found else None


def find_published(root: etree._Element) -> str | None:
    """Find the date of publication as ISO 8601, with the time where the page gives one."""
    stated = (str(item.get("datePublished") or "") for item in _json_items(root))
    timed = (str(element.get("datetime") or "") for element in _elements(root, "//time[@datetime]"))
    for candidate in (*stated, *_metas(root, _DATES), *timed):
        found = _DATE.match(candidate.strip())
        if found and found.group() > _FIRST_PAGE:
            return found.group().replace(" ", "T")
    return None


def find_base(root: etree._Element) -> str | None:
    """Find the address that the page's links are relative to, if the page states it."""
    places = ("//base/@href", "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    found = (str(value).strip() for place in places for value in _values(root, place))
    return next((value for value in found if value.startswith(("http://", "https://"))), None)


def _json_items(root: etree._Element) -> Iterator[Mapping[str, object]]:
    """Yield the objects of the page's JSON-LD that describe an article; what is no JSON is passed over."""
    for element in _elements(root, "//script[@type='application/ld+json']"):
        source = (element.text or "")[:_MOST_JSON].strip().removeprefix("<![CDATA[").removesuffix("]]>")
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(data)


def _articles(data: object) -> Iterator[Mapping[str, object]]:
    """Yield the article objects in a piece of JSON-LD: itself, list members and members of `@graph`."""
    items: Iterable[object] = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, Mapping):
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (each for each in graph if isinstance(each, Mapping) and _is_article(each))
            elif _is_article(item):
                yield item


def _is_article(item: Mapping[str, object]) -> bool:
    """Whether a JSON-LD object describes an article or its page."""
    return bool(_ARTICLE_TYPES.search(str(item.get("@type", ""))))


def _metas(root: etree._Element, names: tuple[str, ...]) -> list[str]:
    """List the contents of the page's meta elements called one of `names`, in the order of `names`."""
    found: dict[str, str] = {}
    for element in _elements(root, "//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            found.setdefault(str(element.get(key) or "").lower(), str(element.get("content")))
    return [found[name] for name in names if found.get(name, "").strip()]


def _elements(root: etree._Element, path: str) -> list[etree._Element]:
    """List the elements that an XPath finds."""
    return [found for found in _values(root, path) if isinstance(found, etree._Element)]  # noqa: SLF001 - its only name


def _values(root: etree._Element, path: str) -> list[object]:
    """List whatever an XPath finds."""
    found = root.xpath(path)
    return list(found) if isinstance(found, list) else []


def _text(element: etree._Element) -> str:
    """Return the words of an element."""
    return " ".join(map(str, element.itertext()))


def _without_outlet(title: str, publisher: str | None) -> str:
    """Take the outlet's name off the end of a window title (*Storm hits coast - The Post*)."""
    *heads, last = _TITLE_JOINS.split(title)
    named = publisher and last.casefold() in {publisher.casefold(), publisher.casefold().removeprefix("the ")}
    if heads and (named or (publisher and publisher.casefold() in last.casefold() and len(last) < len(title) // 2)):
        return title[: title.rindex(last)].rstrip(" |·»«•–—-:")
    return title
