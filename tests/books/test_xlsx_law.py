"""Any small sheet in any legal spelling, any edits: old values plus edits, nothing else."""

import io
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.book import TabEdit
from sheetsync.books.xlsx_open import open_workbook
from sheetsync.books.xlsx_patch import patch_sheet
from sheetsync.books.xlsx_sheet import SheetXml
from sheetsync.books.xlsx_styles import Styles
from sheetsync.books.xlsx_values import grids
from sheetsync.books.xlsx_zip import Package
from sheetsync.cells import a1
from tests.books.rich_workbook import MAIN, plain

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(
    # Two characters that XML has no place for, and Excel's own escapes, which openpyxl
    # does not read; they have their own test.
    lambda text: not {"\ufffe", "\uffff"} & set(text) and "_x" not in text
)
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9).map(lambda x: round(x, 6))
DATES = st.dates(date(1904, 1, 2), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1904, 1, 2), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
PLACES = st.tuples(st.integers(0, 7), st.integers(0, 29))
OLD = st.dictionaries(PLACES, TEXTS | NUMBERS | st.booleans())
NEW = st.dictionaries(
    PLACES,
    TEXTS | NUMBERS | st.booleans() | DATES | MOMENTS | st.none() | st.just("=1+1"),
)


@st.composite
def spelled(draw, values):
    """Write values as a sheet's part in one of its many legal spellings."""
    prefix = draw(st.sampled_from(["", "x:"]))
    quote = draw(st.sampled_from("\"'"))
    shared = []

    def mark(name, value):
        return f" {name}={quote}{value}{quote}"

    def cell(row, column, named):
        place = mark("r", a1(row, column)) if named else ""
        style = draw(st.sampled_from(["", mark("s", 0), mark("s", 3)]))
        if (row, column) not in values:
            return f"<{prefix}c{place}{style}/>"
        value = values[row, column]
        if isinstance(value, bool):
            kind, inside = "b", f"<{prefix}v>{int(value)}</{prefix}v>"
        elif isinstance(value, str) and draw(st.booleans()):
            kind = "s"
            inside = f"<{prefix}v>{len(shared)}</{prefix}v>"
            shared.append(f'<si><t xml:space="preserve">{escape(value)}</t></si>')
        elif isinstance(value, str):
            kind = "inlineStr"
            text = f'<{prefix}t xml:space="preserve">{escape(value)}</{prefix}t>'
            inside = f"<{prefix}is>{text}</{prefix}is>"
        else:
            kind, inside = "n", f"<{prefix}v>{value!r}</{prefix}v>"
        marks = draw(st.permutations([place, style, mark("t", kind)]))
        return f"<{prefix}c{''.join(marks)}>{inside}</{prefix}c>"

    rows = []
    next_row = 0
    spare = draw(st.sets(PLACES, max_size=4))
    for row in range(8):
        columns = sorted({c for r, c in (*values, *spare) if r == row})
        if not columns and not draw(st.booleans()):
            continue
        cells, next_column = [], 0
        for column in columns:
            cells.append(cell(row, column, column != next_column or draw(st.booleans())))
            next_column = column + 1
        place = mark("r", row + 1) if row != next_row or draw(st.booleans()) else ""
        marks = place + draw(st.sampled_from(["", mark("spans", "1:3")]))
        space = draw(st.sampled_from(["", "\n  "]))
        if cells or draw(st.booleans()):
            inside = space.join(cells)
            rows.append(f"<{prefix}row{marks}>{inside}{space}</{prefix}row>{space}")
        else:
            rows.append(f"<{prefix}row{marks}/>{space}")
        next_row = row + 1
    inside = "".join(rows)
    data = f"<{prefix}sheetData>{inside}</{prefix}sheetData>"
    if not inside and draw(st.booleans()):
        data = f"<{prefix}sheetData/>"
    space_name = "xmlns:x" if prefix else "xmlns"
    return (
        f"<{prefix}worksheet {space_name}={quoteattr(MAIN)}>{data}</{prefix}worksheet>",
        "".join(shared),
    )


@st.composite
def sheets(draw):
    values = draw(OLD)
    return values, *draw(spelled(values))


def read_by_calamine(data):
    opened = open_workbook(data, "book")
    (grid,) = grids(opened.package, opened.workbook.sheets)
    return {
        (row, column): value
        for column, values in enumerate(grid.columns)
        for row, value in enumerate(values)
        if value is not None
    }


def read_by_openpyxl(data):
    from openpyxl import load_workbook

    rows = load_workbook(io.BytesIO(data)).active.iter_rows()
    return {
        (cell.row - 1, cell.column - 1): cell.value
        for row in rows
        for cell in row
        if cell.value is not None
    }


def plainly(values):
    """Values as they come back: midnight is a date, and no reader keeps int and float apart."""
    return {
        place: value.date()
        if isinstance(value, datetime) and not value.time().isoformat().strip("0:")
        else value
        for place, value in values.items()
        if value is not None
    }


def cells_as_written(xml):
    """Every cell's bytes by place; fails when rows or cells are out of order or doubled."""
    part = SheetXml(xml)
    rows = [part.row(number, tag) for number, tag in part.rows()]
    return {
        (row.number, column): xml[start : part.cell(row, start).stop]
        for row in rows
        for column, start in part.cells(row)
    }


def kinds(values):
    return {place: isinstance(value, bool) for place, value in values.items()}


@pytest.mark.no_cover
@settings(max_examples=80, deadline=None)
@given(sheets(), NEW, st.booleans(), st.sampled_from([None, 0, 3]))
def test_a_patched_sheet_holds_the_old_values_plus_the_edits_for_two_readers(
    before, edits, date1904, model_row
):
    values, xml, shared = before
    data = plain({"Tab": xml}, shared=shared, date1904=date1904)
    assert read_by_calamine(data) == values
    package = Package(data)
    styles = Styles(package.read("xl/styles.xml"))
    new = patch_sheet(
        package.read("xl/worksheets/sheet1.xml"),
        TabEdit("Tab", edits, model_row=model_row),
        date_style=styles.date_style,
        date1904=date1904,
    )
    old_cells = cells_as_written(package.read("xl/worksheets/sheet1.xml"))
    new_cells = cells_as_written(new)
    assert {k: v for k, v in old_cells.items() if k not in edits} == {
        k: v for k, v in new_cells.items() if k not in edits
    }
    parts = {"xl/worksheets/sheet1.xml": new, "xl/styles.xml": styles.content()}
    patched = package.exchanged(parts)
    wanted = plainly(values | edits)
    for read in (read_by_calamine, read_by_openpyxl):
        found = plainly(read(patched))
        assert found == wanted
        assert kinds(found) == kinds(wanted)
