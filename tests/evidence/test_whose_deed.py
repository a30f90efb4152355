"""Who belongs to whom, whose deed it is, and how far what we promise of ourselves reaches."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family

CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, Founder"}
RELATIONS = "subsidiary branch customer supplier tenant owner partner member franchisee sponsor"
LED = [("supplier", "to"), ("tenant", "at"), ("agent", "for"), ("partner", "with")]


def kind(column: str, cell: str, claim: str) -> VerdictKind:
    return judge(Draft(claim), {**CAST, column: cell}).kind


EXCHANGED = [
    (cell.format(it=it), claim.format(it=it))
    for it in RELATIONS.split()
    for cell in (
        "A {it} of Kolb Holding since 2019.",
        "Ostwind is a {it} of Kolb Holding.",
        "Ostwind: {it} of Kolb Holding.",
        "Ostwind, a {it} of Kolb Holding, has 40 vans.",
    )
    for claim in (
        "Kolb Holding is a {it} of Ostwind.",
        "Kolb Holding has been a {it} of Ostwind since 2019.",
        "The {it} of Ostwind is Kolb Holding.",
        "A {it} of yours is Kolb Holding.",
        "I saw that Kolb Holding is a {it} of yours.",
        "Your {it} is Kolb Holding.",
        "Kolb Holding is your {it}.",
    )
] + [
    (f"{it.capitalize()} {led} Kolb Holding.", f"{claim} {led} {tail}")
    for it, led in LED
    for claim, tail in ((f"Kolb Holding is a {it}", "Ostwind."), (f"The {it}", "Ostwind is Kolb Holding."))
]  # fmt: skip

EXCHANGED += [
    ("Bigger than Kolb Holding.", "Kolb Holding is bigger than Ostwind."),
    ("Spun out of Kolb Holding in 2019.", "Kolb Holding was spun out of Ostwind in 2019."),
    ("Sold to Kolb Holding in 2019.", "Kolb Holding was sold to you in 2019."),
    ("Depends on Kolb Holding.", "Kolb Holding depends on you."),
    ("Part of the Kolb group.", "The Kolb group is part of Ostwind."),
    ("Mira reports to Anika Rao.", "Anika Rao reports to you."),
    ("Former pupil of Anika Rao.", "Anika Rao is a former pupil of Mira."),
]

KEPT = [
    ("Subsidiary of Kolb Holding.", "You are a subsidiary of Kolb Holding."),
    ("Kolb Holding is the owner of Ostwind.", "The owner of Ostwind is Kolb Holding."),
    ("Distributor in France: Samsa.", "Your distributor in France is Samsa."),
]

OF_OTHERS = [
    "Its landlord opened a depot in Ghent.",
    "Anika Rao, its buyer, opened a depot in Ghent.",
    "One of its buyers, Anika Rao, opened a depot in Ghent.",
    "Ostwind supplies Kolb, which opened a depot in Ghent.",
    "Ostwind lost to Kolb, who opened a depot in Ghent.",
    "A customer of Ostwind opened a depot in Ghent.",
    "Kolb, a rival, opened a depot in Ghent.",
    "Ostwind's rivals have opened a depot in Ghent.",
    "Ostwind shrank and Kolb opened a depot in Ghent.",
    "The mayor opened a depot in Ghent for Ostwind.",
    "The mayor opened a depot in Ghent.",
    "A rival opened a depot in Ghent.",
    "The owner's son opened a depot in Ghent.",
    "Kolb is opening a depot in Ghent.",
    "Its landlord opens a depot in Ghent.",
]
OWN = [
    "Ostwind opened a depot in Ghent.",
    "It opened a depot in Ghent.",
    "In May 2025, opened a depot in Ghent.",
    "Opened a depot in Ghent.",
    "Ostwind bought a van and opened a depot in Ghent.",
    "Ostwind, which ships vans, opened a depot in Ghent.",
    "Ostwind and Kolb opened a depot in Ghent.",
    "Ostwind has opened a depot in Ghent.",
    "The founder opened a depot in Ghent.",
    "update: opened a depot in Ghent.",
]
DEEDS = [
    "Congratulations on opening a depot in Ghent.",
    "Congratulations, Mira, on having opened a depot in Ghent.",
    "Congratulations to you and your team on opening a depot in Ghent.",
    "Warm congratulations, Mira, on opening a depot in Ghent.",
]
TOLD = [
    "I saw you opened a depot in Ghent.",
    "Great to see you opening a depot in Ghent.",
    "You opened a depot in Ghent.",
    "Opening a depot in Ghent.",
]

SOMEBODY_ELSE = [
    ("Anika Rao became a partner in 2025.", "Congratulations, Mira, on becoming a partner in 2025."),
    ("Anika Rao became a partner in 2025.", "Congratulations on being a partner."),
    ("Anika Rao became a partner in 2025.", "Congratulations to Bo Lind on becoming a partner."),
    ("Anika Rao became a partner in 2025.", "Congratulations to Anika Rao on the partner."),
    ("Ostwind opened a depot.", "Congratulations to Kolb on the depot."),
    ("Ostwind opened a depot.", "Congratulations, Anika, on opening a depot."),
    ("Ostwind opened a depot.", "Thanks to Kolb for the depot."),
    ("Ostwind opened a depot.", "Congratulations, after two bad years, on opening a depot."),
    ("Ostwind opened a depot.", "Congratulations on."),
    ("A customer of Ostwind opened a depot in Ghent.", "Congratulations on your depot in Ghent."),
    ("Ostwind supplies Kolb, which opened a depot in Ghent.", "I saw your depot in Ghent."),
    ("Kolb, a rival, opened a depot in Ghent.", "Congratulations on the depot in Ghent."),
    ("The council opened a depot in Ghent.", "Congratulations on your depot in Ghent."),
    ("Lexim closed in 2016. The founder left Samsa in 2015.", "You left Samsa in 2015."),
    ("The founder of Lexim left Samsa in 2016.", "You left Samsa in 2016."),
    ("The founder, Jo Lind, left Samsa in 2016.", "You left Samsa in 2016."),
    ("The minister left Samsa in 2016.", "You left Samsa in 2016."),
]  # fmt: skip

PROMISES = [
    ("Our module is free for the first 200 vans.", "Our module is free."),
    ("Our module is free for the first 200 vans.", "Our module is free with us."),
    ("For the first 200 vans, our module is free.", "Our module is free."),
    ("From May 2026 our module is free.", "Our module is free."),
    ("Our module is free (first 200 vans).", "Our module is free."),
    ("Our module is free: first 200 vans.", "Our module is free."),
    ("Our module is free, up to 200 vans.", "Our module is free."),
    ("Our module is free; first 200 vans.", "Our module is free."),
    ("Our module is free in the first year.", "Our module is free."),
    ("Our module is free with a yearly plan.", "Our module is free."),
    ("Our module is free for 200 vans in the first year.", "Our module is free in the first year."),
    ("Our module is free for a year and 200 vans.", "Our module is free for a year."),
    ("We plug into Sage, in beta.", "We plug into Sage."),
    ("We go live in two weeks on Sage.", "We go live in two weeks."),
    ("We refund the fee within 30 days.", "We refund the fee."),
    ("Data stays in Canada for Canadian customers.", "Data stays in Canada with us."),
    ("We support 40 languages in the web app.", "We support 40 languages."),
]
WHOLE = [
    *{(whole, whole) for whole, _ in PROMISES},
    ("We plug into Sage; setup takes two days.", "We plug into Sage."),
    ("We plug into Sage, and we host in Canada.", "We plug into Sage."),
    ("We cut costs by 31% at Kolb (case study, 2025).", "At Kolb we cut costs by 31%."),
]


@family(("cell", "claim"), EXCHANGED)
def test_who_is_whose_is_never_exchanged(cell: str, claim: str):
    for column in ("Source notes", "Conversation notes"):
        assert kind(column, cell, claim) is not VerdictKind.OK


@family(("cell", "claim"), KEPT)
def test_a_whole_noun_phrase_may_change_its_side(cell: str, claim: str):
    assert kind("Conversation notes", cell, claim) is VerdictKind.OK


@family(("cell", "claim"), [(cell, claim) for cell in OF_OTHERS for claim in (*DEEDS, *TOLD)])
def test_a_deed_of_somebody_else_is_not_the_leads(cell: str, claim: str):
    for column in ("Source notes", "Conversation notes"):
        assert kind(column, cell, claim) is not VerdictKind.OK


@family(("cell", "claim"), [(cell, claim) for cell in OWN for claim in DEEDS])
def test_the_lead_is_congratulated_on_what_it_did(cell: str, claim: str):
    assert kind("Source notes", cell, claim) is VerdictKind.OK


@family(("cell", "claim"), SOMEBODY_ELSE)
def test_what_somebody_else_did_or_is_congratulated_on_holds(cell: str, claim: str):
    assert kind("Source notes", cell, claim) is not VerdictKind.OK


def test_somebody_else_may_be_congratulated_by_name_on_what_they_did():
    cell = "Anika Rao became a partner in 2025."
    claim = "Congratulations to Anika Rao on becoming a partner in 2025."
    assert kind("Source notes", cell, claim) is VerdictKind.OK
    assert kind("Source notes", "The founder left Samsa in 2016.", "You left Samsa in 2016.") is (
        VerdictKind.OK
    )


@family(("cell", "claim"), PROMISES)
def test_a_promise_of_ours_is_never_cut_short(cell: str, claim: str):
    assert kind("Our claims", cell, claim) is not VerdictKind.OK


@family(("cell", "claim"), WHOLE)
def test_an_approved_claim_passes_whole_or_by_its_clauses(cell: str, claim: str):
    assert kind("Our claims", cell, claim) is VerdictKind.OK
