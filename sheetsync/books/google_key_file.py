"""Reads a file of credentials, or says what it is instead; what stands in it is never shown."""

import json
from pathlib import Path
from typing import Any

from sheetsync.books.google_errors import SIGN_IN, NoAccess

FILE = "GOOGLE_APPLICATION_CREDENTIALS"
"""The variable of the environment that names it."""

UNREAD = "Nothing was read or written."
HOW = f"Name the key file of a service account in {FILE}, or sign in with “{SIGN_IN}”."
NEW_FILE = (
    "In the Google Cloud console open IAM & Admin → Service Accounts → Keys, add a key of type "
    f"JSON, and name the file that this downloads in {FILE}."
)
AGAIN = "Download the key of the service account again, as JSON; do not edit it."
_LONGEST = 1_000
"""Characters; no path is as long, but a key is."""


def is_no_name(given: str) -> bool:
    """Is it the key itself, where its file should be named? Then it must not be shown."""
    return len(given) > _LONGEST or not given.isprintable() or "{" in given or "KEY---" in given


def read_json(name: str) -> Any:
    """Read what stands in a file of credentials.

    Raises:
        NoAccess: It is missing, cannot be read, or is not JSON.
    """
    try:
        path = Path(name).expanduser()
        if path.is_dir():
            raise wrong(
                f"{name} is a folder, not the file of a key.", "Name the file itself, in it."
            )
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise wrong(f"The credentials file {name} does not exist.", HOW) from None
    except UnicodeDecodeError:
        raise wrong(f"The credentials file {name} is not JSON.", AGAIN) from None
    except (OSError, RuntimeError) as error:  # of a home folder that is not known
        raise wrong(
            f"The credentials file {name} cannot be read "
            f"({getattr(error, 'strerror', None) or error}).",
            "Allow your account on this machine to read it, or name another file.",
        ) from None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise wrong(f"The credentials file {name} is not JSON.", AGAIN) from None


def wrong(what: str, next_step: str) -> NoAccess:
    """Credentials that cannot be used, before anybody was asked."""
    return NoAccess(what, not_done=UNREAD, next_step=next_step)
