"""Short ways to talk to the server's core in tests."""

from typing import Any

from tests.sheets_server import Server
from tests.sheets_server.model import Json


class Talk:
    """One spreadsheet on a server; each method is one call."""

    def __init__(self, server: Server | None = None, *titles: str) -> None:
        self.server = server or Server(seed=1)
        sheets = [{"properties": {"title": title}} for title in titles]
        status, body = self.server.handle("POST", "/v4/spreadsheets", {}, {"sheets": sheets})
        assert status == 200, body
        self.key = str(body["spreadsheetId"])
        self.base = f"/v4/spreadsheets/{self.key}"

    def ask(self, method: str, tail: str, query: Json | None = None, body: Any = None) -> Any:
        """The answer of a call that must succeed."""
        status, answer = self.server.handle(method, self.base + tail, query, body)
        assert status == 200, answer
        return answer

    def error(self, method: str, tail: str, query: Json | None = None, body: Any = None) -> Json:
        """The error of a call that must be refused."""
        status, answer = self.server.handle(method, self.base + tail, query, body)
        assert status >= 400, answer
        assert answer["error"]["code"] == status
        found: Json = answer["error"]
        return found

    def put(self, where: str, values: Any, option: str = "USER_ENTERED") -> Json:
        """values.update."""
        found: Json = self.ask(
            "PUT", f"/values/{where}", {"valueInputOption": option}, {"values": values}
        )
        return found

    def get(self, where: str, **query: str) -> Any:
        """The values of values.get."""
        return self.ask("GET", f"/values/{where}", query).get("values", [])

    def batch(self, *requests: Json, **extra: Any) -> Json:
        """batchUpdate."""
        found: Json = self.ask("POST", ":batchUpdate", {}, {"requests": list(requests), **extra})
        return found

    def refused(self, *requests: Json) -> str:
        """The message of a batch that must be refused."""
        body = {"requests": list(requests)}
        return str(self.error("POST", ":batchUpdate", {}, body)["message"])

    def sheet(self, place: int = 0, **query: Any) -> Json:
        """One tab of spreadsheets.get."""
        found: Json = self.ask("GET", "", query)["sheets"][place]
        return found
