"""Drive beside the sheets: folders, searches, sharing, files that go in and come out."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, exports
from tests.sheets_server.model import Json
from tests.sheets_server.talking import Talk

FILES = "/drive/v3/files"
SHEET = "application/vnd.google-apps.spreadsheet"
FOLDER = "application/vnd.google-apps.folder"


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    found.put("A1:C2", [["a, b", "=1+1", "2026-01-02"], ["(x)", True, ""]])
    return found


def ask(talk: Talk, verb: str, path: str, query: Any = None, body: Any = None) -> Any:
    status, answer = talk.server.handle(verb, path, query, body)
    assert status in {200, 204}, answer
    return answer


def export(talk: Talk, kind: str) -> bytes:
    found: bytes = ask(talk, "GET", f"{FILES}/{talk.key}/export", {"mimeType": kind})
    return found


def test_every_kind_of_export_holds_the_values(talk: Talk) -> None:
    talk.batch(
        {"mergeCells": {"range": {"startRowIndex": 4, "endRowIndex": 6, "endColumnIndex": 1}}}
    )
    bold = {"cell": {"userEnteredFormat": {"textFormat": {"bold": True}}}, "fields": "*"}
    corner = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 5, "endColumnIndex": 6}
    talk.batch({"repeatCell": {"range": corner, **bold}})
    talk.put("D1", [["=1/0"]])
    talk.put("D2", [["#N/A"]])
    book = openpyxl.load_workbook(io.BytesIO(export(talk, exports.XLSX)))
    page = book["Sheet1"]
    assert [one.value for one in page[1]][:4] == ["a, b", "=1+1", page["C1"].value, "=1/0"]
    assert page["C1"].value.isoformat()[:10] == "2026-01-02"
    assert page["F1"].font.bold
    assert [str(one) for one in page.merged_cells.ranges] == ["A5:A6"]
    assert export(talk, exports.TSV).split(b"\r\n")[0] == b"a, b\t2\t2026-01-02\t#DIV/0!"
    ods = zipfile.ZipFile(io.BytesIO(export(talk, exports.ODS)))
    assert b"<text:p>a, b</text:p>" in ods.read("content.xml")
    pages = zipfile.ZipFile(io.BytesIO(export(talk, exports.ZIP)))
    assert b"<td>a, b</td><td>2</td>" in pages.read("Sheet1.html")
    pdf = export(talk, exports.PDF)
    assert pdf.startswith(b"%PDF-1.4")
    assert rb"(\(x\)  TRUE" in pdf
    refused = talk.server.handle("GET", f"{FILES}/{talk.key}/export", {"mimeType": "image/png"})
    assert refused[0] == 501


def test_the_export_address_knows_tabs_and_kinds(talk: Talk) -> None:
    talk.batch({"addSheet": {"properties": {"sheetId": 5, "title": "Two"}}})
    talk.put("Two!A1", [["second"]])
    path = f"/spreadsheets/d/{talk.key}/export"
    assert ask(talk, "GET", path, {"format": "csv", "gid": "5"}) == b"second"
    assert ask(talk, "GET", path, {"format": "csv"}).startswith(b'"a, b",2')
    assert ask(talk, "GET", path).startswith(b"PK")


def multipart(described: Json, content: bytes) -> bytes:
    head = b"--xyz\r\nContent-Type: application/json\r\n\r\n" + json.dumps(described).encode()
    return head + b"\r\n--xyz\r\nContent-Type: text/plain\r\n\r\n" + content + b"\r\n--xyz--"


def test_an_uploaded_text_becomes_a_spreadsheet(talk: Talk) -> None:
    described = {"name": "Up", "mimeType": SHEET, "parents": ["f1"]}
    body = multipart(described, b"x\ty\n1\t2")
    query = {"uploadType": "multipart", "fields": "id,name,parents"}
    made = ask(talk, "POST", "/upload/drive/v3/files", query, body)
    assert (made["name"], made["parents"]) == ("Up", ["f1"])
    talk.base = f"/v4/spreadsheets/{made['id']}"
    assert talk.get("A1:B2") == [["x", "y"], ["1", "2"]]
    path = f"/upload/drive/v3/files/{made['id']}"
    ask(talk, "PATCH", path, {"uploadType": "media"}, b"\xef\xbb\xbfp,q\n")
    assert talk.get("Up") == [["p", "q"]]
    assert talk.sheet()["properties"]["sheetId"] != 0
    assert talk.ask("GET", "")["properties"]["timeZone"] == "America/Los_Angeles"
    older = ask(talk, "PUT", f"/upload/drive/v2/files/{made['id']}", {}, b"r,s\n")
    assert (older["title"], older["labels"]["trashed"]) == ("Up", False)
    assert older["exportLinks"]["text/csv"].endswith("exportFormat=csv")
    assert talk.server.handle("PATCH", path, {}, b"\xff\xfe")[0] == 400


def test_an_uploaded_workbook_keeps_tabs_types_and_formulas(talk: Talk) -> None:
    book: Any = openpyxl.Workbook()
    book.active.append(["007", 7, True, None, "=B1+1"])
    book.create_sheet("Two")["A1"] = datetime(2026, 1, 2, 3, 4)
    out = io.BytesIO()
    book.save(out)
    made = ask(talk, "POST", "/upload/drive/v3/files", {"uploadType": "media"}, out.getvalue())
    talk.base = f"/v4/spreadsheets/{made['id']}"
    row = talk.get("Sheet!A1:E1", valueRenderOption="UNFORMATTED_VALUE")
    assert row == [["007", 7, True, "", 8]]
    assert talk.get("Two!A1") == [["2026-01-02 3:04:00"]]


def test_uploads_that_are_not_done_say_so(talk: Talk) -> None:
    for query, body in (
        ({"uploadType": "resumable"}, b""),
        ({"uploadType": "multipart"}, multipart({"mimeType": "text/plain"}, b"")),
    ):
        assert talk.server.handle("POST", "/upload/drive/v3/files", query, body)[0] == 501


def test_folders_and_other_files_are_files_without_cells(talk: Talk) -> None:
    body = {"name": "Team", "mimeType": FOLDER, "description": "d", "starred": True}
    made = ask(talk, "POST", FILES, {"fields": "*"}, body)
    assert made["webViewLink"].startswith("https://drive.google.com/drive/folders/")
    assert (made["description"], made["starred"], made["shared"]) == ("d", True, False)
    path = f"{FILES}/{made['id']}"
    assert ask(talk, "PATCH", path, {}, {"name": "Crew"})["name"] == "Crew"
    other = ask(talk, "POST", FILES, {"fields": "webViewLink"}, {"name": "n"})
    assert "/file/d/" in other["webViewLink"]
    status, refused = talk.server.handle("GET", f"/v4/spreadsheets/{made['id']}")
    assert (status, refused["error"]["status"]) == (400, "FAILED_PRECONDITION")
    assert talk.server.handle("POST", f"{path}/copy", {}, {})[0] == 403
    status, refused = talk.server.handle("GET", f"{FILES}/{talk.key}", {"alt": "media"})
    assert refused["error"]["errors"][0]["reason"] == "fileNotDownloadable"
    assert ask(talk, "DELETE", path) is None
    assert talk.server.handle("GET", path)[0] == 404
    assert talk.server.handle("PATCH", f"{FILES}/{talk.key}", {}, {"properties": {}})[0] == 501


@pytest.mark.parametrize(
    ("q", "names"),
    [
        ("name = 'One'", ["One"]),
        ("name contains 'o' and not name = 'Two'", ["One"]),
        ("name = 'One' or (name = \"Two\" and trashed = false)", ["One", "Two"]),
        ("'f1' in parents", ["Two"]),
        ("'robot@example-project.iam.gserviceaccount.com' in owners", ["One", "Two"]),
        ("'nobody@example.org' in readers", []),
        ("mimeType != 'x' and modifiedTime > '2020-01-01T00:00:00'", ["One", "Two"]),
        ("createdTime <= '2020-01-01'", []),
        ("", ["One", "Two"]),
    ],
)
def test_files_are_found_by_terms(q: str, names: list[str]) -> None:
    talk = Talk(Server())
    ask(talk, "DELETE", f"{FILES}/{talk.key}")
    ask(talk, "POST", FILES, {}, {"name": "One", "mimeType": SHEET})
    ask(talk, "POST", FILES, {}, {"name": "Two", "mimeType": SHEET, "parents": ["f1"]})
    found = ask(talk, "GET", FILES, {"q": q})["files"]
    assert sorted(one["name"] for one in found) == names


@pytest.mark.parametrize(
    "q",
    ["name", "name =", "(name = 'x'", "name = 'x' 'y'", "'x' of parents", "'x' in nothing",
     "name < 'x'", "name = word", "name ~ 'x'", "(name = 'x' name"],
)  # fmt: skip
def test_terms_that_are_none_are_refused(talk: Talk, q: str) -> None:
    status, answer = talk.server.handle("GET", FILES, {"q": q})
    assert (status, answer["error"]["message"]) == (400, "Invalid Value")


def test_a_permission_is_read_and_changed(talk: Talk) -> None:
    path = f"{FILES}/{talk.key}/permissions"
    grant = {"type": "user", "role": "reader", "emailAddress": "otto@example.org"}
    key = ask(talk, "POST", path, {}, grant)["id"]
    assert ask(talk, "PATCH", f"{path}/{key}", {}, {"role": "writer"})["role"] == "writer"
    assert ask(talk, "GET", f"{path}/{key}", {"fields": "emailAddress"}) == {
        "emailAddress": "otto@example.org"
    }
    assert talk.server.handle("PATCH", f"{path}/{key}", {}, {"role": "king"})[0] == 400
    assert talk.server.handle("GET", f"{path}/none")[0] == 404
    status, refused = talk.server.handle("DELETE", f"{path}/owner")
    assert (status, refused["error"]["message"]) == (403, "The owner of a file cannot be removed.")
    assert talk.server.handle("POST", path, {}, {"type": "user"})[0] == 400


def test_clients_get_what_they_ask_for_first(talk: Talk) -> None:
    assert ask(talk, "POST", "/token")["token_type"] == "Bearer"
    assert ask(talk, "GET", "/$discovery/rest", {"version": "v4"})["id"] == "sheets:v4"
    assert ask(talk, "GET", "/discovery/v1/apis/drive/v3/rest")["id"] == "drive:v3"
    assert ask(talk, "GET", "/drive/v3/drives") == {"kind": "drive#driveList", "drives": []}
    about = ask(talk, "GET", "/drive/v3/about", {"fields": "user(emailAddress)"})
    assert about == {"user": {"emailAddress": talk.server.account}}
    assert talk.server.handle("GET", "/drive/v3/about")[0] == 400
