"""The command that finds what is wrong with a book or its set-up; it writes nothing."""

import os
import sys
from pathlib import Path

import click

from sheetsync.cli.files import CONFIG, book_argument, book_target
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import print_json, print_lines
from sheetsync.errors import Exit, UsageError


@click.command()
@book_argument
@run_options
def doctor(book: str | None, run: Run) -> None:
    """Find what is wrong with BOOK or the set-up, and say the one next step.

    Looks at Python, sheetsync.toml, the file or the Google Sheet, its tabs, the Map, the settings and
    the last sync. Writes nothing. Exits with 1 while a problem stands.
    """
    from sheetsync import doctor as examination

    configured = _named(None) if Path(CONFIG).exists() else None
    checks = examination.examine(
        configured if book is None and configured is not None else _named(book),
        configured=configured,
        clock=run.clock,
        model=run.model,
        environment=os.environ,
    )
    if run.form == "json":
        print_json(examination.as_json(checks))
    else:
        print_lines(examination.as_text(checks, verbose=run.verbose))
    if examination.next_step(checks):
        sys.exit(Exit.ERROR)


def _named(book: str | None) -> Path | str | UsageError:
    """The file or spreadsheet that is meant, or why there is none."""
    try:
        return book_target(book)
    except UsageError as error:
        return error
