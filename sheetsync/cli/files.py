"""Which book or file is meant: what a command names or the folder's own, a list, a plan.

A name that cannot be used ends here with a sentence, before anything is read.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from sheetsync.book import Book
    from sheetsync.books.google import GoogleBook

CONFIG = "sheetsync.toml"
"""Names the book of a folder, for commands that name none."""

book_argument = click.argument("book", required=False)


def named_book(book: str | None) -> "Book":
    """The book that is meant, file or Google Sheet, not yet read."""
    target = book_target(book)
    if isinstance(target, Path):
        from sheetsync.books.xlsx import XlsxBook

        return XlsxBook(target)
    return named_sheet(target)


def named_sheet(spreadsheet: str) -> "GoogleBook":
    """The Google Sheet with that id; nothing is asked of Google yet.

    Raises:
        NoAccess: There are no credentials, or they cannot be used.
    """
    from sheetsync.books.google import GoogleBook
    from sheetsync.books.google_access import connect

    return GoogleBook(connect(os.environ), spreadsheet)


def book_target(book: str | None) -> Path | str:
    """What is meant, as given or as ``sheetsync.toml`` names it: a path, or a spreadsheet's id.

    Raises:
        UsageError: Nothing is named, or it is an address but not one of a Google Sheet.
    """
    from sheetsync.books.google_address import spreadsheet_id

    if book is None:
        book = _configured()
    return spreadsheet_id(book) or reachable(book)


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
