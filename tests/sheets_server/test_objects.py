"""Objects on the grid are created, changed, shown and deleted, also with a new spreadsheet."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, Switches
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

BOX: Json = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 2}


@pytest.fixture
def talk() -> Talk:
    return Talk()


def one(talk: Talk, kind: str, body: Json) -> Any:
    return talk.batch({kind: body})["replies"][0].get(kind)


def test_a_spreadsheet_is_created_with_all_that_it_is_given() -> None:
    server = Server()
    cell = {"userEnteredValue": {"stringValue": "a"}, "note": "n"}
    data = {"startRow": 1, "rowData": [{"values": [cell]}], "rowMetadata": [{"pixelSize": 40}]}
    sheet: Json = {"properties": {"title": "T", "sheetId": 9}, "data": [data]}
    box = BOX | {"sheetId": 9}
    sheet["merges"] = [box | {"startRowIndex": 4, "endRowIndex": 6}]
    sheet["protectedRanges"] = [{"range": box}]
    sheet["basicFilter"] = {"range": box}
    sheet["conditionalFormats"] = [
        {"ranges": [box], "booleanRule": {"condition": {"type": "BLANK"}}}
    ]
    tag = {
        "metadataId": 3,
        "metadataKey": "k",
        "visibility": "PROJECT",
        "location": {"spreadsheet": True},
    }
    body = {
        "properties": {"title": "All", "locale": "en_GB", "timeZone": "Europe/London"},
        "sheets": [sheet],
        "namedRanges": [{"name": "n", "range": box}],
        "developerMetadata": [tag],
    }
    status, made = server.handle("POST", "/v4/spreadsheets", {}, body)
    assert status == 200, made
    assert made["properties"]["locale"] == "en_GB"
    assert made["developerMetadata"][0]["metadataId"] == 3
    shown = made["sheets"][0]
    assert set(shown) == {
        "properties", "merges", "protectedRanges", "basicFilter", "conditionalFormats",
    }  # fmt: skip
    _, grid = server.handle(
        "GET",
        f"/v4/spreadsheets/{made['spreadsheetId']}",
        {"ranges": "T!A2:B2", "includeGridData": "true"},
    )
    data = grid["sheets"][0]["data"][0]
    assert (data["startRow"], data["rowMetadata"][0]["pixelSize"]) == (1, 40)
    assert data["rowData"][0]["values"][0]["note"] == "n"


@pytest.mark.parametrize(
    "body",
    [
        {"properties": {"locale": "xx_YY"}},
        {"sheets": [{"properties": {"sheetType": "OBJECT"}}]},
        {"sheets": [{"commentAnchors": [{}]}]},
    ],
)
def test_what_cannot_be_created_yet_says_so(body: Json) -> None:
    server = Server()
    assert server.handle("POST", "/v4/spreadsheets", {}, body)[0] == 501
    assert server.files == {}


def test_named_ranges_change_and_go(talk: Talk) -> None:
    key = one(talk, "addNamedRange", {"namedRange": {"name": "n", "range": BOX}})["namedRange"][
        "namedRangeId"
    ]
    assert "already exists" in talk.refused(
        {"addNamedRange": {"namedRange": {"name": "N", "range": BOX}}}
    )
    assert "not valid" in talk.refused(
        {"addNamedRange": {"namedRange": {"name": "A1", "range": BOX}}}
    )
    change = {"namedRange": {"namedRangeId": key, "name": "m"}, "fields": "name"}
    talk.batch({"updateNamedRange": change})
    assert talk.ask("GET", "")["namedRanges"] == [{"namedRangeId": key, "name": "m", "range": BOX}]
    talk.batch({"deleteNamedRange": {"namedRangeId": key}})
    assert "No named range" in talk.refused({"deleteNamedRange": {"namedRangeId": key}})


def test_protections_change_and_go(talk: Talk) -> None:
    made = one(talk, "addProtectedRange", {"protectedRange": {"range": BOX, "description": "d"}})[
        "protectedRange"
    ]
    assert made["editors"] == {"users": [talk.server.account]}
    number = made["protectedRangeId"]
    talk.batch(
        {
            "updateProtectedRange": {
                "protectedRange": {"protectedRangeId": number, "warningOnly": True},
                "fields": "warningOnly",
            }
        }
    )
    assert talk.sheet()["protectedRanges"][0]["warningOnly"]
    talk.batch({"deleteProtectedRange": {"protectedRangeId": number}})
    assert "protectedRanges" not in talk.sheet()


def test_banding_and_rules_and_views_change(talk: Talk) -> None:
    look = {"headerColor": {"green": 0.5}}
    band = one(talk, "addBanding", {"bandedRange": {"range": BOX, "rowProperties": look}})[
        "bandedRange"
    ]
    number = {"bandedRangeId": band["bandedRangeId"]}
    talk.batch(
        {
            "updateBanding": {
                "bandedRange": number | {"range": BOX | {"endRowIndex": 9}},
                "fields": "range",
            }
        }
    )
    assert talk.sheet()["bandedRanges"][0]["range"]["endRowIndex"] == 9
    talk.batch({"deleteBanding": number})
    rules = [
        {"ranges": [BOX], "booleanRule": {"condition": {"type": kind}}}
        for kind in ("BLANK", "NOT_BLANK")
    ]
    talk.batch(
        *[
            {"addConditionalFormatRule": {"rule": rule, "index": place}}
            for place, rule in enumerate(rules)
        ]
    )
    moved = one(talk, "updateConditionalFormatRule", {"index": 1, "newIndex": 0, "sheetId": 0})
    assert moved == {"newRule": rules[1], "oldIndex": 1}
    changed = one(talk, "updateConditionalFormatRule", {"index": 1, "rule": rules[1]})
    assert changed == {"newRule": rules[1], "newIndex": 1, "oldRule": rules[0]}
    view = one(talk, "addFilterView", {"filter": {"range": BOX}})["filter"]
    assert view["title"] == "Filter 1"
    talk.batch(
        {
            "updateFilterView": {
                "filter": {"filterViewId": view["filterViewId"], "title": "t"},
                "fields": "title",
            }
        }
    )
    assert talk.sheet()["filterViews"][0]["title"] == "t"


def test_charts_change_and_move(talk: Talk) -> None:
    place = {"overlayPosition": {"anchorCell": {"rowIndex": 1}}}
    chart = one(
        talk, "addChart", {"chart": {"spec": {"title": "a", "pieChart": {}}, "position": place}}
    )["chart"]
    number = chart["chartId"]
    talk.batch({"updateChartSpec": {"chartId": number, "spec": {"title": "b", "pieChart": {}}}})
    moved = one(
        talk,
        "updateEmbeddedObjectPosition",
        {
            "objectId": number,
            "newPosition": {"overlayPosition": {"widthPixels": 10}},
            "fields": "widthPixels",
        },
    )
    assert moved["position"]["overlayPosition"]["widthPixels"] == 10
    assert talk.sheet()["charts"][0]["spec"]["title"] == "b"


def test_a_duplicated_tab_has_its_own_ids_and_rows() -> None:
    for copies in (True, False):
        talk = Talk(Server(switches=Switches(duplicate_copies_metadata=copies)))
        talk.put("A1", [["a"]])
        tag = {
            "metadataKey": "k",
            "visibility": "DOCUMENT",
            "location": {"dimensionRange": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}},
        }
        talk.batch(
            {"createDeveloperMetadata": {"developerMetadata": tag}},
            {"addFilterView": {"filter": {"range": BOX}}},
            {"setBasicFilter": {"filter": {"range": BOX}}},
        )
        made = one(talk, "duplicateSheet", {"sourceSheetId": 0, "insertSheetIndex": 1})[
            "properties"
        ]
        assert (made["title"], made["index"]) == ("Copy of Sheet1", 1)
        new, old = talk.sheet(1), talk.sheet(0)
        assert new["basicFilter"]["range"]["sheetId"] == made["sheetId"]
        assert new["filterViews"][0]["filterViewId"] != old["filterViews"][0]["filterViewId"]
        assert not set(talk.server.rows(talk.key, "Sheet1")) & set(
            talk.server.rows(talk.key, "Copy of Sheet1")
        )
        assert len(talk.server.books[talk.key].tags) == (2 if copies else 1)


def test_ranges_push_their_neighbours_and_close_up(talk: Talk) -> None:
    talk.put("A1:B3", [["a", "x"], ["b", "y"], ["c", "z"]])
    first = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    talk.batch({"insertRange": {"range": first, "shiftDimension": "ROWS"}})
    assert talk.get("A1:B4") == [["", "x"], ["a", "y"], ["b", "z"], ["c"]]
    talk.batch({"deleteRange": {"range": first, "shiftDimension": "COLUMNS"}})
    assert talk.get("A1:B4") == [["x"], ["a", "y"], ["b", "z"], ["c"]]


def test_duplicates_blanks_and_borders(talk: Talk) -> None:
    talk.put("A1:A4", [["a "], ["b"], ["a"], ["  c  d "]])
    span = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 1}
    assert one(talk, "trimWhitespace", {"range": span}) == {"cellsChangedCount": 2}
    assert one(talk, "deleteDuplicates", {"range": span}) == {"duplicatesRemovedCount": 1}
    assert talk.get("A1:A4") == [["a"], ["b"], ["c d"]]
    line = {"style": "SOLID", "color": {"red": 1}}
    talk.batch(
        {"updateBorders": {"range": span, "top": line, "innerHorizontal": {"style": "DASHED"}}}
    )
    grid = talk.sheet(ranges="A1", includeGridData="true")["data"][0]["rowData"][0]["values"][0]
    borders = grid["userEnteredFormat"]["borders"]
    assert (borders["top"]["style"], borders["bottom"]["style"]) == ("SOLID", "DASHED")
    assert borders["top"]["colorStyle"] == {"rgbColor": {"red": 1}}


def test_data_filters_choose_what_is_read_and_cleared(talk: Talk) -> None:
    talk.put("A1:B2", [["a", "b"], ["c", "d"]])
    filters: Json = {"dataFilters": [{"a1Range": "A1:A2"}, {"gridRange": BOX | {"endRowIndex": 1}}]}
    found = talk.ask("POST", ":getByDataFilter", {}, filters | {"includeGridData": True})
    assert len(found["sheets"][0]["data"]) == 2
    done = talk.ask(
        "POST", "/values:batchClearByDataFilter", {}, {"dataFilters": filters["dataFilters"][:1]}
    )
    assert done["clearedRanges"] == ["Sheet1!A1:A2"]
    assert talk.get("A1:B2") == [["", "b"], ["", "d"]]
    assert (
        "data filter"
        in talk.error("POST", "/developerMetadata:search", {}, {"dataFilters": [{}]})["message"]
    )
    where = {
        "metadataLocation": {"sheetId": 0},
        "locationMatchingStrategy": "INTERSECTING_LOCATION",
    }
    column = {"dimensionRange": {"dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}}
    tag = {"metadataId": 4, "metadataKey": "k", "visibility": "DOCUMENT", "location": column}
    talk.batch({"createDeveloperMetadata": {"developerMetadata": tag}})
    search = talk.ask(
        "POST",
        "/developerMetadata:search",
        {},
        {"dataFilters": [{"developerMetadataLookup": where}, {"a1Range": "B5"}]},
    )
    assert len(search["matchedDeveloperMetadata"][0]["dataFilters"]) == 2
