"""What stands around a claim: how we know it, who tells it, who brought us together."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

NEWS = "Bonn Post, Tue 8 Jul 2025: Ostwind sold 40 vans to Nord; the deal needs approval."
DASHED = "Moneyline, 30 Apr 2025 - Ostwind agreed to sell 40 vans to Nord."
BRACKETED = (
    "L'Avenir (14 March 2025): Ostwind trained 530 drivers this year, the rector, Ana Roy, said."
)
TOLD = "Levante reported on 9 May 2025 that Ostwind had ordered two cranes from Kolb."
RIVAL = "The Northern Standard reported on 22 April that a rival, Kolb Vans, had closed two yards."
GRANT = "Ostwind received a grant of £40,000 from Kolb in May."
POST = 'LinkedIn post by Mira, 8 May: "We stopped planning in sheets. It was slow."'
ARTICLE = 'A Bonn Post article of 22 January 2025 quotes Mira Dahl: "We turned 40 loads away."'
BIO = 'Instagram bio: "By appointment only. Ghent & Leeds." 57k followers.'
BROUGHT = "Introduced by Jo Lind (Kolb), a happy customer of ours."
CALL = "Phone 12 March: Mira said planning sits in Excel."

SAME = [
    # how we came to know it
    ("crm_notes", "Fleet of 80 vans.", "Looks like you have a fleet of 80 vans."),
    ("crm_notes", "Fleet of 80 vans.", "It seems that you have a fleet of 80 vans."),
    ("crm_notes", "Planning is slow.", "Sounds like planning is slow."),
    ("crm_notes", "Planning is slow.", "It sounds as if planning is slow."),
    ("Source notes", "Ostwind opened a depot in May.", "Loved that you opened a depot in May."),
    ("Source notes", "Ostwind opened a depot in May.", "I really liked how you opened a depot."),
    ("Source notes", "Ostwind opened a depot in May.", "So good to see that you opened a depot."),
    ("Source notes", "Ostwind opened a depot in May.", "It was great to read you opened a depot."),
    ("Source notes", "Ostwind opened a depot in May.", "Lovely seeing that you opened a depot."),
    # a frame and a source
    ("Source notes", "Trustpilot: 4.7 from 318 reviews.", "I noticed that Trustpilot shows 4.7 from 318 reviews."),
    ("Source notes", "Status page: 2 incidents in May.", "I saw on your status page 2 incidents in May."),
    ("Source notes", "Annual report 2024: 318 vans sold in 40 towns.", "Per your annual report, 318 vans were sold in 40 towns."),
    ("Source notes", "Fleet of 40 vans (own media kit, 2023).", "Your 2023 media kit gives your fleet 40 vans."),
    # what a paper tells
    ("news", NEWS, "Caught the Bonn Post piece: you sold 40 vans to Nord."),
    ("news", NEWS, "I read in the Bonn Post that you sold 40 vans to Nord."),
    ("news", NEWS, "The Bonn Post wrote that you sold 40 vans to Nord."),
    ("news", NEWS, "You sold 40 vans to Nord, I gather from the Bonn Post."),
    ("news", DASHED, "Moneyline reported that you agreed to sell 40 vans to Nord."),
    ("news", DASHED, "Read in Moneyline that you agreed to sell 40 vans to Nord."),
    ("news", BRACKETED, "I read in L'Avenir that you trained 530 drivers this year."),
    ("news", TOLD, "I read in Levante that you had ordered two cranes from Kolb."),
    ("news", TOLD, "You ordered two cranes from Kolb, Levante reported on 9 May."),
    ("news", RIVAL, "Kolb Vans had closed two yards, the Northern Standard reported on 22 April."),
    ("news", "Puerto Diario, 17 June 2025: Ostwind withdrew its bid.", "You withdrew your bid."),
    ("Source notes", "In its FY2024 report: scrap rate 2.1%, down from 3% in FY2023.", "I read in your FY2024 report that your scrap rate was 2.1%, down from 3% in FY2023."),
    # what they are congratulated on
    ("Source notes", GRANT, "Congrats on the grant of £40,000 you received from Kolb."),
    ("Source notes", GRANT, "Well done on the grant of £40,000 that you received in May."),
    ("Source notes", "Ostwind (Ghent) opened a depot in May.", "Kudos on opening a depot in May."),
    ("Source notes", "Kolb picked Ostwind for a tender in May.", "Well done on Kolb picking you for a tender."),
    # quotations
    ("Source notes", POST, 'You posted on LinkedIn on 8 May: "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST, '"We stopped planning in sheets. It was slow.", you wrote on LinkedIn.'),
    ("Source notes", ARTICLE, 'The Bonn Post quoted you: "We turned 40 loads away."'),
    ("Source notes", ARTICLE, 'You told the Bonn Post: "We turned 40 loads away."'),
    ("Source notes", BIO, 'Your Instagram bio reads "By appointment only. Ghent & Leeds."'),
    ("Source notes", 'Website: "same-week loads for vans".', 'Your website offers "same-week loads for vans".'),
    # what both sides did
    ("crm_notes", BROUGHT, "We were introduced by Jo Lind of Kolb."),
    ("crm_notes", BROUGHT, "Jo Lind introduced us."),
    ("crm_notes", "Referred by architect Jo Lind.", "I was referred to you by Jo Lind."),
    ("crm_notes", CALL, "On the phone on 12 March you said that your planning sits in Excel."),
    ("crm_notes", "Mira picked up 6/10, said they lose vans.", "When we spoke on 6/10, you said you lose vans."),
    ("crm_notes", "Had a call on 3 May.", "We had a call on 3 May."),
    # what we say of ourselves
    ("Our claims", 'Approved: "Our rota tool handles tips."', "Our rota tool handles tips."),
    ("Our claims", '"Used by 19 brokers in Bonn" (approved: J. Lind; until 1 Feb 2027)', "We are used by 19 brokers in Bonn."),
]  # fmt: skip

OTHER = [
    # a frame takes no hedge, condition or doer away
    ("crm_notes", "Planning may be slow.", "Sounds like planning is slow."),
    ("crm_notes", "Kolb has a fleet of 80 vans.", "Looks like you have a fleet of 80 vans."),
    ("crm_notes", "Fleet of 80 vans.", "Looks like you have a fleet of 90 vans."),
    ("crm_notes", "Planning is not slow.", "It seems that planning is slow."),
    ("Source notes", "Kolb opened a depot in May.", "Loved that you opened a depot in May."),
    ("Source notes", "Ostwind plans to open a depot.", "So good to see that you opened a depot."),
    ("Source notes", "Fleet of vans.", "Glad to see your fleet doubled."),
    ("crm_notes", BROUGHT, "Glad to have you as a happy customer of ours."),
    ("crm_notes", BROUGHT, "Happy to have you as a customer."),
    ("crm_notes", "Open to a call.", "We love that you are interested."),
    # the source is the one that the cell names
    ("Source notes", "Trustpilot: 4.7 from 318 reviews.", "I noticed that Kolbpilot shows 4.7 from 318 reviews."),
    ("Source notes", "Status page: 2 incidents in May.", "I saw on your careers page 2 incidents in May."),
    ("Source notes", "Status page: 2 incidents in May.", "I saw on your status page 3 incidents in May."),
    ("Source notes", "Status page of Kolb: 2 incidents in May.", "I saw on your status page 2 incidents in May."),
    ("Source notes", "Annual report 2024: 318 vans sold.", "Per your media kit, 318 vans were sold."),
    ("Source notes", "Fleet of 40 vans (Kolb media kit, 2023).", "Your 2023 media kit gives your fleet 40 vans."),
    ("Source notes", "Fleet of 40 vans (own media kit, 2023).", "Your 2024 media kit gives your fleet 40 vans."),
    ("news", NEWS, "Caught the Ghent Post piece: you sold 40 vans to Nord."),
    ("news", NEWS, "I read in the Bonn Times that you sold 40 vans to Nord."),
    ("news", NEWS, "The Bonn Post wrote that Nord sold 40 vans."),
    ("news", DASHED, "Levante reported that you agreed to sell 40 vans to Nord."),
    ("news", DASHED, "Moneyline reported that you sold 40 vans to Nord."),
    ("news", TOLD, "I read in Moneyline that you had ordered two cranes from Kolb."),
    ("news", TOLD, "You ordered two cranes from Kolb, Levante reported on 8 May."),
    ("news", RIVAL, "You had closed two yards, the Northern Standard reported on 22 April."),
    ("news", RIVAL, "Kolb Vans had closed two yards, the Southern Standard reported on 22 April."),
    # what somebody else says there stays theirs
    ("news", "Bonn Post, 8 Jul 2025: Kolb said Ostwind sold 40 vans.", "You sold 40 vans."),
    ("news", "Bonn Post, 8 Jul 2025: Ostwind sold 40 vans, said Kolb.", "You sold 40 vans."),
    ("news", "Bonn Post, 8 Jul 2025: Ostwind trained 530 drivers, the rector of Kolb, Ana Roy, said.", "You trained 530 drivers."),
    ("news", "Bonn Post, 8 Jul 2025: Ostwind may sell 40 vans.", "You sell 40 vans."),
    ("news", "Bonn Post, 8 Jul 2025: it sold 40 vans.", "You sold 40 vans."),
    ("news", "Bonn Post, 8 Jul 2025: the company sold 40 vans.", "You sold 40 vans."),
    ("news", "Kolb, 8 Jul 2025: it runs 40 vans.", "You run 40 vans."),
    ("Source notes", "Kolb, 3 May 2025 - sold 40 vans.", "You sold 40 vans."),
    ("Source notes", "In its FY2024 report: scrap rate 2.1%.", "I read in your FY2023 report that your scrap rate is 2.1%."),
    # somebody else did it
    ("Source notes", GRANT, "Congrats on the grant of £40,000 you gave to Kolb."),
    ("Source notes", GRANT, "Congrats on the grant of £40,000 you received from Nord."),
    ("Source notes", "Kolb received a grant of £40,000.", "Congrats on the grant of £40,000 you received."),
    ("Source notes", "Kolb (Ghent) opened a depot in May.", "Kudos on opening a depot in May."),
    ("Source notes", "Ostwind opens a depot in May.", "Congrats on the depot you opened in May."),
    ("Source notes", "Kolb picked Nord for a tender in May.", "Well done on Kolb picking you for a tender."),
    ("Source notes", "Ostwind picked Kolb for a tender in May.", "Well done on Kolb picking you for a tender."),
    # quotations
    ("Source notes", POST, 'You posted on LinkedIn on 9 May: "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST, 'You posted on Facebook: "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST, 'On LinkedIn you wrote "We stopped planning in sheets. It was quick."'),
    ("Source notes", POST, 'Kolb wrote on LinkedIn: "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST, 'You wrote to Kolb: "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST.replace("Mira", "Jo Lind"), 'On LinkedIn you wrote "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST.replace("Mira", "Mira's brother"), 'On LinkedIn you wrote "We stopped planning in sheets. It was slow."'),
    ("Source notes", POST.replace("by Mira", "by Jo Lind to Mira"), 'On LinkedIn you wrote "We stopped planning in sheets. It was slow."'),
    ("Source notes", ARTICLE, 'The Ghent Post quoted you: "We turned 40 loads away."'),
    ("Source notes", ARTICLE, 'You quoted the Bonn Post: "We turned 40 loads away."'),
    ("Source notes", ARTICLE, 'You never told the Bonn Post: "We turned 40 loads away."'),
    ("Source notes", ARTICLE.replace("Dahl", "Dahl and Jo Lind"), 'The Bonn Post quoted you: "We turned 40 loads away."'),
    ("Source notes", ARTICLE, 'You wrote: "We turned 40 loads away, twice."'),
    ("crm_notes", 'Mira: "Planning is slow. We hate it."', 'You wrote "Planning is slow. We hate it."'),
    ("Source notes", BIO, 'Your Instagram bio reads "By appointment. Ghent & Leeds."'),
    ("Source notes", BIO, 'Your Facebook bio reads "By appointment only. Ghent & Leeds."'),
    ("Source notes", BIO, 'Your Instagram bio reads "By appointment only. Ghent & Leeds." You have 40 vans.'),
    ("Source notes", BIO.replace("bio", "bio of Kolb"), 'Your Instagram bio reads "By appointment only. Ghent & Leeds."'),
    ("Source notes", BIO.replace("Insta", "Old Insta"), 'Your Instagram bio reads "By appointment only. Ghent & Leeds."'),
    ("Source notes", 'Website: "same-week loads for vans".', 'Your website offers "same-day loads for vans".'),
    # who brought us together
    ("crm_notes", BROUGHT, "We were introduced by Jo Lind of Nord."),
    ("crm_notes", BROUGHT, "We were referred by Jo Lind."),
    ("crm_notes", BROUGHT, "Jo Lind introduced you to Nord."),
    ("crm_notes", "Not introduced by Jo Lind.", "We were introduced by Jo Lind."),
    ("crm_notes", "Wants to be introduced by Jo Lind.", "We were introduced by Jo Lind."),
    ("crm_notes", "Introduced by a rival of Jo Lind.", "Jo Lind introduced us."),
    ("crm_notes", "Introduced by Jo Lind to Kolb.", "We were introduced by Jo Lind."),
    ("Source notes", "Introduced by Jo Lind, the tool plans vans.", "We were introduced by Jo Lind."),
    ("crm_notes", "Fleet of 40 vans.", "We have a fleet of 40 vans."),
    ("crm_notes", "Used by 19 brokers.", "We are used by 19 brokers."),
    ("crm_notes", "Sold 40 vans.", "We sold 40 vans."),
    ("crm_notes", CALL, "On the phone on 13 March you said that your planning sits in Excel."),
    ("crm_notes", CALL, "On Zoom on 12 March you said that your planning sits in Excel."),
    ("crm_notes", CALL.replace("Mira", "Jo Lind"), "On the phone on 12 March you said that your planning sits in Excel."),
    ("crm_notes", "Mira picked up 6/10, said they lose vans.", "When we spoke on 6/3, you said you lose vans."),
    # what was not approved
    ("Our claims", 'Not approved: "Our rota tool handles tips."', "Our rota tool handles tips."),
    ("Our claims", 'Draft: "Our rota tool handles tips."', "Our rota tool handles tips."),
    ("Our claims", 'Approved for Kolb only: "Our rota tool handles tips."', "Our rota tool handles tips."),
    ("Our claims", '"Used by 19 brokers in Bonn" (approved: J. Lind)', "We are used by 19 brokers."),
    ("Our claims", '"Used by 19 brokers in Bonn" (not approved: J. Lind)', "We are used by 19 brokers in Bonn."),
    ("Our claims", '"Used by 19 brokers" (approved for Kolb only)', "We are used by 19 brokers."),
]  # fmt: skip

CALLS = [
    ("Would a 20-minute call next week suit you?", True),
    ("Worth a 15-minute call next week?", True),
    ("Worth a quick 15 min chat?", True),
    ("Happy to have a call on Tuesday.", True),
    ("Happy to hear more from you.", True),
    ("Happy to be of help.", True),
    ("Would a 20-minute call about your 40 vans suit you?", False),
    ("Worth a call on your 15-minute delays?", False),
    ("Glad to be your supplier.", False),
    ("Glad to see you happy with us.", False),
]


@family(("column", "cell", "text"), SAME)
def test_what_stands_around_a_claim_may_say_how_it_is_known(column: str, cell: str, text: str):
    passes(text, "", **{column: cell})


@family(("column", "cell", "text"), OTHER)
def test_nobody_is_given_words_and_deeds_of_another(column: str, cell: str, text: str):
    held(text, "", **{column: cell})


@family(("text", "free"), CALLS)
def test_a_call_that_only_asks_for_time_needs_no_proof(text: str, *, free: bool):
    (passes if free else held)("Hello Mira. " + text, "")
