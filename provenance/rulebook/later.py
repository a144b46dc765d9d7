"""Parts of the rules that few runs look at: read back from the cache, they stay packed until somebody asks for them."""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

_Item = TypeVar("_Item")


class Later(Sequence[_Item]):
    """A tuple of records that is packed into one string of bytes, and unpacked when it is first looked at."""

    def __init__(self, items: Iterable[_Item] = ()) -> None:
        self._packed: bytes | None = None
        self.items = tuple(items)

    @cached_property
    def items(self) -> tuple[_Item, ...]:
        """The records themselves."""
        found: tuple[_Item, ...] = pickle.loads(zlib.decompress(self._packed)) if self._packed else ()  # noqa: S301
        return found

    @overload
    def __getitem__(self, place: int) -> _Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_Item, ...]: ...
    def __getitem__(self, place: int | slice) -> _Item | tuple[_Item, ...]:
        return self.items[place]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[_Item]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self.items if isinstance(other, Later | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.items)

    def __repr__(self) -> str:
        return repr(self.items)

    def __getstate__(self) -> dict[str, Any]:
        return {"_packed": self._packed or zlib.compress(pickle.dumps(self.items, protocol=5))}


def packed(items: Iterable[Any]) -> Sequence[Any]:
    """The items as they come, packed when they are kept."""
    return items if isinstance(items, Later) else Later(items)
