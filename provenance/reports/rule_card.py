"""One rule explained in the terminal."""

import textwrap
from collections.abc import Iterator

from provenance.reports.pattern_words import split_alternatives
from provenance.reports.rule_facts import FIRES, MATCHES, RuleFacts
from provenance.reports.style import Style
from provenance.reports.width import join_lines

_LABEL = 14


def render_rule(rule: RuleFacts, style: Style) -> str:
    """Return a title and what is told of the rule, each fact wrapped behind its label."""
    lines = [style.strong(style.plain(rule.title))]
    for label, value in _list_fields(rule):
        first = f"  {label:<{_LABEL}}"
        words = style.plain(join_lines(value))
        lines += textwrap.wrap(
            words, style.width, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
        )
    return "\n".join(lines)


def _list_fields(rule: RuleFacts) -> Iterator[tuple[str, str]]:
    """Yield the fields, each alternative of an expression and each further condition by itself."""
    before = ""
    for label, value in rule.fields:
        if label == MATCHES:
            first, *others = split_alternatives(value)
            yield label, first
            yield from (("or", one) for one in others)
        else:
            yield "and" if label == before == FIRES else label, value
        before = label
