"""A quotation is found exactly or not at all, whatever its typography."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sheetsync.evidence.normalise import Folded, caseless, fold
from sheetsync.evidence.quotes import Place, find_quote
from tests.evidence.families import family

CELL = (
    "Intake takes 5 days. “Growth” was 12.5 % – not 12 %; the café’s owner, Zoë, said so in 2024."
)


@family(
    "quote",
    [
        "intake TAKES 5 days",
        '"Growth" was 12.5 %',
        "was 12.5 % - not 12 %",
        "was 12.5 % — not 12 %",
        "the cafe\u0301's owner, Zoe\u0308,",
        "Intake\u00a0takes\n5\u2009days",
        "Int\u00adake ta\u200bkes 5 days",
        "2024",
        "Zoë",
    ],
)
def test_the_same_words_in_other_typography_are_found(quote: str):
    place = find_quote(CELL, quote)
    assert place is not None
    assert caseless(CELL[place.start : place.end]).text.strip() == caseless(quote).text.strip()


@family(
    "quote",
    [
        "Intake takes 6 days",
        "Intake takes 5 day",
        "ntake takes 5 days",
        "Intake took 5 days",
        "the cafes owner, Zoë,",
        "202",
        "2.5",
        "12.",
        "days",
        "",
        "   ",
        "growth not 12 %",
    ],
)
def test_other_words_or_pieces_of_words_are_not_found(quote: str):
    assert find_quote(CELL, quote) is None


def test_a_quotation_of_more_than_300_characters_is_refused():
    cell = "word " * 100
    assert find_quote(cell, cell[:299]) is not None
    assert find_quote(cell, cell[:310]) is None


def test_twelve_characters_are_enough_and_eleven_are_not():
    assert find_quote("they use ab paper forms", "use ab paper") is not None
    assert find_quote("they use ab paper forms", "se ab paper") is None
    assert find_quote("they use a paper forms", "use a paper") is None


def test_a_superscript_or_a_fraction_is_another_number():
    assert find_quote("an area of 10² metres here", "an area of 102 metres") is None
    assert find_quote("they need 5½ days for it", "they need 51⁄2 days for it") is None


@given(st.text(min_size=12, max_size=120), st.text(max_size=40), st.text(max_size=40))
def test_offsets_point_at_the_words_in_the_raw_cell(quote: str, before: str, after: str):
    cell = f"{before} {quote} {after}"
    place = find_quote(cell, quote)
    if place is not None:
        found = caseless(cell[place.start : place.end]).text.strip()
        assert caseless(quote).text.strip() in found


@given(st.integers(0, 10**6))
def test_one_changed_word_is_never_found(seed: int):
    rng = random.Random(seed)
    words = [f"{rng.choice('bcdfgklmnprst')}{rng.choice('aeiou')}{n}x" for n in range(30)]
    at = rng.randrange(20)
    quote = words[at : at + 6]
    quote[rng.randrange(6)] += "s"
    assert find_quote(" ".join(words), " ".join(quote)) is None


@given(st.text(max_size=200))
def test_folding_keeps_an_origin_for_every_character(text: str):
    folded = fold(text)
    if folded.origins is not None:
        assert len(folded.origins) == len(folded.text) + 1
        assert list(folded.origins) == sorted(folded.origins)
        assert folded.origins[-1] == len(text)
    else:
        assert folded.text == text


def test_line_ends_survive_folding_and_other_white_space_becomes_a_space():
    assert fold("a\tb\u2003c\u2028d\x0be").text == "a b c\nd\ne"
    assert caseless("a\tb\u2003c\u2028d  e").text == "a b c d e"


def test_ten_thousand_combining_marks_are_folded_in_good_time():
    assert fold("a" + "\u0301\u0327" * 10_000).text


def test_dashes_in_a_row_are_one_and_the_offsets_stay_those_of_the_raw_text():
    assert caseless("a--b") == Folded("a-b", (0, 1, 3, 4))
    assert caseless("a - b") == Folded("a-b", (0, 2, 4, 5))
    assert caseless("a -- b") == Folded("a-b", (0, 2, 5, 6))
    assert caseless("a -") == Folded("a-", (0, 2, 3))
    assert caseless("- a") == Folded("-a", (0, 2, 3))
    assert Folded("ab", (0, 2, 3)).span(1, 1, "aXb") == (2, 3)
    assert find_quote("we run 40 vans – not 12 vans", "-not 12 vans") == Place(15, 28)
    assert find_quote("Zoë's 40 vans -- not 12 vans here", "40 vans-not 12") == Place(6, 23)
