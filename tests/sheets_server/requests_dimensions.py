"""Requests on rows and columns, and on ranges that push their neighbours."""

from tests.sheets_server import a1, fields, grid
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, COLUMN_PIXELS, ROW_PIXELS, Cell, Json, Sheet
from tests.sheets_server.refusals import Refusal, not_built


def span(call: Call, body: Json, *, must_end: bool = True) -> tuple[Sheet, str, int, int]:
    """The tab, dimension, start and end of a DimensionRange.

    Raises:
        Refusal: No dimension, an unknown tab, or outside of the grid.
    """
    sheet = call.sheet(body.get("sheetId", 0))
    dimension = body.get("dimension", "")
    if dimension not in {"ROWS", "COLUMNS"}:
        raise Refusal("A dimension must be specified.")
    count = len(sheet.lines(dimension))
    start, end = body.get("startIndex", 0), body.get("endIndex", count)
    if start < 0 or end < start:
        raise Refusal(f"The range of {dimension} from {start} to {end} is not valid.")
    if must_end and (start >= count or end > count):
        raise Refusal(
            f"Cannot use a {dimension[:-1].lower()} that doesn't exist. Tried to reach index"
            f" {max(start, end - 1)} but there are only {count} {dimension.lower()}."
        )
    return sheet, dimension, start, end


def _guard(call: Call, sheet: Sheet, dimension: str, start: int, end: int) -> None:
    if dimension == "ROWS":
        call.guard(sheet, start, 0, end, len(sheet.columns))
    else:
        call.guard(sheet, 0, start, len(sheet.rows), end)


def insert_dimension(call: Call, body: Json) -> None:
    """insertDimension."""
    sheet, dimension, start, end = span(call, body.get("range") or {}, must_end=False)
    count = len(sheet.lines(dimension))
    if start > count:
        raise Refusal(
            f"range.startIndex[{start}] must be less than or equal to the number of"
            f" {dimension.lower()} [{count}]."
        )
    if end == start:
        raise Refusal("At least one row or column must be inserted.")
    before = bool(body.get("inheritFromBefore"))
    if before and start == 0:
        raise Refusal("Cannot inherit from before when the first row or column is inserted.")
    like = start - 1 if before or start == count else start
    _guard(call, sheet, dimension, like, like + 1)
    grid.insert(call.book, sheet, dimension, start, end - start, like)


def delete_dimension(call: Call, body: Json) -> None:
    """deleteDimension."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    if start == end:
        raise Refusal("At least one row or column must be deleted.")
    _guard(call, sheet, dimension, start, end)
    grid.delete(call.book, sheet, dimension, start, end)


def append_dimension(call: Call, body: Json) -> None:
    """appendDimension."""
    sheet, dimension, _, _ = span(call, body, must_end=False)
    length = body.get("length", 0)
    if length < 1:
        raise Refusal("The length must be at least 1.")
    grid.insert(call.book, sheet, dimension, len(sheet.lines(dimension)), length)


def move_dimension(call: Call, body: Json) -> None:
    """moveDimension."""
    sheet, dimension, start, end = span(call, body.get("source") or {})
    to = body.get("destinationIndex", 0)
    if not 0 <= to <= len(sheet.lines(dimension)):
        raise Refusal(f"The destinationIndex {to} is outside of the grid.")
    _guard(call, sheet, dimension, min(start, to), max(end, to))
    grid.move(call.book, sheet, dimension, (start, end), to)


def update_dimension_properties(call: Call, body: Json) -> None:
    """updateDimensionProperties."""
    if "dataSourceSheetRange" in body:
        raise not_built("data source sheets")
    sheet, dimension, start, end = span(call, body.get("range") or {})
    mask = fields.required(body)
    fields.known(mask, "DimensionProperties")
    given = body.get("properties") or {}
    for name in mask.keys() - {"pixelSize", "hiddenByUser", "*"}:
        raise Refusal(f"The field {name} can't be changed with this request.")
    for line in sheet.lines(dimension)[start:end]:
        if "pixelSize" in mask or ("*" in mask and "pixelSize" in given):
            line.pixels = given.get("pixelSize", 0)
        if "hiddenByUser" in mask or "*" in mask:
            line.hidden_by_user = bool(given.get("hiddenByUser"))


def auto_resize(call: Call, body: Json) -> None:
    """autoResizeDimensions: Google measures text, so the size here is the default again."""
    sheet, dimension, start, end = span(call, body.get("dimensions") or {})
    for line in sheet.lines(dimension)[start:end]:
        line.pixels = ROW_PIXELS if dimension == "ROWS" else COLUMN_PIXELS


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
    if sheet.objects.get("merges"):
        raise not_built("insertRange and deleteRange on a sheet with merged cells")
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


def add_group(call: Call, body: Json) -> Json:
    """addDimensionGroup: a group inside, or around, another one lies deeper."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    groups = _groups(sheet, dimension)
    depths = [
        _depth(groups, index) + (start <= index < end) for index in range(_length(sheet, dimension))
    ]
    return {"dimensionGroups": _regroup(sheet, dimension, depths, groups)}


def delete_group(call: Call, body: Json) -> Json:
    """deleteDimensionGroup: the lines of the range lie one level higher."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    groups = _groups(sheet, dimension)
    depths = [_depth(groups, index) for index in range(_length(sheet, dimension))]
    if not any(depths[start:end]):
        raise Refusal("The range does not intersect a group.")
    depths[start:end] = [max(0, depth - 1) for depth in depths[start:end]]
    return {"dimensionGroups": _regroup(sheet, dimension, depths, groups)}


def update_group(call: Call, body: Json) -> None:
    """updateDimensionGroup: only whether it is collapsed can change."""
    mask = fields.required(body)
    fields.known(mask, "DimensionGroup")
    given = body.get("dimensionGroup") or {}
    sheet, dimension, start, end = span(call, given.get("range") or {})
    name = "rowGroups" if dimension == "ROWS" else "columnGroups"
    for place, group in enumerate(_groups(sheet, dimension)):
        where = (group["range"]["startIndex"], group["range"]["endIndex"], group["depth"])
        if where == (start, end, given.get("depth", 1)):
            collapsed = {"collapsed": True} if given.get("collapsed") else {}
            plain = {key: value for key, value in group.items() if key != "collapsed"}
            sheet.objects[name][place] = plain | collapsed
            for line in sheet.lines(dimension)[start:end]:
                line.hidden_by_user = bool(given.get("collapsed"))
            return
    raise Refusal("There is no such group.")


def _length(sheet: Sheet, dimension: str) -> int:
    return len(sheet.lines(dimension))


def _groups(sheet: Sheet, dimension: str) -> list[Json]:
    return sheet.objects.get("rowGroups" if dimension == "ROWS" else "columnGroups", [])


def _depth(groups: list[Json], index: int) -> int:
    return sum(g["range"]["startIndex"] <= index < g["range"]["endIndex"] for g in groups)


def _regroup(sheet: Sheet, dimension: str, depths: list[int], old: list[Json]) -> list[Json]:
    """Groups from the depth of each line: one for each run of lines that lie that deep."""
    if max(depths) > 8:
        raise Refusal("Groups can be at most 8 levels deep.")
    known = {"sheetId": sheet.id} if sheet.id else {}
    groups: list[Json] = []
    for level in range(1, max(depths) + 1):
        at = 0
        while at < len(depths):
            if depths[at] < level:
                at += 1
                continue
            start = at
            while at < len(depths) and depths[at] >= level:
                at += 1
            where = known | {"dimension": dimension, "startIndex": start, "endIndex": at}
            collapsed = any(g["range"] == where and g.get("collapsed") for g in old)
            groups.append(
                {"range": where, "depth": level} | ({"collapsed": True} if collapsed else {})
            )
    sheet.objects["rowGroups" if dimension == "ROWS" else "columnGroups"] = groups
    return groups


HANDLERS = {
    "insertDimension": insert_dimension,
    "deleteDimension": delete_dimension,
    "appendDimension": append_dimension,
    "moveDimension": move_dimension,
    "updateDimensionProperties": update_dimension_properties,
    "autoResizeDimensions": auto_resize,
    "insertRange": insert_range,
    "deleteRange": delete_range,
    "addDimensionGroup": add_group,
    "deleteDimensionGroup": delete_group,
    "updateDimensionGroup": update_group,
}
