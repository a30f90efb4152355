"""Data validation: refusing a value that a strict rule forbids.

Used only where the switch says that a strict rule refuses a write through the API.
"""

from tests.sheets_server import a1
from tests.sheets_server.call import Call
from tests.sheets_server.conditions import Where, meets
from tests.sheets_server.model import Cell, Sheet
from tests.sheets_server.refusals import Refusal


def check(call: Call, sheet: Sheet, row: int, column: int, cell: Cell) -> None:
    """Refuse a value that a strict rule forbids.

    Raises:
        Refusal: Worded as the UI words it; 501 for a kind of rule that is not judged here.
    """
    if not cell.validation or not cell.validation.get("strict") or cell.value is None:
        return
    before = sheet.cell(row, column)
    sheet.put(row, column, cell)
    condition = cell.validation.get("condition") or {}
    where = Where(call, call.calculator(), sheet, row, column, (row, column))
    fine = not condition.get("type") or meets(where, condition)
    sheet.put(row, column, before)
    if not fine:
        name = a1.letters(column) + str(row + 1)
        raise Refusal(
            f"The data you entered in cell {name} violates the data validation rules set on this"
            " cell."
        )
