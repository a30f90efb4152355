"""Pivot tables draw what the reference's pictures show."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

SALES = [
    ["Region", "Product", "Units", "Paid"],
    ["Oregon", "Pen", 234, True],
    ["New York", "Pen", 300, False],
    ["New York", "Paper", 98, True],
    ["new york", "Pen", 45, True],
    ["Oregon", "Paper", 123, True],
]
SOURCE = {"startRowIndex": 0, "endRowIndex": 6, "startColumnIndex": 0, "endColumnIndex": 4}
UNITS = {"sourceColumnOffset": 2, "summarizeFunction": "SUM"}


def group(offset: int = 0, **more: Any) -> Json:
    return {"sourceColumnOffset": offset, "sortOrder": "ASCENDING", "showTotals": True, **more}


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    found.put("A1:D6", SALES)
    return found


def draw(talk: Talk, **pivot: Any) -> Any:
    cell = {"pivotTable": {"source": SOURCE, **pivot}}
    body = {"start": {"columnIndex": 5}, "rows": [{"values": [cell]}], "fields": "pivotTable"}
    talk.batch({"updateCells": body})
    return talk.get("F1:K20")


def test_rows_with_a_total_at_the_end(talk: Talk) -> None:
    assert draw(talk, rows=[group()], values=[UNITS]) == [
        ["Region", "SUM of Units"],
        ["New York", "443"],
        ["Oregon", "357"],
        ["Grand Total", "800"],
    ]
    data = talk.sheet(includeGridData="true")["data"][0]["rowData"]
    assert data[0]["values"][5]["pivotTable"]["rows"] == [group()]
    assert data[1]["values"][6]["effectiveValue"] == {"numberValue": 443}
    assert "userEnteredValue" not in data[1]["values"][6]


def test_columns_beside_rows_as_in_the_reference(talk: Talk) -> None:
    rows, columns = [group()], [group(1, sortOrder="DESCENDING", showTotals=False)]
    assert draw(talk, rows=rows, columns=columns, values=[UNITS]) == [
        ["SUM of Units", "Product"],
        ["Region", "Pen", "Paper"],
        ["New York", "345", "98"],
        ["Oregon", "234", "123"],
        ["Grand Total", "579", "221"],
    ]
    totals = draw(talk, columns=[group(1)], values=[UNITS])
    assert totals == [
        ["SUM of Units", "Product"],
        ["", "Paper", "Pen", "Grand Total"],
        ["", "221", "579", "800"],
    ]


def test_groups_inside_groups_name_the_outer_one_once(talk: Talk) -> None:
    rows = [group(showTotals=False, label="Where"), group(1)]
    drawn = draw(
        talk, rows=rows, values=[UNITS, {**UNITS, "name": "Mean", "summarizeFunction": "AVERAGE"}]
    )
    assert drawn[:4] == [
        ["Where", "Product", "SUM of Units", "Mean"],
        ["New York", "Paper", "98", "98"],
        ["", "Pen", "345", "172.5"],
        ["New York Total", "", "443", "147.6666667"],
    ]
    rows[0]["repeatHeadings"] = True
    assert draw(talk, rows=rows, values=[UNITS])[2][0] == "New York"


@pytest.mark.parametrize(
    ("function", "shown"),
    [
        ("COUNT", "5"), ("COUNTA", "5"), ("COUNTUNIQUE", "5"), ("MAX", "300"), ("MIN", "45"),
        ("MEDIAN", "123"), ("STDEVP", "93.2887989"), ("PRODUCT", "38078586000"),
    ],
)  # fmt: skip
def test_the_functions_of_a_value(talk: Talk, function: str, shown: str) -> None:
    value = {**UNITS, "summarizeFunction": function}
    assert draw(talk, rows=[group()], values=[value])[-1] == ["Grand Total", shown]


def test_filters_keep_what_they_list(talk: Talk) -> None:
    spec = [{"columnOffsetIndex": 1, "filterCriteria": {"visibleValues": ["Pen"]}}]
    assert draw(talk, rows=[group()], values=[UNITS], filterSpecs=spec)[-1][1] == "579"
    older = {"3": {"visibleValues": ["FALSE"]}}
    assert draw(talk, rows=[group()], values=[UNITS], criteria=older)[-1][1] == "300"
    all_ = {"3": {"visibleByDefault": True}}
    assert draw(talk, rows=[group()], values=[UNITS], criteria=all_)[-1][1] == "800"


@pytest.mark.parametrize(
    "pivot",
    [
        {"rows": [group(groupRule={"dateTimeRule": {"type": "YEAR"}})], "values": [UNITS]},
        {"rows": [group()], "values": [{"formula": "=1", "summarizeFunction": "CUSTOM"}]},
        {"columns": [group()], "values": [UNITS, UNITS]},
        {"rows": [group()], "values": [UNITS], "criteria": {"1": {"condition": {"type": "BLANK"}}}},
        {"rows": [group()], "values": [{**UNITS, "summarizeFunction": "NONE"}]},
        {"rows": [], "values": [UNITS]},
        {"rows": [group()], "values": [UNITS], "source": {"sheetId": 9}},
    ],
)
def test_what_is_not_drawn_says_so(talk: Talk, pivot: Json) -> None:
    assert draw(talk, **pivot) == [["#UNSUPPORTED!"]]


def test_a_table_does_not_draw_over_other_cells(talk: Talk) -> None:
    talk.put("G3", [["mine"]])
    assert draw(talk, rows=[group()], values=[UNITS]) == [["#REF!"], [], ["", "mine"]]
    body = {"start": {"columnIndex": 5}, "rows": [{"values": [{}]}], "fields": "pivotTable"}
    talk.batch({"updateCells": body})
    assert talk.get("F1:F3") == []


def test_a_group_without_numbers_shows_nothing(talk: Talk) -> None:
    talk.put("C2:C6", [["x"], ["x"], ["x"], ["x"], ["x"]])
    value = {**UNITS, "summarizeFunction": "MAX"}
    assert draw(talk, rows=[group()], values=[value])[-1] == ["Grand Total"]
