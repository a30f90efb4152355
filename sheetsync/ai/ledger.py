"""The record of what was asked and paid for, on this machine, one file a book.

A call is noted before it is made, its outcome before anybody sees it; so nothing is
paid for twice, whatever breaks in between. The file only grows, a line a record, each
with its checksum. It holds answers, so only its owner may read it.
"""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from sheetsync.ai.outcome import Reply, Trouble

Record = dict[str, Any]
"""``kind`` is reserve, answer, free (not paid for) or lost (perhaps paid for)."""


@dataclass(slots=True)
class Ledger:
    """What the records come to.

    Attributes:
        path: The file.
        answers: The first lasting outcome of each key.
        spent: Per day how many calls were made and what they cost at most, in parts.
        open: Reservations that nothing is known of yet, by run and key: day and parts.
        set_aside: Where a damaged file was put, ``None`` if there was none.
    """

    path: Path
    answers: dict[str, Reply] = field(default_factory=dict)
    spent: dict[str, tuple[int, int]] = field(default_factory=dict)
    open: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    set_aside: Path | None = None
    damaged: int = 0
    _file: int | None = None

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """Read a ledger; one that is not there is empty.

        A last line that was cut off by a crash is no damage: it was never acted upon.

        Raises:
            OSError: The file is there and cannot be read.
        """
        own = cls(path)
        try:
            lines = path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return own
        for line in lines[:-1]:
            record = _unsealed(line)
            if record is None:
                own.damaged += 1
            else:
                own.take(record)
        return own

    @classmethod
    @contextmanager
    def writing(cls, path: Path) -> "Iterator[Ledger | None]":
        """Open a ledger to add to it; ``None`` if another process on this machine does.

        Raises:
            OSError: The folder or the file cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _locked(lock):
                yield None
                return
            own = cls.read(path)
            if own.damaged:
                own.put_aside()
            own.begin()
            try:
                yield own
            finally:
                own.end()
        finally:
            os.close(lock)

    def take(self, record: Record) -> None:
        """Bring what is known up to date by one record."""
        name = (str(record["run"]), str(record["key"]))
        if record["kind"] == "reserve":
            self.open[name] = (str(record["day"]), int(record["pico"]))
            self._charge(str(record["day"]), 1, int(record["pico"]))
            return
        day, most = self.open.pop(name, (str(record["day"]), 0))
        if record["kind"] == "free":
            self._charge(day, -1, -most)
        elif record["kind"] == "answer":
            self._charge(day, 0, int(record["pico"]) - most)
            self.answers.setdefault(name[1], _reply(record))

    def spent_on(self, day: str) -> tuple[int, int]:
        """Calls of a day, and what they cost at most."""
        return self.spent.get(day, (0, 0))

    def append(self, records: Sequence[Record]) -> None:
        """Write records down for good: when this returns, a power cut leaves them there.

        Raises:
            OSError: They could not be written; none of them counts.
        """
        assert self._file is not None, "a ledger is written to inside writing()"
        whole = b"".join(map(_sealed, records))
        start = os.lseek(self._file, 0, os.SEEK_END)
        try:
            _write_all(self._file, whole)
            os.fsync(self._file)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._file, start)
            raise
        for record in records:
            self.take(record)

    def _charge(self, day: str, calls: int, parts: int) -> None:
        before = self.spent.get(day, (0, 0))
        self.spent[day] = (before[0] + calls, before[1] + parts)

    def begin(self) -> None:
        """Open the file to add to it, and cut off a last line that a crash left unfinished."""
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        end = os.lseek(self._file, 0, os.SEEK_END)
        whole = _whole_lines(self._file, end)
        if whole < end:
            os.ftruncate(self._file, whole)

    def end(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def put_aside(self) -> None:
        """Keep a damaged file beside, and go on with the records that are whole."""
        lines = self.path.read_bytes().split(b"\n")[:-1]
        aside = self.path.with_suffix(f".damaged-{sha256(b''.join(lines)).hexdigest()[:8]}")
        kept = [line + b"\n" for line in lines if _unsealed(line) is not None]
        beside = self.path.with_suffix(".new")
        beside.write_bytes(b"".join(kept))
        beside.chmod(0o600)
        shutil.copy2(self.path, aside)
        beside.replace(self.path)
        self.set_aside = aside


def place_of(book: str) -> Path:
    """Where the ledger of a book is kept.

    Args:
        book: How the book is called: a path, or what a sheet is known by.
    """
    from platformdirs import user_state_path

    own = Path(book)
    name = str(own.resolve()) if own.exists() else book
    file = f"{sha256(name.encode('utf-8', 'replace')).hexdigest()[:24]}.jsonl"
    return user_state_path("sheetsync") / "ledgers" / file


def reserve(key: str, run: str, day: str, most: int) -> Record:
    """The record of a call that is about to be made."""
    return {"kind": "reserve", "key": key, "run": run, "day": day, "pico": most}


def outcome(key: str, run: str, day: str, cost: int, reply: Reply) -> Record:
    """The record of a lasting outcome."""
    return {
        "kind": "answer",
        "key": key,
        "run": run,
        "day": day,
        "pico": cost,
        "text": reply.text,
        "trouble": reply.trouble.value if reply.trouble else "",
        "in": reply.tokens_in,
        "out": reply.tokens_out,
    }


def passing(key: str, run: str, day: str, *, paid: bool) -> Record:
    """The record of a call that brought nothing, and may or may not have been paid for."""
    return {"kind": "lost" if paid else "free", "key": key, "run": run, "day": day}


def _reply(record: Record) -> Reply:
    trouble = Trouble(record["trouble"]) if record["trouble"] else None
    return Reply(str(record["text"]), trouble, record["in"], record["out"])


def _sealed(record: Record) -> bytes:
    body = json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    return b"%s %s\n" % (sha256(body).hexdigest()[:16].encode(), body)


def _unsealed(line: bytes) -> Record | None:
    mark, _, body = line.partition(b" ")
    if sha256(body).hexdigest()[:16].encode() != mark:
        return None
    record: Record = json.loads(body)
    return record


def _write_all(file: int, content: bytes) -> None:
    while content:
        content = content[os.write(file, content) :]


def _whole_lines(file: int, end: int) -> int:
    """Where the last whole line of a file ends."""
    start = end
    while start > 0:
        step = min(start, 65_536)
        start -= step
        os.lseek(file, start, os.SEEK_SET)
        at = os.read(file, step).rfind(b"\n")
        if at >= 0:
            return start + at + 1
    return 0


def _locked(file: int) -> bool:
    """Take the lock for as long as the file is open; the system frees it when a process dies."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _locked_on_windows(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _locked_on_windows(file: int) -> bool:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    try:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
