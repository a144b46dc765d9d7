"""A process that answers one job after the other over its standard streams; it ends when its input does.

Run as `python -P -m provenance.serving.worker CONFIG PROFILE SECONDS`, empty where there is none.
"""

import os
import signal
import sys
from typing import BinaryIO

from provenance.collector import rare_collections
from provenance.errors import raised_at
from provenance.serving.answers import Answer, Desk, Job, open_desk
from provenance.serving.frames import Head, pack_frame, read_frame
from provenance.serving.media import WRITTEN
from provenance.serving.settings import Rules

FAULT = 500
_FIRST_WORDS = b"The service can begin its work, the keeper of the clock said."
_GRACE = 5
"""So many seconds after its time a worker ends itself, should the service no longer be there to end it."""


def main(arguments: list[str]) -> None:
    """Load the rules, say so, then answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service says when it is over, not the terminal
    config, profile, seconds = arguments
    jobs, answers = sys.stdin.buffer, _take_stdout()
    desk = open_desk(Rules(config or None, profile or None))
    for kind in WRITTEN:  # what is loaded and compiled when it is first needed is there when the first request comes
        desk.answer(Job("text/plain", kind), _FIRST_WORDS)
    _send(answers, {"ready": True}, b"")
    with rare_collections():
        _answer_all(desk, jobs, answers, int(float(seconds)))


def _answer_all(desk: Desk, jobs: BinaryIO, answers: BinaryIO, seconds: int) -> None:
    while (frame := read_frame(jobs)) is not None:
        _set_alarm(seconds + _GRACE)
        answer = _answer(desk, *frame)
        _set_alarm(0)
        _send(answers, {"status": answer.status, "media": answer.media, "reason": answer.reason}, answer.body)


def _take_stdout() -> BinaryIO:
    """Keep standard output for answers; what a library may print, which could be words of a draft, goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _answer(desk: Desk, head: Head, body: bytes) -> Answer:
    try:
        return desk.answer(Job(**head), body)
    except Exception as error:  # noqa: BLE001  a fault of ours in one article is answered as such; its words stay here
        return Answer(FAULT, reason=f"internal error, please report it: {raised_at(error)} {type(error).__name__}")


def _set_alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _send(stream: BinaryIO, head: Head, body: bytes) -> None:
    stream.write(pack_frame(head, body))
    stream.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
