"""What becomes of a plan when people have typed since it was made. Pure.

Rows are followed by their id. What rests on a lead that somebody is working on is given
up, with everything that it would have led to in the other tabs; the next run does it.
When something changed that every lead rests on, there is nothing to save: plan again.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sheetsync import logbook, todo
from sheetsync.cells import Scalar, to_text
from sheetsync.errors import StaleBook
from sheetsync.plan import AddColumn, AppendRow, Change, Plan, SetCell, SetLink
from sheetsync.review.agenda import REVIEW
from sheetsync.review.chart_columns import CHARTS
from sheetsync.rules.map import MAP
from sheetsync.settle import same
from sheetsync.snapshot import Snapshot, Tab

_Name = TypeVar("_Name", bound=Hashable)

_BY_LEAD = ("leads", "touches")
_MADE = (todo.TODO, logbook.LOG, CHARTS)
"""Tabs that nobody but the sync writes: what stands there decides nothing."""

_LEAD = "Lead ID"
_SHARED = ("Reachable path", "Company")
"""What ties leads to each other: an answer at one's address holds the other."""


class Overtaken(StaleBook):
    """People changed something that every lead rests on; a new plan has to be made."""


@dataclass(frozen=True, slots=True)
class Done:
    """What the writes before this one came to.

    Attributes:
        changes: What they carried.
        dropped: How many changes were given up before them.
    """

    changes: tuple[Change, ...] = ()
    dropped: int = 0


_NOTHING = Done()


@dataclass(frozen=True, slots=True)
class Rebased:
    """A plan for the book as it is now.

    Attributes:
        plan: What is left of it, each row where it now is.
        dropped: Changes that were given up.
        leads: The leads that somebody is working on.
    """

    plan: Plan
    dropped: int
    leads: frozenset[str]


def rebase(plan: Plan, before: Snapshot, now: Snapshot, done: Done = _NOTHING) -> Rebased:
    """Carry a plan over to what the book holds now.

    Args:
        plan: Made on ``before``.
        before: The book as it was read.
        now: The book just before the write.
        done: What of the same run has been written already.

    Raises:
        Overtaken: Settings, the Map, the Scorecard or another list has changed, or a tab
            or column is not where it was.
    """
    _refuse_rebuilt(plan, before, now)
    pairs = {title: _rows(before.tabs[title], tab) for title, tab in now.tabs.items()}
    busy = _with_their_kin(_busy(plan, before, now, pairs), before, now)
    moved = any(row != new for rows in pairs.values() for row, new in rows.items())
    kept: list[Change] = []
    lost = 0
    free = {title: tab.next_row for title, tab in now.tabs.items()}
    shift: dict[str, int] = defaultdict(int)
    derived = bool(busy) or moved
    for change in plan.changes:
        placed = None if _rests_on(change, busy, before, derived=derived) else change
        if isinstance(placed, SetCell | SetLink):
            row = pairs[placed.tab].get(placed.row)
            placed = None if row is None else replace(placed, row=row)
            if isinstance(placed, SetCell) and not _as_expected(placed, now.tabs[placed.tab]):
                placed = None
        elif isinstance(placed, AppendRow):
            placed = replace(placed, row=free[placed.tab] + shift[placed.tab])
            shift[placed.tab] += 1
        if placed is None:
            lost += 1
        else:
            kept.append(placed)
    links = {} if derived else plan.links
    changes = tuple(_retold(kept, lost + done.dropped, done.changes))
    fresh = replace(plan, book=now.reading.digest, changes=changes, links=links)
    return Rebased(fresh, lost, frozenset(busy))


def _refuse_rebuilt(plan: Plan, before: Snapshot, now: Snapshot) -> None:
    """Stop where the plan as a whole no longer fits."""
    touched = {change.tab for change in plan.changes}
    for title, tab in before.tabs.items():
        new = now.tabs.get(title)
        if new is None or new.refused != tab.refused:
            raise _overtaken(now, f"the tab {title} is not what it was")
        if title in touched and set(new.places) != set(tab.places):
            raise _overtaken(now, f"columns of {title} were added, renamed or deleted")
        lists = tab.contract.rows not in _BY_LEAD and title not in _MADE
        if lists and _people_have(tab) != _people_have(new):
            raise _overtaken(now, f"somebody is changing {title}")
    added = [change for change in plan.changes if isinstance(change, AddColumn)]
    for change in added:
        if now.tabs[change.tab].header != change.row or before.tabs[change.tab].places != (
            now.tabs[change.tab].places
        ):
            raise _overtaken(now, f"columns of {change.tab} have moved")


def _overtaken(now: Snapshot, why: str) -> Overtaken:
    return Overtaken(
        f"{now.reading.name} changed while it was being worked through: {why}.",
        not_done="Nothing was written.",
        next_step="Run the command again when that is done.",
    )


def _people_have(tab: Tab) -> list[tuple[str, ...]]:
    """What stands in the people's columns of a list, row by row, wherever the rows are."""
    columns = [
        tab.values(title)
        for title in sorted(tab.places)
        if not tab.contract.spec(title).written_by_sync
    ]
    rows = (tuple(to_text(value).strip() for value in row) for row in zip(*columns, strict=True))
    return sorted(row for row in rows if any(row))


def _rows(before: Tab, now: Tab) -> dict[int, int]:
    """Where each row has gone: by its key, or by all that it holds where it has none."""
    key = before.contract.key
    old, new = _contents(before), _contents(now)
    if before.title in _MADE or key is None or key not in before.places:
        # Nobody sorts what the sync makes; a row is where it was as long as it holds the same.
        return {row: row for row, cells in old.items() if new.get(row, cells) == cells}
    at = list(before.places).index(key)
    here = _unique((cells[at], row) for row, cells in _by(new, now, before).items())
    there = _unique((cells[at], row) for row, cells in old.items())
    found = {row: here[name] for name, row in there.items() if name and name in here}
    # A new lead has no id yet: it is known by everything that stands in its row.
    blank_here = _unique((c, row) for row, c in _by(new, now, before).items() if not c[at])
    blank_there = _unique((cells, row) for row, cells in old.items() if not cells[at])
    found |= {row: blank_here[c] for c, row in blank_there.items() if c in blank_here}
    return found


def _contents(tab: Tab) -> dict[int, tuple[str, ...]]:
    columns = [tab.values(title) for title in tab.places]
    rows = zip(tab.rows, zip(*columns, strict=True), strict=True) if columns else ()
    return {row: tuple(to_text(value).strip() for value in cells) for row, cells in rows}


def _by(
    contents: Mapping[int, tuple[str, ...]], tab: Tab, other: Tab
) -> dict[int, tuple[str, ...]]:
    """The same rows with their cells in the order of another tab's columns."""
    order = list(tab.places)
    if order == list(other.places):
        return dict(contents)
    places = [order.index(title) if title in tab.places else -1 for title in other.places]
    return {
        row: tuple(cells[place] if place >= 0 else "" for place in places)
        for row, cells in contents.items()
    }


def _unique(pairs: Iterable[tuple[_Name, int]]) -> dict[_Name, int]:
    """Rows by their name; a name that stands twice names none."""
    found: dict[_Name, int] = {}
    doubled: set[_Name] = set()
    for name, row in pairs:
        if name in found:
            doubled.add(name)
        found[name] = row
    return {name: row for name, row in found.items() if name not in doubled}


def _busy(
    plan: Plan, before: Snapshot, now: Snapshot, pairs: Mapping[str, Mapping[int, int]]
) -> set[str]:
    """The leads whose rows somebody has changed, removed, doubled or added."""
    busy: set[str] = set()
    for title, tab in before.tabs.items():
        if tab.contract.rows not in _BY_LEAD or _LEAD not in tab.places:
            continue
        old, new = _contents(tab), _by(_contents(now.tabs[title]), now.tabs[title], tab)
        at = list(tab.places).index(_LEAD)
        planned = _planned_ids(plan, title)
        rows = pairs[title]
        for row, cells in old.items():
            if row not in rows or new[rows[row]] != cells:
                busy.add(cells[at] or planned.get(row, ""))
        known = set(rows.values())
        busy.update(cells[at] for row, cells in new.items() if row not in known)
    return busy - {""}


def _planned_ids(plan: Plan, title: str) -> dict[int, str]:
    """Ids that the plan gives to rows which have none yet."""
    return {
        change.row: change.key
        for change in plan.changes
        if isinstance(change, SetCell) and (change.tab, change.column) == (title, _LEAD)
    }


def _with_their_kin(busy: set[str], before: Snapshot, now: Snapshot) -> set[str]:
    """Add the leads at the same address or company: what happens to one holds for the other.

    Both where they stood and where an edit has just put them.
    """
    if not busy:
        return busy
    grown = set(busy)
    for tab in (*before.tabs.values(), *now.tabs.values()):
        if _LEAD not in tab.places:
            continue
        ids = [to_text(value).strip() for value in tab.values(_LEAD)]
        for title in _SHARED:
            texts = [to_text(v).strip().casefold() for v in tab.values(title)]
            shared = {text for text, own in zip(texts, ids, strict=True) if own in busy and text}
            grown.update(own for text, own in zip(texts, ids, strict=True) if text in shared)
    return grown - {""}


def _rests_on(change: Change, busy: set[str], before: Snapshot, *, derived: bool) -> bool:
    """Does a change rest on a lead that somebody is working on?"""
    if change.tab in (todo.TODO, CHARTS, MAP, REVIEW):
        return derived  # they tell of all leads, and point at rows
    if isinstance(change, AddColumn):
        return False
    return _lead_of(change, before) in busy


def _lead_of(change: SetCell | AppendRow | SetLink, before: Snapshot) -> str:
    if isinstance(change, AppendRow):
        return to_text(change.cells.get(_LEAD, change.key)).strip()
    tab = before.tabs[change.tab]
    if tab.contract.rows == "touches" and _LEAD in tab.places:
        column = tab.grid.columns[tab.places[_LEAD]]
        return to_text(column[change.row]).strip() if change.row < tab.grid.height else ""
    return change.key


def _as_expected(change: SetCell, tab: Tab) -> bool:
    place = tab.places[change.column]
    now: Scalar = tab.grid.columns[place][change.row] if change.row < tab.grid.height else None
    return same(now, change.before)


def _retold(kept: Sequence[Change], lost: int, done: Sequence[Change]) -> Iterable[Change]:
    """Let the Log's last line tell what is left of the plan, and leave out a Log of nothing."""
    real = [change for change in (*done, *kept) if change.tab != logbook.LOG]
    for change in kept:
        if not isinstance(change, AppendRow) or change.tab != logbook.LOG:
            yield change
        elif lost and change.cells.get("Event") == "sync":
            if real:
                cells = {**change.cells, "Detail": _told(str(change.cells["Detail"]), real, lost)}
                yield replace(change, cells=cells)
        elif real or not lost:
            yield change


def _told(detail: str, real: Sequence[Change], lost: int) -> str:
    appended = sum(isinstance(change, AppendRow) for change in real)
    _, _, findings = detail.partition("; findings")
    return (
        f"Cells written: {len(real) - appended}; rows added: {appended}; given up because "
        f"somebody was typing: {lost}; findings{findings}"
    )
