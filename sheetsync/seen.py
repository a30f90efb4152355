"""What a run over an unchanged book said, so that a scheduled sync costs little more than the read.

Kept on this machine and good only for the same bytes, date, model, contract, templates and
program. Deleting it costs one full run and nothing else.
"""

import json
import os
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

RUNS, TABS = "seen", "tabs"
"""Shelves: what whole runs said, and what Pandera said of tabs."""


def key(parts: Sequence[str]) -> str:
    """Name a run by everything that its result rests on."""
    return sha256("\x1f".join([_program(), *parts]).encode()).hexdigest()


def load(name: str, *, shelf: str = RUNS) -> dict[str, Any] | None:
    """What was kept under this name; ``None`` if there is none."""
    try:
        mark, body = json.loads(_place(name, shelf).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return body if isinstance(body, dict) and mark == _mark(body) else None


def store(name: str, body: dict[str, Any], *, shelf: str = RUNS) -> None:
    """Keep what was found. A machine without a writable home simply works everything out again."""
    place = _place(name, shelf)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(place.parent.glob("*.json"), key=lambda p: p.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(json.dumps([_mark(body), body]), encoding="utf-8")
        beside.replace(place)
    except OSError:
        return


_KEPT = 20


def _mark(body: dict[str, Any]) -> str:
    """A damaged file counts as none, whatever its damage."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


@cache
def _program() -> str:
    """A mark of the program and its texts: names, sizes and times of their files."""
    root = Path(__file__).parent
    folders = [
        root,
        root.parent / "schemas",
        root.parent / "templates",
        Path.cwd() / "schemas",
        Path.cwd() / "templates",
    ]
    marks: list[str] = []
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.rglob("*")):
                if path.suffix in (".py", ".yaml"):
                    facts = path.stat()
                    marks.append(f"{path.name}:{facts.st_size}:{facts.st_mtime_ns}")
    return sha256("|".join(marks).encode()).hexdigest()


def _place(name: str, shelf: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("sheetsync") / shelf / f"{name}.json"
