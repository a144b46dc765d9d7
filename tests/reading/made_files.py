"""Small files of every format, written from the specifications, all with the same article."""

import gzip
import json
from datetime import datetime
from html import escape
from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

HEADLINE = "Ferry stays in port"
FIRST = "The harbour master, Ana Reyes, said on Tuesday that the ferry would stay in port because of the storm that hit the coast."
SECOND = "Nobody on the island had been told, the owner of Hale & Sons complained to the council in a long letter."
THIRD = "The council, which owns the quay, did not say when the next ferry would leave for the mainland."
TEXT = f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
ADDRESS = "https://post.example/letter"
BYLINE, PUBLISHER, AGENCY, DAY = "By Tom Lind", "The Island Post", "Coast News Agency", "2026-05-03"

HTML = f"""<p>{FIRST}</p>
<p>Nobody on the <b>is</b>land had been told, the owner of Hale &amp; Sons complained
to the council in a <a href="{ADDRESS}">long letter</a>.</p><figure><figcaption>A ferry</figcaption></figure>
<p>{THIRD}</p>"""

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">
<nitf>
 <head>
  <title>{HEADLINE}</title>
  <docdata><date.issue norm="20260503T100000Z"/><doc.copyright year="2026" holder="Island Media"/></docdata>
  <pubdata type="print" name="{PUBLISHER}" date.publication="20260503"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>{HEADLINE}</hl1></hedline>
   <byline>{BYLINE}</byline>
   <distributor>{AGENCY}</distributor>
   <dateline><location>Port Hale</location></dateline>
  </body.head>
  <body.content>
   <block>{HTML.replace("figure", "media").replace("figcaption", "media-caption")}</block>
  </body.content>
 </body>
</nitf>"""

NINJS_1 = json.dumps(
    {
        "uri": "urn:post:1",
        "type": "text",
        "versioncreated": DAY,
        "byline": BYLINE,
        "headline": HEADLINE,
        "copyrightholder": PUBLISHER,
        "body_xhtml": HTML,
        "body_text": f"{FIRST}\n\n{SECOND}\n\n{THIRD}",
    },
    indent=1,
)
NINJS_2 = json.dumps(
    {
        "uri": "urn:post:2",
        "standard": {"name": "ninjs", "version": "2.1"},
        "type": "text",
        "firstcreated": DAY,
        "by": BYLINE,
        "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": HEADLINE}],
        "infosources": [{"name": AGENCY}],
        "bodies": [
            {"role": "text", "contenttype": "text/plain", "value": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"},
            {"role": "html", "contenttype": "text/html", "value": HTML},
        ],
    }
)
NINJS_3 = json.dumps(
    {
        "uri": "urn:post:3",
        "standard": {"name": "ninjs", "version": "3.0"},
        "type": "text",
        "firstCreated": DAY,
        "by": BYLINE,
        "headlines": [{"value": HEADLINE}],
        "infoSources": [{"name": AGENCY}],
        "bodies": [{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": NITF}],
    }
)

NEWSML = f"""<?xml version="1.0"?>
<newsItem guid="urn:post:4" standard="NewsML-G2" standardversion="2.35" xmlns="http://iptc.org/std/nar/2006-10-01/">
 <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:IP"><name>{PUBLISHER}</name></provider></itemMeta>
 <contentMeta>
  <contentCreated>{DAY}T10:00:00Z</contentCreated>
  <infoSource qcode="is:CNA"><name>{AGENCY}</name></infoSource>
  <by>{BYLINE}</by>
  <headline>{HEADLINE}</headline>
 </contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml">
  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body>{HTML}</body></html>
 </inlineXML></contentSet>
</newsItem>"""
NEWSML_NITF = NEWSML.replace(
    NEWSML[NEWSML.index("<html") : NEWSML.index("</html>") + 7],
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">' + NITF.partition("</head>")[2].strip(),
)
SUPERDESK = json.dumps(
    {
        "_id": "urn:post:5",
        "guid": "urn:post:5",
        "type": "text",
        "state": "in_progress",
        "headline": HEADLINE,
        "byline": BYLINE,
        "source": AGENCY,
        "dateline": {"located": {"city": "Port Hale"}, "text": "PORT HALE, May 3 -"},
        "firstcreated": f"{DAY}T10:00:00+0000",
        "body_html": HTML,
    }
)
ANS = json.dumps(
    {
        "_id": "POST6",
        "type": "story",
        "version": "0.10.9",
        "headlines": {"basic": HEADLINE},
        "credits": {"by": [{"type": "author", "name": BYLINE}]},
        "distributor": {"name": AGENCY, "category": "wires"},
        "first_publish_date": f"{DAY}T10:00:00Z",
        "content_elements": [
            {"type": "text", "content": FIRST},
            {"type": "image", "caption": "A ferry"},
            {
                "type": "text",
                "content": SECOND.replace("&", "&amp;").replace("long letter", f'<a href="{ADDRESS}">long letter</a>'),
            },
            {"type": "raw_html", "content": "<script>var a = 1;</script>"},
            {"type": "text", "content": THIRD},
        ],
    },
    indent=2,
)
MARKDOWN = f"""---
title: {HEADLINE}
author: {BYLINE}
publisher: {PUBLISHER}
date: {DAY}
---

{FIRST}

Nobody on the **is**land had been told, the *owner* of Hale \\& Sons complained
to the council in a [long letter]({ADDRESS} "The letter").

![A ferry](ferry.jpg)

{THIRD}
"""
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{PUBLISHER}</title><link>https://post.example/</link>
<item><title>{HEADLINE}</title><link>https://post.example/ferry</link><guid>urn:post:7</guid><dc:creator>{BYLINE}</dc:creator>
<pubDate>{DAY}</pubDate><description>A short summary.</description><content:encoded><![CDATA[{HTML}]]></content:encoded></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>{PUBLISHER}</title>
<entry><id>urn:post:8</id><title>{HEADLINE}</title><link rel="alternate" href="https://post.example/ferry"/>
<author><name>{BYLINE}</name></author><published>{DAY}T10:00:00Z</published>
<summary>A short summary.</summary><content type="html">{escape(HTML)}</content></entry></feed>"""
ATOM_XHTML = ATOM.replace(
    ATOM[ATOM.index("<content") : ATOM.index("</content>")],
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div>',
)
LINES = json.dumps(
    {"id": "9", "headline": HEADLINE, "author": BYLINE, "publisher": PUBLISHER, "date": DAY, "text": HTML}
)
PAGE = f"""<!DOCTYPE html><html><head><title>{HEADLINE} - {PUBLISHER}</title><meta name="author" content="{BYLINE}">
<meta property="og:site_name" content="{PUBLISHER}"><meta property="article:published_time" content="{DAY}">
</head><body><nav><a href="/">Home</a></nav><article><h1>{HEADLINE}</h1>{HTML}</article></body></html>"""


FILES = {
    "a.nitf": NITF,
    "nitf.xml": NITF,
    "1.json": NINJS_1,
    "2.json": NINJS_2,
    "3.json": NINJS_3,
    "g2.xml": NEWSML,
    "g2-nitf.xml": NEWSML_NITF,
    "superdesk.json": SUPERDESK,
    "ans.json": ANS,
    "a.md": MARKDOWN,
    "rss.xml": RSS,
    "a.atom": ATOM,
    "atom.xml": ATOM_XHTML,
    "a.jsonl": LINES,
    "page.html": PAGE,
}
"""Files of text by name; the name must not decide where the content can."""


def make_docx() -> bytes:
    """Make a Word document with a changed word, a link, a table and an empty paragraph."""
    document = Document()
    document.core_properties.author = BYLINE
    document.core_properties.modified = datetime.fromisoformat(f"{DAY}T10:00:00")
    document.add_paragraph(HEADLINE, style="Title")
    document.add_paragraph("")
    first = document.add_paragraph(FIRST)
    document.add_table(1, 1).cell(0, 0).text = "A table"
    second = document.add_paragraph(SECOND.removesuffix("long letter."))
    second._p.append(_change("del", "very "))  # noqa: SLF001 - the library has no changes
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(ADDRESS, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(_run("long letter"))
    second._p.append(link)  # noqa: SLF001
    second.add_run(".")
    third = document.add_paragraph("")
    third._p.append(_change("ins", THIRD))  # noqa: SLF001
    packed = BytesIO()
    document.save(packed)
    assert first.text == FIRST
    return packed.getvalue()


def make_warc() -> bytes:
    """Make a crawl of a page, a picture, an error, a page without text, and the page once more, packed."""
    page = PAGE.encode()
    return b"".join(
        [
            _record("https://post.example/ferry", page, "text/html; charset=utf-8"),
            _record("https://post.example/a.png", b"\x89PNG", "image/png"),
            _record("https://post.example/gone", page, "text/html", "404 Not Found"),
            _record("https://post.example/empty", b"<html><body></body></html>", "text/html"),
            _record(
                "https://post.example/again",
                gzip.compress(page, mtime=0),
                "text/html",
                extra="Content-Encoding: gzip\r\n",
            ),
        ]
    )


def _change(kind: str, words: str) -> etree._Element:
    change = OxmlElement(f"w:{kind}")
    run = _run(words)
    if kind == "del":
        run[0].tag = qn("w:delText")
    change.append(run)
    return change


def _run(words: str) -> etree._Element:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _record(address: str, body: bytes, kind: str, status: str = "200 OK", extra: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode()
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: {DAY}T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(head) + len(body)}\r\n\r\n"
    )
    return about.encode() + head + body + b"\r\n\r\n"
