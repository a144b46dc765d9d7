"""Media types of requests and answers."""

import pytest

from provenance.serving.media import choose_type, split_type


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("text/plain", ("text/plain", None)),
        ("Text/HTML; Charset=UTF-8", ("text/html", "UTF-8")),
        ("text/plain; charset=", ("text/plain", "")),
        ("nonsense", ("", None)),
        ("", ("", None)),
    ],
)
def test_content_type(header: str, parts: tuple[str, str | None]) -> None:
    """A Content-Type header is cut into type and charset, and what is none into nothing."""
    assert split_type(header) == parts


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "application/json"),
        ("text/html", "text/html"),
        ("application/*;q=0.1, text/html;q=0.2", "text/html"),
        ("application/json;q=0, */*", "application/sarif+json"),
        ("application/json;q=nonsense", None),
        ("image/*", None),
    ],
)
def test_accept(header: str, chosen: str | None) -> None:
    """The type that an Accept header likes best is chosen, of equals the first, of none none."""
    assert choose_type(header) == chosen
