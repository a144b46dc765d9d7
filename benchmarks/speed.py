r"""How fast the pipeline is: CPU time of `audit_text` over that of cutting the same text into words.

    python benchmarks/speed.py [--articles FILE.jsonl] [--rounds N] [--at-most RATIO]

The yardstick is `re.findall(r"\w+|[^\w\s]", text)`, measured in the same process in alternating rounds, so that the
figure says little about the machine. Without `--articles` (JSON objects with a `text`, one a line) the articles of
`seeds/` are repeated. Printed are the ratio of the whole and of every stage, the growth of the time per character from
small articles to large ones, and how long the command takes to start.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from provenance import pipeline
from provenance.collector import rare_collections
from provenance.tracing.times import watch_times

ROOT = Path(__file__).resolve().parents[1]
YARDSTICK = re.compile(r"\w+|[^\w\s]")
FEWEST = 400
SIZES = (10_000, 100_000, 1_000_000)
BARE_ROUNDS = 5
"""The yardstick is short: each round takes it so often."""


def read_articles(path: Path | None) -> list[str]:
    """The texts of a JSON Lines file, or the articles of `seeds/` repeated."""
    if path:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines][:FEWEST]
    seeds = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").rglob("*.txt"))]
    return (seeds * (FEWEST // len(seeds) + 1))[:FEWEST]


def cpu_time(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Seconds of CPU that `work` takes for all texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def measure_ratio(texts: Sequence[str], rounds: int) -> float:
    """Print the rounds and their median; give the median."""
    ratios = []
    for number in range(rounds):
        bare = cpu_time(YARDSTICK.findall, list(texts) * BARE_ROUNDS) / BARE_ROUNDS
        whole = cpu_time(pipeline.audit_text, texts)
        ratios.append(whole / bare)
        print(f"round {number + 1}: {whole:.3f} s over {bare:.3f} s is {ratios[-1]:.1f}")
    size = sum(map(len, texts))
    print(f"median ratio {median(ratios):.1f} over {len(texts)} articles, {size} characters")
    return median(ratios)


def measure_stages(texts: Sequence[str]) -> None:
    """Print what share of the time each stage takes, as a ratio to the yardstick."""
    bare = cpu_time(YARDSTICK.findall, list(texts) * BARE_ROUNDS) / BARE_ROUNDS
    with watch_times(rules=False) as spent:
        cpu_time(pipeline.audit_text, texts)
    for name, seconds in sorted(spent.stages.items(), key=lambda item: -item[1]):
        print(f"  {name:20} {seconds / bare:6.2f}")


def measure_growth(texts: Sequence[str]) -> None:
    """Print the time per character for articles of several sizes, made of articles one after the other."""
    whole = "\n\n".join(texts)
    while len(whole) < SIZES[-1]:
        whole += "\n\n" + whole
    for size in SIZES:
        parts = [whole[start : start + size] for start in range(0, SIZES[-1], size)]
        seconds = cpu_time(pipeline.audit_text, parts)
        print(f"articles of {size:9,} characters: {seconds / SIZES[-1] * 1e6:.2f} microseconds a character")


def measure_start(texts: Sequence[str]) -> None:
    """Print how long Python, the command alone, and an audit of one short article take (median of five, CPU time).

    As after an installation, Python finds its modules compiled.
    """
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(texts[0][:1500], encoding="utf-8")
        command = [sys.executable, "-c", "from provenance.cli.main import run; run()"]
        audit = [*command, "audit", "--fail-on", "never", str(article)]
        plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept = {**plain, "PYTHONPYCACHEPREFIX": folder, "PROVENANCE_CACHE": folder}
        fresh = {**kept, "PROVENANCE_CACHE": ""}
        for label, words, environment in (
            ("bare Python", [sys.executable, "-c", "pass"], kept),
            ("provenance --version", [*command, "--version"], kept),
            ("audit, nothing kept", audit, fresh),
            ("audit, rules kept", audit, kept),
        ):
            subprocess.run(words, env=environment, capture_output=True, check=False)  # noqa: S603  our own command
            print(f"  {label:22} {median(_elapsed(words, environment) for _ in range(5)) * 1000:6.0f} ms")


def _elapsed(words: Sequence[str], environment: dict[str, str]) -> float:
    start = os.times().children_user + os.times().children_system
    subprocess.run(words, env=environment, capture_output=True, check=False)  # noqa: S603  our own command
    return os.times().children_user + os.times().children_system - start


def main() -> int:
    """Measure and print; 1 if the ratio is above `--at-most`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--at-most", type=float)
    options = parser.parse_args()
    texts = read_articles(options.articles)
    cpu_time(pipeline.audit_text, texts)
    with rare_collections():  # as the command does
        ratio = measure_ratio(texts, options.rounds)
        measure_growth(texts)
        measure_stages(texts)
    measure_start(texts)
    return int(options.at_most is not None and ratio > options.at_most)


if __name__ == "__main__":
    sys.exit(main())
