"""Who asks Google: a service-account file, the machine's own credentials, or an impersonated account.

The one scope is that of spreadsheets. Keys are read where they lie and go nowhere
but to Google; nothing of them is in a message, a log or the sheet.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sheetsync.books.google_errors import NoAccess
from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

    from sheetsync.books.google_client import SheetsClient

SCOPE = "https://www.googleapis.com/auth/spreadsheets"
_ACTING = "https://www.googleapis.com/auth/iam"
"""What an account needs to ask for another one's tokens (IAM Credentials API); the
token that reaches Google Sheets has the one scope above."""

FILE = "GOOGLE_APPLICATION_CREDENTIALS"
IMPERSONATE = "SHEETSYNC_IMPERSONATE"
BASE = "SHEETSYNC_SHEETS_URL"
CONFIG = "sheetsync.toml"

_READ = "Nothing was read or written."
_HOW = (
    f"Name the key file of a service account in {FILE}, or sign in with "
    "“gcloud auth application-default login”."
)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Access:
    """What a client needs to ask Google.

    Attributes:
        credentials: Whoever asks; ``None`` on loopback, where nobody looks.
        account: The address that a sheet is shared with; ``""`` if it is not known.
        base: Where the Sheets API is; ``""`` for Google's own address.
    """

    credentials: "Credentials | None"
    account: str
    base: str = ""


def connect(environment: Mapping[str, str], folder: Path | None = None) -> "SheetsClient":
    """Make the client; nothing is asked of Google yet.

    Args:
        environment: The environment.
        folder: Where ``sheetsync.toml`` may name credentials; the current folder.

    Raises:
        NoAccess: There are no credentials, or they cannot be used.
    """
    access = find_access(environment, folder or Path())
    from sheetsync.books.google_client import SHEETS, SheetsClient

    return SheetsClient(access.credentials, account=access.account, base=access.base or SHEETS)


def find_access(environment: Mapping[str, str], folder: Path) -> Access:
    """Find the credentials that are meant.

    Raises:
        NoAccess: There are none, or they cannot be used.
        UsageError: ``SHEETSYNC_SHEETS_URL`` names another machine than this one.
    """
    base = _base(environment)
    file = environment.get(FILE, "") or _configured(folder)
    if base and not file:
        return Access(None, "", base)
    target = environment.get(IMPERSONATE, "")
    scope = _ACTING if target else SCOPE
    found = _from_file(file, scope) if file else _from_machine(scope)
    if target:
        found = _as(found, target)
    return Access(found.credentials, found.account, base)


def _base(environment: Mapping[str, str]) -> str:
    base = environment.get(BASE, "").rstrip("/")
    if base and urlsplit(base).hostname not in _LOOPBACK:
        raise UsageError(
            f"{BASE} names another machine than this one, and credentials would go there.",
            not_done=_READ,
            next_step=f"Leave {BASE} out; it is for tests on this machine alone.",
        )
    return base


def _configured(folder: Path) -> str:
    try:
        with (folder / CONFIG).open("rb") as file:
            own = tomllib.load(file).get("google")
    except (OSError, ValueError):
        return ""  # what is wrong with the file is said where it is looked for the book
    named = own.get("credentials") if isinstance(own, dict) else None
    return str(folder / named) if isinstance(named, str) and named else ""


def _from_file(name: str, scope: str) -> Access:
    path = Path(name).expanduser()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _wrong(f"The credentials file {name} does not exist.", _HOW) from None
    except OSError as error:
        raise _wrong(
            f"The credentials file {name} cannot be read ({error.strerror or error}).",
            "Allow reading it, or name another file.",
        ) from None
    except ValueError:  # UnicodeDecodeError is one
        raise _wrong(
            f"The credentials file {name} is not JSON.",
            "Download the key of the service account again, as JSON.",
        ) from None
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "service_account":
        return _service_account(name, content, scope)
    if kind in ("authorized_user", "external_account", "impersonated_service_account"):
        return _loaded(name, scope)
    if isinstance(content, dict) and ("installed" in content or "web" in content):
        raise _wrong(
            f"{name} is an OAuth client, not the key of a service account.",
            "In the Google Cloud console open IAM & Admin → Service Accounts → Keys, add a key "
            "of type JSON, and name that file.",
        )
    raise _wrong(
        f"{name} is JSON, but not the key of a service account.",
        "In the Google Cloud console open IAM & Admin → Service Accounts → Keys, add a key of "
        "type JSON, and name that file. It looks like credentials.example.json.",
    )


def _service_account(name: str, content: Mapping[str, object], scope: str) -> Access:
    from google.oauth2 import service_account

    missing = [
        field
        for field in ("client_email", "private_key", "token_uri")
        if not isinstance(content.get(field), str) or not content[field]
    ]
    if missing:
        raise _wrong(
            f"The key in {name} is incomplete: {', '.join(missing)} is missing.",
            "Download the key of the service account again, as JSON.",
        )
    try:
        credentials = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call] # google-auth has no types here
            content, scopes=[scope]
        )
    except Exception:  # noqa: BLE001 - each backend for keys has its own errors, and some show the key
        raise _wrong(
            f"The private key in {name} is damaged.",
            "Download the key of the service account again, as JSON; do not edit it.",
        ) from None
    return Access(credentials, str(content["client_email"]))


def _loaded(name: str, scope: str) -> Access:
    import google.auth
    from google.auth import exceptions

    try:
        credentials, _ = google.auth.load_credentials_from_file(name, scopes=[scope])  # type: ignore[no-untyped-call] # google-auth has no types here
    except exceptions.GoogleAuthError:
        raise _wrong(f"The credentials in {name} are incomplete or damaged.", _HOW) from None
    return Access(credentials, str(getattr(credentials, "service_account_email", "") or ""))


def _from_machine(scope: str) -> Access:
    import google.auth
    from google.auth import exceptions

    try:
        credentials, _ = google.auth.default(scopes=[scope])
    except exceptions.GoogleAuthError:
        raise _wrong("There are no credentials for Google Sheets on this machine.", _HOW) from None
    account = str(getattr(credentials, "service_account_email", "") or "")
    return Access(credentials, "" if account == "default" else account)


def _as(source: Access, target: str) -> Access:
    """Act as another service account, whose roles the source may take on."""
    from google.auth import impersonated_credentials

    credentials = impersonated_credentials.Credentials(  # type: ignore[no-untyped-call] # google-auth has no types here
        source_credentials=source.credentials, target_principal=target, target_scopes=[SCOPE]
    )
    return Access(credentials, target)


def _wrong(what: str, next_step: str) -> NoAccess:
    return NoAccess(what, not_done=_READ, next_step=next_step)
