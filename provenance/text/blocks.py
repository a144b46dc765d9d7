"""What a paragraph of an article is: the record and its kinds."""

from enum import StrEnum

from attrs import frozen

from provenance.model.span import Span


class BlockKind(StrEnum):
    """What a block does in its article."""

    HEADLINE = "headline"
    """The title, a deck below it, or the title once more."""
    LEAD = "dateline-lead"
    """Body text that opens with a dateline."""
    BODY = "body"
    HEADING = "heading"
    """Opens a section: *Details*, *Recall*, a time on a line of its own."""
    SPEECH = "speech"
    """A turn of an interview or transcript, opened by its speaker's label."""
    LIST_ITEM = "list-item"
    BYLINE = "byline"
    """Who wrote it, for whom and when."""
    CREDIT = "credit"
    """Who reported, edited or first published it; pointers to other articles."""
    CAPTION = "caption"
    """What a picture shows, and whose it is."""
    FOOTER = "footer"
    """Copyright, comment policy, disclaimers, corrections."""
    ADVERT = "advert"
    """Calls to follow, subscribe or read on; bare addresses."""

    @property
    def is_prose(self) -> bool:
        """Whether the block carries the article's own text, so that claims may stand in it."""
        return self in _PROSE


_PROSE = frozenset({BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.BODY, BlockKind.SPEECH, BlockKind.LIST_ITEM})


@frozen(eq=False, repr=False)
class Block:
    """One paragraph: `[start, end)` begins and ends with a visible character.

    `body_start` is where its text proper begins: after a dateline, a date, a live-blog time, a speaker's label or a
    list mark; else `start`. `place` and `agency` are the dateline's, as written. `label_end` is where the speaker's
    label of a SPEECH ends, its colon left out.
    """

    start: int
    end: int
    kind: BlockKind
    body_start: int
    place: str | None = None
    agency: str | None = None
    label_end: int | None = None

    @property
    def span(self) -> Span:
        """The whole block."""
        return Span(self.start, self.end)

    @property
    def body(self) -> Span:
        """The block without what precedes its text proper (empty for a label on a line of its own)."""
        return Span(self.body_start, self.end)

    @property
    def dateline(self) -> Span | None:
        """The dateline with the dash or colon that closes it, if there is one."""
        return Span(self.start, self.body_start) if self.kind is BlockKind.LEAD else None

    @property
    def label(self) -> Span | None:
        """The speaker's label, if the block is a turn of speech."""
        return None if self.label_end is None else Span(self.start, self.label_end)
