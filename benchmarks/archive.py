"""How an archive run scales: time, processor time and memory for one and for several workers, on made-up archives.

    python benchmarks/archive.py --articles FILE.jsonl [--documents N ...] [--workers N ...] [--cluster ADDRESS]

FILE holds JSON objects with a `text`, perhaps an `outlet` and a `date`, one a line. They are repeated until there are N documents, numbers and names changed
from copy to copy, so that no two documents are the same. Memory is the largest that the driver, and any one worker, ever
took, as the system counts it.

With --cluster every round also runs on the workers of that Dask scheduler, in turn with the local ones, so that both see the same moments of a
busy machine; their processor time counts, their memory does not. They are begun as Dask does it: `dask scheduler`, `dask worker ADDRESS --nworkers 2
--nthreads 1`.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

COMMAND = "import sys; from provenance.cli.main import run; sys.exit(run(sys.argv[1:]))"
YEARS = 20
"""How far apart the dates of an article and its copy are, where articles have a `date` (as in 2026-01-31)."""
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"\b([A-Z][a-z]{2,})(?= [A-Z][a-z]{2,}\b)")


def replicate(source: Path, target: Path, documents: int) -> int:
    """Write `documents` changed copies of the articles; return how many characters they have."""
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    size = 0
    with target.open("w", encoding="utf-8") as file:
        for number in range(documents):
            copy, place = divmod(number, len(articles))
            held = articles[place]
            text = change(held["text"], copy)
            size += len(text)
            copied = {
                "id": f"d{number}",
                "text": text,
                "outlet": held.get("outlet"),
                "date": shift(held.get("date"), copy),
            }
            file.write(json.dumps(copied) + "\n")
    return size


def shift(date: str | None, copy: int) -> str | None:
    """Return a date so much later that no copy stands beside another; copy 0 is the date itself."""
    return f"{int(date[:4]) + copy * YEARS:04d}{date[4:]}" if date and copy else date


def change(text: str, copy: int) -> str:
    """Return a text with other numbers and other first names; copy 0 is the text itself."""
    if not copy:
        return text
    text = _NUMBER.sub(lambda match: str(int(match[0][:15]) + copy), text)
    return _NAME.sub(lambda match: f"{match[1]}{'aeiou'[copy % 5]}{'nrst'[copy // 5 % 4]}", text)


def measure(source: Path, workers: int, cluster: str | None) -> tuple[float, float, float]:
    """Run it once; return seconds, processor seconds, and the largest memory of one process in MB."""
    before, there = resource.getrusage(resource.RUSAGE_CHILDREN), seconds_of(cluster)
    with tempfile.TemporaryDirectory() as folder:
        where = ["--cluster", cluster] if cluster else ["--workers", str(workers)]
        command = [
            sys.executable,
            "-c",
            COMMAND,
            "archive",
            "run",
            str(source),
            "--to",
            f"{folder}/tables",
            "--per-shard",
            "50",
            *where,
        ]
        begin = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
        seconds = time.perf_counter() - begin
    if done.returncode not in (0, 2):
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used + seconds_of(cluster) - there, after.ru_maxrss / 1024


def seconds_of(cluster: str | None) -> float:
    """Return the processor seconds that the workers of a cluster have taken so far; 0 without one."""
    if cluster is None:
        return 0.0
    from distributed import Client  # noqa: PLC0415 - an extra

    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        return sum(client.run(time.process_time).values())


def main(arguments: Sequence[str]) -> int:
    """Print a line for each number of documents and of workers, in rounds, so that a busy moment shows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--documents", type=int, nargs="*", default=[400])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--cluster")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for documents in options.documents:
            source = Path(folder, "archive.jsonl")
            size = replicate(options.articles, source, documents)
            places: list[tuple[int, str | None]] = [(workers, None) for workers in options.workers]
            if options.cluster:
                places.append((0, options.cluster))
            for _ in range(options.rounds):
                for workers, cluster in places:
                    seconds, used, memory = measure(source, workers, cluster)
                    rate = documents / seconds
                    print(
                        f"{documents:>8} documents, {size / 1e6:8.1f} MB, {cluster or f'{workers} workers'}: {seconds:8.1f} s, {rate:7.1f} a second, "
                        f"{used:8.1f} s of processor, {memory:6.0f} MB the largest process",
                        flush=True,
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
