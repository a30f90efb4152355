"""Every way of writing a number, an amount, a rate and a date, one at a time, through the gate."""

from sheetsync.evidence.checks import Check
from tests.evidence.families import family
from tests.evidence.guards import claims, held, passes


def pairs(**table: str):
    """Each word of each table's text, with the table's name."""
    rows = [(word, name) for name, words in table.items() for word in words.split()]
    return family(("word", "name"), rows)


SPELLED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()


@family(("number", "word"), [*enumerate(SPELLED)])
def test_a_small_number_is_what_its_word_says_and_nothing_else(number: int, word: str):
    passes(f"Ostwind has {word} vans in Ghent.", f"Ostwind has {number} vans in Ghent.")
    passes(f"Ostwind has {number} vans in Ghent.", f"Ostwind has {word} vans in Ghent.")
    held(f"Ostwind has {word} vans in Ghent.", f"Ostwind has {number + 1} vans in Ghent.")


@family(("place", "word"), [*enumerate(TENS, start=2)])
def test_a_number_of_tens_and_ones_is_one_number(place: int, word: str):
    passes(f"Ostwind has {word} vans in Ghent.", f"Ostwind has {place}0 vans in Ghent.")
    for one in (1, 9):
        cell = f"Ostwind has {place}{one} vans in Ghent."
        passes(f"Ostwind has {word}-{SPELLED[one]} vans in Ghent.", cell)
        passes(f"Ostwind has {word} {SPELLED[one]} vans in Ghent.", cell)
        held(f"Ostwind has {word} vans in Ghent.", cell)


@family(
    ("words", "number"),
    [
        ("a hundred", 100),
        ("one hundred", 100),
        ("two hundred", 200),
        ("a hundred and five", 105),
        ("one hundred and nineteen", 119),
        ("one hundred and twenty-three", 123),
        ("nine hundred and ninety-nine", 999),
        ("eleven hundred", 1_100),
        ("three thousand", 3_000),
        ("three thousand five", 3_005),
        ("twelve thousand five hundred", 12_500),
        ("two hundred thousand", 200_000),
        ("one million two hundred thousand", 1_200_000),
        ("two million", 2_000_000),
        ("two billion", 2_000_000_000),
        ("two trillion", 2_000_000_000_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("dozen", 12),
        ("5 dozen", 60),
        ("5 hundred", 500),
        ("5 thousand", 5_000),
        ("5 hundred thousand", 500_000),
        ("5 million", 5_000_000),
        ("5-million", 5_000_000),
        ("5 mn", 5_000_000),
        ("5 mln", 5_000_000),
        ("5 billion", 5_000_000_000),
        ("5 bn", 5_000_000_000),
        ("5 tn", 5_000_000_000_000),
        ("5 trillion", 5_000_000_000_000),
        ("1.5 million", 1_500_000),
        ("5k", 5_000),
        ("5m", 5_000_000),
        ("5mn", 5_000_000),
        ("5mm", 5_000_000),
        ("5b", 5_000_000_000),
        ("5bn", 5_000_000_000),
        ("5tn", 5_000_000_000_000),
        ("5,000", 5_000),
        ("1,234,567", 1_234_567),
    ],
)
def test_a_large_number_is_one_number_however_it_is_written(words: str, number: int):
    passes(f"Ostwind has {words} vans in Ghent.", f"Ostwind has {number} vans in Ghent.")
    passes(f"Ostwind has {number} vans in Ghent.", f"Ostwind has {words} vans in Ghent.")
    for other in (number + 1, number * 10, number // 10):
        held(f"Ostwind has {words} vans in Ghent.", f"Ostwind has {other} vans in Ghent.")


@family(
    ("words", "number"),
    [
        ("twenty ten", 30),
        ("five ten", 15),
        ("five twenty", 25),
        ("twenty and five", 25),
        ("five and five", 10),
        ("ten and five", 15),
        ("twenty-ten", 30),
        ("five-five", 10),
        ("one hundred and vans five", 105),
    ],
)
def test_two_numbers_side_by_side_are_not_added_up(words: str, number: int):
    held(f"Ostwind has {number} vans in Ghent.", f"Ostwind has {words} vans in Ghent.")


@family(("number", "word"), [*enumerate(ORDINALS, start=1)])
def test_an_ordinal_is_what_its_word_says(number: int, word: str):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    passes(
        f"Ostwind won the {word} prize in Ghent.",
        f"Ostwind won the {number}{ending} prize in Ghent.",
    )
    held(f"Ostwind won the {word} prize in Ghent.", f"Ostwind won the {number} prize in Ghent.")
    if number < 10:
        passes(
            f"Ostwind won the 2{number}{ending} prize in Ghent.",
            f"Ostwind won the twenty-{word} prize in Ghent.",
        )


MEASURES = {
    "second": "s sec secs seconds",
    "minute": "min mins minutes",
    "hour": "h hr hrs hours",
    "kilometre": "km kms kilometres kilometer kilometers",
    "mile": "mi miles",
    "kilogram": "kg kgs kilograms",
    "lb": "lbs",
    "gigabyte": "gb gigabytes",
    "terabyte": "tb terabytes",
    "megabyte": "mb megabytes",
    "metre": "m metres meter meters",
    "percent": "% pct",
    "times": "x",
    "foot": "ft feet",
    "inch": "inches",
    "pp": "pp",
    "ms": "ms",
}


@pairs(**MEASURES)
def test_a_unit_has_many_spellings_and_no_other_meaning(word: str, name: str):
    passes(f"Ostwind grew 12 {word} in Ghent.", f"Ostwind grew 12 {name} in Ghent.")
    held(f"Ostwind grew 12 {word} in Ghent.", "Ostwind grew 12 tons in Ghent.")
    if word != "m":
        passes(f"Ostwind grew 12{word} in Ghent.", f"Ostwind grew 12 {name} in Ghent.")
        held(f"Ostwind grew 12{word} in Ghent.", f"Ostwind grew 13 {name} in Ghent.")


MONEY = {
    "USD": "$ US$ dollar dollars",
    "EUR": "€ euro euros",
    "GBP": "£ pounds",
    "JPY": "¥ yen",
    "INR": "₹ rupees",
    "CAD": "CA$ C$",
    "AUD": "A$",
    "NZD": "NZ$",
    "SGD": "S$",
    "HKD": "HK$",
}
CODES = "USD EUR GBP JPY INR CHF SEK NOK DKK PLN CAD AUD SGD NZD CZK BRL CNY ZAR HKD"


@pairs(**MONEY)
def test_an_amount_names_its_currency_in_front_or_behind(word: str, name: str):
    said = f"500 {word}" if word.islower() else f"{word}500"
    passes(f"Ostwind paid {said} in Ghent.", f"Ostwind paid {name} 500 in Ghent.")
    held(f"Ostwind paid {said} in Ghent.", "Ostwind paid CHF 500 in Ghent.")
    held(f"Ostwind paid {said} in Ghent.", "Ostwind paid 500 in Ghent.")
    if len(word) == 1:
        passes(f"Ostwind paid 500 {word} in Ghent.", f"Ostwind paid {name} 500 in Ghent.")


@family("code", CODES.split())
def test_a_currency_code_stands_in_front_or_behind(code: str):
    passes(f"Ostwind paid 500 {code} in Ghent.", f"Ostwind paid {code} 500 in Ghent.")
    passes(f"Ostwind paid {code} 5k in Ghent.", f"Ostwind paid 5,000 {code.lower()} in Ghent.")
    other = "EUR" if code == "USD" else "USD"
    held(f"Ostwind paid {code} 500 in Ghent.", f"Ostwind paid {other} 500 in Ghent.")


def test_a_code_and_its_sign_are_one_currency():
    passes("Ostwind paid USD 500 in Ghent.", "Ostwind paid USD $500 in Ghent.")
    held("Ostwind paid EUR 500 in Ghent.", "Ostwind paid USD $500 in Ghent.")


def test_a_sign_belongs_to_the_number_behind_it():
    passes("Ostwind paid 5 drivers €600.", "Ostwind paid 5 drivers €600.")
    held("Ostwind paid €5 in all.", "Ostwind paid 5 €600 fines in all.")


BOUNDS = {
    "about": (
        "around|approximately|approx|approx.|roughly|circa|some|~|≈|close to|somewhere around|"
        "in the region of"
    ),
    "over": (
        "more than|above|upwards of|in excess of|exceeding|greater than|>|well over|just over|"
        "a little over|north of"
    ),
    "under": "less than|fewer than|below|<|well under",
    "nearly": "almost|just under|close on",
    "at least": "no less than|no fewer than|not less than|a minimum of|minimum",
    "at most": "up to|no more than|not more than|as many as|as much as|a maximum of|maximum",
}


@family(("phrase", "bound"), [(p, b) for b, ps in BOUNDS.items() for p in (b, *ps.split("|"))])
def test_a_bound_has_many_words_and_is_never_lost_or_exchanged(phrase: str, bound: str):
    cell = f"Ostwind has {phrase} 40 vans in Ghent."
    passes(f"Ostwind has {bound} 40 vans in Ghent.", cell)
    for other in {"", *BOUNDS} - {bound}:
        (claim,) = held(f"Ostwind has {other} 40 vans in Ghent.", cell)
        assert claim.check is Check.QUANTITY


@family(
    ("phrase", "bound"),
    [
        ("40+", "over 40"),
        ("40 or more", "at least 40"),
        ("40 or less", "at most 40"),
        ("40 or fewer", "at most 40"),
        ("40 or so", "about 40"),
    ],
)
def test_a_bound_may_stand_behind(phrase: str, bound: str):
    cell = f"Ostwind has {phrase} vans in Ghent."
    passes(f"Ostwind has {bound} vans in Ghent.", cell)
    held("Ostwind has 40 vans in Ghent.", cell)


SPANS = "minute hour day night week month quarter year"
DAILY = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}


@family("span", SPANS.split())
def test_a_rate_is_per_its_own_span(span: str):
    cell = f"Ostwind ships 40 small vans per {span}."
    for per in ("a", "each", "every", "per"):
        passes(f"Ostwind ships 40 small vans {per} {span}.", cell)
    held("Ostwind ships 40 small vans per decade.", cell)
    held("Ostwind ships 40 small vans.", cell)
    other = "day" if span != "day" else "week"
    held(f"Ostwind ships 40 small vans a {other}.", cell)


@family(("word", "span"), list(DAILY.items()))
def test_daily_is_per_day(word: str, span: str):
    passes(f"Ostwind ships 40 vans {word}.", f"Ostwind ships 40 vans a {span}.")
    passes(f"Ostwind ships 40 vans {word}.", f"Ostwind ships 40 vans {word}.")
    held("Ostwind ships 40 vans.", f"Ostwind ships 40 vans {word}.")


@family("times", ["once", "twice", "5 times"])
def test_so_many_times_a_day_is_a_rate(times: str):
    passes(f"Ostwind ships vans {times} a day.", f"Ostwind ships vans {times} per day.")
    held(f"Ostwind ships vans {times} a week.", f"Ostwind ships vans {times} per day.")


@family("word", "earlier ago before later after old long".split())
def test_a_year_earlier_is_no_rate(word: str):
    cell = f"Ostwind shipped 40 vans a year {word}."
    held(f"Ostwind shipped 40 vans per year {word}.", cell)
    held("Ostwind shipped 40 vans per year.", cell)


@family(
    ("cell", "said"),
    [
        ("Ostwind lost a third of its vans.", "Ostwind lost one third of its vans."),
        ("Ostwind lost one-third of its vans.", "Ostwind lost a third of its vans."),
        ("Ostwind lost a half of its vans.", "Ostwind lost one half of its vans."),
        ("Ostwind lost two halves of its vans.", "Ostwind lost two-halves of its vans."),
        ("Ostwind lost two thirds of its vans.", "Ostwind lost two-thirds of its vans."),
        ("Ostwind lost three quarters of its vans.", "Ostwind lost three-quarters of its vans."),
        ("Ostwind lost a quarter of its vans.", "Ostwind lost one quarter of its vans."),
        ("Ostwind lost four fifths of its vans.", "Ostwind lost four-fifths of its vans."),
        ("Ostwind lost a fifth of its vans.", "Ostwind lost one fifth of its vans."),
        ("Ostwind lost a tenth of its vans.", "Ostwind lost one tenth of its vans."),
        ("Ostwind lost two tenths of its vans.", "Ostwind lost two-tenths of its vans."),
    ],
)
def test_a_share_is_a_count_of_equal_parts(cell: str, said: str):
    passes(said, cell)
    held("Ostwind lost its vans.", cell)
    held("Ostwind lost three eighths of its vans.", cell)


SHARES = "a half,a third,two thirds,a quarter,three quarters,a fifth,two fifths,a tenth,four tenths"


@family("one", SHARES.split(","))
def test_one_share_is_no_other(one: str):
    for other in set(SHARES.split(",")) - {one}:
        (claim,) = held(f"Ostwind lost {other} of its vans.", f"Ostwind lost {one} of its vans.")
        assert claim.check is Check.QUANTITY


@family(("number", "name"), [*enumerate(MONTHS, start=1)])
def test_a_month_has_one_number_and_three_ways_to_write_it(number: int, name: str):
    cell = f"Ostwind opened a depot on 2024-{number:02}-03."
    for month in {name, name[:3], f"{name[:3]}." if number != 5 else name}:
        passes(f"Ostwind opened a depot on 3 {month} 2024.", cell)
        passes(f"Ostwind opened a depot on {month} 3, 2024.", cell)
    held(f"Ostwind opened a depot on 4 {name} 2024.", cell)
    held(f"Ostwind opened a depot on 3 {name} 2025.", cell)
    held(f"Ostwind opened a depot on 3 {MONTHS[number % 12]} 2024.", cell)


LEADS = (
    "in since by until till last this next of from to early late mid during for before after every"
)


@family("lead", LEADS.split())
def test_march_is_a_month_behind_such_a_word(lead: str):
    passes(f"Ostwind opens a depot {lead} Mar.", f"Ostwind opens a depot {lead} March.")


@family(
    "day", ["Sept. 3", "Sept 3", "3 Sep.", "the 3rd of September", "3rd September", "September 3rd"]
)
def test_a_day_and_its_month_are_one_date(day: str):
    passes(f"Ostwind opened a depot on {day}, 2024.", "Ostwind opened a depot on 2024-09-03.")
    passes(f"Ostwind opened a depot on {day}.", "Ostwind opened a depot on 2024-09-03.")
    held(f"Ostwind opened a depot on {day}.", "Ostwind opened a depot on 2024-09-13.")
    held(f"Ostwind opened a depot on {day}.", "Ostwind opened a depot in September 2024.")


@family("day", ["1", "31"])
def test_a_month_has_up_to_31_days(day: str):
    passes(f"Ostwind opened a depot on {day} May.", f"Ostwind opened a depot on 2024-05-{day:0>2}.")


@family("number", ["32", "0", "1.5", "about 3"])
def test_no_other_number_is_a_day_of_a_month(number: str):
    held("Ostwind opened in May.", f"Ostwind opened {number} May depots.")
    passes(
        f"Ostwind opened {number} depots in May.",
        f"Ostwind opened {number} depots in May.",
    )


@family("year", [1000, 1999, 2024, 2999])
def test_a_bare_number_of_four_digits_may_be_a_year(year: int):
    passes(f"Ostwind opened a depot in {year}.", f"Ostwind opened a depot in May {year}.")
    passes(f"Ostwind opened a depot in May {year}.", f"Ostwind opened a depot on 3 May {year}.")


@family("number", ["999", "3000", "2,024", "2024.5"])
def test_any_other_number_is_no_year(number: str):
    held("Ostwind opened a depot in 2024.", f"Ostwind opened a depot in May {number}.")
    held(f"Ostwind opened a depot in {number}.", "Ostwind opened a depot in May 2024.")


@family(
    ("known", "said", "true"),
    [
        ("41", "over 40", True),
        ("80", "over 40", True),
        ("81", "over 40", False),
        ("40", "over 40", False),
        ("80", "at least 40", True),
        ("81", "at least 40", False),
        ("39", "at least 40", False),
        ("100", "under 110", True),
        ("100", "under 111", False),
        ("100", "nearly 110", True),
        ("100", "nearly 111", False),
        ("100", "nearly 100", False),
        ("19", "about 20", False),
        ("21", "about 20", True),
        ("1,949", "about 1,900", True),
        ("1,951", "about 2,000", True),
        ("2,049", "about 2,000", True),
        ("2,200", "about 2,000", False),
        ("40", "about 40", True),
        ("100", "at most 110", False),
        ("0", "over 0", False),
        ("0", "at least 0", False),
        ("0", "about 0", False),
    ],
)  # fmt: skip
def test_a_rounding_is_near_and_on_the_right_side(known: str, said: str, *, true: bool):
    text, cell = f"Ostwind has {said} vans in Ghent.", f"Ostwind has {known} vans in Ghent."
    if true:
        passes(text, cell)
    else:
        held(text, cell)


@family("text", ["14:30", "4/5", "1.2.3", "12x4", "7th", "3/4", "2024-13", "5e3", "a1"])
def test_what_is_no_plain_number_equals_only_itself(text: str):
    passes(f"Ostwind has {text} vans in Ghent.", f"Ostwind has {text} vans in Ghent.")
    held(f"Ostwind has {text} vans in Ghent.", "Ostwind has 7 vans in Ghent.")
    held("Ostwind has 7 vans in Ghent.", f"Ostwind has {text} vans in Ghent.")


def test_a_number_of_more_than_40_digits_equals_only_itself():
    for size in (41, 60):
        number = "7" * size
        passes(f"Ostwind has {number} vans.", f"Ostwind has {number} vans.")
        held(f"Ostwind has {number} vans.", f"Ostwind has {number[:-1]}8 vans.")


def test_a_second_is_a_time_behind_a_number_and_a_rank_elsewhere():
    passes("Ostwind won the 2nd prize.", "Ostwind won the second prize.")
    passes("Ostwind has a 5 sec delay.", "Ostwind has a 5 second delay.")
    held("Ostwind won the 2nd prize.", "Ostwind won the 5 second prize.")


@family("word", ["some", "about", "over", "up to"])
def test_a_bound_without_a_number_is_only_a_word(word: str):
    cell = f"Ostwind ships {word} vans."
    assert len(claims(cell, cell)) == 1
    held("Ostwind ships vans.", cell)


@family(
    ("cell", "said"),
    [
        ("Ostwind opened in may.", "Ostwind opened in May."),
        ("Ostwind ran in march.", "Ostwind ran in March."),
        ("Ostwind ships with April vans.", "Ostwind ships with Apr vans."),
        ("Ostwind ships jan. vans.", "Ostwind ships January vans."),
        ("Ostwind ships mar 5.", "Ostwind ships Mar 5."),
        ("Ostwind ships Sun vans.", "Ostwind ships Sunday vans."),
    ],
)
def test_a_month_in_lower_case_or_without_its_day_is_only_a_word(cell: str, said: str):
    held(said, cell)


@family(
    ("cell", "said"),
    [
        ("Ostwind ships on 5 may.", "Ostwind ships on 5 May."),
        ("Ostwind ships in may 2024.", "Ostwind ships in May 2024."),
        ("Ostwind ships in sep 2024.", "Ostwind ships in September 2024."),
        ("Ostwind ships on Jan. 5.", "Ostwind ships on January 5."),
        ("Ostwind ships in April.", "Ostwind ships in Apr."),
    ],
)
def test_a_month_beside_its_day_or_year_is_one_in_any_case(cell: str, said: str):
    passes(said, cell)


def test_a_currency_sign_without_a_number_is_a_word_of_its_own():
    held("Ostwind takes $ in Ghent.", "Ostwind takes in Ghent.")
    held("Ostwind takes in Ghent.", "Ostwind takes $ in Ghent.")
    passes("Ostwind takes $ in Ghent.", "Ostwind takes $ in Ghent.")


@family("bound", ["around", "about", "over", "under", "almost", "at least", "up to"])
def test_a_bound_of_a_date_is_never_lost_nor_added(bound: str):
    plain, bounded = "Ostwind opened May 2024.", f"Ostwind opened {bound} May 2024."
    held(plain, bounded)
    held(bounded, plain)
    passes(bounded, bounded)
