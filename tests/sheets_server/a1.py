"""Names of ranges: A1 and R1C1 notation, GridRange, and the areas that they mean.

Facts: Sheets API guide "Google Sheets API Overview", section "Cell" (A1 and R1C1
notation, quoting, a named range before a tab of the same name); GridRange in the
discovery document (half-open, counted from zero, a missing side is open).
"""

import re
from dataclasses import dataclass

from tests.sheets_server.model import Json, Sheet, Spreadsheet
from tests.sheets_server.refusals import Refusal

_CORNER = r"\$?([A-Za-z]{0,3})\$?([0-9]*)"
_A1 = re.compile(rf"^{_CORNER}(?::{_CORNER})?$")
_R1C1 = re.compile(r"^R([0-9]+)C([0-9]+)(?::R([0-9]+)C([0-9]+))?$", re.IGNORECASE)
_PLAIN_TITLE = re.compile(r"^[A-Za-z_][A-Za-z0-9_.]*$")
_LIKE_A_CELL = re.compile(r"^([A-Za-z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R|C)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on one tab: half-open, counted from zero, inside the grid.

    ``open`` says that the range named only its start (a single cell), so that data
    written to it may run on from there.
    """

    sheet: Sheet
    top: int
    left: int
    bottom: int
    right: int
    open: bool = False

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    def touches(self, other: "Area") -> bool:
        """Whether two areas have a cell in common."""
        return (
            self.sheet is other.sheet
            and self.top < other.bottom
            and other.top < self.bottom
            and self.left < other.right
            and other.left < self.right
        )

    def a1(self) -> str:
        """The area's full name, such as ``Sheet1!A1:B2``."""
        return named(self.sheet, self.top, self.left, self.bottom, self.right)

    def json(self) -> Json:
        """The area as a bounded GridRange."""
        return grid_range(self.sheet, self.top, self.left, self.bottom, self.right)


def letters(column: int) -> str:
    """0 is A, 26 is AA."""
    text, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_of(text: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def quoted(title: str) -> str:
    """A title as it stands before the exclamation mark."""
    if _PLAIN_TITLE.match(title) and not _LIKE_A_CELL.match(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def named(sheet: Sheet, top: int, left: int, bottom: int, right: int) -> str:
    """The full name of a bounded, half-open rectangle."""
    first, last = f"{letters(left)}{top + 1}", f"{letters(right - 1)}{bottom}"
    return f"{quoted(sheet.title)}!{first}" + (f":{last}" if last != first else "")


def grid_range(sheet: Sheet, top: int, left: int, bottom: int, right: int) -> Json:
    """A bounded GridRange; an id of 0 is left out, as Google leaves it out."""
    known = {"sheetId": sheet.id} if sheet.id else {}
    return known | {
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def beyond(sheet: Sheet, name: str) -> Refusal:
    """The refusal for a range that starts outside the grid."""
    return Refusal(
        f"Range ({name}) exceeds grid limits. Max rows: {len(sheet.rows)},"
        f" max columns: {len(sheet.columns)}"
    )


def split_title(text: str) -> tuple[str | None, str, bool]:
    """Take a range apart: title or ``None``, the rest, and whether the title was quoted."""
    if text.startswith("'"):
        match = re.match(r"^'((?:[^']|'')+)'(?:!(.*))?$", text, re.DOTALL)
        if not match:
            raise Refusal(f"Unable to parse range: {text}")
        return match[1].replace("''", "'"), match[2] or "", True
    if "!" in text:
        title, rest = text.rsplit("!", 1)
        return title, rest, False
    return None, text, False


def parse(book: Spreadsheet, text: str, *, clip: bool = True) -> Area:
    """Find the area that a range in A1 or R1C1 notation means.

    Args:
        book: Where to look.
        text: What the client sent.
        clip: Cut an area that starts inside the grid and ends outside of it.

    Raises:
        Refusal: Not a range, an unknown tab, or an area outside of the grid.
    """
    title, rest, quotes = split_title(text)
    if title is None:
        bounds = _bounds(rest)
        if bounds is not None:
            return _area(_first(book), bounds, clip=clip)
        for name in book.names.values():
            if name["name"].casefold() == rest.casefold():
                return from_grid_range(book, name["range"])
        title, rest = rest, ""
    sheet = book.titled(title)
    if sheet is None or sheet.is_object or (rest == "" and not quotes and "!" in text):
        raise Refusal(f"Unable to parse range: {text}")
    if rest == "":
        return Area(sheet, 0, 0, len(sheet.rows), len(sheet.columns))
    bounds = _bounds(rest)
    if bounds is None:
        raise Refusal(f"Unable to parse range: {text}")
    return _area(sheet, bounds, clip=clip)


def _first(book: Spreadsheet) -> Sheet:
    """The first visible tab, which a range without a title means."""
    grids = [sheet for sheet in book.sheets if not sheet.is_object]
    return next((sheet for sheet in grids if not sheet.properties.get("hidden")), grids[0])


_Bounds = tuple[int | None, int | None, int | None, int | None, bool]


def _bounds(text: str) -> _Bounds | None:
    """Top, left, bottom, right (half-open, ``None`` is open) and whether it is one cell."""
    if match := _R1C1.match(text):
        rows = sorted((int(match[1]), int(match[3] or match[1])))
        columns = sorted((int(match[2]), int(match[4] or match[2])))
        if min(rows + columns) < 1:
            return None
        return rows[0] - 1, columns[0] - 1, rows[1], columns[1], match[3] is None
    match = _A1.match(text)
    if not match or not text:
        return None
    c1, r1, c2, r2 = match.groups()
    if c2 is None:
        if not (c1 and r1) or int(r1) == 0:
            return None
        return int(r1) - 1, column_of(c1), int(r1), column_of(c1) + 1, True
    if not (c1 or r1) or not (c2 or r2) or "0" in (r1, r2):
        return None
    # A side that neither corner names is open; one that a single corner names runs to the end.
    tops, lefts = [int(r) for r in (r1, r2) if r], [column_of(c) for c in (c1, c2) if c]
    top = min(tops) - 1 if tops else None
    left = min(lefts) if lefts else None
    bottom = max(tops) if len(tops) == 2 else None
    right = max(lefts) + 1 if len(lefts) == 2 else None
    return top, left, bottom, right, False


def _area(sheet: Sheet, bounds: _Bounds, *, clip: bool) -> Area:
    top, left, bottom, right, single = bounds
    rows, columns = len(sheet.rows), len(sheet.columns)
    known = (top or 0, left or 0, bottom or rows, right or columns)
    if known[0] >= rows or known[1] >= columns:
        raise beyond(sheet, open_name(sheet, top, left, bottom, right))
    if (known[2] > rows or known[3] > columns) and not clip:
        raise beyond(sheet, open_name(sheet, top, left, bottom, right))
    return Area(sheet, known[0], known[1], min(known[2], rows), min(known[3], columns), open=single)


def open_name(
    sheet: Sheet, top: int | None, left: int | None, bottom: int | None, right: int | None
) -> str:
    """The name of a range that may be open on some sides, such as ``T!A1001:B``."""
    first = letters(left or 0) + str((top or 0) + 1)
    last = (letters(right - 1) if right else "") + (str(bottom) if bottom else "")
    tail = f":{last}" if last and last != first else ""
    return f"{quoted(sheet.title)}!{first}{tail}"


def from_grid_range(book: Spreadsheet, json: Json, *, clip: bool = True) -> Area:
    """Find the area that a GridRange means.

    Raises:
        Refusal: No such tab, or it starts outside of the grid.
    """
    sheet = book.sheet(json.get("sheetId", 0))
    if sheet is None or sheet.is_object:
        raise Refusal(f"No grid with id: {json.get('sheetId', 0)}")
    top, bottom = json.get("startRowIndex"), json.get("endRowIndex")
    left, right = json.get("startColumnIndex"), json.get("endColumnIndex")
    rows, columns = len(sheet.rows), len(sheet.columns)
    for start, end, what in ((top, bottom, "Row"), (left, right, "Column")):
        if min(start or 0, end or 0) < 0:
            raise Refusal(f"{what} indexes must not be negative.")
        if start is not None and end is not None and end < start:
            raise Refusal(f"The end{what}Index must be at least the start{what}Index.")
    if (top or 0) >= rows or (left or 0) >= columns:
        # Google names the open far sides by the first rows and columns after the grid.
        shown = open_name(
            sheet, top, left, bottom, right if right is not None or bottom is not None else columns
        )
        raise beyond(sheet, shown)
    last = (rows if bottom is None else bottom, columns if right is None else right)
    if not clip and (last[0] > rows or last[1] > columns):
        raise beyond(sheet, open_name(sheet, top, left, bottom, right))
    return Area(sheet, top or 0, left or 0, min(last[0], rows), min(last[1], columns))
