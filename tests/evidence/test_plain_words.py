"""Plain paraphrases of what a cell says, and what looks like one and says something else."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    ("Ostwind has drivers in Ghent and Leeds.", "You have drivers in Leeds."),
    ("Ostwind employs 400 drivers and has yards in Ghent and Leeds.", "You have yards in Leeds."),
    ("Revenue in Hull and Leeds fell in 2024.", "Revenue in Leeds fell in 2024."),
    ("Ostwind sold 40 vans in 2023 and 2024 to Nord.", "You sold 40 vans in 2023 and 2024 to Nord."),
    # something is named behind what it is
    ("Ostwind hired its CEO, Jo Lind, in May.", "You hired Jo Lind in May."),
    ("Ostwind lost its third ferry, the Ardent, in May.", "You lost the Ardent in May."),
    ("Ostwind took delivery of its third ferry, the Ardent, in May.", "Congrats on taking delivery of the Ardent."),
    ("Owner of the project is the IT director, Jo Lind.", "Jo Lind is the owner of the project."),
    ("Owner of the project is the IT director, Jo Lind.", "Your IT director, Jo Lind, owns the project."),
    ("Budget holder is Jo Lind.", "Jo Lind holds the budget."),
    # contracts
    ("Previous agency: Kolb (contract ended 2024).", "Your contract with Kolb ended in 2024."),
    ("Contract with Kolb until May.", "Your contract with Kolb runs until May."),
    ("Contract with Kolb until May.", "Your contract with Kolb lasts until May."),
    # what is done
    ("Ostwind intends to open a depot in Ghent.", "You plan to open a depot in Ghent."),
    ("Harvest planning is done in Sheets.", "You plan harvests in Sheets."),
    ("Rates are set by hand.", "You set rates by hand."),
    ("The regulator fined it £2 million in May.", "You were fined £2 million in May."),
    ("The regulator fined Ostwind £2 million in May.", "You were fined £2 million in May."),
    ("The regulator fined Ostwind.", "You were fined."),
    ("Clerks' meeting every other Monday.", "You hold a clerks' meeting every other Monday."),
    ("Timetables take two weeks to build.", "It takes you two weeks to build timetables."),
    ("The budget is held by the CFO, Jo Lind.", "Your CFO, Jo Lind, holds the budget."),
    ("The budget is held by Jo Lind.", "Jo Lind holds the budget."),
    ("Ostwind suffered an outage lasting 14 hours in May.", "You suffered a 14-hour outage in May."),
    # deeds
    ("Ostwind was ranked Tier 1 for law by Kolb.", "Congrats on the Tier 1 ranking for law."),
    ("Ostwind was rated Tier 1 for law by Kolb.", "Congrats on the Tier 1 rating for law."),
    ("Ostwind ordered eight vans in May.", "Congrats on the order of eight vans."),
    ("Ostwind reopened the yard in March 2025 after a fire.", "Congrats on reopening the yard."),
    # who it is
    ("The freight group opened a yard.", "You opened a yard."),
    ("The utility cut 40 jobs.", "You cut 40 jobs."),
    # levels
    ("Cart page load measured at 5.4 s on mobile.", "Your mobile cart takes over 5 seconds to load."),
    ("Cart page load measured at 5.4 s on mobile.", "Your mobile cart page takes over 5 seconds to load."),
    ("Site load time measured at 3.9 s on mobile.", "On mobile your site took 3.9 s to load."),
    ("On-time delivery dropped from 97% to 93%.", "Your on-time delivery fell from 97% to 93%."),
    ("On-time delivery fell from 97% to 93%.", "On-time delivery dropped from 97% to 93%."),
    ("On-time delivery declined by 4%.", "On-time delivery fell by 4%."),
]  # fmt: skip

OTHER = [
    # a count that two share
    ("Ostwind employs 400 drivers in Ghent and Leeds.", "You employ 400 drivers in Leeds."),
    ("Ostwind employs 400 drivers in Ghent & Leeds.", "You employ 400 drivers in Leeds."),
    ("Ostwind has 40 vans in Hull, Ghent and Leeds.", "You have 40 vans in Leeds."),
    ("Ostwind has 40 vans in the north and in the south.", "You have 40 vans in the south."),
    ("Ostwind has 40 vans, in Hull and Leeds.", "You have 40 vans in Leeds."),
    ("Revenue in Hull and Leeds was £5 million.", "Revenue in Leeds was £5 million."),
    ("Its yards in Hull and Leeds have 40 vans.", "Your yards in Leeds have 40 vans."),
    ("Vans in Hull and Leeds: 40.", "Vans in Leeds: 40."),
    ("Ostwind sold 40 vans to Kolb and Nord.", "You sold 40 vans to Nord."),
    ("Ostwind raised £5 million from Kolb and Nord.", "You raised £5 million from Nord."),
    ("The budget is held by Jo Lind.", "You hold the budget."),
    ("The budget is held by Jo Lind.", "Mira Dahl holds the budget."),
    ("The budget was held by Jo Lind.", "Jo Lind holds the budget."),
    ("The budget is not held by Jo Lind.", "Jo Lind holds the budget."),
    ("The budget is held by Jo Lind.", "The budget holds Jo Lind."),
    ("The budget is held by the rival of Jo Lind.", "Jo Lind holds the budget."),
    ("The budget is held by Jo Lind until May.", "Jo Lind holds the budget."),
    ("Ostwind feared an outage lasting 14 hours.", "You suffered a 14-hour outage."),
    ("Ostwind suffered an outage lasting 14 hours.", "You suffered a 41-hour outage."),
    ("Ostwind suffered no outage lasting 14 hours.", "You suffered a 14-hour outage."),
    ("Ostwind hired a rival of Kolb, Nord, in May.", "You hired Nord in May."),
    ("Ostwind hired a COO and a planner, Jonas Ek.", "You hired Jonas Ek as your COO."),
    ("Ostwind met the buyer, Kolb, in May.", "You met Kolb in May."),
    ("Ostwind beat the rivals of its owner, Kolb, in May.", "You beat Kolb in May."),
    ("Ostwind runs no third ferry, the Ardent, in May.", "You run the Ardent."),
    ("Owner of the project is the IT director, Jo Lind.", "Mira Dahl owns the project."),
    ("Owner of the project is not the IT director, Jo Lind.", "Jo Lind owns the project."),
    ("Owner of the project was the IT director, Jo Lind.", "Jo Lind owns the project."),
    ("Owner of the project is the rival of Jo Lind.", "Jo Lind owns the project."),
    ("Previous agency: Kolb (contract ended 2024).", "Your contract with Kolb ended in 2023."),
    ("Previous agency: Kolb (no contract ended 2024).", "Your contract with Kolb ended in 2024."),
    ("Kolb (contract with Nord ended 2024).", "Your contract with Kolb ended in 2024."),
    ("Rival: Kolb (contract ended 2024).", "Your contract with Kolb ended in 2024."),
    ("Kolb lost Nord (contract ended 2024).", "Your contract with Nord ended in 2024."),
    ("Contract with Kolb signed until May.", "Your contract with Kolb runs until May."),
    ("Contract with Kolb until May, if extended.", "Your contract with Kolb runs until May."),
    ("No contract with Kolb until May.", "Your contract with Kolb runs until May."),
    ("Ostwind intends to open a depot in Ghent.", "You are opening a depot in Ghent."),
    ("Ostwind intends to open a depot in Ghent.", "You planned a depot in Ghent."),
    ("Harvest planning is done in Sheets by Kolb.", "You plan harvests in Sheets."),
    ("Harvest planning was done in Sheets.", "You plan harvests in Sheets."),
    ("Harvest planning is not done in Sheets.", "You plan harvests in Sheets."),
    ("Harvest planning is done in Sheets.", "You planned harvests in Sheets."),
    ("Kolb harvest planning is done in Sheets.", "You plan harvests in Sheets."),
    ("Rates are set by Kolb.", "You set rates."),
    ("Rates were set by hand.", "You set rates by hand."),
    ("The regulator never fined Ostwind in May.", "You were fined in May."),
    ("The regulator may have fined Ostwind in May.", "You were fined in May."),
    ("The regulator fined Kolb in May.", "You were fined in May."),
    ("Kolb said the regulator fined Ostwind in May.", "You were fined in May."),
    ("The regulator fined Ostwind drivers in May.", "You were fined in May."),
    ("The regulator fined Ostwind's rival in May.", "You were fined in May."),
    ("The regulator fined Ostwind in May if it lied.", "You were fined in May."),
    ("The regulator fined Ostwind in May.", "You were fined by Kolb in May."),
    ("The regulator fines Ostwind in May.", "You were fined in May."),
    ("Ostwind fined Kolb in May.", "You were fined in May."),
    ("Clerks' meeting every other Monday.", "You hold a clerks' meeting every Monday."),
    ("Clerks' meeting every other Monday until May.", "You hold a clerks' meeting every other Monday."),
    ("No meeting every Monday.", "You hold a meeting every Monday."),
    ("Fire alarm every Monday.", "You run a fire alarm every Monday."),
    ("Timetables take Kolb two weeks to build.", "It takes you two weeks to build timetables."),
    ("Timetables take two weeks to build.", "It takes you two weeks to build vans."),
    ("Timetables may take two weeks to build.", "It takes you two weeks to build timetables."),
    ("Ostwind was ranked Tier 1 for law by Kolb.", "Congrats on the Tier 2 ranking for law."),
    ("Kolb was ranked Tier 1 for law.", "Congrats on the Tier 1 ranking for law."),
    ("Ostwind ranked Kolb Tier 1 for law.", "Congrats on the Tier 1 ranking for law."),
    ("Ostwind was never ranked Tier 1 for law.", "Congrats on the Tier 1 ranking for law."),
    ("Kolb ordered eight vans in May.", "Congrats on the order of eight vans."),
    ("Ostwind will order eight vans in May.", "Congrats on the order of eight vans."),
    ("Ostwind was ordered to close eight vans.", "Congrats on the order of eight vans."),
    ("Ostwind reopens the yard after a check.", "You reopen the yard."),
    ("Ostwind may reopen the yard in March 2025 after a check.", "You reopen the yard."),
    ("Ostwind will close in March 2025 after a vote.", "You will close."),
    ("The parent company opened a yard.", "You opened a yard."),
    ("The rival group opened a yard.", "You opened a yard."),
    ("The working group met in May.", "You met in May."),
    ("The software firm left in May.", "You left in May."),
    ("The freight group opened a yard, said Kolb.", "You opened a yard."),
    ("Kolb is a bank. The bank cut 40 jobs.", "You cut 40 jobs."),
    ("Its bank cut 40 jobs. The bank left.", "You left."),
    ("Kolb is in Ghent with 40 vans.", "Congrats on the 40 vans."),
    ("Cart page load measured at 5.4 s on mobile.", "Your desktop cart takes over 5 seconds to load."),
    ("Cart page load measured at 5.4 s on mobile.", "Your mobile cart takes over 6 seconds to load."),
    ("Cart page load measured at 5.4 s on desktop.", "Your mobile cart takes over 5 seconds to load."),
    ("Mobile cart of Kolb takes 5.4 s to load.", "Your mobile cart takes over 5 seconds to load."),
    ("Ostwind dropped Kolb from its list.", "Ostwind fell Kolb from its list."),
    ("Ostwind declined to comment.", "You fell to comment."),
    ("Ostwind dropped 40 drivers.", "You fell 40 drivers."),
    ("On-time delivery did not drop to 93%.", "On-time delivery fell to 93%."),
    ("On-time delivery dropped from 97% to 93%.", "On-time delivery rose from 93% to 97%."),
]  # fmt: skip

REPLIES = [
    ("Maybe talk to my ops director, Jo Lind.", "Jo Lind is your ops director.", True),
    ("Please contact our CFO, Jo Lind.", "Your CFO is Jo Lind.", True),
    ("Please contact our former CFO, Jo Lind.", "Your CFO is Jo Lind.", False),
    ("I replaced my ops director, Jo Lind.", "Jo Lind is your ops director.", False),
    ("Talk to my rival, Jo Lind.", "Jo Lind is your ops director.", False),
    ("Talk to my ops director, thanks.", "Jo Lind is your ops director.", False),
]


@family(("cell", "text"), SAME)
def test_a_plain_paraphrase_passes_with_its_quote(cell: str, text: str):
    passes(text, "", Conversation_notes=cell)


@family(("cell", "text"), OTHER)
def test_what_only_looks_like_a_paraphrase_is_held(cell: str, text: str):
    held(text, "", Conversation_notes=cell)
    held(text, cell)


@family(("reply", "text", "said"), REPLIES)
def test_a_reply_that_passes_us_on_says_who_that_is(reply: str, text: str, *, said: bool):
    (passes if said else held)(text, "", Reply_text=reply)
