"""Requests on ranges that push their neighbours, or let them close up."""

from tests.sheets_server import a1, grid
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Cell, Json
from tests.sheets_server.moving import repoint
from tests.sheets_server.refusals import Refusal


def insert_range(call: Call, body: Json) -> None:
    """insertRange: the cells of an area make room downwards or to the right."""
    _push(call, body, insert=True)


def delete_range(call: Call, body: Json) -> None:
    """deleteRange: the cells below, or to the right, close up."""
    _push(call, body, insert=False)


def _push(call: Call, body: Json, *, insert: bool) -> None:
    area = a1.from_grid_range(call.book, body.get("range") or {})
    down = body.get("shiftDimension") == "ROWS"
    if not down and body.get("shiftDimension") != "COLUMNS":
        raise Refusal("A shiftDimension must be specified.")
    sheet = area.sheet
    merges = _merges(area, down=down, insert=insert)
    call.guard(sheet, area.top, area.left, len(sheet.rows), len(sheet.columns))
    size = area.height if down else area.width
    lines = sheet.rows if down else sheet.columns
    used = [
        r if down else c
        for r, c, _ in sheet.filled(values_only=False)
        if (
            area.left <= c < area.right and r >= area.top
            if down
            else area.top <= r < area.bottom and c >= area.left
        )
    ]
    last = max(used, default=-1)
    if insert and (missing := last + 1 + size - len(lines)) > 0 and used:
        grid.insert(call.book, sheet, "ROWS" if down else "COLUMNS", len(lines), missing)
    across = range(area.left, area.right) if down else range(area.top, area.bottom)
    start = area.top if down else area.left
    for lane in across:
        held: list[Cell] = []
        for at in range(start, last + 1):
            row, column = (at, lane) if down else (lane, at)
            held.append(sheet.cell(row, column))
            sheet.put(row, column, BLANK)
        for place, cell in enumerate(held[0 if insert else size :], start):
            to = place + (size if insert else 0)
            row, column = (to, lane) if down else (lane, to)
            if cell != BLANK:
                sheet.put(row, column, cell)
    if merges is not None:
        sheet.objects["merges"] = merges
    first = start if insert else start + size
    if first <= last:
        by = size if insert else -size
        _follow(call, area, first, last + 1, by, down=down)


def _follow(call: Call, area: Area, first: int, end: int, by: int, *, down: bool) -> None:
    sheet = area.sheet
    if down:
        source = Area(sheet, first, area.left, end, area.right)
        repoint(call, source, Area(sheet, first + by, area.left, end + by, area.right))
    else:
        source = Area(sheet, area.top, first, area.bottom, end)
        repoint(call, source, Area(sheet, area.top, first + by, area.bottom, end + by))


def _merges(area: Area, *, down: bool, insert: bool) -> list[Json] | None:
    """The merges afterwards; ``None`` where there are none.

    Raises:
        Refusal: A merge would be torn apart.
    """
    merges = area.sheet.objects.get("merges")
    if not merges:
        return None
    axis, across = ("Row", "Column") if down else ("Column", "Row")
    start, end = (area.top, area.bottom) if down else (area.left, area.right)
    low, high = (area.left, area.right) if down else (area.top, area.bottom)
    kept: list[Json] = []
    for merge in merges:
        sides = (merge[f"start{across}Index"], merge[f"end{across}Index"])
        first, last = merge[f"start{axis}Index"], merge[f"end{axis}Index"]
        if sides[1] <= low or sides[0] >= high or last <= start:
            kept.append(merge)
            continue
        inside = low <= sides[0] and sides[1] <= high
        gone = not insert and first >= start and last <= end
        moves = first >= (start if insert else end)
        if not inside or not (gone or moves):
            raise Refusal("You can't shift cells in a way that splits merged cells.")
        if not gone:
            by = end - start if insert else start - end
            shifted = {f"start{axis}Index": first + by, f"end{axis}Index": last + by}
            kept.append({**merge, **shifted})
    return kept


HANDLERS = {"insertRange": insert_range, "deleteRange": delete_range}
