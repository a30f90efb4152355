"""Spreadsheets on the local Sheets server, and the people who type into them."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import requests

from sheetsync.book import Grid, Reading
from sheetsync.books.google import GoogleBook
from sheetsync.books.google_client import SheetsClient
from sheetsync.books.google_pace import Pace
from sheetsync.books.google_requests import blocks, cell_data
from tests.sheets_server.faults import Cut, NoAnswer
from tests.sheets_server.server import Server


class Clockwork:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def now(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds


def client(url: str, *, per_minute: int = 1_000_000) -> SheetsClient:
    """The program's own client, turned to a server on loopback; it never really waits."""
    clock = Clockwork()
    pace = Pace(per_minute=per_minute, now=clock.now, sleep=clock.sleep)
    return SheetsClient(None, base=url, pace=pace, timeout=(5.0, 5.0))


def spreadsheet(server: Server, grids: Iterable[Grid], *, title: str = "Sales") -> str:
    """A spreadsheet that holds these tabs; gives its id."""
    tabs = list(grids)
    sheets = [
        {
            "properties": {
                "title": grid.title,
                "sheetId": 100 + place,
                "gridProperties": {
                    "rowCount": grid.height + 40,
                    "columnCount": max(26, len(grid.columns)),
                },
            }
        }
        for place, grid in enumerate(tabs)
    ]
    status, made = server.handle(
        "POST", "/v4/spreadsheets", {}, {"properties": {"title": title}, "sheets": sheets}
    )
    assert status == 200, made
    requests: list[dict[str, Any]] = []
    for place, grid in enumerate(tabs):
        cells = {
            (row, column): value
            for column, values in enumerate(grid.columns)
            for row, value in enumerate(values)
            if value is not None
        }
        requests += [
            {
                "updateCells": {
                    "start": {"sheetId": 100 + place, "rowIndex": top, "columnIndex": left},
                    "rows": [{"values": [cell_data(value) for value in row]} for row in rows],
                    "fields": "userEnteredValue",
                }
            }
            for (top, left), rows in blocks(cells)
        ]
    key = str(made["spreadsheetId"])
    if requests:
        status, told = server.handle(
            "POST", f"/v4/spreadsheets/{key}:batchUpdate", {}, {"requests": requests}
        )
        assert status == 200, told
    return key


def sheet_of_grids(server: Server, url: str, grids: Iterable[Grid]) -> GoogleBook:
    """A Google Sheet with these tabs."""
    return GoogleBook(client(url), spreadsheet(server, grids))


def sheet_of(server: Server, url: str, reading: Reading) -> GoogleBook:
    """A Google Sheet with the values of a book."""
    return sheet_of_grids(server, url, reading.grids)


class InProcess(requests.Session):
    """A session whose requests reach the server without a socket; everything else is real.

    Args:
        server: What answers.
        killed_at: The run dies at this request, counted from 1; 0 never.
        after: Does it die after the request was carried out, or before it leaves?
    """

    def __init__(self, server: Server, *, killed_at: int = 0, after: bool = False) -> None:
        super().__init__()
        self.server, self.killed_at, self.after = server, killed_at, after
        self.asked: list[str] = []

    def request(self, method: Any, url: Any, *args: Any, **more: Any) -> requests.Response:
        path = urlsplit(url).path
        self.asked.append(path)
        dies = len(self.asked) == self.killed_at
        if dies and not self.after:
            raise Killed
        params = dict((more.get("params") or {}).items())
        body = json.loads(more["data"]) if more.get("data") else None
        try:
            status, answer = self.server.handle(method, path, params, body)
        except NoAnswer:
            raise requests.ReadTimeout from None
        except Cut:
            raise requests.ConnectionError from None
        if dies:
            raise Killed
        response = requests.Response()
        response.status_code = status
        text = answer if isinstance(answer, str) else json.dumps(answer)
        response._content = text.encode()
        return response


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


def near_client(session: requests.Session) -> SheetsClient:
    """The program's own client over such a session; it never really waits."""
    clock = Clockwork()
    pace = Pace(per_minute=1_000_000, now=clock.now, sleep=clock.sleep)
    made = SheetsClient(None, base="http://127.0.0.1", pace=pace)
    made.session = session
    return made
