"""Addresses on the web as words: the site *harbour.com* may speak, the link *harbour.com/news* does not."""

import re

_DOMAINS = "com|org|net|info|news|media|press|tv|ru|ua|by|kz|pl|cz|sk|hu|ro|bg|lv|ee|se|fi|dk|de|fr|es|pt|gr|tr|il|in|cn|jp|kr|br|ar|mx|za|ng|ke|au|nz|ca|eu|uk|co"  # fmt: skip
SITE = rf"\w[\w-]*(?:\.\w[\w-]*)*\.(?:{_DOMAINS})(?![\w-])"
"""The source of an expression for an address without its path; the last part is in lower case."""
ADDRESS = rf"{SITE}(?:/[^\s()\[\]<>\"“”]*[\w/])?"
_PICTURE = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_SITE, _LINK = re.compile(SITE), re.compile(rf"{SITE}/.*")


def is_site(surface: str) -> bool:
    """Whether a token is the bare address of a site."""
    return "." in surface and _SITE.fullmatch(surface) is not None


def is_link(surface: str) -> bool:
    """Whether a token is the address of a page or picture on a site."""
    return "/" in surface and _LINK.fullmatch(surface) is not None


def is_picture(surface: str) -> bool:
    """Whether a token is the address that a network writes behind a post with a picture."""
    return _PICTURE.fullmatch(surface) is not None
