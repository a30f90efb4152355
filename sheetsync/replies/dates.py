"""Find dates as people write them: "12 March", "next Tuesday", "in two weeks", "Q3", "ab dem 3. Januar".

A date without a year is the next one to come. What could be two dates ("3/4", a month
that is now) is no date.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sheetsync.replies import date_readers as read
from sheetsync.replies.calendar_words import (
    MONTHS,
    NUMBERS,
    SEASONS,
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
    for pattern, reader in _RULES:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < there and here < end for here, there in taken[-200:]):
                continue
            on = _on_day(reader, match, today)
            taken.append((start, end))
            if on is not None and on >= today:
                found.append(FoundDate(start, end, on))
    return sorted(found, key=lambda one: one.start)


def _on_day(reader: _Reader, match: re.Match[str], today: date) -> date | None:
    try:
        return reader(match, today)
    except (ValueError, OverflowError):
        return None


def _rule(pattern: str, reader: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern), reader


_RULES = (
    _rule(r"(?<![\d-])(?P<year>20\d\d)-(?P<mon>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)", read.iso),
    _rule(
        r"(?<![\d.])(?P<day>[0-3]?\d)\. ?(?P<mon>[01]?\d)\.(?: ?(?P<year>20\d\d|\d\d)(?!\d)|(?!\d))",
        read.dotted,
    ),
    _rule(
        r"(?<![\d/.])(?P<day>[0-3]?\d)/(?P<mon>[0-3]?\d)(?:/(?P<year>20\d\d|\d\d))?(?![\d/%])",
        read.slashed,
    ),
    _rule(
        rf"(?<![\d.:]){_DAY}\.?(?: of| de| di| d')? ?-?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        read.named,
    ),
    _rule(rf"\b{_MONTH} (?:the )?{_DAY}(?![\d:]|\.\d| ?%)(?:,? {_YEAR})?", read.named),
    _rule(
        rf"\b(?:in|within|after|for|nach|dans|d'ici|en|dentro de|tra|fra|over|binnen|em|daqui a|another|about)(?: (?:about|around|etwa|ca\.?|environ|unos|circa|ongeveer|the next|the|another))? (?:a )?{_COUNT}(?: more)? (?P<unit>{_any(UNIT)})\b",
        read.ahead,
    ),
    _rule(rf"\b{_COUNT} (?P<unit>{_any(UNIT)}) (?:from now|from today|later|time)\b", read.ahead),
    _rule(
        rf"\b(?:next|nachsten?s?|nachster|kommenden?|kommende[snr]|following|coming|volgende?|volgend) (?P<unit>quarter|quartal|kwartaal|{_any(UNIT)})\b",
        read.next_unit,
    ),
    _rule(
        rf"\b(?P<unit>trimestre|{_any(UNIT)}) (?:prochaine?|proximo|proxima|que viene|prossim[oa]|seguinte|que vem)\b",
        read.next_unit,
    ),
    _rule(
        rf"\b(?:la |el |o |a |il )?(?:prochaine?|proximo|proxima|prossim[oa]) (?P<unit>trimestre|{_any(UNIT)})\b",
        read.next_unit,
    ),
    _rule(rf"\bq(?P<quarter>[1-4])\b(?:[ /]?(?:of )?{_YEAR})?", read.quarter),
    _rule(rf"\bh(?P<half>[12])\b(?:[ /]?(?:of )?{_YEAR})?", read.half),
    _rule(rf"\b(?P<half>first|second) half(?: of (?:the year|next year|{_YEAR}))?", read.half),
    _rule(
        rf"\b(?P<when>in|after|this|next|nach|im|nach dem|nach den|apres|apres l|en|au|despues del|dopo|in|na|depois|once|until|til|bis|over)(?: the| dem| der| den| l'| les| de| d'| el| la| o)? ?(?P<season>{_any(word for names in SEASONS for word in names.split())})\b(?: (?:holidays?|break|vacation|is over))?",
        read.season,
    ),
    _rule(
        r"\b(?:in the new year|new year|im neuen jahr|neues jahr|a la rentree de janvier|after (?:the )?(?:christmas|xmas|the holidays|holidays|holiday season|year[- ]end|new year)|nach (?:weihnachten|den feiertagen|neujahr|dem jahreswechsel)|apres (?:les fetes|noel)|despues de (?:las fiestas|navidad)|dopo le feste|na (?:de )?(?:feestdagen|kerst))\b",
        read.new_year,
    ),
    _rule(
        r"\b(?:by |at |towards |before )?(?:the )?end of (?:the |this )?year\b|\b(?:zum |bis )?jahresende\b|\bende des jahres\b|\bfin de l'annee\b|\bfin de ano\b",
        read.year_end,
    ),
    _rule(
        rf"\b(?P<lead>(?:in|by|from|until|till|for|before|during|around|since|ab|im|bis|seit|en|a partir de|courant|a|desde|hasta|ad|da|dal|entro|vanaf|per|of)(?: the)? )?(?P<part>(?:early|late|mid|the end of|end of|the beginning of|beginning of|start of|mitte|ende|anfang|fin|debut|mi|eind|begin|after|nach|apres)[ -])?{_MONTH}(?: (?:of )?{_YEAR})?(?![a-z0-9])",
        read.month_alone,
    ),
    _rule(
        rf"\b(?P<next>next |this |coming |kommenden |nachsten |am |on |by )?(?P<weekday>{_any(WEEKDAYS)})\b\.?",
        read.weekday,
    ),
    _rule(
        r"\b(?P<after>day after )?(?:tomorrow|morgen fruh|demain|manana|domani|amanha)\b|\b(?P<over>uber)morgen\b",
        read.tomorrow,
    ),
    _rule(r"\b(?:today|tonight|heute|aujourd'hui|hoy|oggi|vandaag|hoje)\b", read.same_day),
)
