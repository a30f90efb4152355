"""The budget is never exceeded, whatever is reserved, settled and given back in whatever order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.ai.budget import PICO, Budget, Caps, Prices, pico

caps = st.one_of(st.none(), st.integers(0, 50))
money = st.one_of(st.none(), st.integers(0, 10_000))
steps = st.lists(
    st.tuples(st.sampled_from(["reserve", "settle", "give back"]), st.integers(0, 3_000)),
    max_size=80,
)


@given(st.builds(Caps, caps, money, caps, money), st.integers(0, 20), st.integers(0, 5_000), steps)
def test_i6_what_is_spent_and_reserved_is_at_most_each_cap_at_every_moment(
    limits, calls_before, spent_before, history
):
    budget = Budget(limits, calls_before=calls_before, pico_before=spent_before)
    open_: list[int] = []
    made = spent = 0
    for what, amount in history:
        if what == "reserve":
            if not budget.reserve(amount):
                open_.append(amount)
                made += 1
        elif open_ and what == "settle":
            most = open_.pop(amount % len(open_))
            cost = min(amount, most)
            budget.settle(most, cost)
            spent += cost
        elif open_:
            budget.give_back(open_.pop(amount % len(open_)))
            made -= 1
        total = spent + sum(open_)
        assert (budget.calls, budget.spent, budget.reserved) == (made, spent, sum(open_))
        assert made <= (made if limits.calls_run is None else limits.calls_run)
        assert total <= (total if limits.pico_run is None else limits.pico_run)
        if limits.calls_day is not None and made:
            assert made + calls_before <= limits.calls_day
        if limits.pico_day is not None and total:
            assert total + spent_before <= limits.pico_day


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_money_is_counted_in_whole_parts_so_that_many_small_sums_lose_nothing(count, tokens):
    price = Prices.per_million(0.15, 0.6)
    assert count * price.of(tokens, tokens) == price.of(count * tokens, count * tokens)


def test_a_cap_names_itself_when_it_keeps_a_call_back():
    run = Budget(Caps(calls_run=0)).reserve(0)
    assert run == "the 0 calls of this run are used up; a later sync goes on"
    assert Budget(Caps(pico_run=pico(5))).reserve(6 * PICO) == (
        "the budget of this run, USD 5.00, is used up; a later sync goes on"
    )


def test_a_cap_of_the_day_says_that_no_other_sync_of_the_day_goes_on():
    day = Budget(Caps(calls_day=3), calls_before=3)
    assert day.reserve(0) == (
        "the 3 calls of this day are used up; tomorrow's sync goes on, or raise calls_per_day in "
        "sheetsync.toml"
    )
    assert Budget(Caps(pico_day=pico(5)), pico_before=5 * PICO).reserve(1) == (
        "the budget of this day, USD 5.00, is used up; tomorrow's sync goes on, or raise "
        "usd_per_day in sheetsync.toml"
    )


def test_a_cap_that_no_question_fits_into_is_not_put_off_until_tomorrow():
    calls = Budget(Caps(calls_day=0)).reserve(0)
    money = Budget(Caps(pico_day=pico(0.01))).reserve(pico(0.02))
    assert calls.endswith("are used up; raise calls_per_day in sheetsync.toml")
    assert money.endswith("is used up; raise usd_per_day in sheetsync.toml")


@pytest.mark.parametrize(
    ("usd", "told"),
    [
        (0, "USD 0.00"),
        (0.00003, "less than USD 0.0001"),
        (0.0001, "USD 0.0001"),
        (0.0042, "USD 0.0042"),
        (0.01, "USD 0.01"),
    ],
)
def test_a_budget_of_more_than_nothing_is_never_shown_as_nothing(usd, told):
    assert f"this day, {told}, is used up" in Budget(Caps(pico_day=pico(usd))).reserve(PICO)
