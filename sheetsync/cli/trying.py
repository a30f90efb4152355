"""The command that tries a change out before a team adopts it; it writes nothing."""

import click

from sheetsync.cli.files import book_argument, named_book
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import print_json, print_lines, progress


@click.command(name="what-if")
@book_argument
@click.option(
    "--set",
    "wanted",
    multiple=True,
    required=True,
    metavar='"TAB/ROW=VALUE"',
    help="The change: “Settings/Sequence length=3”, “Scorecard/Timing=2”, "
    "“Start here/Follow-up/Stop rule=any reply”. May be given often.",
)
@click.option(
    "--weeks",
    type=click.IntRange(0, 520),
    default=12,
    show_default=True,
    help="Compare leads with an event in the Log in so many weeks; 0 for all leads.",
)
@run_options
def what_if(book: str | None, *, wanted: tuple[str, ...], weeks: int, run: Run) -> None:
    """Show which leads a change would have sent elsewhere; write nothing.

    The book is worked through as it is and as it would be with another setting,
    scorecard weight, segment or stop rule. Try the one change of the week out here
    before the team makes it.
    """
    from sheetsync import what_if_told
    from sheetsync.contract import load
    from sheetsync.what_if import what_if as compare

    with progress("Reading and comparing") as step:
        found = compare(
            named_book(book),
            load(),
            run.clock,
            wanted,
            weeks=weeks,
            drafter=run.model,
            watch=step,
        )
    for trouble in found.troubles:
        click.echo(f"! {trouble}", err=True)
    if run.form == "json":
        print_json(what_if_told.as_json(found))
    else:
        print_lines(what_if_told.as_text(found, verbose=run.verbose))
