"""Copies of whole tabs, inside a spreadsheet or into another one.

The rows of a copy are new physical rows.
"""

from typing import Any

from tests.sheets_server import shape
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet, Tag
from tests.sheets_server.refusals import Refusal
from tests.sheets_server.requests_sheets import new_sheet


def duplicate_sheet(call: Call, body: Json) -> Json:
    """duplicateSheet."""
    source = call.book.sheet(body.get("sourceSheetId", 0))
    if source is None:
        raise Refusal(f"No sheet with id: {body.get('sourceSheetId', 0)}")
    title = body.get("newSheetName") or _copy_title(call, source.title)
    at = body.get("insertSheetIndex", 0)
    sheet = copied(call, source, title, body.get("newSheetId"), at)
    return {"properties": shape.properties(call, sheet)}


def _copy_title(call: Call, title: str) -> str:
    name, number = f"Copy of {title}", 1
    while call.book.titled(name):
        number += 1
        name = f"Copy of {title} {number}"
    return name


def copied(
    call: Call,
    source: Sheet,
    title: str,
    sheet_id: int | None,
    at: int | None,
    *,
    tags: bool = True,
) -> Sheet:
    """Put a copy of a tab into ``call.book``; its rows are new physical rows.

    Raises:
        Refusal: The title or the id is taken.
    """
    properties = {
        **source.properties,
        "title": title,
        "sheetId": sheet_id,
        "gridProperties": {
            **(source.properties.get("gridProperties") or {}),
            "rowCount": len(source.rows),
            "columnCount": len(source.columns),
        },
    }
    sheet = new_sheet(call, properties, at)
    keys = {old.id: new.id for old, new in zip(source.columns, sheet.columns, strict=True)}
    lines = dict(keys)
    for old, new in zip(source.rows + source.columns, sheet.rows + sheet.columns, strict=True):
        lines[old.id] = new.id
        new.pixels = old.pixels
        new.hidden_by_user, new.hidden_by_filter = old.hidden_by_user, old.hidden_by_filter
        new.cells = {keys[key]: cell for key, cell in old.cells.items()}
    sheet.objects = {
        name: [_renumbered(call, _readdressed(item, source.id, sheet.id)) for item in items]
        for name, items in source.objects.items()
    }
    for place, table in enumerate(sheet.objects.get("tables", [])):
        taken = {t["name"] for one in call.book.sheets for t in one.objects.get("tables", [])}
        number = len(taken) + 1
        while f"Table{number}" in taken:
            number += 1
        columns = {keys[key]: known for key, known in table["columns"].items()}
        own = {"tableId": str(call.new_id(set())), "name": f"Table{number}", "columns": columns}
        sheet.objects["tables"][place] = {**table, **own}
    if source.basic_filter:
        sheet.basic_filter = _readdressed(source.basic_filter, source.id, sheet.id)
    if tags and call.switches.duplicate_copies_metadata:
        for tag in [tag for tag in call.book.tags.values() if tag.sheet == source.id]:
            number = call.new_id(set(call.book.tags))
            line = None if tag.line is None else lines[tag.line]
            call.book.tags[number] = Tag(
                number, tag.key, tag.value, tag.visibility, sheet.id, line, tag.dimension
            )
    return sheet


def _readdressed(item: Any, old: int, new: int) -> Any:
    """An object on the grid of one tab, as it lies on another."""
    if isinstance(item, list):
        return [_readdressed(one, old, new) for one in item]
    if not isinstance(item, dict):
        return item
    result = {key: _readdressed(value, old, new) for key, value in item.items()}
    placed = {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex", "dimension"}
    if result.get("sheetId", 0) == old and (result.keys() & (placed | {"sheetId", "rowIndex"})):
        result["sheetId"] = new
    return result


def _renumbered(call: Call, item: Json) -> Json:
    """Ids of objects are their own in the copy."""
    for key in ("protectedRangeId", "filterViewId", "bandedRangeId", "chartId", "slicerId"):
        if key in item:
            item = {**item, key: call.new_id(set())}
    return item
