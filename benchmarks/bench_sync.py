"""How much work a sync of a workbook is, against the least possible and the plain way.

Each figure is the CPU time (user and system, in seconds) of a process of its own, less that
of a process that only imports the same modules; and the most memory that it held. The arms
take turns, so that a busy machine burdens all alike: trust ratios. ``make bench`` runs

    python -m benchmarks.bench_sync [--sizes 100,1000,10000,50000] [--gates] [--rounds 3]

``--gates`` leaves out what no gate needs. Exit code 1: a gate fails. The books are made once,
which takes minutes for the largest, and kept in ``benchmarks/.cache``.
"""

import argparse
import contextlib
import importlib
import json
import math
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.process import ROOT, Cost, child, frozen

SIZES = (100, 1_000, 10_000, 50_000)
DAY = "2026-03-16"
"""The day of every run; the same as ``benchmarks.people.TODAY``."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One thing that is measured.

    Attributes:
        does: What its process does, see :func:`_work`.
        book: Which book it gets a copy of: ``edited``, ``still`` or ``fresh``.
        label: How the table calls it.
        seen: May it remember a run before it?
        largest: The most leads at which it is run.
        gated: Does a gate need it?
    """

    does: str
    book: str
    label: str
    seen: bool = False
    largest: int = 50_000
    gated: bool = True


ARMS = (
    Arm("sync", "edited", "sync, 1 % edited"),
    Arm("limit", "edited", "the limit, 1 % edited (a)"),
    Arm("plain", "edited", "the plain way, 1 % edited (b)", largest=10_000),
    Arm("sync", "still", "sync, unchanged, cold", gated=False),
    Arm("sync", "still", "sync, unchanged, seen before", seen=True),
    Arm("read", "still", "the bare read"),
    Arm("check", "edited", "check, 1 % edited", gated=False),
    Arm("sync", "fresh", "first sync of an import", gated=False),
)
SYNC, LIMIT, PLAIN, STILL, SEEN, READ, _, _ = ARMS


def _work(does: str, path: Path) -> object:
    """Do one arm's work; runs in a process of its own."""
    if does in ("sync", "check"):
        from sheetsync.cli import main

        main([does, str(path), "--today", DAY, "--format", "json"], standalone_mode=False)
        return None
    if does == "read":
        from python_calamine import load_workbook

        book = load_workbook(str(path))
        return {name: len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}
    arm = importlib.import_module(f"benchmarks.{does}")
    taken = arm.run(path)
    return {"rows": taken.rows, "bad": taken.bad, "wrote": taken.wrote}


def _make(leads: int, folder: Path) -> None:
    """Make the three books of a size; runs in a process of its own."""
    from benchmarks import synthetic

    still = synthetic.book(leads)
    shutil.copy(still, folder / f"still-{leads}.xlsx")
    edited = folder / f"edited-{leads}.xlsx"
    shutil.copy(still, edited)
    synthetic.people_edit(edited)
    shutil.copy(synthetic.fresh(leads), folder / f"fresh-{leads}.xlsx")


class Bench:
    """Measures arms in a folder of its own."""

    def __init__(self, folder: Path, rounds: int = 3, program: Path = ROOT) -> None:
        self.folder, self.rounds, self.program = folder, rounds, program
        self.imports: dict[Arm, float] = {}
        self.costs: dict[tuple[Arm, int], Cost] = {}

    def size(self, leads: int, arms: Sequence[Arm]) -> None:
        """Measure all arms at one size, in turns."""
        arms = [arm for arm in arms if leads <= arm.largest]
        child(self.program, "make", str(leads), str(self.folder), home=self.folder / "home")
        found: dict[Arm, list[Cost]] = {arm: [] for arm in arms}
        for _ in range(self.rounds if leads < 50_000 else 1):
            for arm in arms:
                found[arm].append(self.once(arm, leads))
                print(f"  {leads:>6,} {arm.label}: {found[arm][-1].cpu:.2f} s", file=sys.stderr)
        for arm, costs in found.items():
            cpu = median(cost.cpu for cost in costs) - self._imports_of(arm)
            self.costs[arm, leads] = Cost(max(cpu, 0.001), max(cost.peak for cost in costs))

    def once(self, arm: Arm, leads: int, out: Path | None = None) -> Cost:
        """Measure one arm once, on a copy of its book."""
        home, path = self.folder / "home", self.folder / "book.xlsx"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        shutil.copy(self.folder / f"{arm.book}-{leads}.xlsx", path)
        modules = self.folder / f"{ARMS.index(arm)}.json"
        words = (arm.does, str(path), str(modules))
        if arm.seen:
            child(self.program, *words, home=home)
        return child(self.program, *words, home=home, out=out)

    def _imports_of(self, arm: Arm) -> float:
        """CPU seconds of a process that imports what the arm had imported at its end."""
        if arm not in self.imports:
            words = ("imports", "-", str(self.folder / f"{ARMS.index(arm)}.json"))
            costs = [child(self.program, *words, home=self.folder / "home") for _ in range(3)]
            self.imports[arm] = median(cost.cpu for cost in costs)
        return self.imports[arm]


def growth(seconds: Mapping[int, float]) -> float | None:
    """The exponent of growth: the least-squares slope of log seconds over log leads."""
    points = [(math.log(leads), math.log(cpu)) for leads, cpu in seconds.items() if leads >= 1_000]
    if len(points) < 2:
        return None
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread: float = sum((a - x) ** 2 for a, _ in points)
    slope: float = sum((a - x) * (b - y) for a, b in points) / spread
    return slope


def gates(costs: Mapping[tuple[Arm, int], Cost]) -> list[tuple[str, float | None, str, float]]:
    """Give each gate as its name, what was measured (``None``: not), and its bound.

    Memory is held against the limit's: both lay out every value once, and 50,000 leads
    with their Log are some 13 million cells.
    """

    def pair(one: Arm, other: Arm, leads: int) -> tuple[Cost, Cost] | None:
        both = costs.get((one, leads)), costs.get((other, leads))
        return (both[0], both[1]) if both[0] and both[1] else None

    def ratio(one: Arm, other: Arm) -> float | None:
        both = pair(one, other, 10_000)
        return both[0].cpu / both[1].cpu if both else None

    peaks = pair(SYNC, LIMIT, 50_000)
    slope = growth({leads: cost.cpu for (arm, leads), cost in costs.items() if arm is SYNC})
    return [
        ("sync, 1 % edited, times the limit, at 10,000", ratio(SYNC, LIMIT), "≤", 2.5),
        ("the plain way, times sync, at 10,000", ratio(PLAIN, SYNC), "≥", 8),
        ("exponent of growth of sync from 1,000 to 50,000", slope, "≤", 1.1),
        ("peak memory of sync, times the limit's, at 50,000", peaks[0].peak / peaks[1].peak if peaks else None, "≤", 1.25),
        ("sync, unchanged, seen before, times the bare read, at 10,000", ratio(SEEN, READ), "≤", 1.2),
    ]  # fmt: skip


def show(bench: Bench, sizes: Sequence[int], arms: Sequence[Arm]) -> int:
    """Print the table and the gates; returns the exit code."""
    print(f"CPU seconds without imports, and peak MB; medians of {bench.rounds} (once at 50,000)")
    print(f"{'leads':<32}{'imports':>8}" + "".join(f"{leads:>18,}" for leads in sizes) + "  growth")
    for arm in arms:
        row = f"{arm.label:<32}{bench.imports.get(arm, 0):8.2f}"
        for leads in sizes:
            cost = bench.costs.get((arm, leads))
            row += f"{cost.cpu:>9.2f} s{cost.peak:>4.0f} MB" if cost else f"{'not run':>18}"
        slope = growth({n: cost.cpu for (own, n), cost in bench.costs.items() if own is arm})
        print(row + (f"{slope:8.2f}" if slope is not None else ""))
    failed = False
    for name, value, sign, bound in gates(bench.costs):
        if value is None:
            print(f"not run  {name} ({sign} {bound:g})")
            continue
        passed = value <= bound if sign == "≤" else value >= bound
        failed = failed or not passed
        print(f"{'pass' if passed else 'FAIL'}     {name}: {value:.2f} ({sign} {bound:g})")
    return int(failed)


def main() -> int:
    """Measure and show; or, in a child, do one arm's work."""
    if len(sys.argv) == 4 and not sys.argv[1].startswith("-"):
        _in_child(*sys.argv[1:])
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="leads, with commas")
    parser.add_argument("--gates", action="store_true", help="only what the gates need")
    parser.add_argument("--rounds", type=int, default=3, help="how often; once at 50,000")
    given = parser.parse_args()
    sizes = [int(text) for text in given.sizes.split(",")]
    arms = [arm for arm in ARMS if arm.gated or not given.gates]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.rounds, frozen(Path(folder)))
        for leads in sizes:
            bench.size(leads, arms)
        return show(bench, sizes, arms)


def _in_child(does: str, one: str, two: str) -> None:
    if does == "make":
        _make(int(one), Path(two))
    elif does == "imports":
        for name in json.loads(Path(two).read_text(encoding="utf-8")):
            # A part of a package that cannot be imported by itself has come with the whole.
            with contextlib.suppress(Exception):
                importlib.import_module(name)
    else:
        result = _work(does, Path(one))
        Path(two).write_text(json.dumps(list(sys.modules)), encoding="utf-8")
        if result is not None:
            print(json.dumps(result))


if __name__ == "__main__":
    sys.exit(main())
