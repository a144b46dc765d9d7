"""Where the time of a run went, as two tables for people."""

from collections.abc import Mapping

from provenance.reports.grid import render_grid

_MOST_RULES = 10


def render_times(stages: Mapping[str, float], rules: Mapping[str, float], whole: float) -> str:
    """Return the stages of the pipeline in their order, and the slowest rules; `whole` is what the run took, all in seconds."""
    rest = max(0.0, whole - sum(stages.values()))
    told = {**stages, "loading, reading and reports": rest}
    slowest = sorted(rules.items(), key=lambda rule: -rule[1])[:_MOST_RULES]
    return "\n\n".join((_table("Stage", told, whole), _table("Slowest rules", dict(slowest), whole)))


def _table(title: str, seconds: Mapping[str, float], whole: float) -> str:
    rows = [(name, f"{each * 1000:.1f}", f"{each / whole:.1%}" if whole else "") for name, each in seconds.items()]
    return render_grid(rows, (title, "ms", "share"), right=frozenset({1, 2}))
