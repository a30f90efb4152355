"""Turn the words of one date into the date; what could be two dates is none.

Each reader takes the match of its rule in ``dates`` and today, and answers a date, or
``None`` where the words are unclear; an impossible date raises ``ValueError``.
"""

import re
from datetime import date, timedelta

from sheetsync.replies.calendar_words import MONTHS, NUMBERS, SEASONS, UNCLEAR_ALONE, UNIT, WEEKDAYS

_HALVES = {"1": 1, "2": 7, "first": 1, "second": 7}


def iso(match: re.Match[str], _: date) -> date | None:
    """Read 2026-12-03."""
    return date(int(match["year"]), int(match["mon"]), int(match["day"]))


def dotted(match: re.Match[str], today: date) -> date | None:
    """Read 3.12. and 3.12.2026, day first."""
    return _dated(match["year"], int(match["mon"]), int(match["day"]), today)


def slashed(match: re.Match[str], today: date) -> date | None:
    """Read 13/2 and 2/13; 3/4 could be two days and is none."""
    first, second = int(match["day"]), int(match["mon"])
    if first > 12 or first == second:
        return _dated(match["year"], second, first, today)
    return _dated(match["year"], first, second, today) if second > 12 else None


def named(match: re.Match[str], today: date) -> date | None:
    """Read 3 December and December 3, 2026."""
    return _dated(match["year"], MONTHS[match["month"]], int(match["day"]), today)


def _dated(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def month_alone(match: re.Match[str], today: date) -> date | None:
    """Read "in March": its first day, the middle or the end where the words say so."""
    name, part = match["month"], (match["part"] or "").strip()
    if name in UNCLEAR_ALONE and not (match["lead"] or part or match["year"]):
        return None
    month = MONTHS[name]
    day = 15 if part.startswith(("mid", "mitte", "mi-", "a mediados", "meta")) else 1
    late = part.startswith(("end", "late", "ende", "fin", "a finales", "eind"))
    after = part.startswith(("after", "nach", "apres"))
    if match["year"]:
        year = int(match["year"])
    elif month == today.month and not (late or after):
        return None
    else:
        year = today.year + (month < today.month)
    if late or after:
        first = _months_on(date(year, month, 1), 1)
        return first if after else first - timedelta(days=1)
    return date(year, month, day)


def weekday(match: re.Match[str], today: date) -> date | None:
    """Read a weekday as the next of its name, never today."""
    ahead = (WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1
    if match["next"] and match["next"].strip() == "next" and ahead <= 6 - today.weekday():
        ahead += 7
    return today + timedelta(days=ahead)


def ahead(match: re.Match[str], today: date) -> date | None:
    """Read "in two weeks"."""
    count_word = match["count"].removesuffix(" of").strip()
    count = int(count_word) if count_word.isdigit() else NUMBERS[count_word]
    return _on(today, count, UNIT[match["unit"]])


def _on(today: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    return _months_on(today, count * (12 if unit == "year" else 1))


def _months_on(day: date, count: int) -> date:
    """Count months on; the 31st becomes the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def next_unit(match: re.Match[str], today: date) -> date | None:
    """Read "next month": the first day of it."""
    unit = match["unit"]
    if unit in {"quarter", "quartal", "trimestre", "kwartaal"}:
        return _months_on(today.replace(day=1), 3 - (today.month - 1) % 3)
    match UNIT[unit]:
        case "week":
            return today + timedelta(days=7 - today.weekday())
        case "month":
            return _months_on(today.replace(day=1), 1)
        case "year":
            return date(today.year + 1, 1, 1)
        case _:
            return today + timedelta(days=1)


def quarter(match: re.Match[str], today: date) -> date | None:
    """Read Q3: its first day."""
    month = int(match["quarter"]) * 3 - 2
    return _first_of(month, match["year"], today)


def half(match: re.Match[str], today: date) -> date | None:
    """Read H2: its first day."""
    return _first_of(_HALVES[match["half"]], match["year"], today)


def _first_of(month: int, year: str | None, today: date) -> date:
    first = date(int(year) if year else today.year, month, 1)
    return first if year or first > today else date(today.year + 1, month, 1)


def season(match: re.Match[str], today: date) -> date | None:
    """Read "in the summer" as its first month, "after the summer" as the first month past it."""
    over = match["when"].startswith(
        ("after", "nach", "apres", "despues", "dopo", "na", "depois", "once", "end", "fin")
    )
    name = match["season"]
    starts = next(months for names, months in SEASONS.items() if name in names.split())
    return _first_of(starts[1] if over else starts[0], None, today)


def new_year(_: re.Match[str], today: date) -> date | None:
    """Read "in the new year": its first working day but for weekends."""
    return date(today.year + 1, 1, 2)


def tomorrow(match: re.Match[str], today: date) -> date | None:
    """Read "tomorrow" and "the day after tomorrow"."""
    return today + timedelta(days=2 if match["after"] or match["over"] else 1)


def same_day(_: re.Match[str], today: date) -> date | None:
    """Read "today"."""
    return today


def year_end(_: re.Match[str], today: date) -> date | None:
    """Read "by the end of the year"."""
    return date(today.year, 12, 31)
