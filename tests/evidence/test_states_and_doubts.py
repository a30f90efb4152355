"""A state or a doubt noted beside a fact holds what leaves it out; a quotation stays word for word."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

NOT_THERE = [
    "on order", "ordered", "due in May", "expected", "wanted", "needed for May", "planned", "target",
    "coming in May", "next year", "by 2027", "from May", "soon", "to be sold", "to come", "in talks",
    "under offer", "promised", "reserved", "gone", "gone in May", "stolen", "scrapped", "missing",
    "returned in May", "written off", "let go", "no longer used", "not yet ours", "Kolb's",
    "of Kolb's", "rented out", "if funded", "now all stolen", "not theirs", "upcoming", "retired",
]  # fmt: skip
STILL_THERE = [
    "leased", "all electric", "mostly new", "from Kolb", "idle", "too few", "for sale", "in Hull",
    "due for service in May", "expected to last", "of 2019", "needed: drivers", "wanted: a planner",
    "planned purchases of two more", "Ostwind's own", "up from 6", "12 depots", "and two trucks",
    "target for 2027 is 90", "next to the port", "by the sea", "to Hull daily",
]  # fmt: skip


@family("state", NOT_THERE)
def test_a_thing_noted_with_a_state_is_not_one_that_they_have(state: str):
    for note in (
        "8 vans, {}",
        "Vans (8), {}.",
        "Vans (8): {}.",
        "Vans: 8, {}.",
        "Fleet: 8 vans, {}; 2 yards.",
    ):
        held("You have 8 vans.", note.format(state))
    held("You have a depot in Hull.", f"Depot in Hull, {state}.")
    held("You use Sage.", f"Uses Sage ({state}).")


@family("rest", STILL_THERE)
def test_what_else_is_noted_of_a_thing_leaves_it_theirs(rest: str):
    passes("You have 8 vans.", f"8 vans, {rest}.")


def test_a_state_without_a_pause_counts_where_nothing_else_can_be_meant():
    for state in ("next year", "by 2027", "coming in May", "missing", "in talks", "soon"):
        held("You have 8 vans.", f"8 vans {state}.")
    passes("You ship vans.", "Ostwind ships vans next week.")
    passes("You have 8 vans next to the port.", "8 vans next to the port.")


def test_a_state_that_the_claim_says_too_or_a_deed_that_stays_done_passes():
    passes("You have 8 vans on order.", "8 vans on order.")
    passes("You bought 8 vans.", "Ostwind bought 8 vans, due in May.")
    passes("You won a contract with Lidl.", "Ostwind won a contract with Lidl, starting in May.")


DOUBTS = [
    "it hopes", "Mira hopes", "Mira hopes so", "Mira doubts it", "Mira is not sure", "we think",
    "I guess", "jokes Mira", "says a rival", "someone said", "or so they say", "the owner believes",
    "perhaps", "most likely", "allegedly", "on paper", "in theory", "in a good year",
    "at its peak in 2010", "in its heyday", "in the best case", "in the long run", "in the plan",
    "back in 2015", "before the fire", "pre-Covid", "under the old owner", "one day", "some day",
    "at some point", "sooner or later", "as a test", "on trial", "for the season only", "or used to",
    "was the claim", "per the old brochure", "by the look of it", "in name only", "subject to approval",
    "when fully staffed", "on a good day", "give or take",
]  # fmt: skip
NO_DOUBTS = [
    "Mira says", "says Mira", "up from 20", "like Kolb", "and hopes to grow", "for now", "since May",
    "Mira hopes to double by May", "one day a week in Hull", "twice its estimate", "and one day Kolb left",
    "with two in Hull", "in Hull", "before noon", "not only in Hull", "Mira is sure",
    "with 12 in Kiel",
]  # fmt: skip


@family("doubt", DOUBTS)
def test_a_doubt_beside_a_fact_takes_it_back(doubt: str):
    held("You run 40 vans.", f"Ostwind runs 40 vans, {doubt}.")
    held("You run 40 vans.", f"Ostwind runs 40 vans ({doubt}).")
    held("You use Sage.", f"Uses Sage - {doubt}.")
    held("You are hiring two drivers.", f"Ostwind is hiring two drivers, {doubt}.")


@family("rest", NO_DOUBTS)
def test_an_aside_that_doubts_nothing_may_go(rest: str):
    passes("You run 40 vans.", f"Ostwind runs 40 vans, {rest}.")


IN_FRONT = [
    "Maybe", "Allegedly", "In theory", "On paper", "Probably", "In a good year", "Some day",
    "Before the fire", "I think", "Mira hopes", "By the look of it", "Back in 2015", "On a good day",
]  # fmt: skip


@family("doubt", IN_FRONT)
def test_a_doubt_in_front_of_a_fact_takes_it_back(doubt: str):
    held("You run 40 vans.", f"{doubt}, Ostwind runs 40 vans.")
    held("You have 40 vans.", f"{doubt}, fleet: 40 vans.")


BEHIND = [
    "Allegedly.", "In theory.", "If the bank agrees.", "Before the fire.", "Until last year.",
    "Pending the permit.", "It is said.", "Probably.", "On paper.", "Unless Kolb buys.", "Mira doubts it.",
]  # fmt: skip


@family("sentence", BEHIND)
def test_a_doubt_in_a_sentence_of_its_own_takes_back_the_one_before(sentence: str):
    held("You run 40 vans.", f"Ostwind runs 40 vans. {sentence}")
    held("You are hiring two drivers.", f"Ostwind is hiring two drivers. {sentence}")


def test_a_sentence_of_its_own_that_is_no_doubt_takes_nothing_back():
    for sentence in (
        "If you call, ask for Jo.",
        "Back then!",
        "Before May: call.",
        "Mira believes in Hull.",
    ):
        passes("You run 40 vans.", f"Ostwind runs 40 vans. {sentence}")
    passes(
        "You said that you run 40 vans.",
        "",
        **{"Reply text": "We run 40 vans. If you call, ask for Jo."},
    )


def test_a_count_that_another_makes_up_with_them_is_not_theirs():
    held("You run 40 vans.", "Ostwind runs 40 vans, with Kolb's.")
    held("You run 40 vans.", "Ostwind runs 40 vans, between it and Kolb.")
    passes("You run 40 vans.", "Ostwind runs 40 vans, with trailers.")


def test_a_condition_behind_a_pause_takes_back_what_is_planned():
    for condition in (
        "; subject to planning.",
        "; if approved.",
        "; pending permits.",
        "\nsubject to planning",
    ):
        held("You open a depot in Hull in May.", f"Ostwind opens a depot in Hull in May{condition}")
    passes("You open a depot in May.", "Ostwind opens a depot in May; if you want, call.")


QUOTED = 'Ghent Post: "Ostwind opened a depot in Hull in May."'


def test_words_in_quotation_marks_are_the_source_s_own():
    passes('Ghent Post wrote: "Ostwind opened a depot in Hull in May."', QUOTED)
    held('Ghent Post wrote: "Ostwind opened a depot in May."', QUOTED)
    held('Ghent Post wrote: "You opened a depot in May."', QUOTED)
    held('Your site says: "We run two depots".', 'Site: "We run 40 vans and two depots."')
    passes('Your site says: "We run 40 vans".', 'Site: "We run 40 vans and two depots."')


def test_the_founder_is_the_contact_only_where_a_note_says_so():
    held("Your founder, Mira, lives in Hull.", "Founder lives in Hull.")
    held("Your founder Mira lives in Hull.", "Founder lives in Hull.")
    passes("Your founder, Mira, lives in Hull.", "Mira, the founder, lives in Hull.")


def test_another_firm_over_a_passage_or_before_it_is_not_the_lead():
    held("You run 40 vans.", "Kolb Freight\nRuns 40 vans.")
    passes("You run 40 vans.", "Call Notes\nRuns 40 vans.")
    held("You run 40 vans.", "Kolb fleet: it runs 40 vans.")
    held("You run 40 vans.", "Kolb vans: it runs 40 vans.")
    passes("You run 40 vans.", "Jobs page: it runs 40 vans.")
    held("You run 40 vans.", **{"Reply text": "Kolb is big. It runs 40 vans."})
    held("You run 40 vans.", **{"Reply text": "Kolb left us. The company runs 40 vans."})
    held("Kolb is in use with Mira.", "Ostwind uses Kolb.")
    passes("Kolb is in use with you.", "Ostwind uses Kolb.")


def test_a_raised_figure_is_no_part_of_a_number():
    held("You run vans.", "Hall of 28 40² plots.")
    held("You run vans.", "FY²² sales")


def test_a_phrase_beside_a_count_says_with_whom_and_when_alone_it_is_so():
    for cell in (
        "Ostwind, together with Kolb, ships 400 pallets.",
        "Ostwind, on Fridays, ships 400 pallets.",
        "Ostwind ships 400 pallets, together with Kolb.",
        "Ostwind ships 400 pallets in May.",
        "Ostwind ships 400 pallets in Dec. and Jan.",
    ):
        held("You ship 400 pallets.", cell)
    for cell in ("400 drivers (incl. freelancers).", "400 drivers, incl. subcontractors."):
        held("You have 400 drivers.", cell)
    held("You have 40 vans.", "40 vans (as of end 2019).")
    held("In 2019 you have 12 staff.", "12 staff; revenue of 5 million euros in 2019.")
    passes("You ship 400 pallets.", "Ostwind, in Hull, ships 400 pallets.")
    passes("Congrats on your 14 new drivers.", "Ostwind hired 14 drivers in May.")


def test_what_was_so_is_not_said_to_be_so():
    held("You run 40 vans.", "Ostwind ran 40 vans.")
    held("You run 40 vans.", **{"Reply text": "We ran 40 vans in 2019."})
    held("You employ 40 people.", "Ostwind employed 40 people.")
    held("You have 40 vans.", "Ostwind operated 40 vans.")
    held("You come from Hull.", "Ostwind came from Hull.")
    passes("You ran 40 vans.", "Ostwind ran 40 vans.")
    passes("You have run 40 vans since 2019.", "Ostwind has run 40 vans since 2019.")
    passes("Did you run 40 vans?", "Ostwind ran 40 vans.")


def test_a_state_in_a_sentence_of_its_own_is_one_too():
    for cell in ("8 vans. Sold.", "8 vans. On order.", "8 vans. Stolen!"):
        held("You have 8 vans.", cell)
    for cell in (
        "8 vans. Closed Mondays.",
        "8 vans. To be called in May.",
        "8 vans. Next: a demo.",
    ):
        passes("You have 8 vans.", cell)


def test_what_came_before_in_the_same_note_takes_nothing_back():
    passes("You have been on Kolb since 2022.", "On Kolb since 2022; before that Hay.")
    passes("You opened a depot in 2019.", "Back in 2019, Ostwind opened a depot.")
    passes("You run 40 vans.", "Ostwind runs 40 vans. Until Friday on leave.")
    passes("You run 40 vans.", "Ostwind runs 40 vans. Pre-owned.")


def test_who_did_it_and_to_whom_is_not_turned_round():
    held("Kolb crashed in May.", "Truck driven by J. Kolb crashed in May.")
    held("Ostwind was paid EUR 4m in May.", "EUR 4m was paid by Ostwind in May.")
    held("Kolb was sold a van.", "A van was sold by Kolb.")
    passes("Lidl paid EUR 4m.", "EUR 4m was paid by Lidl.")
    held("In May you opened a depot.", "Depot opened by Kolb in May.")
    held(
        "Congratulations on Ostwind opening a depot in Hull.",
        "A partner of Ostwind's opened a depot in Hull.",
    )
