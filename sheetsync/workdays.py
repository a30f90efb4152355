"""Business days and sending hours in the team's own calendar."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sheetsync.project import Project

_LONGEST = 3660
"""Days after which a calendar without any business day is given up (ten years)."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The team's calendar.

    Attributes:
        weekdays: Business weekdays, Monday is 0.
        country: Two letters whose public holidays are no business days; ``""`` for none.
    """

    weekdays: frozenset[int]
    country: str

    @classmethod
    def of(cls, project: Project) -> "Workdays":
        """The calendar that the team has set."""
        return cls(project.business_days, project.holidays_country)

    def is_open(self, day: date) -> bool:
        """Is it a business day?"""
        return day.weekday() in self.weekdays and day not in _holidays(self.country, day.year)

    def after(self, day: date, count: int) -> date:
        """The business day that is ``count`` business days after ``day``."""
        current, left = day, count
        for _ in range(_LONGEST):
            if left <= 0:
                break
            current += timedelta(days=1)
            left -= self.is_open(current)
        return current

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a business day, else the next one."""
        return day if self.is_open(day) else self.after(day, 1)

    def closed_now(self, now: datetime, project: Project) -> str:
        """Say why nothing goes out at this moment, ``""`` if it may."""
        if not self.is_open(now.date()):
            return "not a business day"
        first, last = project.sending_hours
        if not first <= now.time().replace(tzinfo=None) <= last:
            return f"outside the sending hours {first:%H:%M}-{last:%H:%M}"
        return ""


@lru_cache(maxsize=256)
def _holidays(country: str, year: int) -> Container[date]:
    if not country:
        return frozenset()
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
