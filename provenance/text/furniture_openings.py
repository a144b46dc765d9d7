"""How paragraphs open that are not the article's own text.

A row is (first words, what follows them): the words in lower case and parted by spaces, the rest an expression that is
matched right after the word. `(?i: )` marks what may be in any case.
"""

from provenance.text.blocks import BlockKind

Row = tuple[str, str]

_NETWORK = r"(?:Twitter|X|Facebook|Telegram|WhatsApp|Instagram|YouTube|Google|Threads|TikTok|LinkedIn|Apple|iTunes)"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?"
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"

ADVERTS: tuple[Row, ...] = (
    ("http https www", r"(?::/)?[/.]\S+(?:\s+Advertisement)?$"),
    ("pic", r"\.twitter\.com/\S+$"),
    ("tweet", r"[^>]*><tweet/>"),
    ("advertisement advertisements", r"[\s:.]*(?:$|(?i:continue|story|scroll|skip)\b.{0,60}$)"),
    ("story article", r"(?i:\s+continue[sd]?\s+(?:below|after))"),
    ("continue", r"(?i:\s+reading)\b"),
    ("scroll", r"(?i:\s+(?:down\s+)?to\s+continue)"),
    ("skip", r"(?i:\s+(?:to|past|ad|advert))\b.{0,60}$"),
    (
        "follow find",
        rf"(?:\s+(?:us|me|our|@\w+)\b|\s.{{1,80}}\s(?:on|at|via)\s+(?:@|{_NETWORK}\b)|\s.{{1,80}}\bchannel\b)",
    ),
    ("follow", r"\s+(?:live|all|along|the latest)\b.{0,90}$"),
    ("like join", rf"\s+(?:us|our|the\s+page)\b|\s.{{1,80}}\son\s+{_NETWORK}\b"),
    ("sign signing", r"(?i:\s+(?:up|in)\s+(?:for|to|here|now|today|with|and))\b"),
    ("subscribe register donate", r"(?i:\s+(?:to|now|for|here|today|on|via)\b|[.!:]*$)"),
    ("subscribers already", r"(?i:.{0,40}\b(?:log\s+in|sign\s+in|subscriber))"),
    ("log", r"(?i:\s+in\s+to)\b"),
    ("download", r"(?i:\s+(?:the|our)\b.{0,60}\bapp)\b"),
    (
        "get",
        r"(?i:\s+(?:the|our|more|breaking|all|daily|today)\b.{0,120}\b(?:inbox|newsletters?|app|alerts?|e-?mails?|iphone|updates))",
    ),
    ("click tap", r"(?i:\s+here)\b"),
    ("do", r"(?i:\s+you\s+support\b.{1,40}\blike\s+the\s+page)"),
    ("support", r"\s+[\w’' ]{2,40}\s+journalism"),
    ("newsletter newsletters share tweet print email comment close", r"(?i:\W*$|\s+(?:this|on|via|sign)\b.{0,60}$)"),
    ("facebook twitter", r"(?:\s+(?:Facebook|Twitter|Pinterest|WhatsApp|Email|Reddit|LinkedIn|Print|Share)){1,8}\W*$"),
    ("read", r"(?i:\s+or\s+share\s+this\s+story)"),
    ("send email", r"(?i:\s+(?:us|your|letters|tips|a\s+tip|story\s+ideas)\b.{0,90}$)"),
    ("have got", r"(?i:\s+an?\s+(?:tip|story|question|news\s+tip)\b.{0,90}$)"),
    (
        "watch listen",
        r"(?i:\s+(?:to\s+)?(?:the\s+(?:latest\s+|full\s+)?)?(?:video|live|more|now|here|podcast)\b.{0,120}$)",
    ),
    ("play pause mute loading duration", r"(?i:\W*$|\s+(?:video|current\s+time|\d).{0,30}$)"),
    ("we", r"(?i:\s+are\s+sorry,?\s*this\s+video)"),
    ("want", r"(?i:\s.{1,60}\b(?:newsletter|inbox|subscribe|sign\s+up))"),
    ("you", rf"\s+can\s+(?:also\s+)?follow\s.{{1,80}}\son\s+{_NETWORK}\b"),
    ("our stay for more", r"(?i:\s.{0,70}\b(?:whatsapp|telegram)\s+channel)"),
)

FOOTERS: tuple[Row, ...] = (
    ("copyright", r"\s*(?:©|\(c\)|\d{4}|[A-Z])"),
    ("c", r"\)\s*(?:\d{4}|Copyright)"),
    ("all", r"(?i:\s+rights\s+reserved)"),
    ("terms privacy cookie cookies", r"(?i:\s+(?:of\s+(?:use|service)|and\s+conditions|policy|notice|settings))"),
    ("contact about", r"\s+[Uu]s\b.{0,40}$"),
    (
        "the",
        r"(?i:\s+(?:(?:views?|opinions?)(?:,?\s+(?:and\s+)?\w+){0,3}\s+expressed|comments?\s+posted|author['’]?s?\s+(?:views|opinions)|views\s+of\s+the\s+author))",
    ),
    ("views opinions", r"(?i:(?:,?\s+(?:and\s+)?\w+){0,3}\s+(?:expressed|are\s+those\s+of))"),
    (
        "comments comment",
        r"(?i:\s+(?:posted\s+(?:here|on\s+this|below)|are\s+(?:closed|moderated|the\s+respons)|policy|guidelines)|\W*(?:\d+\W*)?$)",
    ),
    ("we", r"(?i:\s+(?:encourage|welcome|invite)\s+(?:readers|your|comments)|\s+use\s+cookies)"),
    ("please", r"(?i:\s.{0,40}\bcomment(?:s|ing)?\s+(?:policy|guidelines|section))"),
    (
        "leave view join be",
        r"(?i:\s+(?:an?\s+(?:comment|reply)|comments|the\s+(?:conversation|discussion|first\s+to\s+comment)))\b.{0,60}$",
    ),
    (
        "correction corrections clarification disclosure disclaimer",
        r"(?i:\s+appended)?(?:\s*\(.{1,30}\))?\s*(?::|\.$|\s[-–—]\s|&|$)",
    ),
    ("full editor editors", r"(?i:(?:['’]?s?['’]?\s+note|\s+disclosure)\s*(?::|\.|\s?[-–—]|$))"),
    (
        "this",
        r"(?i:\s+(?:(?:article|story|post)\s+is\s+more\s+than\s+\d|(?:material|content|copy)\s+(?:may\s+not|is\s+(?:protected|subject))))",
    ),
    ("no not", r"(?i:\s.{0,40}\b(?:reproduced|republished)\b)"),
    ("reprints reprint permissions permission", r"\b.{0,40}$"),
    ("tags tag topics topic category categories keywords", r"\s*:"),
    ("filed", r"(?i:\s+under)\b"),
    ("our", r"(?i:\s+standards)\s*:"),
    ("report", r"(?i:\s+(?:an?\s+)?(?:error|typo|correction))\b"),
    ("enable javascript", r"(?i:\s+(?:javascript|is\s+(?:required|disabled)))"),
)

CREDITS: tuple[Row, ...] = (
    (
        "reporting writing editing compiled translation graphics graphic production research written edited translated reported produced",
        r"(?i:\s+(?:and\s+(?:writing|editing|research|additional\s+reporting)\s+)?by\b|\s+from\b(?=.{0,70}$))",
    ),
    ("additional", r"(?i:\s+(?:reporting|research|writing|editing))\b"),
    ("reporter reporters editors", r":\s"),
    ("with", r"(?i:\s+(?:inputs?|files?|reporting|additional\s+reporting|agenc(?:y|ies))\b.{0,90}$)"),
    ("includes", r"(?i:\s+(?:inputs?|reporting|material)\b.{0,90}$)"),
    ("inputs agencies", r"\b.{0,20}$"),
    (
        "read see also more watch listen hear",
        r"(?i:\s*(?::|»|>|→|\|)|\s+(?:also|too|more|next|on|here|about|from|in)\b(?:[^:.]{0,40}:|.{0,100}$)|$)",
    ),
    ("related", r"(?i:(?:\s+\w+){0,3}\s*:|\s+(?:stories|articles|news|content|coverage|topics)\W*$|\W*$)"),
    ("recommended", r".{0,40}$"),
    ("source sources", r"\s*:\s*\S.{0,80}$"),
    ("for", r"(?i:\s+(?:more|all|full|the\s+latest)\b.{0,100}(?:click|visit|see|go\s+to|read|follow|check))"),
    (
        "a",
        r"(?i:\s+(?:version|portion|longer\s+version|shorter\s+version)\s+of\s+this\s+(?:article|story|op-ed|piece|essay|report|column))",
    ),
    (
        "this",
        r"(?i:\s+version\s+of\s+this|\s+(?:article|story|op-ed|piece|essay|report|post|column|interview|material|content)\s+(?:was\s+(?:first|originally|initially|co-?published|produced|published|written|reported|updated|translated|adapted)|(?:first|originally)\s+appeared|has\s+been\s+(?:updated|corrected|edited|amended)|is\s+(?:part\s+of|adapted|republished|reprinted|syndicated|from\b)|will\s+be\s+updated|appeared|comes\s+from))",
    ),
    ("first originally republished reprinted", r"(?i:\s+published\b|\s+(?:from|with\s+permission)\b)"),
    ("as", r"(?i:\s+published\s+in)\b"),
    ("co coauthored", r"(?i:-?authored\s+by|\s+by)\b"),
    ("last", r"(?i:\s+(?:updated|modified))\b"),
)

CAPTIONS: tuple[Row, ...] = (
    ("file", r"(?i:\s*(?:[-–—]\s|photo|image|picture|pic\b))"),
    ("photo photos photograph photographs", r"(?i:\s*(?::|by\b|credit\b|courtesy\b|illustration\b|[-–—|]\s))"),
    (
        "image images picture pictures",
        r"(?i:\s*:|\s+(?:credit|courtesy|source|copyright|caption|\d+\s+of)\b)|\s[A-Z].*\bCredit\b",
    ),
    ("cover main top", r"(?i:\s+(?:image|photo|picture))\s*:"),
    ("pictured above below", r"\s*:"),
    ("credit illustration graphic gallery caption video", r"\s*(?::|\b[Bb]y\b)"),
    ("screenshot screengrab", r"\b"),
    ("media video", r"(?i:\s+(?:caption|playback\s+is))\b"),
    ("enlarge hide toggle", r"(?i:\s+(?:this\s+)?(?:image|caption))\b"),
    ("slideshow", r"\b.{0,40}$"),
    ("ap reuters afp", r"(?i:\s+(?:photo|pictures?))\b"),
    ("getty bloomberg", r"(?:\s+Images|\s+via\s+Getty\s+Images|/\w+)?\W*$"),
    ("courtesy", r"\s+(?:of|photo)\b"),
    ("representational representative", r"(?i:\s+(?:image|picture|photo))\b"),
    ("facebook", r"\s+Twitter\s+Pinterest\s"),
)

BYLINES: tuple[Row, ...] = (
    (
        "by",
        rf"\s+(?:the\s+)?{_NAME}(?:[\s,;]+(?:{_NAME}|and|de|van|von|der|al|bin|&|in|for|of|the|\||@\w+|–|—|-)){{0,22}}(?:\s*[(|–—-].{{0,60}})?\W*$",
    ),
    ("byline", r"\s*:"),
    (
        "published posted updated issued modified date dated",
        rf"(?i:\s*(?:on|at|by)?\s*:?\s*)(?:{_DAY}|{_MONTH}|\d).{{0,80}}$",
    ),
    ("first last", rf"(?i:\s+(?:published|updated|modified)\s*(?:on|at)?\s*:?\s*)(?:{_DAY}|{_MONTH}|\d).{{0,80}}$"),
    (
        "monday tuesday wednesday thursday friday saturday sunday",
        rf",?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+\d{{1,4}}\b.{{0,40}}$",
    ),
    (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
        r"\.?\s+\d{1,4}(?:st|nd|rd|th)?(?:,?\s+\d{4})?(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}.{0,20})?\W*$",
    ),
    ("reporter correspondent author text", r"\s*:\s+[A-Z].{2,60}$"),
    ("year years month months week weeks day days hour hours min mins minutes", r"\s+ago\W*$"),
)

OPENINGS: dict[BlockKind, tuple[Row, ...]] = {
    BlockKind.ADVERT: ADVERTS,
    BlockKind.FOOTER: FOOTERS,
    BlockKind.CREDIT: CREDITS,
    BlockKind.CAPTION: CAPTIONS,
    BlockKind.BYLINE: BYLINES,
}
