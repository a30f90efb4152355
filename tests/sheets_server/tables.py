"""Which block of cells values.append takes for the table.

Fact: Sheets API guide "Read & write cell values", "Append values": the last table that the
range touches; a cell next to a table but outside of it belongs to none, so data would start
right there. Two cells are of one table when they touch, also at a corner, and a table is the
rectangle around its cells.
"""

from tests.sheets_server.a1 import Area
from tests.sheets_server.model import Sheet

_Box = tuple[int, int, int, int]


def tables(sheet: Sheet) -> list[_Box]:
    """All tables as top, left, bottom, right (half-open), from the top and then the left."""
    boxes: list[_Box] = []
    open_: list[_Box] = []
    for row in range(len(sheet.rows)):
        runs = _runs(sheet, row)
        fresh = [(row, start, row + 1, end) for start, end in runs]
        still: list[_Box] = []
        for box in open_:
            (still if box[2] >= row else boxes).append(box)
        open_ = _joined(still + fresh)
    return sorted(_joined(boxes + open_))


def _runs(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    held = sheet.rows[row].cells
    if not held:
        return []
    runs: list[tuple[int, int]] = []
    for index, column in enumerate(sheet.columns):
        cell = held.get(column.id)
        if cell is None or cell.value is None:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _joined(boxes: list[_Box]) -> list[_Box]:
    """Boxes that touch, also at a corner, become one."""
    done: list[_Box] = []
    for box in boxes:
        current = box
        again = True
        while again:
            again = False
            for other in done:
                if _touch(current, other):
                    done.remove(other)
                    current = (
                        min(current[0], other[0]),
                        min(current[1], other[1]),
                        max(current[2], other[2]),
                        max(current[3], other[3]),
                    )
                    again = True
                    break
        done.append(current)
    return done


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def table_at(area: Area) -> Area | None:
    """The last table that an area touches."""
    found = [
        box
        for box in tables(area.sheet)
        if box[0] < area.bottom and area.top < box[2] and box[1] < area.right and area.left < box[3]
    ]
    return Area(area.sheet, *found[-1]) if found else None
