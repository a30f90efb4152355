"""What is said of a part, of a thing beside it, or of what it is for, is not said of the thing."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    ("A third of Ostwind's vans are electric.", "A third of your vans are electric."),
    ("30 % of Ostwind's vans are electric.", "30 % of your vans are electric."),
    ("The roof of Ostwind's depot is wet.", "The roof of your depot is wet."),
    ("Demand for Ostwind's vans has doubled.", "Demand for your vans has doubled."),
    ("In May Ostwind's depot was full.", "Your depot was full in May."),
    ("For now Ostwind's depot is full.", "Your depot is full."),
    ("Ostwind invested in a depot, which opened in May.", "Your depot opened in May."),
    ("Ostwind runs 12 yards with 1,080 docks.", "You have over 1,000 docks."),
    ("Mira asked for a list of the docks.", "You asked for a list of the docks."),
    ("Ostwind runs a depot in Kiel (40 vans).", "You run a depot in Kiel."),
    ("Ostwind runs a depot in Kiel (40 vans).", "You have 40 vans."),
    ("Ostwind bought Kolb (40 vans).", "You bought Kolb (40 vans)."),
    ("Yard in Kiel (12 docks).", "You have 12 docks."),
]

IN_BRACKETS = [
    "Ostwind bought Kolb ({}).", "Ostwind bought Kolb Trucks ({}) in May.",
    "Ostwind shares a yard with Kolb ({}).", "Ostwind's rivals: Kolb ({}).",
    "Ostwind works for Lidl ({}) and others.", "Jo Lind left for Kolb ({}).",
]  # fmt: skip

PARTS = [
    "30 % of", "A third of", "Two fifths of", "Half of", "Part of", "The rest of", "A share of",
    "The majority of", "The smallest of", "One of", "Some of", "The roof of", "A review of",
    "The roof over", "Demand for", "The driver in", "Work at", "The manager of", "Talk about",
    "The school next to", "A fire near", "The tender for", "A bill from", "Trade with",
]  # fmt: skip


@family(("cell", "sentence"), SAME)
def test_what_is_said_with_its_part_passes(cell: str, sentence: str):
    passes(sentence, cell)


@family("part", PARTS)
def test_what_is_said_of_a_part_or_of_something_beside_it_is_held(part: str):
    for ending in ("is full", "was sold in May", "has doubled"):
        held(f"Your depot {ending}.", f"{part} Ostwind's depot {ending}.")
        held(f"Your depot {ending}.", f"{part} the depot {ending}.")
    passes("Your depot is full.", "Ostwind's depot is full.")
    passes("Your depot is full.", "The depot is full.")


@family("cell", IN_BRACKETS)
def test_what_stands_in_a_bracket_behind_another_name_is_of_that_one(cell: str):
    for fact in ("40 vans", "6 depots", "40 staff, 6 depots"):
        held("You have 40 vans.", cell.format(fact))
        held("You have 6 depots.", cell.format(fact))


def test_a_time_behind_and_is_of_what_follows_it():
    cell = "It sells to Lidl and, since 2024, to Kolb. It ships to Hull and in May to Leeds."
    held("You have sold to Lidl since 2024.", cell)
    held("You ship to Hull in May.", cell)
    passes("You sell to Lidl.", cell)
    passes("You have sold to Lidl and Kolb since 2024.", "It has sold to Lidl and Kolb since 2024.")
