"""Two runs at once on one file, as real processes: one commits, the other steps back."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.broken import peoples, run
from tests.workbooks import lead, team

ROOT = Path(__file__).parents[1]

RACER = """
import sys, time
from sheetsync.books.xlsx import XlsxBook
from sheetsync.cli import main

write = XlsxBook.write
def at_once(*given):
    print("ready", file=sys.stderr, flush=True)
    start = float(sys.stdin.readline())
    while time.time() < start:
        pass
    return write(*given)
XlsxBook.write = at_once
main()
"""


@pytest.fixture
def own(tmp_path):
    own = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta"))
    own.sync()
    own.types("Research", "Beta", {"Role": None})
    own.adds("Research", lead("Gamma"))
    return own


def racer(*words):
    return subprocess.Popen(
        [sys.executable, "-c", RACER, *map(str, words)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def race(*commands):
    """Start the commands, let them write in the same instant, and tell how each ended."""
    racers = [racer(*command) for command in commands]
    for each in racers:
        assert each.stderr.readline() == "ready\n"
    start = f"{time.time() + 0.05}\n"
    for each in racers:
        each.stdin.write(start)
        each.stdin.flush()
    told = [each.communicate(timeout=60) for each in racers]
    return [(each.returncode, *texts) for each, texts in zip(racers, told, strict=True)]


def settled(own, typed):
    """The file is whole, holds what people typed, and the next runs come to rest."""
    assert typed.items() <= peoples(own.path).items()
    own.sync()
    assert own.sync()["changes"] == []
    left = {each.name for each in own.path.parent.iterdir()}
    assert left <= {"b.xlsx", "b.bak.xlsx", "home", "list.csv"}


def test_of_two_syncs_at_once_exactly_one_commits(own):
    typed = peoples(own.path)
    day = ("--today", "2026-03-02")
    ends = race(("sync", own.path, *day), ("sync", own.path, *day))
    codes = sorted(code for code, _, _ in ends)
    assert codes[0] == 0
    assert codes[1] in (3, 75), ends
    loser = next(err for code, _, err in ends if code)
    assert loser.startswith("Error: ")
    assert "wrote nothing" in loser or "Nothing was written" in loser
    ids = [row["Lead ID"] for row in own.rows("Research")]
    assert ids == ["L-0001", "L-0002", "L-0003"]
    assert sum(row["Event"] == "sync" for row in own.rows("Log")) == 2
    settled(own, typed)


def test_of_a_sync_and_an_import_at_once_exactly_one_commits(own):
    typed = peoples(own.path)
    source = own.path.parent / "list.csv"
    source.write_text("Company,Role\nAcme,COO\n")
    ends = race(("sync", own.path), ("import", source, own.path, "--yes"))
    codes = sorted(code for code, _, _ in ends)
    assert codes[0] == 0
    assert codes[1] in (3, 75), ends
    run("import", source, own.path, "--yes")
    assert [row["Company"] for row in own.rows("Research")].count("Acme") == 1
    settled(own, typed)


def test_a_book_that_someone_saves_between_read_and_write_is_left_to_them(own):
    late = racer("sync", own.path)
    assert late.stderr.readline() == "ready\n"
    own.types("Research", "Alpha", {"Role": "typed while the sync was working"})
    theirs = own.path.read_bytes()
    _, err = late.communicate("0\n", timeout=60)
    assert late.returncode == 3, err
    assert "was changed by someone else while this run was working" in err
    assert "Nothing was written to it, and their change is kept." in err
    assert own.path.read_bytes() == theirs


def test_a_book_that_someone_opens_between_read_and_write_is_left_to_them(own):
    before = own.path.read_bytes()
    late = racer("sync", own.path)
    assert late.stderr.readline() == "ready\n"
    lock = own.path.with_name("~$b.xlsx")
    lock.write_bytes(b"")
    _, err = late.communicate("0\n", timeout=60)
    lock.unlink()
    assert late.returncode == 75, err
    assert own.path.read_bytes() == before


def test_a_book_that_is_moved_away_between_read_and_write_is_said_so(own):
    late = racer("sync", own.path)
    assert late.stderr.readline() == "ready\n"
    own.path.rename(own.path.with_name("moved.xlsx"))
    _, err = late.communicate("0\n", timeout=60)
    assert late.returncode == 3, err
    assert "is no longer there" in err
    assert not own.path.exists()
