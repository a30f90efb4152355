"""What ``doctor`` says of the workbook's file: can it be opened, held, saved, taken back?"""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_locks import holder
from sheetsync.books.xlsx_open import open_workbook, refuse_unsafe
from sheetsync.books.xlsx_save import backup_path
from sheetsync.clock import Clock
from sheetsync.doctor_check import Check
from sheetsync.errors import SheetsyncError

_COPIES = 3
"""The new file, the backup and the old file stand beside each other for a moment."""


def opened(path: Path) -> Check:
    """Say whether the book is there, is a workbook, and can be changed safely."""
    try:
        XlsxBook(path).read()
        refuse_unsafe(open_workbook(path.read_bytes(), str(path)), str(path))
    except SheetsyncError as error:
        return Check("Book", error.what, error.next_step)
    return Check("Book", f"{path} is a workbook and can be opened.")


def surroundings(path: Path, clock: Clock) -> Iterator[Check]:
    """Say what stands in the way of saving a book that can be opened."""
    target = path.resolve()
    yield _held(path)
    yield _writable(target)
    yield _room(target)
    yield _backup(target, clock)


def _held(path: Path) -> Check:
    who = holder(path)
    if who is not None:
        return Check(
            "Lock",
            f"The workbook is open in another program, by {who}.",
            f"Close it there; if nobody has it open, delete the lock file (~${path.name} or "
            f".~lock.{path.name}#) beside it.",
        )
    target = path.resolve()
    if _being_written(target.with_name(f".{target.name}.sheetsync-lock")):
        return Check(
            "Lock",
            "Another sheetsync run is writing the workbook at this moment.",
            "Wait until it has finished.",
        )
    return Check("Lock", "Nobody has the workbook open.")


if sys.platform == "win32":

    def _being_written(handle: Path) -> bool:
        # An open file cannot be deleted there, and its owner deletes it when it closes it.
        return handle.exists()

else:
    import fcntl

    def _being_written(handle: Path) -> bool:
        """Try the lock without keeping it; a handle that a killed run left behind is free."""
        try:
            with handle.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False


def _writable(target: Path) -> Check:
    everyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    if not target.stat().st_mode & everyone or not os.access(target, os.W_OK):
        step = "Allow writing to the file: in its properties, or by chmod u+w."
        return Check("Saving", "The workbook is read-only.", step)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        step = "Allow writing to the folder, or move the workbook to one of your own."
        return Check("Saving", f"The folder {target.parent} is read-only.", step)
    return Check("Saving", "The workbook and its folder may be written to.")


def _room(target: Path) -> Check:
    free = shutil.disk_usage(target.parent).free
    if free < _COPIES * target.stat().st_size:
        step = "Free some space on that disk."
        return Check("Disk", f"Only {free:,} bytes are free: too few to save safely.", step)
    return Check("Disk", "There is room to save.")


def _backup(target: Path, clock: Clock) -> Check:
    beside = backup_path(target)
    if not beside.exists():
        return Check("Backup", "There is none yet; the first sync that changes something makes it.")
    try:
        XlsxBook(beside).read()
        made = datetime.fromtimestamp(beside.stat().st_mtime, tz=clock.started.tzinfo)
    except (SheetsyncError, OSError):
        step = f"Delete or move {beside.name}; the next sync makes a new one."
        return Check("Backup", f"{beside.name} cannot be read as a workbook.", step)
    return Check("Backup", f"{beside.name} can be read; it was made {ago(clock.started - made)}.")


def ago(span: timedelta) -> str:
    """Say how long ago something was, in the unit that fits."""
    minutes = int(span.total_seconds() // 60)
    for size, one in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        count = minutes // size
        if count > 0:
            return f"{count:,} {one}{'' if count == 1 else 's'} ago"
    return "just now"
