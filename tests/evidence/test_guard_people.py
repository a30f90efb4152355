"""Whom a pronoun or a name means: the lead, the contact, or somebody else."""

from sheetsync.evidence.referents import REACH
from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(text: str):
    return family("word", text.split())


@each("he she him her his hers")
def test_a_person_of_our_notes_is_the_contact(word: str):
    passes("Kolb team with you left.", Notes=f"Mira started in May. Kolb team with {word} left.")
    held("Kolb team with you left.", News=f"Mira started in May. Kolb team with {word} left.")
    held("Kolb team with you left.", Reply=f"Mira started in May. Kolb team with {word} left.")


@family(
    "before",
    [
        "",
        "Mira left.",
        "Mira was at Kolb.",
        "Mira met TOM at Expo.",
        "Vans in May.",
        "Tom stayed. Mira left.",
        *(f"Mira ships {w} Kolb." for w in "at in from on via uses use using outside near across".split()),
    ],
)  # fmt: skip
def test_she_is_the_contact_where_nobody_else_was_named_since(before: str):
    passes("You want a demo.", Notes=f"{before} She wants a demo.")


@family(
    "before",
    [
        "Mira met Tom at Expo.",
        "Tom (CFO) left.",
        "Tom's team left.",
        "Tom, CFO, left.",
        "Tom left.",
        "Tom is late.",
        "Tom has left.",
        "Tom will go.",
        "Tom ships vans.",
        "Tom Lee.",
        "Mira left; Tom stayed.",
        "Mira left.\nTom stayed.",
        *(f"Mira ships {w} Kolb." for w in "with for met said".split()),
    ],
)
def test_she_may_be_somebody_else_who_was_named_since(before: str):
    held("You want a demo.", Notes=f"{before} She wants a demo.")


def test_within_a_sentence_she_is_the_contact_until_somebody_else_is_named():
    passes("You met Tom.", Notes="She met Tom and he wants a demo.")
    held("You want a demo.", Notes="She met Tom and he wants a demo.")


@family(("filler", "known"), [("trucks rest. ", True), ("trucks rests. ", False)])
def test_who_was_named_is_looked_for_in_the_300_characters_before(filler: str, *, known: bool):
    before = "vans left. " * 26 + filler
    assert len(before) == (REACH - 1 if known else REACH) == (299 if known else 300)
    if known:
        passes("You want a demo.", Notes=before + "She wants a demo.")
    else:
        held("You want a demo.", Notes=before + "She wants a demo.")
    passes("You want a demo.", Notes=before + "Mira left. She wants a demo.")


@each("bought is has ships Ltd will")
def test_it_is_another_firm_where_the_sentence_before_is_about_one(word: str):
    held("You run depots.", News=f"Kolb {word} vans. It runs depots.")
    held("Your fleet has 40 vans.", News=f"Kolb {word} vans. Their fleet has 40 vans.")
    held("Your fleet has 40 vans.", News=f"Kolb {word} vans. Its fleet has 40 vans.")
    passes("You said you run depots.", Reply=f"Kolb {word} vans. We run depots.")


@family(
    "before",
    [
        *(
            f"{thing} stopped."
            for thing in (
                "Planning Vans Motion Movement Finance Presence Activity Business Usage Growth"
            ).split()
        ),
        *(
            f"{thing} rose."
            for thing in (
                "Revenue Turnover Profit Headcount Staff Occupancy Vacancy Margin Demand Output "
                "Energy Traffic Membership"
            ).split()
        ),
        "Open roles.",
        "The vans left.",
        "In May vans left.",
        "It left.",
        "She left.",
        "Ostwind left.",
        "Director left.",
        "kolb left.",
        "Kolb near vans.",
    ],
)
def test_it_is_the_lead_where_the_sentence_before_names_no_other_firm(before: str):
    passes("You run depots.", News=f"{before} It runs depots.")


def test_it_and_they_are_the_lead():
    for word in ("It", "They"):
        passes("You run depots.", News=f"Ostwind leads. {word} run depots.")
    for word in ("Its", "Their"):
        passes("Your fleet has 40 vans.", News=f"{word} fleet has 40 vans.")
    passes("Kolb supplies you.", News="Kolb supplies them.")


@each("we our ours us i me my mine")
def test_in_a_reply_we_are_the_lead(word: str):
    passes("You said Kolb team with you left.", Reply=f"Kolb team with {word} left.")
    held("You said Kolb team with you left.", News=f"Kolb team with {word} left.")


@each("you your yours")
def test_in_a_reply_you_are_the_seller(word: str):
    passes("You said Kolb team with us left.", Reply=f"Kolb team with {word} left.")
    held("You said Kolb team with you left.", Reply=f"Kolb team with {word} left.")


def test_the_contact_is_not_the_company():
    held("Ostwind wants a demo.", Notes="Mira wants a demo.")
    held("Mira wants a demo.", Notes="Ostwind wants a demo.")


@family("name", ["Mira", "Mira Dahl", "Mr Dahl", "Mrs Dahl", "Ms Dahl", "Dr Dahl"])
def test_the_contact_has_these_names(name: str):
    passes(f"{name} wants a demo.", Notes="Mira wants a demo.")


def test_a_family_name_alone_is_not_the_contact():
    held("Dahl wants a demo.", Notes="Mira wants a demo.")


@family("name", ["Ostwind", "The company", "Your company", "The Freight", "The Ostwind Freight"])
def test_the_company_has_these_names(name: str):
    passes(f"{name} wants a demo.", Notes="Ostwind Freight wants a demo.")


@family(
    ("company", "name", "same"),
    [
        ("Ostwind Freight GmbH", "ostwind freight", True),
        ("Ostwind Freight GmbH", "ostwind", False),
        ("Kolb & Sons", "Kolb", True),
        ("Kolb & Sons", "Kolb & Sons", True),
        ("Kolb & Sons", "Sons", False),
        ("AB", "Ab", False),
        ("ABC", "Abc", True),
        ("ABC", "abc", False),
        ("A B C D", "A B", True),
        ("One Two Three Four", "The Three Four", True),
        ("One Two Three Four", "The Two Three Four", False),
    ],
)
def test_a_company_is_known_by_its_first_words_and_by_its_last_with_the(
    company: str, name: str, *, same: bool
):
    if same:
        passes("You want a demo.", Notes=f"{name} wants a demo.", Company=company)
    else:
        held("You want a demo.", Notes=f"{name} wants a demo.", Company=company)


@family(
    ("cell", "lead"),
    [
        ("In May the company bought vans.", True),
        ("Kolb left. The company bought vans.", True),
        ("Kolb of the company bought vans.", False),
        ("Nord and the company bought vans.", False),
        ("In Kolb the company bought vans.", False),
    ],
)
def test_the_company_may_be_another_one_that_the_sentence_names(cell: str, *, lead: bool):
    if lead:
        passes("You bought vans.", News=cell)
    else:
        held("You bought vans.", News=cell)
