"""A file that only grows: lines with their checksums, a tail that a crash cut off, and its lock."""

import json
import os
from hashlib import sha256
from typing import Any

Record = dict[str, Any]
"""What one line holds."""


def sealed(record: Record) -> bytes:
    """A record as its line: a checksum, a space, JSON."""
    body = json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    return b"%s %s\n" % (sha256(body).hexdigest()[:16].encode(), body)


def unsealed(line: bytes) -> Record | None:
    """The record of a line; ``None`` if the line is not whole, or holds no record."""
    mark, _, body = line.partition(b" ")
    if sha256(body).hexdigest()[:16].encode() != mark:
        return None
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def write_all(file: int, content: bytes) -> None:
    """Write all of it, in however many pieces the system takes it."""
    while content:
        content = content[os.write(file, content) :]


def whole_lines(file: int, end: int) -> int:
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


def locked(file: int) -> bool:
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
