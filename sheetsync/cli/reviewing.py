"""The weekly review from the command line: show it, open it early, close it."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.files import book_argument, named_book, reachable
from sheetsync.cli.looking import look_over
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import NO_JOURNAL, print_json, print_lines

if TYPE_CHECKING:
    from sheetsync.book import Book
    from sheetsync.contract import Contract
    from sheetsync.review.tab import Written
    from sheetsync.review.week import Asked
    from sheetsync.sync import Outcome

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Names that the page is never saved under."""


@click.command()
@book_argument
@click.option("--open", "opens", is_flag=True, help="Open this week's review before its day.")
@click.option("--close", "closes", is_flag=True, help="Close the open review, if nothing is left.")
@click.option(
    "--html", "page", metavar="FILE", help="Save the week as one HTML page, to read, mail or print."
)
@run_options
def review(book: str | None, *, opens: bool, closes: bool, page: str | None, run: Run) -> None:
    """Show this week's review, open it early, or close it.

    Without --open or --close the workbook is not written. People decide in the tab
    Review; opening and closing are a sync.
    """
    from sheetsync.contract import load
    from sheetsync.errors import UsageError
    from sheetsync.review import told

    if opens and closes:
        raise UsageError(
            "--open and --close exclude each other.",
            not_done="Nothing was done.",
            next_step="Give one of them.",
        )
    target, contract = named_book(book), load()
    file = _page_path(page) if page is not None else None
    asked: Asked = "open" if opens else "close" if closes else ""
    outcome = look_over(target, run, contract, accept=False, asked=asked)
    written = outcome.reviewed
    if written is None:
        raise UsageError(
            f"{target.name} has no tab Review that can be written.",
            not_done="Nothing was shown.",
            next_step=f"Run “sheetsync init {target.name}” to add what is missing.",
        )
    if closes:
        _must_close(target, written)
    if asked:
        _write(target, outcome, contract)
    if file is not None:
        _save_page(file, target, outcome, written=bool(asked))
    lines = written.as_written()
    week = written.week or told.last_week(lines)
    if run.form == "json":
        print_json(told.as_json(lines, week, written.left))
    elif week:
        print_lines([f"{target.name}", *told.as_text(lines, week, written.left)])
    else:
        click.echo(f"{target.name}: no review yet. A sync from {written.opens_on} on opens it.")
        click.echo("“sheetsync review --open” opens it now.")
    if file is not None:
        click.echo(f"The week as a page: {file}", err=run.form == "json")


def _page_path(name: str) -> Path:
    """Where the page is to be saved; refused at once where that would do harm or fail."""
    from sheetsync.errors import UsageError

    path = reachable(name)
    if path.suffix.casefold() in _WORKBOOKS:
        trouble = f"{path.name} is the name of a workbook, and the page would replace it."
    elif path.is_dir():
        trouble = f"{path} is a folder."
    elif _is_workbook(path):
        trouble = f"{path.name} is a workbook, and the page would replace it."
    elif not path.parent.is_dir():
        trouble = f"There is no folder {path.parent}."
    else:
        return path
    raise UsageError(
        trouble,
        not_done="Nothing was done.",
        next_step="Name a file such as week.html after --html.",
    )


def _is_workbook(path: Path) -> bool:
    """Does a file begin as a workbook does, whatever its name?"""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _save_page(path: Path, target: "Book", outcome: "Outcome", *, written: bool) -> None:
    """Write the page beside its place first, so that a file there is replaced whole or not at all."""
    from sheetsync.errors import SheetsyncError
    from sheetsync.review.digest import digest
    from sheetsync.review.digest_record import read_record

    assert outcome.reviewed is not None
    record = read_record(outcome.snapshot, outcome.plan, written=written)
    name = outcome.snapshot.reading.title or Path(target.name).name
    text = digest(outcome.reviewed, book=name, today=outcome.today, record=record)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise SheetsyncError(
            f"The page cannot be saved as {path}: {error.strerror or error}.",
            not_done="No page was written; the workbook is as the review left it.",
            next_step="Name another file after --html, in a folder that you may write to.",
        ) from None


def _must_close(target: "Book", written: "Written") -> None:
    """Refuse to go on unless this pass closes the review (R86, R88)."""
    from sheetsync.errors import ReviewNotReady

    if written.closed:
        return
    if not written.week:
        raise ReviewNotReady(
            f"{target.name} has no open review.",
            not_done="Nothing was closed.",
            next_step="Open this week's with “sheetsync review --open”.",
        )
    left = written.left or written.unsigned
    raise ReviewNotReady(
        f"The review of {written.week} in {target.name} cannot close: {'; '.join(left)}.",
        not_done="It stays open; nothing was written.",
        next_step="Do that in the tab Review (a file: save and close it), and run this again.",
    )


def _write(target: "Book", outcome: "Outcome", contract: "Contract") -> None:
    from sheetsync.apply import apply
    from sheetsync.errors import StaleBook
    from sheetsync.journal import Entry, record
    from sheetsync.review.agenda import REVIEW

    if outcome.plan.is_empty:
        return
    receipt = apply(outcome.plan, outcome.snapshot, target, contract)
    if receipt.stopped is not None:
        raise receipt.stopped
    kept = receipt.plan.changes if receipt.plan is not None else ()
    if len(kept) < len(outcome.plan.changes) and not any(c.tab == REVIEW for c in kept):
        raise StaleBook(
            f"Somebody was typing in {target.name} at that moment.",
            not_done="The review is as it was.",
            next_step="Run the command again.",
        )
    if receipt.plan is not None and not record(
        target.identity, Entry(receipt.plan, receipt.digest)
    ):
        click.echo(NO_JOURNAL, err=True)
