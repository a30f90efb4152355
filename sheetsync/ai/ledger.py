"""The record of what was asked and paid for, on this machine, one file a book.

A call is noted before it is made, its outcome before anybody sees it; so nothing is
paid for twice, whatever breaks in between. The file only grows, a line a record, each
with its checksum. It holds answers, so only its owner may read it.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sheetsync.ai.batches import CLOSED, OPENED, SENT, Batch, Line, manner_of, opened, sent
from sheetsync.ai.manner import Manner
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.sealed import Record, locked, sealed, unsealed, whole_lines, write_all


@dataclass(slots=True)
class Ledger:
    """What the records come to.

    Attributes:
        path: The file.
        answers: The first lasting outcome of each key.
        spent: Per day how many calls were made and what they cost at most, in parts.
        open: Reservations that nothing is known of yet, by run and key: day and parts.
        batches: Batches that are not settled to the last line, by name.
        out: Questions that are in one of them and unsettled: the run that reserved each.
        manners: By model, how its service wants the questions of a batch put.
        set_aside: Where a damaged file was put, ``None`` if there was none.
    """

    path: Path
    answers: dict[str, Reply] = field(default_factory=dict)
    spent: dict[str, tuple[int, int]] = field(default_factory=dict)
    open: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    batches: dict[str, Batch] = field(default_factory=dict)
    out: dict[str, str] = field(default_factory=dict)
    manners: dict[str, Manner] = field(default_factory=dict)
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
        own.damaged = sum(not own.adds(line) for line in lines[:-1])
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
            if not locked(lock):
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

    def adds(self, line: bytes) -> bool:
        """Take in a line of the file.

        Returns:
            Could it be? Not if it is damaged, or says what this version does not know;
            then nothing of it is taken in.
        """
        record = unsealed(line)
        if record is None:
            return False
        try:
            self.take(record)
        except (KeyError, IndexError, TypeError, ValueError, OverflowError):
            return False
        return True

    def take(self, record: Record) -> None:
        """Bring what is known up to date by one record: read to its end first, then as a whole."""
        kind = record["kind"]
        if kind in (OPENED, SENT, CLOSED):
            self._take_batch(record)
            return
        name, day = (str(record["run"]), str(record["key"])), str(record["day"])
        if kind == "reserve":
            most = int(record["pico"])
            self.open[name] = (day, most)
            self._charge(day, 1, most)
            return
        if kind not in ("free", "lost", "answer"):
            raise ValueError(kind)
        came = (_reply(record), int(record["pico"])) if kind == "answer" else None
        day, most = self.open.pop(name, (day, 0))
        if self.out.get(name[1]) == name[0]:
            del self.out[name[1]]
        if came is not None:
            self._charge(day, 0, came[1] - most)
            self.answers.setdefault(name[1], came[0])
        elif kind == "free":
            self._charge(day, -1, -most)

    def _take_batch(self, record: Record) -> None:
        if record["kind"] == OPENED:
            batch = opened(record)
            self.batches[batch.name] = batch
            self.out |= {line.key: batch.run for line in batch.lines}
            return
        known = self.batches.get(str(record["batch"]))
        if known is None:  # its first record was on a damaged line
            return
        if record["kind"] == SENT:
            self.batches[known.name] = sent(known, record)
        else:
            self.manners[known.model] = manner_of(record)
            del self.batches[known.name]
            for line in self.unsettled(known):
                del self.out[line.key]

    def unsettled(self, batch: Batch) -> list[Line]:
        """The lines of a batch of which nothing is known yet."""
        return [line for line in batch.lines if self.out.get(line.key) == batch.run]

    def spent_on(self, day: str) -> tuple[int, int]:
        """Calls of a day, and what they cost at most."""
        return self.spent.get(day, (0, 0))

    def append(self, records: Sequence[Record]) -> None:
        """Write records down for good: when this returns, a power cut leaves them there.

        Raises:
            OSError: They could not be written; none of them counts.
        """
        assert self._file is not None, "a ledger is written to inside writing()"
        whole = b"".join(map(sealed, records))
        start = os.lseek(self._file, 0, os.SEEK_END)
        try:
            write_all(self._file, whole)
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
        whole = whole_lines(self._file, end)
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
        read_again = Ledger(self.path)
        kept = [line + b"\n" for line in lines if read_again.adds(line)]
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
        **({"nonce": reply.nonce} if reply.nonce else {}),
    }


def passing(key: str, run: str, day: str, *, paid: bool) -> Record:
    """The record of a call that brought nothing, and may or may not have been paid for."""
    return {"kind": "lost" if paid else "free", "key": key, "run": run, "day": day}


def _reply(record: Record) -> Reply:
    trouble = Trouble(record["trouble"]) if record["trouble"] else None
    text, nonce = str(record["text"]), str(record.get("nonce", ""))
    tokens = [int(count) if count is not None else None for count in (record["in"], record["out"])]
    return Reply(text, trouble, tokens[0], tokens[1], nonce)
