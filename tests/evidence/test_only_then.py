"""When alone, with whom, or of which of two firms something is so, is never cut off."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # a deed has its day, whatever it fell on; so has what is said together with its scope
    ("Ostwind shipped 400 pallets on Fridays.", "You shipped 400 pallets on Fridays."),
    ("Ostwind ships 400 pallets on Fridays.", "On Fridays you ship 400 pallets."),
    ("Ostwind opened a yard in summer.", "You opened a yard."),
    ("Ostwind runs tours in winter.", "You run tours."),
    ("In December 2024 Ostwind had 40 vans.", "You had 40 vans in December 2024."),
    ("Ostwind won an award in December.", "You won an award."),
    ("Ostwind opened 2 yards together with Kolb.", "You opened 2 yards together with Kolb."),
    ("With 12 docks, Ostwind is in Kiel.", "You are in Kiel."),
    ("Ostwind runs 40 vans, including 5 electric ones.", "You run 40 vans."),
    ("Ostwind runs 40 vans in Kiel.", "You run 40 vans."),
    ("Ostwind takes orders by phone.", "You take orders by phone."),
    ("Ostwind delivers on request to Poland.", "You deliver on request to Poland."),
    # of two firms, where it can be only one
    ("Ostwind makes windows for Poland. It employs 40 people.", "You employ 40 people."),
    ("Ostwind bought Kolb. It plans a yard in Kiel.", "You plan a yard in Kiel."),
    ("Ostwind bought Kolb. Ostwind runs 40 vans.", "You run 40 vans."),
    ("Ostwind sells windows. It runs 40 vans.", "You run 40 vans."),
    # a year, with which a count was so
    ("Ostwind has 40 vans (2023).", "You have 40 vans."),
    ("40 vans in 2019, 60 today.", "You had 40 vans in 2019."),
    ("40 vans (register, 2023).", "You have 40 vans."),
    ("40 vans in Kiel.", "You have 40 vans."),
    ("Age group: 6 to 12.", "Age group: 6 to 12."),
]

OTHER = [
    ("Ostwind ships 400 pallets on Fridays.", "You ship 400 pallets."),
    ("On Fridays Ostwind ships 400 pallets.", "You ship 400 pallets."),
    ("Ostwind ships 400 pallets on good days.", "You ship 400 pallets."),
    ("Ostwind ships 400 pallets in December.", "You ship 400 pallets."),
    ("In December Ostwind ships 400 pallets.", "You ship 400 pallets."),
    ("Ostwind employs 40 drivers in the season.", "You employ 40 drivers."),
    ("Ostwind employs 40 drivers during the harvest.", "You employ 40 drivers."),
    ("In summer Ostwind runs 3 night tours.", "You run 3 night tours."),
    ("Ostwind runs 3 tours in the high season.", "You run 3 tours."),
    ("Ostwind delivers to Poland on request.", "You deliver to Poland."),
    ("On request, Ostwind delivers to Poland.", "You deliver to Poland."),
    ("Together with Kolb, Ostwind runs 400 vans.", "You run 400 vans."),
    ("Ostwind runs 400 vans jointly with Kolb.", "You run 400 vans."),
    ("With Kolb, Ostwind runs 400 vans.", "You run 400 vans."),
    ("Ostwind runs 400 vans including subcontractors.", "You run 400 vans."),
    ("Including its partners, Ostwind runs 400 vans.", "You run 400 vans."),
    ("40 vans (2019).", "You have 40 vans."),
    ("40 vans as of 2019.", "You have 40 vans."),
    ("40 vans in 2019, 60 today.", "You have 40 vans."),
    ("Revenue of EUR 4.2m in 2019.", "Your revenue is EUR 4.2m."),
    ("Revenue 4.2m at the end of 2019.", "Your revenue is 4.2m."),
    ("Kolb group: 400 staff. Ostwind: 40.", "You have 400 staff."),
    ("Group: 400 staff.", "You have 400 staff."),
    ("Sister firm: 400 staff.", "You have 400 staff."),
    ("Ostwind bought Kolb in May. It runs 40 vans.", "You run 40 vans."),
    ("Ostwind is owned by Kolb. It has 40 vans.", "You have 40 vans."),
    ("Ostwind sold the Kiel yard to Kolb. They run 40 vans there.", "You run 40 vans there."),
    ("Ostwind supplies Kolb. They employ 40 people.", "You employ 40 people."),
    ("Ostwind competes with Kolb. They make 40 windows a day.", "You make 40 windows a day."),
    ("Ostwind's rival is Kolb. They run 40 vans.", "You run 40 vans."),
]


@family(("cell", "sentence"), SAME)
def test_what_is_said_with_its_scope_or_needs_none_passes(cell: str, sentence: str):
    passes(sentence, cell)


@family(("cell", "sentence"), OTHER)
def test_a_fact_without_the_scope_or_the_firm_that_it_holds_for_is_held(cell: str, sentence: str):
    held(sentence, cell)
