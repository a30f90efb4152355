"""A count that several things share, a level of a day gone by, and what is another's.

The cell stands first. Beside what must be held stands the true sentence most like it.
"""

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import KEPT, _cells, held, passes

SHARED = [
    ("Ostwind hired 40 planners and drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and drivers.", "You hired 40 drivers."),
    ("Ostwind hired 40 planners and drivers.", "Congrats on hiring 40 planners."),
    ("Ostwind hired 40 planners & drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners or drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners, drivers and cooks.", "You hired 40 planners."),
    ("Ostwind hired 40 planners, and drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners (and drivers).", "You hired 40 planners."),
    ("Ostwind hired 40 planners plus drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners as well as drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners, as well as drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and drivers in Ghent.", "You hired 40 planners in Ghent."),
    ("Ostwind hired 40 new planners and old drivers.", "You hired 40 new planners."),
    ("Ostwind hired 40 Poles and Germans.", "You hired 40 Poles."),
    ("Ostwind hired 40 Poles, Germans and Danes.", "You hired 40 Poles."),
    ("Ostwind sold 40 Volvos and Scanias.", "You sold 40 Volvos."),
    ("Ostwind sold 40 boxes of apples and pears.", "You sold 40 boxes of apples."),
    ("Ostwind spent £4 million on vans and trucks.", "You spent £4 million on vans."),
    ("Ostwind has 40 staff and drivers in Ghent.", "You have 40 staff."),
    ("Ostwind has 40 vans/bikes.", "You have 40 vans."),
    ("40 planners and drivers were hired.", "40 planners were hired."),
    ("Ostwind runs a fleet of 58 vans and bikes.", "You run 58 vans."),
    ("Ostwind has a total of 58 vans and bikes.", "You have 58 vans."),
    ("Careers page: 9 open roles for planners and drivers.", "You are hiring 9 planners."),
]

UNSHARED = [
    ("Ostwind hired 40 planners and drivers.", "You hired 40 planners and drivers."),
    ("Ostwind hired 40 planners and 12 drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and five drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and a driver.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and several drivers.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and sold 12 vans.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and opened a depot.", "You hired 40 planners."),
    ("Ostwind hired 40 planners and drivers are scarce.", "You hired 40 planners."),
    ("Ostwind hired 40 planners, which helps.", "You hired 40 planners."),
    ("Ostwind has 40 vans and is based in Ghent.", "You have 40 vans."),
    ("Ostwind has 40 vans and runs a depot.", "You have 40 vans."),
    ("Ostwind has 40 vans, ships to Ghent and sells crates.", "You have 40 vans."),
    ("Ostwind has 40 vans and revenue of £5 million.", "You have 40 vans."),
    ("Ostwind has 40 staff and cares for 90 children.", "You have 40 staff."),
    ("Lind is the second in command, mentor and cook.", "Lind is the second in command."),
    ("40 vans reached Ghent and Kolb paid.", "40 vans reached Ghent."),
    ("Ostwind runs a fleet of 58 vans and bikes.", "You run a fleet of 58 vans and bikes."),
    ("Ostwind runs a fleet of 58 vans.", "You run 58 vans."),
]

OTHERS = [
    # whose the seats are
    ("Ostwind opened an office with a hall with 140 seats.", "You opened a 140-seat office."),
    ("Ostwind opened an office with a hall that has 140 seats.", "You opened a 140-seat office."),
    ("Ostwind opened an office with Kolb with 140 seats.", "You opened a 140-seat office."),
    ("Ostwind has an office in a tower of 140 floors.", "You have an office of 140 floors."),
    # what was reached once
    ("Occupancy reached 96%.", "Your occupancy is 96%."),
    ("Occupancy reached 96%.", "You have 96% occupancy."),
    ("Backlog hit £2 million.", "Your backlog is £2 million."),
    ("Backlog hit £2 million.", "Your backlog: £2 million."),
    ("Backlog totalled £2 million.", "Your backlog is £2 million."),
    # what was so
    ("Careers page had 9 open roles for planners.", "You are hiring 9 planners."),
    ("Careers page listed 9 open roles for planners.", "You are hiring 9 planners."),
    ("G2 rating in 2019: 4.6.", "You have a 4.6 rating on G2."),
    ("G2 rating in 2019: 4.6.", "Your G2 rating is 4.6."),
    ("G2 rating 2019: 4.6.", "You have a 4.6 rating on G2."),
    # what is another's
    ("Ostwind operates Kolb clinics.", "You have Kolb clinics."),
    ("Ostwind operates the Kolb clinics.", "You have the Kolb clinics."),
    ("Ostwind employs Kolb planners.", "You have Kolb planners."),
    ("Kolb\nIt runs 12 depots.", "You run 12 depots."),
    ("Kolb.\nIt runs 12 depots.", "You run 12 depots."),
    ("Kolb:\nIt runs 12 depots.", "You run 12 depots."),
    ("Kolb & Sons\nIt runs 12 depots.", "You run 12 depots."),
    ("Kolb, Ghent\nIt runs 12 depots.", "You run 12 depots."),
    ("Kolb (haulier)\nIt runs 12 depots.", "You run 12 depots."),
    # what is new, and whose
    (
        "Ostwind opened a depot in Ghent for Kolb. The depot has 40 docks.",
        "Your new depot in Ghent has 40 docks.",
    ),
    (
        "Ostwind built a depot on behalf of Kolb. The depot has 40 docks.",
        "Your new depot has 40 docks.",
    ),
    ("Ostwind built a depot for a client. The depot has 40 docks.", "Your new depot has 40 docks."),
    (
        "Ostwind announced a depot in Ghent. The depot has 40 docks.",
        "Your new depot in Ghent has 40 docks.",
    ),
    ("Ostwind hired a depot. The depot has 40 docks.", "Your new depot has 40 docks."),
    ("Ostwind opened a depot in Ghent for Kolb.", "Congrats on the new depot in Ghent."),
    ("Ostwind commissioned a report on vans.", "Congrats on the new report on vans."),
    ("Ostwind hired vans.", "Congrats on the new vans."),
    ("Ostwind named vans.", "Congrats on the new vans."),
    # a second subject
    ("Planning is slow.", "Planning you are slow."),
    ("Kolb is late, vans are red.", "Kolb is late, vans you are red."),
    ("Vans have dents.", "Vans you have dents."),
    # a source that is named by nothing
    (KEPT, "You ship vans according"),
    (KEPT, "You ship vans according to"),
    (KEPT, "According you ship vans"),
]

OURS = [
    ("Ostwind opened an office with 140 seats.", "You opened a 140-seat office."),
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened a 140-seat office in Bonn."),
    ("Occupancy reached 96%.", "Your occupancy reached 96%."),
    ("Occupancy reached 96%.", "Your occupancy was 96%."),
    ("Occupancy is 96%.", "Your occupancy is 96%."),
    ("Backlog hit £2 million.", "Your backlog hit £2 million."),
    ("Backlog: £2 million.", "Your backlog is £2 million."),
    ("Careers page has 9 open roles for planners.", "You are hiring 9 planners."),
    ("Careers page: 9 open roles for planners.", "You are hiring 9 planners."),
    ("G2 rating: 4.6.", "You have a 4.6 rating on G2."),
    ("G2 rating in 2019: 4.6.", "Your G2 rating in 2019 was 4.6."),
    ("Ostwind operates Kolb clinics.", "You operate Kolb clinics."),
    ("Ostwind employs planners.", "You have planners."),
    ("Ostwind\nIt runs 12 depots.", "You run 12 depots."),
    ("About us\nIt runs 12 depots.", "You run 12 depots."),
    ("Overview\nIt runs 12 depots.", "You run 12 depots."),
    ("Profile:\nIt runs 12 depots.", "You run 12 depots."),
    (
        "Ostwind opened a depot in Ghent. The depot has 40 docks.",
        "Your new depot in Ghent has 40 docks.",
    ),
    ("Ostwind opened a depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind hired a director in Ghent.", "Congrats on the new director in Ghent."),
    ("Ostwind named a director.", "Congrats on the new director."),
    ("Planning is slow.", "Planning is slow."),
    ("Kolb is late, vans are red.", "Kolb is late, vans are red."),
    ("Ostwind said it is late.", "Ostwind said you are late."),
    ("Instagram: 214k followers.", "You have 214k Instagram followers."),
    # one word in two spellings
    ("Its web site is slow.", "Your website is slow."),
    ("Its website is slow.", "Your web site is slow."),
    ("Ostwind sells by e-commerce.", "You sell by ecommerce."),
    ("Ostwind sells by ecommerce.", "You sell by e-commerce."),
    ("Ostwind sends 40 e-mails.", "You send 40 emails."),
    ("Ostwind sends 40 emails.", "You send 40 e-mails."),
]

ASKED = ["Could you send vans?", "Can you please send vans?", "We would like vans."]
NOT_ASKED = [
    "Mira may send vans.",
    "Mira can send vans.",
    "Kolb may send vans.",
    "We may send vans.",
    "I can send vans.",
]


@family(("cell", "claim"), SHARED)
def test_a_count_that_things_share_is_the_count_of_none_of_them(cell: str, claim: str):
    held(claim, cell)


@family(("cell", "claim"), UNSHARED)
def test_a_count_stays_with_its_thing_where_the_next_has_its_own_or_a_clause(cell: str, claim: str):
    passes(claim, cell)


@family(("cell", "claim"), OTHERS)
def test_what_is_past_or_of_somebody_else_is_held(cell: str, claim: str):
    held(claim, cell)


@family(("cell", "claim"), OURS)
def test_the_true_sentence_beside_it_passes(cell: str, claim: str):
    passes(claim, cell)


@family("reply", ASKED)
def test_a_reply_that_asks_has_asked(reply: str):
    passes("You asked for vans.", Reply_text=reply)


@family("reply", NOT_ASKED)
def test_a_reply_that_tells_what_somebody_may_do_has_asked_for_nothing(reply: str):
    held("You asked for vans.", Reply_text=reply)


def test_work_done_at_another_firm_is_not_the_lead_s():
    held("You check invoices by hand.", Conversation_notes="Invoices checked by hand at Kolb.")
    held("You check invoices by hand.", "Invoices are checked by hand at Kolb.")
    passes("You check invoices by hand.", Conversation_notes="Invoices checked by hand.")
    passes("You check invoices by hand.", Conversation_notes="Invoices checked by hand at Ostwind.")
    passes("You check invoices by hand.", Conversation_notes="Invoices checked by hand at night.")


@pytest.mark.parametrize("word", ["according", "According to", "as", "said", "told", "congrats on"])
@pytest.mark.parametrize("frame", ["{0}", "{0} you", "You ship vans {0}", "{0}, you ship vans"])
def test_a_draft_that_breaks_off_is_judged_and_breaks_nothing(word: str, frame: str):
    verdict = judge(Draft(frame.format(word)), _cells(KEPT, {}))
    assert verdict.kind in VerdictKind
