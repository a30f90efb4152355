"""Native tables ("Format as Table") and the edits around them.

Rows written directly below a table join it, as they do when a person types there.
A table's header cells are also its column names, so they are never changed here.
"""

from collections.abc import Sequence

from sheetsync.book import Grid, TabEdit
from sheetsync.books.xlsx_frame import named
from sheetsync.books.xlsx_parts import Area, NativeTable
from sheetsync.books.xlsx_tree import Splice, parse, splice, with_attribute
from sheetsync.cells import a1
from sheetsync.errors import UnsafeBook


def refuse_headers(tables: Sequence[NativeTable], edit: TabEdit) -> None:
    """Refuse edits of a table's header or totals row.

    Raises:
        UnsafeBook: Naming the cell.
    """
    fixed = [
        (top, left, row, right)
        for (top, left, bottom, right), headers, totals in (
            (each.area, each.headers, each.totals) for each in tables
        )
        for row, there in ((top, headers), (bottom, totals))
        if there
    ]
    for row, column in edit.cells:
        if any(row == line and left <= column <= right for _, left, line, right in fixed):
            raise UnsafeBook(
                f"Cell {a1(row, column)} of the tab “{edit.title}” names a column of a native table.",
                not_done="Nothing was written to the workbook.",
                next_step="Change it in Excel by hand, or convert the table to a range there.",
            )


def grown(tables: Sequence[NativeTable], grid: Grid, edit: TabEdit) -> dict[str, Area]:
    """Say which tables take in new rows.

    Args:
        tables: The tab's native tables.
        grid: The tab before the edit.
        edit: What is written.

    Returns:
        New areas by table part, for those tables only that grow.
    """
    filled = {at for at, value in edit.cells.items() if value is not None}
    areas: dict[str, Area] = {}
    for table in tables:
        top, left, bottom, right = table.area
        others = [each.area for each in tables if each is not table]
        last = bottom
        while (
            not table.totals
            and any((last + 1, column) in filled for column in range(left, right + 1))
            and _blank(grid, last + 1, left, right)
            and not any(_on(each, last + 1, left, right) for each in (*others, *grid.merged))
        ):
            last += 1
        if last > bottom:
            areas[table.part] = (top, left, last, right)
    return areas


def resized(xml: bytes, old: Area, new: Area) -> bytes:
    """Write a table's new area into its part, and into its filter where that covers all of it."""
    root = parse(xml)
    cuts = [_with_area(xml, root.start, root.inner, new)]
    listed = root.child("autoFilter")
    if listed is not None and listed.get("ref") == named(old):
        cuts.append(_with_area(xml, listed.start, listed.inner, new))
    return splice(xml, cuts)


def _with_area(xml: bytes, start: int, stop: int, area: Area) -> Splice:
    return Splice(start, stop, with_attribute(xml[start:stop], b"ref", named(area)))


def _blank(grid: Grid, row: int, left: int, right: int) -> bool:
    if row >= grid.height:
        return True
    return all(column[row] is None for column in grid.columns[left : right + 1])


def _on(area: Area, row: int, left: int, right: int) -> bool:
    return area[0] <= row <= area[2] and area[1] <= right and left <= area[3]
