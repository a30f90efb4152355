"""Paints and fills single cells and columns of a workbook that is being laid out.

Knows fonts, fills and links; what goes where is decided in
:mod:`sheetsync.books.xlsx_layout`.
"""

from copy import copy
from typing import TYPE_CHECKING, Literal, cast

from sheetsync import look
from sheetsync.cells import Scalar, column_letters, safe_text
from sheetsync.contract import TabContract

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.worksheet import Worksheet


_NOTE_WIDTH, _NOTE_LINE, _NOTE_CHARS = 300, 18, 44
"""A note's width and line height in pixels, and how many characters fit on a line."""


def cell_at(sheet: "Worksheet", row: int, column: int) -> "Cell":
    """The cell at a row and column counted from one; a new workbook has no merged ones."""
    return cast("Cell", sheet.cell(row, column))


def put(cell: "Cell", value: Scalar) -> None:
    """Write a value; text stays text, also when it looks like a formula or an error."""
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"
    else:
        cell.value = value


def lay_banner(sheet: "Worksheet", tab: TabContract, width: int) -> None:
    """Fill row 1 and let A1 flow over it: merged cells would stand in the way of sorting."""
    fill_row(sheet, 1, width)
    put(cell_at(sheet, 1, 1), look.banner(tab))


def fill_row(sheet: "Worksheet", row: int, width: int) -> None:
    """Give a row above a header the banner's colours."""
    from openpyxl.styles import PatternFill

    for place in range(1, width + 1):
        cell = cell_at(sheet, row, place)
        cell.fill = PatternFill("solid", fgColor=look.BANNER.fill)
        cell.font = font(size=11, bold=True, color=look.BANNER.text)
        cell.alignment = align("center")
    sheet.row_dimensions[row].height = 24


def style_header(cell: "Cell", paint: look.Paint) -> None:
    """Paint a header cell in its owner's colours."""
    from openpyxl.styles import Border, PatternFill, Side

    side = Side(style="thin", color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=paint.fill)
    cell.font = font(bold=True, color=paint.text)
    cell.alignment = align("center", wrap=True)
    cell.border = Border(left=side, right=side)


def clear(cell: "Cell") -> None:
    """Make a cell white and without lines, whatever its column looks like; text flows on."""
    from openpyxl.styles import Border, PatternFill

    cell.fill = PatternFill("solid", fgColor=look.TITLE.fill)
    cell.border = Border()
    cell.font = font()
    cell.alignment = align("center")


def style_column(sheet: "Worksheet", place: int, column: look.LaidColumn) -> "Cell":
    """Style a whole column, so that new rows look right; returns a model for its cells."""
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border, PatternFill, Side

    spec = column.spec
    width = sheet.column_dimensions[column_letters(place)]
    width.width = spec.width
    width.hidden = column.hidden
    model = Cell(sheet, row=1, column=1)
    for styled in (width, model):
        styled.font = font()
        styled.number_format = look.number_format(spec)
        wrap = spec.type in ("text", "choice")
        styled.alignment = align("top", wrap=wrap, horizontal=look.side(spec))
        # A fill hides the grid lines of its cells; thin borders bring them back.
        edge = Side(style="thin", color=look.GRID)
        styled.border = Border(left=edge, right=edge, top=edge, bottom=edge)
        fill = look.BODY[spec.owner]
        if fill is not None:
            styled.fill = PatternFill("solid", fgColor=fill)
    return model


def paint_like(cell: "Cell", model: "Cell") -> None:
    """Give a cell the look of its column's model."""
    # Setting font, fill, border, alignment and format one by one takes eight times as long.
    cell._style = copy(model._style)  # type: ignore[attr-defined]  # noqa: SLF001 - see above


def note_on(cell: "Cell", text: str) -> None:
    """Attach a note that is large enough for its text."""
    from openpyxl.comments import Comment

    lines = sum(1 + len(line) // _NOTE_CHARS for line in text.split("\n"))
    cell.comment = Comment(text, "sheetsync", (lines + 1) * _NOTE_LINE, _NOTE_WIDTH)


def link(cell: "Cell", location: str, tip: str) -> None:
    """Link a cell to a place in the workbook; a link and no formula, so the text stays text."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, tooltip=tip)
    cell.font = font(bold=True, underline="single", color=look.LINK)


def font(
    *,
    size: int = look.FONT_SIZE,
    bold: bool = False,
    underline: Literal["single"] | None = None,
    color: str | None = None,
) -> "Font":
    """The workbook's one font."""
    from openpyxl.styles import Font

    return Font(name=look.FONT, size=size, bold=bold, underline=underline, color=color)


def align(
    vertical: Literal["top", "center", "bottom"],
    *,
    wrap: bool = False,
    horizontal: Literal["left", "center", "right"] = "left",
) -> "Alignment":
    """Where text stands in its cell: one step in from the edge, so that columns stay apart."""
    from openpyxl.styles import Alignment

    indent = 0 if horizontal == "center" else 1
    return Alignment(vertical=vertical, horizontal=horizontal, wrap_text=wrap, indent=indent)
