"""Generates the inflected forms of lexicon entries by ordinary English spelling rules.

Doubling of final consonants is not guessed: entries list such forms.
"""

import re
from collections.abc import Iterator
from typing import Any

from provenance.rulebook.schema import Entry, PartOfSpeech

Form = tuple[str, str]
"""(surface form, form tag)."""


def forms_of(entry: Entry, pos: PartOfSpeech) -> Iterator[Form]:
    """Every surface form of an entry with its tag: base, s, past, pp, ing; one, several; word; name."""
    if pos is PartOfSpeech.VERB:
        yield from _verb_forms(entry)
    elif pos is PartOfSpeech.NOUN:
        yield from _noun_forms(entry)
    else:
        tag = pos.value
        yield entry.lemma, tag
        for alias in (*_without_article(entry.lemma), *entry.fields.get("aliases", ())):
            yield alias, tag
        for alias in entry.fields.get("the_aliases", ()):
            yield f"the {alias}", tag
            yield f"The {alias}", tag
        for alias in _listed(entry.fields.get("demonym", ())):
            yield alias, "demonym"


def _without_article(name: str) -> Iterator[str]:
    """*The Harbour Post* is also *the Harbour Post* and *Harbour Post*; one word keeps its article."""
    rest = name.removeprefix("The ")
    if rest != name:
        yield f"the {rest}"
        if " " in rest:
            yield rest


def _verb_forms(entry: Entry) -> Iterator[Form]:
    first, _, rest = entry.lemma.partition(" ")
    irregular = entry.fields.get("forms", {})
    regular = {"base": first, "s": _add_s(first), "past": _add_ed(first), "ing": _add_ing(first)}
    regular["pp"] = regular["past"]
    if "past" in irregular and "pp" not in irregular:
        irregular = {**irregular, "pp": irregular["past"]}
    for tag, form in regular.items():
        for surface in _listed(irregular.get(tag, form)):
            already = rest and surface.endswith(" " + rest)
            yield (surface if already or not rest else f"{surface} {rest}"), tag


def _noun_forms(entry: Entry) -> Iterator[Form]:
    yield entry.lemma, "one"
    for plural in _listed(entry.fields.get("plural", _add_s(entry.lemma))):
        if plural:
            yield plural, "several"
    for alias in entry.fields.get("aliases", ()):
        yield alias, "one"


def _listed(value: Any) -> list[str]:  # noqa: ANN401  a TOML value: one form or a list of them
    return [value] if isinstance(value, str) else list(value)


def _add_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(man)$", word) and len(word) > len("man") + 1:
        return word[:-2] + "en"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def _add_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return re.sub(r"(?<=[^aeiou])y$", "i", word) + "ed"


def _add_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if re.search(r"[^eoy]e$", word):
        return word[:-1] + "ing"
    return word + "ing"
