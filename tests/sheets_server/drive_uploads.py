"""Files that are uploaded and become spreadsheets: CSV, TSV and XLSX.

Facts: Drive API guide "Upload file data" (``media`` and ``multipart``; v2 and v3 differ in
the names of a file's fields only). What kind of file it is, is seen from its bytes.
"""

import csv
import email
import io
import json
import re
from email.policy import HTTP
from typing import TYPE_CHECKING, Any

from tests.sheets_server import requests_sheets, values
from tests.sheets_server.call import Call
from tests.sheets_server.drive_files import as_json, as_v2, cut
from tests.sheets_server.files import SPREADSHEET
from tests.sheets_server.model import COLUMN_PIXELS, ROW_PIXELS, Json, Sheet
from tests.sheets_server.refusals import DriveRefusal, not_built

if TYPE_CHECKING:
    from tests.sheets_server.server import Server

PATH = re.compile(r"^/upload/drive/(v2|v3)/files(?:/([^/]+))?$")
_FILE = "kind,id,name,mimeType"


def _taken_apart(body: bytes) -> tuple[Json, bytes]:
    """The description and the content of a multipart body; a plain body is all content."""
    if not body.startswith(b"--"):
        return {}, body
    mark = body.split(b"\n", 1)[0].strip()[2:]
    head = b"Content-Type: multipart/related; boundary=" + mark + b"\r\n\r\n"
    parts = list(email.message_from_bytes(head + body, policy=HTTP).iter_parts())
    described = json.loads(bytes(parts[0].get_payload(decode=True) or b"{}"))
    content = bytes(parts[1].get_payload(decode=True) or b"") if len(parts) > 1 else b""
    return described, content


def answer(server: "Server", verb: str, path: str, query: Json, body: Any, account: str) -> Json:
    """Carry out an upload: a new file with POST, new content of a file otherwise.

    Raises:
        Refusal: 501 for resumable uploads and other kinds of files.
    """
    match = PATH.match(path)
    assert match
    if query.get("uploadType", ["media"])[-1] == "resumable":
        raise not_built("resumable uploads")
    described, content = _taken_apart(bytes(body or b""))
    if verb == "POST":
        if described.get("mimeType", SPREADSHEET) != SPREADSHEET:
            raise not_built(f"creating a file of type {described['mimeType']}")
        title = described.get("name") or described.get("title") or "Untitled"
        key = server.create({"properties": {"title": title}}, account).id
        if described.get("parents"):
            server.files[key].parents = list(described["parents"])
    else:
        key = match[2] or ""
        server.file(key, account, write=True)
    call = server.call(server.books[key].copy(), account)
    _fill(call, content)
    server.keep(call.book)
    if match[1] == "v2":
        return as_v2(server, server.files[key], account)
    params = {name: one[-1] for name, one in query.items()}
    return cut(as_json(server, server.files[key]), params, _FILE)


ZONE = "America/Los_Angeles"
"""Recorded: gspread, ClientTest.test_import_csv. What is imported has this zone, and a tab
that is called like the file, with an id drawn by chance."""


def _fill(call: Call, content: bytes) -> None:
    """Let the spreadsheet hold nothing but what the file holds."""
    title = str(call.book.properties["title"])
    if content.startswith(b"PK"):
        tabs = _workbook(content)
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise DriveRefusal("Bad Request", code=400, reason="badRequest") from None
        first = text.split("\n", 1)[0]
        mark = "\t" if "\t" in first and "," not in first else ","
        tabs = {title: list(csv.reader(io.StringIO(text), delimiter=mark))}
    call.book.properties = {**call.book.properties, "timeZone": ZONE}
    call.book.sheets, call.book.tags, call.book.names = [], {}, {}
    for title, rows in tabs.items():
        height, width = len(rows), max((len(row) for row in rows), default=1)
        number = call.new_id({sheet.id for sheet in call.book.sheets})
        sheet = Sheet(
            number,
            {"title": title, "gridProperties": {}},
            call.book.new_lines(max(height, requests_sheets.DEFAULT_ROWS), ROW_PIXELS),
            call.book.new_lines(max(width, requests_sheets.DEFAULT_COLUMNS), COLUMN_PIXELS),
        )
        call.book.sheets.append(sheet)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is not None:
                    values.put(call, sheet, r, c, value, "USER_ENTERED")


def _workbook(content: bytes) -> dict[str, list[list[Any]]]:
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(content))
    return {
        page.title: [[_typed(value) for value in row] for row in page.iter_rows(values_only=True)]
        for page in book.worksheets
    }


def _typed(value: Any) -> Any:
    """A value of a workbook as it would be typed."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if hasattr(value, "isoformat"):
        return value.isoformat(" ") if hasattr(value, "hour") else value.isoformat()
    text = str(value)
    # A text that reads like something else stays a text.
    return text if text.startswith("=") else f"'{text}"
