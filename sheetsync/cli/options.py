"""What commands can be told: the moment of a run, whether AI answers, the form of results.

The options are checked here and handed to a command as one ``Run``. Which book is
meant is the matter of ``files``.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from sheetsync.ai.jobs import Model
    from sheetsync.ai.terms import Progress
    from sheetsync.clock import Clock

_FIRST_YEAR, _LAST_YEAR = 1990, 2199
"""Dates that the sync writes must be such as it reads (see ``check``)."""


@dataclass(frozen=True, slots=True)
class Run:
    """What every command over a book can be told.

    Attributes:
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` with ``--no-ai``.
        form: ``text`` or ``json``.
        verbose: List everything.
    """

    clock: "Clock"
    model: "Model | None"
    form: str
    verbose: bool


class _Moment(click.DateTime):
    """A date or a moment; what cannot be read is answered with how it is written."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it in one of the formats."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            example = _EXAMPLE.strftime(self.formats[0])
        raise UsageError(
            f"“{value}” is not how {param.opts[0] if param else 'a date'} is written.",
            not_done="Nothing was done.",
            next_step=f"Write it as in {example}.",
        )


_EXAMPLE = datetime(2026, 11, 23, 9, 30)

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How results are printed.",
)


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command over a book has, and hand them over as one ``run``."""
    pays = command.__name__ in _PAYING

    @click.option(
        "--today",
        type=_Moment(["%Y-%m-%d"]),
        metavar="DATE",
        help="Act as if it were noon of this date in the team's zone.",
    )
    @click.option(
        "--now",
        type=_Moment(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]),
        metavar="DATETIME",
        help="Act as if it were this moment in the team's zone.",
    )
    @click.option("--no-ai", is_flag=True, help="Fill no AI columns; everything else runs.")
    @form_option
    @click.option("--verbose", is_flag=True, help="List every finding and every change.")
    @wraps(command)
    def inner(
        *,
        today: datetime | None,
        now: datetime | None,
        no_ai: bool,
        form: str,
        verbose: bool,
        limit: int | None = None,
        batch: bool = False,
        **rest: Any,
    ) -> None:
        from sheetsync.clock import Clock

        if today is not None and now is not None:
            raise UsageError(
                "--today and --now exclude each other.",
                not_done="Nothing was done.",
                next_step="Give one of them.",
            )
        moment = today or now
        if moment is not None and not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise UsageError(
                f"{moment.date()} is no day that a sales team can plan for.",
                not_done="Nothing was done.",
                next_step=f"Give a date from {_FIRST_YEAR} to {_LAST_YEAR}.",
            )
        clock = Clock.system(today=today.date() if today else None, now=now)
        with _answering(command.__name__, rows=limit, batch=batch, off=no_ai) as model:
            command(run=Run(clock, model, form, verbose), **rest)

    if not pays:
        return inner
    together = click.option(
        "--batch",
        is_flag=True,
        help="Send a paid model's questions together, for a later sync to collect the answers: "
        "for scheduled runs, and cheaper where the service takes less for it.",
    )(inner)
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="ROWS",
        help="Ask a paid model for so many rows only: three first, to see what comes.",
    )(together)


NO_BATCH = (
    "No model is configured, so nothing is sent as a batch: the offline drafter answers at once."
)
"""Said on stderr where ``--batch`` has nobody to send to."""

_PAYING = frozenset({"sync"})
"""Commands that may spend money on a model; every other one only says what it would cost."""


@contextmanager
def _answering(
    command: str, *, rows: int | None, batch: bool, off: bool
) -> "Iterator[Model | None]":
    """Who answers AI jobs in this run: the model that is configured, else the offline drafter.

    Progress and what the run has to tell go to stderr.
    """
    from sheetsync.ai.offline import OfflineDrafter
    from sheetsync.ai.service import read_service

    try:
        service = None if off else read_service(Path.cwd(), os.environ)
    except UsageError:
        if command != "doctor":  # which says itself what is wrong with it
            raise
        service = None
    if service is None:
        if batch and not off:
            click.echo(NO_BATCH, err=True)
        yield None if off else OfflineDrafter()
        return
    from sheetsync.ai.remote import RemoteModel

    model = RemoteModel(service, pays=command in _PAYING, batch=batch, rows=rows)
    if sys.stderr.isatty():
        model.watch = _show_progress
    try:
        yield model
    finally:
        for sentence in model.notices:
            click.echo(sentence, err=True)


def _show_progress(progress: "Progress") -> None:
    """One line that is written over: how many answers there are, and what the run has cost."""
    cost = f"USD {progress.cost_usd:.4f} so far" if progress.priced else "its cost is not known"
    end = "\n" if progress.done == progress.jobs else ""
    click.echo(
        f"\rAsking the model: {progress.done:,} of {progress.jobs:,}, {cost}{end}",
        nl=False,
        err=True,
    )
