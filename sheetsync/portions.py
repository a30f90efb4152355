"""A plan in pieces that one write can carry; what changes in one row stays together. Pure."""

from dataclasses import replace

from sheetsync.cells import Scalar
from sheetsync.plan import AppendRow, Change, Plan, SetCell

_FILL = 0.8
"""How full a write is made: what it weighs is only estimated."""

_CELL = 60
"""Bytes around a value in the JSON of a write: its kind, and its share of the place."""


def first_portion(plan: Plan, limit: int | None) -> tuple[Plan, Plan]:
    """Cut off what the next write carries.

    Args:
        plan: What is left to do.
        limit: Bytes of one write; ``None`` for any number.

    Returns:
        The next write, and the rest. A tab's links go with the last of its changes.
    """
    if limit is None or plan.is_empty:
        return plan, replace(plan, changes=(), links={})
    size, cut = 0, len(plan.changes)
    row: tuple[str, int] | None = None
    for place, change in enumerate(plan.changes):
        here = (change.tab, change.row)
        if here != row and size > limit * _FILL:
            cut = place
            break
        row = here
        size += _size(change)
    first, rest = plan.changes[:cut], plan.changes[cut:]
    later = {change.tab for change in rest}
    now = {title: links for title, links in plan.links.items() if title not in later}
    then = {title: links for title, links in plan.links.items() if title in later}
    return replace(plan, changes=first, links=now), replace(plan, changes=rest, links=then)


def _size(change: Change) -> int:
    match change:
        case SetCell(after=after):
            values: tuple[Scalar, ...] = (after,)
        case AppendRow(cells=cells):
            values = tuple(cells.values())
        case _:
            return 3 * _CELL
    return sum(_CELL + (len(v.encode()) if isinstance(v, str) else 12) for v in values)
