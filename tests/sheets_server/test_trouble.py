"""Faults, quotas and people: what can happen around a request happens here too."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, Switches
from tests.sheets_server.counts import Counts
from tests.sheets_server.faults import Cut, Kind, NoAnswer
from tests.sheets_server.http import Loopback
from tests.sheets_server.quota import Quota
from tests.sheets_server.talking import Talk

ROBOT = "robot@example-project.iam.gserviceaccount.com"


def add(talk: Talk, text: str = "x") -> None:
    how = {"valueInputOption": "RAW"}
    talk.server.handle("POST", f"{talk.base}/values/Sheet1:append", how, {"values": [[text]]})


@pytest.mark.parametrize(
    ("kind", "status", "written"),
    [
        (Kind.UNAVAILABLE, 503, 0),
        (Kind.UNAVAILABLE_AFTER, 503, 1),
        (Kind.INTERNAL, 500, 0),
        (Kind.INTERNAL_AFTER, 500, 1),
        (Kind.HTML, 502, 0),
        (Kind.HTML_AFTER, 502, 1),
        (Kind.RESET, None, 0),
        (Kind.RESET_AFTER, None, 1),
        (Kind.TIMEOUT, None, 0),
        (Kind.TIMEOUT_AFTER, None, 1),
        (Kind.TRUNCATED, 200, 1),
        (Kind.TWICE, 200, 2),
        (Kind.QUOTA, 429, 0),
        (Kind.EXPIRED, 401, 0),
        (Kind.REVOKED, 403, 0),
        (Kind.GONE, 404, 0),
    ],
)
def test_every_fault_strikes_once_before_or_after_the_write(
    kind: Kind, status: int | None, written: int
) -> None:
    talk = Talk()
    talk.server.faults.plan(kind, "values.append", skip=1)
    add(talk)
    how, body = {"valueInputOption": "RAW"}, {"values": [["x"]]}
    path = f"{talk.base}/values/Sheet1:append"
    if status is None:
        with pytest.raises((Cut, NoAnswer)):
            talk.server.handle("POST", path, how, body)
    else:
        found, answer = talk.server.handle("POST", path, how, body)
        assert found == status
        if kind is Kind.TRUNCATED:
            with pytest.raises(ValueError, match=r"."):
                json.loads(answer)
    assert len(talk.get("A:A")) == 1 + written
    add(talk)
    assert len(talk.get("A:A")) == 2 + written


def test_a_late_request_arrives_after_the_next_one() -> None:
    talk = Talk()
    talk.server.faults.plan(Kind.LATE, "values.append")
    with pytest.raises(NoAnswer):
        add(talk, "late")
    add(talk, "next")
    assert talk.get("A:A") == [["next"], ["late"]]


def test_a_second_delivery_is_lost_where_the_switch_says_so() -> None:
    talk = Talk(Server(switches=Switches(duplicate_delivery_repeats=False)))
    talk.server.faults.plan(Kind.TWICE, "values.append")
    add(talk)
    assert len(talk.get("A:A")) == 1


def test_faults_reach_a_real_client_over_http() -> None:
    requests = pytest.importorskip("requests")
    talk = Talk()
    with Loopback(talk.server, hold_s=0.3) as loopback, requests.Session() as session:
        session.trust_env = False
        url = f"{loopback.url}{talk.base}"
        assert session.get(url).json()["spreadsheetId"] == talk.key
        for kind in (Kind.RESET, Kind.TIMEOUT):
            talk.server.faults.plan(kind)
            with pytest.raises(requests.exceptions.ConnectionError):
                session.get(url, timeout=5)
        talk.server.faults.plan(Kind.HTML)
        assert session.get(url).headers["Content-Type"].startswith("text/html")
        talk.server.faults.plan(Kind.TRUNCATED)
        with pytest.raises(ValueError, match=r"."):
            session.get(url).json()
        bad = session.post(
            f"{url}:batchUpdate", data="{", headers={"Content-Type": "application/json"}
        )
        assert bad.status_code == 400


def test_googles_own_client_works_against_the_server() -> None:
    httplib2 = pytest.importorskip("httplib2")
    build = importlib.import_module("googleapiclient.discovery").build
    HttpError = importlib.import_module("googleapiclient.errors").HttpError  # noqa: N806 - a class

    with Loopback(Server()) as loopback:
        service = build(
            "sheets", "v4", http=httplib2.Http(timeout=5),
            client_options={"api_endpoint": loopback.url}, static_discovery=True,
        )  # fmt: skip
        sheets = service.spreadsheets()
        key = sheets.create(body={"properties": {"title": "T"}}).execute()["spreadsheetId"]
        body = {"values": [["a", "ü"], [1, None]]}
        sheets.values().update(
            spreadsheetId=key, range="A1", valueInputOption="RAW", body=body
        ).execute()
        found = sheets.values().get(spreadsheetId=key, range="'Sheet1'!A1:B").execute()
        assert found["values"] == [["a", "ü"], ["1"]]
        with pytest.raises(HttpError, match="Unable to parse range"):
            sheets.values().get(spreadsheetId=key, range="No!A1").execute()
        service.close()


def clock() -> tuple[Callable[[], datetime], list[datetime]]:
    now = [datetime(2026, 1, 2, 3, 4, tzinfo=UTC)]
    return (lambda: now[0]), now


def test_the_quota_refuses_the_61st_read_of_a_minute_and_forgets_in_the_next() -> None:
    tell, now = clock()
    talk = Talk(Server(quota=Quota(), clock=tell))
    for _ in range(60):
        talk.get("A1")
    refused = talk.error("GET", "/values/A1")
    assert refused["status"] == "RESOURCE_EXHAUSTED"
    assert refused["details"][0]["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
    talk.put("A1", [["writes count apart"]])
    now[0] += timedelta(minutes=1)
    assert talk.get("A1")


def test_the_same_seed_and_calls_give_the_same_answers() -> None:
    tell, _ = clock()
    one, two = (Talk(Server(seed=5, clock=tell)) for _ in range(2))
    body = {"addSheet": {"properties": {"title": "T"}}}
    assert one.batch(body) == two.batch(body)
    assert Talk(Server(seed=6)).key != one.key


def test_a_person_edits_between_two_requests_and_the_oracle_knows_the_rows() -> None:
    talk = Talk()
    talk.put("A1:B4", [["id", "n"], ["b", 2], ["a", 1], ["c", 3]])
    server, person = talk.server, talk.server.person(talk.key)
    one, two, three = server.rows(talk.key, "Sheet1")[1:4]
    server.between.before(lambda: person.insert_rows("Sheet1", 1), matching="values.get")
    assert talk.get("A1:A3") == [["id"], [], ["b"]]
    person.delete_rows("Sheet1", 1)
    person.sort("Sheet1", 0)
    assert server.rows(talk.key, "Sheet1")[1:4] == [two, one, three]
    person.drag_rows("Sheet1", 1, 1, 4)
    assert server.rows(talk.key, "Sheet1")[1:4] == [one, three, two]
    person.cut_rows("Sheet1", 1, 1, 5)
    assert server.rows(talk.key, "Sheet1")[5] == one
    assert talk.get("A1:A6") == [["id"], [], ["c"], ["a"], [], ["b"]]
    person.undo()
    assert talk.get("A1:A4") == [["id"], ["b"], ["c"], ["a"]]
    person.type("Sheet1", 1, 1, "5%")
    assert talk.get("B2") == [["5%"]]


def test_a_person_inserts_beyond_the_last_row_and_column() -> None:
    talk = Talk()
    person, before = talk.server.person(talk.key), talk.server.books[talk.key].sheets[0]
    person.insert_rows("Sheet1", len(before.rows), 2)
    person.insert_columns("Sheet1", len(before.columns))
    after = talk.server.books[talk.key].sheets[0]
    assert len(after.rows) == len(before.rows) + 2
    assert len(after.columns) == len(before.columns) + 1


def test_a_person_can_protect_share_and_bin() -> None:
    talk = Talk()
    key, server = talk.key, talk.server
    server.files[key].owner = "boss@example.org"
    server.files[key].permissions.clear()
    boss = server.person(key)
    assert talk.error("GET", "")["code"] == 403
    boss.share(ROBOT, "reader")
    assert talk.get("A1") == []
    refused = talk.error("PUT", "/values/A1", {"valueInputOption": "RAW"}, {"values": [[1]]})
    assert (refused["code"], refused["message"]) == (403, "The caller does not have permission")
    boss.share(ROBOT)
    boss.protect("Sheet1", "A1:B2")
    refused = talk.error("PUT", "/values/B2", {"valueInputOption": "RAW"}, {"values": [[1]]})
    assert "protected cell or object" in refused["message"]
    talk.put("C3", [[1]])
    assert "editors" not in talk.sheet()["protectedRanges"][0]
    boss.unshare(ROBOT)
    assert talk.error("GET", "")["code"] == 403
    boss.bin()
    assert talk.error("GET", "")["code"] == 404


def test_the_command_says_when_it_is_ready() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.sheets_server", "--port", "0", "--quota", "1/9"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.terminate()
    assert "ready at http://127.0.0.1:" in line


def test_requests_are_counted_by_the_classes_of_the_quota() -> None:
    talk = Talk()
    since = len(talk.server.trace)
    talk.put("A1", [[1]])
    talk.get("A1")
    talk.ask("POST", "/values:batchGetByDataFilter", {}, {"dataFilters": [{"gridRange": {}}]})
    talk.server.handle("GET", "/drive/v3/files")
    assert talk.server.counted(since) == Counts(reads=2, writes=1, drive=1)
    assert talk.server.counted().writes == 2


def test_a_slash_before_the_verb_is_taken() -> None:
    talk = Talk()
    body = {"requests": [{"addSheet": {"properties": {"title": "T"}}}]}
    talk.ask("POST", "/:batchUpdate", {}, body)
    assert talk.ask("GET", "/")["sheets"][1]["properties"]["title"] == "T"
