"""Whole tabs from a fresh layout into an existing workbook that keeps all it has."""

import io
import shutil
import subprocess
import warnings
import zipfile
from datetime import date

import pytest

from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_graft import graft
from sheetsync.books.xlsx_zip import Package
from sheetsync.errors import UnsafeBook, WrongBook
from tests.books.rich_workbook import PLAIN_STYLES, plain, rich_parts, sheet, zipped

CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}


@pytest.fixture(scope="module")
def layout():
    """A donor as a layout makes it: formats, lists, rules, notes, links."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule, DataBarRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.active.title = "Start here"
    book.active["A1"] = "Welcome"
    tab = book.create_sheet("Research <2> & more")
    tab["A1"] = "Header"
    tab["A1"].font = Font(bold=True, color="FFFF0000")
    tab["A1"].fill = PatternFill("solid", fgColor="FF112233")
    tab["A1"].border = Border(bottom=Side("thin"))
    tab["A1"].comment = Comment("What to type here", "layout")
    tab["B1"] = "x & <y>"
    tab["B1"].alignment = Alignment(wrap_text=True)
    tab["C1"] = date(2026, 1, 2)
    tab["C1"].number_format = "yyyy-mm-dd"
    tab["C2"] = 0.5
    tab["C2"].number_format = '0.0 "points"'
    tab["D1"] = "site"
    tab["D1"].hyperlink = "https://example.com/"
    tab["E1"] = True
    tab.column_dimensions["A"].width = 33
    tab.column_dimensions["F"].fill = PatternFill("solid", fgColor="FF778899")
    tab.row_dimensions[3].font = Font(italic=True)
    tab.freeze_panes = "B2"
    lists = DataValidation(type="list", formula1='"New,Live"')
    lists.add("B2:B9")
    tab.add_data_validation(lists)
    red = CellIsRule(operator="equal", formula=["1"], font=Font(color="FFABCDEF"))
    tab.conditional_formatting.add("A2:A9", red)
    tab.conditional_formatting.add("C2:C9", DataBarRule("min", None, "max", None, "FF638EC6"))
    tab.sheet_view.tabSelected = True
    tab.sheet_state = "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TITLES = ["Research <2> & more", "Start here"]


def test_only_the_indexes_and_styles_of_the_target_change(layout):
    before = Package(zipped(rich_parts()))
    after = Package(graft(before.data, layout, TITLES))
    assert after.names[: len(before.names)] == before.names
    assert {name for name in before.names if before.raw(name) != after.raw(name)} == CHANGED
    assert zipfile.ZipFile(io.BytesIO(after.data)).testzip() is None
    new = set(after.names) - set(before.names)
    assert {name for name in new if name.startswith("xl/worksheets/sheet")} == {
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
    }


def test_the_tabs_arrive_with_all_that_a_layout_gives_them(tmp_path, layout):
    from openpyxl import load_workbook

    data = graft(zipped(rich_parts()), layout, TITLES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Research", "Funnel", "Lists", "Empty", *TITLES]
    tab = book[TITLES[0]]
    head = tab["A1"]
    assert (head.value, head.font.b, head.font.color.rgb) == ("Header", True, "FFFF0000")
    assert (head.fill.fgColor.rgb, head.border.bottom.style) == ("FF112233", "thin")
    assert head.comment.text == "What to type here"
    assert (tab["B1"].value, tab["B1"].alignment.wrap_text) == ("x & <y>", True)
    assert (tab["C1"].value.date(), tab["C1"].number_format) == (date(2026, 1, 2), "yyyy-mm-dd")
    assert (tab["C2"].value, tab["C2"].number_format) == (0.5, '0.0 "points"')
    assert tab["D1"].hyperlink.target == "https://example.com/"
    assert tab["E1"].value is True
    assert tab.column_dimensions["A"].width == 33
    assert tab.column_dimensions["F"].fill.fgColor.rgb == "FF778899"
    assert tab.row_dimensions[3].font.i is True
    assert tab.freeze_panes == "B2"
    assert str(tab.data_validations.dataValidation[0].sqref) == "B2:B9"
    rules = [rule for each in tab.conditional_formatting for rule in each.rules]
    assert [rule.dxf.font.color.rgb for rule in rules if rule.dxf] == ["FFABCDEF"]
    assert not tab.sheet_view.tabSelected, "two selected tabs would be edited as a group"
    old = book["Research"]
    assert (old["B2"].number_format, old["C2"].number_format) == ("mm-dd-yy", "0.00")
    assert [r.dxf.font.color.rgb for e in old.conditional_formatting for r in e.rules if r.dxf] == [
        "FF9C0006"
    ]


def test_our_own_reader_and_writer_take_the_result(tmp_path, layout):
    path = tmp_path / "team.xlsx"
    path.write_bytes(zipped(rich_parts()))
    book = XlsxBook(path)
    reading = book.read()
    book.replace_with(reading, graft(path.read_bytes(), layout, TITLES))
    after = book.read()
    assert after.grids[:3] == reading.grids
    assert [grid.title for grid in after.grids[3:]] == TITLES
    assert [column[0] for column in after.grids[3].columns] == [
        "Header",
        "x & <y>",
        date(2026, 1, 2),
        "site",
        True,
    ]


def test_a_second_graft_adds_no_style_twice(layout):
    once = graft(zipped(rich_parts()), layout, TITLES[:1])
    twice = graft(once, layout, TITLES[1:])
    assert Package(once).read("xl/styles.xml") == Package(twice).read("xl/styles.xml")


def test_tabs_can_be_added_one_after_the_other(layout):
    from openpyxl import load_workbook

    target = plain({"Tab": sheet("")})
    for title in TITLES:
        target = graft(target, layout, [title])
    book = load_workbook(io.BytesIO(target))
    assert book.sheetnames == ["Tab", *TITLES]
    assert book[TITLES[0]]["A1"].comment.text == "What to type here"


@pytest.mark.parametrize("numbers", ["0.0 &quot;points&quot;", "0.000"])
def test_number_formats_are_shared_or_get_free_numbers(layout, numbers):
    from openpyxl import load_workbook

    styles = PLAIN_STYLES.replace(
        "<fonts",
        f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{numbers}"/></numFmts><fonts',
        1,
    ).replace('numFmtId="2"', 'numFmtId="164"')
    row = '<row r="1"><c r="A1" s="2"><v>1</v></c></row>'
    data = graft(plain({"Tab": sheet(row)}, styles=styles), layout, TITLES)
    book = load_workbook(io.BytesIO(data))
    assert book["Tab"]["A1"].number_format == numbers.replace("&quot;", '"')
    assert book[TITLES[0]]["C2"].number_format == '0.0 "points"'


def test_a_target_that_spells_its_elements_with_a_prefix_takes_tabs(layout):
    from openpyxl import load_workbook

    def prefixed(xml):
        for name in (
            "styleSheet",
            "numFmts",
            "numFmt",
            "fonts",
            "font",
            "sz",
            "name",
            "fills",
            "fill",
            "patternFill",
            "borders",
            "border",
            "left",
            "right",
            "top",
            "bottom",
            "diagonal",
            "cellStyleXfs",
            "cellXfs",
            "xf",
            "alignment",
            "cellStyles",
            "cellStyle",
        ):
            for close in (" ", ">", "/>"):
                xml = xml.replace(f"<{name}{close}", f"<x:{name}{close}").replace(
                    f"</{name}{close}", f"</x:{name}{close}"
                )
        return xml.replace("xmlns=", "xmlns:x=")

    styles = prefixed(PLAIN_STYLES)
    assert "<x:font>" in styles
    data = graft(plain({"Tab": sheet("")}, styles=styles), layout, TITLES)
    head = load_workbook(io.BytesIO(data))[TITLES[0]]["A1"]
    assert (head.font.b, head.fill.fgColor.rgb) == (True, "FF112233")


def test_an_office_program_opens_the_result(tmp_path, layout):
    path = tmp_path / "team.xlsx"
    path.write_bytes(graft(zipped(rich_parts()), layout, TITLES))
    office = shutil.which("soffice")
    if office is None:
        assert len(XlsxBook(path).read().grids) == 5
        return
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    every_tab = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [office, home, "--headless", "--convert-to", every_tab, "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "team-Start here.csv").read_text("utf-8") == "Welcome\n"


def refused(target, donor, titles, kind=UnsafeBook):
    with pytest.raises(kind) as caught:
        graft(target, donor, titles)
    return str(caught.value)


def test_what_cannot_be_grafted_is_refused_and_says_why(layout):
    rich = zipped(rich_parts())
    assert "already has a tab" in refused(plain({"START HERE": sheet("")}), layout, TITLES)
    assert "signed" in refused(
        zipped({**rich_parts(), "_xmlsignatures/a.xml": "<x/>"}), layout, TITLES
    )
    assert "no cell styles" in refused(plain({"Tab": sheet("")}, styles=None), layout, TITLES)
    assert "1904" in refused(plain({"Tab": sheet("")}, date1904=True), layout, TITLES)
    strict = PLAIN_STYLES.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert "editions" in refused(plain({"Tab": sheet("")}, styles=strict), layout, TITLES)
    assert "kind" in refused(plain({"Tab": sheet("")}), rich, ["Research"])
    assert "The layout" in refused(rich, b"nothing", TITLES, WrongBook)
    refused(rich, layout, ["Nowhere"], KeyError)
