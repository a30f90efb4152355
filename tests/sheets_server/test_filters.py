"""Filters hide by values, conditions and colours; sorts order by them; views keep them."""

from datetime import UTC, datetime
from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, Switches
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

BOX = {"startRowIndex": 0, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 2}
RED, GREEN = {"red": 1}, {"green": 1}


@pytest.fixture
def talk() -> Talk:
    found = Talk(Server(clock=lambda: datetime(2026, 3, 31, 12, tzinfo=UTC)))
    found.put(
        "A1:B5", [["n", "d"], [3, "2026-03-30"], [1, "2026-03-31"], ["b", "2025-01-01"], [2, "x"]]
    )
    for row, colour in ((2, RED), (4, GREEN)):
        cell = {
            "userEnteredFormat": {
                "backgroundColor": colour,
                "textFormat": {"foregroundColor": colour},
            }
        }
        area = {
            "startRowIndex": row,
            "endRowIndex": row + 1,
            "startColumnIndex": 0,
            "endColumnIndex": 1,
        }
        found.batch({"repeatCell": {"range": area, "cell": cell, "fields": "userEnteredFormat"}})
    return found


def shown(talk: Talk, **filter_: Any) -> list[int]:
    talk.batch({"setBasicFilter": {"filter": {"range": BOX, **filter_}}})
    rows = talk.sheet(includeGridData="true", ranges="A1:B5")["data"][0]["rowMetadata"]
    return [row for row in range(1, 5) if not rows[row].get("hiddenByFilter")]


@pytest.mark.parametrize(
    ("column", "criteria", "rows"),
    [
        (0, {"hiddenValues": ["3", "b"]}, [2, 4]),
        (0, {"condition": {"type": "NUMBER_BETWEEN", "values": [{"userEnteredValue": "3"}, {"userEnteredValue": "2"}]}}, [1, 4]),
        (0, {"condition": {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A2>=2"}]}, "hiddenValues": ["3"]}, [3, 4]),
        (0, {"condition": {"type": "TEXT_NOT_EQ", "values": [{"userEnteredValue": "B"}]}}, [1, 2, 4]),
        (0, {"visibleBackgroundColor": RED}, [2]),
        (0, {"visibleForegroundColorStyle": {"rgbColor": GREEN}}, [4]),
        (1, {"condition": {"type": "DATE_ON_OR_AFTER", "values": [{"userEnteredValue": "2026-03-30"}]}}, [1, 2]),
        (1, {"condition": {"type": "DATE_EQ", "values": [{"relativeDate": "YESTERDAY"}]}}, [1]),
        (1, {"condition": {"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_WEEK"}]}}, [1, 2]),
        (1, {"condition": {"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_MONTH"}]}}, [1, 2]),
        (1, {"condition": {"type": "DATE_IS_VALID"}}, [1, 2, 3]),
        (1, {"condition": {"type": "NOT_BLANK"}}, [1, 2, 3, 4]),
    ],
)  # fmt: skip
def test_a_filter_hides_the_rows_that_do_not_pass(
    talk: Talk, column: int, criteria: Json, rows: list[int]
) -> None:
    spec = {"columnIndex": column, "filterCriteria": criteria}
    assert shown(talk, filterSpecs=[spec]) == rows
    assert shown(talk, criteria={str(column): criteria}) == rows


def test_both_spellings_of_criteria_come_back(talk: Talk) -> None:
    shown(talk, criteria={"1": {"hiddenValues": ["x"]}, "0": {"visibleBackgroundColor": RED}})
    found = talk.sheet()["basicFilter"]
    assert list(found["criteria"]) == ["0", "1"]
    assert found["filterSpecs"][0]["filterCriteria"]["visibleBackgroundColorStyle"] == {
        "rgbColor": RED
    }
    assert found["filterSpecs"][1] == {"columnIndex": 1, "filterCriteria": {"hiddenValues": ["x"]}}


def test_rows_are_sorted_by_colour(talk: Talk) -> None:
    data = {**BOX, "startRowIndex": 1}
    specs = [
        {"dimensionIndex": 0, "backgroundColorStyle": {"rgbColor": GREEN}},
        {"dimensionIndex": 0},
    ]
    talk.batch({"sortRange": {"range": data, "sortSpecs": specs}})
    assert talk.get("A2:A5") == [["2"], ["1"], ["3"], ["b"]]
    specs = [{"dimensionIndex": 0, "foregroundColor": RED}]
    talk.batch({"setBasicFilter": {"filter": {"range": BOX, "sortSpecs": specs}}})
    assert talk.get("A2") == [["1"]]


def test_a_view_follows_its_name_and_loses_old_criteria(talk: Talk) -> None:
    name = {"name": "nums", "range": {**BOX, "endColumnIndex": 1}, "namedRangeId": "n1"}
    talk.batch({"addNamedRange": {"namedRange": name}})
    view = {"namedRangeId": "n1", "filterViewId": 5, "criteria": {"0": {"hiddenValues": ["3"]}}}
    talk.batch({"addFilterView": {"filter": view}})
    spec = [{"filterCriteria": {"hiddenValues": ["1"]}}]
    body = {"filter": {"filterViewId": 5, "filterSpecs": spec}, "fields": "filterSpecs"}
    talk.batch({"updateFilterView": body})
    found = talk.sheet()["filterViews"][0]
    assert found["criteria"] == {"0": {"hiddenValues": ["1"]}}
    body = {"filter": {"filterViewId": 5, "range": BOX}, "fields": "range"}
    talk.batch({"updateFilterView": body})
    assert talk.sheet()["filterViews"][0]["range"] == BOX
    assert "No named range" in talk.refused({"addFilterView": {"filter": {"namedRangeId": "x"}}})
    two = {"filter": {"namedRangeId": "n1", "range": BOX}}
    assert "Only one of" in talk.refused({"addFilterView": two})
    far = {"filter": {"range": BOX, "criteria": {"7": {}}}}
    assert "outside of the range" in talk.refused({"setBasicFilter": far})


@pytest.mark.parametrize(
    ("rule", "fine", "bad"),
    [
        ({"type": "TEXT_IS_EMAIL"}, "a@example.org", "a@b"),
        ({"type": "TEXT_IS_URL"}, "https://example.org/x", "no url"),
        ({"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "=3-1"}]}, 3, 2),
        ({"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "7"}]}, 7, 8),
        ({"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "=$A$2:$A$3"}]}, "3", "4"),
        ({"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "=Sheet1!A2:A3"}]}, "1", "4"),
        ({"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "words"}]}, "1", "4"),
        ({"type": "BOOLEAN"}, True, "yes"),
    ],
)  # fmt: skip
def test_a_strict_rule_refuses_where_the_switch_says_so(rule: Json, fine: Any, bad: Any) -> None:
    talk = Talk(Server(switches=Switches(strict_validation_refuses=True)))
    talk.put("A2:A3", [[3], [1]])
    area = {**BOX, "startColumnIndex": 0, "endColumnIndex": 1}
    talk.batch({"addNamedRange": {"namedRange": {"name": "words", "range": area}}})
    cell = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 3, "endColumnIndex": 4}
    body = {"range": cell, "rule": {"condition": rule, "strict": True}}
    talk.batch({"setDataValidation": body})
    talk.put("D1", [[fine]])
    talk.put("D1", [[""]])
    refused = talk.error(
        "PUT", "/values/D1", {"valueInputOption": "USER_ENTERED"}, {"values": [[bad]]}
    )
    assert "violates the data validation rules" in refused["message"]
    talk.put("A1", [["free"]])


def test_a_condition_that_is_not_judged_says_so(talk: Talk) -> None:
    for condition in ({"type": "FILTER_EXPRESSION"}, {"type": "NUMBER_EQ"}):
        spec = [{"filterCriteria": {"condition": condition}}]
        body = {"requests": [{"setBasicFilter": {"filter": {"range": BOX, "filterSpecs": spec}}}]}
        assert talk.error("POST", ":batchUpdate", {}, body)["code"] == 501
