"""Processes of their own, so that each measurement begins in the same state.

Imports nothing heavy: a child starts out with the peak memory of its parent.
"""

import compileall
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PARTS = ("sheetsync", "schemas", "templates", "benchmarks")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: CPU seconds and peak megabytes."""

    cpu: float
    peak: float


def child(program: Path, *words: str, home: Path, out: Path | None = None) -> Cost:
    """Run ``benchmarks.bench_sync`` in a process of its own.

    Args:
        program: The folder that holds the program.
        words: Its arguments.
        home: Where the program keeps what it remembers between runs.
        out: Where its output goes; nowhere by default.

    Raises:
        RuntimeError: It failed.
    """
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"), str(home))
    command = [sys.executable, "-m", "benchmarks.bench_sync", *words]
    with Path(out or os.devnull).open("wb") as stream:
        process = subprocess.Popen(
            command, cwd=program, env={**os.environ, **places}, stdout=stream
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} failed with {process.returncode}")
    # Linux counts ru_maxrss in kilobytes, macOS in bytes.
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def frozen(folder: Path) -> Path:
    """Copy the program into a folder: what is measured stays the same while someone edits it."""
    program = folder / "program"
    for part in _PARTS:
        ignored = shutil.ignore_patterns("__pycache__", ".cache")
        shutil.copytree(ROOT / part, program / part, ignore=ignored)
    cache = ROOT / "benchmarks" / ".cache"
    cache.mkdir(exist_ok=True)
    (program / "benchmarks" / ".cache").symlink_to(cache)
    compileall.compile_dir(program, quiet=1)
    return program
