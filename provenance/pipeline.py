"""The table of contents: an article goes through the stages, then the audits look at what they made.

read_tokens -> find_blocks -> mark_structure -> fold_groups -> find_relays -> parse_attributions
            -> resolve_sources -> build_attributions -> build_records -> run_audits
"""

from functools import lru_cache
from itertools import pairwise

from provenance.attribution.continued import uncovered
from provenance.attribution.draft import Draft
from provenance.attribution.parse import parse_attributions
from provenance.audits.engine import run_audits
from provenance.chains import build_attributions
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded, fold_groups
from provenance.model import Article, AuditResult, Parse, Span, Spans
from provenance.records import build_records
from provenance.resolution import resolve_sources
from provenance.resolution.credits import without_credits
from provenance.resolution.outlets import read_outlets
from provenance.resolution.relays import find_relays
from provenance.resolution.signals import find_signals
from provenance.rulebook import Rulebook
from provenance.text.blocks import Block, BlockKind
from provenance.text.marks import lower_openings, mark_structure
from provenance.text.quotations import Marks
from provenance.text.structure import find_blocks
from provenance.tokens import Tokens, read_tokens


@lru_cache(maxsize=1)
def default_rulebook() -> Rulebook:
    """The rules shipped with the package, loaded once."""
    return Rulebook.load()


def audit_text(text: str, rulebook: Rulebook | None = None) -> AuditResult:
    """Audit a bare text; spans of the result index `text`."""
    return audit_article(Article(text), rulebook)


def audit_article(article: Article, rulebook: Rulebook | None = None) -> AuditResult:
    """Parse an article and run every audit of the rulebook over its records."""
    rules = rulebook or default_rulebook()
    parse = parse_article(article, rules)
    return AuditResult(parse, run_audits(parse, rules.pack.audits))


def parse_article(article: Article, rulebook: Rulebook) -> Parse:
    """Everything known of an article before any audit looks at it."""
    text = article.text
    blocks = find_blocks(text)
    tokens = read_tokens(text, rulebook.classifier)
    marks = mark_structure(text, tokens, blocks)
    lower_openings(tokens, marks, rulebook.classifier, blocks)
    folded = fold_groups("".join(marks.classes), tokens, rulebook.nouns)
    describer = _describer(rulebook)
    relays = find_relays(folded, describer, read_outlets(folded, rulebook))
    drafts = without_credits(parse_attributions(folded, rulebook), relays, folded)
    sources = resolve_sources(drafts, folded, describer, relays)
    attributions = build_attributions(drafts, sources, relays, folded, describer)
    orphans = _orphans(folded, drafts)
    return Parse(
        article,
        tuple(attributions),
        tuple(build_records(attributions, orphans, text)),
        headline=_first(blocks, BlockKind.HEADLINE),
        lead=_first(blocks, BlockKind.LEAD, BlockKind.BODY),
        sentences=_sentences(marks, tokens),
        paragraphs=tuple(block.span for block in blocks if block.kind.is_prose),
        orphans=orphans,
        signals=find_signals(folded, rulebook),
        notes=_notes(marks),
    )


@lru_cache(maxsize=8)
def _describer(rulebook: Rulebook) -> Describer:
    return Describer(rulebook, {})


def _orphans(folded: Folded, drafts: list[Draft]) -> Spans:
    return tuple(folded.span(*units) for units in uncovered(folded, drafts))


def _first(blocks: tuple[Block, ...], *kinds: BlockKind) -> Span | None:
    return next((block.body for block in blocks if block.kind in kinds and block.body), None)


def _sentences(marks: Marks, tokens: Tokens) -> Spans:
    """Sentences as spans, each up to the start of the next; the breaks between paragraphs are none."""
    starts = (i for i in marks.sentences if i < len(tokens.starts))
    bounds = pairwise([*starts, len(tokens.starts)])
    return tuple(span for first, last in bounds if (span := _without_breaks(tokens, first, last)))


def _without_breaks(tokens: Tokens, first: int, last: int) -> Span | None:
    """The span of the tokens `[first, last)` without the line breaks around them; None if nothing is left."""
    surfaces = tokens.surfaces
    while first < last and surfaces[first].isspace():
        first += 1
    while first < last and surfaces[last - 1].isspace():
        last -= 1
    return Span(tokens.starts[first], tokens.end(last - 1)) if first < last else None


def _notes(marks: Marks) -> tuple[str, ...]:
    return (f"{marks.unclosed} quotation(s) never closed",) if marks.unclosed else ()
