"""Several writes of one run as one: what the book held before the first, and holds after the last.

A run with a paid model writes what is answered so far and goes on. People see one run, and
one ``undo`` takes back all of it.
"""

from dataclasses import replace

from sheetsync.plan import AddColumn, AppendRow, Change, Plan, SetCell
from sheetsync.receipt import Receipt
from sheetsync.settle import same

_Row = tuple[str, str, int]
"""Tab, key, and the row's place where rows have no key."""


def joined(first: Plan, second: Plan) -> Plan:
    """Make one plan of two that were written one after the other.

    Args:
        first: What was written first.
        second: What was written next.

    Returns:
        A plan with the name and the digest of the first: a cell that both have set has its
        first value before and its last one after; one that ends as it began is left out.
    """
    rows: dict[_Row, AppendRow] = {}
    cells: dict[tuple[_Row, str], SetCell] = {}
    others: list[Change] = []
    for change in (*first.changes, *second.changes):
        where = _row(change)
        if isinstance(change, AppendRow):
            rows[where] = change
        elif not isinstance(change, SetCell):
            others.append(change)
        elif where in rows:
            own = rows[where]
            rows[where] = replace(own, cells={**own.cells, change.column: change.after})
        else:
            before = cells.get((where, change.column), change).before
            cells[where, change.column] = replace(change, before=before)
    changed = [one for one in cells.values() if not same(one.before, one.after)]
    links = {**first.links, **second.links}
    return replace(first, changes=(*others, *changed, *rows.values()), links=links)


def joined_receipt(first: Receipt, second: Receipt) -> Receipt:
    """Make one receipt of two writes of one run; one that wrote nothing adds nothing."""
    if first.plan is None or second.plan is None:
        wrote = second if first.plan is None else first
        return replace(
            wrote, dropped=first.dropped + second.dropped, stopped=first.stopped or second.stopped
        )
    plan = joined(first.plan, second.plan)
    appended = sum(isinstance(change, AppendRow) for change in plan.changes)
    return Receipt(
        run=first.run,
        cells_written=len(plan.changes) - appended,
        rows_appended=appended,
        dropped=first.dropped + second.dropped,
        digest=second.digest,
        repaired=first.repaired + second.repaired,
        plan=plan,
        stopped=second.stopped,
    )


def _row(change: Change) -> _Row:
    key = "" if isinstance(change, AddColumn) else change.key
    return change.tab, key, -1 if key else change.row
