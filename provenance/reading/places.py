"""Finds the words of an extracted text again in the file that it was taken out of."""

import re
from collections.abc import Iterator

from provenance.model.article import Origin, Piece
from provenance.reading.runs import Layers, drop_invisible

_WORD = re.compile(r"\S+")
_BLOCK = re.compile(r"[^\n]+")
_SHORTEST = 12
"""So many characters are searched for at least; fewer stand anywhere."""
_MOST_TRIALS = 400
"""So many searches an article may take; one whose words are not there must not take for ever."""


def find_origin(text: str, layers: Layers, after: int = 0) -> tuple[Origin, int]:
    """Find where the words of `text` stand in the file whose bare words `layers` hold; white space is no matter.

    The search begins at `after`, a place in the bare words; the second value is where the last words end there.
    """
    search = _Search(layers, after)
    pieces = [piece for block in _BLOCK.finditer(text) for piece in search.pieces_of(text, *block.span())]
    return Origin(layers.whole, tuple(_join(text, layers.whole, pieces))), search.cursor


class _Search:
    """Walks through the bare words of a file."""

    def __init__(self, layers: Layers, after: int) -> None:
        self._layers = layers
        self._bare = layers.text
        self.cursor = after
        self._trials = _MOST_TRIALS

    def pieces_of(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Give the pieces of one block, word by word; in halves where it does not stand there as a whole."""
        start += 2 * text.startswith("- ", start)
        words = _WORD.finditer(text, start, end)
        yield from self._find([(*found.span(), drop_invisible(found.group())) for found in words])

    def _find(self, words: list[tuple[int, int, str]]) -> Iterator[Piece]:
        key = "".join(bare for _, _, bare in words)
        place = self._locate(key) if key else -1
        if place >= 0:
            self.cursor = place + len(key)
            for start, end, bare in words:
                if bare:
                    yield Piece(start, end, *self._layers.raw_of(place, place + len(bare)))
                place += len(bare)
        elif len(words) > 1 and len(key) >= 2 * _SHORTEST:
            middle = len(words) // 2
            yield from self._find(words[:middle])
            yield from self._find(words[middle:])

    def _locate(self, key: str) -> int:
        self._trials -= 1
        if self._trials < 0:
            return -1
        place = self._bare.find(key, self.cursor)
        return place if place >= 0 or len(key) < _SHORTEST else self._bare.find(key)


def _join(text: str, raw: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Join neighbours that stand in the file as they stand in the text, with the same space between them."""
    last: Piece | None = None
    for piece in pieces:
        if last is None:
            last = piece
        elif last.is_exact and piece.is_exact and text[last.end : piece.start] == raw[last.raw_end : piece.raw_start]:
            last = Piece(last.start, piece.end, last.raw_start, piece.raw_end)
        else:
            yield last
            last = piece
    if last is not None:
        yield last
