"""ISO weeks as the Review tab names them, such as 2026-W47, and the days on which they open."""

import re
from datetime import date, timedelta

_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def week_of(day: date) -> str:
    """The ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def is_week(text: str) -> bool:
    """Is a text the name of a week that exists?"""
    found = _WEEK.fullmatch(text)
    if found is None:
        return False
    try:
        date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return False
    return True


def monday(week: str) -> date:
    """The first day of a week.

    Raises:
        ValueError: The text names no week.
    """
    if not is_week(week):
        raise ValueError(week)
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def opens(today: date, weekday: int) -> bool:
    """Has this week's review day come? Monday is 0."""
    return today.weekday() >= weekday


def next_day(today: date, weekday: int) -> date:
    """The next day on which a sync opens a review: today, once this week's day has come."""
    return today + timedelta(days=max(weekday - today.weekday(), 0))


def between(first: str, last: str) -> list[str]:
    """The weeks after the first and before the last, in order (R81)."""
    day, end = monday(first) + timedelta(weeks=1), monday(last)
    found: list[str] = []
    while day < end:
        found.append(week_of(day))
        day += timedelta(weeks=1)
    return found
