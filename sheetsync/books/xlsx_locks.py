"""Who has a workbook open: the lock files of Excel and LibreOffice, and our own.

Ours keeps two of our processes apart, so that comparing a file and replacing it is
one step between them. It is locked by the operating system, which frees it when a
process dies; the file that stands beside the book is only its handle.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sheetsync.errors import BookLocked

_EXCEL_WIDE = 55
"""Where ``~$`` files repeat the name in UTF-16, behind a length and 54 bytes of code page."""


def holder(path: Path) -> str | None:
    """Name whoever has the book open in Excel or LibreOffice; ``None`` when nobody has."""
    folders = {path.absolute().parent, path.resolve().parent}
    names = {path.name, path.resolve().name}
    for folder in sorted(folders):
        for name in sorted(names):
            excel, libre = folder / f"~${name}", folder / f".~lock.{name}#"
            if excel.exists():
                return f"{_excel_owner(_bytes(excel))} (Excel)"
            if libre.exists():
                return f"{_libre_owner(_bytes(libre))} (LibreOffice)"
    return None


def refuse_held(path: Path, name: str) -> None:
    """Refuse to write while a program that would overwrite us has the book open.

    Raises:
        BookLocked: Naming who has it open.
    """
    who = holder(path)
    if who is not None:
        raise BookLocked(
            f"{name} is open in another program, by {who}.",
            not_done="Nothing was written to it.",
            next_step="Close it there and run again; if nobody has it open, delete the lock file "
            f"(~${path.name} or .~lock.{path.name}#) beside it.",
        )


@contextmanager
def only_writer(target: Path, name: str) -> Iterator[None]:
    """Be the only one of our processes that writes this book.

    Args:
        target: The file itself, no link to it.
        name: How messages call it.

    Raises:
        BookLocked: Another of our processes is writing it.
        OSError: The folder cannot be written.
    """
    handle = target.with_name(f".{target.name}.sheetsync-lock")
    descriptor = _locked(handle)
    if descriptor is None:
        raise BookLocked(
            f"Another sheetsync run is writing {name} at this moment.",
            not_done="This run wrote nothing to it.",
            next_step="Wait until it has finished and run again.",
        )
    try:
        yield
    finally:
        if sys.platform == "win32":
            # An open file cannot be deleted there, so nobody can hold what is deleted.
            os.close(descriptor)
            _delete(handle)
        else:
            _delete(handle)
            os.close(descriptor)


def _locked(handle: Path) -> int | None:
    """Open and lock a handle that is still the one in the folder afterwards."""
    while True:
        descriptor = os.open(handle, os.O_RDWR | os.O_CREAT, 0o666)
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        try:
            if os.path.samestat(os.fstat(descriptor), handle.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        # Its last owner deleted it between our opening and our locking: it guards nothing.
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _delete(handle: Path) -> None:
    try:
        handle.unlink()
    except OSError:
        # The next run opens, locks and deletes it; an empty handle hinders nobody.
        return


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # Excel on Windows keeps its lock file to itself; that it exists is enough.
        return b""


def _excel_owner(content: bytes) -> str:
    """Read ``~$`` files: length and name in the code page, then once more in UTF-16."""
    length = content[_EXCEL_WIDE] if len(content) > _EXCEL_WIDE else 0
    wide = content[_EXCEL_WIDE + 2 : _EXCEL_WIDE + 2 + 2 * length].decode("utf-16-le", "replace")
    narrow = content[1 : 1 + content[0]].decode("cp1252", "replace") if content else ""
    return wide.strip(" \x00") or narrow.strip(" \x00") or "another person"


def _libre_owner(content: bytes) -> str:
    """Read ``.~lock`` files: full name, login, host, time and profile, with commas between."""
    fields = content.decode("utf-8", "replace").replace("\\,", "\x00").split(",")
    names = (each.replace("\x00", ",").strip() for each in fields[:2])
    return next((each for each in names if each), "another person")
