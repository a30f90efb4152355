"""Data validation: whether a rule allows a value, for the rules that can be judged exactly.

Used only where the switch says that a strict rule refuses a write through the API.
"""

from tests.sheets_server import a1, cells
from tests.sheets_server.call import Call
from tests.sheets_server.model import Cell, Sheet
from tests.sheets_server.refusals import Refusal, not_built


def allowed(call: Call, sheet: Sheet, row: int, column: int, cell: Cell) -> bool:
    """Whether the cell's own rule allows its value.

    Raises:
        Refusal: 501 for a kind of rule that is not judged here.
    """
    condition = (cell.validation or {}).get("condition") or {}
    kind = condition.get("type", "")
    if not kind or cell.value is None:
        return True
    listed = [one.get("userEnteredValue", "") for one in condition.get("values", [])]
    value = call.calculator().value(sheet, row, column)
    text = cells.shown(cell, value, call.locale)
    if kind == "ONE_OF_LIST":
        return text in listed
    if kind == "BOOLEAN":
        return isinstance(cell.value, bool) or text in listed
    if kind == "ONE_OF_RANGE":
        area = a1.parse(call.book, listed[0].removeprefix("="))
        known = {
            cells.shown(area.sheet.cell(r, c), area.sheet.cell(r, c).value, call.locale)
            for r in range(area.top, area.bottom)
            for c in range(area.left, area.right)
        }
        return text in known - {""}
    raise not_built(f"judging a {kind} rule")


def check(call: Call, sheet: Sheet, row: int, column: int, cell: Cell) -> None:
    """Refuse a value that a strict rule forbids.

    Raises:
        Refusal: Worded as the UI words it.
    """
    if not cell.validation or not cell.validation.get("strict"):
        return
    before = sheet.cell(row, column)
    sheet.put(row, column, cell)
    fine = allowed(call, sheet, row, column, cell)
    sheet.put(row, column, before)
    if not fine:
        name = a1.letters(column) + str(row + 1)
        raise Refusal(
            f"The data you entered in cell {name} violates the data validation rules set on this"
            " cell."
        )
