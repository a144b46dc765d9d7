"""How comparing an archive scales beside auditing it, on made-up archives of several sizes.

    python benchmarks/archive_compare.py --articles FILE.jsonl [--documents N ...] [--workers N] [--at-once N]

FILE holds JSON objects with `text`, `outlet` and `date`, one a line. They are repeated with numbers, names and dates changed
(see benchmarks/archive.py), so that no article matches its copy. Memory is the largest that one process ever took.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from archive import COMMAND, replicate


def measure(arguments: Sequence[str]) -> tuple[float, float, str]:
    """Run the command once; return seconds, processor seconds and what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMAND, "archive", *arguments], capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - begin
    if done.returncode not in (0, 2):
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, done.stderr.strip()


def size_of(folder: Path) -> float:
    """Return the megabytes of the files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main(arguments: Sequence[str]) -> int:
    """Print two lines for each number of documents: auditing and comparing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--documents", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--workers", default="1")
    parser.add_argument("--at-once", default="25000")
    options = parser.parse_args(arguments)
    for documents in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            source, tables = Path(folder, "archive.jsonl"), Path(folder, "tables")
            replicate(options.articles, source, documents)
            engine = ["--workers", options.workers]
            audit = measure(["run", str(source), "--to", str(tables), *engine])
            audited = size_of(tables)
            compare = measure(["compare", str(tables), *engine, "--at-once", options.at_once])
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{documents:>7} documents: audit {audit[0]:6.1f} s ({audit[1]:6.1f} of processor), {audited:6.1f} MB; compare "
                f"{compare[0]:6.1f} s ({compare[1]:6.1f} of processor), {size_of(tables) - audited:6.1f} MB more, {compare[2]}; "
                f"{largest:4.0f} MB the largest process",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
