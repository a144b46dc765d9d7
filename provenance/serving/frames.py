"""How the service and its workers talk: a head of JSON and a body of bytes, both with their lengths in front."""

import json
import struct
from asyncio import StreamReader
from typing import Any, BinaryIO

Head = dict[str, Any]
_LENGTHS = struct.Struct(">II")


def pack_frame(head: Head, body: bytes) -> bytes:
    """Return head and body as one frame."""
    written = json.dumps(head).encode("ascii")
    return _LENGTHS.pack(len(written), len(body)) + written + body


def read_frame(stream: BinaryIO) -> tuple[Head, bytes] | None:
    """Read the next frame; None at the end of the stream, also where it ends inside a frame."""
    start = stream.read(_LENGTHS.size)
    if len(start) < _LENGTHS.size:
        return None
    lengths = _LENGTHS.unpack(start)
    parts = [stream.read(length) for length in lengths]
    if [len(part) for part in parts] != list(lengths):
        return None
    return json.loads(parts[0]), parts[1]


async def receive_frame(stream: StreamReader) -> tuple[Head, bytes]:
    """Read the next frame; raise IncompleteReadError where the stream ends before its end."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(body)
