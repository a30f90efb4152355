"""Does a decision of the weekly review still stand on a row?

It stands until a person enters something else in the cells that it overrules: of two
decisions the later counts. What the cells held when it was first seen is kept.
"""

from collections.abc import Iterable

from sheetsync import state
from sheetsync.review.rulings import Ruling
from sheetsync.work import Work


def standing_ruling(
    work: Work, index: int, key: str, ruling: Ruling | None, overruled: Iterable[str]
) -> Ruling | None:
    """Give the ruling back while nobody has changed what it overrules.

    Args:
        work: The row's tab.
        index: The row.
        key: Under which name of the row's Sync state the cells' mark is kept.
        ruling: The last ruling on the lead in one area, ``None`` for none.
        overruled: People's columns that the ruling comes before.
    """
    if ruling is None:
        work.remember(index, key, None)
        return None
    cells = [str(work.table.cells[title][index]) for title in overruled]
    mark = state.digest(cells)[:10]
    kept = work.states[index].get(key)
    if not (isinstance(kept, list) and len(kept) == 2 and kept[0] == ruling.name):
        kept = [ruling.name, mark]
        work.remember(index, key, kept)
    return ruling if kept[1] == mark else None
