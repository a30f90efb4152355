"""Find dates as people write them: "12 March", "next Tuesday", "in two weeks", "Q3", "ab dem 3. Januar".

A date without a year is the next one to come. What could be two dates ("3/4", a month
that is now) is no date.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sheetsync.replies.calendar_words import (
    MONTHS,
    NUMBERS,
    SEASONS,
    UNCLEAR_ALONE,
    UNIT,
    WEEKDAYS,
)
from sheetsync.replies.wording import level


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_MONTH = rf"(?P<month>{_any(MONTHS)})\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|º|°)?"
_YEAR = r"(?P<year>20\d\d)(?!\d)"
_COUNT = rf"(?P<count>\d{{1,3}}|(?:{_any(NUMBERS)})(?: of)?)"
_HALVES = {"1": 1, "2": 7, "first": 1, "second": 7}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: Where its words begin.
        end: Where they end (half open).
        on: The date; of a whole month or quarter, its first day.
    """

    start: int
    end: int
    on: date


_Reader = Callable[[re.Match[str], date], date | None]


def dates_in(text: str, today: date) -> list[FoundDate]:
    """Find the dates of a text in their order, those in the past left out.

    Args:
        text: Text as pasted.
        today: The date in the team's time zone, not the machine's.
    """
    folded = level(text)
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < there and here < end for here, there in taken[-200:]):
                continue
            on = _read(read, match, today)
            taken.append((start, end))
            if on is not None and on >= today:
                found.append(FoundDate(start, end, on))
    return sorted(found, key=lambda one: one.start)


def _read(read: _Reader, match: re.Match[str], today: date) -> date | None:
    try:
        return read(match, today)
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str], _: date) -> date | None:
    return date(int(match["year"]), int(match["mon"]), int(match["day"]))


def _dotted(match: re.Match[str], today: date) -> date | None:
    return _dated(match["year"], int(match["mon"]), int(match["day"]), today)


def _slashed(match: re.Match[str], today: date) -> date | None:
    """Read 13/2 and 2/13; 3/4 could be two days and is none."""
    first, second = int(match["day"]), int(match["mon"])
    if first > 12 or first == second:
        return _dated(match["year"], second, first, today)
    return _dated(match["year"], first, second, today) if second > 12 else None


def _named(match: re.Match[str], today: date) -> date | None:
    return _dated(match["year"], MONTHS[match["month"]], int(match["day"]), today)


def _dated(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def _month_alone(match: re.Match[str], today: date) -> date | None:
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


def _weekday(match: re.Match[str], today: date) -> date | None:
    ahead = (WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1
    if match["next"] and match["next"].strip() in {"next"} and ahead <= 6 - today.weekday():
        ahead += 7
    return today + timedelta(days=ahead)


def _ahead(match: re.Match[str], today: date) -> date | None:
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


def _next_unit(match: re.Match[str], today: date) -> date | None:
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


def _quarter(match: re.Match[str], today: date) -> date | None:
    month = int(match["quarter"]) * 3 - 2
    return _first_of(month, match["year"], today)


def _half(match: re.Match[str], today: date) -> date | None:
    return _first_of(_HALVES[match["half"]], match["year"], today)


def _first_of(month: int, year: str | None, today: date) -> date:
    first = date(int(year) if year else today.year, month, 1)
    return first if year or first > today else date(today.year + 1, month, 1)


def _season(match: re.Match[str], today: date) -> date | None:
    over = match["when"].startswith(
        ("after", "nach", "apres", "despues", "dopo", "na", "depois", "once", "end", "fin")
    )
    name = match["season"]
    starts = next(months for names, months in SEASONS.items() if name in names.split())
    return _first_of(starts[1] if over else starts[0], None, today)


def _new_year(_: re.Match[str], today: date) -> date | None:
    return date(today.year + 1, 1, 2)


def _tomorrow(match: re.Match[str], today: date) -> date | None:
    return today + timedelta(days=2 if match["after"] or match["over"] else 1)


def _today(_: re.Match[str], today: date) -> date | None:
    return today


def _year_end(_: re.Match[str], today: date) -> date | None:
    return date(today.year, 12, 31)


def _rule(pattern: str, read: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern), read


_RULES = (
    _rule(r"(?<![\d-])(?P<year>20\d\d)-(?P<mon>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)", _iso),
    _rule(
        r"(?<![\d.])(?P<day>[0-3]?\d)\. ?(?P<mon>[01]?\d)\.(?: ?(?P<year>20\d\d|\d\d)(?!\d)|(?!\d))",
        _dotted,
    ),
    _rule(
        r"(?<![\d/.])(?P<day>[0-3]?\d)/(?P<mon>[0-3]?\d)(?:/(?P<year>20\d\d|\d\d))?(?![\d/%])",
        _slashed,
    ),
    _rule(
        rf"(?<![\d.:]){_DAY}\.?(?: of| de| di| d')? ?-?{_MONTH}(?:,? (?:de |del )?{_YEAR})?", _named
    ),
    _rule(rf"\b{_MONTH} (?:the )?{_DAY}(?![\d:]|\.\d| ?%)(?:,? {_YEAR})?", _named),
    _rule(
        rf"\b(?:in|within|after|for|nach|dans|d'ici|en|dentro de|tra|fra|over|binnen|em|daqui a|another|about)(?: (?:about|around|etwa|ca\.?|environ|unos|circa|ongeveer|the next|the|another))? (?:a )?{_COUNT}(?: more)? (?P<unit>{_any(UNIT)})\b",
        _ahead,
    ),
    _rule(rf"\b{_COUNT} (?P<unit>{_any(UNIT)}) (?:from now|from today|later|time)\b", _ahead),
    _rule(
        rf"\b(?:next|nachsten?s?|nachster|kommenden?|kommende[snr]|following|coming|volgende?|volgend) (?P<unit>quarter|quartal|kwartaal|{_any(UNIT)})\b",
        _next_unit,
    ),
    _rule(
        rf"\b(?P<unit>trimestre|{_any(UNIT)}) (?:prochaine?|proximo|proxima|que viene|prossim[oa]|seguinte|que vem)\b",
        _next_unit,
    ),
    _rule(
        rf"\b(?:la |el |o |a |il )?(?:prochaine?|proximo|proxima|prossim[oa]) (?P<unit>trimestre|{_any(UNIT)})\b",
        _next_unit,
    ),
    _rule(rf"\bq(?P<quarter>[1-4])\b(?:[ /]?(?:of )?{_YEAR})?", _quarter),
    _rule(rf"\bh(?P<half>[12])\b(?:[ /]?(?:of )?{_YEAR})?", _half),
    _rule(rf"\b(?P<half>first|second) half(?: of (?:the year|next year|{_YEAR}))?", _half),
    _rule(
        rf"\b(?P<when>in|after|this|next|nach|im|nach dem|nach den|apres|apres l|en|au|despues del|dopo|in|na|depois|once|until|til|bis|over)(?: the| dem| der| den| l'| les| de| d'| el| la| o)? ?(?P<season>{_any(word for names in SEASONS for word in names.split())})\b(?: (?:holidays?|break|vacation|is over))?",
        _season,
    ),
    _rule(
        r"\b(?:in the new year|new year|im neuen jahr|neues jahr|a la rentree de janvier|after (?:the )?(?:christmas|xmas|the holidays|holidays|holiday season|year[- ]end|new year)|nach (?:weihnachten|den feiertagen|neujahr|dem jahreswechsel)|apres (?:les fetes|noel)|despues de (?:las fiestas|navidad)|dopo le feste|na (?:de )?(?:feestdagen|kerst))\b",
        _new_year,
    ),
    _rule(
        r"\b(?:by |at |towards |before )?(?:the )?end of (?:the |this )?year\b|\b(?:zum |bis )?jahresende\b|\bende des jahres\b|\bfin de l'annee\b|\bfin de ano\b",
        _year_end,
    ),
    _rule(
        rf"\b(?P<lead>(?:in|by|from|until|till|for|before|during|around|since|ab|im|bis|seit|en|a partir de|courant|a|desde|hasta|ad|da|dal|entro|vanaf|per|of)(?: the)? )?(?P<part>(?:early|late|mid|the end of|end of|the beginning of|beginning of|start of|mitte|ende|anfang|fin|debut|mi|eind|begin|after|nach|apres)[ -])?{_MONTH}(?: (?:of )?{_YEAR})?(?![a-z0-9])",
        _month_alone,
    ),
    _rule(
        rf"\b(?P<next>next |this |coming |kommenden |nachsten |am |on |by )?(?P<weekday>{_any(WEEKDAYS)})\b\.?",
        _weekday,
    ),
    _rule(
        r"\b(?P<after>day after )?(?:tomorrow|morgen fruh|demain|manana|domani|amanha)\b|\b(?P<over>uber)morgen\b",
        _tomorrow,
    ),
    _rule(r"\b(?:today|tonight|heute|aujourd'hui|hoy|oggi|vandaag|hoje)\b", _today),
)
