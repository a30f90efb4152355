"""What reading a workbook file gives, and how it says that a file is none."""

import io
import resource
import zipfile
from datetime import date, datetime
from hashlib import sha256

import pytest

from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_zip import Package
from sheetsync.errors import BookError, WrongBook
from tests.books.rich_workbook import PLAIN_STYLES, plain, rich_parts, sheet, write_rich, zipped


def read(tmp_path, xml, **more):
    path = tmp_path / "book.xlsx"
    path.write_bytes(plain({"Tab": xml}, **more))
    return XlsxBook(path).read().grids[0]


def test_every_tab_with_cells_is_read_and_chart_tabs_are_not(tmp_path):
    path = write_rich(tmp_path / "book.xlsx")
    reading = XlsxBook(path).read()
    assert [grid.title for grid in reading.grids] == ["Research", "Lists", "Empty"]
    assert reading.digest == sha256(path.read_bytes()).hexdigest()
    assert reading.name == str(path)
    research, lists, empty = reading.grids
    assert [list(column) for column in research.columns] == [
        ["Company", "Acme Ltd & Co", "Beta GmbH"],
        ["Seen on", date(2025, 12, 9), None],
        ["Value", 12.5, 7.0],
        ["Stage", "New", "#N/A"],
        ["Double", 25.0, None],
    ]
    assert research.formulas == {(1, 4)}
    assert research.merged == ((0, 10, 1, 11),)
    assert research.links == {(2, 0): "'Lists'!A1"}
    assert (lists.height, empty.height, list(empty.columns)) == (1, 0, [])


def test_a_macro_workbook_written_as_a_stream_is_read(tmp_path):
    path = write_rich(tmp_path / "book.xlsm", macros=True, streamed=True)
    assert XlsxBook(path).read().grids[0].height == 3


def test_errors_old_and_new_arrive_as_their_text(tmp_path):
    cells = "".join(
        f'<c r="{letter}1" t="e"><v>{error}</v></c>'
        for letter, error in zip("ABC", ["#REF!", "#SPILL!", "#FIELD!"], strict=True)
    )
    text = '<c r="D1" t="inlineStr"><is><t>not t="e" here</t></is></c>'
    grid = read(tmp_path, sheet(f'<row r="1">{cells}{text}</row>'))
    assert [column[0] for column in grid.columns] == [
        "#REF!",
        "#SPILL!",
        "#FIELD!",
        'not t="e" here',
    ]


def test_moments_arrive_as_dates_datetimes_or_the_time_as_shown(tmp_path):
    styles = (
        PLAIN_STYLES.replace(
            "<fonts",
            '<numFmts count="2"><numFmt numFmtId="164" formatCode="hh:mm:ss"/>'
            '<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><fonts',
            1,
        )
        .replace('<cellXfs count="4">', '<cellXfs count="6">')
        .replace(
            "</cellXfs>",
            '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs>',
        )
    )
    values = ((1, 46024), (1, 46024.5), (4, 0.375), (4, 0.3751), (5, 1.25), (5, 0.50001))
    cells = "".join(f'<c s="{style}"><v>{value}</v></c>' for style, value in values)
    cells += '<c t="d"><v>2026-01-02T00:00:00</v></c>'
    row = f'<row r="1">{cells}</row><row r="3"><c r="J3"><v>1</v></c></row>'
    grid = read(tmp_path, sheet(row), styles=styles)
    assert grid.columns[0][1] is None
    assert [column[0] for column in grid.columns[:7]] == [
        date(2026, 1, 2),
        datetime(2026, 1, 2, 12),
        "09:00",
        "09:00:09",
        "30:00",
        "12:00:01",
        date(2026, 1, 2),
    ]
    shifted = read(tmp_path, sheet(row), styles=styles, date1904=True)
    assert shifted.columns[0][0] == date(2030, 1, 3)


def test_formulas_are_found_in_cells_that_do_not_name_their_place(tmp_path):
    row = "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row>"
    assert read(tmp_path, sheet(row)).formulas == {(0, 1)}


def test_all_cells_that_an_array_formula_fills_are_formulas(tmp_path):
    filled = '<c r="A1"><f t="array" ref="A1:A9">B1:B9</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>'
    rows = f'<row r="1">{filled}</row><row r="3"><c r="A3"><v>3</v></c></row>'
    assert read(tmp_path, sheet(rows)).formulas == {(0, 0), (1, 0), (2, 0), (0, 1)}


def test_a_link_on_an_area_marks_its_cells_and_one_out_of_the_workbook_none(tmp_path):
    links = (
        '<hyperlinks><hyperlink ref="A1:B2" location="X!A1"/><hyperlink ref="C1" r:id="rId1"/>'
        '<hyperlink ref="A5:B1048576" location="Y!A1"/><hyperlink ref="?" location="Z!A1"/></hyperlinks>'
    )
    found = read(tmp_path, sheet("", behind=links)).links
    assert {at for at, target in found.items() if target == "X!A1"} == {
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
    }
    assert 1 <= sum(target == "Y!A1" for target in found.values()) <= 10_002
    assert "Z!A1" not in found.values()
    assert (0, 2) not in found


def test_a_tab_that_cannot_be_patched_can_still_be_read(tmp_path):
    grid = read(tmp_path, sheet('<!-- note --><row r="1"><c r="A1"><v>5</v></c></row>'))
    assert grid.columns[0][0] == 5.0


def test_ghost_rows_and_columns_cost_nothing(tmp_path):
    ghost = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    grid = read(tmp_path, sheet(ghost, before='<dimension ref="A1:XFD1048576"/>'))
    assert (grid.height, len(grid.columns)) == (1, 1)


def test_empty_texts_are_no_values(tmp_path):
    blank = '<c t="inlineStr"><is><t></t></is></c>'
    rows = f'<row r="1"><c><v>1</v></c>{blank}</row><row r="2">{blank}{blank}</row>'
    grid = read(tmp_path, sheet(rows))
    assert (grid.height, [list(column) for column in grid.columns]) == (1, [[1.0]])


@pytest.mark.parametrize("far", ["XFD20000", "AB1048576", "XFD1048576"])
def test_one_stray_value_far_out_is_read_in_little_memory(tmp_path, far):
    row = far.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    stray = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>first</t></is></c><c r="C1" t="e"><v>#N/A</v></c></row>'
        f'<row r="{row}"><c r="{far}" s="1"><v>46024</v></c></row>'
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grid = read(tmp_path, sheet(stray))
    assert grid.height == int(row)
    assert (grid.columns[0][0], grid.columns[2][0]) == ("first", "#N/A")
    assert grid.columns[-1][-1] == date(2026, 1, 2)
    assert {len(column) for column in grid.columns} == {grid.height}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kilobytes


def test_a_long_dense_tab_is_read_as_it_is(tmp_path):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"/></row>' for n in range(1, 600)
    )
    rows += '<row r="200000"><c r="B200000"/></row>'
    grid = read(tmp_path, sheet(rows))
    assert (grid.height, len(grid.columns), grid.columns[0][598]) == (599, 1, 599.0)


def refused(tmp_path, content, name="book.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WrongBook) as caught:
        XlsxBook(path).read()
    assert name in str(caught.value)
    return str(caught.value)


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"Company;Value\nAcme;5\n", "plain text list"),
        ("\ufeffFirma,Größe\n".encode("cp1252", "replace"), "plain text list"),
        (b"%PDF-1.7", "PDF"),
        (b"  <html><table></table>", "web page"),
        (b'<?xml version="1.0"?><Workbook/>', "XML file"),
        (bytes(range(256)), "not a workbook"),
        (OLE2, "older Excel"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.bin": "x"}), "xlsb"),
        (zipped({"Index/Document.iwa": "x"}), "Numbers"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "x"}), "Word"),
        (zipped({"notes.txt": "x"}), "zip archive"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "damaged"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (zipped(rich_parts())[:-40], "damaged"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(tmp_path, content, says):
    assert says in refused(tmp_path, content)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", "<workbook"),
        ("xl/workbook.xml", "<book/>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"),
        ("xl/sharedStrings.xml", "<sst"),
    ],
)
def test_a_workbook_with_a_broken_part_is_damaged(tmp_path, part, content):
    assert "damaged" in refused(tmp_path, zipped({**rich_parts(), part: content}))


def test_a_flipped_bit_is_noticed(tmp_path):
    data = bytearray(zipped(rich_parts()))
    member = Package(bytes(data)).member("xl/worksheets/sheet1.xml")
    data[member.offset + 200] ^= 1
    assert "damaged" in refused(tmp_path, bytes(data))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(WrongBook, match="does not exist"):
        XlsxBook(tmp_path / "none.xlsx").read()
    with pytest.raises(WrongBook, match="folder"):
        XlsxBook(tmp_path).read()


def test_a_file_that_the_system_will_not_open_is_a_plain_error():
    with pytest.raises(BookError, match="cannot be opened"):
        XlsxBook("x" * 300).read()


def test_the_zip_reader_knows_what_a_standard_writer_makes_of_64_bit_sizes():
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w") as archive,
        archive.open("a.txt", "w", force_zip64=True) as member,
    ):
        member.write(b"kept")
    package = Package(out.getvalue())
    assert package.read("a.txt") == b"kept"
    again = Package(package.exchanged({"b.txt": b"new"}))
    assert (again.read("a.txt"), again.read("B.TXT".lower())) == (b"kept", b"new")
    assert zipfile.ZipFile(io.BytesIO(again.data)).testzip() is None
