"""Which file is meant: the book that a command names or the folder's, a list, a plan.

A name that cannot be used ends here with a sentence, before anything is read.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from sheetsync.books.xlsx import XlsxBook

CONFIG = "sheetsync.toml"
"""Names the book of a folder, for commands that name none."""

book_argument = click.argument("book", required=False)


def named_book(book: str | None) -> "XlsxBook":
    """The book at that path, not yet read."""
    from sheetsync.books.xlsx import XlsxBook

    return XlsxBook(book_path(book))


def book_path(book: str | None) -> Path:
    """The workbook that is meant: as given, or the one that ``sheetsync.toml`` names."""
    if book is None:
        book = _configured()
    if "://" in book or book.startswith("docs.google.com"):
        raise UsageError(
            "Google Sheets cannot be opened by this version yet.",
            not_done="Nothing was done.",
            next_step="Use a workbook file (.xlsx); File → Download in Google Sheets makes one.",
        )
    return reachable(book)


def reachable(name: str) -> Path:
    """A path that can at least be asked for."""
    try:
        path = Path(name).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(
            f"“{name}” cannot be used as a path ({getattr(error, 'strerror', None) or error}).",
            not_done="Nothing was done.",
            next_step="Check the name, and that you may open the folder.",
        ) from None
    return path


def _configured() -> str:
    import tomllib

    trouble = f"No book is named, and there is no {CONFIG} in this folder that names one."
    try:
        with Path(CONFIG).open("rb") as file:
            book = tomllib.load(file).get("book")
    except FileNotFoundError:
        book = None
    except (OSError, ValueError) as error:
        book, trouble = None, f"{CONFIG} cannot be read: {error}."
    if not isinstance(book, str) or not book:
        raise UsageError(
            trouble,
            not_done="Nothing was done.",
            next_step=f'Name the workbook (sheetsync sync BOOK.xlsx), or write book = "BOOK.xlsx" into {CONFIG}.',
        )
    return book


def save_plan(file: Path, text: str) -> None:
    """Write a plan where ``plan -o`` says."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"The plan cannot be saved as {file}: {error.strerror or error}.",
            not_done="Nothing was written.",
            next_step="Name another file after -o, in a folder that you may write to.",
        ) from None
