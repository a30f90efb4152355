"""A problem in the sheet, as a value at its cell. Findings are collected, never raised."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one place.

    Attributes:
        code: The flag code, such as ``RS001``; its texts are in the catalogue.
        tab: Title of the tab.
        message: One plain sentence that names what is wrong here.
        row: Sheet row counted from zero; ``None`` for a problem of the whole tab.
        lead_id: The lead, or ``""``.
        column: Title of the column where a person can mend it, or ``""``.
        since: Since when, where the rule knows; otherwise the To do tab remembers.
        who: Who answers for it, where that is not the owner of the tab's block.
    """

    code: str
    tab: str
    message: str
    row: int | None = None
    lead_id: str = ""
    column: str = ""
    since: date | None = None
    who: str = ""

    @property
    def flag(self) -> str:
        """The line in the row's ``Flags`` cell."""
        return f"{self.message} [{self.code}]"
