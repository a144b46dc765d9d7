"""Workers that overrun, die or cannot start."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from typing import Any

import pytest
from attrs import asdict

from provenance.serving.answers import Job
from provenance.serving.pool import LostError, OverrunError, Pool
from provenance.serving.settings import Limits, Rules
from tests.serving.conftest import ARTICLE

JOB = asdict(Job("text/plain", "application/json"))


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end, at most two minutes."""
    asyncio.run(asyncio.wait_for(work, 120))


def test_a_worker_that_overruns_is_replaced() -> None:
    """An audit beyond its time fails, its worker is ended, and another one takes its place."""

    async def work() -> None:
        pool = Pool(Rules(), Limits(seconds=0.2, workers=1))
        await pool.open()
        (stuck,) = pool.processes
        os.kill(stuck, signal.SIGSTOP)
        with pytest.raises(OverrunError):
            await pool.run(JOB, ARTICLE.encode())
        assert (pool.alive, pool.replaced) == (0, 1)
        await pool.settle()
        assert pool.alive == 1
        assert pool.processes[0] != stuck
        await pool.close()

    run(work())


def test_a_worker_that_dies_is_replaced() -> None:
    """A worker that ends in the middle of a job costs that job alone."""

    async def work() -> None:
        pool = Pool(Rules(), Limits(seconds=60, workers=1))
        await pool.open()
        os.kill(pool.processes[0], signal.SIGKILL)
        with pytest.raises(LostError):
            await pool.run(JOB, ARTICLE.encode())
        assert (await pool.run(JOB, ARTICLE.encode()))[0]["status"] == 200
        await pool.close()

    run(work())


def test_the_loop_stays_free() -> None:
    """While a worker is busy, the event loop goes on with other work."""

    async def work() -> None:
        pool = Pool(Rules(), Limits(seconds=60, workers=1))
        await pool.open()
        task = asyncio.create_task(pool.run(JOB, ARTICLE.encode() * 20))
        turns = 0
        while not task.done():
            turns += 1
            await asyncio.sleep(0)
        assert turns > 1
        assert (await task)[0]["status"] == 200
        await pool.close()
        assert pool.alive == 0

    run(work())


def test_a_worker_that_cannot_start_is_told() -> None:
    """A pool whose workers cannot load their settings does not open."""

    async def work() -> None:
        pool = Pool(Rules(config="gone.toml"), Limits(workers=1))
        with pytest.raises(LostError):
            await pool.open()

    run(work())
