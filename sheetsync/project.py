"""The team's settings as one frozen value, read from the Settings tab.

A blank value means the default; a value that cannot be used is a finding at its
cell, and the default counts. Defaults stand in ``schemas/settings.yaml`` alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.check import Table
from sheetsync.contract import SettingSpec, TabContract
from sheetsync.finding import Finding

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = tuple(day[:3] for day in _WEEKDAYS)
_OPEN_STAGES = ("New", "Contacted", "In conversation", "Meeting", "Proposal", "Won")
"""The stages of R54 that can be a live deal."""


@dataclass(frozen=True, slots=True)
class Project:
    """What the team has set.

    Attributes:
        zone: The team's time zone.
        business_days: Weekdays on which messages go out, Monday is 0.
        holidays_country: Two letters, or ``""`` for none.
        sending_hours: First and last minute of sending, in the team's zone.
        daily_cap: Most messages a day.
        sequence_length: Most messages to one person, the first included.
        cadence: Business days from one message to the next.
        window_days: Calendar days from the first message to the last.
        route_within: Days from handoff to decision.
        nurture_revisit: Days until a nurtured lead comes back; ``None`` if the team has no default.
        high_value_from: Estimated value from which an account needs a named approval.
        notes_cap: Longest source notes, in characters.
        short_note_cap: Longest short note, in characters.
        handoff_cap: Longest field of a handoff, in characters.
        live_stages: CRM stages of a live deal.
        review_weekday: Day of the weekly review, Monday is 0.
        ai_calls: Most model calls a run.
        ai_budget: Most US dollars a run.
    """

    zone: ZoneInfo
    business_days: frozenset[int]
    holidays_country: str
    sending_hours: tuple[time, time]
    daily_cap: int
    sequence_length: int
    cadence: tuple[int, ...]
    window_days: int | None
    route_within: int | None
    nurture_revisit: int | None
    high_value_from: float
    notes_cap: int
    short_note_cap: int
    handoff_cap: int
    live_stages: tuple[str, ...]
    opt_out_sentence: str
    sender_name: str
    sender_address: str
    review_weekday: int
    ai_calls: int
    ai_budget: float


_FIELDS: Mapping[str, str] = {
    "Time zone": "zone",
    "Business days": "business_days",
    "Holidays country": "holidays_country",
    "Sending hours": "sending_hours",
    "Daily cap": "daily_cap",
    "Sequence length": "sequence_length",
    "Cadence (business days)": "cadence",
    "Follow-up window (days)": "window_days",
    "Route within (days)": "route_within",
    "Nurture revisit (days)": "nurture_revisit",
    "High value from": "high_value_from",
    "Research notes cap (characters)": "notes_cap",
    "Short note cap": "short_note_cap",
    "Handoff field cap": "handoff_cap",
    "Live stages": "live_stages",
    "Opt-out sentence": "opt_out_sentence",
    "Sender name": "sender_name",
    "Sender postal address": "sender_address",
    "Review weekday": "review_weekday",
    "AI calls per run": "ai_calls",
    "AI budget per run (USD)": "ai_budget",
}
"""Which setting fills which field."""


def read_settings(table: Table | None, contract: TabContract) -> tuple[Project, list[Finding]]:
    """Read the Settings tab.

    Args:
        table: The tab as read; ``None`` if the book has none, then every default counts.
        contract: The tab's contract, which holds the defaults.

    Returns:
        The settings, and a finding for every line that could not be used.
    """
    specs = {normal_header(spec.name): spec for spec in contract.settings}
    fields: dict[str, Any] = {
        _FIELDS[spec.name]: _read(spec, spec.default) for spec in contract.settings
    }
    findings: list[Finding] = []
    seen: set[str] = set()
    names = table.cells["Setting"] if table is not None else []
    values = table.tab.values("Value") if table is not None else []
    for index, (name, value) in enumerate(zip(names, values, strict=True)):
        spec = specs.get(normal_header(name))
        problem = ""
        if spec is None:
            problem = f"“{name}” is not a setting" if name else "this line names no setting"
        elif spec.name in seen:
            problem = f"“{spec.name}” stands twice; the upper line counts"
        else:
            seen.add(spec.name)
            if to_text(value).strip():
                try:
                    fields[_FIELDS[spec.name]] = _read(spec, value)
                except ValueError as error:
                    problem = (
                        f"{spec.name}: “{to_text(value)}” {error}; "
                        f"the default “{spec.default}” counts"
                    )
        if problem and table is not None:
            findings.append(
                Finding("SY008", "Settings", f"{problem}.", table.tab.rows[index], column="Value")
            )
    return Project(**fields), findings


def _read(spec: SettingSpec, value: Scalar) -> Any:
    """Read one value; raises ValueError with the rest of the sentence."""
    return _READ[spec.reads](value)


@cache
def _zones() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _zone(value: Scalar) -> ZoneInfo:
    text = to_text(value).strip()
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        name = _zones().get(text.casefold().replace(" ", "_"))
    if name is None:
        raise ValueError("is not a time zone; expected a name such as Europe/Berlin")
    return ZoneInfo(name)


def _business_days(value: Scalar) -> frozenset[int]:
    expected = "is not a list of days; expected such as Mon-Fri"
    days: set[int] = set()
    for part in re.split(r"[,;\s]+(?![-–])", to_text(value).strip().replace(" - ", "-")):
        ends = [_weekday_of(end, expected) for end in re.split("[-–]", part)]
        if len(ends) > 2:
            raise ValueError(expected)
        first, last = ends[0], ends[-1]
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    return frozenset(days)


def _weekday_of(text: str, expected: str) -> int:
    short = text.strip().casefold()[:3]
    if short not in _DAYS or not _WEEKDAYS[_DAYS.index(short)].startswith(text.strip().casefold()):
        raise ValueError(expected)
    return _DAYS.index(short)


def _weekday(value: Scalar) -> int:
    return _weekday_of(to_text(value), "is not a weekday; expected such as Friday")


def _country(value: Scalar) -> str:
    text = to_text(value).strip()
    if text and not re.fullmatch(r"[A-Za-z]{2}", text):
        raise ValueError("is not a country; expected two letters such as DE")
    return text.upper()


def _hours(value: Scalar) -> tuple[time, time]:
    expected = "is not a span of hours; expected such as 09:00-17:00"
    found = re.fullmatch(
        r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?", to_text(value).strip()
    )
    if found is None:
        raise ValueError(expected)
    numbers = [int(part or 0) for part in found.groups()]
    try:
        first, last = time(numbers[0], numbers[1]), time(numbers[2], numbers[3])
    except ValueError:
        raise ValueError(expected) from None
    if first >= last:
        raise ValueError(expected)
    return first, last


def _whole(value: Scalar) -> int:
    number = _amount(value)
    if not number.is_integer() or number < 1:
        raise ValueError("is not a count; expected a whole number from 1")
    return int(number)


def _days(value: Scalar) -> int | None:
    if to_text(value).strip().casefold() in ("none", "never", "0"):
        return None
    days = _whole(value)
    if days > _LONGEST:
        raise ValueError(f"is more than {_LONGEST:,} days; write none for no limit")
    return days


_LONGEST = 3_660
"""Days of the longest span that can be set: ten years."""


def _amount(value: Scalar) -> float:
    try:
        if isinstance(value, bool):
            raise ValueError  # noqa: TRY301,TRY004 - a tick is no amount
        number = (
            float(value)
            if isinstance(value, int | float)
            else float(to_text(value).replace(",", ""))
        )
    except ValueError:
        raise ValueError("is not a number; expected digits, such as 40") from None
    if not 0 <= number < 1e12:
        raise ValueError("is out of range; expected a number from 0")
    return number


def _steps(value: Scalar) -> tuple[int, ...]:
    if to_text(value).strip().casefold() == "none":
        return ()
    parts = re.split(r"[,;\s]+", to_text(value).strip().strip(",;"))
    if not all(part.isdecimal() and 0 < int(part) < 366 for part in parts):
        raise ValueError("is not a list of days; expected such as 3, 5, 8")
    return tuple(int(part) for part in parts)


def _stages(value: Scalar) -> tuple[str, ...]:
    spelling = {stage.casefold(): stage for stage in _OPEN_STAGES}
    parts = [part.strip().casefold() for part in re.split("[,;\n]", to_text(value))]
    if not any(parts) or not all(part in spelling for part in parts if part):
        raise ValueError(f"is not a list of stages; expected some of {', '.join(_OPEN_STAGES)}")
    return tuple(spelling[part] for part in parts if part)


def _text(value: Scalar) -> str:
    return to_text(value).strip()


_READ: Mapping[str, Callable[[Scalar], Any]] = {
    "zone": _zone,
    "text": _text,
    "country": _country,
    "hours": _hours,
    "whole": _whole,
    "days": _days,
    "amount": _amount,
    "steps": _steps,
    "stages": _stages,
    "weekday": _weekday,
    "business_days": _business_days,
}
