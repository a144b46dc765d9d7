"""Settings as lines of TOML, each with a comment that says who decided it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.reports.style import Style
from provenance.reports.width import measure_width, shorten

_LEAST_COMMENT = 12


@frozen
class Line:
    """One setting, its value, and where the value comes from."""

    key: str
    value: str | Sequence[str]
    origin: str


def render_settings(blocks: Iterable[tuple[str, Sequence[Line]]], style: Style, *, why: bool) -> str:
    """Return blocks of settings, each under its header unless that is empty; origins only if wanted."""
    parts = []
    for header, lines in blocks:
        shown = _render_lines(lines, style, why=why)
        parts.append("\n".join([f"[{header}]", *shown] if header else shown))
    return "\n\n".join(parts)


def _render_lines(lines: Sequence[Line], style: Style, *, why: bool) -> list[str]:
    written = [f"{line.key} = {_spell(line.value)}" for line in lines]
    if not why:
        return [style.plain(line) for line in written]
    column = max(map(measure_width, written), default=0)
    room = max(_LEAST_COMMENT, style.width - column - 4)
    return [
        style.plain(f"{words:<{column}}  # {shorten(line.origin, room, style.ellipsis)}")
        for words, line in zip(written, lines, strict=True)
    ]


def _spell(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return f"[{', '.join(map(_spell, value))}]"
