"""What can go wrong as a whole, with the exit code and the sentence for each.

A problem inside the sheet is a Finding and never an exception. Everything here
is something that could not be done: each error keeps its facts as attributes and
says what happened, where, what was not done, and what to do next.
"""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    STALE = 3
    REFUSED = 4
    STRICT = 5
    TEMPORARY = 75


class SheetsyncError(Exception):
    """Something could not be done; the message is written for the person at the keyboard.

    Args:
        what: What went wrong, and where, as one sentence.
        not_done: What therefore did not happen.
        next_step: What the reader can do now.
    """

    exit_code = Exit.ERROR

    def __init__(self, what: str, *, not_done: str, next_step: str) -> None:
        super().__init__(what)
        self.what = what
        self.not_done = not_done
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.not_done} {self.next_step}"


class BookError(SheetsyncError):
    """The workbook cannot be read or written."""


class WrongBook(BookError):
    """The path is missing, no workbook, or a workbook without our tabs."""

    exit_code = Exit.USAGE


class BookLocked(BookError):
    """Someone has the workbook open in a program that would overwrite us."""

    exit_code = Exit.TEMPORARY


class StaleBook(BookError):
    """The workbook changed between the read and the write."""

    exit_code = Exit.STALE


class UnsafeBook(BookError):
    """The workbook holds something that a write would damage."""

    exit_code = Exit.REFUSED


class UnsafeChange(SheetsyncError):
    """The plan itself is refused: too much would change, or the book is another one."""

    exit_code = Exit.REFUSED


class UsageError(SheetsyncError):
    """The command was called in a way that cannot be carried out."""

    exit_code = Exit.USAGE


class ReviewNotReady(SheetsyncError):
    """The weekly review cannot close: something in it is not settled."""


class ContractError(SheetsyncError):
    """A file of the contract or the templates is wrong."""
