"""A sync-like write into a workbook that holds everything: only the edited cells change."""

import io
import shutil
import subprocess
import warnings
import zipfile
from datetime import date, datetime

import pytest

from sheetsync.book import Grid, Reading, TabEdit, Written
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_zip import Package
from sheetsync.errors import UnsafeBook
from tests.books.rich_workbook import (
    PLAIN_STYLES,
    plain,
    relation,
    rich_parts,
    sheet,
    write_rich,
    zipped,
)

SYNC = TabEdit(
    "Research",
    {
        (1, 3): "Live",
        (2, 2): 99,
        (2, 1): date(2026, 3, 4),
        (3, 0): "=New & Co",
        (3, 1): date(2026, 3, 5),
        (3, 2): 5.5,
        (3, 6): True,
        (4, 0): "Newer",
        (2, 5): datetime(2026, 1, 2, 3, 4),
    },
    model_row=2,
    links={(1, 3): "'Lists'!A1"},
    shown=frozenset({7}),
)


def written(path, *edits):
    book = XlsxBook(path)
    before = path.read_bytes()
    book.write(book.read(), edits)
    return Package(before), Package(path.read_bytes())


@pytest.mark.parametrize("macros", [False, True])
@pytest.mark.parametrize("streamed", [False, True])
def test_every_part_that_is_not_edited_is_copied_as_the_bytes_it_was(tmp_path, macros, streamed):
    path = write_rich(tmp_path / "team.xlsm", macros=macros, streamed=streamed)
    before, after = written(path, SYNC)
    assert after.names == before.names
    changed = {name for name in before.names if before.raw(name) != after.raw(name)}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/styles.xml"}
    assert zipfile.ZipFile(io.BytesIO(after.data)).testzip() is None
    for one, other in zip(
        zipfile.ZipFile(io.BytesIO(before.data)).infolist(),
        zipfile.ZipFile(io.BytesIO(after.data)).infolist(),
        strict=True,
    ):
        assert (one.filename, one.date_time, one.comment, one.external_attr) == (
            other.filename,
            other.date_time,
            other.comment,
            other.external_attr,
        )
        if one.filename not in changed:
            assert (one.CRC, one.compress_size, one.extra, one.flag_bits, one.compress_type) == (
                other.CRC,
                other.compress_size,
                other.extra,
                other.flag_bits,
                other.compress_type,
            )
    assert before.data[-4:] == after.data[-4:] == b"kept"


def test_in_the_edited_tab_nothing_but_cells_size_links_and_columns_changes(tmp_path):
    before, after = written(write_rich(tmp_path / "team.xlsx"), SYNC)
    old = before.read("xl/worksheets/sheet1.xml").decode()
    new = after.read("xl/worksheets/sheet1.xml").decode()
    wanted = old
    for was, becomes in (
        ('ref="A1:E3"', 'ref="A1:G5"'),
        (
            '<c r="D2" t="s"><v>6</v></c>',
            '<c r="D2" t="inlineStr"><is><t xml:space="preserve">Live</t></is></c>',
        ),
        ('<c r="C3" s="2"><v>7</v></c>', '<c r="C3" s="2"><v>99</v></c>'),
        ('<c r="B3" s="1"/>', '<c r="B3" s="1"><v>46085</v></c>'),
        (
            '<c r="D3" t="e"><v>#N/A</v></c></row>',
            (
                '<c r="D3" t="e"><v>#N/A</v></c><c r="F3" s="4"><v>46024.12777777778</v></c></row>'
                '<row r="4"><c r="A4" s="3" t="inlineStr"><is><t xml:space="preserve">=New &amp; Co</t></is></c>'
                '<c r="B4" s="1"><v>46086</v></c><c r="C4" s="2"><v>5.5</v></c><c r="G4" t="b"><v>1</v></c></row>'
                '<row r="5"><c r="A5" s="3" t="inlineStr"><is><t xml:space="preserve">Newer</t></is></c></row>'
            ),
        ),
        ('<row r="3" spans="1:5">', '<row r="3">'),
        (
            '<hyperlink ref="A3" location="\'Lists\'!A1" display="Lists"/>',
            '<hyperlink ref="D2" location="\'Lists\'!A1"/>',
        ),
        (
            '<col min="7" max="9" width="9" hidden="1" customWidth="1"/>',
            (
                '<col min="7" max="7" width="9" hidden="1" customWidth="1"/><col min="8" max="8" width="9" customWidth="1"/>'
                '<col min="9" max="9" width="9" hidden="1" customWidth="1"/>'
            ),
        ),
    ):
        assert was in wanted
        wanted = wanted.replace(was, becomes)
    assert new == wanted


def test_the_native_table_takes_in_rows_written_below_it(tmp_path):
    _, after = written(write_rich(tmp_path / "team.xlsx"), SYNC)
    table = after.read("xl/tables/table1.xml").decode()
    assert 'ref="A1:C5" totalsRowShown="0"><autoFilter ref="A1:C5"/>' in table


def test_rows_that_do_not_follow_on_the_table_leave_it_as_it_is(tmp_path):
    before, after = written(
        write_rich(tmp_path / "team.xlsx"), TabEdit("Research", {(4, 0): "x", (3, 7): "beside"})
    )
    assert before.raw("xl/tables/table1.xml") == after.raw("xl/tables/table1.xml")


def test_a_tables_header_is_refused(tmp_path):
    path = write_rich(tmp_path / "team.xlsx")
    with pytest.raises(UnsafeBook, match=r"A1 .*native table"):
        written(path, TabEdit("Research", {(0, 0): "Firm"}))


def test_another_reader_sees_the_edits_and_the_rest(tmp_path):
    from openpyxl import load_workbook

    path = write_rich(tmp_path / "team.xlsx")
    written(path, SYNC)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it would lose
        tab = load_workbook(path)["Research"]
    assert tab["D2"].value == "Live"
    assert tab["A4"].value == "=New & Co"
    assert tab["A4"].data_type == "s"
    assert tab["B4"].value == datetime(2026, 3, 5)
    assert tab["F3"].number_format == "yyyy-mm-dd hh:mm"
    assert tab["A2"].hyperlink.target == "https://example.com/a?b=1&c=2"
    grid = XlsxBook(path).read().grids[0]
    assert grid.columns[4][1] == 25.0
    assert grid.links == {(1, 3): "'Lists'!A1"}


def test_an_office_program_opens_the_result(tmp_path):
    path = write_rich(tmp_path / "team.xlsx")
    written(path, SYNC)
    office = shutil.which("soffice")
    if office is None:
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert load_workbook(path)["Research"]["A5"].value == "Newer"
        return
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    for kind in ("csv", "pdf"):
        command = [office, home, "--headless", "--convert-to", kind, "--outdir", tmp_path, path]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "team.pdf").stat().st_size > 1_000
    lines = (tmp_path / "team.csv").read_text("utf-8").splitlines()
    assert lines[3].startswith("=New & Co,")


def test_no_edit_touches_nothing_and_backs_up_nothing(tmp_path):
    path = write_rich(tmp_path / "team.xlsx")
    book = XlsxBook(path)
    reading, before = book.read(), path.stat()
    assert book.write(reading, [TabEdit("Research", {})]) == Written(reading.digest)
    same = TabEdit("Research", {}, links=reading.grids[0].links)
    assert book.write(reading, [same]) == Written(reading.digest)
    assert path.stat() == before
    assert [each.name for each in tmp_path.iterdir()] == ["team.xlsx"]


def test_the_digest_after_a_write_is_that_of_the_next_read(tmp_path):
    book = XlsxBook(write_rich(tmp_path / "team.xlsx"))
    done = book.write(book.read(), [SYNC])
    assert done.digest == book.read().digest


def refused(tmp_path, data, edit):
    path = tmp_path / "team.xlsx"
    path.write_bytes(data)
    book = XlsxBook(path)
    with pytest.raises(UnsafeBook) as caught:
        book.write(book.read(), [edit])
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["team.xlsx"]
    return str(caught.value)


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ("_xmlsignatures/sig1.xml", "signed"),
        ("xl/revisions/revisionHeaders.xml", "shared workbook"),
        ("xl/userNames.xml", "shared workbook"),
    ],
)
def test_a_workbook_that_a_change_would_damage_is_refused(tmp_path, extra, says):
    assert says in refused(tmp_path, zipped({**rich_parts(), extra: "<x/>"}), SYNC)


@pytest.mark.parametrize(
    "edit",
    [
        TabEdit("Research", {(1, 4): 5}),
        TabEdit("Research", {(0, 11): 5}),
        TabEdit("Funnel", {(0, 0): 5}),
        TabEdit("Nowhere", {(0, 0): 5}),
    ],
)
def test_a_cell_that_cannot_be_changed_refuses_the_whole_write(tmp_path, edit):
    refused(tmp_path, zipped(rich_parts()), edit)


def test_a_part_that_cannot_be_placed_in_refuses_the_write(tmp_path):
    data = plain({"Tab": sheet("<!-- note -->")})
    assert "“Tab”" in refused(tmp_path, data, TabEdit("Tab", {(0, 0): 5}))


def test_a_broken_table_refuses_the_write(tmp_path):
    data = zipped({**rich_parts(), "xl/tables/table1.xml": "<table/>"})
    assert "table" in refused(tmp_path, data, SYNC)


def test_a_date_is_refused_where_no_style_could_show_it(tmp_path):
    data = plain({"Tab": sheet("")}, styles=None)
    assert "styles" in refused(tmp_path, data, TabEdit("Tab", {(0, 0): date(2026, 1, 2)}))


def test_two_edits_of_one_tab_are_refused(tmp_path):
    edit = TabEdit("Lists", {(5, 5): 1})
    path = write_rich(tmp_path / "team.xlsx")
    book = XlsxBook(path)
    with pytest.raises(UnsafeBook, match="twice"):
        book.write(book.read(), [edit, edit])


class TestTables:
    TABLE = (
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="A1:B2" {}/>'
    )

    def table(self, tmp_path, marks, rows, edit):
        path = tmp_path / "team.xlsx"
        links = {"Tab": relation("rId1", "table", "../tables/t.xml")}
        extra = {"xl/tables/t.xml": self.TABLE.format(marks).encode()}
        path.write_bytes(plain({"Tab": sheet(rows)}, extra=extra, sheet_links=links))
        _, after = written(path, TabEdit("Tab", edit))
        return after.read("xl/tables/t.xml").decode()

    def test_a_table_with_totals_does_not_grow(self, tmp_path):
        assert 'ref="A1:B2"' in self.table(tmp_path, 'totalsRowCount="1"', "", {(2, 0): 1})

    def test_a_table_does_not_swallow_what_stands_below_it(self, tmp_path):
        rows = '<row r="3"><c r="A3"><v>1</v></c></row><row r="9"><c r="D9"><v>1</v></c></row>'
        assert 'ref="A1:B2"' in self.table(tmp_path, "", rows, {(2, 1): 1})
        assert 'ref="A1:B3"' in self.table(tmp_path, "", rows.replace("A3", "D3"), {(2, 1): 1})

    def test_totals_are_refused(self, tmp_path):
        with pytest.raises(UnsafeBook, match="native table"):
            self.table(tmp_path, 'totalsRowCount="1"', "", {(1, 0): 1})


class TestDateStyles:
    def style_of(self, tmp_path, styles, style, value):
        path = tmp_path / "team.xlsx"
        row = f'<row r="1"><c r="A1" s="{style}"/></row>'
        path.write_bytes(plain({"Tab": sheet(row)}, styles=styles))
        _, after = written(path, TabEdit("Tab", {(0, 0): value}))
        return after.read("xl/styles.xml").decode(), XlsxBook(path).read().grids[0].columns[0][0]

    def formatted(self, code):
        return PLAIN_STYLES.replace(
            "<fonts",
            f'<numFmts count="1"><numFmt numFmtId="170" formatCode="{code}"/></numFmts><fonts',
            1,
        ).replace('numFmtId="2"', 'numFmtId="170"')

    @pytest.mark.parametrize("code", ["dd.mm.yyyy", "[$-409]mmm", "m/d;@", "yyyy\\-mm\\-dd"])
    def test_a_style_that_shows_dates_is_kept(self, tmp_path, code):
        styles = self.formatted(code)
        assert self.style_of(tmp_path, styles, 2, date(2026, 1, 2)) == (styles, date(2026, 1, 2))

    @pytest.mark.parametrize(
        "code", ["hh:mm", "0.00", "[Red]0", "&quot;days&quot; 0", "General", "@"]
    )
    def test_any_other_gets_one_that_does_and_is_the_same_otherwise(self, tmp_path, code):
        styles, value = self.style_of(tmp_path, self.formatted(code), 2, date(2026, 1, 2))
        assert '<numFmts count="2">' in styles
        assert '<numFmt numFmtId="171" formatCode="yyyy-mm-dd"/></numFmts>' in styles
        assert '<cellXfs count="5">' in styles
        assert value == date(2026, 1, 2)

    def test_alignment_and_the_rest_of_a_style_come_along(self, tmp_path):
        styles, value = self.style_of(tmp_path, PLAIN_STYLES, 3, datetime(2026, 1, 2, 3, 4))
        assert value == datetime(2026, 1, 2, 3, 4)
        assert (
            '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><fonts'
            in styles
        )
        assert styles.count('<alignment wrapText="1"/>') == 2

    def test_all_cells_of_one_style_share_the_new_one_and_a_table_of_formats_may_be_empty(
        self, tmp_path
    ):
        path = tmp_path / "team.xlsx"
        styles = PLAIN_STYLES.replace("<fonts", '<numFmts count="0"/><fonts', 1)
        path.write_bytes(plain({"Tab": sheet("")}, styles=styles))
        edit = TabEdit("Tab", {(row, 0): date(2026, 1, 2) for row in range(9)})
        _, after = written(path, edit)
        new = after.read("xl/styles.xml").decode()
        assert (
            '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>' in new
        )
        assert '<cellXfs count="5">' in new

    def test_a_second_write_finds_the_style_of_the_first(self, tmp_path):
        styles, _ = self.style_of(tmp_path, PLAIN_STYLES, 3, date(2026, 1, 2))
        again, _ = self.style_of(tmp_path, styles, 3, date(2026, 1, 3))
        assert again == styles

    def test_a_style_that_the_workbook_does_not_have_is_left_alone(self, tmp_path):
        styles, value = self.style_of(tmp_path, PLAIN_STYLES, 77, date(2026, 1, 2))
        assert (styles, value) == (PLAIN_STYLES, 46024.0)


def test_a_tab_that_the_reading_does_not_know_is_refused(tmp_path):
    book = XlsxBook(write_rich(tmp_path / "team.xlsx"))
    reading = book.read()
    other = Reading(reading.name, reading.digest, (Grid("Else", (), 0),))
    with pytest.raises(UnsafeBook):
        book.write(other, [SYNC])
