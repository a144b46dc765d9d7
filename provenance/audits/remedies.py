"""What to do about a finding, in the words of its article."""

from provenance.audits.messages import fill_words
from provenance.audits.subject import Hit
from provenance.rulebook.remedies import generalise

_NOTHING = frozenset({"", "?", "''"})


def fill_remedy(template: str, hit: Hit) -> str:
    """Fill the placeholders of a card's remedy; what the article does not tell is said in general."""
    if "{" not in template:
        return template
    words = fill_words(template, hit)
    if any(value.strip() in _NOTHING for value in words.values()):
        return generalise(template)
    return template.format_map({name: value.replace("*", "") for name, value in words.items()})
