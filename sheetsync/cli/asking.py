"""The commands that answer a question: what a flag means, what happened, does a draft hold.

They change nothing.
"""

from typing import TextIO

import click

from sheetsync.cli.files import named_book
from sheetsync.cli.options import form_option
from sheetsync.cli.output import print_json, print_lines
from sheetsync.errors import UsageError


@click.command()
@click.argument("code", required=False)
@form_option
def rule(code: str | None, form: str) -> None:
    """Explain a flag CODE, or list them all."""
    from dataclasses import asdict

    from sheetsync import report
    from sheetsync.rules.catalogue import CATALOGUE

    if code is None:
        if form == "json":
            print_json([asdict(entry) for entry in CATALOGUE.values()])
        else:
            print_lines([f"{e.code}  {e.severity:<7}  {e.meaning}" for e in CATALOGUE.values()])
        return
    entry = CATALOGUE.get(code.strip("[]").upper())
    if entry is None:
        raise UsageError(
            f"There is no flag code “{code}”.",
            not_done="Nothing was explained.",
            next_step="Run “sheetsync rule” for the list.",
        )
    if form == "json":
        print_json(asdict(entry))
    else:
        print_lines(report.code_text(entry))


@click.command()
@click.argument("names", nargs=-1, metavar="[LEAD] [BOOK]")
@form_option
def log(names: tuple[str, ...], form: str) -> None:
    """Show what happened, of the whole book or of one LEAD (such as L-0001)."""
    from sheetsync import history
    from sheetsync.contract import load

    leads = [name for name in names if history.is_lead(name)]
    books = [name for name in names if not history.is_lead(name)]
    if len(leads) > 1 or len(books) > 1:
        raise UsageError(
            "log takes one lead and one book.",
            not_done="Nothing was shown.",
            next_step="Give a Lead ID such as L-0001, and the path of the book.",
        )
    book = named_book(books[0] if books else None)
    lead = leads[0].upper() if leads else ""
    if form == "json":
        print_json([line.as_json() for line in history.read(book, load(), lead)])
    elif lead:
        print_lines(history.page(book, load(), lead))
    else:
        print_lines([line.as_text() for line in history.read(book, load(), "")])


@click.command()
@click.argument("source", type=click.File(encoding="utf-8", errors="replace"), default="-")
def verify(source: TextIO) -> None:
    """Check drafts against evidence: JSON lines in (a file, or stdin), one verdict a line out.

    A line is {"cells": {column: text}, "text": draft, "claims": optional
    [{"text", "quote", "column"}]}; the answer is {"verdict": "ok", "held" or
    "check", "reasons": [sentences], "claims": [{"text", "quote", "column", "ok"}]}.

    Of the cells, "Company", "Contact" and "Role" only say who is meant by "you", "Our claims"
    bears out what you say of yourselves, a column whose name begins with "AI" proves nothing,
    and every other column is evidence.
    """
    from sheetsync.evidence.verify import verify_lines

    for line in verify_lines(source):
        click.echo(line)
