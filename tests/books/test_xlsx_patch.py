"""What the patcher changes in a sheet's part, what it leaves, and what it refuses."""

import re
from datetime import date, datetime

import pytest

from sheetsync.book import TabEdit
from sheetsync.books.xlsx_patch import patch_sheet
from sheetsync.books.xlsx_sheet import Unplaceable
from sheetsync.books.xlsx_tree import BadXml, Splice, splice
from sheetsync.cells import safe_text
from sheetsync.errors import UnsafeBook
from tests.books.rich_workbook import MAIN, sheet


def patched(xml, cells=None, *, date1904=False, **more):
    edit = TabEdit("Tab", cells or {}, **more)
    new = patch_sheet(
        xml.encode() if isinstance(xml, str) else xml,
        edit,
        date_style=lambda style, moment: 90 + moment if style != 1 else 1,
        date1904=date1904,
    )
    return new.decode()


def rows(xml):
    return re.search(r"<sheetData>(.*)</sheetData>", xml, re.DOTALL)[1]


ROW = '<row r="2"><c r="B2" s="5"><v>1</v></c><c r="C2"><v>2</v></c><c r="E2"><v>4</v></c></row>'


def test_no_edit_gives_the_same_bytes():
    xml = sheet(ROW).encode()
    assert (
        patch_sheet(xml, TabEdit("Tab", {}), date_style=lambda style, _: style, date1904=False)
        == xml
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (7, '<c r="B2" s="5"><v>7</v></c>'),
        (7.0, '<c r="B2" s="5"><v>7</v></c>'),
        (0.1, '<c r="B2" s="5"><v>0.1</v></c>'),
        (1e300, '<c r="B2" s="5"><v>1e+300</v></c>'),
        (True, '<c r="B2" s="5" t="b"><v>1</v></c>'),
        (None, '<c r="B2" s="5"/>'),
        ("", '<c r="B2" s="5"/>'),
        (date(2026, 1, 2), '<c r="B2" s="90"><v>46024</v></c>'),
        (datetime(2026, 1, 2, 12), '<c r="B2" s="91"><v>46024.5</v></c>'),
    ],
)
def test_a_value_is_written_in_its_own_kind_and_the_cell_keeps_its_style(value, written):
    assert rows(patched(sheet(ROW), {(1, 1): value})) == ROW.replace(
        '<c r="B2" s="5"><v>1</v></c>', written
    )


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1", "-5", "@here", "12", "TRUE", "#REF!"])
def test_text_stays_text_whatever_it_looks_like(text):
    new = patched(sheet(""), {(0, 0): text})
    assert f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' in new


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("_x0041_", "_x005F_x0041_"),
        ("snake_x_case", "snake_x_case"),
        ("\x01\r", "_x0001__x000D_"),
        ("tab\tline\n", "tab\tline\n"),
    ],
)
def test_text_that_xml_would_misread_is_escaped(text, written):
    assert f">{written}</t>" in patched(sheet(""), {(0, 0): text})


@pytest.mark.parametrize(
    "value",
    ["x" * 32_768, "\U0001f600" * 16_384, "\ud800", float("nan"), float("inf"), date(1900, 2, 1)],
)
def test_what_no_cell_can_hold_is_refused(value):
    with pytest.raises(ValueError, match=r"character|value|first day"):
        patched(sheet(""), {(0, 0): value})


def test_text_cut_for_safety_always_fits():
    for text in ("\U0001f600" * 40_000, "x" + "\U0001f600" * 40_000, "x" * 40_000):
        assert "…</t>" in patched(sheet(""), {(0, 0): safe_text(text)})


def test_the_longest_text_is_written():
    assert "x" * 32_767 in patched(sheet(""), {(0, 0): "x" * 32_767})


def test_dates_count_from_1904_where_the_workbook_does():
    new = patched(sheet(""), {(0, 0): date(2026, 1, 2)}, date1904=True)
    assert f"<v>{46024 - 1462}</v>" in new


def test_new_cells_stand_in_order_between_the_old_ones():
    new = rows(patched(sheet(ROW), {(1, 0): 1, (1, 3): 1, (1, 5): 1, (0, 0): 1, (4, 0): 1}))
    assert re.findall(r'<c r="(\w+)"', new) == ["A1", "A2", "B2", "C2", "D2", "E2", "F2", "A5"]
    assert re.findall(r'<row r="(\d+)"', new) == ["1", "2", "5"]


@pytest.mark.parametrize("spelling", ["<row r='2' />", '<row r="2"></row>', '<row r="2"/>'])
def test_an_empty_row_takes_cells(spelling):
    new = rows(patched(sheet(spelling), {(1, 0): 1, (1, 1): 2}))
    assert re.findall(r"<c r=\"(\w+)\"><v>(\d)</v></c>", new) == [("A2", "1"), ("B2", "2")]
    assert new.count("<row") == new.count("</row>") == 1


@pytest.mark.parametrize("empty", ["<sheetData/>", "<sheetData />"])
def test_a_tab_without_rows_takes_rows(empty):
    new = patched(sheet("").replace("<sheetData></sheetData>", empty), {(3, 1): 5})
    assert rows(new) == '<row r="4"><c r="B4"><v>5</v></c></row>'


def test_emptying_what_is_not_there_changes_nothing():
    assert patched(sheet(ROW), {(0, 0): None, (1, 0): None, (9, 9): None}) == sheet(ROW)


def test_a_cell_is_found_by_its_name_and_not_by_a_text_that_quotes_it():
    quoted = '<row r="1"><c t="inlineStr" r="A1"><is><t>see r="B1" now</t></is></c></row>'
    new = rows(patched(sheet(quoted), {(0, 1): 5}))
    assert new == quoted.replace("</row>", '<c r="B1"><v>5</v></c></row>')


def test_metadata_of_the_old_value_goes_with_it():
    new = rows(
        patched(
            sheet('<row r="1"><c r="A1" s="2" vm="1" cm="1" t="e"><v>#N/A</v></c></row>'),
            {(0, 0): 3},
        )
    )
    assert new == '<row r="1"><c r="A1" s="2"><v>3</v></c></row>'


class TestStyleOfANewCell:
    XML = sheet(
        '<row r="2"><c r="A2" s="11"/><c r="B2"/></row>'
        '<row r="3" s="22" customFormat="1"><c r="D3"><v>1</v></c></row><row r="4" s="23"/>',
        before='<cols><col min="1" max="3" style="33"/></cols>',
    )

    def style(self, place, **more):
        new = patched(self.XML, {place: 1}, **more)
        return re.search(rf'<c r="{"ABCDEFG"[place[1]]}{place[0] + 1}"(?: s="(\d+)")?>', new)[1]

    def test_is_the_model_rows_first(self):
        assert self.style((9, 0), model_row=1) == "11"
        assert self.style((2, 0), model_row=1) == "11"

    def test_is_plain_where_the_models_cell_is_plain(self):
        assert self.style((9, 1), model_row=1) is None

    def test_is_the_rows_own_where_the_model_has_no_such_cell(self):
        assert self.style((2, 2), model_row=1) == "22"
        assert self.style((2, 2)) == "22"

    def test_is_the_columns_otherwise(self):
        assert self.style((9, 2)) == "33"
        assert self.style((3, 2)) == "33", "a row's style without customFormat is not in force"
        assert self.style((9, 5)) is None


class TestRefusal:
    @pytest.mark.parametrize(
        "cell",
        [
            '<c r="A1"><f>B1</f><v>2</v></c>',
            '<c r="A1"><f t="shared" si="0"/><v>2</v></c>',
            '<c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>2</v></c>',
        ],
    )
    def test_a_formula_is_never_overwritten(self, cell):
        with pytest.raises(UnsafeBook, match=r"A1 .*formula"):
            patched(sheet(f'<row r="1">{cell}</row>'), {(0, 0): 5})

    def test_nor_is_a_cell_that_another_cells_formula_fills(self):
        xml = sheet('<row r="1"><c r="A1"><f t="array" ref="A1:B3">B1:B3</f></c></row>')
        with pytest.raises(UnsafeBook, match=r"B3 .*formula"):
            patched(xml, {(2, 1): 5})
        assert '<c r="C3"><v>5</v></c>' in patched(xml, {(2, 2): 5})

    def test_merged_cells_are_written_at_their_first_cell_only(self):
        xml = sheet(ROW, behind='<mergeCells><mergeCell ref="B2:C3"/></mergeCells>')
        with pytest.raises(UnsafeBook, match=r"C2 .*merged"):
            patched(xml, {(1, 2): 5})
        assert '<c r="B2" s="5"><v>5</v></c>' in patched(xml, {(1, 1): 5})

    @pytest.mark.parametrize(
        "inside",
        [
            "<!-- <row r='1'/> -->",
            '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c></row>',
            '<row r="2"/><row r="1"/>',
            '<row r="1"><c s="1" r="A7"/></row>',
            '<mc:AlternateContent xmlns:mc="m"><row r="1"/></mc:AlternateContent>',
            "<?pi?>",
            '<row r="1"><c r="C1"><v>1</v></row>',
        ],
    )
    def test_a_tab_without_certain_places_is_refused(self, inside):
        with pytest.raises(Unplaceable):
            patched(sheet(inside), {(0, 2): 1, (5, 0): 2})

    @pytest.mark.parametrize(
        "xml",
        [
            "<worksheet/>",
            sheet("").replace("UTF-8", "ISO-8859-1"),
            sheet("").encode("utf-16"),
            sheet("")
            .replace("<sheetData>", "<b><sheetData>")
            .replace("</sheetData>", "</sheetData></b>"),
            sheet("").replace("standalone", "standalone").replace("?>", "?><!DOCTYPE a>", 1),
            sheet("", before="<!-- <sheetData> -->"),
            sheet("").replace(MAIN, "urn:other"),
            sheet("")[:-5],
        ],
    )
    def test_a_part_that_is_no_plain_worksheet_is_refused(self, xml):
        with pytest.raises(Unplaceable):
            patched(xml, {(0, 0): 1})


class TestFrame:
    def test_the_declared_size_grows_with_the_cells(self):
        xml = sheet(ROW, before='<dimension ref="B2:E2"/>')
        assert '<dimension ref="A2:G9"/>' in patched(xml, {(8, 6): 1, (1, 0): 2, (99, 0): None})
        assert '<dimension ref="B2:E2"/>' in patched(xml, {(1, 2): 1})

    def test_links_replace_those_within_the_workbook_and_keep_those_out_of_it(self):
        outside = '<hyperlink r:id="rId1" ref="A1"/>'
        old = f'<hyperlinks>{outside}<hyperlink ref="A2" location="X!A1"/></hyperlinks>'
        new = patched(sheet(ROW, behind=old), links={(2, 0): "'A & B'!C5"})
        link = '<hyperlink ref="A3" location="\'A &amp; B\'!C5"/>'
        assert f"<hyperlinks>{outside}{link}</hyperlinks></worksheet>" in new

    def test_the_same_links_change_nothing(self):
        xml = sheet(ROW, behind='<hyperlinks><hyperlink ref="A2" location="X!A1"/></hyperlinks>')
        assert patched(xml, links={(1, 0): "X!A1"}) == xml

    def test_no_links_leave_no_empty_list(self):
        xml = sheet(ROW, behind='<hyperlinks><hyperlink ref="A2" location="X!A1"/></hyperlinks>')
        assert patched(xml, links={}) == sheet(ROW)
        assert patched(sheet(ROW), links={}) == sheet(ROW)

    @pytest.mark.parametrize(
        "follower",
        [
            "<pageMargins/>",
            '<drawing r:id="rId1"/>',
            "<extLst/>",
            '<x:AlternateContent xmlns:x="m"/>',
        ],
    )
    def test_links_stand_where_the_schema_wants_them(self, follower):
        xml = sheet(ROW, behind=f"<mergeCells/><dataValidations/>{follower}")
        new = patched(xml, links={(0, 0): "X!A1"})
        assert (
            f'<dataValidations/><hyperlinks><hyperlink ref="A1" location="X!A1"/></hyperlinks>{follower}'
            in new
        )

    def test_an_empty_list_of_links_is_filled(self):
        new = patched(sheet(ROW, behind="<hyperlinks/>"), links={(0, 0): "X!A1"})
        assert '<hyperlinks><hyperlink ref="A1" location="X!A1"/></hyperlinks>' in new

    def test_a_hidden_column_is_shown_and_its_neighbours_stay_hidden(self):
        before = '<cols><col min="2" max="5" width="9" hidden="1" style="4"/><col min="7" max="7"/></cols>'
        new = patched(sheet(ROW, before=before), shown=frozenset({2, 6}))
        hidden = '<col min="{0}" max="{1}" width="9" hidden="1" style="4"/>'
        shown = '<col min="3" max="3" width="9" style="4"/>'
        wanted = hidden.format(2, 2) + shown + hidden.format(4, 5)
        assert f'<cols>{wanted}<col min="7" max="7"/></cols>' in new

    def test_a_column_hidden_by_having_no_width_gets_one(self):
        before = '<cols><col min="1" max="1" width="0" hidden="true"></col></cols>'
        new = patched(sheet(ROW, before=before), shown=frozenset({0}))
        assert '<col min="1" max="1" width="9.140625"/>' in new

    def test_a_row_keeps_its_hint_of_spans_unless_new_cells_lie_outside(self):
        xml = sheet('<row spans="1:3" r="1"><c r="A1"/></row>')
        assert '<row spans="1:3" r="1">' in patched(xml, {(0, 2): 1})
        assert '<row r="1">' in patched(xml, {(0, 3): 1})


SHEET = b'<s><row r="1"><c r="A1"><v>1</v></c></row></s>'


@pytest.mark.parametrize(
    ("cut", "paste"),
    [
        (b"<v>1</v>", b"<v>1"),
        (b"<v>1</v>", b"1</v>"),
        (b"<v>1</v>", b"</c><c>"),
        (b"<v>1</v>", b"<v>&now;</v>"),
        (b"<v>1", b""),
        (b'<row r="1">', b""),
        (b'<row r="1">', b"<line>"),
        (b"</row>", b""),
    ],
)
def test_a_part_never_becomes_ill_formed(cut: bytes, paste: bytes):
    at = SHEET.index(cut)
    with pytest.raises(BadXml):
        splice(SHEET, [Splice(at, at + len(cut), paste)])


def test_whole_elements_and_opening_tags_are_exchanged():
    at = SHEET.index(b'<row r="1">')
    cell = SHEET.index(b"<c ")
    edits = [Splice(cell, cell, b'<c r="A0"/>'), Splice(at, cell, b'<row r="1" ht="9">')]
    assert splice(SHEET, edits) == SHEET.replace(b'<row r="1">', b'<row r="1" ht="9"><c r="A0"/>')
