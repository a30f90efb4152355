"""Refusals, in Google's words where they are known; sources in README.md."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

ROW = {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}
CORNER = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
LONG: list[Json] = [{"values": [{}] * 27}]


def tag(**more: Any) -> Json:
    return {"developerMetadata": {"metadataKey": "k", "visibility": "DOCUMENT", **more}}


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    properties = {
        "title": "Two",
        "sheetId": 2,
        "gridProperties": {"rowCount": 5, "columnCount": 3, "frozenRowCount": 2},
    }
    found.batch({"addSheet": {"properties": properties}})
    found.batch(
        {"addNamedRange": {"namedRange": {"name": "head", "range": CORNER, "namedRangeId": "h"}}},
        {
            "addProtectedRange": {
                "protectedRange": {"range": CORNER, "protectedRangeId": 8, "warningOnly": True}
            }
        },
        {"createDeveloperMetadata": tag(metadataId=77, location={"spreadsheet": True})},
        {"addFilterView": {"filter": {"range": CORNER, "filterViewId": 3}}},
        {
            "addBanding": {
                "bandedRange": {
                    "range": CORNER,
                    "bandedRangeId": 6,
                    "rowProperties": {"firstBandColor": {}},
                }
            }
        },
    )
    return found


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        ("addSheet", {"properties": {"sheetId": 2}}, "Sheet with id 2 already exists."),
        ("addSheet", {"properties": {"sheetId": -2}}, "Sheet id must be non-negative."),
        ("addSheet", {"properties": {"title": "two"}}, 'A sheet with the name "two" already exists. Please enter another name.'),
        ("addSheet", {"properties": {"title": "x" * 101}}, "The sheet name cannot be greater than 100 characters."),
        ("addSheet", {"properties": {"gridProperties": {"rowCount": 9_000_000, "columnCount": 2}}}, "This action would increase the number of cells in the workbook above the limit of 10000000 cells."),
        ("updateSheetProperties", {"properties": {"title": ""}, "fields": "title"}, "The sheet name cannot be empty."),
        ("updateSheetProperties", {"properties": {"sheetId": 9}, "fields": "title"}, "No sheet with id: 9"),
        ("updateSheetProperties", {"properties": {"sheetId": 2}, "fields": "sheetId"}, "The sheetId and the sheetType can't be changed."),
        ("updateSheetProperties", {"properties": {"index": 9}, "fields": "index"}, "The index 9 is out of bounds."),
        ("updateSheetProperties", {"properties": {"sheetId": 2, "gridProperties": {"frozenRowCount": 5}}, "fields": "gridProperties.frozenRowCount"}, "You can't freeze all visible rows on the sheet."),
        ("updateSheetProperties", {"properties": {"gridProperties": {}}, "fields": "gridProperties.rowCount"}, "gridProperties.rowCount must be at least 1."),
        ("updateSpreadsheetProperties", {"properties": {"timeZone": "Mars/Base"}, "fields": "timeZone"}, "Invalid time zone: Mars/Base"),
        ("updateSpreadsheetProperties", {"properties": {}, "fields": "title"}, "The title of a spreadsheet must not be empty."),
        ("deleteSheet", {"sheetId": 9}, "No sheet with id: 9"),
        ("duplicateSheet", {"sourceSheetId": 9}, "No sheet with id: 9"),
        ("insertDimension", {"range": {"dimension": "ROWS", "endIndex": 1}}, "range.startIndex must be set"),
        ("insertDimension", {"range": {"dimension": "ROWS", "startIndex": 1000, "endIndex": 1001}}, "range.startIndex must be less than the grid size (1000) if inheritFromBefore is false."),
        ("insertDimension", {"range": {"dimension": "ROWS", "startIndex": 1001, "endIndex": 1002}}, "range.startIndex is larger than current grid size (1000)"),
        ("insertDimension", {"range": {"dimension": "ROWS", "startIndex": -1, "endIndex": 1}}, "DimensionRange indexes must be >= 0"),
        ("insertDimension", {"range": {"startIndex": 0, "endIndex": 1}}, "A dimension must be specified."),
        ("insertDimension", {"range": {**ROW, "endIndex": 0}}, "At least one row or column must be inserted."),
        ("insertDimension", {"range": ROW, "inheritFromBefore": True}, "Cannot inherit from before when the first row or column is inserted."),
        ("deleteDimension", {"range": {"dimension": "ROWS"}}, "You can't delete all the rows on the sheet."),
        ("deleteDimension", {"range": {"dimension": "ROWS", "sheetId": 2, "startIndex": 2, "endIndex": 5}}, "Sorry, it is not possible to delete all non-frozen rows."),
        ("deleteDimension", {"range": {**ROW, "startIndex": 3, "endIndex": 2}}, "The range of ROWS from 3 to 2 is not valid."),
        ("deleteDimension", {"range": {**ROW, "endIndex": 0}}, "At least one row or column must be deleted."),
        ("appendDimension", {"dimension": "ROWS"}, "The length must be at least 1."),
        ("moveDimension", {"source": ROW, "destinationIndex": 2000}, "The destinationIndex 2000 is outside of the grid."),
        ("moveDimension", {"source": {**ROW, "endIndex": 3}, "destinationIndex": 1}, "The destinationIndex must not be inside of the source."),
        ("updateDimensionProperties", {"range": ROW, "fields": "developerMetadata"}, "The field developerMetadata can't be changed with this request."),
        ("deleteDimensionGroup", {"range": ROW}, "The range does not intersect a group."),
        ("updateDimensionGroup", {"dimensionGroup": {"range": ROW}, "fields": "collapsed"}, "There is no such group."),
        ("updateCells", {"start": {}, "rows": LONG, "fields": "note"}, "Attempting to write column: 26, beyond the last requested column of: 25"),
        ("updateCells", {"start": {"rowIndex": 999}, "rows": [{}, {}], "fields": "note"}, "Attempting to write row: 1000, beyond the last requested row of: 999"),
        ("updateCells", {"start": {"rowIndex": 1001}, "fields": "note"}, "GridCoordinate.rowIndex[1001] is after last row in grid[1000]"),
        ("updateCells", {"start": {"rowIndex": -1}, "fields": "note"}, "The start must not be negative."),
        ("updateCells", {"range": CORNER, "rows": LONG, "fields": "note"}, "Attempting to write column: 1, beyond the last requested column of: 0"),
        ("updateCells", {"range": CORNER, "start": {}, "fields": "note"}, "Only one of range and start may be set."),
        ("updateCells", {"fields": "note"}, "Either range or start must be set."),
        ("appendCells", {"rows": LONG, "fields": "note"}, "Attempting to write column: 26, beyond the last requested column of: 25"),
        ("repeatCell", {"range": {**CORNER, "startRowIndex": -1}, "fields": "note"}, "Row indexes must not be negative."),
        ("repeatCell", {"range": {**CORNER, "startRowIndex": 2}, "fields": "note"}, "The endRowIndex must be at least the startRowIndex."),
        ("repeatCell", {"range": CORNER, "fields": "nope"}, "Invalid field: nope"),
        ("setDataValidation", {"range": CORNER, "rule": {}}, "A rule must have a condition with a type."),
        ("addNamedRange", {"namedRange": {"name": "HEAD", "range": CORNER}}, "Cannot add named range with name HEAD, a named range with that name already exists."),
        ("addNamedRange", {"namedRange": {"name": "A1", "range": CORNER}}, "The name 'A1' is not valid for a named range."),
        ("addNamedRange", {"namedRange": {"name": "n"}}, "The range of the named range must be set."),
        ("addNamedRange", {"namedRange": {"name": "n", "range": CORNER, "namedRangeId": "h"}}, "A named range with the id h already exists."),
        ("updateNamedRange", {"namedRange": {"namedRangeId": "z"}, "fields": "name"}, "No named range with id: z"),
        ("deleteNamedRange", {"namedRangeId": "z"}, "No named range with id: z"),
        ("addProtectedRange", {"protectedRange": {"range": CORNER, "warningOnly": True, "editors": {"users": ["a@b.c"]}}}, "ProtectedRange is warningOnly. Editors cannot be set on it."),
        ("addProtectedRange", {"protectedRange": {}}, "Exactly one of range, namedRangeId and tableId must be set."),
        ("addProtectedRange", {"protectedRange": {"namedRangeId": "z"}}, "No named range with id: z"),
        ("addProtectedRange", {"protectedRange": {"range": CORNER, "protectedRangeId": 8}}, "A protected range with the id 8 already exists."),
        ("deleteProtectedRange", {"protectedRangeId": 9}, "No protected range with id: 9"),
        ("createDeveloperMetadata", tag(metadataId=77, location={"spreadsheet": True}), "Cannot add developer metadata with ID [77] because developer metadata with that ID already exists."),
        ("createDeveloperMetadata", tag(), "The location of the developer metadata must be specified."),
        ("createDeveloperMetadata", tag(location={"sheetId": 9}), "No sheet with id: 9"),
        ("createDeveloperMetadata", tag(location={"dimensionRange": {**ROW, "sheetId": 9}}), "No grid with id: 9"),
        ("createDeveloperMetadata", tag(location={"dimensionRange": {"dimension": "ROWS"}}), "The dimensionRange must be bounded and have a dimension."),
        ("createDeveloperMetadata", tag(location={"dimensionRange": {**ROW, "endIndex": 2}}), "The dimensionRange must represent a single row or column."),
        ("createDeveloperMetadata", tag(location={"dimensionRange": {**ROW, "startIndex": 1000, "endIndex": 1001}}), "The dimensionRange is outside of the grid of 1000 ROWS."),
        ("updateDeveloperMetadata", {**tag(metadataId=5), "fields": "metadataId"}, "The metadataId can't be changed."),
        ("deleteFilterView", {"filterId": 9}, "No filter view with id: 9"),
        ("addFilterView", {"filter": {"range": CORNER, "filterViewId": 3}}, "A filter view with the id 3 already exists."),
        ("deleteBanding", {"bandedRangeId": 9}, "No banded range with id: 9"),
        ("addBanding", {"bandedRange": {"range": CORNER, "rowProperties": {"firstBandColor": {}}}}, "You cannot add alternating background colors to a range that already has alternating background colors."),
        ("addBanding", {"bandedRange": {"range": CORNER}}, "At least one of rowProperties and columnProperties must be set."),
        ("deleteConditionalFormatRule", {"index": 4}, "No conditional format on sheet: 0 at index: 4"),
        ("findReplace", {"find": ""}, "The text to find must not be empty."),
        ("findReplace", {"find": "a"}, "Exactly one of range, sheetId and allSheets must be set."),
        ("sortRange", {"range": CORNER}, "At least one sort spec must be specified."),
        ("sortRange", {"range": CORNER, "sortSpecs": [{"dimensionIndex": 4}]}, "The sort column 4 is outside of the range Sheet1!A1."),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_carried_out_says_why(
    talk: Talk, kind: str, body: Json, message: str
) -> None:
    assert talk.refused({kind: body}) == f"Invalid requests[0].{kind}: {message}"


def test_the_last_tabs_stay(talk: Talk) -> None:
    hide = {
        "updateSheetProperties": {"properties": {"sheetId": 2, "hidden": True}, "fields": "hidden"}
    }
    talk.batch(hide)
    assert talk.refused({"deleteSheet": {}}).endswith(
        "remove all the visible sheets in a document."
    )
    talk.batch({"deleteSheet": {"sheetId": 2}})
    assert talk.refused({"deleteSheet": {}}).endswith("remove all the sheets in a document.")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        # Nested lists count as one list; a list where one value belongs does not.
        ({"requests": [{"addSheet": [1]}]}, "Invalid JSON payload received. Unknown name \"addSheet\" at 'requests[0]': Proto field is not repeating, cannot start list."),
        ({"requests": [{"addSheet": {"properties": {"sheetType": "X"}}}]}, "Invalid value at 'requests[0].add_sheet.properties.sheet_type'"),
        ({"requests": [{"addSheet": {"properties": {"hidden": 1}}}]}, "(TYPE_BOOL), 1"),
        ({"requests": [{"addSheet": {"properties": {"index": 1.5}}}]}, "(TYPE_INT32), 1.5"),
        ({"requests": [{"addSheet": {"properties": {"index": True}}}]}, "(TYPE_INT32), true"),
        ({"requests": [{"addSheet": {"properties": {"title": 1}}}]}, "(TYPE_STRING), 1"),
        ({"requests": [{"addSheet": {"properties": {"tabColor": {"red": "x"}}}}]}, "TYPE_"),
        ({"requests": [{"addSheet": {"properties": {"tabColor": {"red": "NaN"}}}}]}, "TYPE_"),
        ({"requests": [{"addSheet": 5}]}, "Invalid value at 'requests[0].add_sheet'"),
        ({"requests": [5]}, "BatchUpdateSpreadsheetRequest.Request), 5"),
        ({"requests": [{}]}, "No request set."),
        ({"nope": 1}, 'Unknown name "nope": Cannot find field.'),
        ([], "Must specify at least one request."),
        ([1], "Root element must be a message."),
    ],
)  # fmt: skip
def test_a_body_of_the_wrong_shape_is_refused(talk: Talk, body: Any, message: str) -> None:
    assert message in talk.error("POST", ":batchUpdate", {}, body)["message"]


def test_what_protobuf_takes_is_taken(talk: Talk) -> None:
    add = {
        "add_sheet": {"properties": {"title": "T", "index": "1", "sheetType": 1, "hidden": None}}
    }
    talk.ask("POST", ":batchUpdate", {}, {"requests": [[add], {"addSheet": {}}]})
    assert talk.sheet(1)["properties"]["title"] == "T"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"includeGridData": "maybe"}, "Invalid value at 'include_grid_data' (TYPE_BOOL)"),
        ({"fields": "sheets("}, "Invalid field mask"),
        ({"fields": "sheets(title"}, "Invalid field mask"),
        ({"fields": "sheets)"}, "Invalid field mask"),
        ({"fields": "nope.x"}, "Request contains an invalid argument."),
        ({"ranges": "'open"}, "Unable to parse range: 'open"),
        ({"ranges": "R0C1"}, "Unable to parse range: R0C1"),
        ({"ranges": "Sheet1!"}, "Unable to parse range: Sheet1!"),
        ({"ranges": "A0"}, "Unable to parse range: A0"),
    ],
)
def test_a_query_that_is_none_is_refused(talk: Talk, query: Json, message: str) -> None:
    assert message in talk.error("GET", "", query)["message"]


def test_ranges_in_rows_and_columns_notation_are_read(talk: Talk) -> None:
    talk.put("R2C3:R1C2", [[1, 2], [3, 4]])
    assert talk.get("B1:C2") == [["1", "2"], ["3", "4"]]
    assert talk.get("R2C3") == [["4"]]


def test_titles_are_quoted_as_google_quotes_them() -> None:
    # Seen by another project: what stands before the exclamation mark of a range.
    titles = [
        "Sales",
        "Sheet_1",
        "TRUE",
        "x.y",
        "Sales2",
        "Probe Tab",
        "A1",
        "ABC1234",
        "R1C1",
        "2026",
        "Ünï",
        "a-b",
        "It's",
    ]
    talk = Talk(Server(), *titles)
    for title in titles:
        name = "'" + title.replace("'", "''") + "'"
        found = talk.ask("GET", f"/values/{name}!A1")["range"].removesuffix("!A1")
        plain = title in {"Sales", "Sheet_1", "TRUE", "x.y", "Sales2"}
        assert found == (title if plain else name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        # Seen by another project: formulas as they were entered and as they came back.
        ("=sum( sales!a3:a3 )", "=sum( Sales!A3 )"),
        ("='Sales'!B3:a2", "=Sales!A2:B3"),
        ("=sales!$d$3 + 1", "=Sales!$D$3 + 1"),
        ("=SUM(  A1 ,  'It''s'!a1:a1  )", "=SUM(  A1 ,  'It''s'!A1  )"),
        ("=if(true,\"a3:a3\",'It''s'!A1)", "=if(true,\"a3:a3\",'It''s'!A1)"),
        ("=Sales!3:3", "=Sales!3:3"),
        ("=SUM(Sales!$A3:$A3)", "=SUM(Sales!$A3)"),
        ("=sum(a1:a1)+ 1", "=sum(A1)+ 1"),
        ("=Nope!b2", "=Nope!B2"),
        ("+A2", "=+A2"),
        ("+5", 5),
    ],
)
def test_references_are_tidied_when_a_formula_is_entered(typed: str, kept: Any) -> None:
    talk = Talk(Server(), "Home", "Sales", "It's")
    talk.put("J9", [[typed]])
    assert talk.get("J9", valueRenderOption="FORMULA") == [[kept]]


def test_one_row_of_many_is_deleted_above_the_frozen_edge(talk: Talk) -> None:
    talk.batch({"deleteDimension": {"range": {**ROW, "sheetId": 2}}})
    assert talk.sheet(1)["properties"]["gridProperties"]["frozenRowCount"] == 1
