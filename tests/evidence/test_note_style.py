"""Notes in their own style (fragments, shorthand, figures): what they bear out and what they do not."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family

CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}

SAME = [
    # dates and numbers in digits
    ("Source notes", "Ostwind opened a depot in Ghent on 17/02/2026.", "You opened a depot in Ghent on 17 February 2026."),
    ("Source notes", "Ostwind opened a depot in Ghent on 2/27/2026.", "You opened a depot in Ghent on 27 February 2026."),
    ("Source notes", "Ostwind opened a depot in Ghent on 3.9.2025.", "You opened a depot in Ghent on 3 September 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 3.19.2025.", "You opened a depot in Ghent on 19 March 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 05/05/2025.", "You opened a depot in Ghent on 5 May 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 2025/11/04.", "You opened a depot in Ghent on 4 November 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent in 12/2024.", "You opened a depot in Ghent in December 2024."),
    ("Source notes", "Ostwind opened a depot in Ghent in Feb '24.", "You opened a depot in Ghent in February 2024."),
    ("Source notes", "Ostwind opened a depot in Ghent on 17 February 2026.", "You opened a depot in Ghent on 17/02/2026."),
    ("Source notes", "Ostwind has 15 000 vans.", "You have 15,000 vans."),
    ("Source notes", "2025: 1 306 vans.", "You have 1,306 vans."),
    ("Source notes", "Threshold for an award 15 000 €.", "The threshold for an award is €15,000."),
    ("Source notes", "Energy bill 2024: 2.9 Mio. EUR.", "Your energy bill for 2024 was 2.9 million EUR."),
    ("Source notes", "Depot closed Nov-Feb.", "Your depot is closed from November to February."),
    ("Source notes", "Costs are under 50 €/month.", "Your costs are under 50 € a month."),
    ("Source notes", "Capacity of 7,400 pods/yr.", "You have a capacity of 7,400 pods a year."),
    ("Source notes", "Capacity of 7,400 pods p.a.", "You have a capacity of 7,400 pods a year."),
    ("Source notes", "Ostwind has 1,040 vans.", "You have just more than 1,000 vans."),
    # shorthand and accents
    ("Source notes", "Depot w/ 40 docks in Ghent.", "You have a depot with 40 docks in Ghent."),
    ("Conversation notes", "Legal needs 6 wks for a review.", "Legal needs 6 weeks for a review."),
    ("Conversation notes", "Out til May.", "You are out until May."),
    ("Conversation notes", "Rec'd the permit in May.", "You received the permit in May."),
    ("Source notes", "Crepe cafe in Ghent.", "Your crêpe café in Ghent."),
    ("Source notes", "Payroll s/w is Kolb.", "Your payroll software is Kolb."),
    # marks of notes
    ("Source notes", "ELD vendor = Samsa.", "Samsa is your ELD vendor."),
    ("Source notes", "Portal -- land bank 3,900 plots -- 12 docks -- 3 sites.", "The land bank holds 3,900 plots."),
    ("Source notes", "Printer since Dec. Ships vans from Ghent.", "You ship vans from Ghent."),
    # light verbs
    ("Source notes", "46 trucks, 12 of them on gas.", "You run 46 trucks, 12 of them on gas."),
    ("Source notes", "Free returns within 30 days.", "You offer free returns within 30 days."),
    ("Source notes", "Same-day dispatch for orders before 2 pm; 26 staff.", "You offer same-day dispatch for orders before 2 pm."),
    ("Source notes", "Online booking via Kolb.", "You take online bookings via Kolb."),
    ("Source notes", "Bookings through Kolb.", "You take bookings through Kolb."),
    ("Source notes", "Knitting club on Thursdays.", "Your knitting club takes place on Thursdays."),
    ("Source notes", "Maker of trolleys, Ghent; 64 staff.", "You make trolleys in Ghent."),
    ("Source notes", "Tile maker, Ghent.", "You make tiles in Ghent."),
    ("Source notes", "Distributor in France: Medi SAS.", "Medi SAS is your distributor in France."),
    ("Source notes", "Customers: Kolb, Lexim.", "Your customers include Kolb and Lexim."),
    ("Source notes", "Customers: Kolb, Lexim.", "Kolb and Lexim are among your customers."),
    ("Source notes", "Completions 2025: 612.", "Your completions in 2025 came to 612."),
    ("Source notes", "Completions in 2025: 612.", "Your completions in 2025 totalled 612."),
    ("Source notes", "Kolb = 70% of sales.", "Kolb stands for 70% of sales."),
    ("Source notes", "Budget for a trial: up to £3,000, if the board agrees.", "There is a budget of up to £3,000 for a trial, if the board agrees."),
    # doers left out
    ("Source notes", "31 homes completed in 2025, 44 planned for 2026.", "You completed 31 homes in 2025 and have 44 planned for 2026."),
    ("Source notes", "New plasma cutter installed Oct 2025.", "You installed a new plasma cutter in October 2025."),
    ("Source notes", "Day passes sold online: 63 percent.", "63% of day passes were sold online."),
    ("Source notes", "Permission granted for the Hull site (18 homes) on 9 December 2025.", "Permission for the Hull site was granted on 9 December 2025."),
    ("Source notes", "Flu jabs: 640 a month on average.", "You did 640 flu jabs a month on average."),
    ("Source notes", "Shop: opening moved from May to June.", "The opening of your shop was moved from May to June."),
    ("Source notes", "Refurbished the west wing last winter: 22 rooms.", "You refurbished the west wing, 22 rooms, last winter."),
    ("Relevance signal", "Vacancy: volunteer coordinator, part-time.", "I saw your vacancy for a part-time volunteer coordinator."),
    ("Relevance signal", "Job ad on Kolbjobs: planner.", "I came across your job ad for a planner on Kolbjobs."),
    ("Source notes", "Planner vacancies: Derby, Corby.", "I saw planner vacancies in Derby and Corby."),
    ("Source notes", "Swap batteries by cargo bike.", "Your batteries are swapped by cargo bike."),
    ("Conversation notes", "Sends samples from stock in Ghent.", "Samples are sent from stock in Ghent."),
    ("Source notes", "Case list is kept in Excel by two clerks.", "Two clerks keep your case list in Excel."),
    ("Source notes", "Claims system built in-house.", "Your claims system was built in-house."),
    ("Source notes", "Showroom in Bonn open since Jan '25.", "Your showroom in Bonn has been open since January 2025."),
    ("Source notes", "Ships to Kolb; 26 tons of waste collected in 2025 by 1,900 volunteers; audited since 2009.", "In 2025 your 1,900 volunteers collected 26 tons of waste."),
    ("Source notes", "Scheme launched 2 May 2025 and had 20,300 members by Christmas.", "Your scheme had over 20,000 members by Christmas."),
    ("Source notes", "Accepts Kolb and Lexim; stopped taking Aetna on 1 May 2026.", "Ostwind stopped taking Aetna on 1 May 2026."),
    ("Source notes", "TripAdvisor 4.5 (812 reviews).", "You have a TripAdvisor rating of 4.5 from 812 reviews."),
    ("Source notes", "Google: 4.9 (233).", "Your Google rating is 4.9 from 233 reviews."),
    # what the lead is, and how it counts
    ("Source notes", "Steel fabricator, Hull; 38 staff.", "You have 38 staff."),
    ("Source notes", "Lodge near Hull, 64 rooms.", "You have 64 rooms."),
    ("Source notes", "Depot waste 34 % (2024).", "Depot waste was 34% in 2024."),
    ("Source notes", "31 staff, of these 4 nurses.", "4 of your 31 staff are nurses."),
    ("Source notes", "Ostwind has 52 shops; 8 of them opened in 2025.", "Ostwind has 52 shops, 8 of which opened in 2025."),
    ("Source notes", "Ostwind performs 9,500 tests a year at two sites, Hull and Bex. Tests are 70% of sales.", "Ostwind performs 9,500 tests a year at two sites."),
    ("Source notes", "Ostwind has 6 sites in Bonn. 580 children enrolled.", "You have 6 sites in Bonn and 580 children enrolled."),
    ("Source notes", "Two ships ordered at Kolb, first one due Q1 2027.", "Two ships have been ordered at Kolb, with the first one due in Q1 2027."),
    ("Source notes", "CEO Jo Lind leaves end of April.", "CEO Jo Lind leaves at the end of April."),
    ("Source notes", "One star awarded in May 2025.", "Congratulations on the star awarded in May 2025."),
]  # fmt: skip

OTHER = [
    # dates in digits
    ("Source notes", "Ostwind opened a depot in Ghent on 17/02/2026.", "Ostwind opened a depot in Ghent on 17 March 2026."),
    ("Source notes", "Ostwind opened a depot in Ghent on 03/09/2025.", "Ostwind opened a depot in Ghent on 3 September 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 03/09/2025.", "Ostwind opened a depot in Ghent on 9 March 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 3.9.2025.", "Ostwind opened a depot in Ghent on 9 March 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 2/27/2026.", "Ostwind opened a depot in Ghent on 2 July 2026."),
    ("Source notes", "Ostwind opened a depot in Ghent on 19.11.2025.", "Ostwind opened a depot in Ghent on 11 November 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent on 03/09/2025.", "Ostwind opened a depot in Ghent on 03/10/2025."),
    ("Source notes", "Ostwind opened a depot in Ghent in Feb '24.", "Ostwind opened a depot in Ghent in February 2025."),
    ("Source notes", "Ostwind opened a depot in Ghent in 12/2024.", "Ostwind opened a depot in Ghent in November 2024."),
    ("Source notes", "Trial w/ Kolb, Jan-Jun 2026.", "You have a trial with Kolb from January to July 2026."),
    ("Source notes", "Budget until 31/12/2026.", "You have a budget from 31 December 2026."),
    # spaced thousands
    ("Source notes", "Hall 12 300 vans.", "You have 12,300 vans."),
    ("Source notes", "Ostwind has 15 000 vans.", "Ostwind has 15 vans."),
    ("Source notes", "Ostwind has 15 000 vans.", "Ostwind has 150,000 vans."),
    ("Source notes", "In 2025 300 vans were sold.", "2,025,300 vans were sold."),
    ("Source notes", "Energy bill 2.9 Mio. EUR.", "Your energy bill is 2.9 billion EUR."),
    ("Source notes", "Energy bill 2.9 Mio. USD.", "Your energy bill is 2.9 million EUR."),
    ("Source notes", "Energy bill 2.9 Mio.", "Your energy bill is 2.9 million EUR."),
    # shorthand
    ("Source notes", "Depot w/o docks in Ghent.", "You have a depot with docks in Ghent."),
    ("Source notes", "Deliveries start wk 14.", "Deliveries start in month 14."),
    ("Source notes", "Contract til 2027.", "You have a contract after 2027."),
    ("Source notes", "Legal needs 6 wks for a review.", "Legal needs 6 days for a review."),
    ("Source notes", "Avg. delay 47 days.", "Your delay is 47 days."),
    ("Source notes", "7,400 pods/yr capacity.", "You make 7,400 pods a year."),
    ("Source notes", "7,400 pods/yr capacity.", "You have a capacity of 7,400 pods a month."),
    # labels, "=" and "//"
    ("Source notes", "Old ELD vendor = Samsa.", "Samsa is your ELD vendor."),
    ("Source notes", "ELD vendor = Samsa.", "Samsa is your payroll vendor."),
    ("Source notes", "Returns portal // 350 shops // competitor of Kolb.", "Kolb has 350 shops."),
    ("Source notes", "Returns portal // 350 shops // competitor of Kolb.", "You are a competitor of 350 shops."),
    ("Source notes", "Portal // not live // 350 shops.", "Your portal is live."),
    ("Source notes", "Kolb = 70% of sales.", "Kolb stands for 70% of your vans."),
    # light verbs
    ("Source notes", "40 vans planned.", "You run 40 vans."),
    ("Source notes", "Plans 40 vans.", "You run 40 vans."),
    ("Source notes", "Kolb: 40 vans.", "You run 40 vans."),
    ("Source notes", "Had 40 vans.", "You run 40 vans."),
    ("Source notes", "40 vans sold in May.", "You run 40 vans."),
    ("Source notes", "40 vans, sold in May.", "You run 40 vans."),
    ("Source notes", "40 vans (from 2027).", "You run 40 vans."),
    ("Source notes", "40 competitors.", "You run 50 competitors."),
    ("Source notes", "Free returns from Kolb.", "You offer free returns."),
    ("Source notes", "Free returns planned.", "You offer free returns."),
    ("Source notes", "Free returns until May.", "You offer free returns."),
    ("Source notes", "No free returns.", "You offer free returns."),
    ("Source notes", "Free returns, but only in Spain.", "You offer free returns."),
    ("Source notes", "Wants free returns.", "You offer free returns."),
    ("Conversation notes", "Free pilot for 30 days.", "You offer a free pilot for 30 days."),
    ("Conversation notes", "Free returns.", "You offer free returns."),
    ("Source notes", "Evaluates Kolb and Lexim.", "You use Kolb and Lexim."),
    ("Source notes", "Kolb and Lexim.", "You offer Kolb and Lexim."),
    ("Source notes", "Kolb and Lexim.", "You use Kolb and Lexim."),
    ("Source notes", "Land bank 3,900 plots.", "The land bank holds 3,900 acres."),
    ("Source notes", "Maker of vans.", "You make vans and bikes."),
    ("Source notes", "Former maker of vans.", "You make vans."),
    ("Source notes", "Maker of vans until 2020.", "You make vans."),
    ("Source notes", "Supplier to a maker of vans.", "You make vans."),
    ("Source notes", "Kolb, maker of vans.", "You make vans."),
    ("Source notes", "Rival of Kolb, maker of vans.", "You make vans."),
    ("Source notes", "Sales at Kolb came to 612.", "Your sales came to 612."),
    ("Source notes", "Sales target 612.", "Your sales came to 612."),
    # notes without a doer
    ("Source notes", "31 homes completed by Kolb in 2025.", "You completed 31 homes in 2025."),
    ("Source notes", "31 homes completed for Kolb in 2025.", "You completed 31 homes in 2025."),
    ("Source notes", "31 homes to be completed in 2025.", "You completed 31 homes in 2025."),
    ("Source notes", "31 homes not completed in 2025.", "You completed 31 homes in 2025."),
    ("Source notes", "31 homes damaged in 2025.", "You damaged 31 homes in 2025."),
    ("Source notes", "31 homes sold in 2025, 44 planned for 2026.", "You sold 44 homes in 2026."),
    ("Source notes", "Kolb: 31 homes completed in 2025.", "You completed 31 homes in 2025."),
    ("Source notes", "Day passes sold online: 63%.", "63% of season passes were sold online."),
    ("Source notes", "Day passes sold online: 63%.", "63% of day passes were sold at the gate."),
    ("Source notes", "Permission granted for the Bonn site in May.", "Permission for the Ghent site was granted in May."),
    ("Source notes", "Permission refused for the Bonn site in May.", "Permission for the Bonn site was granted in May."),
    ("Source notes", "Swap batteries by cargo bike.", "Your batteries are swapped by van."),
    ("Source notes", "Does not swap batteries by cargo bike.", "Your batteries are swapped by cargo bike."),
    ("Source notes", "Plan: swap batteries by cargo bike.", "Your batteries are swapped by cargo bike."),
    ("Source notes", "The list is kept in Excel by two clerks.", "Two drivers keep the list in Excel."),
    ("Source notes", "The list was kept in Excel by two clerks.", "Two clerks keep the list in Excel."),
    ("Source notes", "Shop: opening moved from May to June.", "The opening of your depot was moved from May to June."),
    ("Source notes", "Shop: opening moved from May to June.", "The opening of your shop was moved from June to May."),
    ("Source notes", "Vacancy: volunteer coordinator, part-time.", "I saw your vacancy for a full-time volunteer coordinator."),
    ("Source notes", "Vacancy: volunteer coordinator and driver, part-time.", "I saw your vacancy for a part-time volunteer coordinator."),
    ("Source notes", "Job ad on Kolbjobs: planner.", "I came across your job ad for a driver on Kolbjobs."),
    ("Source notes", "Refurbished the west wing last winter: 22 rooms.", "You refurbished the west wing, 23 rooms, last winter."),
    ("Source notes", "Clients: Kolb, Lexim.", "You have clients in Kolb and Lexim."),
    # pieces
    ("Source notes", "Ostwind has 6 sites in Bonn. Kolb has 580 staff.", "You have 6 sites in Bonn and 580 staff."),
    ("Source notes", "Ostwind has 6 sites in Bonn. 580 staff planned.", "You have 6 sites in Bonn and 580 staff."),
    ("Source notes", "Accepts Kolb and Lexim; Kolb stopped shipping in May.", "You stopped shipping in May."),
    ("Source notes", "Partners Kolb and Lexim; stopped shipping in May.", "You stopped shipping in May."),
    # aliases
    ("Source notes", "31 staff, of these 4 nurses.", "31 of your staff are nurses."),
    ("Source notes", "31 staff, of these 4 nurses.", "4 of your 31 nurses are staff."),
    ("Source notes", "52 shops; 8 of them opened in 2025.", "52 shops opened in 2025."),
    ("Source notes", "Two sites, Hull and Leeds and one in York.", "You have two sites in York."),
    ("Source notes", "40 planners, Hull and Leeds.", "You have 40 planners in Hull."),
    ("Source notes", "40 vans -- sold in May -- 12 docks -- 3 sites.", "You have 40 vans."),
    ("Source notes", "Planned -- 40 vans -- 12 docks -- 3 sites.", "You have 40 vans."),
    ("Source notes", "Ostwind lost the Kolb contract -- 40 vans idle.", "You run 40 vans."),
    ("Source notes", "Ostwind bid for a depot in Ghent.", "Bravo for the depot in Ghent."),
    ("Source notes", "Kolb won a star.", "Bravo for the star."),
    ("Source notes", "Two stars awarded in May.", "Congratulations on the star awarded in June."),
    # of those who have it
    ("Source notes", "40 vans, sold in May.", "You have 40 vans."),
    ("Source notes", "40 vans (sold in May).", "You have 40 vans."),
    ("Source notes", "Ghent depot, closed in 2024.", "Congratulations on your Ghent depot."),
    ("Source notes", "Steel supplier Kolb, Hull; 38 staff.", "You have 38 staff."),
    ("Source notes", "Kolb, Hull; 38 staff.", "You have 38 staff."),
    ("Source notes", "Rival firm, Hull; Kolb with 38 staff.", "You have 38 staff."),
    ("Source notes", "Steel fabricator Kolb; 38 staff.", "You have 38 staff."),
    ("Source notes", "Supplier, Hull; 38 staff.", "You have 38 staff."),
    ("Source notes", "TripAdvisor 4.5 (812 reviews).", "You have a TripAdvisor rating of 4.5 from 821 reviews."),
    ("Source notes", "TripAdvisor 4.5 (2023).", "You have a TripAdvisor rating of 4.5 from 2023 reviews."),
    ("Source notes", "Google: 4.9 (233).", "Your Google rating is 2.33 from 49 reviews."),
    ("Source notes", "Showroom open since Jan 2025.", "Your showroom has been closed since January 2025."),
    ("Source notes", "Vacancies: Derby.", "I saw vacancies in Corby."),
    ("Source notes", "Depot closed Nov-Feb.", "Your depot is closed from November to March."),
    # cut, counted or said otherwise
    ("Source notes", "Hall 12 300 vans.", "Hall 12,300 vans."),
    ("Source notes", "Ostwind opened a depot in Ghent on 45.01.2025.", "You opened a depot in Ghent in January 2025."),
    ("Source notes", "Free training from Kolb.", "You offer free training from Kolb."),
    ("Source notes", "40 vans.", "You ran 40 vans."),
    ("Source notes", "Swapped batteries by cargo bike.", "Your batteries are swapped by cargo bike."),
    ("Source notes", "40 planners, Hull and Leeds.", "You have 40 planners."),
    ("Source notes", "Land bank 3,900 plots -- frozen until May.", "The land bank holds 3,900 plots."),
    ("Source notes", "Gift claims made quarterly.", "Your gift claims were made quarterly."),
]  # fmt: skip


@family(("column", "cell", "claim"), SAME)
def test_what_a_note_says_in_its_own_style_passes_as_a_sentence(column: str, cell: str, claim: str):
    verdict = judge(Draft(claim), {**CAST, column: cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for found in verdict.claims:
        assert cell[found.start : found.end] == found.quote


@family(("column", "cell", "claim"), OTHER)
def test_what_a_note_does_not_say_is_held(column: str, cell: str, claim: str):
    assert judge(Draft(claim), {**CAST, column: cell}).kind is not VerdictKind.OK


@family(
    ("company", "cell", "claim"),
    [
        ("Escuela Taller La Ribera", "310 pupils, 27 teachers.", "La Ribera has 310 pupils."),
        ("Chambers of Ola Ade", "Took part in Expo in May.", "The chambers took part in Expo in May."),
        ("Office of the Warden", "Has 19 posts.", "Your office has 19 posts."),
    ],
)  # fmt: skip
def test_a_part_of_the_name_that_says_what_the_lead_is_calls_it(
    company: str, cell: str, claim: str
):
    verdict = judge(Draft(claim), {"Company": company, "Source notes": cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line


@family(
    ("company", "cell", "claim"),
    [
        ("Ostwind Freight Kolb", "310 pupils.", "Freight Kolb has 310 pupils."),
        ("Kolb Chambers", "Ostwind has 19 posts.", "Your chambers have 19 posts."),
        ("Tile House Ghent", "It has 40 docks.", "Your tile has 40 docks."),
        ("Escuela La Ribera", "La Vega has 310 pupils.", "La Ribera has 310 pupils."),
    ],
)  # fmt: skip
def test_any_other_part_of_the_name_may_be_somebody_else(company: str, cell: str, claim: str):
    cells = {"Company": company, "Source notes": cell}
    assert judge(Draft(claim), cells).kind is not VerdictKind.OK
