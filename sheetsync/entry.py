"""What the spreadsheet offers or checks while a person types: dropdowns, dates, numbers.

It helps and warns, and never forbids: whatever is entered all the same is flagged
at the next sync. Cells that the sync writes are not checked here.
"""

from dataclasses import dataclass
from typing import assert_never

from sheetsync.contract import ColumnSpec


@dataclass(frozen=True, slots=True)
class OneOf:
    """A dropdown of these values; anything else is warned of and flagged at the next sync."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenFrom:
    """A dropdown of the values of another tab's column; other values are welcome."""

    tab: str
    column: str


@dataclass(frozen=True, slots=True)
class OfferedBy:
    """A dropdown of what another cell of the same row allows; nothing where it allows nothing."""

    column: str


@dataclass(frozen=True, slots=True)
class RealDate:
    """A date and no text that looks like one."""


@dataclass(frozen=True, slots=True)
class Between:
    """A number within both ends."""

    smallest: float
    largest: float


EntryCheck = OneOf | TakenFrom | OfferedBy | RealDate | Between


def entry_check(column: ColumnSpec) -> EntryCheck | None:
    """What the spreadsheet checks or offers while a person types; ``None``: nothing."""
    if column.written_by_sync:
        return None
    if column.isin is not None:
        return OneOf(column.isin)
    if column.suggest is not None:
        return TakenFrom(*column.suggest.split(".", 1))
    if column.offered_by is not None:
        return OfferedBy(column.offered_by)
    if column.type == "tick":
        return OneOf(("TRUE", "FALSE"))
    if column.type in ("date", "datetime"):
        return RealDate()
    return (
        Between(column.in_range.min_value, column.in_range.max_value) if column.in_range else None
    )


def warning(check: EntryCheck) -> str:
    """The sentence shown when an entry does not fit; empty where everything fits."""
    match check:
        case OneOf(values):
            return f"Please choose one of: {', '.join(values)}."
        case TakenFrom():
            return ""
        case OfferedBy():
            return "Please choose one of the answers that this row allows."
        case RealDate():
            return "Please enter a date, such as 2026-03-12."
        case Between(smallest, largest):
            top = f" to {largest:,.0f}" if largest < 1e9 else " upwards"
            return f"Please enter a plain number, from {smallest:,.0f}{top}."
        case _:
            assert_never(check)
