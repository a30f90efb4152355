"""The rest of the fault catalogue on a Google Sheet: how it looks, its settings, the machine."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from sheetsync.ai.offline import OfflineDrafter
from sheetsync.apply import apply
from sheetsync.clock import Clock
from sheetsync.errors import SheetsyncError, StaleBook, WrongBook
from sheetsync.sync import look, sync
from tests.google_sheets import spreadsheet
from tests.test_sheet_faults import Sheet
from tests.workbooks import whole

MONDAY = Clock.system(today=date(2026, 3, 2))


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def area(sheet: Sheet, title: str, *, rows: tuple[int, int], columns: tuple[int, int]) -> dict:
    tab = sheet.server.books[sheet.key].titled(title)
    assert tab is not None
    return {
        "sheetId": tab.id,
        "startRowIndex": rows[0],
        "endRowIndex": rows[1],
        "startColumnIndex": columns[0],
        "endColumnIndex": columns[1],
    }


def looks(sheet: Sheet) -> list:
    """Formats, validations, filters, merges and bandings of every tab, without values."""
    fields = (
        "properties(locale,timeZone),sheets(properties(title,gridProperties),merges,basicFilter,"
        "bandedRanges,data(rowData(values(userEnteredFormat,dataValidation,note))))"
    )
    status, told = sheet.server.handle(
        "GET", f"/v4/spreadsheets/{sheet.key}", {"fields": fields}, None
    )
    assert status == 200
    for tab in told["sheets"]:
        tab["properties"]["gridProperties"].pop("rowCount", None)
        for block in tab.get("data", ()):
            rows = [row.get("values", ()) for row in block.get("rowData", ())]
            block["rowData"] = [row for row in rows if any(row)]
    return [told["properties"], told["sheets"]]


def freeze(sheet: Sheet) -> None:
    tab = sheet.server.books[sheet.key].titled("Research")
    assert tab is not None
    properties = {"sheetId": tab.id, "gridProperties": {"frozenRowCount": 1}}
    body = {"properties": properties, "fields": "gridProperties.frozenRowCount"}
    sheet.person.request("updateSheetProperties", body)


def band(sheet: Sheet) -> None:
    own = area(sheet, "Research", rows=(0, 20), columns=(0, 5))
    colours = {"firstBandColor": {"red": 1}, "secondBandColor": {"green": 1}}
    body = {"bandedRange": {"range": own, "rowProperties": colours}}
    sheet.person.request("addBanding", body)


def hide_rows_by_a_filter(sheet: Sheet) -> None:
    own = area(sheet, "Research", rows=(0, 20), columns=(0, 12))
    place = str(sheet.place("Research", "Company"))
    criteria = {place: {"hiddenValues": ["Südhafen"]}}
    sheet.person.request("setBasicFilter", {"filter": {"range": own, "criteria": criteria}})


def forbid_by_a_dropdown(sheet: Sheet) -> None:
    place = sheet.place("Research", "Status")
    own = area(sheet, "Research", rows=(1, 20), columns=(place, place + 1))
    rule = {
        "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "fine"}]},
        "strict": True,
    }
    sheet.person.request("setDataValidation", {"range": own, "rule": rule})


@pytest.mark.parametrize("when", [3, 4])
@pytest.mark.parametrize("made", [freeze, band, hide_rows_by_a_filter, forbid_by_a_dropdown])
def test_how_a_tab_looks_stops_nothing_and_stays(
    sheet: Sheet, made: Callable[[Sheet], None], when: int
) -> None:
    sheet.before(when, lambda: made(sheet))
    sheet.sync()
    before = looks(sheet)
    sheet.type("Research", "Westmole", "Role", "Boss")
    sheet.converges()
    sheet.each_lead_stands_for_itself()
    assert looks(sheet)[0] == before[0]
    kept = {tab["properties"]["title"]: tab for tab in looks(sheet)[1]}
    for tab in before[1]:
        for part in ("merges", "basicFilter", "bandedRanges", "properties"):
            assert kept[tab["properties"]["title"]].get(part) == tab.get(part), part


@pytest.mark.parametrize(
    ("field", "value"), [("locale", "de_DE"), ("timeZone", "Pacific/Auckland")]
)
@pytest.mark.parametrize("when", [1, 3, 4])
def test_the_locale_or_the_time_zone_of_the_sheet_changes_nothing(sheet, field, value, when):
    def change() -> None:
        body = {"properties": {field: value}, "fields": field}
        sheet.person.request("updateSpreadsheetProperties", body)

    sheet.before(when, change)
    sheet.sync()
    sheet.converges()
    sheet.each_lead_stands_for_itself()
    assert sheet.tab("Log").values("Time")[-1] == datetime(2026, 3, 2, 12, 0)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("'2026-03-02", date(2026, 3, 2)), ("2026-03-02", date(2026, 3, 2)), ("'soon", None)],
)
def test_a_date_typed_as_text_is_read_or_named(sheet, typed, read):
    sheet.sync()
    sheet.type("Outreach", "Nordhafen", "Sent on", typed)
    outcome = look(sheet.book(), whole(), MONDAY, OfflineDrafter())
    places = {(f.code, f.tab, f.column) for f in outcome.findings}
    wrong = ("SY002", "Outreach", "Sent on") in places
    assert wrong is (read is None)


@pytest.mark.parametrize(
    "moment",
    ["2026-03-29T02:30", "2028-02-29T23:59", "2026-12-31T23:59", "2026-10-25T02:30"],
)
def test_clocks_that_change_leap_days_and_midnight_converge(sheet, moment):
    clock = Clock.system(now=datetime.fromisoformat(moment))
    sync(sheet.book(), whole(), clock, OfflineDrafter())
    assert look(sheet.book(), whole(), clock, OfflineDrafter()).plan.is_empty


def test_the_machines_clock_jumps_back_and_nothing_is_lost(sheet):
    sheet.sync()
    earlier = Clock.system(today=date(2026, 1, 5))
    sync(sheet.book(), whole(), earlier, OfflineDrafter())
    sheet.converges()
    sheet.each_lead_stands_for_itself()


def test_an_upgrade_between_plan_and_apply_is_refused(sheet):
    book = sheet.book()
    outcome = look(book, whole(), MONDAY, OfflineDrafter())
    older = replace(outcome.plan, contract="another version")
    with pytest.raises(StaleBook, match="or sheetsync itself"):
        apply(older, outcome.snapshot, book, whole())
    assert not sheet.says("Research", "Westmole", "Lead ID")


def test_a_plan_for_another_spreadsheet_is_refused(sheet):
    outcome = look(sheet.book(), whole(), MONDAY, OfflineDrafter())
    other = Sheet()
    other.type("Research", "Westmole", "Role", "Boss")
    book = other.book()
    fresh = look(book, whole(), MONDAY, OfflineDrafter()).snapshot
    with pytest.raises(StaleBook):
        apply(outcome.plan, fresh, book, whole())
    assert not other.says("Research", "Westmole", "Lead ID")


def test_a_spreadsheet_without_our_tabs_is_said_so(sheet):
    sheet.key = spreadsheet(sheet.server, [])
    with pytest.raises((WrongBook, SheetsyncError), match="none of sheetsync's tabs"):
        sheet.sync()
