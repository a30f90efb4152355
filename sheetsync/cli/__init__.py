"""The command line: the only room that prints, exits and reads the environment.

Results go to stdout, progress and problems to stderr. Everything heavy is imported
inside the commands, so that ``sheetsync --help`` answers at once.

Here are the program itself and its one handler of errors. The commands stand by
what they do with a book: begin one (``starting``), bring a list into it
(``importing``), look over it (``looking``), write to it (``syncing``), try a change
out on it (``trying``), find what is wrong with it (``examining``), or ask what it and
the program know (``asking``). What they share is how a command is told what to do
(``options``, ``files``) and how it answers (``output``).
"""

import sys
from io import TextIOWrapper
from typing import Any

import click

from sheetsync import __version__
from sheetsync.cli.asking import log, rule, verify
from sheetsync.cli.examining import doctor
from sheetsync.cli.importing import import_
from sheetsync.cli.looking import check, plan
from sheetsync.cli.reviewing import review
from sheetsync.cli.starting import demo, init
from sheetsync.cli.syncing import sync, undo
from sheetsync.cli.trying import what_if
from sheetsync.errors import SheetsyncError


class _Group(click.Group):
    """The one handler: an error becomes its sentences on stderr and its exit code."""

    def main(self, *args: Any, **more: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            # A pipe on Windows takes code page 1252, which has no arrow.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SheetsyncError as error:
            click.echo(f"Error: {error.what}\n{error.not_done}\n{error.next_step}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sheetsync", message="%(prog)s %(version)s")
def main() -> None:
    """The sales system that lives in your team's own spreadsheet.

    Research → Qualification → Outreach → Follow-up → CRM, one tab a block. The
    program checks, drafts, hands on and flags; people decide and send.

    New here? Run “sheetsync demo”, then “sheetsync init BOOK.xlsx”.
    """


for _command in (
    demo,
    init,
    import_,
    check,
    plan,
    sync,
    review,
    rule,
    log,
    verify,
    undo,
    what_if,
    doctor,
):
    main.add_command(_command)
