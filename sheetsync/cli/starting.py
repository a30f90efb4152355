"""The commands that begin: a demo to look at, and the tabs of a book of one's own."""

from dataclasses import replace
from pathlib import Path

import click

from sheetsync.cli.files import book_target, named_sheet
from sheetsync.cli.options import Run, form_option, run_options
from sheetsync.cli.output import print_json
from sheetsync.cli.syncing import sync_book


@click.command()
@click.argument("folder", required=False, default="sheetsync-demo", type=click.Path(path_type=Path))
@run_options
def demo(folder: Path, run: Run) -> None:
    """Make a realistic workbook, sync it offline, and say where it is.

    The second run changes nothing.
    """
    from sheetsync import demo as demonstration
    from sheetsync.ai.offline import OfflineDrafter
    from sheetsync.books.xlsx import XlsxBook
    from sheetsync.contract import load

    contract = load()
    path, made = demonstration.make(folder, contract, run.clock)
    if run.form == "text":
        click.echo(f"{'Made' if made else 'Already there'}: {path}")
    offline = replace(run, model=OfflineDrafter() if run.model is not None else None)
    sync_book(XlsxBook(path), offline, accept=False)
    if run.form == "text":
        click.echo(f"\nOpen {path} and begin with the tab To do.")


@click.command()
@click.argument("book")
@form_option
def init(book: str, form: str) -> None:
    """Lay out the tabs in BOOK; whatever is there stays as it is."""
    from sheetsync.contract import load
    from sheetsync.init import init_book
    from sheetsync.init_sheet import init_sheet

    target = book_target(book)
    account = ""
    if isinstance(target, Path):
        path, report = str(target), init_book(target, load())
    else:
        sheet = named_sheet(target)
        path, account = sheet.name, sheet.account
        if account:
            click.echo(
                f"Share the sheet with {account}, as an editor: press Share in it.", err=True
            )
        report = init_sheet(sheet, load())
    if form == "json":
        print_json(
            {
                "book": path,
                "share_with": account or None,
                "created": report.created,
                "tabs_added": list(report.tabs_added),
                "columns_added": [list(pair) for pair in report.columns_added],
                "kept": list(report.kept),
            }
        )
        return
    if report.created and isinstance(target, Path):
        click.echo(f"Made {path} with {len(report.tabs_added)} tabs.")
    elif report.tabs_added or report.columns_added:
        if report.tabs_added:
            click.echo(f"Added to {path}: {', '.join(report.tabs_added)}.")
        for tab, column in report.columns_added:
            click.echo(f"Added the column “{column}” to {tab}.")
    else:
        click.echo(f"{path} is complete; nothing was changed.")
    click.echo("Next: fill in the Map in the tab Start here, for each block its owner, output,")
    click.echo(
        "missing rule (“none” when none is missing) and stop rule. Look through Settings, and"
    )
    click.echo("approve your segments in Segments. Then bring in your leads:")
    click.echo(f"  sheetsync import LIST.csv {book}\n  sheetsync sync {book}")
