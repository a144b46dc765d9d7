"""From bytes to text, with nothing changed on the way."""

import codecs
import re

from attrs import frozen

from provenance.errors import ReadingError
from provenance.reading.quiet import silence_libraries

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip, Word or EPUB"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "Parquet"),
    (b"OggS", "audio"),
    (b"ID3", "audio"),
    (b"{\\rtf", "RTF"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x7f]")
_SAMPLE = 1 << 16
_MOST_DAMAGED = 1000
"""One byte in so many may be wrong in a file that is otherwise UTF-8."""
_TELLING = 100
"""In fewer bytes no statistics tell an encoding: if most of their letters are above ASCII they are not English text."""
_NOT_TEXT = "is damaged: not text"
_LETTERS = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_TYPOGRAPHY = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbd"
)
"""What English text holds above ASCII in windows-1252: quotation marks, dashes, pounds, degrees, bullets."""


@frozen(eq=False, repr=False)
class Decoded:
    """Text with the name of its encoding, and a note where some bytes could not be read."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """Decode `data`, the whole of a file; `declared` is the encoding that a web page names.

    A byte order mark stays in the text, so that offsets index the file itself. Raises ReadingError if `data` is no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(Decoded(data.decode(encoding, "replace"), encoding), path)
    _refuse_binary(data, path)
    try:
        decoded = Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        decoded = _declared(data, declared) or _damaged(data, error) or _guessed(data, path)
    return _checked(decoded, path)


def _refuse_binary(data: bytes, path: str) -> None:
    """Raise ReadingError if `data` is not text in any encoding of one byte or more a character."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(path, f"is binary ({kind}), not text")
    sample = data[:_SAMPLE]
    if _is_wide(sample):
        raise ReadingError(path, "is UTF-16 without a byte order mark: save it as UTF-8")
    if b"\0" in data or len(_CONTROLS.findall(sample)) * 50 > len(sample):
        raise ReadingError(path, "is binary, not text")


def _is_wide(data: bytes) -> bool:
    """Whether nearly every second byte is zero and hardly any other, as those of English in UTF-16 are."""
    zeros = sorted(data[first::2].count(0) for first in (0, 1))
    return zeros[1] * 20 > len(data) * 9 and zeros[0] * 20 < len(data)


def _checked(decoded: Decoded, path: str) -> Decoded:
    """Return `decoded` unless it turns out to be binary behind its byte order mark, or lost to an earlier conversion."""
    if "\0" in decoded.text:
        raise ReadingError(path, "is binary, not text")
    lost = decoded.text.count("\ufffd")
    if lost and lost >= sum(map(str.isalnum, decoded.text)):
        raise ReadingError(path, _NOT_TEXT)
    return decoded


def _declared(data: bytes, encoding: str | None) -> Decoded | None:
    """Decode by the encoding that the page itself declares, if that works."""
    try:
        name = codecs.lookup(encoding or "").name
        return Decoded(data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name), encoding or "")
    except (LookupError, ValueError, AttributeError, TypeError):
        return None


def _damaged(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """Decode UTF-8 with a few damaged bytes, with a note; None if `data` is not UTF-8 at heart."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = sum(byte >= 0xC2 for byte in data) - bad  # noqa: PLR2004 - the lead bytes of UTF-8
    if bad * _MOST_DAMAGED > len(data) or sound < bad:
        return None
    return Decoded(
        text,
        "utf-8",
        f"not all of it is UTF-8: \ufffd stands for {bad} places that cannot be read, the first at byte {error.start}",
    )


def _guessed(data: bytes, path: str) -> Decoded:
    """Decode text in a legacy encoding: windows-1252 where only English typography is at stake, else by statistics.

    Raises ReadingError for a few odd bytes: statistics would find them some alphabet.
    """
    if len(data) < _TELLING and len(_HIGH.findall(data)) >= len(_LETTERS.findall(data)):
        raise ReadingError(path, _NOT_TEXT)
    if _TYPOGRAPHY.issuperset(byte for byte in data if byte > 0x7F):  # noqa: PLR2004
        return Decoded(data.decode("cp1252"), "cp1252")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs 20 ms and is seldom needed

    silence_libraries()
    best = from_bytes(data).best()
    if best is None:
        raise ReadingError(path, "is binary or in an unknown encoding")
    return Decoded(data.decode(best.encoding, "replace"), best.encoding)
