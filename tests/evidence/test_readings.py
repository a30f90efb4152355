"""One pair for each way in which a sentence may differ from its quote, and may not."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family

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
    # rates and shares
    ("Ostwind ships 40 parcels a day.", "You ship 40 parcels every day."),
    ("Ostwind ships 40 parcels daily.", "You ship 40 parcels per day."),
    ("Tolls make up roughly a third of costs.", "Tolls account for about a third of your costs."),
    ("Its fleet consists of 62 vans, a third of them electric.", "Your fleet has 62 vans, a third of them electric."),
    # levels
    ("Turnover was £21m, up from £18m a year earlier.", "Your turnover rose from £18m to £21m."),
    ("Turnover rose from £18m to £21m in 2024.", "Your turnover was £21m in 2024, up from £18m."),
    ("140 staff, 35 of them in customs.", "35 of your 140 staff work in customs."),
    ("16 sites, 4 with cameras.", "Four of your 16 sites have cameras."),
    ("Budget for a new line is about £80k.", "You have a budget of about £80,000 for a new line."),
    # who and whom
    ("Founded in 1998 by Irina Kol.", "Irina Kol founded Ostwind in 1998."),
    ("Founded in 1998.", "Ostwind was founded in 1998."),
    ("Ostwind was named Carrier of the Year by HAE in May 2025.", "HAE named you Carrier of the Year in May."),
    ("Two of its four kilns were replaced in 2023.", "You replaced two of your four kilns in 2023."),
    ("45 of the flats are being renovated.", "You are renovating 45 of the flats."),
    ("CEO Lee Park told Port News that volumes fell.", "Your CEO Lee Park said in Port News that volumes fell."),
    ("CEO Lee Park said at Expo: 'Volumes fell.'", "Your CEO said 'Volumes fell.'"),
    ("Uses our competitor Kolb in Antwerp.", "You use Kolb in Antwerp."),
    ("Mira started in May. Two people left her team in spring.", "Two people left your team in spring."),
    ("Mira covers payroll herself.", "You cover payroll yourself."),
    ('Mira: "On-call is wearing people out."', 'You said "On-call is wearing people out."'),
    ("Mira says failed drops are around 6%.", "You said failed drops are around 6%."),
    ("Mira asked if we ship to Ghent.", "You asked whether we ship to Ghent."),
    ("Mira mentioned that appeals take 40 days.", "As you mentioned, appeals take 40 days."),
    # what may be left out, further
    ("It supplies bumpers to Nissan and dashboards to JLR.", "You supply dashboards to JLR."),
    ("Ostwind sold its yard to Kolb for £6 million last autumn.", "You sold your yard to Kolb last autumn."),
    ("Ostwind won the Green Award in 2022 and again in 2024.", "You won the Green Award in 2024."),
    ("Its order book is worth £4 million and stretches into 2027.", "Your order book stretches into 2027."),
    ("Rated 4.7 out of 5 by 12,400 customers on Trustpilot.", "You're rated 4.7 out of 5 on Trustpilot."),
    ("Current yard contractor: Kolb plc, since 2018.", "Kolb has been your yard contractor since 2018."),
    ("Ostwind has shipped from Bonn since 2009.", "You have been shipping from Bonn since 2009."),
    ("Harbour Stout took gold at the Beer Awards 2024.", "Congrats on gold at the Beer Awards for your Harbour Stout."),
    ("A tenth home, in Sligo, is due to open in early 2026.", "You are due to open a tenth home in Sligo in early 2026."),
    ('Job advert: "Dispatcher, must be comfortable with manual route sheets."', 'Your job advert asks for someone "comfortable with manual route sheets".'),
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
    # who did it
    ("Kolb was acquired in 2021.", "You acquired Kolb in 2021."),
    ("The Leeds office of Kolb was closed in 2021.", "You closed the Leeds office of Kolb in 2021."),
    ("Its Vienna service was shut by regulators in 2024.", "You shut your Vienna service in 2024."),
    ("Ostwind was sued in 2024.", "Ostwind sued in 2024."),
    ("Founded in 1998.", "Mira Dahl founded Ostwind in 1998."),
    ("Named best employer in 2023.", "You named the best employer in 2023."),
    ("Works with Kolb.", "You work with Ostwind."),
    ("Its accountant (Marc) uses Sage.", "You use Sage."),
    ("Kolb bought a yard in Bonn. It runs 40 depots.", "You run 40 depots."),
    ("Kolb bought a yard in Bonn. Its fleet has 40 vans.", "Your fleet has 40 vans."),
    ("Tom (CFO) owns the budget. He wants a demo.", "You want a demo."),
    ("Mira met Tom at Expo. He wants a demo.", "You want a demo."),
    ("Wrote off 40 vans.", "Mira Dahl said you wrote off 40 vans."),
    # scope
    ("Ostwind opened no yard in Spain in 2024.", "You opened no yard in 2024."),
    ("Ostwind did not open a yard in Spain in 2024.", "You did not open a yard in 2024."),
    ("Ostwind has no large depots.", "Ostwind has no depots."),
    ("No plans to hire this year.", "You have no plans to hire."),
    ("Ostwind has had no accident since March 2023.", "You have had no accident."),
    ("Ostwind answers within 2 hours on average.", "Ostwind answers within 2 hours."),
    ("Ostwind answers within 2 hours on average in Leeds.", "Ostwind answers within 2 hours in Leeds."),
    ("Ostwind employs 52 planners in Oslo and Bergen.", "You employ 52 planners in Oslo."),
    ("Ostwind runs 3 depots in Hull, Leeds and York.", "You run 3 depots in Hull and York."),
    ("Ashby and Minster have 40 pupils.", "Minster has 40 pupils."),
    ("Ostwind operates 12 depots for vans and trucks.", "Ostwind operates trucks."),
    ("Ostwind merged Kolb and Nord.", "Ostwind merged Nord."),
    # the present and the past
    ("Lead time: 9 weeks.", "Your lead time was 9 weeks."),
    ("Next audit: 9 February.", "Your next audit was on 9 February."),
    ("No decision before the meeting.", "I understand there was no decision before the meeting."),
    ("Ostwind has shipped from Bonn since 2009.", "You had been shipping from Bonn since 2009."),
    ("45 of the flats are being renovated.", "You were renovating 45 of the flats."),
    # rates and shares, places
    ("Ostwind ships 40 parcels a day.", "You ship 40 parcels."),
    ("Ostwind ships 40 parcels a day.", "You ship 40 parcels every week."),
    ("About a third of its vans are electric.", "A third of your vans are electric."),
    ("A third of its vans are electric.", "Two thirds of your vans are electric."),
    ("Ostwind signed a venture with Kolb in Oslo.", "Congrats on signing a venture in Kolb."),
    ("Prices rose by 14%.", "Your prices rose for 14%."),
    ("140 staff, 35 drivers.", "35 of all your 140 staff are drivers."),
    ("Uses paper. Partner: Carla.", "You use paper and your partner."),
    ("Mira Dahl spoke at Porto Forum.", "Hi Kolb,"),
]  # fmt: skip


@family(("cell", "claim"), SAME)
def test_a_faithful_rewriting_passes(cell: str, claim: str):
    verdict = judge(Draft(claim), {**CAST, "Source notes": cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line


@family(("cell", "claim"), OTHER)
def test_a_sentence_that_says_something_else_is_held(cell: str, claim: str):
    assert judge(Draft(claim), {**CAST, "Source notes": cell}).kind is not VerdictKind.OK


@family(
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


def test_another_cell_with_the_same_words_and_no_number_contradicts_nothing():
    cells = {
        **CAST,
        "Source notes": "Ostwind runs 12 depots in Ghent.",
        "News": "Runs depots in Ghent.",
    }
    assert judge(Draft("You run 12 depots in Ghent."), cells).kind is VerdictKind.OK


def test_another_cell_with_another_number_beside_the_same_noun_needs_a_person():
    cells = {
        **CAST,
        "Source notes": "Ostwind runs 12 depots in Ghent.",
        "News": "Runs 14 depots in Ghent.",
    }
    assert judge(Draft("You run 12 depots in Ghent."), cells).kind is VerdictKind.CHECK


@family("greeting", ["Hi Mira,", "Hello Ms Dahl,", "Dear Dr. Dahl,", "Hi Mir,", "Hi all,"])
def test_the_contact_is_greeted_by_any_form_of_the_name(greeting: str):
    assert judge(Draft(greeting), CAST).kind is VerdictKind.OK


def test_without_a_contact_anybody_may_be_greeted():
    assert judge(Draft("Hi Kolb,"), {"Company": "Ostwind"}).kind is VerdictKind.OK


def test_what_was_read_in_a_paper_must_be_of_that_paper():
    cells = {**CAST, "Source notes": "Port News says Ostwind runs 12 depots."}
    assert (
        judge(Draft("I read in Bonn Times that you run 12 depots."), cells).kind
        is not VerdictKind.OK
    )
