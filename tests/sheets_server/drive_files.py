"""What every method of Drive needs: the file of a call, and answers cut to size."""

from typing import TYPE_CHECKING, Any

from tests.sheets_server import exports, fields
from tests.sheets_server.discovery import Method
from tests.sheets_server.files import File
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal

if TYPE_CHECKING:
    from tests.sheets_server.server import Server


Answer = tuple[int, Any]


def found(server: "Server", method: Method, account: str, *, write: bool = False) -> File:
    """The file that a call names.

    Raises:
        Refusal: 404 where there is none that the account may see, 403 where it may not change it.
    """
    key = method.path["fileId"]
    file = server.files.get(key)
    if file is None or not file.allows(account, write=False):
        raise DriveRefusal(
            f"File not found: {key}.", code=404, reason="notFound", location="fileId"
        )
    if write and not file.allows(account, write=True):
        raise DriveRefusal(
            "The user does not have sufficient permissions for this file.",
            code=403,
            reason="insufficientFilePermissions",
        )
    return file


def sheet_found(server: "Server", method: Method, account: str) -> File:
    """The same, of a spreadsheet.

    Raises:
        Refusal: 403 for a file of another kind.
    """
    file = found(server, method, account)
    if file.id not in server.books:
        raise DriveRefusal(
            "This file cannot be copied by the user.", code=403, reason="cannotCopyFile"
        )
    return file


def as_json(server: "Server", file: File) -> Json:
    """A file as Drive shows it; the name of a spreadsheet is its title."""
    book = server.books.get(file.id)
    if book is None:
        return file.json(file.name)
    return file.json(str(book.properties["title"]), book.revision)


def cut(json: Json, params: Json, default: str) -> Json:
    """An answer with the fields that were asked for, or those that Drive shows by itself."""
    result: Json = fields.select(json, fields.parse(params.get("fields") or default))
    return result


def as_v2(server: "Server", file: File, account: str) -> Json:
    """A spreadsheet as Drive v2 shows it (recorded: gspread, ClientTest.test_import_csv)."""
    base = f"https://www.googleapis.com/drive/v2/files/{file.id}"
    docs = "https://docs.google.com/spreadsheets"
    shown = as_json(server, file)
    user = {
        "displayName": file.owner,
        "kind": "drive#user",
        "isAuthenticatedUser": file.owner == account,
        "permissionId": "0",
        "emailAddress": file.owner,
    }
    changed = shown["modifiedTime"]
    return {
        "kind": "drive#file",
        "userPermission": {
            "id": "me",
            "type": "user",
            "role": "owner" if file.owner == account else "writer",
            "kind": "drive#permission",
            "selfLink": f"{base}/permissions/me",
            "pendingOwner": False,
        },
        "selfLink": base,
        "ownerNames": [file.owner],
        "lastModifyingUserName": account,
        "editable": True,
        "writersCanShare": True,
        "mimeType": file.mime,
        "exportLinks": {
            kind: f"{docs}/export?id={file.id}&exportFormat={name}"
            for name, kind in exports.BY_NAME.items()
        },
        "parents": [
            {
                "selfLink": f"{base}/parents/{parent}",
                "id": parent,
                "isRoot": parent == "root",
                "kind": "drive#parentReference",
                "parentLink": f"https://www.googleapis.com/drive/v2/files/{parent}",
            }
            for parent in file.parents
        ],
        "appDataContents": False,
        "shared": shown["shared"],
        "lastModifyingUser": {**user, "displayName": account, "emailAddress": account},
        "owners": [user],
        "copyable": True,
        "alternateLink": shown["webViewLink"],
        "embedLink": f"{docs}/d/{file.id}/htmlembed",
        "copyRequiresWriterPermission": False,
        "spaces": ["drive"],
        "id": file.id,
        "title": shown["name"],
        "labels": {
            "viewed": True,
            "restricted": False,
            "starred": file.starred,
            "hidden": False,
            "trashed": file.trashed,
        },
        "explicitlyTrashed": file.trashed,
        "createdDate": shown["createdTime"],
        "modifiedDate": changed,
        "modifiedByMeDate": changed,
        "lastViewedByMeDate": changed,
        "version": shown["version"],
        "capabilities": {"canEdit": True, "canCopy": True},
    }
