"""The errors that a client sees: code, canonical status, message and details.

Codes and statuses pair as google.rpc.Code documents them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

STATUSES: Mapping[int, str] = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
}


class Refusal(Exception):
    """A request that is answered with an error body; nothing was changed."""

    def __init__(
        self,
        message: str,
        *,
        code: int = 400,
        details: Sequence[Mapping[str, Any]] = (),
        status: str = "",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status or STATUSES.get(code, "UNKNOWN")
        self.message = message
        self.details = tuple(details)

    def within(self, place: str) -> "Refusal":
        """The same refusal, naming the part of the request that it is about."""
        if self.code != 400 or self.details:
            return self
        return Refusal(f"Invalid {place}: {self.message}")

    def body(self) -> dict[str, Any]:
        """The error as the Sheets service writes it."""
        error: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "status": self.status,
        }
        if self.details:
            error["details"] = [dict(detail) for detail in self.details]
        return {"error": error}


class DriveRefusal(Refusal):
    """The same in the older form that Drive v3 uses, with a list of errors."""

    def __init__(self, message: str, *, code: int, reason: str, location: str = "") -> None:
        super().__init__(message, code=code)
        self.reason = reason
        self.location = location

    def body(self) -> dict[str, Any]:
        """The error as the Drive service writes it."""
        first = {"message": self.message, "domain": "global", "reason": self.reason}
        if self.location:
            first |= {"location": self.location, "locationType": "parameter"}
        return {"error": {"code": self.code, "message": self.message, "errors": [first]}}


def not_found() -> Refusal:
    """The answer for a spreadsheet that is not there or not shared."""
    return Refusal("Requested entity was not found.", code=404)


def not_built(what: str) -> Refusal:
    """An honest refusal for what this server does not do."""
    return Refusal(f"The local Sheets server does not do this yet: {what}.", code=501)


def bad_fields(violations: Sequence[tuple[str, str]], message: str = "") -> Refusal:
    """A refusal that names the fields, as google.rpc.BadRequest does."""
    listed = [
        {"field": field, "description": text} if field else {"description": text}
        for field, text in violations
    ]
    return Refusal(
        message or "\n".join(text for _, text in violations),
        details=[{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": listed}],
    )


PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner"
    " to remove protection if you need to edit."
)
BANDED = (
    "You cannot add alternating background colors to a range that already has alternating"
    " background colors."
)
