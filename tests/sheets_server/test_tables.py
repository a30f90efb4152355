"""Native tables: names in the header, types by column, rows that join."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

LIST = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Open"}]}}
RED = {"rgbColor": {"red": 1}}


def area(bottom: int = 3, right: int = 3, top: int = 0, left: int = 0) -> Json:
    return {
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    found.put("A1:C3", [["Name", "Amount", "Done"], ["x", 1, "maybe"], ["y", 2, ""]])
    return found


def add(talk: Talk, **table: Any) -> Json:
    body = {"addTable": {"table": {"range": area(), **table}}}
    found: Json = talk.batch(body)["replies"][0]["addTable"]["table"]
    return found


def test_a_table_has_an_entry_for_every_column_and_makes_names_up(talk: Talk) -> None:
    columns = [
        {"columnIndex": 1, "columnType": "DOUBLE"},
        {"columnIndex": 2, "columnType": "BOOLEAN", "columnName": "Flag"},
    ]
    table = add(talk, name="T", tableId="7", columnProperties=columns)
    assert table == {
        "tableId": "7",
        "name": "T",
        "range": area(),
        "columnProperties": [
            {"columnName": "Name"},
            {"columnIndex": 1, "columnName": "Column 1", "columnType": "DOUBLE"},
            {"columnIndex": 2, "columnName": "Flag", "columnType": "BOOLEAN"},
        ],
    }
    assert talk.get("A1:C3") == [
        ["Name", "Column 1", "Flag"],
        ["x", "1", "FALSE"],
        ["y", "2", "FALSE"],
    ]
    assert talk.sheet()["tables"] == [table]
    assert talk.sheet()["bandedRanges"] == [{"range": area(), "bandedRangeReference": "7"}]
    assert "bandedRanges" not in talk.sheet(excludeTablesInBandedRanges="true")


def test_a_header_cell_names_its_column_and_never_holds_a_formula(talk: Talk) -> None:
    add(talk, range=area(right=4))
    talk.put("A1:B1", [["Lead", "=1+2"]])
    names = [one["columnName"] for one in talk.sheet()["tables"][0]["columnProperties"]]
    assert names == ["Lead", "Column 2", "Done", "Column 4"]


def test_columns_are_replaced_as_a_whole(talk: Talk) -> None:
    table = add(talk, columnProperties=[{"columnIndex": 1, "columnType": "CURRENCY"}])
    columns = [
        {"columnName": "A", "columnType": "DROPDOWN", "dataValidationRule": LIST},
        {"columnIndex": 2, "columnName": "Stars", "columnType": "RATINGS_CHIP"},
    ]
    body = {"tableId": table["tableId"], "name": "New", "columnProperties": columns}
    talk.batch({"updateTable": {"table": body, "fields": "name,columnProperties"}})
    found = talk.sheet()["tables"][0]
    assert found["name"] == "New"
    assert [one.get("columnType") for one in found["columnProperties"]] == [
        "DROPDOWN",
        None,
        "RATINGS_CHIP",
    ]
    assert talk.get("C1:C3") == [["Stars"], ["0"], ["0"]]
    talk.batch(
        {"insertDimension": {"range": {"dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}}}
    )
    kinds = [one.get("columnType") for one in talk.sheet()["tables"][0]["columnProperties"]]
    assert kinds == ["DROPDOWN", None, None, "RATINGS_CHIP"]


def test_a_footer_comes_and_goes_with_a_row(talk: Talk) -> None:
    key = add(talk, rowsProperties={"headerColorStyle": RED})["tableId"]

    def update(rows: Json, fields: str) -> Json:
        body = {"table": {"tableId": key, "rowsProperties": rows}, "fields": fields}
        talk.batch({"updateTable": body})
        found: Json = talk.sheet()["tables"][0]
        return found

    longer = update({"footerColorStyle": RED}, "rowsProperties.footerColorStyle")
    assert longer["range"]["endRowIndex"] == 4
    assert longer["rowsProperties"] == {"headerColorStyle": RED, "footerColorStyle": RED}
    assert talk.sheet()["bandedRanges"][0]["rowProperties"]["headerColor"] == {"red": 1}
    assert update({}, "*")["range"]["endRowIndex"] == 3


def test_appended_rows_join_the_table_and_push_what_is_below(talk: Talk) -> None:
    talk.put("A4", [["below"]])
    key = add(talk)["tableId"]
    rows = [{"values": [{"userEnteredValue": {"stringValue": one}}]} for one in ("p", "q")]
    talk.batch({"appendCells": {"tableId": key, "rows": rows, "fields": "userEnteredValue"}})
    assert talk.get("A1:A6") == [["Name"], ["x"], ["y"], ["p"], ["q"], ["below"]]
    assert talk.sheet()["tables"][0]["range"]["endRowIndex"] == 5
    talk.batch({"updateTable": {"table": {"tableId": key, "range": area(8)}, "fields": "range"}})
    talk.batch({"appendCells": {"tableId": key, "rows": rows[:1], "fields": "userEnteredValue"}})
    assert talk.sheet()["tables"][0]["range"]["endRowIndex"] == 8


def test_filters_and_protection_can_go_with_a_table(talk: Talk) -> None:
    key = add(talk)["tableId"]
    talk.batch(
        {"addProtectedRange": {"protectedRange": {"tableId": key, "warningOnly": True}}},
        {"addFilterView": {"filter": {"tableId": key}}},
    )
    sheet = talk.sheet()
    assert sheet["protectedRanges"][0]["range"] == sheet["filterViews"][0]["range"] == area()


def test_a_table_goes_with_what_it_holds_and_a_copy_is_its_own(talk: Talk) -> None:
    key = add(talk, name="T", columnProperties=[{"columnType": "TEXT", "columnName": "N"}])[
        "tableId"
    ]
    talk.batch({"duplicateSheet": {"sourceSheetId": 0}})
    copy = talk.sheet(0)["tables"][0]
    assert copy["tableId"] != key
    assert copy["name"] != "T"
    assert copy["columnProperties"][0] == {"columnName": "N", "columnType": "TEXT"}
    talk.batch({"deleteTable": {"tableId": key}})
    assert "tables" not in talk.sheet(1)
    assert talk.get("Sheet1!A1:C3") == []


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        # The first two and "header row cell" as Google answers; sources in README.md.
        ("addTable", {"columnProperties": [{"columnType": "DROPDOWN"}]}, "Condition must be set for dropdown column type."),
        ("addTable", {"columnProperties": [{"columnType": "DATE", "dataValidationRule": LIST}]}, "Cannot set condition for non-dropdown column type."),
        ("addTable", {"columnProperties": [{"columnIndex": 9}]}, "outside of the table"),
        ("addTable", {"columnProperties": [{}, {}]}, "given twice"),
        ("addTable", {"tableId": "1"}, "already exists"),
        ("addTable", {"name": "one"}, "already exists"),
        ("addTable", {"range": area(2, 2)}, "overlap another table"),
        ("addTable", {"range": area(0, 0)}, "at least one cell"),
        ("addTable", {"range": area(12, 12, 10, 10)}, "alternating background colors"),
        ("updateTable", {"columnProperties": [{"columnIndex": 1}]}, "Table header row cell must have a value."),
        ("updateTable", {"tableId": "5"}, "No table with id: 5"),
        ("updateTable", {"range": {**area(), "sheetId": 4}}, "moved to another sheet"),
    ],
)  # fmt: skip
def test_what_a_table_refuses(talk: Talk, kind: str, body: Json, message: str) -> None:
    add(talk, tableId="1", name="One")
    band = {"range": area(14, 14, 10, 10), "rowProperties": {"firstBandColorStyle": RED}}
    talk.batch({"addBanding": {"bandedRange": band}})
    talk.batch({"addSheet": {"properties": {"sheetId": 4}}})
    if kind == "addTable":
        request: Json = {kind: {"table": {"range": area(9, 9, 5, 5), **body}}}
    else:
        request = {kind: {"table": {"tableId": "1", **body}, "fields": ",".join(body)}}
    assert message in talk.refused(request)


def test_cells_of_typed_columns_take_no_rule_and_banding_stays_off(talk: Talk) -> None:
    add(talk, columnProperties=[{"columnType": "TEXT", "columnName": "N"}])
    rule = {"setDataValidation": {"range": area(), "rule": LIST}}
    assert "not allowed on cells in typed columns" in talk.refused(rule)
    talk.batch({"setDataValidation": {"range": area(left=1), "rule": LIST}})
    band = {"range": area(), "rowProperties": {"firstBandColorStyle": RED}}
    assert "alternating background colors" in talk.refused({"addBanding": {"bandedRange": band}})
