"""Dates as people write them; what could be two days is none."""

from datetime import date

from sheetsync.replies.dates import dates_in
from tests.evidence.families import family

TODAY = date(2026, 11, 22)  # a Sunday


@family(
    ("text", "on"),
    [
        ("2026-12-03 at 10", date(2026, 12, 3)),
        ("12.03.2027", date(2027, 3, 12)),
        ("am 3.1.", date(2027, 1, 3)),
        ("3.1.28", date(2028, 1, 3)),
        ("13/2/2027", date(2027, 2, 13)),
        ("2/13/2027", date(2027, 2, 13)),
        ("4/4", date(2027, 4, 4)),
        ("by 12 March", date(2027, 3, 12)),
        ("the 2nd of February", date(2027, 2, 2)),
        ("December 7th, 2026", date(2026, 12, 7)),
        ("le 5 janvier", date(2027, 1, 5)),
        ("10 de diciembre", date(2026, 12, 10)),
        ("in two weeks", date(2026, 12, 6)),
        ("in a couple of months", date(2027, 1, 22)),
        ("in 10 days", date(2026, 12, 2)),
        ("in a year", date(2027, 11, 22)),
        ("three weeks from now", date(2026, 12, 13)),
        ("dans deux semaines", date(2026, 12, 6)),
        ("next week", date(2026, 11, 23)),
        ("next month", date(2026, 12, 1)),
        ("next quarter", date(2027, 1, 1)),
        ("next year", date(2027, 1, 1)),
        ("next day", date(2026, 11, 23)),
        ("el mes que viene", date(2026, 12, 1)),
        ("le prochain trimestre", date(2027, 1, 1)),
        ("Q3", date(2027, 7, 1)),
        ("Q1 2028", date(2028, 1, 1)),
        ("in H2", date(2027, 7, 1)),
        ("the second half of 2028", date(2028, 7, 1)),
        ("after the summer", date(2027, 9, 1)),
        ("in spring", date(2027, 3, 1)),
        ("after Christmas", date(2027, 1, 2)),
        ("by the end of the year", date(2026, 12, 31)),
        ("in March", date(2027, 3, 1)),
        ("mid-March", date(2027, 3, 15)),
        ("end of January", date(2027, 1, 31)),
        ("end of December", date(2026, 12, 31)),
        ("after March", date(2027, 4, 1)),
        ("in May 2028", date(2028, 5, 1)),
        ("ab März", date(2027, 3, 1)),
        ("on Tuesday", date(2026, 11, 24)),
        ("Sunday", date(2026, 11, 29)),
        ("tomorrow", date(2026, 11, 23)),
        ("the day after tomorrow", date(2026, 11, 24)),
        ("übermorgen", date(2026, 11, 24)),
        ("today", date(2026, 11, 22)),
    ],
)
def test_a_date_in_words_is_the_next_of_its_name(text: str, on: date) -> None:
    assert [found.on for found in dates_in(f"We meet {text}, yes", TODAY)] == [on]


@family(
    "text",
    [
        "3/4",
        "in November",
        "we may do it",
        "Jan called",
        "version 2.0",
        "31 February",
        "99.99.",
        "1 May 2020",
        "20 %",
    ],
)
def test_what_is_unclear_or_past_is_no_date(text: str) -> None:
    assert dates_in(text, TODAY) == []


def test_next_weekday_is_not_the_one_this_week() -> None:
    monday = date(2026, 11, 23)
    assert dates_in("next Thursday", monday)[0].on == date(2026, 12, 3)
    assert dates_in("Thursday", monday)[0].on == date(2026, 11, 26)


def test_a_short_month_ends_earlier() -> None:
    assert dates_in("in one month", date(2027, 1, 31))[0].on == date(2027, 2, 28)


def test_the_offsets_point_at_the_words() -> None:
    text = "Büro: bis 3. Jänner, danach Mittwoch"
    assert [text[one.start : one.end] for one in dates_in(text, TODAY)] == ["3. Jänner", "Mittwoch"]
