"""The commands that write to a book and take it back: sync, and undo.

A sync applies what it has just planned, or a plan that was saved. Either way what it
changed is kept in the undo journal, from which undo takes it back.
"""

import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.files import book_argument, named_book
from sheetsync.cli.looking import looked
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import NO_JOURNAL, print_json, print_lines

if TYPE_CHECKING:
    from sheetsync.book import Book
    from sheetsync.contract import Contract
    from sheetsync.receipt import Receipt
    from sheetsync.sync import Outcome


@click.command()
@book_argument
@click.option("--accept", is_flag=True, help="Go on although most leads are gone.")
@click.option(
    "--plan",
    "saved",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Apply a plan saved by “plan -o”, if the book has not changed since.",
)
@run_options
def sync(book: str | None, *, accept: bool, saved: Path | None, run: Run) -> None:
    """Check, fill, hand on, flag, and write it back."""
    target = named_book(book)
    if saved is not None:
        _apply_saved(target, saved, form=run.form)
    else:
        sync_book(target, run, accept=accept)


def sync_book(book: "Book", run: Run, *, accept: bool) -> None:
    """Run a sync and print what came of it."""
    from sheetsync import report, report_json
    from sheetsync.ai.jobs import UNSPENT
    from sheetsync.ai.paid import rounds
    from sheetsync.contract import load
    from sheetsync.errors import SheetsyncError
    from sheetsync.joined import joined_receipt
    from sheetsync.journal import Entry, record
    from sheetsync.receipt import Receipt
    from sheetsync.rules.map import Lost

    started = time.monotonic()
    did: Counter[str] = Counter()
    receipt = Receipt("")
    for _ in rounds(run.model):
        try:
            body, outcome, wrote = _looked_and_written(book, run, load(), accept=accept)
        except SheetsyncError as error:
            if receipt.plan is None:
                raise
            receipt = replace(receipt, stopped=error)
            break
        receipt = joined_receipt(receipt, wrote)
        did.update(body["did"])
        entry = Entry(receipt.plan, receipt.digest) if receipt.plan is not None else None
        if entry is not None and not record(book.identity, entry):
            click.echo(NO_JOURNAL, err=True)
    seconds = time.monotonic() - started
    spent = outcome.ai if outcome is not None else UNSPENT
    if run.form == "json":
        print_json(
            {
                "findings": body["findings"],
                "changes": report_json.changes_json(receipt.plan)
                if receipt.plan is not None
                else [],
                "ai": report_json.ai_json(spent),
                "receipt": report_json.receipt_json(receipt, spent, seconds),
            }
        )
        _end_if_stopped(receipt)
        return
    if run.verbose:
        print_lines(report.findings_text(body["findings"], verbose=True))
        click.echo()
    cells, rows = receipt.cells_written, receipt.rows_appended
    if cells or rows:
        written = f"{report.counted(cells, 'cell')} written, {report.counted(rows, 'row')} added"
        click.echo(f"{book.name}: {written}.")
        print_lines(report.did_text(did))
    else:
        click.echo(f"{book.name}: 0 changes; nothing was written.")
    print_lines(report.spent_text(spent, run.model))
    print_lines(report.unanswered_text(body["findings"]))
    print_lines(report.stepped_text(receipt))
    lost = {title: Lost(*numbers) for title, numbers in body["lost"].items()}
    print_lines(report.summary_text(body["findings"], lost, body["off"]))
    _end_if_stopped(receipt)


def _end_if_stopped(receipt: "Receipt") -> None:
    """Say what stopped a run after its first write, and end with that error's exit code."""
    if receipt.stopped is not None:
        click.echo(f"Error: {receipt.stopped.what}", err=True)
        click.echo("The run stopped half-way; what it had written until then stays.", err=True)
        click.echo("Run the command again: it goes on from there.", err=True)
        sys.exit(receipt.stopped.exit_code)


def _looked_and_written(
    book: "Book", run: Run, contract: "Contract", *, accept: bool
) -> "tuple[dict[str, Any], Outcome | None, Receipt]":
    """Plan and write; plan again when people change what everything rests on."""
    from sheetsync.apply import apply
    from sheetsync.rebase import Overtaken
    from sheetsync.receipt import Receipt

    attempt = 1
    while True:
        body, outcome = looked(book, run, contract, accept=accept)
        if outcome is None or outcome.plan.is_empty:
            return body, outcome, Receipt(body["run"])
        try:
            return body, outcome, apply(outcome.plan, outcome.snapshot, book, contract)
        except Overtaken:
            if attempt == _ATTEMPTS:
                raise
        attempt += 1


_ATTEMPTS = 3
"""How often a sync begins anew because somebody is changing a list or the Map."""


def _apply_saved(book: "Book", saved: Path, *, form: str) -> None:
    from sheetsync import report, report_json
    from sheetsync.apply import apply
    from sheetsync.contract import load
    from sheetsync.journal import Entry, record
    from sheetsync.plan import from_json
    from sheetsync.snapshot import take

    started = time.monotonic()
    contract = load()
    planned = from_json(saved.read_text(encoding="utf-8", errors="replace"))
    receipt = apply(planned, take(book.read(), contract), book, contract)
    if receipt.digest and not record(book.identity, Entry(receipt.plan or planned, receipt.digest)):
        click.echo(NO_JOURNAL, err=True)
    if form == "json":
        seconds = time.monotonic() - started
        print_json(
            {
                "findings": [],
                "changes": report_json.changes_json(planned),
                "ai": report_json.ai_json(0.0),
                "receipt": report_json.receipt_json(receipt, 0.0, seconds),
            }
        )
    else:
        cells, rows = receipt.cells_written, receipt.rows_appended
        written = f"{report.counted(cells, 'cell')} written, {report.counted(rows, 'row')} added"
        click.echo(f"{book.name}: {written}." if cells or rows else f"{book.name}: 0 changes.")


@click.command()
@book_argument
def undo(book: str | None) -> None:
    """Take back what the last sync or import changed in BOOK."""
    from sheetsync.clock import Clock
    from sheetsync.contract import load
    from sheetsync.undo import undo as take_back

    target = named_book(book)
    done = take_back(target, load(), Clock.system())
    if done.whole:
        click.echo(f"{target.name} is as it was before the run {done.run}.")
        return
    click.echo(f"Taken back: {done.cells:,} cells and {done.rows:,} added rows of {done.run}.")
    if done.kept:
        click.echo(f"{done.kept:,} changes were left: someone has worked there since.")
    click.echo("To do and Log are brought up to date by the next sync.")
