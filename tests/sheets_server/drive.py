"""The little of Drive v3 that spreadsheet clients use, uploads, and the export address.

Facts: Drive API v3 reference (default fields of each answer, the search terms of ``q``),
recorded answers of gspread's cassettes ClientTest.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.sheets_server import (
    checking,
    creating,
    discovery,
    drive_uploads,
    exports,
    well_known,
)
from tests.sheets_server.discovery import Method
from tests.sheets_server.drive_files import Answer, as_json, cut, found, sheet_found
from tests.sheets_server.drive_search import search
from tests.sheets_server.drive_sharing import change, grant, granted, one, revoke
from tests.sheets_server.files import SPREADSHEET, File
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal, Refusal, not_built

if TYPE_CHECKING:
    from tests.sheets_server.server import Server

_FILE = "kind,id,name,mimeType"
_EXPORT = re.compile(r"^/spreadsheets/d/([^/]+)/export$")


def answer(
    server: "Server", verb: str, path: str, query: Mapping[str, list[str]], body: Any, account: str
) -> Answer:
    """Answer a call that is none of Sheets'.

    Raises:
        Refusal: Unknown, not allowed, or 501.
    """
    if (told := well_known.answer(verb, path)) is not None:
        return 200, told
    if verb in {"POST", "PUT", "PATCH"} and drive_uploads.PATH.match(path):
        return 200, drive_uploads.answer(server, verb, path, dict(query), body, account)
    if verb == "GET" and (hit := _EXPORT.match(path)):
        return 200, _page(server, hit, query, account)
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
    """files.create: a spreadsheet, or a file of another kind that holds nothing."""
    title, mime = body.get("name") or "Untitled", body.get("mimeType", "application/octet-stream")
    if mime == SPREADSHEET:
        key = server.create({"properties": {"title": title}}, account).id
    else:
        key = creating.new_key(server.random)
        server.files[key] = File.new(key, account, server.clock())
        server.files[key].mime, server.files[key].name = mime, title
    file = server.files[key]
    file.parents = list(body.get("parents") or file.parents)
    file.description = body.get("description", "")
    file.starred = body.get("starred", False)
    return 200, cut(as_json(server, file), params, _FILE)


def get(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """files.get."""
    file = found(server, method, account)
    if params.get("alt") == "media":
        told = (
            "Only files with binary content can be downloaded. Use Export with Docs Editors files."
        )
        raise DriveRefusal(told, code=403, reason="fileNotDownloadable", location="alt")
    return 200, cut(as_json(server, file), params, _FILE)


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
    source = server.books[sheet_found(server, method, account).id]
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
    """files.update: the name, the bin, the folder, the star and the description."""
    file = found(server, method, account, write=True)
    for name in body.keys() - {"name", "trashed", "mimeType", "starred", "description"}:
        raise not_built(f"changing a file's {name}")
    file.starred = body.get("starred", file.starred)
    file.description = body.get("description", file.description)
    if "name" in body and file.id not in server.books:
        file.name = body["name"]
    elif "name" in body:
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
    del server.files[file.id]
    server.books.pop(file.id, None)
    return 204, None


def export(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """files.export."""
    file = sheet_found(server, method, account)
    return 200, exported(server, file.id, params.get("mimeType", ""), None, account)


def exported(server: "Server", key: str, kind: str, tab: int | None, account: str) -> bytes:
    """A spreadsheet as another kind of file.

    Args:
        server: Where it is.
        key: Its id.
        kind: The MIME type.
        tab: For CSV and TSV the tab's id; ``None`` is the first tab.
        account: Who asks.

    Raises:
        Refusal: There is no such tab; 501 for other kinds.
    """
    made = exports.KINDS.get(kind)
    if made is None:
        raise not_built(f"exporting as {kind}")
    call = server.call(server.books[key], account)
    sheet = call.book.sheets[0] if tab is None else call.sheet(tab)
    return made(call, sheet)


def _page(server: "Server", hit: re.Match[str], query: Mapping[str, list[str]], who: str) -> bytes:
    """The export address of the editor: docs.google.com/spreadsheets/d/KEY/export?format=csv."""
    file = server.file(hit[1], who)
    kind = exports.BY_NAME.get(query.get("format", ["xlsx"])[-1], "")
    tab = query.get("gid", [""])[-1]
    return exported(server, file.id, kind, int(tab) if tab.isdigit() else None, who)


def comments(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """comments.list: there are none."""
    found(server, method, account)
    return 200, cut({"kind": "drive#commentList", "comments": []}, params, "kind,comments")


def about(_: "Server", __: Method, params: Json, ___: Json, account: str) -> Answer:
    """about.get: who asks; Drive wants a field mask here."""
    if not params.get("fields"):
        raise DriveRefusal(
            "The 'fields' parameter is required for this method.",
            code=400,
            reason="required",
            location="fields",
        )
    user = {
        "kind": "drive#user",
        "displayName": account.partition("@")[0],
        "me": True,
        "permissionId": "0",
        "emailAddress": account,
    }
    return 200, cut({"kind": "drive#about", "user": user}, params, "kind")


def drives(_: "Server", __: Method, params: Json, ___: Json, ____: str) -> Answer:
    """drives.list: there are no shared drives."""
    return 200, cut({"kind": "drive#driveList", "drives": []}, params, "kind,drives")


_METHODS = {
    "drive.about.get": about,
    "drive.drives.list": drives,
    "drive.files.create": create,
    "drive.files.get": get,
    "drive.files.list": list_,
    "drive.files.copy": copy,
    "drive.files.update": update,
    "drive.files.delete": delete,
    "drive.files.export": export,
    "drive.permissions.create": grant,
    "drive.permissions.list": granted,
    "drive.permissions.get": one,
    "drive.permissions.update": change,
    "drive.permissions.delete": revoke,
    "drive.comments.list": comments,
}
