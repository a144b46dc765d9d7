"""One rule file as TOML, which knows on what line each of its tables and keys stands."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from provenance.errors import Fault

_LONG_STRING = re.compile(r"'''.*?'''|\"\"\".*?\"\"\"", re.DOTALL)
_ROW = re.compile(r"[ \t]*\{")
_HEADER = re.compile(r"^[ \t]*\[+[ \t]*([\w.-]+)[ \t]*\]+", re.MULTILINE)
_ERROR_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")

_BARE_VALUE = re.compile(r"""[ \t]*([\w"'.-]+)[ \t]*=[ \t]*(?!true\b|false\b)([A-Za-z][\w-]*)[ \t]*(?:#.*)?$""")
_MERGE = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_CURLY = re.compile(r"=[ \t]*[\u201c\u201d\u2018\u2019]")
_PLAIN = {
    "Invalid statement": "is neither `key = value`, nor a [table], nor a # remark",
    "Invalid initial character for a key part": "is neither `key = value`, nor a [table], nor a # remark",
    "Expected '=' after a key": "a key is followed by = and its value",
    r"Illegal character '\n'": "a text is not closed: its second quotation mark is missing on this line",
    "Unterminated string": "a text is not closed: its second quotation mark is missing",
    "Expected \"'''\"": "a text is not closed: its last three quotation marks are missing",
    "Unclosed array": "a list is not closed: its ] or a comma is missing",
    "Unclosed inline table": "a table in braces is not closed: its } or a comma is missing",
    "Expected ']": "the ] of the [table] is missing",
    "Cannot overwrite a value": "this key stands twice",
    "Cannot declare": "this [table] stands twice",
    "Unescaped": "a backslash in a text is written twice, or the text stands in 'single' quotation marks",
    "Invalid value": "a value is missing, or it is no text in quotation marks, number, true, false or [list]",
    "Expected newline": "something follows the value: one `key = value` on a line",
}
"""What is said in the place of the parser's own words."""


def _bare(source: str) -> str:
    """Empty the long strings of `source`, line for line, so that what they quote is not taken for TOML."""
    return _LONG_STRING.sub(lambda quoted: "\n" * quoted[0].count("\n"), source)


@frozen(eq=False, repr=False)
class RuleFile:
    """A parsed file: its path inside the pack, its text and data, and the list that collects all faults of the load.

    `label` is what stands before the path where people read it: the folder of a pack that is not the shipped one.
    """

    path: str
    source: str = field(repr=False)
    data: Mapping[str, Any] = field(repr=False)
    faults: list[Fault] = field(repr=False)
    label: str = ""

    @property
    def shown(self) -> str:
        """The path as people read it."""
        return self.label + self.path

    def fault(self, line: int, reason: str) -> None:
        """Report that something is wrong on `line`."""
        self.faults.append(Fault(self.shown, line, reason))

    def header_lines(self, name: str) -> list[int]:
        """List the lines of all headers `[name]` or `[[name]]`, in file order."""
        bare = _bare(self.source)
        return [bare.count("\n", 0, head.start(1)) + 1 for head in _HEADER.finditer(bare) if head[1] == name]

    def row_lines(self, key: str, after: int) -> list[int]:
        """List the lines of the tables in the list `key` of the table on line `after`, where each begins a line."""
        start = self.key_line(key, after)
        lines = _bare(self.source).split("\n")[start:]
        rows = [number for number, line in enumerate(lines, start + 1) if _ROW.match(line)]
        end = next((number for number, line in enumerate(lines, start + 1) if line.startswith("]")), 0)
        return [number for number in rows if number < end]

    def text_line(self, text: str) -> int:
        """Find the last line on which a text stands; 1 if it stands nowhere."""
        return self.source.count("\n", 0, max(self.source.rfind(text), 0)) + 1

    def key_line(self, key: str, after: int) -> int:
        """Find the line of `key` in the table whose header stands on line `after` (1 for the top); that line if unseen."""
        lines = _bare(self.source).split("\n")
        pattern = re.compile(rf"""[ \t]*["']?{re.escape(key)}["']?[ \t]*=""")
        for number, line in enumerate(lines[after - 1 :], after):
            if pattern.match(line):
                return number
            if number > after and _HEADER.match(line):
                break
        return after


def parse_file(path: str, content: bytes, faults: list[Fault], label: str = "") -> RuleFile | None:
    """Parse one file's bytes; None and a fault where they are not TOML in UTF-8."""
    import tomllib  # noqa: PLC0415  where no TOML is read, it costs more than all else of this module

    from provenance.rulebook.toml_text import parse_toml  # noqa: PLC0415

    try:
        source = content.decode("utf-8-sig").replace("\r\n", "\n")
        return RuleFile(path, source, parse_toml(source), faults, label)
    except UnicodeDecodeError as error:
        faults.append(Fault(label + path, content.count(b"\n", 0, error.start) + 1, "is not UTF-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(_syntax_fault(label + path, source, str(error)))
    return None


def _syntax_fault(path: str, source: str, message: str) -> Fault:
    """Make a fault of a message of tomllib, which ends with the place of the error, in words for people who edit files by hand."""
    place = _ERROR_LINE.search(message)
    line = int(place[1]) if place and place[1] else source.count("\n") + 1
    return Fault(path, line, _explain(source.split("\n")[line - 1], _ERROR_LINE.sub("", message)))


def _explain(written: str, message: str) -> str:
    """Say what is wrong with a line that is no TOML, and how it could be right."""
    bare = _BARE_VALUE.match(written)
    if _MERGE.match(written):
        return f"a merge was not finished: choose between the lines around '{written.split(maxsplit=1)[0]}' and take the marks out"
    if bare:
        return f'a word as a value stands in quotation marks: {bare[1]} = "{bare[2]}"'
    if _CURLY.search(written):
        return "a text stands in straight quotation marks, not in curly ones"
    return next((words for part, words in _PLAIN.items() if part in message), message)
