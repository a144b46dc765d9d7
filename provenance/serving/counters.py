"""What the service counts, in the text format that Prometheus reads; no words, no addresses."""

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

_BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


@define
class Counters:
    """Counts since the start. `running` are audits that are waited for."""

    requests: Counter[tuple[str, int]] = field(factory=Counter)
    bytes_in: int = 0
    running: int = 0
    seconds: float = 0.0
    audits: int = 0
    _buckets: list[int] = field(factory=lambda: [0] * len(_BOUNDS))

    def count_request(self, route: str, status: int) -> None:
        """Count an answered request."""
        self.requests[route, status] += 1

    def count_audit(self, size: int, seconds: float) -> None:
        """Count an audit that was answered: the size of its body, and how long it took with the wait for a worker."""
        self.bytes_in += size
        self.audits += 1
        self.seconds += seconds
        for index, bound in enumerate(_BOUNDS):
            self._buckets[index] += seconds <= bound

    def render(self, workers: int, replaced: int) -> str:
        """Return all counts as text."""
        return "\n".join((*self._lines(workers, replaced), ""))

    def _lines(self, workers: int, replaced: int) -> Iterator[str]:
        yield from _head("requests_total", "counter", "Requests answered, by route and status.")
        for (route, status), count in sorted(self.requests.items()):
            yield f'provenance_requests_total{{route="{route}",status="{status}"}} {count}'
        yield from _head("audit_seconds", "histogram", "Time to audit, with the wait for a worker.")
        for bound, count in zip(_BOUNDS, self._buckets, strict=True):
            yield f'provenance_audit_seconds_bucket{{le="{bound}"}} {count}'
        yield f'provenance_audit_seconds_bucket{{le="+Inf"}} {self.audits}'
        yield f"provenance_audit_seconds_sum {self.seconds:.6f}"
        yield f"provenance_audit_seconds_count {self.audits}"
        yield from _single("audit_bytes_total", "counter", "Bytes of articles audited.", self.bytes_in)
        yield from _single("audits_running", "gauge", "Audits in work or waiting.", self.running)
        yield from _single("workers", "gauge", "Worker processes.", workers)
        yield from _single("workers_replaced_total", "counter", "Workers ended and replaced.", replaced)


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP provenance_{name} {words}"
    yield f"# TYPE provenance_{name} {kind}"


def _single(name: str, kind: str, words: str, value: int) -> Iterator[str]:
    yield from _head(name, kind, words)
    yield f"provenance_{name} {value}"
