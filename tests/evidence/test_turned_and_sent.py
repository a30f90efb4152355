"""Calls that claim nothing, what the lead wrote or asked for, and clauses turned around."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family

CAST = {"Company": "Ostwind Freight Co-op", "Contact": "Mira Dahl, COO"}
N, S, R = "Conversation notes", "Source notes", "Reply text"
BOARD = "An investment of SEK 95m in a kiln was approved by the board in December 2025."
BURTON = "Ostwind retreads 900 tyres a week at its plant in Burton."
YEARS = "Turnover was £48m in the year to March 2025 and £50m in the year to March 2026."
SHOULD = "The upgrade should be on line in 2027."
LOCKED = "But we are locked in with Kolb until May 2027."
PHONE = "Payments run through Kolb. She told us by phone that bookings cause errors."

CALLS = [
    "Could I show you in a short call one morning next week?",
    "May I send you two pages about it?",
    "Could I send you a page about it?",
    "Shall I send you two examples?",
    "Would one afternoon next week suit you?",
    "Would a short call help?",
]
NO_CALLS = [
    "May I send you two pages about your 40% growth?",
    "May I send you two pages about your new depot?",
    "Could I show you your two pages?",
    "May I show you why you lose two customers?",
    "Could you show me your three examples?",
    "May I send you two questions from Kolb?",
    "Would your 40 vans suit you?",
    "You have two pages.",
    "You need one morning a week.",
]

SAME = [
    (S, SHOULD, "As I understand it, the upgrade should be on line in 2027."),
    (S, SHOULD, "As far as I know, the upgrade should be on line in 2027."),
    (N, PHONE, "You told us by phone that bookings cause errors."),
    (S, BOARD, "In December 2025 your board approved an investment of SEK 95 million in a kiln."),
    (S, BURTON, "At your plant in Burton, 900 tyres are retreaded a week."),
    (S, BURTON, "900 tyres are retreaded a week at your plant in Burton."),
    (S, "Ostwind lost 900 tyres in Burton.", "In Burton, 900 tyres were lost."),
    (S, YEARS, "In the year to March 2025 your turnover was £48 million."),
    (S, YEARS, "In the year to March 2025, your turnover was £48 million."),
    (R, LOCKED, "In your reply you say that you are locked in with Kolb until May 2027."),
    (R, LOCKED, "In your last email, you wrote that you are locked in with Kolb until May 2027."),
    (N, "Mira asked for a written summary.", "Here is the written summary you asked for."),
    (N, "Mira asked for a written summary.", "Attached is the summary you asked for."),
    (S, "Ostwind Freight Co-op has 340 farms.", "The co-op has 340 farms."),
]

OTHER = [
    (S, SHOULD, "As I understand it, the upgrade will be on line in 2027."),
    (S, SHOULD, "As far as I know, the upgrade should be on line in 2026."),
    (S, SHOULD, "As you told me, the upgrade should be on line in 2027."),
    (N, PHONE, "You told us by email that bookings cause errors."),
    (N, PHONE, "You told us by phone that bookings cause no errors."),
    (N, "Came through Peter. She told us that bookings cause errors.", "You told us that bookings cause errors."),
    (N, "Kolb told us by phone that bookings cause errors.", "You told us by phone that bookings cause errors."),
    (S, BOARD, "In December 2024 your board approved an investment of SEK 95 million in a kiln."),
    (S, BOARD, "In December 2025 your bank approved an investment of SEK 95 million in a kiln."),
    (S, BOARD, "In December 2025 your board approved a kiln."),
    (S, BOARD, "Your board will approve an investment of SEK 95 million in a kiln."),
    (S, "The depot in Ghent was bought by Kolb for Lexim in May.", "Lexim bought the depot in Ghent for Kolb in May."),
    (S, BURTON, "At your plant in Burton, 900 tyres were retreaded a week."),
    (S, BURTON, "At your plant in Burton, 800 tyres are retreaded a week."),
    (S, BURTON, "At your plant in Burton, 900 tyres are retreaded a day."),
    (S, BURTON, "At your plant in Burton, 900 tyres can be retreaded a week."),
    (S, BURTON, "900 tyres are retreaded a week by Kolb."),
    (S, "Ostwind lost 900 tyres in Burton.", "In Burton, 900 tyres are lost."),
    (S, "Kolb retreads 900 tyres a week in Burton.", "In Burton, 900 tyres are retreaded a week."),
    (S, "Ostwind will retread 900 tyres a week in Burton.", "In Burton, 900 tyres are retreaded a week."),
    (S, YEARS, "In the year to March 2026 your turnover was £48 million."),
    (S, YEARS, "In the half year to March 2025 your turnover was £48 million."),
    (S, YEARS, "In the year from March 2025 your turnover was £48 million."),
    (R, LOCKED, "In your reply you say that you are locked in with Kolb until June 2027."),
    (R, LOCKED, "In your annual report you say that you are locked in with Kolb until May 2027."),
    (N, "She said they are locked in with Kolb.", "In your reply you say that you are locked in with Kolb."),
    (S, "Ostwind is locked in with Kolb.", "In your reply you say that you are locked in with Kolb."),
    (N, "Mira asked for a written summary.", "Here is the price list you asked for."),
    (N, "Mira asked for a written summary.", "Here is the written summary Kolb asked for."),
    (N, "Mira asked for a written summary.", "Here is the written summary you paid for."),
    (N, "Mira asked for a written summary.", "Here is the 10% discount you asked for."),
    (N, "Mira did not ask for a written summary.", "Here is the written summary you asked for."),
    (N, "Kolb asked for a written summary.", "Here is the written summary you asked for."),
    (N, "Mira has a written summary.", "Here is the written summary you asked for."),
    (S, "Kolb Co-op closed. The co-op had 340 farms.", "You had 340 farms."),
]  # fmt: skip


@family("text", CALLS)
def test_an_offer_to_show_or_send_claims_nothing(text: str):
    verdict = judge(Draft(text), {**CAST, S: "Ships vans."})
    assert (verdict.kind, verdict.claims) == (VerdictKind.OK, ())


@family("text", NO_CALLS)
def test_an_offer_that_tells_of_the_lead_holds(text: str):
    assert judge(Draft(text), {**CAST, S: "Ships vans."}).kind is not VerdictKind.OK


@family(("column", "cell", "claim"), SAME)
def test_a_turned_or_framed_sentence_says_the_same(column: str, cell: str, claim: str):
    verdict = judge(Draft(claim), {**CAST, column: cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for found in verdict.claims:
        assert cell[found.start : found.end] == found.quote


@family(("column", "cell", "claim"), OTHER)
def test_a_turned_or_framed_sentence_that_says_something_else_holds(
    column: str, cell: str, claim: str
):
    assert judge(Draft(claim), {**CAST, column: cell}).kind is not VerdictKind.OK
