"""Reads one formula from left to right and works it out.

What it does not know becomes #UNSUPPORTED!, which Google never shows: a test that meets it
knows that the formula is beyond this server.
"""

from typing import TYPE_CHECKING

from tests.sheets_server import dates
from tests.sheets_server.coercion import Argument, Grid, Stop, number, single, truth
from tests.sheets_server.formulas import Corner, Reference, Token, reference
from tests.sheets_server.functions import FUNCTIONS
from tests.sheets_server.model import Problem, Sheet, Value
from tests.sheets_server.operators import combine

if TYPE_CHECKING:
    from tests.sheets_server.calculate import Calculator


UNSUPPORTED = "#UNSUPPORTED!"


_BINARY = [{"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"}]
_LEVELS = {sign: level for level, signs in enumerate(_BINARY) for sign in signs}


_LAZY = {"IF", "IFERROR", "IFNA", "ISERROR", "IFS", "ROW", "COLUMN", "ROWS", "COLUMNS"}


class Reader:
    """Reads and works out one formula from left to right."""

    def __init__(
        self, calculator: "Calculator", found: list[Token], sheet: Sheet, row: int, column: int
    ) -> None:
        self.calculator = calculator
        self.tokens = found
        self.sheet = sheet
        self.row, self.column = row, column
        self.at = 0

    def _peek(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def _take(self, wanted: str) -> None:
        if self._peek() != wanted:
            raise Stop("ERROR", "#ERROR!", "Formula parse error.")
        self.at += 1

    def expression(self, level: int) -> Argument:
        """What operators of this level of precedence and of tighter ones hold together."""
        left = self._unary()
        while (own := _LEVELS.get(sign := self._peek(), -1)) >= level:
            self.at += 1
            left = combine(sign, left, self.expression(own + 1))
        return left

    def _unary(self) -> Argument:
        sign = self._peek()
        if sign in {"-", "+"}:
            self.at += 1
            value = self._unary()
            return -number(value, "UMINUS") if sign == "-" else value
        value = self._primary()
        while self._peek() == "%":
            self.at += 1
            value = number(value) / 100
        return value

    def _primary(self) -> Argument:
        if self.at >= len(self.tokens):
            raise Stop("ERROR", "#ERROR!", "Formula parse error.")
        token = self.tokens[self.at]
        self.at += 1
        match token.kind:
            case "number":
                return float(token.text)
            case "text":
                return token.text[1:-1].replace('""', '"')
            case "error":
                raise Stop(token.text.strip("#!?").replace("/", "_"), token.text)
            case "ref":
                return self._cells(reference(token.text))
            case "call":
                return self._call(token.text.upper())
            case "name":
                return self._name(token.text)
            case _:
                if token.text == "(":
                    value = self.expression(0)
                    self._take(")")
                    return value
                if token.text == "{":
                    raise Stop("ERROR", UNSUPPORTED, "Arrays are not evaluated here.")
                raise Stop("ERROR", "#ERROR!", "Formula parse error.")

    def _name(self, name: str) -> Argument:
        if name.upper() in {"TRUE", "FALSE"}:
            return name.upper() == "TRUE"
        for known in self.calculator.book.names.values():
            if known["name"].casefold() == name.casefold():
                area = known["range"]
                sheet = self.calculator.book.sheet(area.get("sheetId", 0))
                if sheet is not None:
                    return self.calculator.grid(
                        sheet,
                        area.get("startRowIndex", 0),
                        area.get("startColumnIndex", 0),
                        area.get("endRowIndex", len(sheet.rows)),
                        area.get("endColumnIndex", len(sheet.columns)),
                    )
        raise Stop("NAME", "#NAME?", f"Unknown range name: '{name.upper()}'.")

    def _cells(self, wanted: Reference) -> Grid:
        sheet: Sheet | None = self.sheet
        if wanted.title is not None:
            sheet = self.calculator.book.titled(wanted.title)
        if sheet is None:
            raise Stop("REF", "#REF!", "Unresolved sheet name " + repr(wanted.title) + ".")
        top, left, bottom, right = bounds(wanted, sheet)
        if top >= len(sheet.rows) or left >= len(sheet.columns):
            raise Stop("REF", "#REF!", "Reference does not exist.")
        return self.calculator.grid(sheet, top, left, bottom, right)

    def _call(self, name: str) -> Argument:
        self._take("(")
        if name in _LAZY:
            return self._lazy(name)
        arguments: list[Argument] = []
        while self._peek() != ")":
            arguments.append(self.expression(0))
            if self._peek() in {",", ";"}:
                self.at += 1
            elif self._peek() != ")":
                raise Stop("ERROR", "#ERROR!", "Formula parse error.")
        self._take(")")
        if name in {"NOW", "TODAY"}:
            serial = dates.to_serial(self.calculator.now())
            return serial if name == "NOW" else float(int(serial))
        function = FUNCTIONS.get(name)
        if function is None:
            raise Stop("ERROR", UNSUPPORTED, f"{name} is not evaluated by this server.")
        for one in arguments if name not in {"ISBLANK", "COUNTA", "COUNT"} else []:
            if not isinstance(one, list):
                single(one)
        return function(arguments)

    def _lazy(self, name: str) -> Argument:
        parts = self._spans()
        if name in {"ROW", "COLUMN", "ROWS", "COLUMNS"}:
            return self._place(name, parts)
        if name == "ISERROR":
            return isinstance(self._try(parts[0]), Problem)
        if name in {"IFERROR", "IFNA"}:
            value = self._try(parts[0])
            failed = isinstance(value, Problem) and (name == "IFERROR" or value.kind == "N_A")
            if not failed:
                return value
            return self._try(parts[1]) if len(parts) > 1 else None
        for test, then in zip(parts[::2], parts[1::2], strict=False):
            if truth(self._strict(test)):
                return self._strict(then)
            if name == "IF":
                return self._strict(parts[2]) if len(parts) > 2 else False
        raise Stop("N_A", "#N/A", "No match.")

    def _place(self, name: str, parts: list[list[Token]]) -> Argument:
        if not parts or not parts[0]:
            return float((self.row if name == "ROW" else self.column) + 1)
        if len(parts[0]) != 1 or parts[0][0].kind != "ref":
            raise Stop("VALUE", "#VALUE!", "Argument must be a range.")
        wanted = reference(parts[0][0].text)
        sheet = self.calculator.book.titled(wanted.title) if wanted.title else self.sheet
        if sheet is None:
            raise Stop("REF", "#REF!")
        top, left, bottom, right = bounds(wanted, sheet)
        found = {"ROW": top + 1, "COLUMN": left + 1, "ROWS": bottom - top, "COLUMNS": right - left}
        return float(found[name])

    def _spans(self) -> list[list[Token]]:
        """The tokens of each argument, not worked out yet."""
        parts: list[list[Token]] = [[]]
        depth = 0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.text == ")" and depth == 0:
                return parts if parts != [[]] else []
            depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "op" else 0
            if token.text in {",", ";"} and depth == 0 and token.kind == "op":
                parts.append([])
            else:
                parts[-1].append(token)
        raise Stop("ERROR", "#ERROR!", "Formula parse error.")

    def _strict(self, part: list[Token]) -> Argument:
        if not part:
            return None
        reader = Reader(self.calculator, part, self.sheet, self.row, self.column)
        return reader.expression(0)

    def _try(self, part: list[Token]) -> Value:
        try:
            return single(self._strict(part))
        except Stop as stop:
            if stop.problem.shown == UNSUPPORTED:
                raise
            return stop.problem


def bounds(wanted: Reference, sheet: Sheet) -> tuple[int, int, int, int]:
    """A reference's rectangle, half-open, with open sides at the grid's edge."""
    last = wanted.last or wanted.first
    if wanted.last is None and isinstance(wanted.first, Corner):
        row, column = wanted.first.row or 0, wanted.first.column or 0
        return row, column, row + 1, column + 1
    rows = sorted(r for r in (wanted.first.row, last.row) if r is not None)
    columns = sorted(c for c in (wanted.first.column, last.column) if c is not None)
    top, bottom = (rows[0], rows[-1] + 1) if len(rows) == 2 else ((rows or [0])[0], len(sheet.rows))
    left, right = (
        (columns[0], columns[-1] + 1)
        if len(columns) == 2
        else ((columns or [0])[0], len(sheet.columns))
    )
    return top, left, bottom, right
