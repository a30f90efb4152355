"""What cells look like: links, chips, runs, conditional formats, colour scales, themes."""

from datetime import UTC, datetime
from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

BLUE = {"red": 0.06666667, "green": 0.33333334, "blue": 0.8}
RED, WHITE = {"red": 1}, {"red": 1, "green": 1, "blue": 1}
COLUMN = {"startRowIndex": 0, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 1}


@pytest.fixture
def talk() -> Talk:
    return Talk()


def write(talk: Talk, cell: Json, fields: str = "*", row: int = 0) -> None:
    start = {"rowIndex": row}
    body = {"start": start, "rows": [{"values": [cell]}], "fields": fields}
    talk.batch({"updateCells": body})


def cell(talk: Talk, row: int = 0) -> Json:
    data = talk.sheet(includeGridData="true")["data"][0]
    found: Json = data["rowData"][row]["values"][0]
    return found


def background(talk: Talk, row: int) -> Any:
    return cell(talk, row)["effectiveFormat"]["backgroundColor"]


def test_a_link_brings_its_colour_and_its_line(talk: Talk) -> None:
    talk.put("A1", [["there"]])
    link: Json = {"textFormat": {"link": {"uri": "#gid=0&range=A5"}}}
    write(talk, {"userEnteredFormat": link}, "userEnteredFormat.textFormat.link")
    found = cell(talk)
    assert found["hyperlink"] == "#gid=0&range=A5"
    assert found["userEnteredFormat"]["textFormat"] == {
        "link": {"uri": "#gid=0&range=A5"},
        "foregroundColor": BLUE,
        "underline": True,
        "foregroundColorStyle": {"themeColor": "LINK"},
    }
    assert found["effectiveFormat"]["hyperlinkDisplayType"] == "LINKED"
    plain = {"textFormat": {**link["textFormat"], "underline": False}}
    write(talk, {"userEnteredFormat": plain}, "userEnteredFormat")
    assert cell(talk)["userEnteredFormat"]["textFormat"]["underline"] is False
    bold = {"userEnteredFormat": {"textFormat": {**link["textFormat"], "bold": True}}}
    write(talk, bold, "userEnteredFormat.textFormat.bold")
    assert cell(talk)["userEnteredFormat"]["textFormat"]["bold"] is True


def test_a_formula_or_a_run_can_be_the_link(talk: Talk) -> None:
    talk.put("A1", [['=HYPERLINK("https://example.org","x")']])
    shown = cell(talk)["effectiveFormat"]
    assert shown["hyperlinkDisplayType"] == "LINKED"
    assert shown["textFormat"]["foregroundColor"] == BLUE
    run = {"startIndex": 0, "format": {"link": {"uri": "https://example.net"}}}
    old = {"userEnteredFormat": {"textFormat": {"link": {"uri": "https://old.example"}}}}
    write(talk, {"userEnteredValue": {"stringValue": "abc"}, **old}, row=1)
    write(talk, {"textFormatRuns": [run]}, "textFormatRuns", row=1)
    found = cell(talk, 1)
    assert found["hyperlink"] == "https://example.net"
    assert found["textFormatRuns"] == [{"format": run["format"]}]
    assert "link" not in found["userEnteredFormat"]["textFormat"]
    talk.put("A2", [["new"]])
    assert "textFormatRuns" not in cell(talk, 1)


def test_chips_stand_for_signs_of_the_text(talk: Talk) -> None:
    person = {"personProperties": {"email": "otto@example.org"}}
    paper = {"richLinkProperties": {"uri": "https://drive.example/d"}}
    runs = [{"startIndex": 6, "chip": paper}, {"startIndex": 0, "chip": person}]
    write(talk, {"userEnteredValue": {"stringValue": "@ and @."}, "chipRuns": runs})
    found = cell(talk)
    assert found["formattedValue"] == "otto@example.org and https://drive.example/d."
    assert [run["chip"] for run in found["chipRuns"]] == [person, {}, paper, {}]
    assert found["chipRuns"][1]["startIndex"] == 16
    assert talk.get("A1", valueRenderOption="UNFORMATTED_VALUE") == [[found["formattedValue"]]]
    for bad in ({"startIndex": 1, "chip": person}, {"startIndex": 0, "chip": {}}):
        body = {"userEnteredValue": {"stringValue": "@ b"}, "chipRuns": [bad]}
        request = {"updateCells": {"start": {}, "rows": [{"values": [body]}], "fields": "*"}}
        assert "chip must" in talk.refused(request)
    talk.put("A1", [["gone"]])
    assert "chipRuns" not in cell(talk)


def rule(talk: Talk, **body: Any) -> None:
    talk.batch({"addConditionalFormatRule": {"rule": {"ranges": [COLUMN], **body}, "index": 0}})


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ({"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "1"}]}, [1, 3]),
        ({"type": "NUMBER_NOT_BETWEEN", "values": [{"userEnteredValue": "1"}, {"userEnteredValue": "=1+0"}]}, [1, 3]),
        ({"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A1=2"}]}, [1]),
        ({"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$A$1=1"}]}, [0, 1, 2, 3, 4]),
        ({"type": "TEXT_CONTAINS", "values": [{"userEnteredValue": "OPE"}]}, [2]),
        ({"type": "BLANK"}, [4]),
        ({"type": "DATE_EQ", "values": [{"userEnteredValue": "2026-01-02"}]}, [3]),
        ({"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_YEAR"}]}, [3]),
        ({"type": "DATE_BEFORE", "values": [{"relativeDate": "TOMORROW"}]}, [0, 1, 3]),
        ({"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_MONTH"}]}, [3]),
    ],
)  # fmt: skip
def test_a_condition_colours_the_cells_that_meet_it(condition: Json, rows: list[int]) -> None:
    talk = Talk(Server(clock=lambda: datetime(2026, 1, 31, tzinfo=UTC)))
    talk.put("A1:A4", [[1], [2], ["open"], ["2026-01-02"]])
    write(talk, {"note": "n", "userEnteredFormat": {"textFormat": {"bold": True}}}, row=4)
    rule(talk, booleanRule={"condition": condition, "format": {"backgroundColor": RED}})
    assert [row for row in range(5) if background(talk, row) == RED] == rows


def test_the_first_rule_that_is_met_wins_and_another_cell_is_left_alone(talk: Talk) -> None:
    talk.put("A1:A6", [[1]] * 6)
    for colour in (WHITE, RED):
        condition = {"type": "NOT_BLANK"}
        rule(talk, booleanRule={"condition": condition, "format": {"backgroundColor": colour}})
    assert (background(talk, 0), background(talk, 5)) == (RED, WHITE)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([("MIN", ""), ("MAX", "")], [1, 0.75, 0.5, 0.25, 0]),
        ([("NUMBER", "10"), ("NUMBER", "=4*5")], [1, 0.5, 0, 0, 0]),
        ([("PERCENT", "0"), ("PERCENT", "50")], [1, 0.5, 0, 0, 0]),
        ([("PERCENTILE", "25"), ("PERCENTILE", "100")], [1, 1, 0.6666667, 0.33333334, 0]),
    ],
)
def test_a_colour_scale_mixes_by_distance(
    talk: Talk, points: list[tuple[str, str]], expected: list[float]
) -> None:
    talk.put("A1:A5", [[10], [15], [20], [25], [30]])
    ends = [
        {"type": kind, "value": value, "color": colour}
        for (kind, value), colour in zip(points, (RED, {}), strict=True)
    ]
    rule(talk, gradientRule={"minpoint": ends[0], "maxpoint": ends[1]})
    talk.put("B1", [["text"]])
    assert [background(talk, row).get("red", 0) for row in range(5)] == pytest.approx(
        expected, abs=1 / 255
    )
    stored = talk.sheet()["conditionalFormats"][0]["gradientRule"]["minpoint"]
    assert ("value" in stored) == (points[0][0] != "MIN")


@pytest.mark.parametrize(
    ("scale", "message"),
    [
        # As Google answers; source in README.md.
        ({"minpoint": {"type": "MIN"}}, "No interpolationPointType specified."),
        ({"minpoint": {"type": "NUMBER"}, "maxpoint": {"type": "MAX"}}, "InterpolationPoint.value is required."),
        ({"minpoint": {"type": "NUMBER", "value": "x"}, "maxpoint": {"type": "MAX"}}, "Invalid InterpolationPoint.value: x"),
    ],
)  # fmt: skip
def test_a_colour_scale_is_refused_in_googles_words(talk: Talk, scale: Json, message: str) -> None:
    body = {"addConditionalFormatRule": {"rule": {"ranges": [COLUMN], "gradientRule": scale}}}
    assert talk.refused(body) == f"Invalid requests[0].addConditionalFormatRule: {message}"
    both = {"ranges": [COLUMN], "gradientRule": scale, "booleanRule": {}}
    found = talk.refused({"addConditionalFormatRule": {"rule": both}})
    assert found.startswith(
        "Invalid value at 'requests[0].add_conditional_format_rule.rule' (oneof)"
    )
    assert "condition" in talk.refused(
        {"addConditionalFormatRule": {"rule": {"ranges": [COLUMN], "booleanRule": {}}}}
    )


def test_a_formula_shows_the_format_of_what_it_yields(talk: Talk) -> None:
    talk.put("A1", [["=DATE(2026,1,2)"]])
    shown = cell(talk)["effectiveFormat"]["numberFormat"]
    assert shown == {"type": "DATE", "pattern": "M/d/yyyy"}


def test_the_theme_changes_only_as_a_whole(talk: Talk) -> None:
    old = talk.ask("GET", "")["properties"]["spreadsheetTheme"]
    new = {"primaryFontFamily": "Roboto", "themeColors": old["themeColors"]}
    body = {"properties": {"spreadsheetTheme": new}, "fields": "spreadsheetTheme"}
    talk.batch({"updateSpreadsheetProperties": body})
    talk.put("A1", [["x"]])
    assert cell(talk)["effectiveFormat"]["textFormat"]["fontFamily"] == "Roboto"
    body = {"properties": {"spreadsheetTheme": {}}, "fields": "spreadsheetTheme"}
    assert "theme color pairs" in talk.refused({"updateSpreadsheetProperties": body})


def test_columns_fit_their_text_as_recorded(talk: Talk) -> None:
    # Recorded: gspread, WorksheetTest.test_auto_resize_columns.
    talk.put("A1:C3", [["A" * 1024, "", "short"], ["x\ny\nz"]])
    for dimension in ("COLUMNS", "ROWS"):
        span = {"dimension": dimension, "startIndex": 0, "endIndex": 3}
        talk.batch({"autoResizeDimensions": {"dimensions": span}})
    data = talk.sheet(includeGridData="true")["data"][0]
    widths = [one["pixelSize"] for one in data["columnMetadata"][:4]]
    assert (widths[0], widths[1], widths[3]) == (9483, 100, 100)
    assert widths[2] < 100
    heights = [one["pixelSize"] for one in data["rowMetadata"][:3]]
    assert heights[0] == heights[2] == 21 < heights[1]
