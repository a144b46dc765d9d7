"""`provenance archive query`: a question to the tables of an archive."""

import sys
from argparse import Namespace
from pathlib import Path

from provenance.cli.complaints import require_packages
from provenance.errors import SettingsError
from provenance.reports.answers import draw_bars, numbers_in, render_answer, write_csv

NEEDED = ("duckdb", "pyarrow")


def run(args: Namespace) -> int:
    """Print the answer, or the questions there are; raise SettingsError where it cannot be answered."""
    require_packages(NEEDED, "archive")
    write_out(_answer(args), args.out)
    return 0


def _answer(args: Namespace) -> bytes:
    from provenance.corpus.archive.asking import ask, find_question, list_questions  # noqa: PLC0415 - needs an extra

    if args.sql is None and args.question is None:
        return render_answer(("question", "asks"), [(one.name, one.title) for one in list_questions()]).encode()
    question = None if args.sql is not None else find_question(args.question)
    answer = ask(Path(args.folder), args.sql if question is None else question.sql)
    if args.format == "table":
        return render_answer(answer.columns, answer.rows).encode(errors="replace")
    if args.format == "csv":
        return write_csv(answer.columns, answer.rows)
    bars = question.bars if question is not None else tuple(numbers_in(answer.columns, answer.rows)[-1:])
    if not bars:
        msg = "there are no numbers to draw"
        raise SettingsError(msg)
    return draw_bars(answer.columns, answer.rows, bars, args.format)


def write_out(data: bytes, path: str | None) -> None:
    """Write to a file, or to standard output."""
    if path is not None:
        Path(path).write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
