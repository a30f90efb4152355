"""Put new bytes in a workbook's place: whole or not at all, and only if nobody came between.

The new file is written beside the old one, flushed to disk, checked, and renamed
over it, so that a crash at any moment leaves the old or the new file and at most
stray files of ours, which the next write removes. Knows nothing of what the bytes mean.
"""

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from sheetsync.books.xlsx_locks import only_writer, refuse_held
from sheetsync.errors import BookError, StaleBook

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def digest_of(data: bytes) -> str:
    """Give the digest by which two states of a file are told apart."""
    return sha256(data).hexdigest()


def replace_book(
    path: Path, expected: str, content: Callable[[bytes], bytes], check: Callable[[bytes], None]
) -> str:
    """Exchange a book's bytes under the whole protocol.

    Args:
        path: The book; a link is followed and stays a link.
        expected: Digest of the bytes that the change was planned on.
        content: Makes the new bytes from the old ones.
        check: Raises when the bytes read back from disk are not a sound workbook.

    Returns:
        The digest of the new bytes.

    Raises:
        BookLocked: Someone has the book open, or another run is writing it.
        StaleBook: The book is no longer what was read.
        BookError: The disk or folder does not allow it. In each case nothing is changed.
    """
    target, name = path.resolve(), str(path)
    with _plain_sentences(name):
        refuse_held(path, name)
        mode = target.stat().st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(
            target, os.W_OK
        ):
            raise PermissionError(errno.EACCES, "read-only file")
        with only_writer(target, name):
            old = _unchanged(target, name, expected)
            new = content(old)
            if new == old:
                return expected
            _sweep(target)
            with _beside(target, new, mode) as fresh:
                check(_same(fresh, new))
                _back_up(target, old, mode)
                refuse_held(path, name)
                _unchanged(target, name, expected)
                fresh.replace(target)
                _flush_folder(target.parent)
    return digest_of(new)


def create_book(path: Path, new: bytes, check: Callable[[bytes], None]) -> str:
    """Write a book that does not exist yet; never overwrites.

    Raises:
        BookError: There is already a file of that name, or the disk or folder does not allow it.
    """
    with _plain_sentences(str(path)):
        target = path.parent.resolve() / path.name
        with only_writer(target, str(path)), _beside(target, new, 0o666 & ~_umask()) as fresh:
            check(_same(fresh, new))
            _place_exclusively(fresh, target)
            _flush_folder(target.parent)
    return digest_of(new)


def backup_path(target: Path) -> Path:
    """Name the one backup of a book: ``team.xlsx`` has ``team.bak.xlsx``."""
    return target.with_name(f"{target.stem}.bak{target.suffix}")


def _unchanged(target: Path, name: str, expected: str) -> bytes:
    data = target.read_bytes()
    if digest_of(data) != expected:
        raise StaleBook(
            f"{name} was changed by someone else while this run was working.",
            not_done="Nothing was written to it, and their change is kept.",
            next_step="Run again; the new run starts from the workbook as it is now.",
        )
    return data


def _same(fresh: Path, new: bytes) -> bytes:
    """Read back what was written, and stop when the disk gives something else."""
    data = fresh.read_bytes()
    if data != new:
        raise OSError(errno.EIO, "the disk gave back other bytes than were written")
    return data


@contextmanager
def _beside(target: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write a file of ours beside the target and flush it; gone afterwards unless renamed."""
    descriptor, written = tempfile.mkstemp(
        prefix=f".{target.name}.sheetsync-", suffix=".tmp", dir=target.parent
    )
    fresh = Path(written)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(stat.S_IMODE(mode))
        _keep_owner(fresh, target)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _keep_owner(fresh: Path, target: Path) -> None:
    """Give the new file the old one's owner and group, where we may."""
    if not hasattr(os, "chown") or not target.exists():
        return
    was, now = target.stat(), fresh.stat()
    if (was.st_uid, was.st_gid) != (now.st_uid, now.st_gid):
        try:
            os.chown(fresh, was.st_uid, was.st_gid)
        except PermissionError:
            # Only root may give files away; the book then belongs to whoever ran the sync.
            return


def _back_up(target: Path, old: bytes, mode: int) -> None:
    with _beside(backup_path(target), old, mode) as fresh:
        fresh.replace(backup_path(target))


def _place_exclusively(fresh: Path, target: Path) -> None:
    """Give the file its name unless the name is taken, in one step."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise
    except OSError:
        # File systems without hard links (FAT, some network drives).
        with target.open("xb") as claimed:
            claimed.close()
        fresh.replace(target)


def _sweep(target: Path) -> None:
    """Remove what a killed run of ours left beside this book.

    Safe while we are the only writer: nobody else's file bears these names.
    """
    for name in (target.name, backup_path(target).name):
        head = f".{name}.sheetsync-"
        for entry in target.parent.iterdir():
            if entry.name.startswith(head) and entry.name.endswith(".tmp"):
                entry.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows neither can nor needs to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _plain_sentences(name: str) -> Iterator[None]:
    """Turn what the operating system says into a sentence for the person at the keyboard."""
    not_done = "Nothing was written to it."
    try:
        yield
    except FileExistsError as error:
        raise BookError(
            f"{name} already exists.",
            not_done="It was left as it is.",
            next_step="Choose another name, or move the existing file away first.",
        ) from error
    except FileNotFoundError as error:
        raise StaleBook(
            f"{name} or its folder is no longer there.",
            not_done=not_done,
            next_step="Put it back or correct the path, then run again.",
        ) from error
    except OSError as error:
        if error.errno in _FULL:
            what = f"The disk is full, so {name} could not be saved."
            next_step = "Free some space and run again."
        elif error.errno in _FORBIDDEN:
            what = f"{name} or its folder is read-only, or in use by another program."
            next_step = "Close it elsewhere, or allow writing to the file and its folder."
        else:
            what = f"{name} could not be saved ({error.strerror or error})."
            next_step = "Check the disk or network drive and run again."
        raise BookError(what, not_done=not_done, next_step=next_step) from error
