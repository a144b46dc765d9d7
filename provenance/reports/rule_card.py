"""One rule explained in the terminal."""

import textwrap

from provenance.reports.rule_facts import RuleFacts
from provenance.reports.style import Style
from provenance.reports.width import join_lines

_LABEL = 14


def render_rule(rule: RuleFacts, style: Style) -> str:
    """Return a title and what is told of the rule, each fact wrapped behind its label."""
    lines = [style.strong(style.plain(rule.title))]
    for label, value in rule.fields:
        first = f"  {label:<{_LABEL}}"
        words = style.plain(join_lines(value))
        lines += textwrap.wrap(words, style.width, initial_indent=first, subsequent_indent=" " * len(first))
    return "\n".join(lines)
