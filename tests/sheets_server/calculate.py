"""A small, honest evaluator: what it does not know becomes #UNSUPPORTED!, never a guess.

Google shows no such error; a test that meets it knows that the formula is beyond this
server. Circular references are #REF!, as in Google Sheets.
"""

import math
from collections.abc import Callable
from datetime import datetime

from tests.sheets_server import a1, pivots
from tests.sheets_server.coercion import Grid, Stop, single
from tests.sheets_server.formula_reader import Reader
from tests.sheets_server.formulas import tokens
from tests.sheets_server.model import Formula, Json, Problem, Sheet, Spreadsheet, Value


class Calculator:
    """The values of one state of a spreadsheet; formulas are worked out once, on demand."""

    def __init__(self, book: Spreadsheet, now: Callable[[], datetime]) -> None:
        self.book = book
        self.now = now
        self._known: dict[tuple[int, int, int], Value] = {}
        self._open: set[tuple[int, int, int]] = set()
        self._drawn: dict[int, pivots.Drawn] = {}
        self._areas: dict[int, tuple[list[Json], list[a1.Area]]] = {}

    def value(self, sheet: Sheet, row: int, column: int) -> Value:
        """What a cell holds in effect: never a formula."""
        entered = sheet.cell(row, column).value
        if entered is None and self.book.has_pivots:
            return self._pivots(sheet).get((row, column))
        if not isinstance(entered, Formula):
            return entered
        key = (sheet.id, row, column)
        if key not in self._known:
            if key in self._open:
                return Problem("REF", "#REF!", "Circular dependency detected.")
            self._open.add(key)
            self._known[key] = self.evaluate(entered.text, sheet, row, column)
            self._open.discard(key)
        return self._known[key]

    def areas(self, ranges: list[Json]) -> list[a1.Area]:
        """The areas that a rule's GridRanges mean, found once for all cells that ask."""
        # The ranges are kept beside the areas, so that no others can get their identity.
        if id(ranges) not in self._areas:
            found = [a1.from_grid_range(self.book, one) for one in ranges]
            self._areas[id(ranges)] = (ranges, found)
        return self._areas[id(ranges)][1]

    def _pivots(self, sheet: Sheet) -> pivots.Drawn:
        if sheet.id not in self._drawn:
            # While they are worked out, they draw nothing: a table may not read itself.
            self._drawn[sheet.id] = {}
            self._drawn[sheet.id] = pivots.drawn(self, self.book, sheet)
        return self._drawn[sheet.id]

    def evaluate(self, formula: str, sheet: Sheet, row: int, column: int) -> Value:
        """What a formula yields in a cell, whatever stands there."""
        found = [token for token in tokens(formula[1:]) if token.kind != "space"]
        reader = Reader(self, found, sheet, row, column)
        try:
            result = reader.expression(0)
            if reader.at != len(found):
                return Problem("ERROR", "#ERROR!", "Formula parse error.")
            value = single(result)
        except Stop as stop:
            return stop.problem
        except (ValueError, OverflowError, ZeroDivisionError, IndexError):
            return Problem("NUM", "#NUM!", "")
        if isinstance(value, float) and not math.isfinite(value):
            return Problem("NUM", "#NUM!", "")
        # A formula that yields an empty cell shows a zero.
        return 0.0 if value is None else value

    def grid(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> Grid:
        """The values of a rectangle."""
        bottom, right = min(bottom, len(sheet.rows)), min(right, len(sheet.columns))
        return [
            [self.value(sheet, row, column) for column in range(left, right)]
            for row in range(top, bottom)
        ]
