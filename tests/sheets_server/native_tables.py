"""Native tables: a named range whose columns have names and types.

A column's name is what its header cell says. So a table keeps only the types of its columns,
by the identity of the physical column, and its names are read from the grid.

Facts: Sheets API guide "Tables" (types, drop-downs, what checkboxes and ratings are filled
with); discovery document, Table. Seen by other projects (README.md): an entry for every
column, names that are made up for columns that come with a type and no name, a name that is
sent goes into the header cell, a formula in a header cell becomes a name.
"""

from dataclasses import replace

from tests.sheets_server import a1, cells, formats, grid
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import Formula, Json, Sheet
from tests.sheets_server.refusals import Refusal

FILLED_WITH = {"BOOLEAN": False, "RATINGS_CHIP": 0.0}


def every(call: Call) -> list[tuple[Sheet, Json]]:
    """All tables of the spreadsheet, with their tabs."""
    return [(s, table) for s in call.book.sheets for table in s.objects.get("tables", [])]


def by_id(call: Call, key: str) -> tuple[Sheet, Json]:
    """A table and its tab.

    Raises:
        Refusal: There is none.
    """
    for sheet, table in every(call):
        if table["tableId"] == key:
            return sheet, table
    raise Refusal(f"No table with id: {key}")


def area(call: Call, table: Json) -> Area:
    """Where a table lies, header and footer included."""
    return a1.from_grid_range(call.book, table["range"])


def body(call: Call, table: Json) -> Area:
    """The rows of a table between its header and its footer."""
    whole = area(call, table)
    footer = bool((table.get("rowsProperties") or {}).get("footerColorStyle"))
    return replace(whole, top=whole.top + 1, bottom=whole.bottom - footer)


def shown(call: Call, table: Json) -> Json:
    """A table as the API shows it."""
    whole, calculator = area(call, table), call.calculator()
    columns = []
    for index in range(whole.width):
        known = table["columns"].get(whole.sheet.columns[whole.left + index].id, {})
        cell = whole.sheet.cell(whole.top, whole.left + index)
        value = calculator.value(whole.sheet, whole.top, whole.left + index)
        name = cells.shown(cell, value, call.locale)
        columns.append(({"columnIndex": index} if index else {}) | {"columnName": name} | known)
    kept = {key: value for key, value in table.items() if key != "columns"}
    return kept | {"columnProperties": columns}


def band(table: Json) -> Json:
    """The colours of a table, as they are shown among the banded ranges."""
    kept: Json = {"range": table["range"], "bandedRangeReference": table["tableId"]}
    coloured = table.get("rowsProperties")
    return kept | ({"rowProperties": formats.twinned(coloured)} if coloured else {})


def typed(whole: Area, given: list[Json], *, names_needed: bool) -> dict[int, Json]:
    """Check the columns that a request describes, and write their names into the header.

    Args:
        whole: The table.
        given: TableColumnProperties.
        names_needed: Refuse a column without a name, as updateTable does.

    Returns:
        Type and rule by the identity of the physical column.

    Raises:
        Refusal: A column is outside or twice, or its rule does not go with its type.
    """
    kept: dict[int, Json] = {}
    unnamed = 0
    for column in given:
        index, kind = column.get("columnIndex", 0), column.get("columnType", "")
        if not 0 <= index < whole.width:
            raise Refusal(f"The column index {index} is outside of the table.")
        key = whole.sheet.columns[whole.left + index].id
        if key in kept:
            raise Refusal(f"The column index {index} is given twice.")
        ruled = bool((column.get("dataValidationRule") or {}).get("condition"))
        if kind == "DROPDOWN" and not ruled:
            raise Refusal("Condition must be set for dropdown column type.")
        if kind != "DROPDOWN" and ruled:
            raise Refusal("Cannot set condition for non-dropdown column type.")
        name = column.get("columnName", "")
        if not name and names_needed:
            raise Refusal("Table header row cell must have a value.")
        if not name and kind:
            unnamed += 1
            name = f"Column {unnamed}"
        if name:
            name_column(whole, index, name)
        parts = ("columnType", "dataValidationRule")
        kept[key] = {part: column[part] for part in parts if part in column}
    return kept


def name_column(whole: Area, index: int, name: str) -> None:
    """Write a name into a header cell, as plain text."""
    at = (whole.top, whole.left + index)
    old = whole.sheet.cell(*at)
    whole.sheet.put(*at, replace(old, value=name, runs=(), chips=()))


def fill(call: Call, table: Json) -> None:
    """Give header cells a name, checkbox columns FALSE and rating columns 0 where they lack it."""
    whole, inner = area(call, table), body(call, table)
    for index in range(whole.width):
        if whole.sheet.cell(whole.top, whole.left + index).value is None:
            name_column(whole, index, f"Column {index + 1}")
        column = whole.left + index
        kind = table["columns"].get(whole.sheet.columns[column].id, {}).get("columnType")
        if kind in FILLED_WITH:
            for row in range(inner.top, inner.bottom):
                cell = whole.sheet.cell(row, column)
                if cell.value is None or isinstance(cell.value, str):
                    whole.sheet.put(row, column, replace(cell, value=FILLED_WITH[kind], runs=()))


def written(call: Call, sheet: Sheet, row: int, column: int) -> None:
    """After a write: a header cell cannot hold a formula, it gets a name instead."""
    for table in sheet.objects.get("tables", []):
        whole = area(call, table)
        if row == whole.top and whole.left <= column < whole.right:
            value = sheet.cell(row, column).value
            if isinstance(value, Formula):
                name_column(whole, column - whole.left, f"Column {column - whole.left + 1}")


def in_typed_column(call: Call, given: Area) -> bool:
    """Whether an area touches a column of a table that has a type."""
    for table in given.sheet.objects.get("tables", []):
        inner = body(call, table)
        across = range(max(inner.left, given.left), min(inner.right, given.right))
        typed_ = any(
            table["columns"].get(given.sheet.columns[c].id, {}).get("columnType") for c in across
        )
        if typed_ and inner.top < given.bottom and given.top < inner.bottom:
            return True
    return False


def room(call: Call, sheet: Sheet, table: Json, count: int) -> int:
    """Make room for rows below the last one of a table that holds something.

    Returns:
        The first of the free rows; the table reaches to the last of them.
    """
    inner = body(call, table)
    filled = {
        r
        for r, c, _ in sheet.filled()
        if inner.top <= r < inner.bottom and inner.left <= c < inner.right
    }
    start = max(filled, default=inner.top - 1) + 1
    missing = start + count - inner.bottom
    if missing > 0:
        like = inner.bottom - 1
        grid.insert(call.book, sheet, "ROWS", inner.bottom, missing, like)
        # A table that ends where the rows were put in does not grow by itself.
        tables = sheet.objects["tables"]
        place = next(i for i, one in enumerate(tables) if one["tableId"] == table["tableId"])
        known = tables[place]["range"]
        end = (
            known["endRowIndex"] if known["endRowIndex"] > inner.bottom else inner.bottom + missing
        )
        tables[place] = {**tables[place], "range": {**known, "endRowIndex": end}}
    return start


def coloured(given: Json) -> Json:
    """TableRowsProperties as they are kept."""
    found: Json = formats.twinned(given)
    return {key: value for key, value in found.items() if key.endswith("Style")}
