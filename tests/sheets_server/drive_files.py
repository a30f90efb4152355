"""What every method of Drive needs: the file of a call, and answers cut to size."""

from typing import TYPE_CHECKING, Any

from tests.sheets_server import fields
from tests.sheets_server.discovery import Method
from tests.sheets_server.files import File
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal

if TYPE_CHECKING:
    from tests.sheets_server.server import Server


Answer = tuple[int, Any]


def found(server: "Server", method: Method, account: str, *, write: bool = False) -> File:
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


def as_json(server: "Server", file: File) -> Json:
    return file.json(str(server.books[file.id].properties["title"]))


def cut(json: Json, params: Json, default: str) -> Json:
    result: Json = fields.select(json, fields.parse(params.get("fields") or default))
    return result
