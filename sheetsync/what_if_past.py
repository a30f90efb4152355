"""What has already happened, measured against settings as if these had held on the day.

A message that went out stays sent; here it is only said whether it would have gone
out, and whether a decision would have been in time.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sheetsync.check import Table
from sheetsync.project import Project
from sheetsync.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that went out.

    Attributes:
        lead_id: To whom.
        number: Its place in the sequence, from 1.
        day: When it went out.
        due: The day from which it was due under the settings, where they say.
    """

    lead_id: str
    number: int
    day: date
    due: date | None


def refusals(sent: Iterable[Sent], project: Project) -> dict[Sent, tuple[str, ...]]:
    """Say why each message would not have gone out on its day; nothing if it would have.

    Args:
        sent: The messages in the order of their rows; where a day has more than the
            daily cap, the lower ones would have waited.
        project: The settings.
    """
    every = list(sent)
    started = {one.lead_id: one.day for one in every if one.number == 1}
    calendar, that_day = Workdays.of(project), Counter[date]()
    found: dict[Sent, tuple[str, ...]] = {}
    for one in every:
        why = _limits(one, project, started.get(one.lead_id))
        if not calendar.is_open(one.day):
            why.append("not a business day")
        if not why:
            that_day[one.day] += 1
            if that_day[one.day] > project.daily_cap:
                why.append(f"the daily cap of {project.daily_cap} was reached")
        found[one] = tuple(why)
    return found


def _limits(one: Sent, project: Project, started: date | None) -> list[str]:
    """The sequence's length, its window and its cadence."""
    why: list[str] = []
    length, window = project.sequence_length, project.window_days
    if one.number > length:
        why.append(f"the sequence has {length} message{'s' if length > 1 else ''} at most")
    ends = started + timedelta(days=window) if started and window else None
    if ends is not None and one.day > ends:
        why.append(f"the window ended on {ends}")
    if one.due is not None and one.day < one.due:
        why.append(f"due on {one.due} only")
    return why


def first_decisions(log: Table | None) -> dict[str, date]:
    """The day on which each lead was decided for the first time, as the Log has it."""
    found: dict[str, date] = {}
    for event, lead_id, time in _lines(log):
        if event == "decision seen":
            found.setdefault(lead_id, time.date())
    return found


def seen_since(log: Table | None, moment: datetime) -> frozenset[str]:
    """The leads with a line in the Log from a moment on.

    Args:
        log: The Log, ``None`` if it cannot be read: then there are none.
        moment: In the team's zone, without it, as the Log has its times.
    """
    return frozenset(lead_id for _, lead_id, time in _lines(log) if lead_id and time >= moment)


def _lines(log: Table | None) -> list[tuple[str, str, datetime]]:
    if log is None:
        return []
    columns = (log.cells[title] for title in ("Event", "Lead ID", "Time"))
    return [line for line in zip(*columns, strict=True) if isinstance(line[2], datetime)]
