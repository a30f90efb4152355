"""How long a person waits for the first word: ``--help``, and ``check`` of a small book.

Wall-clock medians, beside those of a bare Python and of one that imports Pandera. The two
limits hold on an idle machine; on a busy one the ratios say the same. Run it by

    python -m benchmarks.bench_start

Exit code 1: an arm is over its limit in both.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.bench_sync import DAY
from benchmarks.process import ROOT, child
from sheetsync.book import TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.contract import load
from sheetsync.snapshot import take

LEADS = 100
ROUNDS = 7

_MAIN = "from sheetsync.cli import main; main()"

# The limits as ratios: 150 ms to a bare Python of 22 ms, 1.5 s to an import of Pandera of
# 1,196 ms, as they were measured on an idle machine of this kind.
LIMITS: Mapping[str, tuple[float, str, float]] = {
    "sheetsync --help": (0.150, "python -c pass", 6.8),
    "sheetsync check, 100 leads": (1.500, "import pandera.pandas", 1.25),
}
"""By arm: most seconds, the arm that it is held against, and the most times of that."""


def commands(folder: Path) -> dict[str, Sequence[str]]:
    """The arms by name, as the arguments of Python."""
    spoilt, clean = folder / f"still-{LEADS}.xlsx", folder / "clean.xlsx"
    return {
        "python -c pass": ("-c", "pass"),
        "import pandera.pandas": ("-c", "import pandera.pandas"),
        "sheetsync --help": ("-c", _MAIN, "--help"),
        "sheetsync check, 100 leads": ("-c", _MAIN, "check", str(clean), "--today", DAY),
        "the same, a choice misspelt": ("-c", _MAIN, "check", str(spoilt), "--today", DAY),
    }


def clean(folder: Path) -> None:
    """Put the misspelt choices of the book right, so that no cell of it is refused by Pandera."""
    book = XlsxBook(shutil.copy(folder / f"still-{LEADS}.xlsx", folder / "clean.xlsx"))
    reading = book.read()
    tab = take(reading, load()).tabs["Follow-up"]
    place = tab.places["Reply decision"]
    wrong = [
        row
        for row, value in zip(tab.rows, tab.values("Reply decision"), strict=True)
        if value == "maybe"
    ]
    book.write(reading, [TabEdit(tab.grid.title, {(row, place): None for row in wrong})])


def seconds(words: Sequence[str], home: Path) -> float:
    """Run Python once and say how long it took; what the program remembers is cleared before."""
    shutil.rmtree(home, ignore_errors=True)
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"), str(home))
    environment = {**os.environ, **places}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started


def verdicts(times: Mapping[str, float]) -> dict[str, bool]:
    """Say of each limited arm whether it is within its seconds, or else within its ratio."""
    return {
        name: times[name] <= most or times[name] <= ratio * times[beside]
        for name, (most, beside, ratio) in LIMITS.items()
    }


def main() -> int:
    """Measure in turns and show."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        child(ROOT, "make", str(LEADS), folder, home=home)
        clean(Path(folder))
        arms = commands(Path(folder))
        found: dict[str, list[float]] = {name: [] for name in arms}
        for _ in range(ROUNDS):
            for name, words in arms.items():
                found[name].append(seconds(words, home))
    times = {name: median(taken) for name, taken in found.items()}
    for name, taken in times.items():
        ratios = ", ".join(
            f"{taken / times[beside]:.1f} × {beside}"
            for beside in ("python -c pass", "import pandera.pandas")
        )
        print(f"{name:<28}{taken * 1000:7.0f} ms   {ratios}")
    passed = verdicts(times)
    for name, (most, beside, ratio) in LIMITS.items():
        word = "pass" if passed[name] else "FAIL"
        print(f"{word}  {name} (≤ {most * 1000:.0f} ms, or ≤ {ratio:g} × {beside})")
    return int(not all(passed.values()))


if __name__ == "__main__":
    sys.exit(main())
