"""Series, texts in columns, cells that are pushed, and the kinds of cutting and pasting."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk()


def area(top: int, left: int, bottom: int, right: int, **more: Any) -> Json:
    where = {"startRowIndex": top, "endRowIndex": bottom}
    return where | {"startColumnIndex": left, "endColumnIndex": right} | more


def fill(talk: Talk, source: Json, length: int, dimension: str = "ROWS", **more: Any) -> None:
    body = {"source": source, "dimension": dimension, "fillLength": length}
    talk.batch({"autoFill": {"sourceAndDestination": body, **more}})


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ([2], ["2", "2", "2"]),
        ([2, 4], ["6", "8", "10"]),
        (["a", "b"], ["a", "b", "a"]),
        (["Item 1"], ["Item 2", "Item 3", "Item 4"]),
        (["2026-01-30"], ["2026-01-31", "2026-02-01", "2026-02-02"]),
        (["=B1*2", "=B2*2"], ["0", "0", "0"]),
        ([True], ["TRUE", "TRUE", "TRUE"]),
    ],
)
def test_a_series_goes_on(talk: Talk, source: list[Any], filled: list[str]) -> None:
    talk.put("A1", [[one] for one in source])
    fill(talk, area(0, 0, len(source), 1), 3)
    assert [row[0] for row in talk.get("A1:A9")][len(source) :] == filled


def test_a_series_goes_backwards_sideways_and_from_what_is_found(talk: Talk) -> None:
    talk.put("C3:D3", [[5, 6]])
    fill(talk, area(2, 2, 3, 4), -2, "COLUMNS")
    assert talk.get("A3:D3") == [["3", "4", "5", "6"]]
    fill(talk, area(2, 0, 3, 4), -1)
    assert talk.get("A2:D2") == [["3", "4", "5", "6"]]
    talk.put("A10:A11", [[1], ["=A10+1"]])
    talk.batch({"autoFill": {"range": area(9, 0, 13, 1)}})
    assert talk.get("A12:A13", valueRenderOption="FORMULA") == [[1], ["=A12+1"]]
    talk.batch({"autoFill": {"range": area(2, 0, 3, 6)}})
    assert talk.get("E3:F3") == [["7", "8"]]
    talk.put("H1:H2", [[1], [2]])
    fill(talk, area(0, 7, 2, 8), 2, useAlternateSeries=True)
    assert talk.get("H3:H4") == [["1"], ["2"]]


def test_what_cannot_be_filled_is_refused(talk: Talk) -> None:
    talk.put("A1:A3", [[1], [2], [4]])
    body = {
        "sourceAndDestination": {"source": area(0, 0, 3, 1), "dimension": "ROWS", "fillLength": 1}
    }
    found = talk.error("POST", ":batchUpdate", {}, {"requests": [{"autoFill": body}]})
    assert found["code"] == 501
    body["sourceAndDestination"]["fillLength"] = -1
    assert "outside of the grid" in talk.refused({"autoFill": body})
    del body["sourceAndDestination"]["dimension"]
    assert "dimension" in talk.refused({"autoFill": body})
    assert "Exactly one" in talk.refused({"autoFill": {}})
    assert "nothing in the range" in talk.refused({"autoFill": {"range": area(5, 5, 7, 7)}})


@pytest.mark.parametrize(
    ("body", "row"),
    [
        ({"delimiterType": "COMMA"}, ["a", "1", "2026-01-02;x y."]),
        ({"delimiterType": "SEMICOLON"}, ["a,1,2026-01-02", "x y."]),
        ({"delimiterType": "CUSTOM", "delimiter": "-01-"}, ["a,1,2026", "02;x y."]),
        ({"delimiterType": "AUTODETECT"}, ["a", "1", "2026-01-02;x y."]),
    ],
)
def test_a_text_is_cut_into_columns(talk: Talk, body: Json, row: list[str]) -> None:
    talk.put("A1:A2", [["a,1,2026-01-02;x y."], [5]], "RAW")
    talk.batch({"textToColumns": {"source": area(0, 0, 2, 1), **body}})
    assert talk.get("A1:E2") == [row, ["5"]]


def test_a_text_that_cannot_be_cut_is_refused(talk: Talk) -> None:
    talk.put("Z1", [["a,b"]])
    assert "exactly one column" in talk.refused({"textToColumns": {"source": area(0, 0, 1, 2)}})
    custom = {"source": area(0, 25, 1, 26), "delimiterType": "CUSTOM"}
    assert "delimiter" in talk.refused({"textToColumns": custom})
    comma = {"source": area(0, 25, 1, 26), "delimiterType": "COMMA"}
    assert "do not fit" in talk.refused({"textToColumns": comma})


def test_chance_orders_rows_and_the_oracle_follows(talk: Talk) -> None:
    talk.put("A1:A6", [[one] for one in range(6)])
    old = dict(zip("012345", talk.server.rows(talk.key, "Sheet1"), strict=False))
    talk.batch({"randomizeRange": {"range": area(0, 0, 6, 1)}})
    now = [row[0] for row in talk.get("A1:A6")]
    assert sorted(now) == list("012345") != now
    assert talk.server.rows(talk.key, "Sheet1")[:6] == [old[one] for one in now]


@pytest.mark.parametrize("down", [True, False])
def test_merges_and_references_go_with_cells_that_are_pushed(talk: Talk, *, down: bool) -> None:
    way = "ROWS" if down else "COLUMNS"
    where = area(4, 0, 5, 2) if down else area(0, 4, 2, 5)
    talk.put("A1", [["x"]])
    talk.put("A5" if down else "E1", [["m"]])
    talk.put("J9", [["=A5" if down else "=E1"]])
    talk.batch({"mergeCells": {"range": where, "mergeType": "MERGE_ALL"}})
    talk.batch({"mergeCells": {"range": area(20, 20, 22, 22), "mergeType": "MERGE_ALL"}})
    spot = area(1, 0, 3, 2) if down else area(0, 1, 2, 3)
    talk.batch({"insertRange": {"range": spot, "shiftDimension": way}})
    moved = talk.sheet()["merges"][0]
    assert moved == (area(6, 0, 7, 2) if down else area(0, 6, 2, 7))
    assert talk.get("J9", valueRenderOption="FORMULA") == [["=A7" if down else "=G1"]]
    talk.batch({"deleteRange": {"range": spot, "shiftDimension": way}})
    assert talk.sheet()["merges"][0] == where
    half = area(1, 0, 2, 1) if down else area(0, 1, 1, 2)
    cut = {"insertRange": {"range": half, "shiftDimension": way}}
    assert "splits merged cells" in talk.refused(cut)
    talk.batch({"deleteRange": {"range": where, "shiftDimension": way}})
    assert talk.sheet()["merges"] == [area(20, 20, 22, 22)]


@pytest.mark.parametrize(
    ("kind", "value", "bold", "note"),
    [
        ("PASTE_NORMAL", "4", True, "n"),
        ("PASTE_VALUES", "4", False, ""),
        ("PASTE_FORMAT", "old", True, ""),
        ("PASTE_FORMULA", "4", False, ""),
        ("PASTE_NO_BORDERS", "4", True, "n"),
        ("PASTE_DATA_VALIDATION", "old", False, ""),
        ("PASTE_CONDITIONAL_FORMATTING", "old", False, ""),
    ],
)
def test_a_cut_pastes_a_part_and_takes_all(
    talk: Talk, *, kind: str, value: str, bold: bool, note: str
) -> None:
    look = {"userEnteredFormat": {"textFormat": {"bold": True}}, "note": "n"}
    cell = {"userEnteredValue": {"formulaValue": "=2+2"}, **look}
    talk.batch({"updateCells": {"start": {}, "rows": [{"values": [cell]}], "fields": "*"}})
    rule = {
        "booleanRule": {
            "condition": {"type": "NOT_BLANK"},
            "format": {"textFormat": {"italic": True}},
        }
    }
    talk.batch({"addConditionalFormatRule": {"rule": {"ranges": [area(0, 0, 1, 1)], **rule}}})
    talk.put("C3", [["old"]])
    body = {"source": area(0, 0, 1, 1), "destination": {"rowIndex": 2, "columnIndex": 2}}
    talk.batch({"cutPaste": {**body, "pasteType": kind}})
    assert talk.get("A1") == []
    found = talk.sheet(includeGridData="true", ranges="C3")["data"][0]["rowData"][0]["values"][0]
    assert found["formattedValue"] == value
    assert found["effectiveFormat"]["textFormat"]["bold"] is bold
    assert found.get("note", "") == note
    italic = found["effectiveFormat"]["textFormat"]["italic"]
    assert italic is (kind == "PASTE_CONDITIONAL_FORMATTING")


def test_merges_move_with_a_cut_and_rules_go_to_another_tab(talk: Talk) -> None:
    talk.batch({"addSheet": {"properties": {"sheetId": 4, "title": "Two"}}})
    talk.put("A1", [["x"]])
    talk.batch({"mergeCells": {"range": area(0, 0, 1, 2), "mergeType": "MERGE_ALL"}})
    talk.batch({"cutPaste": {"source": area(0, 0, 1, 2), "destination": {"rowIndex": 4}}})
    assert talk.sheet()["merges"] == [area(4, 0, 5, 2)]
    rule = {"booleanRule": {"condition": {"type": "BLANK"}, "format": {}}}
    talk.batch({"addConditionalFormatRule": {"rule": {"ranges": [area(0, 0, 1, 1)], **rule}}})
    body = {"source": area(0, 0, 1, 1), "destination": area(2, 2, 3, 3, sheetId=4)}
    talk.batch({"copyPaste": {**body, "pasteType": "PASTE_CONDITIONAL_FORMATTING"}})
    assert talk.sheet(1)["conditionalFormats"][0]["ranges"] == [area(2, 2, 3, 3, sheetId=4)]
    body["source"] = area(9, 9, 10, 10)
    talk.batch({"copyPaste": {**body, "pasteType": "PASTE_CONDITIONAL_FORMATTING"}})
    assert len(talk.sheet(1)["conditionalFormats"]) == 1
