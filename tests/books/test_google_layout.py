"""Promises about a new Google Sheet: it holds, offers and shows what a new file does.

The whole spreadsheet is laid out on the local Sheets server in one batch and read back
with ``spreadsheets.get``; the file is read by our own reader and by openpyxl.
"""

import io
import json
import re
from copy import deepcopy
from datetime import date, datetime

import pytest

from sheetsync import contract, guide, look
from sheetsync.books.google_cells import area, cell, column_pixels, pixels
from sheetsync.books.google_charts import chart_requests
from sheetsync.books.google_layout import header_requests, layout_requests
from sheetsync.books.new_content import new_tabs
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import a1, column_letters, to_serial
from sheetsync.guide import GUIDE
from tests.sheets_server.server import Server

WHOLE = contract.load()
TITLES = (*(tab.tab for tab in WHOLE.tabs), GUIDE)
IDS = {title: 101 + number for number, title in enumerate(TITLES)}

TEAM = {
    "Scorecard": [{"Criterion": "Timing"}, {"Criterion": " Budget "}, {"Criterion": None}],
    "Research": [
        {
            "Lead ID": "007",
            "Reachable path": "+49 40 123456",
            "Source notes": "=SUM(A1)\nand #REF!\x00",
            "Estimated value": 18000,
            "Sensitive": True,
            "Confidence": "",
        }
    ],
    "Qualification": [{"Lead ID": "007", "Fit: Budget": "strong", "Revisit on": date(2026, 6, 1)}],
    "Log": [{"Time": datetime(2026, 3, 13, 9, 5), "Event": "handoff"}],
}
"""Rows of a team's own."""


ARGUMENTS_APART = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A comma that stands in no text: an even number of quotation marks follows it."""


TOP = 110
"""Rows from the top that are read back; no new tab has texts further down."""

KEPT = (
    "sheets(properties,merges,conditionalFormats,protectedRanges,basicFilter,charts,bandedRanges,"
    "data(startRow,startColumn,rowMetadata,columnMetadata,rowData.values(userEnteredValue,"
    "formattedValue,userEnteredFormat,hyperlink,note,textFormatRuns,dataValidation)))"
)
"""What is read back: all that a sheet keeps. What its conditional formats come to is long to work out."""


class Sheets:
    """One spreadsheet on a server, by the two calls that these tests need."""

    def __init__(self):
        self.server = Server()
        self.key = self._call("POST", "/v4/spreadsheets", {}, {})["spreadsheetId"]

    def _call(self, verb, path, query, body):
        status, answer = self.server.handle(verb, path, query, body)
        assert status == 200, answer
        return answer

    def batch(self, requests):
        path = f"/v4/spreadsheets/{self.key}:batchUpdate"
        return self._call("POST", path, {}, {"requests": requests})

    def read(self, *ranges, fields=KEPT):
        """Every tab: its first rows and its last one, unless ranges say otherwise."""
        path = f"/v4/spreadsheets/{self.key}"
        tabs = self._call("GET", path, {}, None)["sheets"]
        for tab in () if ranges else tabs:
            title = tab["properties"]["title"]
            last = tab["properties"]["gridProperties"]["rowCount"]
            ranges = (*ranges, f"'{title}'!1:{min(TOP, last)}", f"'{title}'!{last}:{last}")
        query = {"includeGridData": "true", "ranges": list(ranges), "fields": fields}
        answer = self._call("GET", path, query, None)
        return {sheet["properties"]["title"]: sheet for sheet in answer["sheets"]}


def at(sheet, row, column):
    for block in sheet["data"]:
        place = row - block.get("startRow", 0)
        if 0 <= place < len(block["rowMetadata"]):
            rows = block.get("rowData", [])
            cells = rows[place].get("values", []) if place < len(rows) else []
            return cells[column] if column < len(cells) else {}
    raise LookupError(row)


def plain(value):
    """A cell's value as the API takes it, from what the file's reader found."""
    if isinstance(value, date):
        return to_serial(value)
    return None if value == "" else value


def held(sheet):
    """What stands in a tab, by place; every kind of value is told apart."""
    return {
        (row, column): next(iter(one["userEnteredValue"].items()))
        for row, line in enumerate(sheet["data"][0].get("rowData", []))
        for column, one in enumerate(line.get("values", []))
        if "userEnteredValue" in one
    }


def rgb(style):
    parts = (style["rgbColor"].get(name, 0) for name in ("red", "green", "blue"))
    return "".join(f"{round(part * 255):02X}" for part in parts)


def formats(sheet, row, column):
    return at(sheet, row, column).get("userEnteredFormat", {})


@pytest.fixture(scope="module")
def laid():
    return layout_requests(WHOLE, tabs=TITLES, sheet_ids=IDS, first_index=0)


@pytest.fixture(scope="module")
def new(laid):
    sheets = Sheets()
    sheets.batch([*laid, {"deleteSheet": {"sheetId": 0}}])
    return sheets.read()


@pytest.fixture(scope="module")
def file():
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(lay_out(WHOLE)))


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "new.xlsx"
    path.write_bytes(lay_out(WHOLE))
    return {grid.title: grid for grid in XlsxBook(path).read().grids}


@pytest.fixture(scope="module")
def contents():
    return new_tabs(WHOLE)


def columns_of(tab, contents):
    return list(enumerate(contents[tab.tab].columns))


def test_one_batch_gives_the_same_tabs_in_the_same_order_as_a_file(new, file):
    assert list(new) == file.sheetnames
    assert [new[title]["properties"]["sheetId"] for title in new] == [IDS[title] for title in new]
    assert new[GUIDE]["properties"]["index"] == 1


@pytest.mark.parametrize("title", TITLES)
def test_every_cell_holds_what_it_holds_in_the_file(new, reading, title):
    grid = reading[title]
    found = {place: value for place, (_, value) in held(new[title]).items()}
    wide = range(2 if title == GUIDE else len(grid.columns))
    wanted = {
        (row, column): plain(grid.columns[column][row])
        for column in wide
        for row in range(grid.height)
    }
    assert found == {place: value for place, value in wanted.items() if value is not None}


def test_headers_and_default_rows_are_really_there(new):
    assert at(new["Settings"], 5, 0)["formattedValue"] == "Daily cap"
    assert at(new["Settings"], 5, 1)["userEnteredValue"] == {"numberValue": 40}
    assert at(new["Scorecard"], 1, 4)["userEnteredValue"] == {"boolValue": True}
    assert at(new["Research"], 1, 0)["formattedValue"] == "Lead ID"
    assert at(new["Start here"], 6, 0)["formattedValue"] == "Outreach"


def test_no_cell_holds_a_formula_whatever_a_text_looks_like(new):
    sheets = Sheets()
    sheets.batch(layout_requests(WHOLE, tabs=[*TEAM], sheet_ids=IDS, lists=TEAM, first_index=1))
    team = sheets.read()
    for sheet in [*new.values(), *team.values()]:
        assert not [place for place, (kind, _) in held(sheet).items() if kind == "formulaValue"]
    values = {value for _, value in held(team["Research"]).values()}
    assert {"=SUM(A1)\nand #REF!", "007", "+49 40 123456", 18000, True} <= values


def test_a_teams_own_criteria_give_qualification_its_columns_and_dates_show_as_dates():
    sheets = Sheets()
    tabs = ["Qualification", "Log"]
    sheets.batch(layout_requests(WHOLE, tabs=tabs, sheet_ids=IDS, lists=TEAM, first_index=0))
    shown = sheets.read()
    texts = {one.get("formattedValue") for one in shown["Qualification"]["data"][0]["rowData"][1]["values"]}  # fmt: skip
    row = {one.get("formattedValue") for one in shown["Qualification"]["data"][0]["rowData"][2]["values"]}  # fmt: skip
    assert {"Fit: Timing", "Fit: Budget"} <= texts
    assert "Fit: ICP match" not in texts
    assert {"strong", "2026-06-01"} <= row
    assert at(shown["Log"], 1, 0)["formattedValue"] == "2026-03-13 09:05"


def test_every_header_carries_the_files_note_and_colours(new, file):
    for tab in WHOLE.tabs:
        sheet, head = new[tab.tab], look.header_row(tab)
        notes = {
            cell.coordinate: cell.comment.text
            for line in file[tab.tab].iter_rows()
            for cell in line
            if cell.comment
        }
        found = {
            a1(row, column): one["note"]
            for row, line in enumerate(sheet["data"][0]["rowData"])
            for column, one in enumerate(line.get("values", []))
            if "note" in one
        }
        assert found == notes
        for place, own in enumerate(file[tab.tab][head + 1]):
            painted = formats(sheet, head, place)
            assert rgb(painted["backgroundColorStyle"]) == own.fill.fgColor.rgb[2:]
            letters = painted["textFormat"]
            assert rgb(letters["foregroundColorStyle"]) == own.font.color.rgb[2:]
            assert letters["bold"]


def test_whole_columns_look_as_in_the_file_down_to_the_last_row(new, file, contents):
    for tab in WHOLE.tabs:
        sheet = new[tab.tab]
        metadata = sheet["data"][0]["columnMetadata"]
        assert len(metadata) == len(contents[tab.tab].columns)
        for place, column in columns_of(tab, contents):
            model = file[tab.tab].column_dimensions[column_letters(place)]
            assert metadata[place]["pixelSize"] == round(model.width * 7 + 5)
            assert metadata[place].get("hiddenByUser", False) == model.hidden
            last = formats(sheet, 999, place)
            pattern = last.get("numberFormat", {}).get("pattern", "General")
            assert pattern == model.number_format, column.title
            assert last["horizontalAlignment"].lower() == model.alignment.horizontal
            assert (last["wrapStrategy"] == "WRAP") == bool(model.alignment.wrap_text)
            assert last["verticalAlignment"] == "TOP"
            fill = look.BODY[column.spec.owner]
            assert ("backgroundColorStyle" in last) == (fill is not None)
            if fill:
                assert rgb(last["backgroundColorStyle"]) == model.fill.fgColor.rgb[2:] == fill


def test_hidden_columns_are_the_sync_states_and_the_spares(new, contents):
    hidden = {
        (title, contents[title].columns[place].title)
        for title, sheet in new.items()
        for place, one in enumerate(sheet["data"][0]["columnMetadata"])
        if one.get("hiddenByUser")
    }
    assert ("Research", "Sync state") in hidden
    assert ("Qualification", "") in hidden
    assert {title for _, title in hidden} == {"Sync state", ""}


def test_the_same_rows_and_columns_stay_in_view(new, file):
    for tab in WHOLE.tabs:
        grid = new[tab.tab]["properties"]["gridProperties"]
        rows, columns = grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0)
        pane = file[tab.tab].freeze_panes
        assert pane == (a1(rows, columns) if rows or columns else None)
        assert grid["rowCount"] == 1000
        handle = file[tab.tab].sheet_properties.tabColor.rgb[2:]
        assert rgb(new[tab.tab]["properties"]["tabColorStyle"]) == handle
    assert new[GUIDE]["properties"]["gridProperties"]["hideGridlines"]


def test_rows_are_as_high_as_in_the_file(new, file):
    for tab in WHOLE.tabs:
        rows = new[tab.tab]["data"][0]["rowMetadata"]
        own = file[tab.tab]
        usual = own.sheet_format.defaultRowHeight
        for row in range(look.header_row(tab) + 30):
            points = own.row_dimensions[row + 1].height or usual
            assert rows[row]["pixelSize"] == pixels(points), (tab.tab, row)
        assert new[tab.tab]["data"][1]["rowMetadata"] == [{"pixelSize": pixels(usual)}]
    for row, one in enumerate(new[GUIDE]["data"][0]["rowMetadata"], start=1):
        assert one["pixelSize"] == pixels(file[GUIDE].row_dimensions[row].height)


def test_a_serial_in_a_date_column_shows_as_a_date_and_007_stays_text(laid):
    sheets = Sheets()
    sheets.batch(layout_requests(WHOLE, tabs=["CRM"], sheet_ids=IDS, first_index=0))
    places = {column.title: place for place, column in enumerate(new_tabs(WHOLE)["CRM"].columns)}
    serial = to_serial(date(2026, 3, 12))
    for title, value in (("Next action on", serial), ("Next step on", serial)):
        start = {"sheetId": IDS["CRM"], "rowIndex": 99, "columnIndex": places[title]}
        rows = [{"values": [{"userEnteredValue": {"numberValue": value}}]}]
        fields = "userEnteredValue"
        sheets.batch([{"updateCells": {"start": start, "rows": rows, "fields": fields}}])
    shown = sheets.read()["CRM"]
    assert at(shown, 99, places["Next action on"])["formattedValue"] == "2026-03-12"
    assert at(shown, 99, places["Next step on"])["formattedValue"] == "2026-03-12"
    assert formats(shown, 99, places["Lead ID"])["numberFormat"]["type"] == "TEXT"


def file_rule(sheet, place):
    found = [rule for rule in sheet.data_validations.dataValidation if place in rule.sqref]
    return found[0] if found else None


def test_every_column_offers_and_checks_what_it_does_in_the_file(new, file, contents):
    for tab in WHOLE.tabs:
        first = look.header_row(tab) + 1
        for place, column in columns_of(tab, contents):
            own = file_rule(file[tab.tab], a1(first, place))
            rule = at(new[tab.tab], first, place).get("dataValidation")
            assert (own is None) == (rule is None), (tab.tab, column.title)
            assert at(new[tab.tab], 999, place).get("dataValidation") == rule
            assert "dataValidation" not in at(new[tab.tab], first - 1, place)
            if own is None:
                continue
            kind = rule["condition"]["type"]
            given = [one["userEnteredValue"] for one in rule["condition"]["values"]]
            assert rule.get("inputMessage") == own.error
            assert not rule.get("strict", False)
            if kind == "ONE_OF_LIST" and column.spec.offered_by is None:
                assert own.formula1 == f'"{",".join(given)}"'
            elif kind == "ONE_OF_LIST":
                assert given == list(dict.fromkeys(v for _, vs in guide.offered() for v in vs))
            elif kind == "ONE_OF_RANGE":
                assert given == ["='Segments'!$A$2:$A"]
                assert own.formula1.startswith("OFFSET('Segments'!$A$2,")
            elif kind == "DATE_ON_OR_AFTER":
                assert to_serial(date.fromisoformat(given[0])) == float(own.formula1)
            else:
                assert (kind, given) == ("NUMBER_BETWEEN", [own.formula1, own.formula2])


def test_a_tick_column_is_a_dropdown_and_leaves_empty_rows_empty(new, contents):
    place = contents["Research"].place("Sensitive")
    for row in (2, 100, 999):
        one = at(new["Research"], row, place)
        assert one["dataValidation"]["condition"]["type"] == "ONE_OF_LIST"
        assert "userEnteredValue" not in one
    kinds = {
        one["dataValidation"]["condition"]["type"]
        for sheet in new.values()
        for line in sheet["data"][0]["rowData"][:20]
        for one in line.get("values", [])
        if "dataValidation" in one
    }
    assert "BOOLEAN" not in kinds


def test_colours_have_the_files_formulas_in_the_files_order_and_reach_every_row(new, file):
    for tab in WHOLE.tabs:
        first = look.header_row(tab) + 1
        rules = new[tab.tab].get("conditionalFormats", [])
        own = file[tab.tab].conditional_formatting
        for place in range(len(new[tab.tab]["data"][0]["columnMetadata"])):
            found = [
                (
                    rule["booleanRule"]["condition"]["values"][0]["userEnteredValue"],
                    rgb(rule["booleanRule"]["format"]["backgroundColorStyle"]),
                    rgb(rule["booleanRule"]["format"]["textFormat"]["foregroundColorStyle"]),
                )
                for rule in rules
                for span in rule["ranges"]
                if span.get("startColumnIndex", 0) <= place < span["endColumnIndex"]
            ]
            wanted = [
                (
                    "=" + ARGUMENTS_APART.sub(";", rule.formula[0]),
                    rule.dxf.fill.bgColor.rgb[2:],
                    rule.dxf.font.color.rgb[2:],
                )
                for rule in sorted(
                    (r for a in own if a1(first, place) in a for r in a.rules),
                    key=lambda rule: rule.priority,
                )
            ]
            assert found == wanted, (tab.tab, place)
        for rule in rules:
            assert {span["startRowIndex"] for span in rule["ranges"]} == {first}
            assert {span.get("endRowIndex", 1000) for span in rule["ranges"]} == {1000}


def test_protection_only_warns_and_covers_headers_and_computed_columns(new, contents):
    for title, sheet in new.items():
        guards = sheet.get("protectedRanges", [])
        assert all(guard["warningOnly"] and guard["description"] for guard in guards)
        assert not any("editors" in guard for guard in guards)
        if title == GUIDE:
            assert guards == []
            continue
        tab = contents[title]

        def covered(row, column, guards=guards):
            return any(
                span.get("startRowIndex", 0) <= row < span.get("endRowIndex", 10**6)
                and span.get("startColumnIndex", 0) <= column < span.get("endColumnIndex", 10**6)
                for span in (guard["range"] for guard in guards)
            )

        for place, column in enumerate(tab.columns):
            assert covered(tab.head, place)
            computed = column.spec.owner == "engine"
            assert covered(tab.head + 1, place) == covered(70_000, place) == computed
        whole_tab = all(column.spec.owner == "engine" for column in tab.columns)
        assert covered(tab.head, len(tab.columns)) == whole_tab
        assert len(guards) == 1 or not whole_tab


def test_links_lead_where_the_files_links_lead(new, file):
    tabs = {sheet["properties"]["sheetId"]: title for title, sheet in new.items()}
    for title, sheet in new.items():
        found = {}
        for row, line in enumerate(sheet["data"][0]["rowData"]):
            for column, one in enumerate(line.get("values", [])):
                if "hyperlink" in one:
                    gid, row_ = re.fullmatch(r"#gid=(\d+)(?:&range=A(\d+))?", one["hyperlink"]).groups()  # fmt: skip
                    found[a1(row, column)] = f"'{tabs[int(gid)]}'!A{row_ or 1}"
                    letters = one["userEnteredFormat"]["textFormat"]
                    assert letters["underline"]
                    assert rgb(letters["foregroundColorStyle"]) == look.LINK
        own = {
            one.coordinate: one.hyperlink.location
            for line in file[title].iter_rows()
            for one in line
            if one.hyperlink
        }
        assert found == own
    assert at(new["Start here"], 4, 0)["hyperlink"].startswith(f"#gid={IDS[GUIDE]}&range=A")


def test_the_charts_show_the_files_numbers_in_the_files_colours_and_places(new, file):
    charts, own = new["Charts"]["charts"], file["Charts"]._charts
    assert len(charts) == len(own) == 3
    for chart, model in zip(charts, own, strict=True):
        spec = chart["spec"]
        assert spec["title"] == model.title.tx.rich.p[0].r[0].t
        basic = spec["basicChart"]
        assert (basic["chartType"] == "BAR") == (model.type == "bar")
        assert (basic.get("stackedType") == "STACKED") == (model.grouping == "stacked")
        assert (basic["legendPosition"] == "NO_LEGEND") == (model.legend is None)

        def cells(data):
            (span,) = data["sourceRange"]["sources"]
            letters = column_letters(span.get("startColumnIndex", 0))
            head = span["startRowIndex"] + 1
            return f"'Charts'!${letters}${head}", f"'Charts'!${letters}${head + 1}:${letters}${span['endRowIndex']}"  # fmt: skip

        for one, series in zip(basic["series"], model.series, strict=True):
            assert cells(one["series"]) == (series.tx.strRef.f, series.val.numRef.f)
            assert cells(basic["domains"][0]["domain"])[1] == series.cat.strRef.f
            assert rgb(one["colorStyle"]) == series.graphicalProperties.solidFill.srgbClr
        place = chart["position"]["overlayPosition"]
        assert place["anchorCell"]["rowIndex"] == model.anchor._from.row
        assert place["anchorCell"].get("columnIndex", 0) == model.anchor._from.col
        heights = new["Charts"]["data"][0]["rowMetadata"][model.anchor._from.row : model.anchor.to.row]  # fmt: skip
        assert place["heightPixels"] == sum(row["pixelSize"] for row in heights)
        widths = new["Charts"]["data"][0]["columnMetadata"][model.anchor._from.col : model.anchor.to.col]  # fmt: skip
        beyond = model.anchor.to.col - max(model.anchor._from.col, 12)
        assert place["widthPixels"] == sum(one["pixelSize"] for one in widths) + 100 * max(0, beyond)  # fmt: skip


def test_a_batch_stays_small_and_paints_neighbours_together(laid):
    assert len(laid) < 700
    assert len(json.dumps(laid)) < 400_000
    kinds = {next(iter(request)) for request in laid}
    assert not kinds & {"pasteData", "copyPaste", "cutPaste", "mergeCells", "sortRange"}


def test_missing_tabs_are_added_to_a_sheet_that_has_others_and_nothing_there_changes(laid):
    sheets = Sheets()
    there = ["Start here", "Segments", "Scorecard", "CRM"]
    ids = {title: IDS[title] for title in there}
    sheets.batch(layout_requests(WHOLE, tabs=there, sheet_ids=ids, first_index=0))
    before = sheets.read()
    assert list(before) == ["Start here", "Scorecard", "Segments", "CRM", "Sheet1"]
    rest = [title for title in TITLES if title not in there]
    sheets.batch(layout_requests(WHOLE, tabs=rest, sheet_ids=IDS, first_index=4))
    after = sheets.read()
    titles = [*before][:4]
    assert {*after} == {*TITLES, "Sheet1"}
    assert [*after][:4] == titles
    assert [*after][4:6] == ["Settings", GUIDE]
    assert [*after][-1] == "Sheet1"
    for title in titles:
        assert after[title]["data"] == before[title]["data"]
        for what in ("protectedRanges", "conditionalFormats"):
            assert after[title].get(what) == before[title].get(what)
    place = new_tabs(WHOLE)["Research"].place("Segment")
    assert at(after["Research"], 2, place)["dataValidation"]["condition"]["type"] == "ONE_OF_RANGE"


def test_nothing_leads_to_a_tab_that_is_not_there():
    sheets = Sheets()
    tabs = ["Start here", "Research"]
    ids = {title: IDS[title] for title in tabs}
    sheets.batch(layout_requests(WHOLE, tabs=tabs, sheet_ids=ids, first_index=0))
    found = sheets.read()
    links = [
        one["hyperlink"]
        for sheet in found.values()
        for line in sheet["data"][0].get("rowData", [])
        for one in line.get("values", [])
        if "hyperlink" in one
    ]
    assert {int(re.findall(r"\d+", link)[0]) for link in links} <= set(ids.values())
    place = new_tabs(WHOLE)["Research"].place("Segment")
    assert "dataValidation" not in at(found["Research"], 2, place)


def test_suggestions_follow_a_column_that_a_team_has_moved():
    moved = {"Segments.Segment": "'Our segments'!$C$3:$C"}
    made = layout_requests(WHOLE, tabs=["Research"], sheet_ids=IDS, sources=moved, first_index=0)
    given = [
        request["setDataValidation"]["rule"]["condition"]["values"][0]["userEnteredValue"]
        for request in made
        if "setDataValidation" in request
    ]
    assert "='Our segments'!$C$3:$C" in given
    assert not [value for value in given if "'Segments'" in value]


def test_a_tab_without_an_id_is_not_laid_out_by_chance():
    with pytest.raises(KeyError):
        layout_requests(WHOLE, tabs=["CRM"], sheet_ids={}, first_index=0)


def test_a_missing_header_gets_its_whole_look_and_nothing_else_changes():
    sheets = Sheets()
    sheets.batch(layout_requests(WHOLE, tabs=["CRM"], sheet_ids=IDS, first_index=0))
    before = sheets.read(fields="sheets")["CRM"]
    width = before["properties"]["gridProperties"]["columnCount"]
    # The team has typed something of its own into the last column, and lost three of ours.
    added = {(1, width): "Deal stage", (1, width + 1): "Due", (1, width + 2): "Next action on"}
    sheets.batch(header_requests(IDS["CRM"], added, WHOLE["CRM"], width=width))
    after = sheets.read(fields="sheets")["CRM"]
    assert after["properties"]["gridProperties"]["columnCount"] == width + 3
    for row in (*range(TOP), 999):
        for column in range(width):
            assert at(after, row, column) == at(before, row, column)
    fresh = {column.title: place for place, column in enumerate(new_tabs(WHOLE)["CRM"].columns)}
    for (row, place), title in added.items():
        for line in (row, row + 1, 999):
            assert at(after, line, place) == at(before, line, fresh[title]), (title, line)
        one = after["data"][0]["columnMetadata"][place]
        assert one == before["data"][0]["columnMetadata"][fresh[title]]
    guards = after["protectedRanges"][len(before["protectedRanges"]) :]
    assert all(guard["warningOnly"] for guard in guards)
    spans = [(g["range"]["startColumnIndex"], g["range"]["startRowIndex"]) for g in guards]
    assert spans == [(width, 1), (width + 1, 1), (width + 1, 2), (width + 2, 1)]


def test_no_columns_are_added_where_the_grid_has_room_and_none_without_headers():
    room = header_requests(1, {(0, 3): "Status"}, WHOLE["Segments"], width=26)
    assert not [request for request in room if "appendDimension" in request]
    assert header_requests(1, {}, WHOLE["Segments"], width=26) == []
    one = header_requests(1, {(0, 26): "Status"}, WHOLE["Segments"], width=26)
    assert one[0]["appendDimension"]["length"] == 1


def test_more_rows_than_a_new_tab_has_still_fit():
    many = {"Segments": [{"Segment": f"Segment {number}"} for number in range(1_200)]}
    sheets = Sheets()
    sheets.batch(
        layout_requests(WHOLE, tabs=["Segments"], sheet_ids=IDS, lists=many, first_index=0)
    )
    found = sheets.read("Segments!1201:1201")["Segments"]
    assert at(found, 1_200, 0)["formattedValue"] == "Segment 1199"


def test_a_setting_that_is_a_number_stays_one_when_another_is_typed(new):
    rows = {at(new["Settings"], row, 0).get("formattedValue"): row for row in range(22)}
    cap, steps = rows["Daily cap"], rows["Cadence (business days)"]
    assert "numberFormat" not in formats(new["Settings"], cap, 1)
    assert formats(new["Settings"], steps, 1)["numberFormat"]["type"] == "TEXT"


def test_requests_are_made_from_the_contract_alone_and_can_be_made_again(laid):
    again = layout_requests(WHOLE, tabs=TITLES, sheet_ids=IDS, first_index=0)
    assert again == deepcopy(laid)


def test_a_chart_ends_at_the_last_column_where_it_ends_inside_of_the_tab():
    charts = [r["addChart"]["chart"] for r in chart_requests(7, new_tabs(WHOLE)["Charts"]) if "addChart" in r]  # fmt: skip
    first = charts[0]["position"]["overlayPosition"]["widthPixels"]
    assert first == sum(column_pixels(width) for width in (16, 14, 12, 12))


def test_empty_cells_and_open_ranges_are_said_as_the_api_says_them():
    assert cell(None) == cell("") == {}
    assert cell(True) == {"userEnteredValue": {"boolValue": True}}
    assert area(5) == {"sheetId": 5}
    assert area(5, rows=(2, None), columns=(0, 1)) == {
        "sheetId": 5,
        "startRowIndex": 2,
        "endColumnIndex": 1,
    }
