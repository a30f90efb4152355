"""Items of notes, labels and lists, said as sentences or in another order."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # what was so, and is not now
    ("Orders on paper until 2023, now web forms.", "Your orders were on paper until 2023."),
    ("Stock lists in Excel until May 2024; since then in Sage.", "Your stock lists were in Excel until May 2024."),
    ("Depot in Lyon audited by Kolb.", "Your depot in Lyon was audited by Kolb."),
    ("Ghent yard designed by Hay.", "Your Ghent yard was designed by Hay."),
    ("86,000 guests in its first year after the move.", "You had 86,000 guests in your first year after the move."),
    # items of a list
    ("14 depots in Kent; payroll on Kolb since 2018, docks in 9 depots.", "Your payroll has been on Kolb since 2018."),
    ("Permit for vans granted 5 Feb 2025; application for trucks pending.", "Your application for trucks is pending."),
    ("Yard 2 in Bonn runs vans; Yard 3, still under construction, is designed for 300 t.", "Your Yard 3, designed for 300 t, is still under construction."),
    ("Freight agency (Ghent/Bonn), 640 drivers, 47 yards.", "You have 640 drivers and 47 yards."),
    ("Freight agency in Ghent, 640 drivers, 47 yards.", "You have 47 yards and 640 drivers."),
    ("Store on Kolb since 2022; before that Hay.", "You have been on Kolb since 2022, and on Hay before that."),
    ("Yard crane, bought second-hand in 2018.", "In 2018 you bought a second-hand yard crane."),
    ("Yard crane, bought in 2018.", "You bought a yard crane in 2018."),
    # labels
    ("TMS: Kolb (month to month).", "Your TMS is Kolb, month to month."),
    ("POS: Lightspeed (month to month).", "Your POS is Lightspeed, month to month."),
    ("40 vans, carrier = Kolb until Dec, rates by hand.", "Kolb is your carrier until December."),
    ('rates run quarterly, by hand, in Excel (Mira\'s words: "a mess"). carrier = Kolb until Dec.', "Kolb is your carrier until December."),
    ("Sponsors: oil firm Kolb, van maker Nord.", "Kolb and Nord are your sponsors."),
    ("Carriers: Kolb, Nord, Hay.", "Hay and Kolb are your carriers."),
    ("New depots due: Ghent (Q4 2026), Bonn (Q1 2027).", "New depots are due in Ghent (Q4 2026) and Bonn (Q1 2027)."),
    ("Client list incl. Nord, Kolb, Hay.", "Your client list includes Nord, Kolb and Hay."),
    ("Kolb: last post v3.8.1 on 12 June 2025.", "Your last post on Kolb was v3.8.1, on June 12, 2025."),
    ("G2: 4.6/5 over 73 reviews; the most common complaint is loading time.", "On G2 the most common complaint is loading time."),
    ("Hull yard: building permit granted by the council.", "The building permit for your Hull yard was granted by the council."),
    ("Recall 14 Feb 2025: 2,600 tyres (label error).", "The recall on 14 Feb 2025 covered 2,600 tyres."),
    ("ISO 9001 certificate, next audit Nov 2025.", "Your next ISO 9001 audit is in Nov 2025."),
    # lists the other way round
    ("Hiring: Clerk (Bonn), Planner (remote).", "You are hiring a Planner (remote) and a Clerk (Bonn)."),
    ("Hiring: QA officer, 2 technicians (fixed term).", "Among the people you are hiring are 2 technicians (fixed term)."),
    ("Instagram 52.3k followers, TikTok 118k followers.", "You have 118k followers on TikTok."),
    ("Instagram 52.3k followers, TikTok 118k followers.", "You have 52.3k followers on Instagram."),
    ("Instagram: 57,800 followers.", "57,800 people follow you on Instagram."),
    ("Rates by phone/fax.", "Your rates are by phone or fax."),
    # parts of a whole
    ("Certified depots: 8 out of 12.", "Eight of your 12 depots are certified."),
    ("Certified depots: 8 of 12.", "Eight out of your 12 depots are certified."),
    ("Page lists 7 open tours, 3 sold out.", "Of the 7 open tours on your page, 3 are sold out."),
    ("Page lists 7 open tours, 3 sold out.", "3 of your 7 open tours are sold out."),
    ("Kolb: 3.9, 1,870 reviews, several mention late vans.", "Several of your Kolb reviews mention late vans."),
    ("Ostwind agreed to sell 900 of its 3,100 trucks to Kolb for ZAR 2.7bn.", "You agreed to sell 900 trucks to Kolb for ZAR 2.7 billion."),
    ("70% of freight is steel, 20% tyres, 10% other.", "Steel makes up 70% of your freight."),
    ("70% of freight is steel, 20% tyres, 10% other.", "Steel accounts for 70% of your freight, tyres 20%."),
    # so many here and there
    ("Trucks: Hull (40), Leeds (12).", "You have 40 trucks in Hull."),
    ("Trucks: Hull (40), Leeds (12).", "In Leeds you have 12 trucks."),
    ("11 yards (Hull 7, Leeds 4).", "You have 7 yards in Hull."),
    ("11 yards (7 in Hull, 4 in Leeds).", "You have 7 yards in Hull."),
    ("Vans (40), trucks (12).", "You have 40 vans."),
    ("Supplied Kolb vans (8 nos.) in 2025.", "In 2025 you supplied 8 Kolb vans."),
    ("Fleet: 40 vans, 12 trucks.", "You have 12 trucks and 40 vans."),
    ("Warehouse in Hull (9,000 sqm, since 2021).", "You have a 9,000 sqm warehouse in Hull."),
    ("Flu checks: 640 a month on average, Oct-Dec 2025.", "From October to December 2025 you did 640 flu checks a month on average."),
    # what is used, and whom they work for
    ("Clients: Kolb, Nord, Hay.", "Your clients include Hay and Nord."),
    ("Clients: Kolb, Nord, Hay.", "You count Hay and Nord among your clients."),
    ("Staff of eight, all work from home since 2020.", "Your staff of eight have all worked from home since 2020."),
    # money and who gave it
    ("It raised SEK 85 million in a Series B led by Nord on 11 May 2024.", "Congrats on the SEK 85 million Series B led by Nord."),
    ("Seed round: USD 4M (led by Nord, Oct 2024).", "Congrats on the $4M seed round led by Nord."),
    # who or what it is
    ("Its newest ship, the Ardent, carries 850 vans and 210 cars.", "850 vans and 210 cars are carried by the Ardent, your newest ship."),
    ("Its newest ship, the Ardent, carries 850 vans and 210 cars.", "The Ardent, your newest ship, carries 850 vans and 210 cars."),
    ("Family firm, 3rd generation.", "Your firm is a family firm in its 3rd generation."),
    ("Family firm, 3rd generation.", "You are a third-generation family firm."),
    # shorthand
    ("Bills ~900 loads/mo by hand.", "You bill about 900 loads a month by hand."),
    ("Orders in by 4pm ship same day.", "Orders in by 4 pm ship the same day."),
    ("Yard shut til May.", "Your yard is shut till May."),
]  # fmt: skip

OTHER = [
    # nothing says that it is over, or that it is not
    ("Orders on paper until 2023.", "Your orders are on paper."),
    ("Lead time 9 weeks until May.", "Your lead time was 9 weeks until May."),
    ("Stock lists in Excel until 2027.", "Your stock lists were in Excel."),
    ("Yard run by Kolb.", "Your yard was run by Kolb."),
    ("Yard to be audited by Kolb.", "Your yard was audited by Kolb."),
    ("Yard not yet audited by Kolb.", "Your yard was audited by Kolb."),
    ("Rejected by Kolb.", "You were rejected by Kolb."),
    ("86,000 guests planned in its first year after the move.", "You had 86,000 guests in your first year after the move."),
    ("Kolb had 86,000 guests in its first year.", "You had 86,000 guests in your first year."),
    # another's item
    ("14 depots in Kent; no payroll on Kolb since 2018.", "Your payroll has been on Kolb since 2018."),
    ("Permit for vans pending; application for trucks granted.", "Your application for trucks is pending."),
    ("Permit for vans granted; application for trucks by Kolb pending.", "Your application for trucks is pending."),
    ("Yard 3, still under construction, is designed for 300 t.", "Your Yard 3 is under construction for 300 t."),
    ("Yard 3, designed for 300 t, was still under construction in May.", "Your Yard 3, still under construction, is designed for 300 t."),
    ("Agency: Kolb, 640 drivers, 47 yards.", "You have 640 drivers and 47 yards."),
    ("Store on Kolb since 2022; before that Hay.", "You have been on Hay since 2022, and on Kolb before that."),
    ("Payroll on Kolb since 2022.", "You have been on Kolb since 2022."),
    ("Yard crane, bought by Kolb in 2018.", "You bought a yard crane in 2018."),
    ("Yard crane, sold in 2018.", "You bought a yard crane in 2018."),
    ("Hay yard crane, bought second-hand in 2018.", "In 2019 you bought a second-hand yard crane."),
    ("Kolb crane, bought new in 2018.", "In 2018 you bought a second-hand Kolb crane."),
    # labels
    ("Former carrier: Kolb.", "Kolb is your carrier."),
    ("Carrier: Kolb until Dec.", "Kolb is your carrier until May."),
    ("Main donor: Kolb.", "You are the main donor of Kolb."),
    ("Rival Nord, carrier: Kolb.", "Kolb is your carrier."),
    ("Nord's carrier: Kolb.", "Kolb is your carrier."),
    ("Sponsors: Kolb. Rivals: Nord.", "Kolb and Nord are your sponsors."),
    ("Sponsors: Kolb; Nord is a rival.", "Kolb and Nord are your sponsors."),
    ("Sponsors: former owner of Kolb, Nord.", "Kolb and Nord are your sponsors."),
    ("Sponsors: not Kolb, Nord.", "Kolb and Nord are your sponsors."),
    ("Sponsors: Kolb, Nord (until 2023).", "Kolb and Hay are your sponsors."),
    ("New depots due: Ghent (Q4 2026), Bonn (Q1 2027).", "New depots are due in Ghent (Q1 2027)."),
    ("New depots due: Ghent (Q4 2026), Bonn (Q1 2027).", "New depots opened in Ghent (Q4 2026) and Bonn (Q1 2027)."),
    ("New depots due: Ghent (Q4 2026), Bonn (Q1 2027).", "New depots are due in Bonn (Q4 2026) and Ghent (Q1 2027)."),
    ("Kolb: last post v3.8.1 on 12 June 2025.", "Your last post on Nord was v3.8.1, on June 12, 2025."),
    ("Kolb: last post v3.8.1 on 12 June 2025; Nord: last post in May.", "Your last post on Kolb was in May."),
    ("G2: 4.6/5; Kolb: the most common complaint is loading time.", "On G2 the most common complaint is loading time."),
    ("Hull yard: building permit refused by the council.", "The building permit for your Hull yard was granted by the council."),
    ("Hull yard: building permit granted by the council.", "The building permit for your Ghent yard was granted by the council."),
    ("ISO 9001 certificate, next audit Nov 2025.", "Your next ISO 14001 audit is in Nov 2025."),
    ("ISO 9001 certificate, next audit Nov 2025.", "Your last ISO 9001 audit was in Nov 2025."),
    ("ISO 9001 certificate, Kolb, next audit Nov 2025.", "Your next ISO 14001 audit is in Nov 2025."),
    # lists the other way round
    ("Hiring: Clerk (Bonn), Planner (remote).", "You are hiring a Planner (Bonn) and a Clerk (remote)."),
    ("Hiring: Clerk, Planner. Filled: Driver.", "You are hiring a Planner and a Driver."),
    ("Hired: QA officer, 2 technicians.", "Among the people you are hiring are 2 technicians."),
    ("Instagram 52.3k followers, TikTok 118k followers.", "You have 118k followers on Instagram."),
    ("Instagram 52.3k followers, TikTok 118k followers.", "You have 52.3k followers on TikTok."),
    ("Instagram 52.3k followers, 118k likes on TikTok.", "You have 118k followers on TikTok."),
    ("Rival Kolb: Instagram 52.3k followers, TikTok 118k followers.", "You have 118k followers on TikTok."),
    ("Kolb has 57,800 followers on Instagram.", "57,800 people follow you on Instagram."),
    ("Kolb Instagram: 57,800 followers.", "57,800 people follow you on Instagram."),
    ("Rates by phone, not fax.", "Your rates are by phone or fax."),
    ("Vans and 40 trucks in Hull.", "You have trucks and 40 vans in Hull."),
    # parts of a whole
    ("Certified depots: 8 out of 12.", "Twelve of your 8 depots are certified."),
    ("Certified depots: 8 out of 12.", "8 of your 12 depots are new."),
    ("Certified depots planned: 8 out of 12.", "Eight of your 12 depots are certified."),
    ("Page lists 7 open tours, 3 sold out.", "Of the 3 open tours on your page, 7 are sold out."),
    ("Page lists 7 open tours, 3 sold out.", "Of the 7 open tours on your page, 3 are closed."),
    ("Page lists 7 open tours, 3 not sold out.", "Of the 7 open tours on your page, 3 are sold out."),
    ("Kolb: 3.9, 1,870 reviews, several mention late vans.", "Several of your Nord reviews mention late vans."),
    ("Kolb: 3.9, 1,870 reviews, one mentions late vans.", "Several of your Kolb reviews mention late vans."),
    ("Ostwind agreed to sell 900 of its 3,100 trucks to Kolb.", "You agreed to sell 3,100 trucks to Kolb."),
    ("Ostwind agreed to sell 900 of its 3,100 trucks to Kolb.", "You sold 900 trucks to Kolb."),
    ("70% of freight is steel, 20% tyres, 10% other.", "Tyres make up 70% of your freight."),
    ("70% of freight is steel, 20% tyres, 10% other.", "Steel accounts for 70% of your freight, tyres 10%."),
    ("70% of freight was steel in 2020.", "Steel makes up 70% of your freight."),
    ("70% of Kolb's freight is steel.", "Steel makes up 70% of your freight."),
    # so many here and there
    ("Trucks: Hull (40), Leeds (12).", "You have 12 trucks in Hull."),
    ("Trucks: Hull (40), Leeds (12).", "You have 40 vans in Hull."),
    ("Kolb trucks: Hull (40), Leeds (12).", "You have 40 trucks in Hull."),
    ("Trucks sold: Hull (40), Leeds (12).", "You have 40 trucks in Hull."),
    ("11 yards (Hull 7, Leeds 4).", "You have 7 yards in Leeds."),
    ("11 yards (Hull 7, Leeds 4).", "You have 11 yards in Hull."),
    ("11 yards (Hull 7 of them leased, Leeds 4).", "You have 4 yards in Hull."),
    ("Vans (40), trucks (12).", "You have 40 trucks."),
    ("Vans (2019), trucks (12).", "You have 2019 vans."),
    ("Supplied Kolb vans (8 nos.) in 2025.", "In 2025 you supplied 8 Nord vans."),
    ("Supplied Kolb vans (8 t) in 2025.", "In 2025 you supplied 8 Kolb vans."),
    ("Fleet: 40 vans, 12 trucks.", "You have 40 trucks and 12 vans."),
    ("Fleet: 40 vans, 12 trucks on order.", "You have 12 trucks."),
    ("Fleet: 40 vans, not 12 trucks.", "You have 12 trucks."),
    ("Warehouse in Hull (9,000 sqm).", "You have a 9,000 sqm warehouse in Leeds."),
    ("Warehouse in Hull (9,000 sqm planned).", "You have a 9,000 sqm yard in Hull."),
    # what is used, and whom they work for
    ("Payroll on Kolb until May.", "You use Kolb for payroll."),
    ("Payroll: Kolb (until May).", "You use Kolb for payroll."),
    ("Payroll not on Kolb.", "You use Kolb for payroll."),
    ("Payroll: Kolb.", "You use Kolb for rates."),
    ("Payroll: Kolb since 2018.", "You have used Kolb for payroll since 2017."),
    ("Former ERP: Kolb since 2019.", "You have used Kolb as your ERP since 2019."),
    ("Rival's ERP: Kolb since 2019.", "You have used Kolb as your ERP since 2019."),
    ("Former clients: Kolb, Nord, Hay.", "Your clients include Hay and Nord."),
    ("Clients: Kolb, Nord. Suppliers: Hay.", "Your clients include Hay and Nord."),
    ("Clients of Kolb: Nord, Hay.", "You count Hay and Nord among your clients."),
    ("Staff of eight, all work from home.", "Your staff of eight have all worked from home."),
    # money and who gave it
    ("It spent SEK 85 million in a Hull yard built by Nord.", "Congrats on the SEK 85 million Hull yard built by Nord."),
    ("Kolb raised SEK 85 million in a Series B led by Nord.", "Congrats on the SEK 85 million Series B led by Nord."),
    ("It hopes to raise SEK 85 million in a Series B led by Nord.", "Congrats on the SEK 85 million Series B led by Nord."),
    ("Seed round: USD 4M (led by Nord, Oct 2024).", "Congrats on the $4M seed round led by Kolb."),
    # who or what it is
    ("Its newest ship, the Ardent, carries 850 vans.", "850 vans are carried by the Ardent, your oldest ship."),
    ("Kolb's newest ship, the Ardent, carries 850 vans.", "850 vans are carried by the Ardent, your newest ship."),
    ("Its newest ship, the Ardent, will carry 850 vans.", "850 vans are carried by the Ardent, your newest ship."),
    ("Family firm, 3rd generation.", "You are a second-generation family firm."),
    ("Supplier is a family firm, 3rd generation.", "You are a third-generation family firm."),
    # shorthand
    ("Bills ~900 loads/mo by hand.", "You bill 900 loads a month by hand."),
    ("Bills ~900 loads/mo by hand.", "You bill about 900 loads a week by hand."),
    ("Bills 900 loads, MO office by hand.", "You bill 900 loads a month by hand."),
    ("Orders in by 4pm ship same day.", "Orders in by 4 am ship the same day."),
    ("Orders in by 4pm ship same day.", "Orders in by 5 pm ship the same day."),
    ("Yard shut til May.", "Your yard is shut."),
]  # fmt: skip


@family(("cell", "text"), SAME)
def test_an_item_of_a_note_said_as_a_sentence_passes(cell: str, text: str):
    for column in ("Source_notes", "Public_facts"):
        passes(text, **{column: cell})


@family(("cell", "text"), OTHER)
def test_what_an_item_does_not_say_is_held(cell: str, text: str):
    for column in ("Source_notes", "Public_facts"):
        held(text, **{column: cell})


@family(
    "cell",
    [
        "Kolb, 14 depots; payroll on Sage since 2018.",
        "Kolb in Kent; payroll on Sage since 2018.",
        "Rival Kolb: 14 depots; payroll on Sage since 2018.",
        "Supplier in Kent; payroll on Sage since 2018.",
        "Kolb is a rival; payroll on Sage since 2018.",
    ],
)
def test_a_public_list_that_names_another_may_tell_of_it(cell: str):
    held("Your payroll has been on Sage since 2018.", Public_facts=cell)


@family(
    ("cell", "text"),
    [
        ("40 vans; payroll on Kolb since 2018.", "You have used Kolb for payroll since 2018."),
        ("Payroll on Kolb.", "You use Kolb for payroll."),
        ("Payroll: Kolb.", "You use Kolb for payroll."),
        ("ERP: Kolb since 2019.", "You have used Kolb as your ERP since 2019."),
    ],
)
def test_what_our_notes_have_for_a_thing_is_used_for_it(cell: str, text: str):
    passes(text, Source_notes=cell)
    held(text, Public_facts=cell)


def test_it_is_the_one_thing_that_a_reply_wishes_for():
    reply = "We would love to have live stock one day but it is not a priority."
    passes("You wrote that live stock is not a priority.", Last_reply=reply)
    held("You wrote that live stock is a priority.", Last_reply=reply)
    held("You wrote that one day is not a priority.", Last_reply=reply)
    other = "We would love to have live stock but our boss says it is not a priority."
    held("You wrote that live stock is not a priority.", Last_reply=other)
