"""How a Google Sheet is named: by the address in the browser, or by the id in it."""

import re
from pathlib import Path

from sheetsync.errors import UsageError

_ADDRESS = re.compile(
    r"(?:https?://)?(?:docs|sheets)\.google\.com/(?:a/[^/]+/)?spreadsheets/(?:u/\d+/)?d/([\w-]+)"
)
_ID = re.compile(r"[A-Za-z0-9_-]{25,100}")
"""Ids that Google gives have 44 characters; the reference names no length."""


def spreadsheet_id(name: str) -> str | None:
    """Find the spreadsheet that is meant.

    Args:
        name: What a person gave: a path, an address, an id.

    Returns:
        The id, or ``None`` if it is meant as a path.

    Raises:
        UsageError: It is an address on the web, but not one of a Google Sheet.
    """
    found = _ADDRESS.match(name.strip())
    if found is not None and found[1] != "e":
        return found[1]
    if "://" in name or name.startswith(("docs.google.com", "sheets.google.com")):
        published = " It is the address of a published copy." if found is not None else ""
        raise UsageError(
            f"“{name}” is not the address of a Google Sheet.{published}",
            not_done="Nothing was done.",
            next_step="Open the sheet in the browser and copy its address; it begins with "
            "https://docs.google.com/spreadsheets/d/.",
        )
    if _ID.fullmatch(name.strip()) and not Path(name).exists():
        return name.strip()
    return None


def address(spreadsheet: str) -> str:
    """The address under which people open a spreadsheet."""
    return f"https://docs.google.com/spreadsheets/d/{spreadsheet}"
