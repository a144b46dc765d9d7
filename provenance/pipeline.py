"""The table of contents: an article goes through the stages, then the audits look at what they made.

read_tokens -> find_blocks -> mark_structure -> fold_groups -> find_relays -> parse_attributions
            -> resolve_sources -> build_attributions -> build_records -> run_audits
"""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from provenance.attribution.continued import uncovered
from provenance.attribution.draft import Draft
from provenance.attribution.parse import parse_attributions
from provenance.audits.engine import run_audits
from provenance.chains import build_attributions
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded, fold_groups
from provenance.model import Article, Attribution, AuditResult, Parse, Source
from provenance.records import build_records, find_bare, own_voice
from provenance.resolution import resolve_sources
from provenance.resolution.credits import find_credited, without_credits
from provenance.resolution.outlets import read_outlets
from provenance.resolution.people import find_people
from provenance.resolution.publisher import find_own, find_publishers, without_own
from provenance.resolution.relays import Relay, find_relays
from provenance.resolution.signals import find_signals
from provenance.rulebook import Rulebook
from provenance.text.asides import find_posts
from provenance.text.blocks import Block, BlockKind
from provenance.text.links import find_links
from provenance.text.marks import lower_openings, mark_structure
from provenance.text.quotations import Marks
from provenance.text.sentences import find_sentences
from provenance.text.structure import find_blocks
from provenance.text.summaries import find_first, find_summary
from provenance.tokens import read_tokens


@lru_cache(maxsize=1)
def default_rulebook() -> Rulebook:
    """The rules shipped with the package, loaded once."""
    return Rulebook.load()


def audit_text(text: str, rulebook: Rulebook | None = None) -> AuditResult:
    """Audit a bare text; spans of the result index `text`."""
    return audit_article(Article(text), rulebook)


def audit_article(article: Article, rulebook: Rulebook | None = None) -> AuditResult:
    """Parse an article and run every audit of the rulebook over its records."""
    parse = parse_article(article, rules := rulebook or default_rulebook())
    return AuditResult(parse, run_audits(parse, rules.pack.audits, rules.words))


@frozen(eq=False, repr=False)
class Stages:
    """What the stages made of a text, one after the other, up to its attributions."""

    blocks: tuple[Block, ...]
    marks: Marks
    folded: Folded
    describer: Describer
    relays: Sequence[Relay]
    drafts: list[Draft]
    sources: list[Source | None]
    attributions: tuple[Attribution, ...]


def run_stages(text: str, rulebook: Rulebook, publisher: str | None = None) -> Stages:
    """Run the stages over a text, with the publisher that its metadata name, and keep what each of them made."""
    blocks, tokens = find_blocks(text), read_tokens(text, rulebook.classifier)
    marks = mark_structure(text, tokens, blocks, rulebook.words)
    lower_openings(tokens, marks, rulebook.classifier, blocks)
    folded = fold_groups("".join(marks.classes), tokens, rulebook.nouns)
    describer = _describer(rulebook)
    relays = find_relays(folded, describer, read_outlets(folded, rulebook))
    relays = without_own(relays, find_publishers(text, blocks, rulebook, publisher), rulebook)
    drafts = without_credits(parse_attributions(folded, rulebook), relays, folded)
    sources = resolve_sources(drafts, folded, describer, relays, find_posts(text, blocks))
    attributions = build_attributions(drafts, sources, relays, folded, describer)
    return Stages(tuple(blocks), marks, folded, describer, relays, drafts, sources, tuple(attributions))


def parse_article(article: Article, rulebook: Rulebook) -> Parse:
    """Everything known of an article before any audit looks at it."""
    stages = run_stages(article.text, rulebook, article.publisher)
    blocks, folded = stages.blocks, stages.folded
    orphans = tuple(folded.span(*units) for units in uncovered(folded, stages.drafts))
    headline, sentences = find_first(blocks, 0, BlockKind.HEADLINE), find_sentences(stages.marks, folded.tokens)
    summary = find_summary(blocks, article.text)
    paragraphs = tuple(block.span for block in blocks if block.kind.is_prose)
    signals, own = find_signals(folded, rulebook), own_voice(headline, sentences, paragraphs, orphans)
    bare = find_bare(own, stages.attributions, signals, article.text, rulebook)
    return Parse(
        article,
        stages.attributions,
        tuple(build_records(stages.attributions, orphans, article.text, rulebook, bare)),
        headline=headline,
        lead=find_first(blocks, summary.end if summary else 0, BlockKind.LEAD, BlockKind.BODY),
        summary=summary,
        sentences=sentences,
        paragraphs=paragraphs,
        orphans=orphans,
        people=find_people(folded, stages.describer) if orphans else (),
        bare=tuple(one.span for one in bare),
        links=find_links(article),
        signals=signals,
        own_outlets=find_own(article, blocks, stages.attributions, rulebook),
        credited=find_credited(article, rulebook),
        notes=(f"{stages.marks.unclosed} quotation(s) never closed",) if stages.marks.unclosed else (),
    )


@lru_cache(maxsize=8)
def _describer(rulebook: Rulebook) -> Describer:
    return Describer(rulebook, {})
