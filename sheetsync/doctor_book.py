"""What ``doctor`` says of what stands in a book: tabs, Map, settings, ids, and what a sync would do."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sheetsync import logbook
from sheetsync.ai.jobs import Model
from sheetsync.book import Book
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.doctor_check import Check
from sheetsync.doctor_file import ago
from sheetsync.errors import SheetsyncError, UnsafeChange
from sheetsync.finding import Finding
from sheetsync.plan import AppendRow
from sheetsync.report import counted
from sheetsync.rules.catalogue import CATALOGUE
from sheetsync.sync import Outcome, look

_FIRST_YEAR = 2025
"""No clock that is right shows an earlier year than that of this program."""

_SHOWN = 3


def contents(book: Book, contract: Contract, clock: Clock, model: Model | None) -> Iterator[Check]:
    """Look through a book as a sync does, without writing.

    Args:
        book: A book that can be read.
        contract: Its tabs and columns.
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` for nobody.
    """
    gone: UnsafeChange | None = None
    try:
        try:
            outcome = look(book, contract, clock, model)
        except UnsafeChange as error:
            gone, outcome = error, look(book, contract, clock, model, accept=True)
    except SheetsyncError as error:
        yield Check("Tabs", error.what, error.next_step)
        return
    yield _tabs(outcome)
    yield from _map(outcome, contract)
    yield _settings(outcome, contract)
    yield from _time(outcome, clock)
    if gone is not None:
        yield Check("Leads", gone.what, gone.next_step)
    yield _ids(outcome)
    yield _last_sync(outcome)
    yield _pending(outcome, book)


def _found(outcome: Outcome, *codes: str) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.code in codes]


def _told(findings: Sequence[Finding]) -> str:
    """The sentences of the first findings, and how many more there are."""
    more = len(findings) - _SHOWN
    told = " ".join(finding.message for finding in findings[:_SHOWN])
    return told + (f" And {more:,} more." if more > 0 else "")


def _fix(findings: Sequence[Finding]) -> str:
    """What to do about the first of some findings, named so that it is found."""
    first = findings[0]
    return f"In {first.tab}: {CATALOGUE[first.code].fix}"


def _tabs(outcome: Outcome) -> Check:
    found = _found(outcome, "SY005", "SY001", "SY006")
    if found:
        return Check("Tabs", _told(found), _fix(found))
    there = len(outcome.snapshot.tabs)
    return Check("Tabs", f"All {there} tabs are there, with all their columns.")


def _map(outcome: Outcome, contract: Contract) -> Iterator[Check]:
    """One check a block: what the Map does not answer keeps it from running (R94)."""
    said = _found(outcome, "MP001")
    for tab in contract.blocks:
        start = f"{tab.tab} is not automated"
        message = next((f.message for f in said if f.message.startswith(start)), "")
        if tab.tab in outcome.off:
            message = message or f"{start}: the Map cannot be read."
            yield Check(f"Map, {tab.tab}", message, CATALOGUE["MP001"].fix)
        else:
            yield Check(f"Map, {tab.tab}", "It has its owner, output and rules.")
    further = _found(outcome, "MP002")
    if further:
        yield Check("Map", _told(further), _fix(further))


def _settings(outcome: Outcome, contract: Contract) -> Check:
    found = _found(outcome, "SY008")
    if found:
        return Check("Settings", _told(found), _fix(found))
    if "Settings" not in outcome.snapshot.tabs:
        return Check("Settings", "Without the tab every default counts.")
    count = len(contract["Settings"].settings)
    return Check("Settings", f"All {count} settings can be read, or their default counts.")


def _time(outcome: Outcome, clock: Clock) -> Iterator[Check]:
    zone = outcome.zone.key
    hint = "; if the team is elsewhere, set Time zone in Settings" if zone == "UTC" else ""
    yield Check(
        "Time zone", f"The team's zone is {zone}, where it is {outcome.now:%Y-%m-%d %H:%M}{hint}."
    )
    newest = max((time for time, _ in _log(outcome)), default=None)
    now = outcome.now.replace(tzinfo=None)
    step = "Set this machine's date and time, and check Time zone in Settings."
    if clock.started.year < _FIRST_YEAR:
        yield Check("Clock", f"This machine says that it is {clock.started:%Y-%m-%d}.", step)
    elif newest is not None and newest > now + timedelta(days=1):
        told = f"It is {now:%Y-%m-%d %H:%M}, but the newest line of the Log is of {newest:%Y-%m-%d %H:%M}."
        yield Check("Clock", told, step)
    else:
        yield Check("Clock", "It fits the Log.")


def _log(outcome: Outcome) -> list[tuple[datetime, str]]:
    """Time and event of each line of the Log."""
    tab = outcome.snapshot.tabs.get(logbook.LOG)
    if tab is None:
        return []
    lines = zip(tab.values("Time"), tab.values("Event"), strict=True)
    return [(time, str(event)) for time, event in lines if isinstance(time, datetime)]


def _ids(outcome: Outcome) -> Check:
    found = _found(outcome, "ID001")
    if found:
        rows = counted(len(found), "row is", "rows are")
        return Check("Lead IDs", f"{rows} frozen. {_told(found)}", _fix(found))
    return Check("Lead IDs", "No row is frozen.")


def _last_sync(outcome: Outcome) -> Check:
    last = max((time for time, event in _log(outcome) if event == "sync"), default=None)
    if last is None:
        return Check("Last sync", "There has been none that changed something.")
    since = ago(outcome.now.replace(tzinfo=None) - last)
    return Check(
        "Last sync", f"The last one that changed something was {since}, on {last:%Y-%m-%d}."
    )


def _pending(outcome: Outcome, book: Book) -> Check:
    changes = outcome.plan.changes
    if not changes:
        return Check("Sync", "The workbook is up to date: a sync would change nothing.")
    rows = sum(isinstance(change, AppendRow) for change in changes)
    told = f"{counted(len(changes) - rows, 'cell')} and add {counted(rows, 'row')}"
    return Check("Sync", f"A sync would write {told}.", f"Run “sheetsync sync {book.name}”.")
