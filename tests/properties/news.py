"""Texts for property tests: any text at all, and made-up news."""

from hypothesis import strategies as st

SPEAKERS = st.sampled_from(
    [
        "the harbour master", "Ana Reyes", "Minister Paul Lindgren", "a senior official", "two people familiar with the talks",
        "the BBC", "he", "she", "they", "Lindgren", "critics", "the union and the owner", "a report by the council", "Oslo",
    ],
)  # fmt: skip
CUES = st.sampled_from(
    ["said", "told reporters", "has repeatedly claimed", "added", "says", "wrote in a letter", "warned"]
)
CLAIMS = st.sampled_from(
    [
        "the ferry will be sold", "the bridge is safe", "nobody knew of the cracks", "talks had stalled on Monday",
        "it was a mistake", "the levy will rise by 3.5 percent", "the U.S. envoy left at 5 p.m.",
    ],
)  # fmt: skip
MARKS = st.sampled_from(
    [
        "“{}”",
        '"{}"',
        "''{}''",
        "``{}''",
        "«{}»",
        "„{}“",
        "‘{}’",
        "'{}'",
        "“{}",
        "{}”",
        '"{}',
        "“{} ‘so’ it”",
        "({})",
        "{}",
    ],
)
FRAMES = st.sampled_from(
    [
        "{claim}, {source} {cue}.",
        "{source} {cue} that {claim}.",
        "{quoted} {source} {cue}. {quoted}",
        "According to {source}, {claim}.",
        "{source} {cue}: {quoted}",
        "{quoted}\n\n{quoted}",
        "Reuters reported, citing {source}, that {claim}.",
        "{claim}. The BBC writes about this, citing {source}.",
        "{source} left the hall, adding that {claim}",
        "{source} – {claim} – {cue} {quoted}?!",
        "It was reported that {claim}...",
        "{source}: {claim}",
        "- {source} {cue}.",
    ],
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", "\n \n", "\t", "  ", "\u2028", "\xa0"])


LEAD = "The council met on Monday. It sat until the evening, and nobody from the press was let in.\n\n"


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence, or something that nearly is one."""
    claim = draw(CLAIMS)
    quoted = draw(MARKS).format(claim.capitalize() + draw(st.sampled_from([",", ".", "!", "", "?"])))
    return draw(FRAMES).format(claim=claim, quoted=quoted, source=draw(SPEAKERS), cue=draw(CUES))


@st.composite
def news(draw: st.DrawFn) -> str:
    """Several sentences with all kinds of gaps between them."""
    parts = draw(st.lists(st.tuples(sentences(), GAPS), min_size=1, max_size=6))
    return "".join(sentence + gap for sentence, gap in parts)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Well-formed news: a lead, then sentences that end as sentences do, in paragraphs."""
    whole = sentences().filter(lambda sentence: sentence.endswith(".") and ":" not in sentence and "\n" not in sentence)
    parts = draw(st.lists(st.tuples(whole, st.sampled_from([" ", "\n\n"])), min_size=1, max_size=5))
    return (LEAD + "".join(sentence[0].upper() + sentence[1:] + gap for sentence, gap in parts)).rstrip()


ANYTHING = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="aA .,:;!?\n\r\t\"'“”‘’«»`-–—()1%\ufeff\u2028", max_size=120),
    news(),
)
