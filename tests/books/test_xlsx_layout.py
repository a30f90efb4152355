"""Promises about a new workbook file, checked in real files with two other readers."""

import io
import re
from datetime import date, datetime

import pytest

from sheetsync import contract, guide, look
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import column_letters

LEAD = {
    "Lead ID": "007",
    "Company": "Nordhafen Logistics",
    "Reachable path": "+49 40 123456",
    "Source notes": "=SUM(A1)\nand #REF!\x00",
    "Estimated value": 18000,
    "Sensitive": True,
    "Confidence": "",
}


@pytest.fixture(scope="module")
def whole():
    return contract.load()


@pytest.fixture(scope="module")
def new(whole):
    return opened(lay_out(whole))


@pytest.fixture(scope="module")
def filled(whole):
    rows = {
        "Scorecard": [{"Criterion": "Timing"}, {"Criterion": " Budget "}, {"Criterion": None}],
        "Research": [LEAD, {**LEAD, "Lead ID": "008"}],
        "Qualification": [{"Lead ID": "007", "Fit: Budget": "strong", "Revisit on": date(2026, 6, 1)}],
        "Log": [{"Time": datetime(2026, 3, 13, 9, 5), "Event": "handoff"}],
        "Start here": [{"Block": "Research", "Current owner": "Maria"}],
    }  # fmt: skip
    return opened(lay_out(whole, rows=rows))


def opened(data):
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data))


def headers(sheet, tab):
    return [cell.value for cell in sheet[look.header_row(tab) + 1]]


def column(sheet, tab, title):
    return column_letters(headers(sheet, tab).index(title))


def validation_at(sheet, cell):
    found = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert len(found) <= 1
    return found[0] if found else None


def colours_at(sheet, cell):
    return [rule for area in sheet.conditional_formatting if cell in area for rule in area.rules]


def test_a_new_workbook_has_every_tab_with_the_guide_second_and_opens_at_start_here(whole, new):
    titles = [tab.tab for tab in whole.tabs]
    assert new.sheetnames == [titles[0], "Guide", *titles[1:]]
    assert new.active.title == "Start here"
    assert [s.title for s in new.worksheets if s.sheet_view.tabSelected] == ["Start here"]


def test_another_reader_sees_the_same_headers_and_default_rows(whole):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(lay_out(whole)))
    for tab in whole.tabs:
        rows = book.get_sheet_by_name(tab.tab).to_python(skip_empty_area=False)
        titles = [str(value) for value in rows[look.header_row(tab)] if value]
        assert {c.title for c in tab.columns if c.each is None} <= set(titles)
    settings = book.get_sheet_by_name("Settings").to_python()
    assert settings[5][:2] == ["Daily cap", 40.0]
    assert settings[7][:2] == ["Cadence (business days)", "3, 5, 8"]
    assert book.get_sheet_by_name("Scorecard").to_python()[1][4] is True


def test_every_header_carries_its_note_and_its_owners_colours(whole, new):
    for tab in whole.tabs:
        for cell in new[tab.tab][look.header_row(tab) + 1]:
            if cell.value:
                spec = tab.spec(cell.value)
                assert cell.comment.text == look.header_note(spec)
                assert cell.comment.author == "sheetsync"
                assert cell.fill.fgColor.rgb[2:] == look.HEADER[spec.owner].fill
                assert cell.font.color.rgb[2:] == look.HEADER[spec.owner].text


def test_whole_columns_are_styled_so_that_new_rows_look_right(whole, new):
    for tab in whole.tabs:
        sheet = new[tab.tab]
        for place, title in enumerate(headers(sheet, tab)):
            if title:
                spec, width = tab.spec(title), sheet.column_dimensions[column_letters(place)]
                assert width.width == spec.width
                assert width.number_format == look.number_format(spec)
                assert width.hidden == spec.hidden
                assert width.alignment.vertical == "top"
                fill = look.BODY[spec.owner]
                assert (width.fill.fgColor.rgb[2:] == fill) == (fill is not None)


def test_r2_each_block_has_its_banner_in_one_unmerged_row_above_the_header(whole, new):
    for tab in whole.blocks:
        sheet = new[tab.tab]
        assert sheet["A1"].value == look.banner(tab)
        assert [cell.value for cell in sheet[1][1:]] == [None] * (sheet.max_column - 1)
        assert {cell.fill.fgColor.rgb[2:] for cell in sheet[1]} == {look.BANNER.fill}
        assert sheet["A2"].value == tab.columns[0].title
    assert not any(sheet.merged_cells.ranges for sheet in new.worksheets)


def test_headers_and_what_names_a_row_stay_in_view_and_repeat_in_print(new):
    assert new["Research"].freeze_panes == "C3"
    assert new["Follow-up"].freeze_panes == "E3"
    assert new["Settings"].freeze_panes == "B2"
    assert new["To do"].freeze_panes == "A2"
    assert new["Research"].print_title_rows == "$1:$2"
    for sheet in new.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.sheet_properties.tabColor


def test_a_dropdown_reaches_far_below_the_last_row_and_only_warns(whole, new):
    sheet, tab = new["Research"], whole["Research"]
    letters = column(sheet, tab, "Channel")
    rule = validation_at(sheet, f"{letters}49999")
    assert rule.formula1 == '"email,phone,linkedin,form,other"'
    assert (rule.errorStyle, rule.showErrorMessage) == ("warning", True)
    assert rule.error == "Please choose one of: email, phone, linkedin, form, other."
    assert validation_at(sheet, f"{letters}3") is rule
    assert validation_at(sheet, f"{letters}2") is None


def test_segments_are_suggested_and_others_stay_allowed(whole, new):
    sheet = new["Research"]
    rule = validation_at(sheet, column(sheet, whole["Research"], "Segment") + "3")
    assert rule.formula1.startswith("OFFSET('Segments'!$A$2,")
    assert not rule.showErrorMessage


def test_ticks_dates_and_numbers_are_checked_on_entry(whole, new):
    research, crm = new["Research"], new["CRM"]
    tick = validation_at(research, column(research, whole["Research"], "Sensitive") + "3")
    value = validation_at(research, column(research, whole["Research"], "Estimated value") + "3")
    day = validation_at(crm, column(crm, whole["CRM"], "Next action on") + "3")
    assert tick.formula1 == '"TRUE,FALSE"'
    assert (value.type, value.formula1, value.formula2) == ("decimal", "0", "1000000000000")
    assert (day.type, day.operator, day.formula1) == ("date", "greaterThanOrEqual", "36526")


def test_texts_of_checks_keep_to_the_lengths_that_excel_accepts(new):
    # ECMA-376 18.3.1.33: error at most 255 characters, errorTitle at most 32.
    for sheet in new.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.formula1) <= 255
            assert len(rule.error or "") <= 255
            assert len(rule.errorTitle or "") <= 32


def test_computed_cells_have_no_dropdown(whole, new):
    for tab in whole.tabs:
        sheet = new[tab.tab]
        for place, title in enumerate(headers(sheet, tab)):
            if title and tab.spec(title).written_by_sync:
                assert validation_at(sheet, f"{column_letters(place)}9") is None


def test_colours_cover_the_whole_column_and_ask_the_row_they_stand_in(whole, new):
    sheet, tab = new["CRM"], whole["CRM"]
    due, flags = column(sheet, tab, "Due"), column(sheet, tab, "Flags")
    assert next(rule.formula for rule in colours_at(sheet, f"{due}50000")) == [
        f'LEFT(${due}3,7)="overdue"'
    ]
    assert [rule.formula for rule in colours_at(sheet, "A3")] == [[f"LEN(TRIM(${flags}3))>0"]]
    assert colours_at(sheet, f"{due}2") == []
    assert all(rule.stopIfTrue for rule in colours_at(sheet, f"{due}3"))


def test_r93_start_here_has_five_rows_each_with_the_decision_of_its_block(whole, new):
    first = look.header_row(whole["Start here"]) + 2
    rows = [[cell.value for cell in row[:3]] for row in new["Start here"].iter_rows(min_row=first)]
    assert rows == [[tab.tab, tab.block.decides, None] for tab in whole.blocks]


def test_r97_each_block_of_the_map_links_to_its_guide_and_back_to_its_tab(whole, new):
    titles = {tab.tab for tab in whole.blocks}
    first = look.header_row(whole["Start here"]) + 2
    for row in new["Start here"].iter_rows(min_row=first, max_col=1):
        link = row[0].hyperlink
        assert link.location.startswith("'Guide'!A")
        assert link.target is None
        target = new["Guide"][link.location.split("!")[1]]
        assert target.value == row[0].value
        assert target.hyperlink.location == f"'{row[0].value}'!A1"
        titles.discard(target.value)
    assert not titles


def test_the_guide_is_written_as_it_was_made(whole, new):
    rows = [[cell.value for cell in row] for row in new["Guide"].iter_rows(max_col=2)]
    assert rows == [[row.label or None, row.text or None] for row in guide.rows(whole)]


def test_what_looks_like_a_formula_or_an_error_stays_text(whole, filled):
    sheet, tab = filled["Research"], whole["Research"]
    cell = sheet[column(sheet, tab, "Source notes") + "3"]
    assert (cell.value, cell.data_type) == ("=SUM(A1)\nand #REF!", "s")
    cells = [cell for tab in filled.worksheets for row in tab for cell in row]
    assert [c.coordinate for c in cells if c.data_type in "fe"] == []


def test_rows_begin_right_below_the_header_with_typed_values(whole, filled):
    sheet, tab = filled["Research"], whole["Research"]
    assert [sheet["A3"].value, sheet["A4"].value, sheet["A5"].value] == ["007", "008", None]
    assert sheet["A3"].number_format == "@"
    value = sheet[column(sheet, tab, "Estimated value") + "3"]
    assert (value.value, value.number_format) == (18000, "#,##0")
    assert sheet[column(sheet, tab, "Sensitive") + "3"].value is True
    assert sheet[column(sheet, tab, "Confidence") + "3"].value is None
    assert filled["Log"]["A2"].value == datetime(2026, 3, 13, 9, 5)
    assert filled["Log"]["A2"].number_format == "yyyy-mm-dd hh:mm"


def test_given_rows_stand_in_place_of_the_defaults(whole, filled):
    assert [cell.value for cell in filled["Scorecard"]["A"]] == ["Criterion", "Timing", " Budget "]
    top = look.header_row(whole["Start here"])
    owners = [cell.value for cell in filled["Start here"]["C"]]
    assert owners[top:] == ["Current owner", "Maria"]
    assert filled["Start here"].cell(top + 2, 2).value == "Does this lead deserve attention?"


def test_start_here_tells_a_new_team_what_to_do_and_how_the_chain_works(whole, new):
    sheet, tab = new["Start here"], whole["Start here"]
    head = look.header_row(tab) + 1
    assert headers(sheet, tab) == [spec.title for spec in tab.columns]
    said = guide.opening(whole)
    assert head == 4, "the Map itself stays in view"
    told = [cell for cell in sheet[1] if cell.value]
    assert len(told) == len(said.steps) == 5
    for number, (do, step) in enumerate(zip(told, said.steps, strict=True), start=1):
        how = sheet.cell(2, do.column)
        assert (do.value, how.value) == (f"{number}  {step.do}", step.how)
        assert do.hyperlink.location == f"'{step.tab}'!A1"
        assert step.tab in new.sheetnames
    line = str(sheet.cell(3, 1).value)
    assert "Research  →  Qualification  →  Outreach  →  Follow-up  →  CRM" in line
    assert said.rule in line
    assert sheet.freeze_panes == f"B{head + 1}"


def test_no_line_above_the_map_is_cut_off(whole, new):
    sheet = new["Start here"]
    width = {place: sheet.column_dimensions[column_letters(place)].width for place in range(10)}
    for how in filter(None, (cell.value and cell for cell in sheet[2])):
        needed = look.lines_needed(how.value, width[how.column - 1] * look.CHARACTERS)
        assert look.height_of(needed) <= sheet.row_dimensions[2].height
    assert len(str(sheet.cell(3, 1).value)) <= sum(width.values()) * look.CHARACTERS


def test_the_reviews_dropdown_offers_what_the_row_allows(whole, new):
    sheet, tab = new["Review"], whole["Review"]
    rule = validation_at(sheet, column(sheet, tab, "Decision") + "49999")
    assert (rule.type, rule.errorStyle, rule.showErrorMessage) == ("list", "warning", True)
    allowed = f"${column(sheet, tab, 'Allowed decisions')}3"
    assert rule.formula1.startswith(f"IF(ISNA(MATCH({allowed},'Guide'!$D$1:")
    for place, (name, values) in enumerate(guide.offered(), start=guide.LISTS_FROM):
        letters = column_letters(place)
        assert new["Guide"].column_dimensions[letters].hidden
        own = [cell.value for cell in new["Guide"][letters] if cell.value is not None]
        assert own == [name, *values]


def test_the_line_above_the_review_says_where_the_open_week_is(new):
    assert new["Review"]["A1"].value == "▼ The open week is the last one"
    assert new["Review"].freeze_panes == "E3"


def test_i11_a_new_workbook_holds_no_formula(new):
    cells = (cell for sheet in new.worksheets for row in sheet.iter_rows() for cell in row)
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []


def test_the_three_charts_name_cells_that_lie_in_their_own_tab(whole, new):
    sheet, tab = new["Charts"], whole["Charts"]
    head = look.header_row(tab) + 1
    assert len(sheet._charts) == 3
    named = [
        source
        for chart in sheet._charts
        for series in chart.series
        for source in (series.val.numRef.f, series.cat.strRef.f, series.tx.strRef.f)
    ]
    assert all(each.startswith("'Charts'!$") for each in named)
    rows = {int(part) for each in named for part in re.findall(r"[$](\d+)", each)}
    assert rows == {head, head + 1, head + 5, head + 8}
    assert sheet.freeze_panes is None


def test_each_criterion_laid_out_gets_its_fit_column_and_hidden_spares_are_ready(whole, filled):
    sheet, tab = filled["Qualification"], whole["Qualification"]
    titles = headers(sheet, tab)
    at = titles.index("Fit: Timing")
    assert titles[at - 1 : at + 9] == [
        "Confidence", "Fit: Timing", "Fit: Budget", None, None, None, None, None, None, "Score",
    ]  # fmt: skip
    assert sheet.cell(3, at + 2).value == "strong"
    spare = column_letters(at + 2)
    assert sheet.column_dimensions[spare].hidden
    assert validation_at(sheet, f"{spare}3").formula1 == '"strong,partial,weak,unknown"'
    assert sheet[f"{spare}2"].fill.fgColor.rgb[2:] == look.HEADER["person"].fill
    assert sheet[f"{spare}2"].comment is None
    revisit = sheet[column(sheet, tab, "Revisit on") + "3"]
    assert (revisit.value.date(), revisit.number_format) == (date(2026, 6, 1), "yyyy-mm-dd")


def test_numbers_in_settings_stay_numbers_when_somebody_types_the_next_one(new):
    formats = {row[0].value: row[1] for row in new["Settings"].iter_rows(min_row=2)}
    assert (formats["Daily cap"].value, formats["Daily cap"].number_format) == (40, "General")
    assert formats["Sending hours"].number_format == "@"


def test_only_the_tabs_asked_for_are_laid_out(whole):
    some = opened(lay_out(whole, only=("Qualification", "Log")))
    assert some.sheetnames == ["Qualification", "Log"]
    assert "Fit: ICP match" in headers(some["Qualification"], whole["Qualification"])
    alone = opened(lay_out(whole, only=("Guide",)))
    assert alone.sheetnames == ["Guide"]


def test_a_map_without_a_guide_has_plain_cells(whole):
    book = opened(lay_out(whole, rows={"Start here": [{"Block": "Invoices"}]}))
    assert book["Start here"]["A2"].hyperlink is None


# Requirements that the tests above prove, by the numbers in their names:
# R2 R93 R97
