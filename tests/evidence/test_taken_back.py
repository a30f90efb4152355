"""What stands around a fact and takes it back, or gives it to another, is never cut off."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import held, passes

FACTS = [
    ("Uses Sage for payroll", "You use Sage for payroll."),
    ("Ostwind has 40 vans in Kiel", "You have 40 vans in Kiel."),
    ("Payroll on Sage", "Your payroll is on Sage."),
    ("Fleet: 40 vans", "Your fleet is 40 vans."),
]
BEHIND = [
    " (planned).", " (proposed).", " (on hold).", " (tbc).", " (not yet).", " (no).", " (?).",
    " (rumour).", " (wrong).", " (not confirmed).", " (rival).", " (parent).", " (sold).",
    " (cancelled).", " (ended).", ", planned.", ", since sold.", ", now closed.", ", now stopped.",
    ", not confirmed.", ", later dropped.", ", but sold it.", ", but that ended.", "; not true.",
    "; since ended.", "; cancelled later.", " at a rival.", " at the parent.", " in theory.",
]  # fmt: skip

SAME = [
    ("Uses Sage (payroll).", "You use Sage."),
    ("Ostwind has 40 vans, 12 of them in Kiel.", "You have 40 vans."),
    ("Ostwind opened a yard in Kiel in 2019, closed in 2023.", "You opened a yard in Kiel in 2019."),
    ("Ostwind has 40 vans; target for 2027 is 90.", "You have 40 vans."),
    ("Wait in May: 6 min (target 3 min).", "Your wait in May was 6 min."),
    ("Safety report 2024: 4 injuries.", "Your 2024 safety report gives 4 injuries."),
    ("Depots: Hull (40), Kiel (9), Leeds (3).", "You have 9 depots in Kiel."),
    ("Fleet: 40 vans, 12 trucks.", "You have 12 trucks."),
    ("Carriers: Kolb, Nord; customers: Lidl, Edeka.", "Kolb and Nord are your carriers."),
    ("Ostwind, which has 40 depots, uses Sage.", "You use Sage."),
    ("Two shops opened in May.", "You opened two shops in May."),
    ("9 of its 40 vans are electric.", "9 of your 40 vans are electric."),
    ('Instagram bio: "Trucks for the north."', 'Your Instagram bio reads "Trucks for the north."'),
    ("Previous agency: Kolb (contract ended 2024).", "Your contract with Kolb ended in 2024."),
]  # fmt: skip

OTHER = [
    # an item of a list that belongs to another label, place or owner
    ("Depots: Hull (40), Planned: Kiel (9), Leeds (3).", "You have 9 depots in Kiel."),
    ("Depots: Hull (40), Kolb: Kiel (9), Leeds (3).", "You have 9 depots in Kiel."),
    ("Depots: Hull 40, Rival Kolb Kiel 9.", "You have 9 depots in Kiel."),
    ("52 depots (40 in Hull, Kolb 9 in Kiel).", "You have 9 depots in Kiel."),
    ("Fleet: 40 vans, Kolb 12 trucks.", "You have 12 trucks."),
    ("Fleet: rival 40 vans, 12 trucks.", "You have 12 trucks."),
    ("Carriers: Kolb, Nord; customers: Lidl, Edeka.", "Kolb and Nord are your customers."),
    ("Carriers: Kolb, Nord, customers: Lidl, Edeka.", "Nord is your customer."),
    ("Clients (lost): Kolb, Nord.", "Kolb and Nord are your clients."),
    ("Competitors Hull 9 vans, Leeds 4 vans.", "You have 4 vans in Leeds."),
    ("Kolb Facebook 9k fans, TikTok 4k fans.", "You have 4k fans on TikTok."),
    ("New vans (8): order cancelled.", "You have 8 new vans."),
    ("Vans (8 nos.) wanted for the Kiel yard.", "You have 8 vans."),
    ("Payroll on Sage planned for May.", "Your payroll is on Sage."),
    ("Smell complaints in 2022, none since.", "There are smell complaints."),
    # a label over it
    ("Kolb's fleet: 40 vans, 12 trucks.", "You have 40 vans."),
    ("Rival fleet: 40 vans, 12 trucks.", "You have 40 vans."),
    ("Fleet 2027: 40 vans.", "You have 40 vans."),
    ("Sold: 9 depots.", "You have 9 depots."),
    ("For sale: 9 depots.", "You have 9 depots."),
    ("Lost: opened a depot in Kiel.", "You opened a depot in Kiel."),
    ("Rival blog: opened a depot in Kiel.", "You opened a depot in Kiel."),
    ("Supplier newsletter: 40 vans.", "You have 40 vans."),
    ("Kolb website: 40 vans.", "You have 40 vans."),
    ("Industry report 2024: wage costs 39%.", "Your wage costs are 39%."),
    ('Kolb bio: "Trucks for the north."', 'Your bio reads "Trucks for the north."'),
    ('Instagram bio of Kolb: "Trucks for the north."', 'Your Instagram bio reads "Trucks for the north."'),
    # done by another
    ("Two shops opened by Kolb in May.", "You opened two shops in May."),
    ("Two shops opened by Kolb in May.", "You opened two shops."),
    ("Ostwind supplies Kolb, which has 40 depots and uses Sage.", "You use Sage."),
    ("Ostwind works for Kolb, which runs 12 ships and plans a site in Kiel.", "You plan a site in Kiel."),
    ("A Lidl store opens next to the Kiel yard in May.", "You open a Lidl store in May."),
    ("Kolb runs three yards.", "Three yards were run by Kolb."),
    ("All but 9 of its 40 vans are electric.", "9 of your 40 vans are electric."),
    ("All but 9 of its 40 vans are electric.", "9 vans are electric."),
    ("According to the board minutes of 6 May 2025, the motion failed.", "According to the board minutes of 9 June 2024, the motion failed."),
]  # fmt: skip


@family(("fact", "text"), FACTS)
def test_a_bare_fact_passes_and_with_what_takes_it_back_it_is_held(fact: str, text: str):
    passes(text, f"{fact}.")
    for end in BEHIND:
        held(text, fact + end)


@family(("cell", "text"), SAME)
def test_what_only_tells_more_may_be_cut_off(cell: str, text: str):
    passes(text, cell)


@family(("cell", "text"), OTHER)
def test_what_belongs_to_another_or_is_not_so_is_held(cell: str, text: str):
    held(text, cell)


def test_a_share_of_ours_is_never_proven_by_the_leads_cells():
    lead = {"Company": "Ostwind", "News": "Ostwind has 140 staff, 31 in Bonn."}
    assert judge(Draft("31 of your 140 staff are in Bonn."), lead).kind is VerdictKind.OK
    assert judge(Draft("31 of our 140 staff are in Bonn."), lead).kind is not VerdictKind.OK
