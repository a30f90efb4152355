"""Whose text stands in an AI cell: nobody's, the sync's own, or a person's?

By the marks that the row's Sync state keeps of what was written there last. It reads
only; what follows from it is for others to decide.
"""

from sheetsync import state
from sheetsync.work import Work


def blank(work: Work, index: int, column: str) -> bool:
    """Is the cell free for an answer? A formula that shows nothing is a person's all the same."""
    return work.raw(column)[index] in (None, "") and not _formula(work, index, column)


def own(work: Work, index: int, column: str) -> bool:
    """Does the cell hold what the sync wrote there?"""
    if _formula(work, index, column):
        return False
    mark = state.stamp(column, work.raw(column)[index])
    return state.written(work.states[index]).get(mark[:3]) == mark


def overwritten(work: Work, index: int, column: str) -> bool:
    """Has a person put another text in the place of one that the sync wrote?

    A cell of whose answer nothing is known does not count: where a row's Sync state is
    lost, a suggestion that nobody has touched looks like a person's text.
    """
    if blank(work, index, column) or _formula(work, index, column):
        return False
    mark = state.stamp(column, work.raw(column)[index])
    return state.written(work.states[index]).get(mark[:3], mark) != mark


def _formula(work: Work, index: int, column: str) -> bool:
    tab = work.table.tab
    return (tab.rows[index], tab.places.get(column, -1)) in tab.grid.formulas
