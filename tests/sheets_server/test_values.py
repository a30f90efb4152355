"""Values are written, found and shown as Google documents it and as answers were recorded."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, Switches
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

UNFORMATTED = {"valueRenderOption": "UNFORMATTED_VALUE"}


@pytest.fixture
def talk() -> Talk:
    return Talk()


def test_the_three_renderings_of_a_recorded_exchange(talk: Talk) -> None:
    # Recorded: gspread, WorksheetTest.test_get_all_records_value_render_options.
    talk.put("A1", [["=4/2", "2020-01-01", "string", 53], ["=3/2", 0.12, "1999-01-02"]])
    assert talk.get("Sheet1!A1:D2") == [
        ["2", "2020-01-01", "string", "53"],
        ["1.5", "0.12", "1999-01-02"],
    ]
    assert talk.get("A1:D2", **UNFORMATTED) == [[2, 43831, "string", 53], [1.5, 0.12, 36162]]
    assert talk.get("A1:D2", valueRenderOption="FORMULA")[0] == ["=4/2", 43831, "string", 53]


def test_an_append_answers_as_recorded(talk: Talk) -> None:
    # Recorded: gspread, WorksheetTest.test_append_row_with_empty_value_and_table_range.
    row = {"values": [["one", "", "three"]]}
    first = talk.ask("POST", "/values/%27Sheet1%27:append", {"valueInputOption": "RAW"}, row)
    updates = {"spreadsheetId": talk.key, "updatedRange": "Sheet1!A1:C1", "updatedRows": 1}
    updates |= {"updatedColumns": 3, "updatedCells": 3}
    assert first == {"spreadsheetId": talk.key, "updates": updates}
    second = talk.ask("POST", "/values/%27Sheet1%27%21A1:append", {"valueInputOption": "RAW"}, row)
    assert second["tableRange"] == "Sheet1!A1"
    assert second["updates"]["updatedRange"] == "Sheet1!A2:C2"
    read = talk.ask("GET", "/values/%27Sheet1%27%21A2%3A2")
    assert read == {"range": "Sheet1!A2:Z2", "majorDimension": "ROWS", "values": row["values"]}


@pytest.mark.parametrize(
    ("where", "start"),
    [
        ("Sheet1", "B7"),
        ("B4", "B7"),
        ("C5:D5", "B7"),
        ("B2:D4", "B7"),
        ("A3:G10", "B7"),
        ("A1", "A3"),
        ("E4", "E4"),
        ("A4", "A4"),
    ],
)
def test_append_finds_the_table_as_the_guide_says(talk: Talk, where: str, start: str) -> None:
    # Sheets API guide, "Append values": the tables A1:C2 and B4:D6.
    talk.put("A1:C2", [["x", "y", "z"], ["x", "y", "z"]])
    talk.put("B4:D6", [["x", "y", None], ["", "y", "z"], ["x", "y", "z"]])
    done = talk.ask(
        "POST", f"/values/{where}:append", {"valueInputOption": "RAW"}, {"values": [["n"]]}
    )
    assert done["updates"]["updatedRange"] == f"Sheet1!{start}"


def test_append_makes_room_below_and_at_the_end_of_the_grid() -> None:
    talk = Talk()
    grid = {"rowCount": 2, "columnCount": 2}
    talk.batch(
        {
            "updateSheetProperties": {
                "properties": {"gridProperties": grid},
                "fields": "gridProperties(rowCount,columnCount)",
            }
        }
    )
    talk.put("A1:A2", [["a"], ["b"]])
    talk.put("B2", [["below"]])
    how = {"valueInputOption": "RAW", "insertDataOption": "INSERT_ROWS"}
    talk.ask("POST", "/values/A1:append", how, {"values": [["c", "d", "e"]]})
    assert talk.get("Sheet1") == [["a"], ["b", "below"], ["c", "d", "e"]]
    assert talk.sheet()["properties"]["gridProperties"] == {"rowCount": 3, "columnCount": 3}


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("1,234", 1234, "1,234"),
        ("1,234.5", 1234.5, "1,234.50"),
        ("$100.15", 100.15, "$100.15"),
        ("-$5", -5, "-$5"),
        ("12.5%", 0.125, "12.50%"),
        ("1e3", 1000, "1.00E+03"),
        ("(5)", -5, "-5"),
        ("true", True, "TRUE"),
        ("'007", "007", "007"),
        ("007", 7, "7"),
        ("3/15/2016", 42444, "3/15/2016"),
        ("30/20/2016", "30/20/2016", "30/20/2016"),
        ("Mar 1, 2016", 42430, "Mar 1, 2016"),
        ("10:30", 0.4375, "10:30"),
        ("2:05 PM", 14.083333333333334 / 24, "2:05 PM"),
        ("2026-01-02 10:30", 46024.4375, "2026-01-02 10:30:00"),
        ("#N/A", "#N/A", "#N/A"),
        ("a=b", "a=b", "a=b"),
    ],
)
def test_typed_text_becomes_what_the_ui_makes_of_it(
    talk: Talk, typed: str, value: Any, shown: str
) -> None:
    talk.put("A1", [[typed]])
    found = talk.get("A1", **UNFORMATTED)[0][0]
    assert found == (pytest.approx(value) if isinstance(value, float) else value)
    assert talk.get("A1") == [[shown]]


def test_raw_keeps_text_as_text(talk: Talk) -> None:
    talk.put("A1", [["=1+1", "1", "2026-01-01", True, 2]], "RAW")
    assert talk.get("A1:E1", **UNFORMATTED) == [["=1+1", "1", "2026-01-01", True, 2]]


def test_the_locale_decides_what_typed_text_means(talk: Talk) -> None:
    body = {"properties": {"locale": "de_DE"}, "fields": "locale"}
    talk.batch({"updateSpreadsheetProperties": body})
    talk.put("A1", [["1.234,5", "3.4.2026", "0,5"]])
    assert talk.get("A1:C1", **UNFORMATTED) == [[1234.5, 46115, 0.5]]
    assert talk.get("A1:C1") == [["1.234,50", "03.04.2026", "0,5"]]


def test_nulls_are_skipped_and_empty_text_clears(talk: Talk) -> None:
    talk.put("A1:C1", [["a", "b", "c"]])
    done = talk.put("A1:C1", [[None, "", "x"]])
    assert talk.get("A1:C1") == [["a", "", "x"]]
    assert done["updatedCells"] == 2
    counted = Talk(Server(switches=Switches(nulls_count_as_updated=True)))
    assert counted.put("A1:C1", [[None, "", "x"]])["updatedCells"] == 3


def test_columns_and_trailing_blanks(talk: Talk) -> None:
    talk.put("A1:B3", [["a", 1], ["", ""], ["c", ""]])
    assert talk.get("A1:D9") == [["a", "1"], [], ["c"]]
    assert talk.get("A1:D9", majorDimension="COLUMNS") == [["a", "", "c"], ["1"]]
    body = {"values": [[1, 3], [2]], "majorDimension": "COLUMNS"}
    talk.ask("PUT", "/values/F1", {"valueInputOption": "RAW"}, body)
    assert talk.get("F1:G2", **UNFORMATTED) == [[1, 2], [3]]
    assert "values" not in talk.ask("GET", "/values/J1:K2")


def test_batches_of_values_count_each_cell_once(talk: Talk) -> None:
    data = [{"range": "A1:B2", "values": [[1, 2], [3, 4]]}, {"range": "B2", "values": [[5]]}]
    body = {"valueInputOption": "RAW", "data": data, "includeValuesInResponse": True}
    done = talk.ask("POST", "/values:batchUpdate", {}, body)
    assert (done["totalUpdatedRows"], done["totalUpdatedCells"], done["totalUpdatedSheets"]) == (
        2,
        4,
        1,
    )
    assert done["responses"][0]["updatedData"]["values"] == [["1", "2"], ["3", "5"]]
    found = talk.ask("GET", "/values:batchGet", {"ranges": ["A1", "B:B"]})
    assert [one["range"] for one in found["valueRanges"]] == ["Sheet1!A1", "Sheet1!B1:B1000"]
    cleared = talk.ask("POST", "/values:batchClear", {}, {"ranges": ["A1", "B1:B2"]})
    assert cleared["clearedRanges"] == ["Sheet1!A1", "Sheet1!B1:B2"]


@pytest.mark.parametrize(
    ("tail", "body", "message"),
    [
        # Recorded or reproduced against Google; sources in README.md.
        ("NOPE!A5:F15", [["x"]], "Unable to parse range: NOPE!A5:F15"),
        ("A1:B2:C3", [["x"]], "Unable to parse range: A1:B2:C3"),
        (
            "Sheet1!A100000",
            [["x"]],
            "Range (Sheet1!A100000) exceeds grid limits. Max rows: 1000, max columns: 26",
        ),
        (
            "Sheet1!A1:B1",
            [["x", "y", "z"]],
            "Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]",
        ),
        (
            "Sheet1!A1:B1",
            [["x"], ["y"]],
            "Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]",
        ),
        (
            "A1",
            ["x"],
            "Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), \"x\"",
        ),
        (
            "A1",
            [[[1]]],
            "Invalid values[0][0]: list_value \t {\n  values {\n    number_value: 1.0\n  }\n}\n",
        ),
    ],
)
def test_a_write_is_refused_in_googles_words(
    talk: Talk, tail: str, body: Any, message: str
) -> None:
    found = talk.error("PUT", f"/values/{tail}", {"valueInputOption": "RAW"}, {"values": body})
    assert (found["message"], found["status"]) == (message, "INVALID_ARGUMENT")


def test_other_refusals_of_values(talk: Talk) -> None:
    body = {"range": "Sheet1!ZZ998", "values": [[1]]}
    found = talk.error("PUT", "/values/Sheet1!ZZ999", {"valueInputOption": "RAW"}, body)
    assert (
        found["message"] == "Request range[Sheet1!ZZ999] does not match value's range[Sheet1!ZZ998]"
    )
    found = talk.error("PUT", "/values/A1", {}, {"values": [[1]]})
    assert found["message"] == "'valueInputOption' is required but not specified"
    found = talk.error("POST", "/values:batchClear", {}, {"ranges": ["Sheet1!A2000:B"]})
    assert found["message"].startswith("Invalid range[0]: Range (Sheet1!A2000:B) exceeds grid")
    assert (
        talk.error("GET", "/values/A1", {"valueRenderOption": "X"})["status"] == "INVALID_ARGUMENT"
    )
    assert "Cannot bind query" in talk.error("GET", "/values/A1", {"nope": "1"})["message"]
    long = talk.error(
        "PUT", "/values/A1", {"valueInputOption": "RAW"}, {"values": [["x" * 50_001]]}
    )
    assert "50000 characters" in long["message"]
    talk.key = "nothing"
    status, answer = talk.server.handle("GET", "/v4/spreadsheets/nothing/values/A1")
    expected = {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}
    assert (status, answer) == (404, {"error": expected})


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=SUM(A1:A3)", "6"),
        ("=A1+A2*2^2", "9"),
        ('=IF(A1>A2,"big","small")', "small"),
        ("=1/0", "#DIV/0!"),
        ("=IFERROR(1/0,7)", "7"),
        ("=FOO", "#NAME?"),
        ("=Nope!A1", "#REF!"),
        ("=QUERY(A1:A3)", "#UNSUPPORTED!"),
        ("=1+", "#ERROR!"),
        ('="a"&A1', "a1"),
        ("=VLOOKUP(2,A1:B3,2,FALSE)", "two"),
        ('=COUNTIF(A1:A3,">1")', "2"),
        ("=D1", "#REF!"),
        ("=-2^2", "4"),
        ("=50%", "0.5"),
        ('=HYPERLINK("https://example.org","there")', "there"),
        ("=ROW()", "1"),
        ("=DATE(2026,1,2)", "1/2/2026"),
    ],
)
def test_formulas_are_worked_out_or_said_to_be_beyond_the_server(
    talk: Talk, formula: str, shown: str
) -> None:
    talk.put("A1:B3", [[1, "one"], [2, "two"], [3, "three"]])
    talk.put("D1", [[formula]])
    assert talk.get("D1") == [[shown]]


@pytest.mark.parametrize(
    ("number", "kind", "pattern", "shown"),
    [
        (1234.5, "NUMBER", "#,##0.00", "1,234.50"),
        (-1234.5, "NUMBER", "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (0.5, "NUMBER", "0.##", "0.5"),
        (3.0, "NUMBER", '0" pcs"', "3 pcs"),
        (0.256, "PERCENT", "0.0%", "25.6%"),
        (12345.678, "SCIENTIFIC", "0.00E+00", "1.23E+04"),
        (46023.5, "DATE", "dddd, mmm d yyyy", "Thursday, Jan 1 2026"),
        (46023.5, "DATE_TIME", "yyyy-mm-dd hh:mm AM/PM", "2026-01-01 12:00 PM"),
        (1.5, "TIME", "[h]:mm", "36:00"),
        (5.0, "TEXT", "@", "5"),
        (1234567.0, "NUMBER", "#,##0.0,,", "1.2"),
        (1.5, "NUMBER", "# ?/?", "1 1/2"),
        (-1.75, "NUMBER", "# ?/4", "-1 3/4"),
        (0.25, "NUMBER", "?/?", "1/4"),
        (2.999, "NUMBER", "# #/#", "3"),
        (5.3, "NUMBER", '0 ??/??" in"', "5  3/10 in"),
        (50.0, "NUMBER", '[<100]"low";[Red]0.0', "low"),
        (150.0, "NUMBER", '[<100]"low";[>=200]"high"', "high"),
        (150.0, "NUMBER", '[<100]"low";0.0', "150.0"),
        (1.5, "NUMBER", "??0.0?", "  1.5 "),
    ],
)
def test_number_formats_show_what_their_patterns_say(
    talk: Talk, number: float, kind: str, pattern: str, shown: str
) -> None:
    cell: Json = {"userEnteredValue": {"numberValue": number}}
    cell |= {"userEnteredFormat": {"numberFormat": {"type": kind, "pattern": pattern}}}
    talk.batch(
        {
            "repeatCell": {
                "cell": cell,
                "range": {"endRowIndex": 1, "endColumnIndex": 1},
                "fields": "*",
            }
        }
    )
    assert talk.get("A1") == [[shown]]
    text = talk.get("A1", **UNFORMATTED, dateTimeRenderOption="FORMATTED_STRING")[0][0]
    assert text == (shown if kind in {"DATE", "DATE_TIME", "TIME"} else number)


def test_a_date_beyond_the_calendar_is_refused_not_guessed(talk: Talk) -> None:
    cell: Json = {"userEnteredFormat": {"numberFormat": {"type": "DATE"}}}
    cell |= {"userEnteredValue": {"numberValue": 1e9}}
    corner = {"endRowIndex": 1, "endColumnIndex": 1}
    talk.batch({"repeatCell": {"cell": cell, "range": corner, "fields": "*"}})
    assert talk.error("GET", "/values/A1")["code"] == 501
