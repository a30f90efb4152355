"""Who says it, in which talk, and whether the lead has it: what cells bear out and what not."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family

CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}

SAME = [
    # who reports it
    ("Source notes", "Order book full until 2027 (interview in Nauti, Dec 2025).", "Nauti reported that your order book is full until 2027."),
    ("Relevance signal", "Lease of Kolb runs out in May. Source: Lexim Post, 22 Jan 2026", "Lexim Post wrote that the lease of Kolb runs out in May."),
    ("Source notes", "Safety report 2024, page 6: 4 injuries per 200,000 hours.", "Your 2024 safety report gives 4 injuries per 200,000 hours."),
    ("Source notes", "Appeal page on 3 Feb 2026: £96,400 raised so far.", "On 3 February 2026 your appeal page showed £96,400 raised so far."),
    ("Source notes", "According to its 2024/25 accounts, energy costs were £1.3m.", "Your 2024/25 accounts show energy costs of £1.3 million."),
    ("Source notes", "Wage costs 43% of turnover (annual report of the holding, p. 17).", "The annual report puts your wage costs at 43% of turnover."),
    ("Source notes", "Tuition up 4% (letter to parents 1/30/2026).", "Your letter to parents of January 30, 2026 says tuition is up 4%."),
    ("Source notes", "Ostwind -- DOT snapshot (pulled in May): 88 power units; 103 drivers.", "On the DOT snapshot you have 88 power units and 103 drivers."),
    ("Source notes", 'Yelp, Jan 2026: "Great people, but slow."', 'A Yelp review of January 2026 says: "Great people, but slow."'),
    ("Source notes", 'Letter to parents: "We have kept fees low."', 'In your words to parents: "We have kept fees low."'),
    # in which talk
    ("Conversation notes", "Phone call on 12 Feb. She said planning is slow.", "On our call on 12 February you said planning is slow."),
    ("Conversation notes", "Mira told me they plan by hand.", "When we spoke, you told me you plan by hand."),
    ("Conversation notes", "Met at Expo on 3 March. She said planning is slow.", "When we met at Expo you said planning is slow."),
    ("Conversation notes", "Coffee at Expo 18 Nov. Mira: rotas in Excel.", "Over coffee at Expo you told me the rotas are in Excel."),
    ("Conversation notes", "Tel. 04.02. -- M.D. says: planning is slow.", "When we talked on the phone, you told me planning is slow."),
    ("Conversation notes", 'MD: "I want fewer e-mails."', 'As you said: "I want fewer e-mails."'),
    ("Conversation notes", "M. said vendor = Samsa.", "You said that Samsa is your vendor."),
    # what only says how we know
    ("Source notes", "Ostwind ships vans from Ghent.", "You ship vans from Ghent, I read."),
    ("Source notes", "Ostwind ships vans from Ghent.", "From what I have here, you ship vans from Ghent."),
    ("Source notes", "The firm is considering a move to Bonn.", "I understand the firm is considering a move to Bonn."),
    ("Conversation notes", "Legal needs 6 weeks.", "I know that Legal needs 6 weeks."),
    ("Reply text", "The timing is bad -- two colleagues are on leave.", "I remember the timing is bad."),
    # replies
    ("Reply text", "Ask me in week 34.", "You told me to ask you in week 34."),
    ("Reply text", "We are not looking to change the tool, but you can write me again in May.", "You told me that you are not looking to change the tool."),
    ("Reply text", "We are not looking to change the tool, but you can write me again in May.", "You said I can write to you again in May."),
    ("Reply text", "Sorry for slow answer, it was inventory week.", "No need to be sorry for the slow answer, it was inventory week."),
    ("Reply text", "Every delay means forty calls.", '"Every delay means forty calls", you said.'),
    ("Reply text", "Could you tell me if it works with Kolb?", "You asked if it works with Kolb."),
    # us
    ("Our claims", "We cut costs by 31% at Kolb Freight.", "At Kolb Freight we cut costs by 31%."),
    ("Our claims", "We have no setup fee.", "There is no setup fee with us."),
    ("Our claims", "Data stays in Canada.", "Data stays in Canada with us."),
    ("Our claims", "No contract is longer than a month.", "With us no contract is longer than a month."),
    ("Our claims", "Setup took our customer Kolb nine weeks.", "For our customer Kolb, setup took nine weeks."),
    # still had
    ("Source notes", "Raised $8m Series A, led by Kolb.", "Congratulations on the $8m Series A."),
    ("Source notes", "Ostwind closed a €9m round.", "Congratulations on the €9m round."),
    ("Source notes", "Ostwind won a grant of £5k.", "Bravo for the grant of £5k."),
    ("Source notes", "About: it runs 40 vans.", "You run 40 vans."),
]  # fmt: skip

OTHER = [
    # source frames
    ("Source notes", "Order book full until 2027 (interview in Nauti, Dec 2025).", "Kolb reported that your order book is full until 2027."),
    ("Source notes", "Revenue up 12% (Kolb Times). Staff down 4% (Bonn Post).", "The Bonn Post reported that revenue is up 12%."),
    ("Source notes", "Revenue up 12% (Kolb Times), staff down 4% (Bonn Post).", "The Bonn Post reported that revenue is up 12%."),
    ("Source notes", "Order book of Nauti full until 2027.", "Nauti reported that your order book is full until 2027."),
    ("Source notes", "Kolb careers page: 9 roles.", "Your careers page shows 9 roles."),
    ("Source notes", "Safety report 2023: 4 injuries.", "Your 2024 safety report gives 4 injuries."),
    ("Source notes", "Wage costs 43% of turnover (annual report of Kolb, p. 17).", "Your annual report puts your wage costs at 43% of turnover."),
    ("Source notes", "Wage costs 43% of turnover (annual report of Kolb, p. 17).", "The annual report puts your wage costs at 43% of turnover."),
    ("Source notes", "Wage costs 43% of turnover (annual report, p. 17).", "The annual report puts your wage costs at 17% of turnover."),
    ("Source notes", "Appeal page on 3 Feb 2026: £96,400 raised.", "On 4 February 2026 your appeal page showed £96,400 raised."),
    ("Source notes", 'Yelp, Jan 2026: "Great people, but slow."', 'A Google review of January 2026 says: "Great people, but slow."'),
    ("Source notes", 'Yelp, Jan 2026: "Great people, but slow."', 'A Yelp review of May 2026 says: "Great people, but slow."'),
    ("Source notes", 'Yelp, Jan 2026: "We do not wait here."', 'A Yelp review of January 2026 says: "wait here."'),
    ("Relevance signal", "Operators cut from 4 to 2. Source: Bruz 08/01/2026", "Kolb reports that operators are cut from 4 to 2."),
    ("Relevance signal", "Operators may be cut from 4 to 2. Source: Bruz", "Bruz reports that operators are cut from 4 to 2."),
    # talks
    ("Conversation notes", "Call on 12 Feb. She said planning is slow.", "On our call on 13 February you said planning is slow."),
    ("Conversation notes", "Met at Expo on 3 March. She said planning is slow.", "On our call on 3 March you said planning is slow."),
    ("Conversation notes", "Call on 12 Feb. She said vans are late. Met at Expo on 3 March. She said planning is slow.", "On our call on 12 February you said planning is slow."),
    ("Conversation notes", "Kolb: planning is slow. Mira: vans are late.", "When we spoke, you told me planning is slow."),
    ("Conversation notes", "Call on 12 Feb. Kolb says planning is slow.", "On our call on 12 February you said planning is slow."),
    ("Source notes", "Planning is slow.", "When we spoke, you told me planning is slow."),
    ("Conversation notes", "Coffee at Expo 18 Nov. Rui: planning is slow.", "Over coffee at Expo you told me planning is slow."),
    ("Conversation notes", "Coffee at Expo 18 Nov. Mira: planning may be slow.", "Over coffee at Expo you told me planning is slow."),
    ("Conversation notes", "MD: planning is slow.", "You said planning is fast."),
    ("Conversation notes", "KD: planning is slow.", "You said planning is slow."),
    ("Conversation notes", "Not sure. M. said planning is slow?", "You said planning is slow."),
    # ours
    ("Our claims", "We cut costs by 31% at Kolb.", "At Lexim we cut costs by 31%."),
    ("Our claims", "We have no setup fee.", "There is no monthly fee with us."),
    ("Source notes", "Data stays in Canada.", "Data stays in Canada with us."),
    ("Our claims", "Setup took our customer Kolb nine weeks.", "For our customer Lexim, setup took nine weeks."),
    ("Our claims", "Setup took our customer Kolb nine weeks.", "For our customer Kolb, setup took eight weeks."),
    ("Our claims", "We cut costs by 31% at Kolb.", "At Kolb we can cut your costs by 31%."),
    # replies
    ("Reply text", "Ask me in week 34.", "You told me to ask you in week 35."),
    ("Reply text", "Don't ask me in week 34.", "You told me to ask you in week 34."),
    ("Reply text", "We do not want vans, but you can write me in May.", "You want vans."),
    ("Reply text", "We want vans, but you can send only bikes.", "You want vans and bikes."),
    ("Reply text", "We want vans, but we cannot pay.", "You want vans."),
    ("Reply text", "Sorry for the slow answer.", "No need to be sorry for the slow delivery."),
    ("Reply text", "Every delay means forty calls.", '"Every delay means fifty calls", you said.'),
    ("Conversation notes", 'Kolb said "every delay means forty calls".', '"Every delay means forty calls", you said.'),
    # who says it, again
    ("Conversation notes", "Maybe on 3 May, Mira: vans are late.", "You said vans are late."),
    ("Conversation notes", "MD wants vans.", "You want vans."),
    ("Source notes", "Wage costs 43% of turnover (annual report of holding, p. 17).", "Your annual report puts your wage costs at 43% of turnover."),
    ("Source notes", "Revenue up 12%; staff down 4% (Bonn Post).", "The Bonn Post reported that revenue is up 12%."),
    ("Our claims", "We cut costs by 31% at Kolb.", "At Kolb we cut your costs by 31%."),
    ("Reply text", "Please tell Kolb if it works with Lexim?", "You asked if it works with Lexim."),
]  # fmt: skip

NOT_HAD = [
    ("Source notes", "Ostwind lost its council grant of £85,000 in April.", "Congratulations on the council grant of £85,000."),
    ("Source notes", "Ostwind lost its council grant of £85,000 in April.", "I saw your council grant of £85,000."),
    ("Source notes", "Bid for the Kolb contract in May.", "Congratulations on the Kolb contract."),
    ("Source notes", "Ostwind is shortlisted for the Kolb Award.", "Congratulations on the Kolb Award."),
    ("Source notes", "Waiting for ISO 9001 certification.", "Congratulations on the ISO 9001 certification."),
    ("Source notes", "Ostwind sold its Ghent depot in May.", "Congratulations on your Ghent depot."),
    ("Source notes", "Asked for a grant of £5k.", "Congratulations on the grant of £5k."),
    ("Source notes", "Withdrew the Ghent plan.", "Congratulations on the Ghent plan."),
    ("Source notes", "Missed the Kolb deadline.", "Congratulations on the Kolb deadline."),
    ("Source notes", "Planned investments: 40 vans, a depot in Ghent.", "You have 40 vans."),
    ("Source notes", "Planned: new depot in Ghent.", "Congratulations on your new depot in Ghent."),
    ("Source notes", "Planned: depot in Ghent; 40 vans.", "You have 40 vans."),
    ("Source notes", "Planned: depot in Ghent.", "You have a depot in Ghent."),
    ("Source notes", "Rumoured merger: Kolb.", "Congratulations on the merger with Kolb."),
    ("Source notes", "It will open a depot in Ghent in May 2026, with 40 docks, subject to planning.", "You will open a depot in Ghent in May 2026."),
    ("Source notes", "It will open a depot in Ghent in May 2026, subject to planning.", "You will open a depot in Ghent."),
    ("Source notes", "It will open a depot in Ghent in May 2026, if the bank agrees.", "You will open a depot in Ghent."),
    ("Source notes", "It will open a depot in Ghent in May 2026, if the bank agrees.", "In May 2026 you will open a depot in Ghent."),
    ("Source notes", "It will open a depot in Ghent in May 2026 - subject to planning.", "You will open a depot in Ghent."),
    ("Source notes", "It will open a depot in Ghent in May 2026 (subject to planning).", "You will open a depot in Ghent."),
    ("Source notes", "Subject to planning: depot in Ghent.", "You have a depot in Ghent."),
    ("Source notes", "Ostwind fought for a grant of £5k.", "Congratulations on the grant of £5k."),
    ("Source notes", "Ostwind sold its Ghent depot for £4m.", "Congratulations on your Ghent depot for £4m."),
]  # fmt: skip


@family(("column", "cell", "claim"), SAME)
def test_a_sentence_may_say_who_reports_it_and_how_we_know(column: str, cell: str, claim: str):
    verdict = judge(Draft(claim), {**CAST, column: cell})
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for found in verdict.claims:
        assert cell[found.start : found.end] == found.quote


@family(("column", "cell", "claim"), OTHER)
def test_another_source_talk_or_speaker_holds_a_sentence(column: str, cell: str, claim: str):
    assert judge(Draft(claim), {**CAST, column: cell}).kind is not VerdictKind.OK


@family(("column", "cell", "claim"), NOT_HAD)
def test_what_is_lost_sought_planned_or_conditional_is_not_had(column: str, cell: str, claim: str):
    assert judge(Draft(claim), {**CAST, column: cell}).kind is not VerdictKind.OK


@family(
    "text",
    [
        "Could we find twenty minutes after the holidays?",
        "Shall I send you a short overview?",
        "Just let me know which of the two you prefer.",
    ],
)
def test_a_call_to_action_claims_nothing(text: str):
    verdict = judge(Draft(text), {**CAST, "Source notes": "Ships vans."})
    assert (verdict.kind, verdict.claims) == (VerdictKind.OK, ())
