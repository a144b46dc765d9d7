"""Exceptions that a house makes to audits it did not write."""

import json
import tomllib

import pytest
from jsonschema import Draft202012Validator

from provenance.errors import RulebookError
from provenance.pipeline import audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.locate import default_rules
from provenance.rulebook.pack_source import PackSource

MANIFEST = 'id = "house"\nversion = "1"\nengine = "1"\noverlap = "ours first"\nprecedence = []\n'
HEAD = 'kind = "exceptions"\naudit = "anon-only-claim"\n'
EXCEPT = """
[[except]]
id = "harbour-council"
reason = "the minutes of the harbour council are public"
[except.when]
"source.words" = ["harbour"]
"""
SILENT = """
[[pass]]
text = "The depot will be sold, a harbour official said."
guards = "harbour-council"
"""
TEXT = "The depot will be sold, a harbour official said.\n"


def rules_with(text: str, name: str = "anon-only-claim") -> Rulebook:
    """Load the shipped rules with a house that has one file of exceptions."""
    contents = {"en/pack.toml": MANIFEST.encode(), f"exceptions/{name}.toml": text.encode()}
    return Rulebook.load(extras=[PackSource(contents, "house/")])


def test_a_shipped_audit_stays_silent_where_the_house_excepts_it() -> None:
    """An exception of the house holds for a shipped audit."""
    found = {finding.rule for finding in audit_text(TEXT, Rulebook.load()).findings}
    rules = rules_with(HEAD + EXCEPT + SILENT)
    assert found - {finding.rule for finding in audit_text(TEXT, rules).findings} == {"anon-only-claim"}
    other = audit_text(TEXT.replace("harbour", "union"), rules)
    assert "anon-only-claim" in {finding.rule for finding in other.findings}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + EXCEPT, "4: no counter-example guards the exception 'harbour-council'"),
        (HEAD + SILENT, "4: guards 'harbour-council', which is no exception of this rule"),
        (HEAD.replace("only", "nolly") + EXCEPT + SILENT, "there is no audit 'anon-nolly-claim'; did you mean"),
        (HEAD + EXCEPT.partition("[except.when]")[0] + SILENT, "4: the exception 'harbour-council' does not say when"),
        (HEAD + 'severity = "note"\n' + EXCEPT + SILENT, "3: unknown key 'severity'"),
    ],
)
def test_faults_of_exceptions(text: str, fault: str) -> None:
    """What is wrong in a file of exceptions is told with file and line."""
    with pytest.raises(RulebookError) as caught:
        rules_with(text)
    assert fault in str(caught.value)
    assert "house/exceptions/anon-only-claim.toml:" in str(caught.value)


def test_a_house_cannot_take_the_name_of_a_shipped_exception() -> None:
    """An id that the audit's own exceptions have already is an error."""
    card = next(card for card in Rulebook.load().pack.audits if card.id == "anon-only-claim")
    taken = card.excepts[0].id
    with pytest.raises(RulebookError, match=f"'anon-only-claim' has an exception '{taken}' already"):
        rules_with((HEAD + EXCEPT + SILENT).replace("harbour-council", taken))


def test_the_schema_knows_exceptions() -> None:
    """Editors of TOML check a file of exceptions as the loader does."""
    schema = (default_rules() / "schemas/exceptions.schema.json").read_text(encoding="utf-8")
    validator = Draft202012Validator(json.loads(schema))
    assert validator.is_valid(tomllib.loads(HEAD + EXCEPT + SILENT))
    assert not validator.is_valid(tomllib.loads(HEAD + EXCEPT))
