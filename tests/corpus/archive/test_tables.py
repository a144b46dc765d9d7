"""The rows that are written of an article."""

from attrs import evolve

from provenance.corpus.archive.tables import rows_of
from provenance.pipeline import audit_article, default_rulebook
from provenance.reading import read_text


def test_tables_without_text() -> None:
    """Without text the rows of an article hold the names of named sources, and no other words of it."""
    told = "The Zorvan bridge will close, an aide to Mirabel Quast said. Tolland Quast said that the lanterns mildewed."
    result = audit_article(evolve(read_text(told), title="Zorvan bridge to close"), default_rulebook())
    with_text, without = (rows_of(result, "a", with_text=wanted) for wanted in (True, False))
    assert "aide to Mirabel" in str(with_text)
    assert {row["source"] for row in without["records"]} == {None, "Tolland Quast"}
    assert not [word for word in ("Zorvan", "Mirabel", "aide", "lanterns") if word in str(without)]
