"""batchUpdate: each kind of request, all or nothing, with Google's replies."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, Switches
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk()


def area(top: int, left: int, bottom: int, right: int, **extra: int) -> Json:
    sides = {"startRowIndex": top, "startColumnIndex": left}
    return sides | {"endRowIndex": bottom, "endColumnIndex": right} | extra


def rows(start: int, end: int) -> Json:
    return {"dimension": "ROWS", "startIndex": start, "endIndex": end}


def texts(*lines: list[Any]) -> list[Json]:
    return [
        {"values": [{"userEnteredValue": {"stringValue": one}} for one in line]} for line in lines
    ]


def tag(number: int, **location: Any) -> Json:
    body = {"metadataId": number, "metadataKey": "k", "visibility": "DOCUMENT"}
    body["location"] = location or {"spreadsheet": True}
    return {"createDeveloperMetadata": {"developerMetadata": body}}


def test_a_batch_with_one_bad_request_changes_nothing(talk: Talk) -> None:
    good = {"updateCells": {"start": {}, "rows": texts(["a"]), "fields": "userEnteredValue"}}
    message = talk.refused(good, {"addSheet": {"properties": {"title": "Sheet1"}}})
    assert message == (
        'Invalid requests[1].addSheet: A sheet with the name "Sheet1" already exists.'
        " Please enter another name."
    )
    assert talk.get("A1") == []
    assert talk.server.books[talk.key].revision == 0


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"frobnicate": {}}, "Invalid JSON payload received. Unknown name \"frobnicate\" at 'requests[0]': Cannot find field."),
        ("repeatCell", "Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), \"repeatCell\""),
        ({"repeatCell": {}}, "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"),
        ({"repeatCell": {"fields": "note", "range": {"sheetId": 9}}}, "Invalid requests[0].repeatCell: No grid with id: 9"),
        ({"repeatCell": {"fields": "note", "range": {"startRowIndex": 1000, "startColumnIndex": 0, "endColumnIndex": 2}}}, "Invalid requests[0].repeatCell: Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ({"repeatCell": {"fields": "note", "range": area(1000, 0, 1001, 2)}}, "Invalid requests[0].repeatCell: Range (Sheet1!A1001:B1001) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ({"repeatCell": {"fields": "note", "range": area(0, 26, 2, 27)}}, "Invalid requests[0].repeatCell: Range (Sheet1!AA1:AA2) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ({"repeatCell": {"fields": "note", "range": {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 26}}}, "Invalid requests[0].repeatCell: Range (Sheet1!AA1:2) exceeds grid limits. Max rows: 1000, max columns: 26"),
    ],
)  # fmt: skip
def test_a_request_is_refused_in_googles_words(talk: Talk, request_: Any, message: str) -> None:
    assert talk.error("POST", ":batchUpdate", {}, {"requests": [request_]})["message"] == message


def test_what_is_not_built_says_so(talk: Talk) -> None:
    found = talk.error("POST", ":batchUpdate", {}, {"requests": [{"addDataSource": {}}]})
    assert (found["code"], found["status"]) == (501, "UNIMPLEMENTED")
    assert "addDataSource" in found["message"]


def test_an_empty_batch_and_two_kinds_at_once_are_refused(talk: Talk) -> None:
    assert talk.refused() == "Must specify at least one request."
    assert "oneof field 'kind'" in talk.refused({"addSheet": {}, "deleteSheet": {}})


def test_update_cells_writes_typed_values_from_a_start(talk: Talk) -> None:
    values = [
        {"userEnteredValue": {"stringValue": "=1+1"}},
        {"userEnteredValue": {"numberValue": 0}},
        {},
    ]
    talk.put("A1:C2", [["x", "y", "z"], ["u", "v", "w"]])
    body = {"start": {"rowIndex": 0}, "rows": [{"values": values}], "fields": "userEnteredValue"}
    assert talk.batch({"updateCells": body})["replies"] == [{}]
    assert talk.get("A1:C2", valueRenderOption="FORMULA") == [["=1+1", 0], ["u", "v", "w"]]
    data = talk.sheet(ranges="A1:B1", includeGridData="true")["data"][0]
    one, two = data["rowData"][0]["values"]
    assert one["userEnteredValue"] == {"stringValue": "=1+1"}
    assert two["effectiveValue"] == {"numberValue": 0}
    assert two["effectiveFormat"]["horizontalAlignment"] == "RIGHT"
    assert "userEnteredFormat" not in two


def test_update_cells_over_a_range_clears_the_rest(talk: Talk) -> None:
    talk.put("A1:B2", [["x", "y"], ["u", "v"]])
    body = {"range": area(0, 0, 2, 2), "rows": texts(["n"]), "fields": "userEnteredValue"}
    talk.batch({"updateCells": body})
    assert talk.get("A1:B2") == [["n"]]


def test_append_cells_goes_below_all_data_and_grows_the_grid(talk: Talk) -> None:
    talk.put("A1000", [["last"]])
    talk.batch({"appendCells": {"rows": texts(["new"]), "fields": "userEnteredValue"}})
    assert talk.get("A1000:A1001") == [["last"], ["new"]]


def test_a_used_metadata_id_fails_the_whole_batch(talk: Talk) -> None:
    reply = talk.batch(tag(7))["replies"][0]["createDeveloperMetadata"]["developerMetadata"]
    where = {"locationType": "SPREADSHEET", "spreadsheet": True}
    assert reply == {
        "metadataId": 7,
        "metadataKey": "k",
        "location": where,
        "visibility": "DOCUMENT",
    }
    write = {"updateCells": {"start": {}, "rows": texts(["a"]), "fields": "userEnteredValue"}}
    assert talk.refused(tag(7), write).startswith("Invalid requests[0].createDeveloperMetadata")
    assert talk.refused(write, tag(8), tag(8)).startswith("Invalid requests[2].")
    assert talk.get("A1") == []


def test_metadata_stays_with_its_row_and_is_found_updated_and_deleted(talk: Talk) -> None:
    talk.put("A1:A3", [["a"], ["b"], ["c"]])
    talk.batch(tag(5, dimensionRange=rows(1, 2)), tag(6, sheetId=0), tag(7))
    talk.batch({"insertDimension": {"range": rows(0, 1)}})
    where = {"locationType": "ROW", "dimensionRange": rows(2, 3)}
    assert talk.ask("GET", "/developerMetadata/5")["location"] == where
    lookup = {"dataFilters": [{"developerMetadataLookup": {"metadataId": 5}}]}
    found = talk.ask("POST", "/values:batchGetByDataFilter", {}, lookup)["valueRanges"][0]
    assert found["valueRange"]["range"] == "Sheet1!A3:Z3"
    assert found["valueRange"]["values"] == [["b"]]
    both = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "k"}}]}
    matched = talk.ask("POST", "/developerMetadata:search", {}, both)["matchedDeveloperMetadata"]
    assert [one["developerMetadata"]["metadataId"] for one in matched] == [5, 6, 7]
    data = [{"dataFilter": lookup["dataFilters"][0], "values": [["B"]]}]
    done = talk.ask(
        "POST", "/values:batchUpdateByDataFilter", {}, {"data": data, "valueInputOption": "RAW"}
    )
    assert done["responses"][0]["updatedRange"] == "Sheet1!A3"
    new = {"dataFilters": lookup["dataFilters"], "developerMetadata": {"metadataValue": "v"}}
    talk.batch({"updateDeveloperMetadata": new | {"fields": "metadataValue"}})
    grid = talk.sheet(ranges="A3", includeGridData="true")["data"][0]
    assert grid["rowMetadata"][0]["developerMetadata"][0]["metadataValue"] == "v"
    talk.batch({"deleteDimension": {"range": rows(2, 3)}})
    missing = talk.error("GET", "/developerMetadata/5")
    assert (missing["code"], missing["message"]) == (404, "No developer metadata with ID 5.")
    gone = talk.batch({"deleteDeveloperMetadata": {"dataFilter": both["dataFilters"][0]}})
    assert len(gone["replies"][0]["deleteDeveloperMetadata"]["deletedDeveloperMetadata"]) == 2
    assert talk.ask("POST", "/developerMetadata:search", {}, both) == {}


def test_the_answer_holds_the_spreadsheet_afterwards(talk: Talk) -> None:
    body = {"start": {}, "rows": texts(["a", "b"]), "fields": "userEnteredValue"}
    done = talk.batch(
        {"updateCells": body},
        includeSpreadsheetInResponse=True,
        responseRanges=["A1:A2"],
        responseIncludeGridData=True,
    )
    data = done["updatedSpreadsheet"]["sheets"][0]["data"][0]
    assert [one["formattedValue"] for one in data["rowData"][0]["values"]] == ["a"]


def test_formats_keep_both_spellings_of_a_colour_and_masks_touch_only_what_they_name(
    talk: Talk,
) -> None:
    def paint(format_: Json, mask: str) -> None:
        cell = {"userEnteredFormat": format_}
        talk.batch({"repeatCell": {"range": area(0, 0, 1, 1), "cell": cell, "fields": mask}})

    paint(
        {"textFormat": {"bold": True}, "backgroundColor": {"red": 0.1, "blue": 0}},
        "userEnteredFormat",
    )
    paint({"textFormat": {"italic": True}}, "userEnteredFormat.textFormat.italic")
    shown = talk.sheet(ranges="A1", includeGridData="true")["data"][0]["rowData"][0]["values"][0]
    red = {"red": 0.09803922}
    assert shown["userEnteredFormat"] == {
        "textFormat": {"bold": True, "italic": True},
        "backgroundColor": red,
        "backgroundColorStyle": {"rgbColor": red},
    }
    paint({}, "userEnteredFormat(backgroundColor,textFormat)")
    assert "data" in talk.sheet(includeGridData="true")
    assert "rowData" not in talk.sheet(includeGridData="true")["data"][0]


def test_references_merges_and_filters_follow_inserted_deleted_and_moved_rows(talk: Talk) -> None:
    talk.put("A1:A4", [[1], [2], [3], ["=SUM(A1:A3)"]])
    talk.put("B1", [["=A2*10"]])
    talk.batch(
        {"mergeCells": {"range": area(5, 0, 6, 2), "mergeType": "MERGE_ALL"}},
        {"setBasicFilter": {"filter": {"range": area(0, 0, 4, 2)}}},
        {"insertDimension": {"range": rows(1, 2)}},
    )
    assert talk.get("A1:B5", valueRenderOption="FORMULA") == [
        [1, "=A3*10"],
        [],
        [2],
        [3],
        ["=SUM(A1:A4)"],
    ]
    sheet = talk.sheet()
    assert sheet["merges"] == [area(6, 0, 7, 2)]
    assert sheet["basicFilter"]["range"] == area(0, 0, 5, 2)
    talk.batch({"moveDimension": {"source": rows(2, 3), "destinationIndex": 4}})
    assert talk.get("B1", valueRenderOption="FORMULA") == [["=A4*10"]]
    talk.batch({"deleteDimension": {"range": rows(3, 4)}})
    assert talk.get("B1", valueRenderOption="FORMULA") == [["=#REF!*10"]]
    assert talk.get("B1") == [["#REF!"]]


def test_sorting_keeps_blanks_last_and_the_oracle_follows_the_rows(talk: Talk) -> None:
    talk.put("A1:B4", [["b", 2], ["", 9], [10, 1], ["a", 3]])
    before = talk.server.rows(talk.key, "Sheet1")[:4]
    talk.batch(tag(1, dimensionRange=rows(0, 1)))
    spec = [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}]
    talk.batch({"sortRange": {"range": area(0, 0, 4, 26), "sortSpecs": spec}})
    assert talk.get("A1:B4") == [["10", "1"], ["a", "3"], ["b", "2"], ["", "9"]]
    after = talk.server.rows(talk.key, "Sheet1")[:4]
    assert after == [before[2], before[3], before[0], before[1]]
    start = talk.ask("GET", "/developerMetadata/1")["location"]["dimensionRange"]["startIndex"]
    assert start == 0


def test_metadata_goes_with_a_sorted_row_where_the_switch_says_so() -> None:
    talk = Talk(Server(switches=Switches(sort_moves_metadata=True)))
    talk.put("A1:A2", [["b"], ["a"]])
    talk.batch(tag(1, dimensionRange=rows(0, 1)))
    spec = [{"dimensionIndex": 0}]
    talk.batch({"sortRange": {"range": area(0, 0, 2, 26), "sortSpecs": spec}})
    assert talk.ask("GET", "/developerMetadata/1")["location"]["dimensionRange"] == rows(1, 2)


def test_copying_repeats_shifts_formulas_and_cutting_takes_references_along(talk: Talk) -> None:
    talk.put("A1:B2", [[1, "=A1*2"], [5, "=B1+$A$1"]])
    talk.batch(
        {
            "copyPaste": {
                "source": area(0, 1, 1, 2),
                "destination": area(2, 1, 4, 2),
                "pasteType": "PASTE_NORMAL",
            }
        }
    )
    assert talk.get("B3:B4", valueRenderOption="FORMULA") == [["=A3*2"], ["=A4*2"]]
    talk.batch({"copyPaste": {"source": area(1, 1, 2, 2), "destination": area(6, 2, 7, 3)}})
    assert talk.get("C7", valueRenderOption="FORMULA") == [["=C6+$A$1"]]
    talk.batch(
        {
            "copyPaste": {
                "source": area(0, 1, 1, 2),
                "destination": area(5, 0, 6, 1),
                "pasteType": "PASTE_VALUES",
            }
        }
    )
    assert talk.get("A6", valueRenderOption="FORMULA") == [[2]]
    talk.batch(
        {
            "cutPaste": {
                "source": area(0, 0, 1, 1),
                "destination": {"rowIndex": 9, "columnIndex": 3},
                "pasteType": "PASTE_NORMAL",
            }
        }
    )
    assert talk.get("B1:B2", valueRenderOption="FORMULA") == [["=D10*2"], ["=B1+$D$10"]]
    talk.batch(
        {
            "pasteData": {
                "coordinate": {"rowIndex": 20},
                "data": "a;1\nb;=1+1",
                "delimiter": ";",
                "type": "PASTE_NORMAL",
            }
        }
    )
    assert talk.get("A21:B22") == [["a", "1"], ["b", "2"]]


def test_find_and_replace_counts_as_documented(talk: Talk) -> None:
    talk.put("A1:B2", [["aa", "b"], ["=1+1", "xa"]])
    body = {"find": "a", "replacement": "o", "allSheets": True}
    reply = talk.batch({"findReplace": body})["replies"][0]["findReplace"]
    assert reply == {
        "valuesChanged": 2,
        "rowsChanged": 2,
        "sheetsChanged": 1,
        "occurrencesChanged": 3,
    }
    assert talk.get("A1:B2") == [["oo", "b"], ["2", "xo"]]
    assert talk.batch({"findReplace": body})["replies"] == [{"findReplace": {}}]


def test_filters_hide_rows_and_views_are_kept(talk: Talk) -> None:
    talk.put("A1:A4", [["head"], ["x"], ["y"], ["z"]])
    criteria = {
        "0": {
            "hiddenValues": ["x"],
            "condition": {"type": "TEXT_NOT_CONTAINS", "values": [{"userEnteredValue": "z"}]},
        }
    }
    talk.batch({"setBasicFilter": {"filter": {"range": area(0, 0, 4, 1), "criteria": criteria}}})
    lines = talk.sheet(ranges="A1:A4", includeGridData="true")["data"][0]["rowMetadata"]
    assert ["hiddenByFilter" in one for one in lines] == [False, True, False, True]
    view = talk.batch({"addFilterView": {"filter": {"title": "mine", "range": area(0, 0, 4, 1)}}})
    number = view["replies"][0]["addFilterView"]["filter"]["filterViewId"]
    talk.batch(
        {"duplicateFilterView": {"filterId": number}}, {"deleteFilterView": {"filterId": number}}
    )
    assert [one["title"] for one in talk.sheet()["filterViews"]] == ["Copy of mine"]
    talk.batch({"clearBasicFilter": {}})
    assert "basicFilter" not in talk.sheet()


def test_banding_rules_charts_and_groups_come_back_with_their_ids(talk: Talk) -> None:
    band = {"range": area(0, 0, 3, 2), "rowProperties": {"firstBandColor": {"red": 1}}}
    done = talk.batch({"addBanding": {"bandedRange": band}})["replies"][0]["addBanding"][
        "bandedRange"
    ]
    assert done["rowProperties"]["firstBandColorStyle"] == {"rgbColor": {"red": 1}}
    condition = {"type": "NOT_BLANK"}
    rule = {
        "ranges": [area(0, 0, 3, 2)],
        "booleanRule": {"condition": condition, "format": {"textFormat": {"bold": True}}},
    }
    talk.batch({"addConditionalFormatRule": {"rule": rule, "index": 0}})
    assert (
        talk.batch({"deleteConditionalFormatRule": {"index": 0}})["replies"][0][
            "deleteConditionalFormatRule"
        ]["rule"]
        == rule
    )
    chart = {
        "spec": {"title": "t", "basicChart": {"chartType": "LINE"}},
        "position": {"overlayPosition": {"anchorCell": {"rowIndex": 2}}},
    }
    made = talk.batch({"addChart": {"chart": chart}})["replies"][0]["addChart"]["chart"]
    assert made["position"] == {
        "overlayPosition": {"anchorCell": {"rowIndex": 2}, "widthPixels": 600, "heightPixels": 371}
    }
    talk.batch({"deleteEmbeddedObject": {"objectId": made["chartId"]}})
    groups = talk.batch(
        {"addDimensionGroup": {"range": rows(1, 5)}}, {"addDimensionGroup": {"range": rows(2, 3)}}
    )
    assert [
        one["depth"] for one in groups["replies"][1]["addDimensionGroup"]["dimensionGroups"]
    ] == [1, 2]


def test_tabs_cannot_all_go_and_formulas_follow_a_new_title() -> None:
    talk = Talk(None, "One", "Two")
    talk.put("One!A1", [["=Two!A1"]])
    two = talk.sheet(1)["properties"]["sheetId"]
    talk.batch(
        {
            "updateSheetProperties": {
                "properties": {"sheetId": two, "title": "My Tab"},
                "fields": "title",
            }
        }
    )
    assert talk.get("One!A1", valueRenderOption="FORMULA") == [["='My Tab'!A1"]]
    talk.batch({"deleteSheet": {"sheetId": two}})
    assert talk.get("One!A1") == [["#REF!"]]
    one = talk.sheet()["properties"]["sheetId"]
    assert "remove all" in talk.refused({"deleteSheet": {"sheetId": one}})


def test_a_field_mask_decides_what_an_answer_holds(talk: Talk) -> None:
    talk.put("A1", [["a"]])
    found = talk.ask(
        "GET", "", {"fields": "sheets(properties/title,data.rowData.values.formattedValue)"}
    )
    values = [{"values": [{"formattedValue": "a"}]}]
    assert found == {"sheets": [{"properties": {"title": "Sheet1"}, "data": [{"rowData": values}]}]}
    wrong = talk.error("GET", "", {"fields": "sheets.sheetProperties"})
    assert wrong["message"] == "Request contains an invalid argument."
    assert wrong["details"][0]["fieldViolations"][0]["field"] == "sheets.sheetProperties"


def test_a_tab_is_copied_to_another_spreadsheet(talk: Talk) -> None:
    talk.put("A1", [["a"]])
    other = Talk(talk.server)
    done = talk.ask("POST", "/sheets/0:copyTo", {}, {"destinationSpreadsheetId": other.key})
    assert (done["title"], done["index"]) == ("Copy of Sheet1", 1)
    assert other.get("'Copy of Sheet1'!A1") == [["a"]]


def test_a_strict_rule_is_judged_only_where_the_switch_says_so() -> None:
    rule = {
        "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "x"}]},
        "strict": True,
    }
    for refuses in (False, True):
        talk = Talk(Server(switches=Switches(strict_validation_refuses=refuses)))
        talk.batch({"setDataValidation": {"range": area(0, 0, 1, 1), "rule": rule}})
        status, _ = talk.server.handle(
            "PUT", f"{talk.base}/values/A1", {"valueInputOption": "RAW"}, {"values": [["y"]]}
        )
        assert status == (400 if refuses else 200)
