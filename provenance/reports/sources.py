"""The source ledger of an article: who is heard, how they are named or described, how often, and through whom."""

from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from provenance.model import Attribution, AuditResult, Failure, Hop, Naming, Role, Source, text_of
from provenance.reports.chains import render_hop
from provenance.reports.grid import HEADER_PADDING, render_grid
from provenance.reports.style import Style
from provenance.reports.summary import Tally, render_summary
from provenance.reports.table import render_article, render_heading, wrap_painted
from provenance.reports.width import join_lines, measure_width, wrap

HEADERS = ("Source", "Kind", "Described as", "Speaks", "Directly", "Through")
_GAPS = 2 * (len(HEADERS) - 1)
LEDGER_LEGEND = "* unnamed, ? not resolved, [..] a medium. Directly: without another outlet, person or body between."


@define
class Voice:
    """One source over a whole article."""

    name: str
    kind: str
    words: Counter[str] = field(factory=Counter)
    speaks: int = 0
    directly: int = 0
    through: Counter[str] = field(factory=Counter)
    anonymity: list[str] = field(factory=list)

    def add(self, attribution: Attribution, text: str) -> None:
        """Count one more attribution of this source."""
        self.speaks += 1
        before = attribution.chain[:-1]
        self.directly += not any(hop.role is Role.RELAY for hop in before)
        self.through.update(render_hop(hop, text) for hop in before)
        if attribution.source is not None:
            self._add_words(attribution.source, text)

    def _add_words(self, source: Source, text: str) -> None:
        words = join_lines(text_of(source.spans, text))
        if words:
            self.words[words] += 1
        if source.anonymity is not None:
            facts = (source.anonymity.terms, source.anonymity.reason)
            self.anonymity += [fact for fact in facts if fact is not None and fact not in self.anonymity]


def read_ledger(result: AuditResult, *, everything: bool) -> tuple[Voice, ...]:
    """Return the sources of an article, most heard first; attitudes count only where `everything` is asked for."""
    voices: dict[tuple[str, str], Voice] = {}
    text = result.article.words
    for attribution in result.parse.attributions:
        origin = attribution.chain[-1]
        if origin.naming is Naming.NONE or not (everything or attribution.reported_speech):
            continue
        voice = voices.setdefault(_key_of(origin, text), Voice(render_hop(origin, text), origin.kind.value))
        voice.add(attribution, text)
    return tuple(sorted(voices.values(), key=lambda voice: -voice.speaks))


def render_forms(voice: Voice) -> str:
    """Return the words used for a source, those that hold its whole name first, and what is said of its namelessness."""
    forms = sorted(voice.words, key=lambda words: voice.name not in words)
    return "; ".join([*forms, *voice.anonymity])


def render_through(voice: Voice) -> str:
    """Return through whom a source is heard, and how often."""
    return ", ".join(f"{hop} {count}" for hop, count in voice.through.most_common())


def render_ledger(item: AuditResult | Failure, style: Style) -> str:
    """Return the ledger of one article as a table."""
    if isinstance(item, Failure):
        return render_article(item, style)
    voices = read_ledger(item, everything=style.everything)
    if not voices:
        return f"{render_heading(item, style)}\nNo sources found.\n"
    name, words, through = _fit(voices, style)
    cells = [
        (
            _cell(voice.name, name, style),
            voice.kind,
            _cell(render_forms(voice), words, style),
            str(voice.speaks),
            str(voice.directly),
            _cell(render_through(voice), through, style),
        )
        for voice in voices
    ]
    return f"{render_heading(item, style)}\n{render_grid(cells, HEADERS, right=frozenset({3, 4}))}\n"


def render_ledger_end(tally: Tally, style: Style) -> str:
    """Return the legend and the line that sums up."""
    legend = wrap(LEDGER_LEGEND, style.width) if tally.claims else []
    return "\n".join([*legend, *wrap_painted(render_summary(tally, style), style)])


def _key_of(origin: Hop, text: str) -> tuple[str, str]:
    return render_hop(origin, text), origin.naming.value


def _fit(voices: tuple[Voice, ...], style: Style) -> tuple[int, int, int]:
    """Widths of the columns Source, Named or described as, Through."""
    kind = _natural("Kind", (voice.kind for voice in voices))
    counts = len("Speaks") + len("Directly") + 2 * HEADER_PADDING
    room = max(36, style.width - _GAPS - kind - counts)
    through = min(room // 4, _natural("Through", map(render_through, voices)))
    name = min((room - through) * 2 // 5, _natural("Source", (voice.name for voice in voices)))
    return name, room - through - name, through


def _natural(header: str, cells: Iterable[str]) -> int:
    """Return the width a column takes when nothing is cut."""
    return max(len(header) + HEADER_PADDING, *map(measure_width, cells))


def _cell(text: str, width: int, style: Style) -> str:
    return "\n".join(wrap(style.plain(text), width, 3, style.ellipsis))
