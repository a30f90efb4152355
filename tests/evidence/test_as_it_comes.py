"""Forms, measures, passives and asides as they come in notes and mail, and their look-alikes."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # irregular forms
    ("Ostwind froze fares in May 2025.", "You froze fares in May 2025."),
    ("Fares were frozen in May 2025.", "Fares were frozen in May 2025."),
    ("Ostwind rebuilt the yard in 2024.", "Congrats on rebuilding the yard."),
    ("Ostwind oversaw 40 sites in 2024.", "You oversaw 40 sites in 2024."),
    ("Ostwind trains 40 women a year.", "You train 40 women a year."),
    ("Ostwind makes two sizes of van.", "You make two sizes of van."),
    # grades and squares
    ("Ostwind is rated A- by Kolb.", "You are rated A- by Kolb."),
    ("The yard in Ghent covers 22,000 square metres.", "Your yard in Ghent covers 22,000 m²."),
    ("The yard in Ghent covers 22,000 sq m.", "Your yard in Ghent covers 22,000m2."),
    ("The yard in Ghent covers 900 sq ft.", "Your yard in Ghent covers 900 square feet."),
    # how often
    ("The board meets 2x a year.", "Your board meets twice a year."),
    ("Ostwind ships 900 tonnes of grey steel per month.", "You ship 900 tonnes of grey steel a month."),
    # done by somebody, or left open by whom
    ("Ostwind runs three yards in Ghent.", "Three yards in Ghent are run by Ostwind."),
    ("Ostwind manages three yards in Ghent.", "Three yards in Ghent are managed by you."),
    ("Merger with Kolb called off in March.", "The merger with Kolb was called off in March."),
    ("No injuries reported.", "No injuries were reported."),
    ("Three drivers hired.", "Three drivers were hired."),
    ("Successor not named.", "A successor has not been named."),
    ("Successor not named.", "The successor is not named."),
    ("Budget frozen until July.", "Your budget is frozen until July."),
    # who somebody is
    ("New distributor in Mexico since April 2025: Kolb.", "Kolb has been your new distributor in Mexico since April 2025."),
    ("Ostwind built a hall for Kolb, a customer since 2021.", "Kolb has been a customer since 2021."),
    ("Crew of 35.", "Your crew numbers 35."),
    # parts
    ("90 drivers, of whom about 60 work nights.", "About 60 of your drivers work nights."),
    # at that time
    ("90 lockers in Ghent at the end of 2024.", "You had 90 lockers in Ghent at the end of 2024."),
    ("90 lockers in Ghent at end of 2024; target for 2026 is 200.", "At the end of 2024 you had 90 lockers in Ghent."),
    # what is announced is there
    ("Order from Kolb, announced 20 January 2025.", "Congrats on the order from Kolb."),
    ("Ostwind reached 5 million safe trips in May 2025.", "Congrats on the 5 million safe trips reached in May 2025."),
    ("Ostwind opened a yard in Ghent in May.", "Congrats on the yard opened in Ghent in May."),
    # a list in one line
    ("* recall in May * no injuries reported * ISO 9001", "No injuries were reported."),
    ("The freight firm laid off 30 people in June.", "You laid off 30 people in June."),
    ("Jo Lind, its CEO, opened a yard.", "Congratulations on the yard."),
    ("Mira handles web stuff and hates the form.", "You hate the form."),
    ("Main donor: Kolb.", "Kolb is your main donor."),
    # a phrase or a clause elsewhere
    ("82 cents of each dollar go to schools.", "Of each dollar, 82 cents go to schools."),
    ("Water use has been cut by 35% since 2019.", "Since 2019 your water use has been cut by 35%."),
    ("Turnover fell to 38% from 52%.", "Turnover fell from 52% to 38%."),
    ("When it rains, the yard floods.", "The yard floods when it rains."),
    ("Kolb is used in four of the yards.", "Four of your yards use Kolb."),
    ("Uses Kolb; not all yards are live.", "You use Kolb, though not all yards are live."),
    ("Its Amber van won silver at the 2024 show.", "Congrats on the silver for your Amber van at the 2024 show."),
    ("Ostwind has 318 vans, 94% leased as of 1 May 2025.", "As of May 1, 2025, 94% of your 318 vans were leased."),
    ("A ferry of Ostwind lost power off Hull.", "One of your ferries lost power off Hull."),
    ("Ostwind sells 40-50 vans a month.", "You sell 40 to 50 vans a month."),
    ("The payout was KES 102.", "The payout was 102 KES."),
    ("Named No. 47 on the Kolb list in 2025.", "Ostwind was named No. 47 on the Kolb list in 2025."),
    ("Fares are up 11%, the owner told Radio X.", "The owner told Radio X that fares are up 11%."),
    ("Drivers do 90% of repairs, states the brochure.", "Your brochure states that drivers do 90% of repairs."),
    ("40 vans; payroll on Kolb since 2018.", "Your payroll is on Kolb."),
    ("Ostwind runs 12 yards with 1,080 racks in Kent.", "You have over 1,000 racks in Kent."),
    ("Ostwind has two tyre presses and has ordered a third for May.", "You have ordered a third tyre press for May."),
    ("It bought a van in 2024 for CHF 68,000.", "You bought a van in 2024 for CHF 68'000."),
    ("The yard is over capacity.", "From our notes, I understand that the yard is over capacity."),
    ("It exports 60% of its oil.", "According to my research, you export 60% of your oil."),
    ("Ostwind in Can Tho shipped 90 tonnes in 2024 to Ghana.", "In 2024, Ostwind shipped 90 tonnes to Ghana."),
    ("Kolb was hired by Will Smith.", "Kolb was hired by Will Smith."),
    ("No lost-time injuries in 2024.", "You had no lost-time injuries in 2024."),
]  # fmt: skip

OTHER = [
    ("Fares were frozen in May 2025.", "You froze pay in May 2025."),
    ("Ostwind is freezing fares.", "You froze fares."),
    ("Ostwind trains 40 men a year.", "You train 40 women a year."),
    ("Ostwind is rated A- by Kolb.", "You are rated A+ by Kolb."),
    ("Ostwind is rated A- by Kolb.", "You are rated A by Kolb."),
    ("Ostwind is rated BBB+ by Kolb.", "You are rated BBB by Kolb."),
    ("The yard covers 22,000 square metres.", "Your yard covers 22,000 square feet."),
    ("The yard covers 22,000 square metres.", "Your yard covers 22,000 metres."),
    ("The yard covers 22,000 m.", "Your yard covers 22,000 m²."),
    ("The board meets 2x a year.", "Your board meets once a year."),
    ("The board meets 2x a year.", "Your board meets twice a month."),
    ("The board has 2x2 seats.", "Your board has twice the seats."),
    ("Ostwind ships 900 tonnes of grey steel per month.", "You ship 900 tonnes of grey steel a week."),
    ("Kolb runs three yards in Ghent.", "Three yards in Ghent are run by Ostwind."),
    ("Ostwind ran three yards in Ghent.", "Three yards in Ghent are run by Ostwind."),
    ("Ostwind owned Kolb until 2019.", "Kolb is owned by Ostwind."),
    ("Ostwind manages three yards in Ghent.", "You are managed by three yards in Ghent."),
    ("Merger with Kolb planned.", "The merger with Kolb was called off."),
    ("Kolb sued.", "Kolb was sued."),
    ("Injuries not reported.", "Injuries were reported."),
    ("Successor named.", "A successor has not been named."),
    ("Successor not yet sought.", "A successor has not been named."),
    ("Budget frozen until July.", "Your budget was frozen until July."),
    ("Quotes written by hand.", "Quotes were written by hand."),
    ("New distributor in Mexico since April 2025: Kolb.", "You have been Kolb's distributor in Mexico since April 2025."),
    ("New distributor in Mexico since April 2025: Kolb.", "Kolb has been your new distributor in Peru since April 2025."),
    ("Ostwind built a hall for Kolb, a customer since 2021.", "You have been a customer since 2021."),
    ("Ostwind left Kolb, a supplier since 2021.", "Kolb has been a customer since 2021."),
    ("Crew of 35.", "Your fleet numbers 35."),
    ("90 drivers, of whom about 60 work nights.", "About 60 of your drivers work weekends."),
    ("90 drivers, of whom about 60 work nights.", "Your 90 drivers work nights."),
    ("90 lockers in Ghent at the end of 2024.", "You had 90 lockers in Ghent at the end of 2023."),
    ("90 lockers in Ghent.", "You had 90 lockers in Ghent."),
    ("90 lockers in Ghent by 2028.", "You had 90 lockers in Ghent."),
    ("90 lockers planned in Ghent in 2028.", "You had 90 lockers in Ghent in 2028."),
    ("90 lockers in Ghent at end of 2024; target for 2026 is 200.", "At the end of 2026 you had 200 lockers in Ghent."),
    ("Order from Kolb, announced by Kolb in May.", "Congrats on the order from Lexim."),
    ("Order from Kolb, cancelled in May.", "Congrats on the order from Kolb."),
    ("Order from Kolb, withdrawn in May.", "Congrats on the order from Kolb."),
    ("Kolb reached 5 million safe trips in May 2025.", "Congrats on the 5 million safe trips reached in May 2025."),
    ("Ostwind hopes to reach 5 million safe trips in May.", "Congrats on the 5 million safe trips reached in May."),
    ("* recall in May * no injuries reported * ISO 9001", "No recall was reported."),
    ("* 3 x 5 racks * no doors", "You have no racks."),
    # somebody else
    ("Ostwind ships vans. The publisher, Kolb, laid off 30 people in June.", "You laid off 30 people in June."),
    ("The freight firm, Kolb, laid off 30 people in June.", "You laid off 30 people in June."),
    ("Mira's daughter handles web stuff and hates the form.", "You hate the form."),
    ("Main donor: Kolb.", "You are the main donor of Kolb."),
    ("Biggest client: Kolb.", "You are a client of Kolb."),
    ("Anika Rao, its coach, opened a yard.", "Congratulations on the yard."),
    # what a phrase elsewhere would change
    ("82 cents of each dollar go to schools.", "Of each euro, 82 cents go to schools."),
    ("Water use has been cut by 35% since 2019.", "Since 2020 your water use has been cut by 35%."),
    ("Water use was cut by 35% until 2019.", "Since 2019 your water use was cut by 35%."),
    ("Turnover fell to 38% from 52%.", "Turnover fell from 38% to 52%."),
    ("When it rains, the yard floods.", "The yard floods when it snows."),
    ("When it rains, the yard floods.", "The yard floods."),
    ("Kolb is used in four of the yards.", "Four of your yards use Lexim."),
    ("Kolb was used in four of the yards.", "Four of your yards use Kolb."),
    ("Uses Kolb; not all yards are live.", "You use Kolb, though all yards are live."),
    ("Its Amber van lost at the 2024 show.", "Congrats on the silver for your Amber van at the 2024 show."),
    ("Ostwind has 318 vans, 94% leased as of 1 May 2025.", "As of May 1, 2025, 94% of your 318 vans were sold."),
    ("A ferry of Kolb lost power off Hull.", "One of your ferries lost power off Hull."),
    ("A ferry lost power off Hull.", "One of your ferries lost power off Hull."),
    ("Ostwind sells 40-50 vans a month.", "You sell 40 to 60 vans a month."),
    ("Sales rose from 40 to 50 vans.", "You sell 40-50 vans."),
    ("The payout was KES 102.", "The payout was 102 GHS."),
    ("Named No. 47 on the Kolb list in 2025.", "You are named No. 4 on the Kolb list in 2025."),
    ("Fares are up 11%, a rival told Radio X.", "The owner told Radio X that fares are up 11%."),
    ("Fares are up 11%, the owner of Kolb told Radio X.", "Fares are up 11%."),
    ("Drivers do 90% of repairs, states the brochure.", "Your website states that drivers do 90% of repairs."),
    ("Rumour, 3 May 2025 - Ostwind sold 40 vans.", "You sold 40 vans."),
    ("Unconfirmed: Ostwind sold 40 vans.", "You sold 40 vans."),
    ("Ostwind partners with 40 banks.", "You have 40 banks."),
    ("Kolb runs 12 yards with 1,080 racks in Kent.", "You have over 1,000 racks in Kent."),
    ("Ostwind has two tyre presses and sold a third in May.", "You have ordered a third tyre press."),
    ("It bought a van in 2024 for CHF 68,000.", "You bought a van in 2024 for CHF 680'00."),
    ("It bought a van in 2024 for CHF 68,000.", "You bought a van in 2024 for CHF 86'000."),
    ("It can ship 90 tonnes.", "You ship 90 tonnes."),
    ("No lost-time injuries in 2024.", "You had lost-time injuries in 2024."),
    ("No lost-time injuries planned for 2024.", "You had no lost-time injuries in 2024."),
]  # fmt: skip

THEIRS = [
    ("Our board has asked for a reference.", "Your board has asked for a reference, you wrote."),
    ("We use Kolb for mail and Lexim for calls.", "You use Kolb for mail and Lexim for calls, as you wrote."),
    ("I like it, but Jo Lind has doubts about the cost.", "From your reply I know that Jo Lind has doubts about the cost."),
    ("I like it, but Jo Lind has doubts about the cost.", "From your last email I gather Jo Lind has doubts about the cost."),
    ("Please ask Jo Lind, she runs payroll.", "You wrote that Jo Lind runs payroll."),
    ("The Kolb tool is slow.", "The Kolb tool, you wrote, is slow."),
    ("The Kolb tool is slow.", "The Kolb tool is slow, you told us."),
    ("Send me prices by mail.", "You asked me to send prices by mail."),
    ("We use Kolb, does yours fit?", "You wrote that you use Kolb."),
]  # fmt: skip

NOT_THEIRS = [
    ("Our board has asked for a reference.", "Your board has asked for a quote, you wrote."),
    ("We use Kolb for mail and Lexim for calls.", "You use Lexim for mail and Kolb for calls, as you wrote."),
    ("I like it, but Jo Lind has doubts about the cost.", "From your reply I know that you have doubts about the cost."),
    ("Please ask Jo Lind, she says, in May.", "You wrote that Jo Lind says in May."),
    ("Is the Kolb tool slow?", "The Kolb tool, you wrote, is slow."),
    ("The Kolb tool is not slow.", "The Kolb tool is slow, you told us."),
    ("Are the vans late?", "You wrote that the vans are late."),
    ("Do we have a slow tool?", "You said that you have a slow tool."),
    ("Is Kolb slow, or is it us?", "You wrote that Kolb is slow."),
    ("Send Jo prices by mail.", "You asked me to send prices by mail."),
]  # fmt: skip


@family(("cell", "text"), SAME)
def test_what_a_cell_says_in_another_form_passes(cell: str, text: str):
    passes(text, cell)


@family(("cell", "text"), OTHER)
def test_what_only_looks_like_it_is_held(cell: str, text: str):
    held(text, cell)


@family(("cell", "text"), THEIRS)
def test_what_they_wrote_may_be_told_as_written_and_from_nowhere_else(cell: str, text: str):
    passes(text, "", Reply_text=cell)
    held(text, cell)


@family(("cell", "text"), NOT_THEIRS)
def test_what_they_did_not_write_may_not(cell: str, text: str):
    held(text, "", Reply_text=cell)


def test_your_museum_is_the_lead_where_its_name_says_so():
    named = {"Company": "Salt Museum", "News": "It had 48,300 visitors in 2024."}
    other = {"Company": "Salt Works", "News": "It had 48,300 visitors in 2024."}
    text = "Your museum had 48,300 visitors in 2024."
    assert judge(Draft(text), named).kind is VerdictKind.OK
    assert judge(Draft(text), other).kind is not VerdictKind.OK


def test_the_bank_in_the_middle_of_a_sentence_is_the_one_that_begins_the_statement():
    bank = {"Company": "Lakeshore Bank", "News": "The bank warned 860 customers in March 2025."}
    assert judge(Draft("In March 2025 the bank warned 860 customers."), bank).kind is VerdictKind.OK
    text = "In March 2025 the bank warned 860 customers of a rival."
    assert judge(Draft(text), bank).kind is not VerdictKind.OK


def test_a_greeting_of_somebody_else_is_held_and_says_whom_it_greets():
    lead = {"Contact": "Mira Dahl, COO", "Reply text": "Dear Anna, we use Kolb."}
    verdict = judge(Draft("Dear Anna,"), lead)
    assert verdict.cell_line == 'HELD: greets "Anna", which is not the name of the contact'
    for mine in ("Dear Ms Dahl,", "Hi Mira,", "Hi Mira and team,", "Good morning,"):
        assert judge(Draft(mine), lead).kind is VerdictKind.OK
    assert judge(Draft("Dear Anna,"), {"Reply text": "Dear Anna, we use Kolb."}).claims == ()


def test_his_is_the_contacts_behind_is_and_another_persons_where_one_is_named():
    notes = {"Contact": "Bola Ade, CEO", "Conversation notes": "Diesel is his biggest cost."}
    other = {**notes, "Conversation notes": "Rui Sá says fuel is dear. Diesel is his biggest cost."}
    assert judge(Draft("Diesel is your biggest cost."), notes).kind is VerdictKind.OK
    assert judge(Draft("Diesel is your biggest cost."), other).kind is not VerdictKind.OK


def test_what_they_only_asked_is_said_to_be_asked():
    reply = {"Company": "Ostwind", "Reply text": "Are the vans late?"}
    verdict = judge(Draft("You wrote that the vans are late."), reply)
    assert verdict.cell_line == (
        'HELD: "You wrote that the vans are late" states what they only asked; '
        'Reply text asks "Are the vans late?"'
    )
