"""Lays out a new workbook file: tabs, headers, notes, dropdowns, colours, the Guide.

Everything comes from the contract by way of :mod:`sheetsync.look`. Makes new
files only; a team's existing workbook never passes through here.
"""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sheetsync import guide, look
from sheetsync.books.xlsx_charts import lay_charts
from sheetsync.books.xlsx_guide import lay_guide, lay_opening, lay_way_down, link_blocks
from sheetsync.books.xlsx_offers import colour_states, offer_checks
from sheetsync.books.xlsx_paint import (
    align,
    cell_at,
    lay_banner,
    note_on,
    paint_like,
    put,
    style_column,
    style_header,
)
from sheetsync.cells import Scalar
from sheetsync.contract import Contract, TabContract, default_rows
from sheetsync.guide import GUIDE
from sheetsync.review.agenda import REVIEW

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Rows = Mapping[str, Sequence[Mapping[str, Scalar]]]

_WIDE_FROM = 8
"""Tabs with more columns than this open a little smaller."""


def lay_out(
    contract: Contract, *, rows: Rows | None = None, only: Sequence[str] | None = None
) -> bytes:
    """Make a whole new workbook.

    Args:
        contract: The tabs.
        rows: Rows by tab title, each a value by column title; they stand in place
            of the tab's default rows.
        only: Titles of the tabs to lay out; all of them, and the Guide, by default.

    Returns:
        The bytes of an .xlsx file. ``Start here`` is in front, where it is laid out.

    Raises:
        ContractError: The guide's texts cannot be used.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    content = {tab.tab: _rows_of(contract, tab, rows or {}) for tab in contract.tabs}
    families = _families(contract, content)
    laid = {tab.tab: look.laid_columns(tab, families) for tab in contract.tabs}
    guide_rows = guide.rows(contract)
    for tab in contract.tabs:
        if only is None or tab.tab in only:
            sheet = book.create_sheet(tab.tab)
            _lay_tab(sheet, tab, laid[tab.tab], content[tab.tab])
            offer_checks(sheet, contract, tab, laid)
            colour_states(sheet, tab, laid[tab.tab])
            if tab.rows == "map":
                head = look.header_row(tab) + 1
                lay_opening(sheet, guide.opening(contract), len(laid[tab.tab]), head)
                link_blocks(sheet, laid[tab.tab], guide_rows, head + 1)
            if tab.tab == REVIEW:
                lay_way_down(sheet, tab, len(laid[tab.tab]))
            if tab.rows == "charts":
                lay_charts(sheet, tab, len(laid[tab.tab]))
    if only is None or GUIDE in only:
        sheet = book.create_sheet(GUIDE, min(1, len(book.worksheets)))
        lay_guide(sheet, guide_rows)
        _print_setup(sheet)
    _open_first(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _rows_of(contract: Contract, tab: TabContract, rows: Rows) -> list[Mapping[str, Scalar]]:
    """The rows of one tab; the Map's say what each block decides."""
    found = list(rows.get(tab.tab, default_rows(tab)))
    if tab.rows != "map":
        return found
    decisions = {block.tab: block.block.decides for block in contract.blocks if block.block}
    return [{"Decision": decisions.get(str(row.get("Block")), ""), **row} for row in found]


def _families(
    contract: Contract, content: Mapping[str, Sequence[Mapping[str, Scalar]]]
) -> dict[str, list[str]]:
    """The values behind each family of columns, such as the criteria of the Scorecard."""
    found: dict[str, list[str]] = {}
    for each in {column.each for tab in contract.tabs for column in tab.columns if column.each}:
        title, column = each.split(".", 1)
        values = (str(row.get(column) or "").strip() for row in content[title])
        found[each] = list(dict.fromkeys(value for value in values if value))
    return found


def _lay_tab(
    sheet: "Worksheet",
    tab: TabContract,
    columns: Sequence[look.LaidColumn],
    rows: Sequence[Mapping[str, Scalar]],
) -> None:
    head = look.header_row(tab) + 1
    if tab.has_banner:
        lay_banner(sheet, tab, len(columns))
    models = [style_column(sheet, place, column) for place, column in enumerate(columns)]
    for place, column in enumerate(columns, start=1):
        cell = cell_at(sheet, head, place)
        style_header(cell, look.HEADER[column.spec.owner])
        if column.title:
            put(cell, column.title)
            note_on(cell, look.header_note(column.spec))
    for number, row in enumerate(rows, start=head + 1):
        for place, column in enumerate(columns, start=1):
            value = row.get(column.title) if column.title else None
            if value is not None and value != "":
                cell = cell_at(sheet, number, place)
                paint_like(cell, models[place - 1])
                put(cell, value)
                if tab.rows == "settings" and not isinstance(value, str):
                    # A text format would turn the number that a person types next into text.
                    cell.number_format = "General"
                    cell.alignment = align("top", wrap=True, horizontal="left")
        if tab.rows == "settings":
            # Long texts: each of these rows gets the height that its own text needs.
            lines = max(
                look.lines_needed(
                    str(row.get(column.title, "")), column.spec.width * look.CHARACTERS
                )
                for column in columns
            )
            sheet.row_dimensions[number].height = look.height_of(lines)
    sheet.row_dimensions[head].height = look.height_of(
        max(look.lines_needed(column.title, column.spec.width - 2) for column in columns)
    )
    sheet.sheet_format.defaultRowHeight = look.row_height(tab)
    sheet.sheet_format.customHeight = True
    _view(sheet, tab, len(columns))


def _view(sheet: "Worksheet", tab: TabContract, width: int) -> None:
    """Set what stays in view, the zoom, the tab's colour and how the tab prints."""
    rows, columns = look.frozen(tab)
    if rows:
        sheet.freeze_panes = sheet.cell(rows + 1, columns + 1).coordinate
        sheet.print_title_rows = f"1:{rows}"
    sheet.sheet_view.zoomScale = 90 if width > _WIDE_FROM else 100
    sheet.sheet_properties.tabColor = look.TAB_COLOUR[tab.rows]
    _print_setup(sheet)


def _print_setup(sheet: "Worksheet") -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376, ST_PaperSize)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _open_first(book: "Workbook") -> None:
    """Open the workbook at its first tab, with no second one selected."""
    book.active = 0
    for number, sheet in enumerate(book.worksheets):
        sheet.sheet_view.tabSelected = number == 0
