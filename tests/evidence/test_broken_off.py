"""A sentence that breaks off where a rule looks for its next word is held like any other."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

BROKEN = [
    ("70% of Kolb's freight is steel.", "70% of Kolb's freight is"),
    ("About 60% of its jobs are rush jobs.", "About 60% of its jobs are"),
    ("POS: Lightspeed (month to month).", "Your POS is"),
    ("Build times: 14 days on average.", "Your build times are"),
]


@family(("cell", "text"), BROKEN)
def test_a_sentence_that_breaks_off_behind_its_verb_is_held(cell: str, text: str):
    held(text, cell)


def test_the_same_rules_still_read_the_whole_sentence():
    passes("63% of day passes were sold online.", "Day passes sold online: 63%.")
    passes("New depots are due in Ghent (Q4 2026).", "New depots due: Ghent (Q4 2026).")
