"""People of one surname: who are one person under two spellings, and whom a surname alone means."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from provenance.model import Gender
from provenance.rulebook import Rulebook

_RANKS = frozenset({"titles", "offices", "reporting-verbs"})


def words_of(name: str, suffixes: frozenset[str]) -> list[str]:
    """A name's words in lower case without suffixes; an article may be left out of a surname (*al-Hassan*, *Hassan*)."""
    return [w.removeprefix("al-").removeprefix("el-") for w in name.lower().split() if w not in suffixes]


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names can be one person's: same surname, and first names equal or one the other's initial."""
    if one[-1] != other[-1] or len(other) < len(("given", "last")):
        return False
    first, second = _plain(one[0].rstrip(".")), _plain(other[0].rstrip("."))
    shorter, longer = sorted((first, second), key=len)
    return first == second or (bool(shorter) and longer.startswith(shorter))


def differ(one: Gender, other: Gender) -> bool:
    """Whether both genders are known and not the same."""
    return Gender.UNKNOWN not in (one, other) and one is not other


def is_junior(name: str, forms: Sequence[str], suffixes: frozenset[str]) -> bool:
    """Whether a name has a *Jr.* that nobody of the same name has who was named before: a son beside his father."""
    return _is_suffixed(name, suffixes) and not any(_is_suffixed(form, suffixes) for form in forms)


def is_part(name: str, whole: str, suffixes: frozenset[str]) -> bool:
    """Whether a name is what ends a longer one: *Ana Reyes* and *Veteran Ana Reyes*, *Vander Berg* and *Olga Vander Berg*."""
    part, words = words_of(name, suffixes), words_of(whole, suffixes)
    return len(part) < len(words) and words[-len(part) :] == part


def is_no_name(name: str, rulebook: Rulebook) -> bool:
    """Whether words before a surname are no name: *Justice Reyes*, *Stop Reyes*, *then-Mayor Reyes*, *Ana Lind Warns Reyes*."""
    first, *others = name.split()
    verbs = (w for w in others[:-1] if rulebook.lists(w, "reporting-verbs") or rulebook.lists(w, "common-verbs"))
    if any(not rulebook.lists(verb, "given-names") for verb in verbs):
        return True
    lexicons = {r.lexicon for r in rulebook.read(first)}
    if "given-names" in lexicons:
        return not lexicons.isdisjoint(_RANKS)
    return bool(lexicons) or "-" in first or first.islower()


def _is_suffixed(name: str, suffixes: frozenset[str]) -> bool:
    return name.rpartition(" ")[2].lower() in suffixes


def _plain(word: str) -> str:
    """A word without accents."""
    return "".join(c for c in normalize("NFD", word) if not combining(c)) if not word.isascii() else word
