"""In which records of their articles attributions stand."""

from collections.abc import Sequence

from attrs import field, frozen

from provenance.model import AuditResult


@frozen(eq=False, repr=False)
class Records:
    """Finds the records of some results; those of an article are listed when first asked for."""

    results: Sequence[AuditResult]
    _known: dict[int, dict[str, str]] = field(factory=dict)

    def of(self, article: int, attribution: str) -> str:
        """The id of the record that an attribution stands in; the article is given by its place among the results."""
        if article not in self._known:
            records = self.results[article].parse.records
            self._known[article] = {name: one.id for one in records for name in one.attributions}
        return self._known[article][attribution]
