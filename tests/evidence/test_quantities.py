"""Numbers, money and dates: what is equal in another format, what is a rounding, what is not."""

from decimal import Decimal

from sheetsync.evidence.normalise import fold
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quantity import Bound, Quantity, bears_out
from sheetsync.evidence.tokens import lex
from tests.evidence.families import family


def only(text: str) -> Quantity:
    found = [t.quantity for t in read_quantities(lex(fold(text).text)) if t.quantity is not None]
    assert len(found) == 1, found
    return found[0]


@family(
    ("one", "other"),
    [
        ("1,200", "1.2k"),
        ("1,200", "twelve hundred"),
        ("1,200", "1200"),
        ("105", "one hundred and five"),
        ("23", "twenty-three"),
        ("12", "a dozen"),
        ("2,500,000", "2.5 million"),
        ("EUR 12.5 million", "€12.5M"),
        ("12.5 million euros", "€12.5M"),
        ("US$5bn", "5 billion dollars"),
        ("19,000 €", "EUR 19,000"),
        ("3rd", "third"),
        ("21st", "twenty-first"),
        ("4 February 2025", "February 4, 2025"),
        ("4 February 2025", "2025-02-04"),
        ("on 4th of February 2025", "Feb. 4, 2025"),
        ("more than 40", "over 40"),
        ("40+", "over 40"),
        ("40 or more", "at least 40"),
        ("40 or fewer", "up to 40"),
        ("40 or so", "about 40"),
        ("approx. 40", "roughly 40"),
    ],
)
def test_two_formats_of_one_quantity_are_equal(one: str, other: str):
    assert bears_out(only(one), only(other))
    assert bears_out(only(other), only(one))


@family(
    ("known", "said"),
    [
        ("40", "41"),
        ("40", "400"),
        ("$40", "€40"),
        ("40", "$40"),
        ("1.1 billion", "1.1 million"),
        ("about 40", "40"),
        ("up to 40", "40"),
        ("at least 40", "40"),
        ("at least 40", "over 40"),
        ("up to 40", "at least 40"),
        ("40", "up to 40"),
        ("40", "over 40"),
        ("40", "over 19"),
        ("40", "under 45"),
        ("40", "nearly 40"),
        ("40", "about 41"),
        ("1,249", "about 1,300"),
        ("second place", "two places"),
        ("March 2025", "April 2025"),
        ("March 2025", "4 March 2025"),
        ("March 2025", "March 2024"),
        ("4 March 2025", "5 March 2025"),
        ("2025", "March 2025"),
        ("14:30", "15:30"),
        ("about 14:30", "14:30"),
        ("1/2", "1/3"),
        ("third", "fourth"),
    ],
)
def test_another_quantity_is_not_borne_out(known: str, said: str):
    assert not bears_out(only(known), only(said))


@family(
    ("known", "said"),
    [
        ("214,000", "over 200,000"),
        ("6.2", "over 6"),
        ("40", "at least 40"),
        ("1,249", "about 1,200"),
        ("9.96", "about 10"),
        ("39", "under 40"),
        ("39", "nearly 40"),
        ("$12 million", "12 million"),
        ("4 March 2025", "March 2025"),
        ("4 March 2025", "in March"),
        ("4 March 2025", "2025"),
    ],
)
def test_a_rounding_with_its_bound_and_a_coarser_date_are_borne_out(known: str, said: str):
    assert bears_out(only(known), only(said))


def test_may_and_march_are_months_only_where_they_stand_like_one():
    assert only("in May").date == (None, 5, None)
    assert not [t for t in read_quantities(lex("You may march on")) if t.quantity]


def test_a_number_of_a_thousand_digits_stays_what_it_is():
    assert only("9" * 1_000) == Quantity("literal", unit="9" * 1_000)


def test_units_have_one_name_behind_a_number():
    keys = [token.key for token in read_quantities(lex("6.2s, 6.2 sec, 5%, 5 percent, 5 km"))]
    assert [key for key in keys if key not in {"#", ","}] == [
        "second", "second", "percent", "percent", "kilometre",
    ]  # fmt: skip


def test_a_bound_belongs_to_its_number():
    assert only("as many as 40 people") == Quantity("card", Decimal(40), bound=Bound.AT_MOST)


def test_a_second_behind_a_number_is_time():
    tokens = read_quantities(lex("a 5 second delay"))
    assert [t.quantity is not None for t in tokens] == [False, True, False, False]
