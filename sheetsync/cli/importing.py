"""The command that brings a list in: show which header goes where, ask, then import.

The matching itself is ``sheetsync.matching``, and the writing ``sheetsync.importing``.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.files import book_argument, named_book, reachable
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import NO_JOURNAL, print_json
from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from sheetsync.lists import ForeignList
    from sheetsync.matching import Match


@click.command(name="import")
@click.argument("source", metavar="LIST")
@book_argument
@click.option("--yes", is_flag=True, help="Take the match as it is, without asking.")
@click.option(
    "--map",
    "given",
    multiple=True,
    metavar='"HEADER=COLUMN"',
    help="Say where a header goes; “HEADER=-” keeps it in Source notes. May be given often.",
)
@run_options
def import_(source: str, book: str | None, *, yes: bool, given: tuple[str, ...], run: Run) -> None:
    """Bring LIST (csv or xlsx) into the tab Research of BOOK.

    Shows which header goes where and asks first. Nothing of the list is lost:
    columns that match nothing are kept as lines in Source notes. The same list
    twice adds nothing.
    """
    from sheetsync import report, resources
    from sheetsync.contract import load
    from sheetsync.header_meanings import read_meanings
    from sheetsync.importing import import_list, target_columns
    from sheetsync.journal import Entry, record
    from sheetsync.lists import read_list
    from sheetsync.matching import match_headers

    contract, target = load(), named_book(book)
    found = read_list(reachable(source))
    matches = match_headers(
        found.headers,
        found.rows,
        target_columns(contract),
        meanings=read_meanings(resources.template_yaml("import-headers.yaml")),
        given=_given(given),
    )
    _show_matches(found, matches, err=run.form == "json")
    if not yes:
        _consent(f"Import {len(found.rows):,} rows into {target.name}?")
    done = import_list(target, contract, found, matches, run.clock)
    if done.added and not record(target.identity, Entry(done.plan, done.digest)):
        click.echo(NO_JOURNAL, err=True)
    if run.form == "json":
        print_json(
            {
                "list": found.name,
                "matches": [_match_json(match) for match in matches],
                "rows": len(found.rows),
                "added": len(done.added),
                "already_there": done.already,
                "not_imported": list(done.too_long),
            }
        )
        return
    added = report.counted(len(done.added), "lead")
    click.echo(f"{added} added, {done.already:,} already there.")
    for row in done.too_long:
        click.echo(f"Row {row} was not imported: a text is longer than a cell can hold.", err=True)
    if run.verbose:
        click.echo(f"New ids: {', '.join(done.added)}")
    if done.added:
        click.echo(f"Next: sheetsync sync {target.name}")


def _given(pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        header, sign, column = pair.rpartition("=")
        if not sign:
            raise UsageError(
                f"--map “{pair}” has no equals sign.",
                not_done="Nothing was imported.",
                next_step='Write it as --map "Their header=Source notes".',
            )
        found[header.strip()] = column.strip()
    return found


def _show_matches(found: "ForeignList", matches: "Sequence[Match]", *, err: bool) -> None:
    """Show which header goes where, and what was passed over while reading the list."""
    from sheetsync import report

    how = {
        "same": "same name",
        "means": "means the same",
        "similar": "looks similar",
        "values": "by its values",
        "given": "as you said",
    }
    click.echo(f"{found.name}: {len(found.rows):,} rows", err=err, nl=False)
    click.echo(f", read as {found.encoding}." if found.encoding else ".", err=err)
    if found.header_row is None:
        click.echo("  The list has no header row; its columns were numbered.", err=err)
    if found.skipped.blank:
        click.echo(f"  {report.counted(found.skipped.blank, 'blank row')} passed over.", err=err)
    for title in found.skipped.above:
        click.echo(f"  Line above the header passed over: {title}", err=err)
    for sheet in found.skipped.sheets:
        click.echo(f"  Sheet passed over: {sheet}", err=err)
    for match in matches:
        if match.column:
            click.echo(f"  {match.header} → {match.column} ({how[match.how]})", err=err)
    kept = [match.header for match in matches if not match.column]
    if kept:
        click.echo(f"  Kept as lines in Source notes: {', '.join(kept)}", err=err)


def _consent(question: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            "The match needs your consent, and there is no terminal to ask in.",
            not_done="Nothing was imported.",
            next_step="Run the command again with --yes, or with --map to change the match.",
        )
    if not click.confirm(question, default=True, err=True):
        raise UsageError(
            "You said no.",
            not_done="Nothing was imported.",
            next_step='Change the match with --map "HEADER=COLUMN" and run it again.',
        )


def _match_json(match: "Match") -> Mapping[str, Any]:
    return {"header": match.header, "column": match.column, "how": match.how}
