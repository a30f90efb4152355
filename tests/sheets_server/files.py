"""Files as Drive knows them: who owns them, who may see them, when they changed."""

from dataclasses import dataclass, field
from datetime import datetime

from tests.sheets_server.model import Json

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
FOLDER = "application/vnd.google-apps.folder"


@dataclass(slots=True)
class File:
    """One file in Drive; its name and its cells are the spreadsheet's."""

    id: str
    owner: str
    created: datetime
    modified: datetime
    permissions: dict[str, Json] = field(default_factory=dict)
    parents: list[str] = field(default_factory=lambda: ["root"])
    trashed: bool = False
    mime: str = SPREADSHEET
    name: str = ""
    starred: bool = False
    description: str = ""

    @classmethod
    def new(cls, key: str, owner: str, now: datetime) -> "File":
        """A file that belongs to its maker alone."""
        one = cls(key, owner, now, now)
        one.permissions["owner"] = {
            "kind": "drive#permission",
            "id": "owner",
            "type": "user",
            "emailAddress": owner,
            "role": "owner",
            "displayName": owner.partition("@")[0],
            "deleted": False,
            "pendingOwner": False,
        }
        return one

    def allows(self, account: str, *, write: bool) -> bool:
        """Whether an account may see, or change, the file."""
        for permission in self.permissions.values():
            mine = (
                permission["type"] == "anyone"
                or permission.get("emailAddress") == account
                or (permission["type"] == "domain" and account.endswith("@" + permission["domain"]))
            )
            if mine and (not write or permission["role"] in {"owner", "writer"}):
                return True
        return False

    def json(self, name: str, version: int = 0) -> Json:
        """The file as Drive's File resource."""
        shown = {"description": self.description} if self.description else {}
        return shown | {
            "kind": "drive#file",
            "id": self.id,
            "name": name,
            "mimeType": self.mime,
            "starred": self.starred,
            "trashed": self.trashed,
            "explicitlyTrashed": self.trashed,
            "spaces": ["drive"],
            "version": str(version + 1),
            "shared": len(self.permissions) > 1,
            "parents": list(self.parents),
            "createdTime": stamp(self.created),
            "modifiedTime": stamp(self.modified),
            "owners": [{"kind": "drive#user", "emailAddress": self.owner}],
            "permissions": list(self.permissions.values()),
            "webViewLink": self._link(),
        }

    def _link(self) -> str:
        if self.mime == SPREADSHEET:
            return f"https://docs.google.com/spreadsheets/d/{self.id}/edit?usp=drivesdk"
        if self.mime == FOLDER:
            return f"https://drive.google.com/drive/folders/{self.id}"
        return f"https://drive.google.com/file/d/{self.id}/view?usp=drivesdk"


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 in UTC, to the millisecond, as Drive writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
