"""What others say of the lead, what denies or limits behind a full stop, and who signs.

The cell stands first. Beside what must be held stands the true sentence most like it.
"""

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft
from tests.evidence.families import family
from tests.evidence.guards import KEPT, _cells, claims, held, passes
from tests.evidence.test_guard_sentences import SAID

TOLD = [
    # the lead, its officers and its pages may be believed
    ("Ostwind said vans and trucks are late.", "Trucks are late."),
    ("Ostwind is growing, says its annual report.", "You are growing."),
    ("Ostwind is growing, the company said.", "You are growing."),
    ("Ostwind is growing, said CEO Lee Park.", "You are growing."),
    ("According to its annual report, Ostwind is growing.", "You are growing."),
    ("Kolb said trucks are late.", "Kolb said trucks are late."),
    ('Kolb said "vans are late", and Ostwind ships vans.', "You ship vans."),
    ("Trade Week reported in May that Ostwind plans a depot.", "I saw that Ostwind plans a depot."),
    ('CEO Lee Park: "Volumes grew 18%."', "Volumes grew 18%."),
    ("Ostwind is growing, its staff say.", "You are growing."),
    ("Ostwind is growing, directors say.", "You are growing."),
    ("Ostwind is growing, it is cold.", "You are growing."),
    # a full stop that ends nothing
    ("J. Kolb left in May.", "Kolb left in May."),
    ("J. Kolb left in May.", "J. Kolb left in May."),
    ("Prof. Lind opens a depot in Ghent.", "Lind opens a depot in Ghent."),
    ("Ostwind hired Dr. Kolb in May.", "You hired Dr Kolb in May."),
    ("Ostwind bought Kolb Inc. in May.", "You bought Kolb in May."),
    ("Ostwind is based in the U.S. It has 40 vans.", "You have 40 vans."),
    ("Kolb left Nord Inc. Ostwind ships vans.", "You ship vans."),
    ("Ostwind opens a depot with Kolb Inc. in May.", "You open a depot."),
    ("Ostwind ships to the U.S. Kolb left.", "You ship to the U.S."),
    ("Ostwind has a plan B. Kolb is out.", "Ostwind has a plan B."),
    # numbers
    ("Ostwind has ten five-star hotels in Ghent.", "Ostwind has ten five-star hotels in Ghent."),
    ("Ostwind has ten five-star hotels in Ghent.", "You have 10 five-star hotels in Ghent."),
    ("Ostwind has two hundred five-star hotels.", "You have 200 five-star hotels."),
    ("Ostwind has two hundred and five hotels.", "You have 205 hotels."),
    ("Ostwind has twenty five hotels.", "You have 25 hotels."),
    ("Ostwind has twenty-five-seat vans.", "You have 25-seat vans."),
    ("Ostwind has twenty-five thousand vans.", "You have 25,000 vans."),
    ("Ostwind has two dozen vans.", "You have 24 vans."),
    ("Ostwind was thirty-fifth.", "You were 35th."),
    ("Ostwind has 12345678901234567 vans.", "You have 12345678901234567 vans."),
    ("Ostwind has 12345678901234567 million vans.", "You have 12345678901234567 million vans."),
    # who and when
    ("Quotes are made by hand.", "You make quotes by hand."),
    ("Problems with Kolb.", "You have problems with Kolb."),
    ("Ostwind does deliveries in Ghent.", "You do deliveries in Ghent."),
    ("Ostwind washed vans in Ghent.", "Congrats on the vans in Ghent."),
    ("Series A led by Aurora.", "Congrats on the Series A."),
    ("Ostwind is in Bonn with 40 vans.", "I read about your 40 vans."),
    ("Publisher Kolb left in May.", "Kolb left in May."),
    # quotations
    ('Its site says "we ship vans fast".', 'Your site says "we ship vans fast".'),
    ("Ostwind ships vans fast, not slow.", "You ship vans fast."),
]

NOT_TOLD = [
    ("Kolb said vans and trucks are late.", "Trucks are late."),
    ("Kolb said vans are late, and trucks are late.", "Trucks are late."),
    ("Kolb said vans are late, but trucks are early.", "Trucks are early."),
    ("Kolb claims vans, trucks and rail are late.", "Rail is late."),
    ("The union said vans and trucks are late.", "Trucks are late."),
    ("Kolb CEO Jo Lind said vans and trucks are late.", "Trucks are late."),
    ("Kolb said Ostwind is failing.", "You are failing."),
    ("According to Kolb, Ostwind is failing.", "You are failing."),
    ('Kolb: "Ostwind is failing."', "You are failing."),
    ('Kolb told the Times: "Ostwind is failing."', "You are failing."),
    ('Kolb said "vans are late, and Ostwind ships vans".', "You ship vans."),
    ("Kolb reported vans and trucks are late.", "Trucks are late."),
    ("Ostwind is failing, said Kolb.", "You are failing."),
    ("Ostwind is failing, says the union.", "You are failing."),
    ("Ostwind is failing, Kolb said.", "You are failing."),
    ("Ostwind is failing, Kolb told the Times.", "You are failing."),
    ("Ostwind is failing, Kolb's CEO said.", "You are failing."),
    ("Ostwind is failing, as Kolb said.", "You are failing."),
    ("Ostwind is failing, or so Kolb says.", "You are failing."),
    ("Ostwind is failing (Kolb says).", "You are failing."),
    ("Ostwind is failing, according to Kolb.", "You are failing."),
    ("Critics say Ostwind is failing.", "You are failing."),
    ("Some say vans and trucks are late.", "Trucks are late."),
    ("Ostwind is failing, critics say.", "You are failing."),
    ("Ostwind is failing, some say.", "You are failing."),
    ("Ostwind is failing, it is said.", "You are failing."),
    ("Ostwind is failing, Kolb believes.", "You are failing."),
    ("Ostwind is reported by Kolb with 40 vans.", "Your 40 vans."),
    ("Ostwind was reported with 40 vans.", "You have 40 vans."),
    ("Lind said U.S. sales fell.", "Sales fell."),
    ("Lind said J. Kolb left in May.", "Kolb left in May."),
    ("Lind dreamt the publisher Kolb left in May.", "Kolb left in May."),
    # a full stop that ends nothing
    ("It is false that J. Kolb left in May.", "Kolb left in May."),
    ("It is false that J. Kolb left in May.", "J. Kolb left in May."),
    ("It is false that Prof. Kolb left in May.", "Kolb left in May."),
    ("It is false that Kolb Inc. left in May.", "Kolb left in May."),
    ("Ostwind never said that J. Kolb left in May.", "Kolb left in May."),
    ("Unless blocked, Prof. Lind opens a depot in Ghent.", "Lind opens a depot in Ghent."),
    ("Unless Kolb Inc. wins, Ostwind opens a depot in Ghent.", "You open a depot in Ghent."),
    ("Ostwind opens a depot with J. Kolb if approved.", "You open a depot."),
    ("Ostwind opens a depot with Kolb Inc. if approved.", "You open a depot."),
    ("Ostwind ships to the U.S. only on Fridays.", "You ship to the U.S."),
    ("Ostwind ships to the U.S. if approved.", "You ship to the U.S."),
    ("Kolb left Nord Inc. Ostwind ships vans.", "Kolb left vans."),
    # numbers
    ("Ostwind has ten five-star hotels in Ghent.", "You have fifteen star hotels in Ghent."),
    ("Ostwind has ten five-star hotels in Ghent.", "You have 15-star hotels in Ghent."),
    ("Ostwind has twenty five-star hotels.", "You have twenty-five star hotels."),
    ("Ostwind has two hundred five-star hotels.", "You have 205 star hotels."),
    ("Ostwind has five dozen two-star hotels.", "You have 62 star hotels."),
    ("Ostwind has ten fifth-floor flats.", "You have 15th-floor flats."),
    ("Ostwind has twenty fifth-floor flats.", "You have 25th-floor flats."),
    (
        "Ostwind has 1234567890123456789012345678901 vans.",
        "You have 1234567890123456789012345678902 vans.",
    ),
    (
        "Ostwind has 123456789012345678901234567.01 million vans.",
        "You have 123456789012345678901234567.02 million vans.",
    ),
    # who and when
    ("Quotes are made by hand.", "You made quotes by hand."),
    ("Quotes were made by hand.", "You make quotes by hand."),
    ("Problems with Kolb.", "You do problems with Kolb."),
    ("Problems with Kolb", "You do problems with Kolb"),
    ("Kolb washed vans in Ghent.", "Congrats on vans in Ghent."),
    ("Kolb and Nord washed vans in Ghent.", "Congrats on vans in Ghent."),
    ("In May Kolb washed vans in Ghent.", "Congrats on vans in Ghent."),
    ("Last year, Kolb washed vans in Ghent.", "Congrats on vans in Ghent."),
    ("Kolb has 40 vans in Ghent.", "Congrats on the 40 vans in Ghent."),
    # quotations
    ('Your site says "we ship vans fast", not slow.', 'Your site says "we ship vans fast".'),
    ('Its site no longer says "we ship vans fast".', 'Your site says "we ship vans fast".'),
    ('Its site once said "we ship vans fast".', 'Your site says "we ship vans fast".'),
    ('Kolb says its site says "we ship vans fast".', 'Your site says "we ship vans fast".'),
    ('Its site says "we ship vans fast" but never on time.', 'Your site says "we ship vans fast".'),
]

SIGNED = "You ship vans from Ghent.\n\nBest regards,\nJo Lind\n"
SIGNATURES = [
    "Head of Sales",
    "Account Executive, Sheet & Sync Ltd.",
    "Project Manager at Sheet Sync",
    "Sheet Street 4, 1000 Town",
    "+32 9 123 45 67",
    "Mobile: (0)20 7946 0958",
    "jo.lind@sheetsync.example | www.sheetsync.example",
    "sheetsync.example/jo",
    "Jo Lind, head of sales",
    "Dr. Jo Lind",
]
CLAIMS = [
    "P.S. Revenue doubled at Ostwind in 2024.",
    "P.S. Sales Team",
    "PS: Sales fell at Ostwind.",
    "PS: Kolb Sales",
    "Ostwind lost 40 drivers in May.",
    "Sales fell at Ostwind.",
    "Sales Fell Far And Wide",
    "Ostwind Drivers",
    "40 drivers short",
    "Over 40 Drivers",
    "Drivers, £40",
    "Drivers, May 2024",
    "The drivers are late",
    "Drivers Are Late",
    "You, Jo",
    "Not Sales",
    "=Sales",
    "@Sales",
    "drivers",
]
NAMES = ["Jo Lind", "Mohammed Reed", "Jo Rose", "Jo Lind, Sheet Sync"]


@family(("cell", "text"), TOLD)
def test_what_the_cell_says_in_its_own_voice_passes(cell: str, text: str):
    passes(text, cell)


@family(("cell", "text"), NOT_TOLD)
def test_what_another_says_or_a_sentence_takes_back_is_held(cell: str, text: str):
    held(text, cell)


@family("line", SIGNATURES)
def test_a_line_that_only_says_who_writes_may_stand_below_the_name(line: str):
    assert len(claims(SIGNED + line, KEPT)) == 1
    assert len(claims(SIGNED + line + "\nSheet Sync", KEPT)) == 1


@family("line", CLAIMS)
def test_a_claim_below_the_name_is_judged_like_any_other(line: str):
    held(SIGNED + line, KEPT)
    held(SIGNED + "Head of Sales\n" + line, KEPT)


@family("name", NAMES)
def test_any_name_may_stand_right_below_the_sign_off(name: str):
    assert len(claims("You ship vans from Ghent.\n\nBest regards,\n" + name, KEPT)) == 1


def test_a_claim_between_sign_off_and_name_does_not_make_the_next_line_a_name():
    draft = "You ship vans from Ghent.\n\nBest regards,\nYou ship vans from Ghent.\n"
    held(draft + "Sales Fell", KEPT)
    assert len(claims(draft + "Jo Lind", KEPT)) == 2


@pytest.mark.no_cover
def test_any_part_of_a_sentence_is_judged():
    for cell, text in (*TOLD, *NOT_TOLD[::4], *SAID[::6]):
        words = text.split()
        for start in range(len(words)):
            for stop in range(start + 1, len(words) + 1):
                judge(Draft(" ".join(words[start:stop])), _cells(cell, {}))
    for part in (
        "in 2021",
        "(2021)",
        "on 3 May 2021,",
        ", in 2021",
        "2021",
        "(in 2021)",
        "by 2021",
    ):
        held(part, "Ostwind acquired Kolb in 2021.")
        judge(Draft(part), _cells("Ostwind acquired Kolb on 3 May 2021.", {}))
