"""How fast the service is: articles per second and time per request, beside what the library does alone.

    python benchmarks/serve.py [--articles FILE.jsonl] [--clients N] [--requests N] [--workers N]

Starts the command on a free port of this machine, sends articles from several clients at once, each over one connection,
and prints articles per second, the share of what as many processes reach that only call the library (read, audit, JSON),
the median and the 99th percentile of the time per request, failures, and the memory of service and workers at the
beginning and at the end (Linux). Without `--articles` (JSON objects with a `text`, one a line) `seeds/` is repeated.
"""

import argparse
import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

from provenance.exporters.json_text import dump_json
from provenance.exporters.json_v1 import export_report
from provenance.model import Report
from provenance.pipeline import audit_article, default_rulebook
from provenance.reading import read_bytes

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "from provenance.cli.main import run; run()"
OK = 200


def read_articles(path: Path | None) -> list[bytes]:
    """The texts of a JSON Lines file, or the articles of `seeds/`."""
    if path:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"].encode() for line in lines]
    return [file.read_bytes() for file in sorted((ROOT / "seeds").rglob("*.txt"))]


def audit_all(articles: Sequence[bytes]) -> float:
    """Seconds that the library takes for all articles, rules loaded before."""
    default_rulebook()
    audit_article(read_bytes(articles[0], "article.txt"))
    start = time.perf_counter()
    for article in articles:
        dump_json(export_report(Report((audit_article(read_bytes(article, "article.txt")),))))
    return time.perf_counter() - start


def library_rate(articles: Sequence[bytes], workers: int) -> float:
    """Articles per second of as many processes that do nothing but audit."""
    with ProcessPoolExecutor(workers) as pool:
        return len(articles) * workers / max(pool.map(audit_all, [articles] * workers))


async def ask(address: tuple[str, int], articles: Sequence[bytes], turn: "count[int]", most: int) -> list[float]:
    """Send articles over one connection until `most` are sent by all clients; the seconds of each, negative if it failed."""
    reader, writer = await asyncio.open_connection(*address)
    times = []
    while (number := next(turn)) < most:
        body = articles[number % len(articles)]
        head = f"POST /v1/audit HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: {len(body)}\r\n\r\n"
        start = time.perf_counter()
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        await reader.readexactly(int(re.findall(r"content-length: (\d+)", answer)[0]))
        spent = time.perf_counter() - start
        times.append(spent if int(answer.split()[1]) == OK else -spent)
    writer.close()
    return times


def memory_of(process: int) -> float:
    """Megabytes that a process and its children hold; 0 where the system does not tell."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        words = status.read_text(encoding="utf-8")
        if re.search(rf"^(?:Pid|PPid):\t{process}$", words, re.MULTILINE):
            total += sum(map(int, re.findall(r"VmRSS:\s+(\d+)", words)))
    return total / 1024


async def load(
    address: tuple[str, int], articles: Sequence[bytes], clients: int, most: int
) -> tuple[float, list[float]]:
    """Seconds for the whole, and of each request."""
    turn, start = count(), time.perf_counter()
    times = await asyncio.gather(*(ask(address, articles, turn, most) for _ in range(clients)))
    return time.perf_counter() - start, [one for client in times for one in client]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    articles = read_articles(args.articles)
    alone = library_rate(articles, args.workers)
    arguments = [sys.executable, "-c", COMMAND, "serve", "--quiet", "--port", "0", "--workers", str(args.workers)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as service:  # noqa: S603  our own command
        url = urlsplit((service.stderr.readline() if service.stderr else "").rpartition(" ")[2].strip())
        address = (str(url.hostname), int(url.port or 0))
        asyncio.run(load(address, articles, args.clients, max(len(articles), args.requests // 20)))
        before = memory_of(service.pid)
        whole, times = asyncio.run(load(address, articles, args.clients, args.requests))
        after = memory_of(service.pid)
        service.terminate()
    rate, failed = len(times) / whole, sum(one < 0 for one in times)
    print(f"library, {args.workers} processes: {alone:.0f} articles/s")
    print(f"service, {args.workers} workers, {args.clients} clients: {rate:.0f} articles/s ({rate / alone:.0%})")
    print(
        f"per request: median {median(times) * 1000:.0f} ms, 99th percentile {quantiles(times, n=100)[98] * 1000:.0f} ms"
    )
    print(f"{len(times)} requests, {failed} failed; memory {before:.0f} MB before, {after:.0f} MB after")


if __name__ == "__main__":
    main()
