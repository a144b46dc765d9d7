"""Small files of every format, written from the specifications, all with the same article."""

import json

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
FILES = {"a.nitf": NITF, "nitf.xml": NITF, "1.json": NINJS_1, "2.json": NINJS_2, "3.json": NINJS_3}
"""Files of text by name; the name must not decide where the content can."""
