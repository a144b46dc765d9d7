"""Questions to the tables of an archive, answered by DuckDB without loading them whole."""

from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
from attrs import frozen

from provenance.corpus.archive.groups.tables import SCHEMAS as COMPARED
from provenance.corpus.archive.tables import SCHEMAS
from provenance.errors import SettingsError

_SQL = ".sql"
_CHART = "-- chart: "


@frozen
class Question:
    """A question that is asked often: its name, what it asks, its SQL, and the columns that a chart of it shows."""

    name: str
    title: str
    sql: str
    bars: tuple[str, ...]


@frozen
class Answer:
    """Rows under column names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def list_questions() -> tuple[Question, ...]:
    """Return the questions that have a name, in the order of their names."""
    files = [one for one in resources.files("provenance.corpus.archive.questions").iterdir() if one.name.endswith(_SQL)]
    return tuple(
        _read_question(one.name, one.read_text(encoding="utf-8")) for one in sorted(files, key=lambda f: f.name)
    )


def find_question(name: str) -> Question:
    """Return the question of a name; raise SettingsError if there is none."""
    questions = {one.name: one for one in list_questions()}
    if name not in questions:
        msg = f"there is no question {name!r} (there are: {', '.join(questions)})"
        raise SettingsError(msg)
    return questions[name]


def ask(folder: Path, sql: str) -> Answer:
    """Ask the tables of an archive; those of a comparison hold nothing where there was none.

    Raises SettingsError where the folder holds no tables, and where the SQL makes no sense.
    """
    missing = [table for table in SCHEMAS if not any((folder / table).glob("*.parquet"))]
    if missing:
        msg = f"{folder}: holds no tables of an archive ({', '.join(missing)})"
        raise SettingsError(msg)
    try:
        with duckdb.connect() as connection:
            for table, schema in {**SCHEMAS, **COMPARED}.items():
                if not any((folder / table).glob("*.parquet")):
                    connection.register(table, schema.empty_table())
                    continue
                parts = str(folder / table / "*.parquet").replace("'", "''")
                connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{parts}')")  # noqa: S608 - a path
            found = connection.execute(sql)
            columns = tuple(one[0] for one in found.description or ())
            return Answer(columns, tuple(found.fetchall()))
    except duckdb.Error as error:
        msg = f"the question cannot be answered: {error}"
        raise SettingsError(msg) from error


def _read_question(file: str, text: str) -> Question:
    title, chart, sql = text.split("\n", 2)
    bars = tuple(chart.removeprefix(_CHART).split(", "))
    return Question(file.removesuffix(_SQL), title.removeprefix("-- "), sql, bars)
