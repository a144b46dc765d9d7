"""What records have in common."""

from typing import Any


class Value:
    """A record that is equal to another, and written, by its fields.

    attrs can write these methods for each class, but compiling them takes half of the time that a class takes, and the
    command makes a hundred classes before it reads a word.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _fields(self) == _fields(other)

    def __hash__(self) -> int:
        return hash((type(self), _fields(self)))

    def __repr__(self) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in _attributes(self) if field.repr)
        return f"{type(self).__name__}({', '.join(shown)})"


def _fields(record: object) -> tuple[object, ...]:
    return tuple(getattr(record, field.name) for field in _attributes(record))


def _attributes(record: object) -> Any:  # noqa: ANN401  attrs gives every class a tuple type of its own
    return record.__attrs_attrs__  # type: ignore[attr-defined]
