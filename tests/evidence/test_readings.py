"""One pair for each way in which a sentence may differ from its quote, and may not."""

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind

CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}

SAME = [
    # inflection, number, abbreviations
    ("Ostwind opens a depot in Ghent.", "Ostwind opens a depot in Ghent."),
    ("Ostwind opened a depot in Ghent.", "Congrats on opening the depot in Ghent."),
    ("Ostwind named Jo Lind Vice President of Sales.", "Ostwind named Jo Lind VP of Sales."),
    ("Ostwind acquired Kolb in 2021.", "You bought Kolb in 2021."),
    ("Ostwind acquired Kolb in 2021.", "Ostwind has acquired Kolb in 2021."),
    ("Works with Kolb since 2019.", "You have worked with Kolb since 2019."),
    ("Ostwind didn't renew with Kolb.", "Ostwind did not renew with Kolb."),
    ("Ostwind cannot ship on Sundays.", "You can't ship on Sundays."),
    # the lead by any of its names
    ("The company runs 12 depots.", "Ostwind runs 12 depots."),
    ("Ostwind leads. It runs 12 depots.", "You run 12 depots."),
    ("Mira Dahl spoke at Porto Forum.", "You spoke at Porto Forum."),
    # voice
    ("Kolb was acquired by Ostwind in 2021.", "You acquired Kolb in 2021."),
    ("Ostwind acquired Kolb in 2021.", "Kolb was acquired by Ostwind in 2021."),
    ("Ostwind raised a $9 million Series A led by Nordfund.", "Nordfund led the round."),
    ("Tours are planned by hand.", "You plan tours by hand."),
    ("A depot in Ghent opened on 3 May 2024.", "You opened a depot in Ghent on 3 May 2024."),
    ("Budget owner: Kim Aas.", "Kim Aas is the budget owner."),
    ("Budget owner is Kim Aas.", "Kim Aas owns the budget."),
    # order
    ("Ostwind opened a depot in Ghent in May 2024.", "In May 2024, Ostwind opened a depot in Ghent."),
    ("In May 2024 Ostwind opened a depot in Ghent.", "Ostwind opened a depot in Ghent in May 2024."),
    ("Contract with Kolb ends in May 2026.", "Your Kolb contract ends in May 2026."),
    ("Instagram: 214k followers.", "You have over 200,000 Instagram followers."),
    ("Revenue grew 14% in 2024.", "Congrats on 14% revenue growth in 2024."),
    # counting and measuring
    ("140 staff, 31 drivers.", "Only 31 of your 140 staff are drivers."),
    ("14 vans, 5 electric.", "You have 14 vans, 5 of them electric."),
    ("The careers page lists 22 open jobs, 5 of them drivers.", "Your careers page lists 5 driver jobs."),
    ("Checkout page load measured at 6.2 s.", "Your checkout page takes 6.2 s to load."),
    ("Ostwind operates 52 vans in Bonn.", "You have more than 50 vans in Bonn."),
    ("Hiring: 3 planners, 2 fitters.", "You are hiring 3 planners and 2 fitters."),
    ("Revenue grew 14%.", "Your revenue grew by 14 percent."),
    # what may be left out
    ("Ostwind (founded 1990) runs 12 depots.", "Ostwind runs 12 depots."),
    ("Ostwind, a family firm, runs 12 depots.", "Ostwind runs 12 depots."),
    ("Ostwind runs (in Bonn) 12 depots.", "Ostwind runs 12 depots."),
    ("Ostwind runs depots in Ghent, Leeds and York.", "Ostwind runs depots in Ghent and York."),
    ("Ostwind opened a depot in May 2024 and closed a yard in Bonn.", "Ostwind closed a yard in Bonn."),
    ("Ostwind moved from Lexim to Kolb in 2022.", "Ostwind moved to Kolb in 2022."),
    ("Ostwind opened a large depot in Ghent.", "Ostwind opened a depot in Ghent."),
    ("Ostwind reopens the yard on 12 May 2026 after a refit.", "Ostwind reopens the yard on 12 May 2026."),
    ("CEO Lee Park told Port News volumes fell.", "Lee Park told Port News volumes fell."),
    ("Ostwind grew 14% in 2024.", "Ostwind grew 14%."),
    ("Ostwind was fined in 2023, but not in 2024.", "Ostwind was fined in 2023, but not in 2024."),
    # two claims in one sentence
    ("Ostwind runs 12 depots. Uses paper forms.", "You run 12 depots and use paper forms."),
    # questions and offers
    ("Uses paper forms for dock planning.", "How do you handle dock planning today?"),
    ("Uses paper forms for dock planning.", "Do you still use paper forms?"),
    ("Uses paper forms for dock planning.", "Are you the right person to ask?"),
    ("Uses paper forms for dock planning.", "Happy to share more on dock planning."),
    ("Met at Porto Forum.", "Great meeting you at Porto Forum."),
    ("Sam said planning is done on paper.", "Sam said planning is done on paper."),
    ('Job post: Yard Planner, "knows dock software well".', 'Your Yard Planner post asks for "knows dock software well".'),
    ('Lee Park said: "We will open a yard in Cork."', "Lee Park said you will open a yard in Cork."),
]  # fmt: skip

OTHER = [
    ("Ostwind will open a depot in Ghent.", "Ostwind opened a depot in Ghent."),
    ("Ostwind opened a depot in Ghent.", "Ostwind is opening a depot in Ghent."),
    ("Ostwind is profitable in Ghent.", "Ostwind was profitable in Ghent."),
    ("Ostwind has 12 depots in Ghent.", "Ostwind had 12 depots in Ghent."),
    ("Ostwind acquired Kolb in 2021.", "Ostwind was acquired by Kolb in 2021."),
    ("Ostwind acquired Kolb in 2021.", "Ostwind was acquired in 2021."),
    ("Kolb was acquired in 2021.", "Kolb acquired in 2021 a yard."),
    ("Ostwind acquired Kolb's yard in Bonn.", "Ostwind acquired Kolb."),
    ("Kolb's CEO left in May.", "Kolb left in May."),
    ("Kolb runs 40 depots.", "You run 40 depots."),
    ("Kolb: 40 depots.", "You have 40 depots."),
    ("No budget this year.", "You have budget this year."),
    ("Ostwind plans to close a yard.", "Ostwind is closing a yard."),
    ("Plans to close a yard in Bonn.", "You closed a yard in Bonn."),
    ("If funded, Ostwind will close a yard.", "Ostwind will close a yard."),
    ("Until 2020, Ostwind ran a yard in Bonn.", "Ostwind ran a yard in Bonn."),
    ("Ostwind will close a yard if volumes fall.", "Ostwind will close a yard."),
    ("Ostwind will close a yard, pending approval.", "Ostwind will close a yard."),
    ("Ostwind ships daily, but only in summer.", "Ostwind ships daily."),
    ("Ostwind failed to ship in May.", "Ostwind failed."),
    ("Ostwind lost half of its drivers.", "Ostwind lost half."),
    ("Ostwind grew 14% in Spain.", "Ostwind grew 14%."),
    ("Ostwind grew 14% in Spain in 2024.", "Ostwind grew 14% in 2024."),
    ("Ostwind is the largest carrier in Ghent.", "Ostwind is the largest carrier."),
    ("Ostwind never ships on Sundays.", "Ostwind never ships."),
    ("Ostwind answers within 2 hours on weekdays.", "Ostwind answers within 2 hours."),
    ("Ostwind pays 5 to 7 euros.", "Ostwind pays 5."),
    ("Ostwind sold 40 vans to Kolb.", "Ostwind sold 40 vans from Kolb."),
    ("Ostwind moved vans from Ghent to Bonn.", "Ostwind moved vans from Bonn to Ghent."),
    ("Ostwind has 38 drivers and depots in Bonn.", "Ostwind has 38 drivers in Bonn."),
    ("Uses Kolb; renewal in October.", "Your Kolb renewal is in October."),
    ("Ostwind, Kolb said, is slow.", "Ostwind is slow and Kolb said."),
    ("Ostwind hired 12 drivers. Kolb hired 40 planners.", "Ostwind hired 40 planners."),
    ("100 staff, 60 drivers.", "Only 60 of your 100 staff are drivers."),
    ("140 staff, 31 drivers.", "Only 31 of your 140 staff are planners."),
    ("New CEO since May.", "Mira Dahl is your new CEO."),
    ("Ostwind opened a depot in Ghent.", "Ostwind opened a depot in Ghent, the largest there."),
    ("Ostwind opened a depot in Ghent.", "Every depot in Ghent opened."),
    ("Ostwind runs 5-7 yards.", "Ostwind runs 5 and 7 yards."),
    ("Ostwind runs five yards, two depots.", "Ostwind runs five - two yards."),
    ("Ostwind ranks third-largest in Ghent.", "Ostwind ranks largest in Ghent."),
    ("Uses paper forms for dock planning.", "You said you use paper forms for dock planning."),
    ("Uses paper forms for dock planning.", "Why did paper forms fail you?"),
    ("Uses paper forms for dock planning.", "How do you cope with your 12 depots?"),
    ("Uses paper forms for dock planning.", "You use pencil forms?"),
    ("Uses paper forms for dock planning.", "Do you use Kolb for dock planning?"),
    ("Uses paper forms for dock planning.", "Would 40 depots be too many?"),
    ("Ostwind runs (for Kolb) some of 12 depots.", "Ostwind runs of 12 depots."),
    ("Budget approved for 2026.", "Your budget was approved in 2026."),
    ("Uses paper forms for dock planning.", "Since you closed Bonn, how is dock planning?"),
    ("Uses paper forms for dock planning.", "Do you use the Kolb forms for dock planning?"),
    ("Uses paper forms for dock planning.", "Happy to share how we fixed dock planning."),
    ('Job post: Yard Planner, "knows dock software well".', 'Your Driver post asks for "knows dock software well".'),
    ('Job post: Yard Planner, not "a dock software expert".', 'Your job post asks for "a dock software expert".'),
    ("Ostwind runs a yard in the U.S. Virgin Islands.", "Ostwind runs a yard in the U.K."),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "claim"), SAME)
def test_a_faithful_rewriting_passes(cell: str, claim: str):
    verdict = judge(Draft(claim), {**CAST, "Source notes": cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line


@pytest.mark.parametrize(("cell", "claim"), OTHER)
def test_a_sentence_that_says_something_else_is_held(cell: str, claim: str):
    assert judge(Draft(claim), {**CAST, "Source notes": cell}).kind is not VerdictKind.OK


@pytest.mark.parametrize(
    ("cell", "claim"),
    [
        (cell, claim)
        for cell, claim in SAME
        if "." not in cell[:-1]
        and claim[-1] == "."
        and claim[:5] != "Happy"
        and "post" not in claim
    ],
)
def test_no_rewriting_passes_on_a_cell_that_denies_it(cell: str, claim: str):
    words = cell[0].lower() + cell[1:].rstrip(".")
    verdict = judge(Draft(claim), {**CAST, "Source notes": f"It is not true that {words}."})
    assert verdict.kind is not VerdictKind.OK
