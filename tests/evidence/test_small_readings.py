"""Readings of a few words: a clause turned round, a count in brackets, a plural in "-zes"."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    ("Power fails when it rains.", "When it rains, power fails."),
    ("When it rains, power fails.", "Power fails when it rains."),
    ("Power fails in Hull when, on Mondays, it rains.", "When, on Mondays, it rains, power fails in Hull."),
    ("New vans (8 nos).", "You have 8 new vans."),
    ("New vans (8 nos.).", "You have 8 new vans."),
    ("New vans (8 pcs) in Hull.", "You have 8 new vans in Hull."),
    ("Ostwind has sizes for vans.", "You have a size for vans."),
    ("Ostwind bought mazes.", "You bought a maze."),
    ("Ostwind opened a depot in Ghent.", "Loved your depot in Ghent."),
    ("Ostwind opened a depot in Ghent.", "Loved seeing that you opened a depot in Ghent."),
    ("90 lockers in Hull at the end of 2024.", "You had 90 lockers in Hull at the end of 2024."),
    ("Hiring two bakers.", "Among the people you are hiring are two bakers."),
    ("Hiring two bakers.", "Among the people you are hiring for are two bakers."),
    ("Leeds site had a fire in May.", "Sorry to hear about the fire at your Leeds site in May."),
    ("Audit. ISO certificate, next audit May.", "Your next ISO audit is in May."),
    ("ISO certificate, next audit Nov 2025.", "Your next ISO audit is in Nov 2025."),
    ('Mira: "We ship vans."', "You ship vans."),
    ('Mira wrote: "We ship vans."', "You ship vans."),
    ("52 vans (40 in Hull).", "You have 40 vans in Hull."),
    ("Vans: 12 in Bonn, 40 in Hull.", "You have 40 vans in Hull."),
    ("Ostwind uses Kolb.", "Kolb is in use at Ostwind."),
    ("Uses Kolb.", "Kolb is in use with you."),
    ("Uses Kolb", "Kolb is in use with you"),
    ("Your ship, the Ardent, sails.", "The Ardent, your ship, sails."),
    ("The newest ship, the Ardent, sails in May.", "The Ardent, your newest ship, sails in May."),
    ("Ostwind raised £9 million in a round led by Kolb.", "Congrats on the £9 million round led by Kolb."),
    ("Uses two suppliers only.", "You use only two suppliers."),
    ("Two suppliers only for vans.", "Only two suppliers for vans."),
]  # fmt: skip

OTHER = [
    ("Power fails when it rains.", "When power fails, it rains."),
    ("Power fails when it rains.", "When it rains, power never fails."),
    ("Power fails, Mira says, when it rains.", "When it rains, power fails, Mira says."),
    ("New vans (8", "You have 8 new vans."),
    ("New vans (8 nos).", "You have 8 old vans."),
    ("Ostwind bought mazes.", "You bought a mazurka."),
    ("90 had lockers in Hull at the end of 2024.", "You had 90 lockers in Hull."),
    ("90 are in Hull at the end of 2024.", "You had 90 in Hull at the end of 2024."),
    ("Hiring two bakers.", "Among the people you are hiring two bakers."),
    ("ISO 9001 certificate; next audit Nov 2025.", "Your next ISO 9001 audit is in Nov 2025."),
    ("ISO 9001 audit, next audit Nov 2025.", "Your next ISO 9001 audit is in Nov 2025."),
    ("The bought ship, the Ardent, sails in May.", "The Ardent, your bought ship, sails in May."),
    ("The 3 ships, the Ardent, sail.", "The Ardent, your 3 ships, sail."),
    ("Ostwind raised 9 vans in a round led by Kolb.", "Congrats on the 9 vans round led by Kolb."),
    ("Ostwind moved vans from Kolb and trucks from Nord.", "You moved trucks from Nord."),
    ("Ostwind has a yard (lost) in Hull.", "You have a yard in Hull."),
    ("Ostwind has a yard (sold) in Hull.", "You have a yard in Hull."),
    ("Ostwind has a yard etc.", "You have a yard."),
    ("Ostwind has a yard etc", "You have a yard."),
    # a sentence that breaks off
    ("Hiring two bakers.", "Among the people you are hiring"),
    ("Hiring two bakers.", "Among the people you are hiring for"),
    ("Kolb 4.5", "Your Kolb rating is"),
    ("Kolb 4.5", "Your Kolb rating of"),
    ("Ostwind has twenty vans.", "You have twenty and"),
    ("Ostwind has twenty vans.", "You have twenty-"),
    ("Ostwind has two hundred and", "You have two hundred vans."),
    ("Ostwind has one hundred vans", "You have one hundred and"),
]

WISHES = [
    ("We would love to have vans but it is no priority.", "You said vans is no priority.", True),
    ("We would love to have vans and it is no priority.", "You said vans is no priority.", True),
    ("I would love to have vans but they are no priority.", "You said vans are no priority.", True),
    ("We would love to have vans so it is no priority.", "You said vans is no priority.", False),
    ("We would love to have vans, it is no priority.", "You said vans is no priority.", False),
    ("I would love to have vans when they are cheap.", "You said vans are cheap.", False),
    ("I would love to have vans if they are cheap.", "You said vans are cheap.", False),
    ("We would love to have vans but it.", "You said vans is no priority.", False),
    ("We would love to have vans but it", "You said vans is no priority.", False),
]


@family(("cell", "text"), SAME)
def test_a_small_change_of_form_passes_with_its_quote(cell: str, text: str):
    passes(text, cell)


@family(("cell", "text"), OTHER)
def test_a_small_change_of_meaning_is_held(cell: str, text: str):
    held(text, cell)


@family(("reply", "text", "said"), WISHES)
def test_what_they_wish_for_is_what_it_is_only_behind_a_but_or_and(
    reply: str, text: str, *, said: bool
):
    (passes if said else held)(text, "", Reply_text=reply)


@family("text", ["With us, there is no fee.", "With us there is no fee."])
def test_what_is_so_with_us_is_so(text: str):
    passes(text, "", Our_claims="There is no fee.")
