"""The weekly review in one pass: open the week, keep its items current, close it (R81 to R92).

Pure: what the chain came to goes in, changes to the Review tab and lines of the Log
come out. A week that is closed or followed by another is never written again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.events import Event
from sheetsync.finding import Finding
from sheetsync.review import numbers, saved, tab
from sheetsync.review.agenda import CHANGE, CLOSE, MISSED, REVIEW
from sheetsync.review.closing import change_troubles, refusals
from sheetsync.review.entries import Agenda, Entry, read_agenda
from sheetsync.review.facts import Facts
from sheetsync.review.items import Item, items, one_each, overdue
from sheetsync.review.leaks import Leak
from sheetsync.review.rules_on_record import compare, in_effect, read_rules
from sheetsync.review.tab import Written
from sheetsync.review.weeks import between, next_day, opens, week_of
from sheetsync.work import STATUS

Asked = Literal["", "open", "close"]
"""What the command line asks for besides what the tab itself says."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass of the review rests on.

    Attributes:
        tables: The book's tabs.
        facts: What the chain came to.
        leaks: Where leads stop.
        context: Settings and today.
        happened: What happened in this run so far.
        asked: What the command line asks for.
    """

    tables: Mapping[str, Table]
    facts: Facts
    leaks: list[Leak]
    context: Context
    happened: Sequence[Event]
    asked: Asked = ""


def hold(now: Pass) -> Written | None:
    """Bring the Review tab up to date; ``None`` if there is no tab to write."""
    table = now.tables.get(REVIEW)
    if table is None or table.tab.refused:
        return None
    agenda, written = read_agenda(table), Written(table)
    weekday = now.context.project.review_weekday
    written.opens_on = next_day(now.context.today, weekday)
    written.facts, written.leaks = now.facts, now.leaks
    week = week_of(now.context.today)
    if agenda.week > week:  # someone typed it, or the run acts as if on an earlier day
        row = next(entry.index for entry in agenda.entries if entry.week == agenda.week)
        message = f"Week says {agenda.week}, which has not come yet; the review waits for it."
        written.flag("RV005", message, row, "Week")
        return written
    history = written.history = saved.read_saved(now.tables.get("Log"))
    due = now.asked == "open" or opens(now.context.today, weekday)
    opening = agenda.week < week and due and bool(now.facts.leads)
    if agenda.open:
        tab.record_decisions(written, agenda, now.context.today)
        _show_change(written, agenda, history, now)
        _close(written, agenda, now)
    if opening:
        written.findings.clear()  # what they say of the week that is over nobody can mend now
        _open(written, agenda, week, history, now)
    elif agenda.open and not written.closed:
        tab.keep_current(written, agenda, one_each(_wanted(written, agenda.week, history, now)))
    if opening or (agenda.open and not written.closed):
        written.week = week if opening else agenda.week
        entries = () if opening else agenda.of(agenda.week)
        written.left = refusals(entries, overdue(now.facts))
        _flag_open(written, written.week, history, now)
    return written


def _open(
    written: Written, agenda: Agenda, week: str, history: Mapping[str, saved.Saved], now: Pass
) -> None:
    """Open a week, and put on record what its numbers and the rules were (R92)."""
    wanted = one_each(_wanted(written, week, history, now)).values()
    missed = between(agenda.week, week) if agenda.week else []
    counted = _counted(written, week, history, now)
    written.rows += tab.open_week(week, wanted, missed)
    written.events += saved.to_events(week, counted, read_rules(now.tables))


def _before(week: str, history: Mapping[str, saved.Saved]) -> saved.Saved:
    """What the last review before a week put on record."""
    earlier = [name for name in history if name < week]
    return history[max(earlier)] if earlier else saved.Saved()


def _counted(
    written: Written, week: str, history: Mapping[str, saved.Saved], now: Pass
) -> dict[str, int]:
    happened = (*now.happened, *written.events)
    since = _before(week, history).opened
    moved, decisions = saved.movement(now.tables.get("Log"), since, happened)
    return numbers.count(now.facts, now.leaks, moved, decisions)


def _wanted(
    written: Written, week: str, history: Mapping[str, saved.Saved], now: Pass
) -> list[Item]:
    """Everything that a week's review shows and asks."""
    counted = _counted(written, week, history, now)
    return [
        *numbers.headline(counted, _before(week, history).numbers, now.leaks),
        *_last_change(read_agenda(written.table), week, history, counted, now),
        *items(now.facts, now.context.today),
    ]


def _last_change(
    agenda: Agenda,
    week: str,
    history: Mapping[str, saved.Saved],
    counted: Mapping[str, int],
    now: Pass,
) -> list[Item]:
    """What the change of the last week that made one did, before against after (R90)."""
    made = [
        entry
        for entry in agenda.entries
        if entry.area is CHANGE and entry.week < week and entry.allowed and entry.by
    ]
    if not made:
        return []
    last = max(made, key=lambda entry: entry.week)
    then = history.get(last.week, saved.Saved()).numbers
    item = numbers.last_change(last.week, last.decision, last.by, then, counted)
    return [replace(item, status=effect_of(last, history, now.tables))]


def _show_change(
    written: Written, agenda: Agenda, history: Mapping[str, saved.Saved], now: Pass
) -> None:
    """Say beside the one change whether the sync has read it anywhere (R90)."""
    entries = agenda.of(agenda.week)
    chosen = [entry for entry in entries if entry.area is CHANGE]
    trouble = change_troubles(entries)
    for entry in chosen:
        if not entry.decision:
            status = "open"
        elif trouble:
            status = f"waits for you: {trouble[0]}"
        else:
            status = effect_of(entry, history, now.tables)
        if entry.decision and not trouble and entry.status == "open":
            what = " ".join(entry.comment.split())
            detail = f"{entry.week}: {entry.decision}; {what}"
            written.events.append(Event("one change", REVIEW, detail=detail, by=entry.by))
        written.set(entry.index, STATUS, status)


def effect_of(entry: Entry, history: Mapping[str, saved.Saved], tables: Mapping[str, Table]) -> str:
    """Which rules have changed since the week of a change was opened."""
    then = history.get(entry.week, saved.Saved()).rules
    return in_effect(compare(then, read_rules(tables), entry.decision), entry.decision)


def _close(written: Written, agenda: Agenda, now: Pass) -> None:
    """Close the open week if someone asks for it and nothing is left (R86, R88)."""
    if not agenda.open:
        return
    entries = agenda.of(agenda.week)
    row = next((entry for entry in entries if entry.area is CLOSE), None)
    if row is None:
        return
    if not row.decision and now.asked != "close":
        written.set(row.index, STATUS, "open")
        return
    why = refusals(entries, overdue(now.facts))
    owner = next((entry.by for entry in entries if entry.area is CHANGE and entry.by), "")
    by = row.by or (owner if now.asked == "close" else "")
    if row.decision and not row.allowed:
        why.insert(0, f"“{row.decision}” is not offered here; choose close")
    elif not by:
        why.append("Decided by is blank")
    if why:
        message = "; ".join(why)
        written.flag(
            "RV002", f"The review of {agenda.week} cannot close: {message}.", row.index, "Decision"
        )
        written.set(row.index, STATUS, f"cannot close: {message}")
        return
    day = now.context.today.isoformat()
    written.set(row.index, STATUS, f"closed on {day} by {by}")
    detail = f"The review of {agenda.week} is closed"
    written.events.append(Event(saved.CLOSED, REVIEW, detail=detail, by=by))
    written.closed = True


def _flag_open(written: Written, week: str, history: Mapping[str, saved.Saved], now: Pass) -> None:
    """Put the open review into To do, and the one before it if it did not take place (R81)."""
    lines = written.as_written()
    own = [line for line in lines if line["Week"] == week]
    waiting = sum(line[STATUS] == "open" and bool(line["Leads"]) for line in own)
    since = history[week].opened if week in history else now.context.today
    end = [line.row for line in own if line["Area"] == CLOSE.title]
    if end:
        count = "1 item is" if waiting == 1 else f"{waiting} items are"
        message = f"The review of {week} is open; {count} undecided."
        found = Finding("RV004", REVIEW, message, row=end[-1], column="Decision", since=since)
        written.findings.append(found)
    before = max((line["Week"] for line in lines if line["Week"] < week), default="")
    for line in lines:
        if line["Week"] != before or line["Area"] not in (CLOSE.title, MISSED.title):
            continue
        if not line[STATUS].startswith("closed on"):
            gone = line["Area"] == MISSED.title
            said = (
                f"No review was held in {before}."
                if gone
                else (f"The review of {before} was not closed.")
            )
            written.findings.append(Finding("RV001", REVIEW, said, row=line.row, column=STATUS))
