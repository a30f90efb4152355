"""Requests on native tables."""

from tests.sheets_server import a1, fields, native_tables
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Json, Sheet
from tests.sheets_server.refusals import BANDED, Refusal


def _free(call: Call, whole: Area, own: str) -> None:
    """Refuse a place where another table or alternating colours lie."""
    for table in whole.sheet.objects.get("tables", []):
        if table["tableId"] != own and whole.touches(native_tables.area(call, table)):
            raise Refusal("A table can't overlap another table.")
    for band in whole.sheet.objects.get("bandedRanges", []):
        if whole.touches(a1.from_grid_range(call.book, band["range"])):
            raise Refusal(BANDED)


def _named(call: Call, name: str, own: str) -> str:
    taken = {t["name"].casefold() for _, t in native_tables.every(call) if t["tableId"] != own}
    if name.casefold() in taken:
        raise Refusal(f"A table with the name {name} already exists.")
    if name:
        return name
    number = len(taken) + 1
    while f"table{number}" in taken:
        number += 1
    return f"Table{number}"


def add(call: Call, body: Json) -> Json:
    """addTable."""
    given = body.get("table") or {}
    key = given.get("tableId") or str(call.new_id(set()))
    if any(table["tableId"] == key for _, table in native_tables.every(call)):
        raise Refusal(f"A table with the id {key} already exists.")
    whole = a1.from_grid_range(call.book, given.get("range") or {})
    if not (whole.height and whole.width):
        raise Refusal("The range of a table must hold at least one cell.")
    _free(call, whole, key)
    call.guard(whole.sheet, whole.top, whole.left, whole.bottom, whole.right)
    table: Json = {"tableId": key, "name": _named(call, given.get("name", ""), key)}
    table["range"] = whole.json()
    if given.get("rowsProperties"):
        table["rowsProperties"] = native_tables.coloured(given["rowsProperties"])
    columns = given.get("columnProperties") or []
    table["columns"] = native_tables.typed(whole, columns, names_needed=False)
    whole.sheet.objects.setdefault("tables", []).append(table)
    native_tables.fill(call, table)
    return {"table": native_tables.shown(call, table)}


def update(call: Call, body: Json) -> None:
    """updateTable: the columns are replaced as a whole."""
    mask = fields.required(body)
    fields.known(mask, "Table")
    given = body.get("table") or {}
    sheet, old = native_tables.by_id(call, given.get("tableId", ""))
    if "*" in mask:
        mask = {name: {} for name in given if name != "tableId"}
    new = dict(old)
    if "name" in mask:
        new["name"] = _named(call, given.get("name", ""), old["tableId"])
    if "range" in mask:
        whole = a1.from_grid_range(call.book, given.get("range") or {})
        if whole.sheet is not sheet:
            raise Refusal("A table can't be moved to another sheet.")
        _free(call, whole, old["tableId"])
        new["range"] = whole.json()
    if "rowsProperties" in mask:
        new = _recoloured(new, given, mask)
    if "columnProperties" in mask:
        whole = native_tables.area(call, new)
        columns = given.get("columnProperties") or []
        new["columns"] = native_tables.typed(whole, columns, names_needed=True)
    items = sheet.objects["tables"]
    items[items.index(old)] = new
    native_tables.fill(call, new)


def _recoloured(table: Json, given: Json, mask: fields.Mask) -> Json:
    """A footer that comes or goes makes the table one row longer or shorter."""
    old = table.get("rowsProperties") or {}
    coloured = native_tables.coloured(given.get("rowsProperties") or {})
    new = fields.merged(old, coloured, mask["rowsProperties"])
    more = ("footerColorStyle" in new) - ("footerColorStyle" in old)
    where = {**table["range"], "endRowIndex": table["range"]["endRowIndex"] + more}
    kept = {key: value for key, value in table.items() if key != "rowsProperties"}
    return kept | {"range": where} | ({"rowsProperties": new} if new else {})


def delete(call: Call, body: Json) -> None:
    """deleteTable: the table with what it holds."""
    sheet, table = native_tables.by_id(call, body.get("tableId", ""))
    whole = native_tables.area(call, table)
    call.guard(sheet, whole.top, whole.left, whole.bottom, whole.right)
    sheet.objects["tables"].remove(table)
    _emptied(sheet, whole)


def _emptied(sheet: Sheet, whole: Area) -> None:
    for row in range(whole.top, whole.bottom):
        for column in range(whole.left, whole.right):
            sheet.put(row, column, BLANK)


HANDLERS = {"addTable": add, "updateTable": update, "deleteTable": delete}
