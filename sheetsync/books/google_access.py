"""Who asks Google: a service-account file, the machine's own credentials, or an impersonated account.

The one scope is that of spreadsheets. Keys are read where they lie and go nowhere
but to Google; nothing of them is in a message, a log or the sheet.
"""

import tomllib
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sheetsync.books.google_key_file import (
    AGAIN,
    FILE,
    HOW,
    NEW_FILE,
    UNREAD,
    is_no_name,
    read_json,
    wrong,
)
from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

    from sheetsync.books.google_client import SheetsClient

SCOPE = "https://www.googleapis.com/auth/spreadsheets"
_ACTING = "https://www.googleapis.com/auth/iam"
"""What an account needs to ask for another one's tokens (IAM Credentials API); the
token that reaches Google Sheets has the one scope above."""

IMPERSONATE = "SHEETSYNC_IMPERSONATE"
BASE = "SHEETSYNC_SHEETS_URL"
CONFIG = "sheetsync.toml"

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
    if base and not _is_here(base):
        raise UsageError(
            f"{BASE} names another machine than this one, and credentials would go there.",
            not_done=UNREAD,
            next_step=f"Leave {BASE} out; it is for tests on this machine alone.",
        )
    return base


def _is_here(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.hostname in _LOOPBACK


def _configured(folder: Path) -> str:
    try:
        with (folder / CONFIG).open("rb") as file:
            own = tomllib.load(file).get("google")
    except (OSError, ValueError):
        return ""  # what is wrong with the file is said where it is looked for the book
    named = own.get("credentials") if isinstance(own, dict) else None
    if not isinstance(named, str) or not named or is_no_name(named):
        return str(named or "")
    return named if named.startswith("~") else str(folder / named)


def _from_file(name: str, scope: str) -> Access:
    if is_no_name(name):
        raise wrong(
            f"{FILE}, or the line “credentials” in {CONFIG}, holds something else than the name "
            "of a file; it may be the key itself.",
            "Save the key as a file of its own, and give the name of that file there.",
        )
    content = read_json(name)
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "service_account":
        return _service_account(name, content, scope)
    if kind in _OTHERS:
        return _loaded(name, scope)
    if isinstance(content, dict) and ("installed" in content or "web" in content):
        raise wrong(f"{name} is an OAuth client, not the key of a service account.", NEW_FILE)
    raise wrong(f"{name} is JSON, but not the key of a service account.", NEW_FILE)


_OTHERS = (
    "authorized_user",
    "external_account",
    "external_account_authorized_user",
    "impersonated_service_account",
)
"""Kinds of credentials that are no keys, such as a person's sign-in (google-auth)."""


def _service_account(name: str, content: Mapping[str, object], scope: str) -> Access:
    from google.oauth2 import service_account

    missing = [
        field
        for field in ("client_email", "private_key", "token_uri")
        if not isinstance(content.get(field), str) or not content[field]
    ]
    if missing:
        parts = ", ".join(missing)
        raise wrong(f"The key in {name} is incomplete: it has no {parts}.", AGAIN)
    if "NOT A KEY" in str(content["private_key"]):
        raise wrong(f"{name} is the example that comes with sheetsync; it holds no key.", NEW_FILE)
    try:
        credentials = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call] # google-auth has no types here
            content, scopes=[scope]
        )
    except Exception:  # noqa: BLE001 - each backend for keys has its own errors, and some show the key
        raise wrong(f"The private key in {name} is damaged.", AGAIN) from None
    return Access(credentials, str(content["client_email"]))


def _loaded(name: str, scope: str) -> Access:
    import google.auth
    from google.auth import exceptions

    path = str(Path(name).expanduser())
    try:
        with _silence():
            credentials, _ = google.auth.load_credentials_from_file(path, scopes=[scope])  # type: ignore[no-untyped-call] # google-auth has no types here
    except (exceptions.GoogleAuthError, *_DAMAGED):
        raise wrong(f"The credentials in {name} are incomplete or damaged.", HOW) from None
    return Access(credentials, _account(credentials))


_DAMAGED = (AttributeError, KeyError, TypeError, ValueError)
"""What google-auth raises where a part of a file is missing or of another kind."""


def _account(credentials: "Credentials") -> str:
    """Whom to share a sheet with; ``""`` for a person, and for a machine that has not been asked."""
    account = str(getattr(credentials, "service_account_email", "") or "")
    return "" if account == "default" else account


@contextmanager
def _silence() -> Iterator[None]:
    """Keep google-auth's own warnings from people: what they can do about it, we say."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _from_machine(scope: str) -> Access:
    import google.auth
    from google.auth import exceptions

    try:
        with _silence():
            credentials, _ = google.auth.default(scopes=[scope])
    except (exceptions.GoogleAuthError, *_DAMAGED):
        raise wrong("There are no credentials for Google Sheets on this machine.", HOW) from None
    return Access(credentials, _account(credentials))


def _as(source: Access, target: str) -> Access:
    """Act as another service account, whose roles the source may take on."""
    from google.auth import impersonated_credentials

    credentials = impersonated_credentials.Credentials(  # type: ignore[no-untyped-call] # google-auth has no types here
        source_credentials=source.credentials, target_principal=target, target_scopes=[SCOPE]
    )
    return Access(credentials, target)
