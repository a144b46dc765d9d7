"""What each placeholder of a message or a remedy becomes, for whoever writes a card; a test holds it against `messages.WORDS`."""

from collections.abc import Mapping

PLACEHOLDERS: Mapping[str, str] = {
    "candidates": "for whom the words of the source may stand: 'Ana Reyes or Bo Lind'",
    "chain": "the whole way of the claim, nearest the reader first; * behind what is unnamed",
    "claim": "the words of the claim, shortened",
    "count": "how many sentences the reader reads before learning who says them",
    "cue": "the words that say that somebody says it: 'said', 'according to'",
    "is": "'is' or 'are', as the words for the source want it",
    "links": "how many sources and outlets stand between the event and the reader",
    "missing": "what the article does not tell of an unnamed source: 'which body or side they speak for and how they know it'",
    "naming": "how a crowd could be named: 'name one of them, or say how many they are'",
    "origin": "the first source of the claim by its name or description",
    "points": "how many of five points the description of an unnamed source earns",
    "reason": "the reason that the article gives for the namelessness",
    "relay": "the outlets that pass the claim on",
    "restates": "who stands for the claims that this one says again",
    "source": "the article's words for the source, in quotation marks",
    "told": "what the description of an unnamed source earns its points for: 'role, number'",
    "words": "the words at which the finding points",
}
