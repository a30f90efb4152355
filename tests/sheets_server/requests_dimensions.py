"""Requests on rows and columns, and on ranges that push their neighbours."""

from tests.sheets_server import cells, fields, grid, widths
from tests.sheets_server.call import Call
from tests.sheets_server.model import ROW_PIXELS, Json, Sheet
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
    if min(start, end) < 0:
        raise Refusal("DimensionRange indexes must be >= 0")
    if end < start:
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
    given = body.get("range") or {}
    for name in ("startIndex", "endIndex"):
        if name not in given:
            raise Refusal(f"range.{name} must be set")
    sheet, dimension, start, end = span(call, given, must_end=False)
    count = len(sheet.lines(dimension))
    before = bool(body.get("inheritFromBefore"))
    if start > count:
        raise Refusal(f"range.startIndex is larger than current grid size ({count})")
    if start == count and not before:
        raise Refusal(
            f"range.startIndex must be less than the grid size ({count}) if inheritFromBefore is"
            " false."
        )
    if end == start:
        raise Refusal("At least one row or column must be inserted.")
    if before and start == 0:
        raise Refusal("Cannot inherit from before when the first row or column is inserted.")
    like = start - 1 if before else start
    _guard(call, sheet, dimension, like, like + 1)
    grid.insert(call.book, sheet, dimension, start, end - start, like)


def delete_dimension(call: Call, body: Json) -> None:
    """deleteDimension."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    if start == end:
        raise Refusal("At least one row or column must be deleted.")
    _guard(call, sheet, dimension, start, end)
    name = "frozenRowCount" if dimension == "ROWS" else "frozenColumnCount"
    properties = sheet.properties.get("gridProperties") or {}
    frozen, count = properties.get(name, 0), len(sheet.lines(dimension))
    if frozen and start <= frozen and end == count and end - start < count:
        raise Refusal(f"Sorry, it is not possible to delete all non-frozen {dimension.lower()}.")
    grid.delete(call.book, sheet, dimension, start, end)
    if start < frozen:
        left = frozen - (min(end, frozen) - start)
        sheet.properties = {**sheet.properties, "gridProperties": {**properties, name: left}}


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
    for line in sheet.to_change(dimension, start, end):
        if "pixelSize" in mask or ("*" in mask and "pixelSize" in given):
            line.pixels = given.get("pixelSize", 0)
        if "hiddenByUser" in mask or "*" in mask:
            line.hidden_by_user = bool(given.get("hiddenByUser"))


def auto_resize(call: Call, body: Json) -> None:
    """autoResizeDimensions: an estimate of what Google measures; empty columns stay."""
    sheet, dimension, start, end = span(call, body.get("dimensions") or {})
    calculator, measure = call.calculator(), widths.height if dimension == "ROWS" else widths.width
    needed: dict[int, int] = {}
    for r, c, cell in sheet.filled():
        at = r if dimension == "ROWS" else c
        if start <= at < end:
            text = cells.shown(cell, calculator.value(sheet, r, c), call.locale)
            size = ((cell.format or {}).get("textFormat") or {}).get("fontSize", 10)
            needed[at] = max(needed.get(at, 0), measure(text, size))
    for at in range(start, end):
        if dimension == "ROWS":
            sheet.row(at).pixels = max(needed.get(at, 0), ROW_PIXELS)
        elif at in needed:
            sheet.columns[at].pixels = needed[at]


def add_group(call: Call, body: Json) -> Json:
    """addDimensionGroup: a group inside, or around, another one lies deeper."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    groups = _groups(sheet, dimension)
    depths = [
        _depth(groups, index) + (start <= index < end) for index in range(_length(sheet, dimension))
    ]
    # Recorded: gspread, WorksheetTest.test_group_columns.
    name = "rowGroupControlAfter" if dimension == "ROWS" else "columnGroupControlAfter"
    grid_ = sheet.properties.get("gridProperties") or {}
    sheet.properties = {**sheet.properties, "gridProperties": {name: True, **grid_}}
    return {"dimensionGroups": _regroup(sheet, dimension, depths, groups)}


def delete_group(call: Call, body: Json) -> Json:
    """deleteDimensionGroup: the lines of the range lie one level higher."""
    sheet, dimension, start, end = span(call, body.get("range") or {})
    groups = _groups(sheet, dimension)
    depths = [_depth(groups, index) for index in range(_length(sheet, dimension))]
    if not any(depths[start:end]):
        raise Refusal("The range does not intersect a group.")
    depths[start:end] = [max(0, depth - 1) for depth in depths[start:end]]
    left = _regroup(sheet, dimension, depths, groups)
    return {"dimensionGroups": left} if left else {}


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
            for line in sheet.to_change(dimension, start, end):
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
    # Sheet.rowGroups in the discovery document: by start, then by depth.
    groups.sort(key=lambda group: (group["range"]["startIndex"], group["depth"]))
    sheet.objects["rowGroups" if dimension == "ROWS" else "columnGroups"] = groups
    return groups


HANDLERS = {
    "insertDimension": insert_dimension,
    "deleteDimension": delete_dimension,
    "appendDimension": append_dimension,
    "moveDimension": move_dimension,
    "updateDimensionProperties": update_dimension_properties,
    "autoResizeDimensions": auto_resize,
    "addDimensionGroup": add_group,
    "deleteDimensionGroup": delete_group,
    "updateDimensionGroup": update_group,
}
