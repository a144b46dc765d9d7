"""Where the time of an audit goes: by stage, and for every pattern and audit by itself."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from attrs import define, field

from provenance.attribution.matches import find_matches
from provenance.audits.engine import find_hits
from provenance.audits.subject import Context
from provenance.mentions.fold import Folded
from provenance.model import Parse
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard
from provenance.rulebook.word_lists import WordLists

STAGES = (
    "find_blocks", "read_tokens", "mark_structure", "lower_openings", "fold_groups", "read_outlets", "find_relays",
    "parse_attributions", "resolve_sources", "build_attributions", "find_sentences", "find_signals", "find_bare",
    "build_records", "run_audits",
)  # fmt: skip
"""The functions of the pipeline whose time is told, in their order."""


@define
class Times:
    """Seconds of CPU by stage, and by the id of a rule; `outside` is what measuring the rules took."""

    stages: dict[str, float] = field(factory=lambda: defaultdict(float))
    rules: dict[str, float] = field(factory=lambda: defaultdict(float))
    outside: float = 0.0


@contextmanager
def watch_times(*, rules: bool = True) -> Iterator[Times]:
    """Give the times of all articles that are audited meanwhile.

    A rule takes too little time to be watched at work, so with `rules` every rule runs once more by itself.
    """
    times, pipeline = Times(), import_module("provenance.pipeline")
    plain = {name: getattr(pipeline, name) for name in STAGES}
    for name, stage in plain.items():
        setattr(pipeline, name, _watched(stage, name, times, _APART.get(name) if rules else None))
    try:
        yield times
    finally:
        for name, stage in plain.items():
            setattr(pipeline, name, stage)


def _watched(
    stage: Callable[..., Any], name: str, times: Times, apart: Callable[..., None] | None
) -> Callable[..., Any]:
    def run(*args: Any) -> Any:  # noqa: ANN401  whatever the stage takes and gives
        start = time.process_time()
        done = stage(*args)
        end = time.process_time()
        times.stages[name] += end - start
        if apart is not None:
            apart(times, *args)
            times.outside += time.process_time() - end
        return done

    return run


def _time_patterns(times: Times, folded: Folded, rulebook: Rulebook) -> None:
    for compiled in rulebook.patterns:
        start = time.perf_counter()
        for _ in find_matches(compiled, folded):
            pass
        times.rules[compiled.pattern.id] += time.perf_counter() - start


def _time_audits(times: Times, parse: Parse, cards: tuple[AuditCard, ...], words: WordLists) -> None:
    for card in cards:
        context = Context(parse, words)  # its own, for what one audit worked out the next one would find done
        start = time.perf_counter()
        for _ in find_hits(context, card):
            pass
        times.rules[card.id] += time.perf_counter() - start


_APART: dict[str, Callable[..., None]] = {"parse_attributions": _time_patterns, "run_audits": _time_audits}
