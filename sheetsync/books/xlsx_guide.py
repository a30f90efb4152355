"""Lays out the Guide, the five steps above the Map, and the links between the two.

What they say comes from :mod:`sheetsync.guide`; nothing of it is ever read back.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from sheetsync import guide, look
from sheetsync.books.xlsx_paint import (
    align,
    cell_at,
    clear,
    fill_row,
    font,
    link,
    put,
    style_header,
)
from sheetsync.cells import column_letters
from sheetsync.contract import TabContract
from sheetsync.guide import GUIDE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH = 126
"""Width of the Guide's texts in characters."""

_STEP_WIDTH = 20
"""Least width of a column that a step's text can stand in."""


def lay_guide(sheet: "Worksheet", guide_rows: Sequence[guide.GuideRow]) -> None:
    """Write the whole Guide, and the hidden lists that the Review's dropdown offers."""
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = _WIDTH
    for number, row in enumerate(guide_rows, start=1):
        label, text = cell_at(sheet, number, 1), cell_at(sheet, number, 2)
        put(label, row.label or None)
        put(text, row.text or None)
        upright: Literal["top", "bottom"] = "bottom" if row.kind == "heading" else "top"
        label.alignment, text.alignment = align(upright), align(upright, wrap=True)
        label.font = text.font = font(bold=row.kind == "heading")
        if row.kind == "title":
            label.font = font(size=14, bold=True, color=look.TITLE.text)
        if row.paint is not None:
            style_header(label, row.paint)
        if row.to is not None:
            link(label, f"'{row.to}'!A1", f"Go to {row.to}")
        lines = look.lines_needed(row.text, _WIDTH * look.CHARACTERS)
        space = 8 if row.kind in ("title", "heading") else 0
        sheet.row_dimensions[number].height = look.height_of(lines) + space
    for place, (name, values) in enumerate(guide.offered(), start=guide.LISTS_FROM):
        sheet.column_dimensions[column_letters(place)].hidden = True
        for number, value in enumerate((name, *values), start=1):
            put(cell_at(sheet, number, place + 1), value)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = look.TAB_COLOUR["map"]


def lay_opening(sheet: "Worksheet", opening: guide.Opening, width: int, header: int) -> None:
    """Write the five steps side by side above the Map, and below them how the chain works.

    They take three rows only, so that the Map itself is in view. Each step stands in one
    of the wider columns: merged cells would stand in the way of people's own edits.

    Args:
        sheet: The Map's tab.
        opening: What is said.
        width: How many columns the Map has.
        header: The header's row, counted from one; the lines end right above it.
    """
    for row in range(1, header):
        for place in range(1, width + 1):
            clear(cell_at(sheet, row, place))
    rooms = {
        place: sheet.column_dimensions[column_letters(place - 1)].width
        for place in range(1, width + 1)
    }
    wide = [place for place, room in rooms.items() if room >= _STEP_WIDTH]
    lines = 1
    for number, (place, step) in enumerate(zip(wide, opening.steps, strict=False), start=1):
        _line(sheet, 1, place, f"{number}  {step.do}", size=11)
        link(cell_at(sheet, 1, place), f"'{step.tab}'!A1", f"Go to {step.tab}")
        _line(sheet, 2, place, step.how, bold=False)
        cell_at(sheet, 2, place).alignment = align("top", wrap=True)
        lines = max(lines, look.lines_needed(step.how, rooms[place] * look.CHARACTERS))
    fill_row(sheet, 3, width)
    _line(sheet, 3, 1, f"{opening.chain}:  {opening.blocks}.  {opening.rule}", bold=False)
    sheet.row_dimensions[1].height = look.height_of(2)
    sheet.row_dimensions[2].height = look.height_of(lines)
    sheet.row_dimensions[3].height = look.height_of(2)


def _line(
    sheet: "Worksheet", row: int, place: int, text: str, *, size: int = 10, bold: bool = True
) -> None:
    cell = cell_at(sheet, row, place)
    put(cell, text)
    colour = look.TITLE.text if size > look.FONT_SIZE else None
    cell.font = font(size=size, bold=bold, color=colour)


def lay_way_down(sheet: "Worksheet", tab: TabContract, width: int) -> None:
    """Write the line above the Review: where the open week is, and what to do there.

    The weeks stand one below the other. A link to the last one would have to be a
    formula, and the workbook has none of its own.
    """
    fill_row(sheet, 1, width)
    put(cell_at(sheet, 1, 1), "▼ The open week is the last one")
    cell_at(sheet, 1, 1).font = font(bold=True)
    titles = [column.title for column in tab.columns]
    put(cell_at(sheet, 1, titles.index("Item") + 1), tab.about)


def link_blocks(
    sheet: "Worksheet",
    columns: Sequence[look.LaidColumn],
    guide_rows: Sequence[guide.GuideRow],
    first: int,
) -> None:
    """Link each block of the Map, from the row ``first`` on, to its guide (R97)."""
    place = [column.title for column in columns].index("Block") + 1
    for row in range(first, sheet.max_row + 1):
        cell = cell_at(sheet, row, place)
        target = guide.place_of(str(cell.value), guide_rows)
        if target is not None:
            link(cell, f"'{GUIDE}'!A{target + 1}", f"Read the guide for {cell.value}")
