"""Permissions of files in Drive."""

from typing import TYPE_CHECKING

from tests.sheets_server.discovery import Method
from tests.sheets_server.files import File
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal

if TYPE_CHECKING:
    from tests.sheets_server.server import Server
from tests.sheets_server.drive_files import Answer, cut, found

_PERMISSION = "kind,id,type,role"
ROLES = {"owner", "organizer", "fileOrganizer", "writer", "commenter", "reader"}


def grant(server: "Server", method: Method, params: Json, body: Json, account: str) -> Answer:
    """permissions.create."""
    file = found(server, method, account, write=True)
    kind, role = body.get("type"), body.get("role")
    if kind not in {"user", "group", "domain", "anyone"} or role not in ROLES:
        raise DriveRefusal(
            "The permission type or role field is required.", code=400, reason="required"
        )
    key = "anyoneWithLink" if kind == "anyone" else str(server.random.randrange(10**19, 10**20))
    permission = {"kind": "drive#permission", "id": key, "type": kind, "role": role}
    for name in ("emailAddress", "domain", "allowFileDiscovery"):
        if name in body:
            permission[name] = body[name]
    if role == "owner":
        file.permissions = {
            one: {**old, "role": "writer"} if old["role"] == "owner" else old
            for one, old in file.permissions.items()
        }
        file.owner = body.get("emailAddress", file.owner)
    file.permissions[key] = permission
    return 200, cut(permission, params, _PERMISSION)


def granted(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """permissions.list."""
    file = found(server, method, account)
    result: Json = {"kind": "drive#permissionList", "permissions": list(file.permissions.values())}
    return 200, cut(result, params, f"kind,permissions({_PERMISSION})")


def _permission(file: File, method: Method) -> Json:
    key = method.path["permissionId"]
    if key not in file.permissions:
        raise DriveRefusal(
            f"Permission not found: {key}.", code=404, reason="notFound", location="permissionId"
        )
    return file.permissions[key]


def one(server: "Server", method: Method, params: Json, _: Json, account: str) -> Answer:
    """permissions.get."""
    known = _permission(found(server, method, account), method)
    return 200, cut(known, params, _PERMISSION)


def change(server: "Server", method: Method, params: Json, body: Json, account: str) -> Answer:
    """permissions.update: only the role can change."""
    file = found(server, method, account, write=True)
    old = _permission(file, method)
    if body.get("role") not in ROLES:
        raise DriveRefusal("The role field is required.", code=400, reason="required")
    new = {**old, "role": body["role"]}
    file.permissions[method.path["permissionId"]] = new
    return 200, cut(new, params, _PERMISSION)


def revoke(server: "Server", method: Method, _: Json, __: Json, account: str) -> Answer:
    """permissions.delete."""
    file = found(server, method, account, write=True)
    if _permission(file, method)["role"] == "owner":
        raise DriveRefusal(
            "The owner of a file cannot be removed.", code=403, reason="cannotRemoveOwner"
        )
    del file.permissions[method.path["permissionId"]]
    return 204, None
