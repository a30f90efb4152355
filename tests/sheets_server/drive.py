"""The little of Drive v3 that spreadsheet clients use, and v2's upload of a CSV text.

Facts: Drive API v3 reference (default fields of each answer, the search terms of ``q``),
recorded answers of gspread's cassettes ClientTest.
"""

import csv
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.sheets_server import cells, checking, creating, discovery, values
from tests.sheets_server.discovery import Method
from tests.sheets_server.drive_files import Answer, as_json, cut, found
from tests.sheets_server.drive_search import search
from tests.sheets_server.drive_sharing import grant, granted, revoke
from tests.sheets_server.files import SPREADSHEET, File
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.refusals import Refusal, not_built

if TYPE_CHECKING:
    from tests.sheets_server.server import Server

_FILE = "kind,id,name,mimeType"
_UPLOAD = re.compile(r"^/upload/drive/v2/files/([^/]+)$")


def answer(
    server: "Server", verb: str, path: str, query: Mapping[str, list[str]], body: Any, account: str
) -> Answer:
    """Answer a call that is none of Sheets'.

    Raises:
        Refusal: Unknown, not allowed, or 501.
    """
    if verb == "PUT" and (hit := _UPLOAD.match(path)):
        return 200, upload(server, hit[1], body, account)
    method = discovery.match(verb, path, "drive.v3") if path.startswith("/drive/v3/") else None
    if method is None:
        raise Refusal("Method not found.", code=404)
    action = _METHODS.get(method.id)
    if action is None:
        raise not_built(f"the method {method.id}")
    # Drive lets unknown parameters through, such as includeItemsFromAllDrives on a get.
    known = {key: one for key, one in query.items() if key in method.parameters}
    params = checking.query(method, known)
    given: Json = {}
    if method.request is not None:
        # Drive also ignores unknown names in a body: gspread sends v2's withLink.
        names = discovery.properties({"$ref": method.request}, "drive.v3") or {}
        kept = {key: one for key, one in (body or {}).items() if key in names}
        given = checking.checked(kept, method.request, "drive.v3")
    return action(server, method, params, given, account)


def create(server: "Server", _: Method, params: Json, body: Json, account: str) -> Answer:
    """files.create, of a spreadsheet."""
    if body.get("mimeType") != SPREADSHEET:
        raise not_built(f"creating a file of type {body.get('mimeType')}")
    book = server.create({"properties": {"title": body.get("name") or "Untitled"}}, account)
    if body.get("parents"):
        server.files[book.id].parents = list(body["parents"])
    return 200, cut(as_json(server, server.files[book.id]), params, _FILE)


def get(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """files.get."""
    return 200, cut(as_json(server, found(server, method, account)), params, _FILE)


def list_(server: "Server", _: Method, params: Json, __: Json, account: str) -> Answer:
    """files.list, newest change first, a page at a time."""
    test = search(params.get("q", ""))
    hits = [
        json
        for file in server.files.values()
        if file.allows(account, write=False) and test(json := as_json(server, file))
    ]
    hits.sort(key=lambda json: str(json["modifiedTime"]), reverse=True)
    start, size = int(params.get("pageToken") or 0), params.get("pageSize", 100)
    result: Json = {"kind": "drive#fileList", "incompleteSearch": False}
    if start + size < len(hits):
        result["nextPageToken"] = str(start + size)
    result["files"] = hits[start : start + size]
    default = f"kind,incompleteSearch,nextPageToken,files({_FILE})"
    return 200, cut(result, params, default)


def copy(server: "Server", method: Method, params: Json, body: Json, account: str) -> Answer:
    """files.copy."""
    source = server.books[found(server, method, account).id]
    book = source.copy()
    book.id, book.revision = creating.new_key(server.random), 0
    name = body.get("name") or f"Copy of {source.properties['title']}"
    book.properties = {**book.properties, "title": name}
    server.files[book.id] = File.new(book.id, account, server.clock())
    if body.get("parents"):
        server.files[book.id].parents = list(body["parents"])
    server.keep(book)
    return 200, cut(as_json(server, server.files[book.id]), params, _FILE)


def update(server: "Server", method: Method, params: Json, body: Json, account: str) -> Answer:
    """files.update: the name, the bin, the folder."""
    file = found(server, method, account, write=True)
    for name in body.keys() - {"name", "trashed", "mimeType"}:
        raise not_built(f"changing a file's {name}")
    if "name" in body:
        book = server.books[file.id].copy()
        book.properties = {**book.properties, "title": body["name"]}
        server.keep(book)
    if "trashed" in body:
        file.trashed = body["trashed"]
    added, removed = params.get("addParents"), params.get("removeParents")
    if removed:
        file.parents = [one for one in file.parents if one not in removed.split(",")]
    if added:
        file.parents += added.split(",")
    return 200, cut(as_json(server, file), params, _FILE)


def delete(server: "Server", method: Method, _: Json, __: Json, account: str) -> Answer:
    """files.delete: by its owner, at once and for good."""
    file = found(server, method, account, write=True)
    del server.files[file.id], server.books[file.id]
    return 204, None


def export(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """files.export: the first tab as CSV or TSV."""
    file = found(server, method, account)
    kinds = {"text/csv": ",", "text/tab-separated-values": "\t"}
    mark = kinds.get(params.get("mimeType", ""))
    if mark is None:
        raise not_built(f"exporting as {params.get('mimeType')}")
    call = server.call(server.books[file.id], account)
    sheet, calculator, out = call.book.sheets[0], call.calculator(), io.StringIO()
    filled = [(r, c) for r, c, _ in sheet.filled()]
    height = max((r for r, _ in filled), default=-1) + 1
    width = max((c for _, c in filled), default=-1) + 1
    rows = [
        [
            cells.shown(sheet.cell(r, c), calculator.value(sheet, r, c), call.locale)
            for c in range(width)
        ]
        for r in range(height)
    ]
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(rows)
    return 200, out.getvalue().removesuffix("\r\n").encode()


def upload(server: "Server", key: str, body: Any, account: str) -> Json:
    """v2 files.update with a CSV body: one tab is left, and it holds the text's cells."""
    file = server.file(key, account, write=True)
    call = server.call(server.books[file.id].copy(), account)
    rows = list(csv.reader(io.StringIO(bytes(body).decode("utf-8"))))
    old = call.book.sheets[0]
    height, width = max(len(rows), 1), max((len(row) for row in rows), default=1)
    sheet = Sheet(
        old.id,
        {"title": old.title, "gridProperties": {}},
        call.book.new_lines(max(height, 1000), 21),
        call.book.new_lines(max(width, 26), 100),
    )
    call.book.sheets, call.book.tags, call.book.names = [sheet], {}, {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            values.put(call, sheet, r, c, text, "USER_ENTERED")
    server.keep(call.book)
    title = call.book.properties["title"]
    return {"kind": "drive#file", "id": key, "title": title, "mimeType": SPREADSHEET}


def comments(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """comments.list: there are none."""
    found(server, method, account)
    return 200, cut({"kind": "drive#commentList", "comments": []}, params, "kind,comments")


_METHODS = {
    "drive.files.create": create,
    "drive.files.get": get,
    "drive.files.list": list_,
    "drive.files.copy": copy,
    "drive.files.update": update,
    "drive.files.delete": delete,
    "drive.files.export": export,
    "drive.permissions.create": grant,
    "drive.permissions.list": granted,
    "drive.permissions.delete": revoke,
    "drive.comments.list": comments,
}
