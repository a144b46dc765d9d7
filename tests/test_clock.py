"""Work that takes too long is ended, whatever thread it runs in."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from provenance.clock import OverdueError, limit_seconds

ENOUGH = 60
"""Seconds after which a process that should take a tenth of one hangs."""


def _hang() -> str:
    try:
        with limit_seconds(0.05):
            all(number for number in range(1, 10**12))
    except OverdueError:
        return "ended"
    return "went on"


def test_work_in_a_thread_is_ended() -> None:
    """The limit holds in a thread that is not the main one, as the workers of a cluster have."""
    with ThreadPoolExecutor(1) as pool:
        assert [pool.submit(_hang).result() for _ in range(3)] == ["ended"] * 3


def test_a_thread_that_is_done_is_left_alone() -> None:
    """Work of a thread that ends in time is not disturbed afterwards, nor is its waiting counted, nor what other threads do."""

    def work() -> int:
        with limit_seconds(0.05):
            time.sleep(0.1)
        return sum(range(3_000_000))

    def work_without_limit() -> int:
        with limit_seconds(0):
            return sum(range(6_000_000))

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(work), pool.submit(work_without_limit)]
        assert [one.result() for one in done] == [sum(range(3_000_000)), sum(range(6_000_000))]


@pytest.mark.parametrize("rounds", [200])
def test_the_end_of_the_watch_loses_nothing(rounds: int) -> None:
    """Work that ends just as its time does is either done or overdue, and nothing is raised behind it."""

    def work() -> set[str]:
        told = set()
        for _ in range(rounds):
            try:
                with limit_seconds(0.001):
                    sum(range(20_000))
                told.add("done")
            except OverdueError:
                told.add("overdue")
            sum(range(2_000))
        return told

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() <= {"done", "overdue"}


def test_a_watch_leaves_nothing_behind() -> None:
    """After a limit in a thread, whether it was reached or not, the process works on as before, also under a profiler."""
    program = """
import sys
from concurrent.futures import ThreadPoolExecutor
from provenance.clock import OverdueError, limit_seconds

def work(size):
    try:
        with limit_seconds(0.02):
            sum(number for number in range(size))
    except OverdueError:
        pass

with ThreadPoolExecutor(1) as pool:
    list(pool.map(work, [10, 10**9, 10]))
sys.setprofile(lambda *_: None)
list(map(lambda number: number, range(1000)))
"""
    path = os.pathsep.join(sys.path)
    subprocess.run([sys.executable, "-c", program], env=os.environ | {"PYTHONPATH": path}, check=True, timeout=ENOUGH)
