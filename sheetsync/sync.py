"""The one pass: read, check, rules and AI jobs, plan, apply.

Between the read and the write everything is a function of what was read, the
clock and the model's answers. Nothing in here prints or asks the environment.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sheetsync import logbook
from sheetsync.ai.jobs import UNSPENT, Model, Spent
from sheetsync.ai.paid import bound, examples_for, spent_by
from sheetsync.apply import apply
from sheetsync.book import Book, Source
from sheetsync.chain import work_through
from sheetsync.check import Table, Tested, check
from sheetsync.clock import Clock
from sheetsync.context import read_context
from sheetsync.contract import Contract
from sheetsync.errors import UnsafeChange
from sheetsync.events import Event
from sheetsync.finding import Finding
from sheetsync.plan import Plan
from sheetsync.planning import in_order, planned
from sheetsync.receipt import Receipt
from sheetsync.review.tab import Written
from sheetsync.review.week import Asked
from sheetsync.rules.map import Lost
from sheetsync.rules.research import RESEARCH
from sheetsync.snapshot import Snapshot, take

MASS = 10
"""Fewer leads than this may go without being asked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pass found and would do.

    Attributes:
        snapshot: What was read.
        findings: Everything found, in the order of the tabs.
        plan: What would be written.
        lost: Per block how many leads stop there, where that is known.
        off: Blocks that the Map keeps from being automated.
        did: What happened, how often: the events of the Log by their name.
        now: The run's moment in the team's time zone.
        zone: That zone.
        hours: The team's sending hours.
        answers: AI answers given.
        cost_usd: What they cost.
        ai: What a paid model was asked, or would be by a sync if this look may not ask.
        unasked: Jobs that still wait for an answer.
        tested: What Pandera said of each tab.
        reviewed: What becomes of the Review tab, ``None`` if it cannot be written.
    """

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    plan: Plan
    lost: Mapping[str, Lost]
    off: tuple[str, ...]
    did: Mapping[str, int]
    now: datetime
    zone: ZoneInfo
    hours: tuple[time, time]
    answers: int
    cost_usd: float
    ai: Spent = UNSPENT
    unasked: int = 0
    tested: tuple[Tested, ...] = ()
    reviewed: Written | None = None

    @property
    def today(self) -> date:
        """The date in the team's time zone."""
        return self.now.date()


def sync(
    book: Book,
    contract: Contract,
    clock: Clock,
    model: Model | None,
    *,
    accept: bool = False,
    asked: Asked = "",
) -> tuple[Outcome, Receipt]:
    """Read the book, work out what should change, and write it.

    Args:
        book: Where the workbook is kept.
        contract: Its tabs and columns.
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` for nobody.
        accept: Go on although most leads are gone.
        asked: What the command line asks of the weekly review.

    Raises:
        UnsafeChange: More than half of the leads are gone and ``accept`` is not given.
        StaleBook: Someone saved the book meanwhile; nothing was written.
        BookError: The book cannot be read or written.
    """
    outcome = look(book, contract, clock, model, accept=accept, asked=asked)
    return outcome, apply(outcome.plan, outcome.snapshot, book, contract)


def look(
    book: Source,
    contract: Contract,
    clock: Clock,
    model: Model | None,
    *,
    accept: bool = False,
    asked: Asked = "",
    known: Iterable[Tested] = (),
    watch: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Do everything that :func:`sync` does up to the write.

    Args:
        book: Where the workbook is kept.
        contract: Its tabs and columns.
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` for nobody.
        accept: Go on although most leads are gone.
        asked: What the command line asks of the weekly review.
        known: What Pandera has said before, see :func:`sheetsync.check.check`.
        watch: Told the name of each step as it begins.
    """
    with _undisturbed():
        how = _How(accept=accept, asked=asked, known=known, watch=watch)
        return _look(book, contract, clock, model, how)


@dataclass(frozen=True, slots=True)
class _How:
    """What a look can be told besides the book and the moment; see :func:`look`."""

    accept: bool
    asked: Asked
    known: Iterable[Tested]
    watch: Callable[[str], None]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from walking over the rows again and again: they are no garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _look(
    book: Source, contract: Contract, clock: Clock, model: Model | None, how: "_How"
) -> Outcome:
    how.watch("Reading")
    snapshot = take(book.read(), contract)
    how.watch("Checking")
    tables = check(snapshot, how.known)
    name = model.name if model is not None else ""
    context, setting_findings = read_context(
        tables, contract, clock, name, examples=examples_for(model)
    )
    _refuse_copy(snapshot, accept=how.accept)
    gone = _mass_change(tables, accept=how.accept)
    how.watch("Working through the chain")
    with bound(model, snapshot.reading.name, context.project) as answering:
        worked = work_through(tables, context, answering, setting_findings, how.asked)
    worked.events[:0] = gone
    findings = (*snapshot.findings, *in_order(worked, contract))
    how.watch("Planning")
    return Outcome(
        snapshot=snapshot,
        findings=findings,
        plan=planned(snapshot, tables, context, worked, findings),
        lost=worked.lost,
        off=tuple(title for title, gate in context.gates.items() if not gate.automated),
        did=Counter(event.event for event in worked.events),
        now=context.now,
        zone=context.project.zone,
        hours=context.project.sending_hours,
        answers=worked.answers,
        cost_usd=worked.cost_usd,
        ai=spent_by(answering),
        unasked=worked.unasked,
        tested=tuple(table.tested for table in tables.values()),
        reviewed=worked.reviewed,
    )


def _refuse_copy(snapshot: Snapshot, *, accept: bool) -> None:
    """Stop before anything is written or spent on a copy of a book that is synced elsewhere."""
    reading = snapshot.reading
    if reading.copy_of and not accept:
        raise UnsafeChange(
            f"{reading.name} is a copy of another sheet that is synced.",
            not_done="Nothing was written.",
            next_step="Sync the original, or run the command again with --accept if this copy is "
            "to be worked on: whoever is due there is due here too.",
        )


def _mass_change(tables: Mapping[str, Table], *, accept: bool) -> list[Event]:
    """Stop before anything is written or spent when most leads are gone."""
    table, log = tables.get(RESEARCH), tables.get(logbook.LOG)
    if table is None or log is None or table.tab.refused:
        return []
    expected, present = logbook.leads_expected(log), sum(map(bool, table.cells["Lead ID"]))
    if expected < MASS or present * 2 >= expected:
        return []
    if not accept:
        raise UnsafeChange(
            f"Research holds {present:,} of {expected:,} leads: more than half are gone.",
            not_done="Nothing was written.",
            next_step="Restore them (“sheetsync undo”, or the backup beside the file, or a Google Sheet’s version history), or run the "
            "command again with --accept if they were meant to go.",
        )
    return [Event(logbook.ACCEPTED, RESEARCH, detail=f"{present} leads stand in Research")]
