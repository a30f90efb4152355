"""Charts and slicers: on a grid or on a sheet of their own, moved, framed and taken away."""

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

BOX = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 2}
PIE: Json = {"title": "t", "pieChart": {"legendPosition": "LEFT_LEGEND"}}


@pytest.fixture
def talk() -> Talk:
    return Talk()


def chart(talk: Talk, position: Json, **more: object) -> Json:
    body = {"addChart": {"chart": {"spec": PIE, "position": position, **more}}}
    found: Json = talk.batch(body)["replies"][0]["addChart"]["chart"]
    return found


def test_a_chart_can_have_a_sheet_of_its_own(talk: Talk) -> None:
    made = chart(talk, {"newSheet": True})
    home = talk.sheet(1)
    assert made["position"] == {"sheetId": home["properties"]["sheetId"]}
    assert home["properties"]["title"] == "Chart1"
    assert home["properties"]["sheetType"] == "OBJECT"
    assert "gridProperties" not in home["properties"]
    assert "data" not in talk.sheet(1, includeGridData="true")
    assert "Unable to parse range" in talk.error("GET", "/values/Chart1!A1")["message"]
    number = home["properties"]["sheetId"]
    rows = {
        "updateSheetProperties": {
            "properties": {"sheetId": number, "gridProperties": {"rowCount": 5}},
            "fields": "gridProperties.rowCount",
        }
    }
    assert "no grid" in talk.refused(rows)
    assert "No grid with id" in talk.refused(
        {"repeatCell": {"range": {"sheetId": number}, "fields": "note"}}
    )
    assert "No grid with id" in talk.refused(
        {"appendDimension": {"sheetId": number, "dimension": "ROWS", "length": 1}}
    )
    beside = chart(talk, {"sheetId": number})
    assert beside["position"] == {"sheetId": number}
    assert chart(talk, {"newSheet": True})["position"]["sheetId"] != number
    assert talk.sheet(2)["properties"]["title"] == "Chart2"


def test_a_sheet_of_its_own_goes_with_its_chart(talk: Talk) -> None:
    number = chart(talk, {"newSheet": True})["chartId"]
    anchor = {"overlayPosition": {"anchorCell": {"rowIndex": 2}}}
    body = {"objectId": number, "newPosition": anchor, "fields": "anchorCell"}
    talk.batch({"updateEmbeddedObjectPosition": body})
    assert len(talk.ask("GET", "")["sheets"]) == 1
    assert talk.sheet()["charts"][0]["chartId"] == number
    body = {"objectId": number, "newPosition": {"newSheet": True}, "fields": "*"}
    talk.batch({"updateEmbeddedObjectPosition": body})
    talk.batch({"deleteSheet": {"sheetId": 0}})
    assert "remove all the sheets" in talk.refused({"deleteEmbeddedObject": {"objectId": number}})
    talk.batch({"addSheet": {}}, {"deleteEmbeddedObject": {"objectId": number}})
    assert talk.sheet()["properties"]["sheetType"] == "GRID"


def test_a_chart_gets_a_border_and_a_default_for_hidden_cells(talk: Talk) -> None:
    made = chart(talk, {"overlayPosition": {"anchorCell": {}}}, border={"color": {"blue": 1}})
    assert made["spec"]["hiddenDimensionStrategy"] == "SKIP_HIDDEN_ROWS_AND_COLUMNS"
    # pygsheets' own tests: what a chart has without being told.
    assert made["spec"]["fontName"] == made["spec"]["titleTextFormat"]["fontFamily"] == "Roboto"
    assert made["border"] == {"color": {"blue": 1}, "colorStyle": {"rgbColor": {"blue": 1}}}
    body = {"objectId": made["chartId"], "border": {"color": {"red": 1}}, "fields": "color"}
    talk.batch({"updateEmbeddedObjectBorder": body})
    assert talk.sheet()["charts"][0]["border"]["colorStyle"] == {"rgbColor": {"red": 1}}
    talk.batch({"updateEmbeddedObjectBorder": {"objectId": made["chartId"], "fields": "*"}})
    assert "border" not in talk.sheet()["charts"][0]


def test_a_slicer_is_kept_changed_and_moved(talk: Talk) -> None:
    place = {"overlayPosition": {"anchorCell": {"columnIndex": 3}}}
    slicer = {"spec": {"dataRange": BOX, "title": "s"}, "position": place}
    made = talk.batch({"addSlicer": {"slicer": slicer}})["replies"][0]["addSlicer"]["slicer"]
    number = made["slicerId"]
    body = {"slicerId": number, "spec": {"title": "u"}, "fields": "title"}
    talk.batch({"updateSlicerSpec": body})
    wide = {"overlayPosition": {"widthPixels": 99}}
    body = {"objectId": number, "newPosition": wide, "fields": "widthPixels"}
    talk.batch({"updateEmbeddedObjectPosition": body})
    found = talk.sheet()["slicers"][0]
    assert found["spec"] == {"dataRange": BOX, "title": "u"}
    assert found["position"]["overlayPosition"]["widthPixels"] == 99
    taken = {"slicer": {**slicer, "slicerId": number}}
    assert "already exists" in talk.refused({"addSlicer": taken})
    talk.batch({"deleteEmbeddedObject": {"objectId": number}})
    assert "slicers" not in talk.sheet()


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        # As Google answers; source in README.md.
        ("addChart", {"chart": {}}, "no chart spec"),
        ("addChart", {"chart": {"spec": {"title": "a"}}}, "One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec."),
        ("addChart", {"chart": {"spec": PIE}}, "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set"),
        ("addChart", {"chart": {"spec": PIE, "position": {"overlayPosition": {"anchorCell": {"rowIndex": 5000}}}}}, "The anchorCell is outside of the grid."),
        ("updateChartSpec", {"chartId": 4}, "No chart with id: 4"),
        ("updateSlicerSpec", {"slicerId": 4, "fields": "title"}, "No slicer with id: 4"),
        ("addSlicer", {"slicer": {}}, "no data range"),
        ("deleteEmbeddedObject", {"objectId": 4}, "No embedded object with id: 4"),
        ("updateEmbeddedObjectPosition", {"objectId": 4}, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"),
    ],
)  # fmt: skip
def test_what_is_refused_over_the_grid(talk: Talk, kind: str, body: Json, message: str) -> None:
    assert talk.refused({kind: body}) == f"Invalid requests[0].{kind}: {message}"
