"""Drive's part: files are found, named, binned, shared; what is missing is said as Drive says it."""

from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server
from tests.sheets_server.files import SPREADSHEET

FILES = "/drive/v3/files"


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def key(server: Server) -> str:
    body = {"name": "A", "mimeType": SPREADSHEET, "parents": ["folder"]}
    status, made = server.handle("POST", FILES, {}, body)
    assert status == 200
    assert made == {"kind": "drive#file", "id": made["id"], "name": "A", "mimeType": SPREADSHEET}
    return str(made["id"])


def names(server: Server, search: str) -> Any:
    query = {"q": search, "fields": "files(name)", "includeItemsFromAllDrives": "True"}
    return [one["name"] for one in server.handle("GET", FILES, query)[1]["files"]]


def test_files_are_found_by_their_terms(server: Server, key: str) -> None:
    assert names(server, f'mimeType="{SPREADSHEET}" and name = "A"') == ["A"]
    assert names(server, "'folder' in parents and trashed = false") == ["A"]
    assert names(server, "name contains 'a' and name != 'A'") == []
    server.handle(
        "PATCH",
        f"{FILES}/{key}",
        {"addParents": "x", "removeParents": "folder"},
        {"name": "It's", "trashed": True},
    )
    assert names(server, r"name = 'It\'s' and trashed = true and 'x' in parents") == ["It's"]
    status, wrong = server.handle("GET", FILES, {"q": "name ~ 'a'"})
    assert (status, wrong["error"]["errors"][0]["location"]) == (400, "q")


def test_lists_come_in_pages(server: Server, key: str) -> None:
    server.handle("POST", f"{FILES}/{key}/copy", {}, {"name": "B", "parents": ["p"]})
    _, first = server.handle("GET", FILES, {"pageSize": "1"})
    _, second = server.handle("GET", FILES, {"pageSize": "1", "pageToken": first["nextPageToken"]})
    assert {first["files"][0]["name"], second["files"][0]["name"]} == {"A", "B"}
    assert "nextPageToken" not in second


def test_a_missing_file_answers_as_recorded(server: Server) -> None:
    # Recorded: r-lib/gargle, "Request for non-existent resource (Drive)".
    status, answer = server.handle("GET", f"{FILES}/NOPE_NOT_A_GOOD_ID")
    first = {
        "message": "File not found: NOPE_NOT_A_GOOD_ID.",
        "domain": "global",
        "reason": "notFound",
        "location": "fileId",
        "locationType": "parameter",
    }
    error = {"code": 404, "message": first["message"], "errors": [first]}
    assert (status, answer) == (404, {"error": error})


def test_sharing_lets_others_in_and_out(server: Server, key: str) -> None:
    def status(
        method: str, tail: str = "", body: Any = None, account: str = "eve@example.org"
    ) -> int:
        return server.handle(method, f"{FILES}/{key}{tail}", {}, body, account=account)[0]

    assert status("GET") == 404
    grant = {"type": "domain", "domain": "example.org", "role": "reader"}
    _, made = server.handle("POST", f"{FILES}/{key}/permissions", {}, grant)
    assert status("GET") == 200
    assert status("PATCH", body={"name": "x"}) == 403
    assert server.handle("DELETE", f"{FILES}/{key}/permissions/{made['id']}")[0] == 204
    assert server.handle("DELETE", f"{FILES}/{key}/permissions/{made['id']}")[0] == 404
    assert server.handle("POST", f"{FILES}/{key}/permissions", {}, {"role": "reader"})[0] == 400
    owner = {"type": "user", "emailAddress": "eve@example.org", "role": "owner"}
    server.handle("POST", f"{FILES}/{key}/permissions", {"transferOwnership": "true"}, owner)
    assert server.files[key].owner == "eve@example.org"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", f"{FILES}/x/watch", {}, 501),
        ("GET", "/drive/v3/changes", None, 501),
        ("GET", "/drive/v3/nothing", None, 404),
        ("GET", "/v5/spreadsheets", None, 404),
    ],
)
def test_what_drive_cannot_do_here_says_so(
    server: Server, method: str, path: str, body: Any, status: int
) -> None:
    assert server.handle(method, path, {}, body)[0] == status
