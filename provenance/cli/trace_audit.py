"""`provenance trace FILE[:LINE] --audit IDS`: what an audit asked of each claim of a line, and why it is silent or heard there."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

from provenance.cli.filters import open_filters, send_through
from provenance.cli.house import open_house
from provenance.cli.reading import read_options
from provenance.cli.terminal import read_style
from provenance.errors import SettingsError
from provenance.exporters.audit_trace_v1 import export_audit_traces
from provenance.listing.places import Places, read_places
from provenance.model import Parse, Span
from provenance.pipeline import parse_article
from provenance.policy.hearing import Listener, trace_hearing
from provenance.policy.house import House
from provenance.policy.packs import load_rules
from provenance.reading import read_article
from provenance.reports.audit_trace import render_audit_trace
from provenance.rulebook.schema import AuditCard
from provenance.tracing import AuditTrace

_ELSEWHERE = {
    "group": "compares articles, no line of one can tell why it is silent; see provenance compare",
    "waiver": "is about waivers and not about the words of an article",
}


def run(args: Namespace, path: str, line: int | None) -> int:
    """Print what each audit makes of the claims; raise ProvenanceError if there is no such audit, file or line."""
    house = open_house(args, path)
    pack = load_rules(house.settings).pack
    cards = [_find_card(name, house, pack.audits) for name in args.audit]
    options = read_options(args, house.settings.reading)
    article = read_article(path, options)
    parse = parse_article(article, house.rulebook)
    places = read_places(parse)
    touches = _open_line(parse, places, line, path)
    baseline = Path(args.baseline) if args.baseline else house.baseline
    send = partial(send_through, filters=open_filters(house, baseline))
    listeners = [Listener(card, house, pack.profiles, send) for card in cards]
    traces = [trace_hearing(listener, parse, touches) for listener in listeners]
    if args.json:
        sys.stdout.write(json.dumps(export_audit_traces(article, traces), indent=1) + "\n")
        return 0
    _print(traces, parse, args, line)
    return 0


def _print(traces: list[AuditTrace], parse: Parse, args: Namespace, line: int | None) -> None:
    style, detail = read_style(args.width), args.all or line is not None
    places, text = read_places(parse), parse.article.text
    print("\n\n".join(render_audit_trace(trace, text, places, style, detail=detail) for trace in traces))


def _find_card(name: str, house: House, cards: tuple[AuditCard, ...]) -> AuditCard:
    """Return the card of an audit as the rules have it, by its id or its code."""
    rule = house.names.find(name, "--audit")
    card = next(one for one in cards if one.id == rule)
    if card.on in _ELSEWHERE:
        msg = f"{card.code} {card.id} {_ELSEWHERE[card.on]}"
        raise SettingsError(msg)
    return card


def _open_line(parse: Parse, places: Places, line: int | None, path: str) -> Callable[[Span], bool]:
    """Return what tells whether words stand on a line as the table counts lines; everywhere if no line is asked for."""
    if line is None:
        return lambda _: True

    def touches(span: Span) -> bool:
        last = max(span.start, span.end - 1)
        return places.place_of(span.start).line <= line <= places.place_of(last).line

    if not any(map(touches, (*parse.sentences, *((parse.headline,) if parse.headline else ())))):
        msg = f"{path} has no sentence on line {line}"
        raise SettingsError(msg)
    return touches
