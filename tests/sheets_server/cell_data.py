"""A cell as the API shows it in grid data."""

from tests.sheets_server import cells, looks
from tests.sheets_server.calculate import Calculator
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Cell, Json, Sheet


def cell_data(call: Call, calculator: Calculator, sheet: Sheet, row: int, column: int) -> Json:
    """A cell as CellData; an empty one is an empty object."""
    cell = sheet.cell(row, column)
    if cell is BLANK and not call.book.has_pivots:
        return {}
    left_out = call.left_out
    unseen = left_out >= {"effectiveValue", "formattedValue", "effectiveFormat"}
    value = None if unseen else calculator.value(sheet, row, column)
    result: Json = {}
    if cell.value is not None:
        result["userEnteredValue"] = cells.extended(cell.value)
    if value is not None and "effectiveValue" not in left_out:
        result["effectiveValue"] = cells.extended(value)
    if value is not None and "formattedValue" not in left_out:
        result["formattedValue"] = cells.shown(cell, value, call.locale)
    if cell.format:
        result["userEnteredFormat"] = dict(cell.format)
    if "effectiveFormat" not in left_out and (cell.format or value is not None):
        result["effectiveFormat"] = looks.effective(call, calculator, sheet, row, column)
    if address := cells.link(cell):
        result["hyperlink"] = address
    if cell.note:
        result["note"] = cell.note
    if cell.runs:
        result["textFormatRuns"] = [dict(run) for run in cell.runs]
    if cell.validation:
        result["dataValidation"] = dict(cell.validation)
    if cell.pivot:
        result["pivotTable"] = dict(cell.pivot)
    if cell.chips:
        result["chipRuns"] = _chips(cell)
    return result


def _chips(cell: Cell) -> list[Json]:
    """All runs, those without a chip too, placed in the text as it is shown."""
    runs: list[Json] = []
    at = 0
    for part, chip in cells.chip_parts(cell):
        runs.append(({"startIndex": at} if at else {}) | {"chip": dict(chip)})
        at += len(part.encode("utf-16-le")) // 2
    return runs
