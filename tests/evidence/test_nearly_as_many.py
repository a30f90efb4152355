"""How far "about" reaches: a twentieth, and only to a number with fewer digits."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


@family("exact", ["1,051", "1,052", "953", "962", "1,000"])
def test_about_a_thousand_is_within_a_twentieth_of_it(exact: str):
    passes("You have about 1,000 vans.", f"Ostwind has {exact} vans.")


@family("exact", ["1,053", "1,100", "900", "1,500"])
def test_about_a_thousand_is_no_further_away(exact: str):
    held("You have about 1,000 vans.", f"Ostwind has {exact} vans.")


@family("bound", ["about", "over", "under", "nearly"])
def test_nothing_is_nearly_none_and_none_is_nearly_something(bound: str):
    held(f"You have {bound} 0 vans.", "Ostwind has 40 vans.")
    held(f"You have {bound} 40 vans.", "Ostwind has 0 vans.")
